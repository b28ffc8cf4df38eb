import { setImmediate } from "node:timers/promises";
import {
  betweenRuns,
  type ExactReport,
  type ExactRun,
  inexpressible,
  playOnSec,
  runsOfOneDay,
} from "../../exact/index.ts";
import { judge, type Level } from "../../game/index.ts";
import { indicatorName, showIndicator } from "../../present/indicators.ts";
import { placeOf } from "../../present/sites.ts";
import { table } from "../../present/table.ts";
import {
  type Design,
  fateOf,
  formatDesign,
  type Report,
  reportedRun,
  round,
  simulate,
} from "../../sim/index.ts";
import type { ExactWords } from "../../words/contract/exact.ts";
import { grouped } from "../../words/figures.ts";
import type { Words } from "../../words/index.ts";
import { designArgument, levelArgument, mustBeSold } from "../design-argument.ts";
import { type CliCommand, exitCodes, type Io, UsageError } from "../io.ts";
import { numberFlag, seedBounds } from "../parse.ts";

/** What is shown beside each other, when both have it and it says something. */
const compared = [
  "availability",
  "worstTickAvailability",
  "latencyP50Ms",
  "latencyP95Ms",
  "latencyP99Ms",
  "writeP99Ms",
  "hitRatio",
  "staleReadShare",
  "staleSecMax",
  "staleOwnReadShare",
  "lostWrites",
  "ordersLost",
  "oversold",
  "breachedBoxes",
  "logsStoredShare",
  "lostSessionsShare",
  "photoReadyP95Sec",
  "lostJobs",
  "parkedJobs",
  "duplicateJobs",
  "crossShardShare",
] as const;
const failuresMax = 6;

/** `play exact N`: the report of a run beside a simulation of every single request. */
export const exact: CliCommand = {
  name: "exact",
  usage: "exact N --design D [--runs n] [--seed S] [--json]",
  flags: { design: "value", runs: "value", seed: "value" },
  words: ["N"],
  async run(args, io) {
    const level = levelArgument(args.words[0]);
    const design = designArgument(args.value("design"), level);
    mustBeSold(level, design);
    const [reason] = inexpressible(design, level.scenario);
    if (reason) throw new UsageError((usage) => usage.notExact({ level: level.number, reason }));
    const runs = numberFlag(args, "runs", { min: 1, max: 1_000, whole: true, fallback: 3 });
    const seed = numberFlag(args, "seed", seedBounds);
    const model = simulate(design, level.scenario, { seed, ...reportedRun });
    const { exact } = await io.cliWords();
    const reports: ExactReport[] = [];
    for (const run of runsOfOneDay(design, level.scenario, seed, runs)) {
      const told = (share: number) => exact.progress({ run: reports.length + 1, of: runs, share });
      if (!(await playSlices(run, io, told))) break;
      reports.push(run.report());
    }
    if (reports.length === 0) return exitCodes.interrupted;
    io.out(
      args.has("json")
        ? `${JSON.stringify(comparisonJson(level, design, model, reports))}\n`
        : `${comparisonText(await io.words(), exact, level, design, model, reports)}\n`,
    );
    return exitCodes.fine;
  },
};

const tellEveryMs = 2_000;

/** Plays a run until it is done or somebody stops it; whether it is done. */
async function playSlices(run: ExactRun, io: Io, told: (share: number) => string): Promise<boolean> {
  let toldAt = performance.now();
  while (!run.done) {
    if (io.signal.aborted) return false;
    run.advance();
    if (performance.now() - toldAt > tellEveryMs) {
      toldAt = performance.now();
      io.err(`${told(run.progress)}\n`);
    }
    await setImmediate();
  }
  return true;
}

function shared(model: Report, reports: readonly ExactReport[]) {
  return compared.filter((name) => {
    const values = [model.indicators[name], ...reports.map(({ indicators }) => indicators[name])];
    return values.every((value) => value !== undefined) && values.some((value) => value !== 0);
  });
}

/** How many exact runs meet all goals of a level; what they do not measure is as the report has it. */
function meeting(level: Level, model: Report, reports: readonly ExactReport[]): number {
  return reports.filter(({ indicators }) =>
    judge(level.goals, { ...model, indicators: { ...model.indicators, ...indicators } }).every(
      ({ met }) => met,
    ),
  ).length;
}

/** Whether the report meets all goals. */
function meets(level: Level, model: Report): boolean {
  return judge(level.goals, model).every(({ met }) => met);
}

function comparisonJson(level: Level, design: Design, model: Report, reports: readonly ExactReport[]) {
  return {
    level: level.number,
    design: formatDesign(design),
    goalsMet: { report: meets(level, model), exactRuns: meeting(level, model, reports), of: reports.length },
    seeds: reports.map(({ seed }) => seed),
    indicators: Object.fromEntries(
      shared(model, reports).map((name) => {
        const { mean, deviation } = betweenRuns(reports, name);
        return [name, { report: model.indicators[name], exact: round(mean), betweenRuns: round(deviation) }];
      }),
    ),
    runs: reports.map(({ seed, offered, answered, failed, indicators, failedBy }) => ({
      seed,
      ledger: {
        offered,
        answered,
        failed,
        inFlight: indicators["inFlight"],
        failedBy: Object.fromEntries(
          failedBy.map(({ place, reason, count }) => [place ? `${place}: ${reason}` : reason, count]),
        ),
      },
      indicators: Object.fromEntries(Object.entries(indicators).map(([name, value]) => [name, round(value)])),
    })),
  };
}

/** A row of what was lost: how much, where and why; patience ends nowhere in particular. */
const lossOf =
  ({ places }: Words, design: Design) =>
  ({ place, reason, count }: ExactReport["failedBy"][number]): string[] => {
    const where =
      place === undefined
        ? [places.fate(fateOf(reason))]
        : [places.part(placeOf(place, design)), places.reason(reason)];
    return [`  ${grouped(count)}`, ...where];
  };

/** What the command prints for people: the report beside the exact runs, and what the first of them lost. */
export function comparisonText(
  words: Words,
  exact: ExactWords,
  level: Level,
  design: Design,
  model: Report,
  reports: readonly ExactReport[],
): string {
  const rows = shared(model, reports).map((name) => {
    const { mean, deviation } = betweenRuns(reports, name);
    const value = model.indicators[name]!;
    const between = reports.length > 1 ? `± ${showIndicator(words, name, deviation)}` : "";
    const apart = mean !== 0 ? `${(100 * (value / mean - 1)).toFixed(1).replace(/^-0\.0$/, "0.0")} %` : "";
    return [
      indicatorName(words, name),
      showIndicator(words, name, value),
      showIndicator(words, name, mean),
      between,
      apart,
    ];
  });
  const offered = reports.reduce((sum, report) => sum + report.offered, 0);
  const { failedBy, indicators } = reports[0] as ExactReport;
  const failures = failedBy.slice(0, failuresMax);
  const unready = indicators["unreadyJobs"] ?? 0;
  return [
    formatDesign(design),
    "",
    table([exact.heads, ...rows], [1, 2, 3, 4]),
    "",
    exact.played({ runs: reports.length, requests: grouped(offered) }),
    exact.fate({
      met: meeting(level, model, reports),
      of: reports.length,
      isReportMet: meets(level, model),
    }),
    ...(unready > 0 ? [exact.unready({ photos: grouped(unready), minutes: playOnSec / 60 })] : []),
    ...(failures.length > 0 ? [exact.lostInFirst, table(failures.map(lossOf(words, design)), [0])] : []),
  ].join("\n");
}
