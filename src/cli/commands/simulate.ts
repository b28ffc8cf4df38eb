import {
  type AuditCheck,
  decidingDay,
  faultName,
  finish,
  inSlices,
  type Outcome,
  type Recording,
  recordAll,
  wrongIdeas,
} from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { toldLines } from "../../present/causes.ts";
import { paragraph } from "../../present/cells.ts";
import type { Lamp } from "../../present/comparison.ts";
import { cardOf } from "../../present/day.ts";
import { debriefOf } from "../../present/debrief.ts";
import { billLines } from "../../present/indicators.ts";
import { table } from "../../present/table.ts";
import { type Design, forecast, formatDesign, round, simulatorVersion } from "../../sim/index.ts";
import type { OutputWords } from "../../words/contract/cli.ts";
import type { Words } from "../../words/index.ts";
import { designArgument, lessonArgument, mustBeSold } from "../design-argument.ts";
import { type Arguments, type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { numberFlag, seedBounds } from "../parse.ts";
import { scenarioFile } from "../system-file.ts";
import { bookLines, describeFreeRun, freeRunJson, mustBePlayable, runFreely } from "./free-run.ts";
import { goalCells, goalJson } from "./goals.ts";
import { simulateDays } from "./lucky-runs.ts";
import { lossSeries, reportJson } from "./report-json.ts";

/**
 * `play simulate`: one run of a design, judged on a level, or told as it is on a scenario from a file; or a whole system
 * from a file, judged by its own goals.
 */
export const simulate: CliCommand = {
  name: "simulate",
  usage:
    "simulate --level N|--day DATE|--scenario FILE --design D | --system FILE [--seed S] [--series|--runs n] [--json]",
  flags: {
    level: "value",
    day: "value",
    scenario: "value",
    system: "value",
    design: "value",
    seed: "value",
    series: "switch",
    runs: "value",
  },
  words: [],
  async run(args, io) {
    const system = args.value("system");
    if (system !== undefined) return (await import("./system-run.ts")).simulateSystem(system, args, io);
    const file = args.value("scenario");
    if (file !== undefined && !args.has("day")) return simulateFile(file, args, io);
    const ofDay = args.has("day") ? await dayAsked(args, io) : undefined;
    if (args.has("day") && !ofDay) return exitCodes.failed; // stopped
    const lesson = ofDay?.lesson ?? (await lessonArgument(args.value("level"), io));
    const design = designArgument(args.value("design"), lesson.level);
    mustBeSold(lesson.level, design);
    const seed = numberFlag(args, "seed", seedBounds);
    if (args.value("runs") !== undefined) {
      if (args.has("series")) throw new UsageError((usage) => usage.runsOrSeries());
      const runs = numberFlag(args, "runs", { min: 1, max: 1_000, whole: true, fallback: 8 });
      return simulateDays(lesson, design, { seed, runs }, args, io);
    }
    // Without a seed the day is played that decides, of those that the level may bring.
    const day = args.value("seed") === undefined ? decidingDay(lesson.level, design) : seed;
    const recording = recordAll(lesson.level, design, day);
    const { outcome } = recording;
    const words = await io.words();
    const card = ofDay && words.day.card(cardOf(ofDay.day, recording));
    const json = {
      ...(card === undefined ? {} : { card }),
      ...simulationJson(lesson, design, outcome),
      ...(args.has("series") ? { series: seriesOf(recording) } : {}),
    };
    io.out(
      args.has("json")
        ? `${JSON.stringify(json)}\n`
        : `${describeOutcome(words, (await io.cliWords()).output, lesson, design, outcome)}\n${card === undefined ? "" : `\n${card}\n`}`,
    );
    return outcome.passed ? exitCodes.fine : exitCodes.failed;
  },
};

/** The day that is to be played; it says all of what a level or a scenario would. */
async function dayAsked(args: Arguments, io: SpokenIo) {
  for (const flag of ["level", "scenario"])
    if (args.has(flag)) throw new UsageError((usage) => usage.dayOnly({ flag }));
  return (await import("../day-argument.ts")).dayOnBoard(args, io);
}

async function simulateFile(file: string, args: Arguments, io: SpokenIo): Promise<number> {
  if (args.has("runs")) throw new UsageError((usage) => usage.runsOfLevel());
  if (args.has("level")) throw new UsageError((usage) => usage.scenarioOrLevel());
  const scenario = scenarioFile(file);
  const design = designArgument(args.value("design"), undefined);
  mustBePlayable(design);
  const seed = numberFlag(args, "seed", seedBounds);
  const { report, series } = runFreely(design, scenario, seed);
  const json = {
    scenario: plain(file),
    ...freeRunJson(design, scenario, report),
    ...(args.has("series") ? { series } : {}),
  };
  io.out(
    args.has("json")
      ? `${JSON.stringify(json)}\n`
      : `${describeFreeRun(await io.words(), (await io.cliWords()).output, design, report)}\n`,
  );
  return exitCodes.fine;
}

/** The series of a recording as plain numbers, by name. */
function seriesOf(recording: Recording): Record<string, number[]> {
  const series = lossSeries(recording.losses);
  for (const name of recording.names) series[name] = Array.from(recording.series(name), round);
  for (const [name, values] of Object.entries(recording.latency))
    series[`latency${name.toUpperCase()}Ms`] = Array.from(values, round);
  return series;
}

/** The documented JSON of one run. */
export function simulationJson({ level }: Lesson, design: Design, outcome: Outcome): Record<string, unknown> {
  const { report } = outcome;
  return {
    level: level.number,
    seed: report.seed,
    design: formatDesign(design),
    version: simulatorVersion,
    passed: outcome.passed,
    stars: outcome.stars,
    costPerMonth: report.costPerMonth,
    forecastPerMonth: forecast(design, level.scenario).perMonth,
    budget: level.budget,
    goals: outcome.goals.map(goalJson),
    starGoals: outcome.starGoals.map((goals, at) => ({
      star: at + 2,
      ownRun: (at === 0 ? level.stars.two : level.stars.three).scenario !== undefined,
      goals: goals.map(goalJson),
    })),
    audit: outcome.audit ? auditCheckJson(outcome.audit) : null,
    ...reportJson(report),
  };
}

/** The audit of the third star; null where it was not asked for. */
function auditCheckJson({ holds, broken }: AuditCheck): Record<string, unknown> {
  if (!broken) return { holds };
  const { fault, availability, atLeast, missed } = broken;
  return { holds, fault: faultName(fault), availability: round(availability), atLeast, missed };
}

/** One run for a reader: its debrief, with the bill and the books in full. */
export function describeOutcome(
  words: Words,
  output: OutputWords,
  lesson: Lesson,
  design: Design,
  outcome: Outcome,
): string {
  const { level, prose } = lesson;
  const { report } = outcome;
  const ideas = finish(inSlices(level, wrongIdeas(level, design, outcome, report.seed)));
  const debrief = debriefOf(words, lesson, { design, outcome, ideas });
  const stars = debrief.passed ? "★".repeat(outcome.stars) + "☆".repeat(3 - outcome.stars) : undefined;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
  const { quote, from } = debrief.chapter;
  return [
    output.verdict({ level: level.number, title: prose.title, stars }),
    formatDesign(design),
    "",
    table(
      [
        ...debrief.goals.map(goalCells(output)),
        ...debrief.starGoals.map((goal) => [
          ...goalCells(output)(goal),
          goal.isApart ? words.debrief.apart : "",
        ]),
      ],
      [2],
    ),
    "",
    ...billLines(words, report.bill, report.costPerMonth, textWidth + 2),
    "",
    ...bookLines(words, output, design, report),
    ...section(output.lamps, debrief.lamps.flatMap(lampLines)),
    ...section(debrief.passed ? output.stillHurt : output.why, toldLines(debrief.why, textWidth)),
    ...section(
      output.idea,
      debrief.ideas.flatMap((idea) => paragraph(idea, textWidth)),
    ),
    "",
    ...paragraph(`${quote} (${from})`, textWidth + 2),
  ].join("\n");
}

const textWidth = 78;

/** A lamp; a dark one says what that means. */
function lampLines({ title, isLit, sentence }: Lamp): string[] {
  const [head = "", ...rest] = paragraph(isLit ? title : `${title}: ${sentence}`, textWidth - 3);
  return [`${isLit ? "✓" : "✗"}  ${head}`, ...rest.map((line) => `   ${line}`)];
}
