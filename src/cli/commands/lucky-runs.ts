/** `play simulate --runs n`: a design on several days, each with traffic of its own. */
import { setImmediate } from "node:timers/promises";
import { type Luck, luckOf, type Outcome, play, type Range, spreadOf } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { luckTold } from "../../present/debrief.ts";
import { indicatorName, showIndicator } from "../../present/indicators.ts";
import { table } from "../../present/table.ts";
import {
  type Design,
  formatDesign,
  type Indicator,
  luckyRun,
  round,
  simulatorVersion,
} from "../../sim/index.ts";
import type { OutputWords } from "../../words/contract/cli.ts";
import type { Words } from "../../words/index.ts";
import { type Arguments, exitCodes, type SpokenIo } from "../io.ts";

/** Shown beside the goals, where they say something. */
const shown: readonly Indicator[] = [
  "availability",
  "latencyP50Ms",
  "latencyP95Ms",
  "latencyP99Ms",
  "inVainShare",
  "hitRatio",
];

/** Plays the days and tells what they have in common; fine when all of them pass. */
export async function simulateDays(
  lesson: Lesson,
  design: Design,
  { seed, runs }: { readonly seed: number; readonly runs: number },
  args: Arguments,
  io: SpokenIo,
): Promise<number> {
  const outcomes: Outcome[] = [];
  for (let i = 0; i < runs && !io.signal.aborted; i++) {
    outcomes.push(play(lesson.level, design, (seed + i) >>> 0, luckyRun));
    await setImmediate();
  }
  if (outcomes.length === 0) return exitCodes.interrupted;
  const luck = luckOf(outcomes);
  io.out(
    args.has("json")
      ? `${JSON.stringify(daysJson(lesson, design, luck, outcomes))}\n`
      : `${describeDays(await io.words(), (await io.cliWords()).output, lesson, design, luck, outcomes)}\n`,
  );
  return luck.passed === luck.runs ? exitCodes.fine : exitCodes.failed;
}

/** Every indicator that all days have, over the days. */
function spreads(outcomes: readonly Outcome[]) {
  return (Object.keys(outcomes[0]?.report.indicators ?? {}) as Indicator[]).flatMap((name) => {
    const values = outcomes.flatMap(({ report }) => report.indicators[name] ?? []);
    return values.length === outcomes.length ? [{ name, ...spreadOf(values) }] : [];
  });
}

function daysJson({ level }: Lesson, design: Design, luck: Luck, outcomes: readonly Outcome[]) {
  const figure = (value: number) => (Number.isFinite(value) ? round(value) : null);
  const figures = ({ least, median, most }: Range) => ({
    min: figure(least),
    median: figure(median),
    max: figure(most),
  });
  return {
    level: level.number,
    design: formatDesign(design),
    version: simulatorVersion,
    seeds: outcomes.map(({ report }) => report.seed),
    runs: luck.runs,
    passed: luck.passed,
    goals: luck.goals.map(({ indicator, target, met, ...spread }) => ({
      indicator,
      target,
      met,
      ...figures(spread),
    })),
    indicators: Object.fromEntries(spreads(outcomes).map(({ name, ...spread }) => [name, figures(spread)])),
  };
}

function describeDays(
  words: Words,
  output: OutputWords,
  { level, prose }: Lesson,
  design: Design,
  luck: Luck,
  outcomes: readonly Outcome[],
): string {
  const { runs, passed } = luck;
  const goalRows = luck.goals.map(({ indicator, target, bound, met, least, median, most }) => [
    met === runs ? "✓" : "✗",
    indicatorName(words, indicator),
    ...[least, median, most].map((value) => showIndicator(words, indicator, value)),
    output.metBy({ met, of: runs }),
    output.goal({ bound, target: showIndicator(words, indicator, target) }),
  ]);
  const goals = new Set<string>(luck.goals.map(({ indicator }) => indicator));
  const rows = spreads(outcomes)
    .filter(({ name, most }) => shown.includes(name) && !goals.has(name) && most !== 0)
    .map(({ name, least, median, most }) => [
      "",
      indicatorName(words, name),
      ...[least, median, most].map((value) => showIndicator(words, name, value)),
      "",
      "",
    ]);
  const told = luckTold(words, luck);
  return [
    output.level({ level: level.number, title: prose.title }),
    formatDesign(design),
    "",
    table([output.runHeads, ...goalRows, ...rows], [2, 3, 4]),
    "",
    ...(told.length > 0 ? told : [output.sameFate({ passed, of: runs })]),
  ].join("\n");
}
