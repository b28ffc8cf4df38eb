/** A run on a scenario of one's own: no level, so no goals and no verdict. */
import { chainTold, lossLines, toldLines } from "../../present/causes.ts";
import { indicatorName, showIndicator } from "../../present/indicators.ts";
import { table } from "../../present/table.ts";
import {
  type Design,
  forecast,
  formatDesign,
  type Indicator,
  problemsOf,
  type Report,
  Run,
  reportedRun,
  round,
  type Scenario,
  simulatorVersion,
} from "../../sim/index.ts";
import type { OutputWords } from "../../words/contract/cli.ts";
import { grouped, money } from "../../words/figures.ts";
import type { Words } from "../../words/index.ts";
import { plain, UsageError } from "../io.ts";
import { lossSeries, reportJson } from "./report-json.ts";

export interface FreeRun {
  readonly report: Report;
  readonly series: Readonly<Record<string, number[]>>;
}

/** Stops with one line when a design cannot be run at all. */
export function mustBePlayable(design: Design): void {
  const [problem] = problemsOf(design);
  if (problem)
    throw new UsageError((usage) => usage.notPlayable({ design: plain(formatDesign(design), 60), problem }));
}

/** Plays a scenario with full precision. */
export function runFreely(design: Design, scenario: Scenario, seed: number): FreeRun {
  const run = new Run(design, scenario, { seed, ...reportedRun });
  while (!run.done) run.advance();
  const { gauges } = run.world;
  const series = lossSeries(run.losses());
  for (const name of gauges.names) series[name] = Array.from(gauges.column(name), round);
  run.latencySeries.forEach((values, i) => {
    series[`latency${["P50", "P95", "P99"][i]}Ms`] = Array.from(values, round);
  });
  return { report: run.report(), series };
}

/** The JSON of a run without a level: that of a level's run without what only a level has. */
export function freeRunJson(design: Design, scenario: Scenario, report: Report): Record<string, unknown> {
  return {
    seed: report.seed,
    design: formatDesign(design),
    version: simulatorVersion,
    costPerMonth: report.costPerMonth,
    forecastPerMonth: forecast(design, scenario).perMonth,
    ...reportJson(report),
  };
}

/** What became of all requests, and where and why some were lost. */
export function bookLines(words: Words, output: OutputWords, design: Design, report: Report): string[] {
  const { offered, answered, failed, inFlight } = report.ledger;
  const counted = {
    offered: grouped(offered),
    answered: grouped(answered),
    failed: grouped(failed),
    inFlight: grouped(inFlight),
  };
  return [output.requests(counted), ...lossLines(words, design, report)];
}

/** The run for a reader: figures, books, why. */
export function describeFreeRun(words: Words, output: OutputWords, design: Design, report: Report): string {
  const figures = (Object.keys(report.indicators) as Indicator[]).map((name) => [
    indicatorName(words, name),
    showIndicator(words, name, report.indicators[name] ?? Number.NaN),
  ]);
  const lines = [
    formatDesign(design),
    "",
    table([...figures, [output.bill, money(report.costPerMonth)]], [1]),
    "",
    ...bookLines(words, output, design, report),
  ];
  const events = Object.fromEntries(
    report.causes.flatMap((cause) => (cause.what === "event" ? [[cause.label, plain(cause.label)]] : [])),
  );
  const why = toldLines(chainTold(words, events, design, report), 78);
  if (why.length > 0) lines.push("", output.why, ...why.map((line) => `  ${line}`));
  return lines.join("\n");
}
