/** What a run was like: indicators, books, causes. Numbers and names only; words are the screen's. */

import { LatencyHistogram } from "../chance/histogram.ts";
import type { RegionName } from "../design/design.ts";
import type { Failure } from "../engine/ledger.ts";
import type { BillLine, Tier, World } from "../engine/world.ts";
import type { Indicator, Indicators } from "../names/indicators.ts";
import type { Note } from "../names/notes.ts";
import type { RequestKind } from "../scenario/kinds.ts";
import { endOf } from "../scenario/scenario.ts";
import { type Cause, findCauses } from "./causes.ts";
import { addUp, bill, meteredBill } from "./cost.ts";

/** Grows with every change of the simulator that moves a figure. */
export const simulatorVersion = 2;

/** Answer times of one class of requests from one region. */
export interface ClassLatency {
  readonly kind: RequestKind;
  readonly region: RegionName;
  readonly requests: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

export interface Report {
  readonly simulatorVersion: number;
  readonly seed: number;
  readonly ticks: number;
  readonly tickSec: number;
  /** By name; latencies in ms, shares 0…1, counts whole. MODEL of names: docs/model.md. */
  readonly indicators: Readonly<Indicators>;
  /** Whole requests that users wait for; `failedBy` sums to `failed` exactly. */
  readonly ledger: {
    readonly offered: number;
    readonly answered: number;
    readonly failed: number;
    readonly inFlight: number;
    readonly failedBy: readonly Failure[];
  };
  readonly latency: readonly ClassLatency[];
  readonly costPerMonth: number;
  readonly bill: readonly BillLine[];
  readonly causes: readonly Cause[];
  readonly notes: readonly Note[];
}

/** What goals are judged by. */
export type Figures = Pick<Report, "indicators" | "costPerMonth"> & {
  readonly ledger: Pick<Report["ledger"], "offered" | "answered" | "failed" | "inFlight">;
};

/** Rounds to what a reader can use (and what no platform's last bit can change): seven significant digits. */
export function round(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(7)) : value;
}

function milliseconds(sec: number): number {
  return round(sec * 1_000);
}

/** Builds the report of a world as it stands; `p95SeriesMs` is p95 per step, 0 where none was kept. */
export function buildReport(world: World, tiers: readonly Tier[], p95SeriesMs: Float64Array): Report {
  const { indicators, ledger, costPerMonth, bill } = figuresOf(world, tiers, p95SeriesMs);
  return {
    simulatorVersion,
    seed: world.options.seed,
    ticks: world.scenario.ticks,
    tickSec: world.scenario.tickSec,
    indicators,
    ledger: { ...ledger, failedBy: world.ledger.failedBy(world.userFacing) },
    latency: classesOf(world),
    costPerMonth,
    bill,
    causes: findCauses(world),
    notes: world.notes,
  };
}

/** Answer times by kind and region. */
function classesOf(world: World): ClassLatency[] {
  return world.sources.flatMap(({ kind, region }, s) => {
    const histogram = world.latency[s]!;
    if (histogram.count <= 0) return [];
    return {
      kind,
      region,
      requests: round(histogram.count),
      meanMs: milliseconds(histogram.meanSec),
      p50Ms: milliseconds(histogram.quantileSec(0.5)),
      p95Ms: milliseconds(histogram.quantileSec(0.95)),
      p99Ms: milliseconds(histogram.quantileSec(0.99)),
    };
  });
}

/** The figures of a report alone: the search for causes through the whole run is what a report costs. */
export function figuresOf(
  world: World,
  tiers: readonly Tier[],
  p95SeriesMs: Float64Array,
): Figures & Pick<Report, "bill"> {
  const { ledger } = world;
  const { prices } = world.scenario;
  const totals = ledger.totals(world.userFacing);
  const indicators: Indicators = {};
  const all = new LatencyHistogram();
  const writes = new LatencyHistogram();
  const byRegion = new Map<RegionName, LatencyHistogram>();
  const regions = new Set(world.sources.map(({ region }) => region));
  world.sources.forEach((source, s) => {
    const histogram = world.latency[s]!;
    if (histogram.count <= 0 || !source.traits.isAwaited) return;
    all.merge(histogram);
    if (source.traits.does === "write") writes.merge(histogram);
    if (regions.size < 2) return;
    const region = byRegion.get(source.region) ?? new LatencyHistogram();
    region.merge(histogram);
    byRegion.set(source.region, region);
  });
  const quantiles = (prefix: "" | `${RegionName}.`, histogram: LatencyHistogram) => {
    indicators[`${prefix}latencyP50Ms`] = milliseconds(histogram.quantileSec(0.5));
    indicators[`${prefix}latencyP95Ms`] = milliseconds(histogram.quantileSec(0.95));
    indicators[`${prefix}latencyP99Ms`] = milliseconds(histogram.quantileSec(0.99));
  };
  quantiles("", all);
  if (writes.count > 0) indicators["writeP99Ms"] = milliseconds(writes.quantileSec(0.99));
  indicators["latencyMeanMs"] = milliseconds(all.meanSec);
  if (byRegion.size > 1) for (const [region, histogram] of byRegion) quantiles(`${region}.`, histogram);
  const closed = totals.answered + totals.failed;
  indicators["availability"] = round(closed > 0 ? totals.answered / closed : 1);
  indicators["worstTickAvailability"] = round(worstTick(world));
  const { inVain, servedWhileLate } = world.tally;
  indicators["inVainShare"] = servedWhileLate > 0 ? inVain / servedWhileLate : 0;
  indicators["goodputPerSec"] = round(totals.answered / Math.max(1, world.timeSec));
  indicators["reportP95Ratio"] = round(p95RatioDuringReport(world, p95SeriesMs));
  for (const tier of tiers) tier.measure?.(world, indicators);
  for (const [name, value] of Object.entries(indicators)) indicators[name as Indicator] = round(value);
  const metered = tiers.flatMap((tier) => tier.metered?.(world) ?? []);
  const lines = addUp([...bill(world.design, prices), ...meteredBill(metered, prices)]);
  const costPerMonth = Math.round(lines.reduce((sum, line) => sum + line.perMonth, 0) * 100) / 100;
  return { indicators, ledger: totals, costPerMonth, bill: lines };
}

/**
 * Mean p95 while a report query runs, over the mean p95 of the same time before it: how much its neighbours feel
 * it. 1 when there is no report or no series.
 */
function p95RatioDuringReport(world: World, p95SeriesMs: Float64Array): number {
  const report = world.scenario.events.find((event) => event.what === "report");
  if (!report) return 1;
  const step = world.dtSec;
  const from = Math.floor(report.atSec / step);
  const to = Math.min(world.gauges.recorded, Math.floor(endOf(report) / step));
  const mean = (a: number, b: number) => {
    let sum = 0;
    for (let t = a; t < b; t++) sum += p95SeriesMs[t]!;
    return b > a ? sum / (b - a) : 0;
  };
  const before = mean(Math.max(0, from - (to - from)), from);
  return before > 0 ? mean(from, to) / before : 1;
}

/** The smallest share answered of what was answered or failed in one tick. */
function worstTick(world: World): number {
  const answered = world.gauges.column("answered");
  const failed = world.gauges.column("failed");
  let worst = 1;
  for (let t = 0; t < answered.length; t++) {
    const closed = answered[t]! + failed[t]!;
    if (closed > 0) worst = Math.min(worst, answered[t]! / closed);
  }
  return worst;
}
