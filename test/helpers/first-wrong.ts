/** What must hold in every tick of every run, checked; and how to run again one in which it does not. */
import {
  type Design,
  formatDesign,
  Run,
  type RunOptions,
  regionNames,
  requestKinds,
  type Scenario,
} from "../../src/sim/index.ts";
import { scenarioLine } from "./scenarios.ts";

/** Where a run was when something did not hold: save the scenario as a file and give both to `play simulate`. */
export function replay(design: Design, scenario: Scenario, options: RunOptions): string {
  return [
    `play simulate --seed ${options.seed} --design "${formatDesign(design)}" --scenario scenario.json`,
    `(particles ${options.particles}, stride ${options.stride}; scenario.json:)`,
    scenarioLine(scenario),
  ].join("\n");
}

/** How often somebody who stays all day is logged out, not a share of anything (docs/model/sessions.md). */
const mayExceedOne = new Set(["lostSessionsShare"]);

/** What does not hold after a step, in words; undefined when all does. */
function wrongNow({ world }: Run): string | undefined {
  const { ledger, gauges } = world;
  for (let kind = 0; kind < requestKinds.length; kind++) {
    const name = requestKinds[kind];
    const offered = ledger.offered[kind] as number;
    const answered = ledger.answered[kind] as number;
    const failed = ledger.failed[kind] as number;
    const inFlight = ledger.inFlight(kind);
    for (const figure of [offered, answered, failed, inFlight])
      if (!Number.isInteger(figure) || figure < 0)
        return `books of ${name}: offered ${offered}, answered ${answered}, failed ${failed}, in flight ${inFlight}`;
    let byBucket = 0;
    for (let bucket = 0; bucket < ledger.buckets.length; bucket++) {
      const lost = ledger.failedIn(bucket, kind);
      if (!(lost >= 0)) return `${name} lost ${lost} in ${JSON.stringify(ledger.buckets[bucket])}`;
      byBucket += lost;
    }
    if (byBucket !== failed) return `${name}: ${failed} failed, the reasons sum to ${byBucket}`;
  }
  for (const name of gauges.names) {
    const value = gauges.column(name).at(-1) ?? 0;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) return `gauge ${name} is ${value}`;
    if (/\.(?:hitRatio|memoryUsed|up)\b/.test(name) && value > 1 + 1e-9) return `gauge ${name} is ${value}`;
  }
  return undefined;
}

/** The series per tick add up to the books; what is lost by place and reason adds up to what failed. */
function wrongSeries(run: Run): string | undefined {
  const { world } = run;
  const { gauges } = world;
  const totals = world.ledger.totals(world.userFacing);
  for (const name of ["offered", "answered", "failed"] as const) {
    const sum = gauges.column(name).reduce((all, each) => all + each, 0);
    if (sum !== totals[name]) return `the series ${name} sums to ${sum}, the books say ${totals[name]}`;
  }
  const losses = run.losses();
  const failed = gauges.column("failed");
  for (let t = 0; t < failed.length; t++) {
    const lost = losses.reduce((sum, { perStep }) => sum + perStep[t]!, 0);
    if (lost !== failed[t]) return `tick ${t}: ${failed[t]} failed, by place and reason ${lost}`;
  }
  return undefined;
}

/** Plays a run and gives the first thing that does not hold in any tick, or in the report. */
export function firstWrong(design: Design, scenario: Scenario, options: RunOptions): string | undefined {
  const run = new Run(design, scenario, options);
  while (!run.done) {
    run.advance();
    const wrong = wrongNow(run);
    if (wrong !== undefined) return `tick ${run.world.tick - 1}: ${wrong}`;
  }
  for (const series of run.latencySeries)
    for (const [tick, value] of series.entries())
      if (!(value >= 0 && value < 1e9)) return `tick ${tick}: a percentile is ${value}`;
  const [p50, p95, p99] = run.latencySeries;
  for (let t = 0; t < p50.length; t++)
    if (!((p50[t] as number) <= (p95[t] as number) && (p95[t] as number) <= (p99[t] as number)))
      return `tick ${t}: percentiles out of order`;
  const wrong = wrongSeries(run);
  if (wrong !== undefined) return wrong;
  const report = run.report();
  for (const [name, value] of Object.entries(report.indicators)) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) return `indicator ${name} is ${value}`;
    const isShare = /[sS]hare$|[aA]vailability$|[hH]itRatio$/.test(name) && !mayExceedOne.has(name);
    if (isShare && value > 1) return `indicator ${name} is ${value}`;
  }
  const prefixes = ["", ...regionNames.map((region) => `${region}.` as const)] as const;
  for (const prefix of prefixes) {
    const of = (q: "P50" | "P95" | "P99") => report.indicators[`${prefix}latency${q}Ms`] ?? 0;
    if (!(of("P50") <= of("P95") && of("P95") <= of("P99"))) return `${prefix}percentiles out of order`;
  }
  for (const each of report.latency)
    if (!(each.p50Ms <= each.p95Ms && each.p95Ms <= each.p99Ms && each.requests >= 0))
      return `percentiles of ${each.kind} out of order`;
  const { offered, answered, failed, inFlight, failedBy } = report.ledger;
  if (offered !== answered + failed + inFlight) return "the report's books do not balance";
  if (failedBy.reduce((sum, { count }) => sum + count, 0) !== failed)
    return "the report's reasons do not sum";
  for (const { id, perMonth } of report.bill)
    if (!(perMonth >= 0 && perMonth < Number.POSITIVE_INFINITY)) return `the bill's ${id} is ${perMonth}`;
  for (const cause of report.causes)
    if (("count" in cause && !(cause.count > 0)) || !(cause.tick >= 0) || !(cause.untilTick >= cause.tick))
      return `cause ${JSON.stringify(cause)}`;
  return undefined;
}
