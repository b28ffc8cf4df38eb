/** The curves worth showing of a run. */
import type { GoalIndicator, Recording } from "../game/index.ts";
import {
  type BusinessGauge,
  type Place,
  type PlaceGauge,
  type PlaceName,
  partsOfGauge,
  partsOfPlace,
  type Scenario,
} from "../sim/index.ts";
import { grouped, milliseconds, percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { scaleOf } from "./chart.ts";
import { answeredShare, type Sees, uncountedAt } from "./moment.ts";
import { placeOf } from "./sites.ts";

/** A curve of the run: what it is called, its value now, its values over time. */
export interface GaugeCurve {
  readonly name: string;
  readonly values: Float64Array;
  readonly show: (value: number) => string;
  readonly top?: number;
  readonly isBad?: (value: number) => boolean;
  /** It goes from one value to the next, and between two of them there is none: boxes, what was counted so far. */
  readonly isStepped?: boolean;
}

/** The curves worth showing of a run, the most telling first. */
export function curvesOf(
  words: Words,
  recording: Recording,
  goals: readonly { indicator: GoalIndicator; atMost?: number; atLeast?: number }[],
  sees: Sees = () => true,
  scenario?: Scenario,
): GaugeCurve[] {
  const goal = (indicator: GoalIndicator) => goals.find((each) => each.indicator === indicator);
  const latency = (name: "p50" | "p95" | "p99", indicator: GoalIndicator): GaugeCurve => {
    const atMost = goal(indicator)?.atMost;
    return {
      name,
      values: recording.latency[name],
      show: (value) => (value > 0 ? milliseconds(value) : "–"),
      ...(atMost === undefined ? {} : { isBad: (value: number) => value > atMost }),
    };
  };
  const vain = recording.series("inVain");
  const promised = goal("availability")?.atLeast ?? 0.999;
  const always: (GaugeCurve & { readonly gauge: Parameters<Sees>[0] })[] = [
    {
      gauge: "offered",
      name: words.curves.requests,
      values: arriving(recording, scenario),
      show: (value) => `${grouped(value)}/s`,
    },
    { gauge: "latency", ...latency("p95", "latencyP95Ms") },
    {
      gauge: "failed",
      name: words.curves.answered,
      values: answeredShare(recording),
      show: percent,
      top: 1,
      isBad: (value) => value < promised,
    },
  ];
  return [
    ...always.filter(({ gauge }) => sees(gauge)),
    // Why a little too much loses nearly all: drawn where it happens, and nowhere else.
    ...(sees("inVain") && vain.some((share) => share >= vainFrom)
      ? [{ name: words.curves.inVain, values: vain, show: percentWhole, top: 1, isBad: isMostlyInVain }]
      : []),
    ...busiest(words, recording, sees),
    ...gaugeCurves(words, recording, sees, telling),
    ...(sees("latency") ? [latency("p50", "latencyP50Ms"), latency("p99", "latencyP99Ms")] : []),
    ...gaugeCurves(words, recording, sees, quieter),
  ];
}

/** All that arrives in a second, as the users' arrow says. */
function arriving(recording: Recording, scenario: Scenario | undefined): Float64Array {
  return recording
    .series("offered")
    .map((count, tick) => count / recording.tickSec + (scenario ? uncountedAt(scenario, tick) : 0));
}

/** A kind of gauge that becomes a curve of its own. */
interface GaugeKind {
  readonly gauge: PlaceGauge | BusinessGauge;
  /** What it is called, by the part's short name; "" for one of the whole business. */
  readonly name: (words: Words["curves"], part: string) => string;
  readonly show: GaugeCurve["show"];
  readonly top?: number;
  /** Whether the gauge says anything in this run. */
  readonly tells: (value: number) => boolean;
  /** Of whole things that come and go: it says something only where it changes. */
  readonly varies?: true;
}

const telling: readonly GaugeKind[] = [
  {
    gauge: "boxes",
    name: (words, part) => words.boxes(part),
    show: grouped,
    tells: (value) => value > 0,
    varies: true,
  },
  {
    gauge: "hitRatio",
    name: (words, part) => words.hits(part),
    show: percent,
    top: 1,
    tells: (value) => value > 0,
  },
  {
    gauge: "ordersShare",
    name: (words) => words.orders,
    show: percent,
    top: 1,
    tells: (value) => value < 0.999,
  },
  { gauge: "depth", name: (words, part) => words.waiting(part), show: grouped, tells: (value) => value > 0 },
  {
    gauge: "lagMs",
    name: (words, part) => words.lag(part),
    show: milliseconds,
    tells: (value) => value >= 50,
  },
];
const quieter: readonly GaugeKind[] = [
  { gauge: "backlog", name: (words, part) => words.queue(part), show: grouped, tells: (value) => value >= 1 },
];

/** Tiers whose boxes come and go with the work. */
const scaling: ReadonlySet<PlaceName> = new Set(["web", "workers"]);

function gaugeCurves(
  words: Words,
  recording: Recording,
  sees: Sees,
  kinds: readonly GaugeKind[],
): GaugeCurve[] {
  return kinds.flatMap(({ gauge, name, show, top, tells, varies }) =>
    recording.names.flatMap((series) => {
      const parts = partsOfGauge(series);
      const values = recording.series(series);
      if (parts.gauge !== gauge || !sees(series) || !values.some(tells) || (varies && isSteady(values)))
        return [];
      // Copies and nodes that fail are counted on their cards; a curve is for those that come and go.
      if (varies && !(parts.of === "place" && scaling.has(partsOfPlace(parts.place).name))) return [];
      const part = parts.of === "place" ? words.curves.part(placeOf(parts.place, recording.design)) : "";
      const isStepped = varies === true;
      return [
        { name: name(words.curves, part), values, show, isStepped, ...(top === undefined ? {} : { top }) },
      ];
    }),
  );
}

/** Whether a curve hardly moves: what a line of words says better than a slab. */
export function isSteady(values: ArrayLike<number>): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let t = 0; t < values.length; t++) {
    const value = values[t]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return !(most - least > steadyShare * Math.max(Math.abs(most), Math.abs(least)));
}

/** A curve that moves by less than this part of itself stands still. */
const steadyShare = 0.02;

/** Utilization of the part that was asked most. */
function busiest(words: Words, recording: Recording, sees: Sees): GaugeCurve[] {
  let best: { place: Place; values: Float64Array; most: number } | undefined;
  for (const name of recording.names) {
    const parts = partsOfGauge(name);
    if (parts.of !== "place" || parts.gauge !== "utilization" || !sees(name)) continue;
    const values = recording.series(name);
    const most = scaleOf(values, 60);
    if (!best || most > best.most) best = { place: parts.place, values, most };
  }
  if (!best) return [];
  return [
    {
      name: words.curves.busy(words.curves.part(placeOf(best.place, recording.design))),
      values: best.values,
      show: percentWhole,
      top: 1,
      isBad: (value) => value >= 0.95,
    },
  ];
}

/** So much of the work must be in vain in some second to be a curve. */
const vainFrom = 0.1;
const isMostlyInVain = (share: number) => share >= 0.5;

function percentWhole(share: number): string {
  return `${Math.round(share * 100)} %`;
}
