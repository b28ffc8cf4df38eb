/** The curves worth showing of a run. */
import type { GoalIndicator, Recording } from "../game/index.ts";
import { type BusinessGauge, type Place, type PlaceGauge, partsOfGauge, partsOfPlace } from "../sim/index.ts";
import { scaleOf } from "./chart.ts";
import { grouped, milliseconds, percent } from "./figures.ts";
import { answeredShare, type Sees } from "./moment.ts";
import { partWords } from "./picture/words-en.ts";

/** A curve of the run: what it is called, its value now, its row of blocks. */
export interface Curve {
  readonly name: string;
  readonly values: Float64Array;
  readonly show: (value: number) => string;
  readonly top?: number;
  readonly isBad?: (value: number) => boolean;
}

/** The curves worth showing of a run, the most telling first. */
export function curvesOf(
  recording: Recording,
  goals: readonly { indicator: GoalIndicator; atMost?: number; atLeast?: number }[],
  sees: Sees = () => true,
): Curve[] {
  const perSec = (values: Float64Array) => values.map((count) => count / recording.tickSec);
  const goal = (indicator: GoalIndicator) => goals.find((each) => each.indicator === indicator);
  const latency = (name: "p50" | "p95" | "p99", indicator: GoalIndicator): Curve => {
    const atMost = goal(indicator)?.atMost;
    return {
      name,
      values: recording.latency[name],
      show: (value) => (value > 0 ? milliseconds(value) : "–"),
      ...(atMost === undefined ? {} : { isBad: (value: number) => value > atMost }),
    };
  };
  const promised = goal("availability")?.atLeast ?? 0.999;
  const always: (Curve & { readonly gauge: Parameters<Sees>[0] })[] = [
    {
      gauge: "offered",
      name: "requests",
      values: perSec(recording.series("offered")),
      show: (value) => `${grouped(value)}/s`,
    },
    { gauge: "latency", ...latency("p95", "latencyP95Ms") },
    {
      gauge: "failed",
      name: "answered",
      values: answeredShare(recording),
      show: percent,
      top: 1,
      isBad: (value) => value < promised,
    },
  ];
  return [
    ...always.filter(({ gauge }) => sees(gauge)),
    ...busiest(recording, sees),
    ...gaugeCurves(recording, sees, telling),
    ...(sees("latency") ? [latency("p50", "latencyP50Ms"), latency("p99", "latencyP99Ms")] : []),
    ...gaugeCurves(recording, sees, quieter),
  ];
}

/** A kind of gauge that becomes a curve of its own. */
interface GaugeKind {
  readonly gauge: PlaceGauge | BusinessGauge;
  readonly name: string;
  readonly show: Curve["show"];
  readonly top?: number;
  /** Whether the gauge says anything in this run. */
  readonly tells: (value: number) => boolean;
}

const telling: readonly GaugeKind[] = [
  { gauge: "hitRatio", name: "hits", show: percent, top: 1, tells: (value) => value > 0 },
  { gauge: "ordersShare", name: "orders", show: percent, top: 1, tells: (value) => value < 0.999 },
  { gauge: "depth", name: "waiting", show: grouped, tells: (value) => value > 0 },
  { gauge: "lagMs", name: "lag", show: milliseconds, tells: (value) => value >= 50 },
];
const quieter: readonly GaugeKind[] = [
  { gauge: "backlog", name: "queue", show: grouped, tells: (value) => value >= 1 },
];

function gaugeCurves(recording: Recording, sees: Sees, kinds: readonly GaugeKind[]): Curve[] {
  return kinds.flatMap(({ gauge, name, show, top, tells }) =>
    recording.names.flatMap((series) => {
      const parts = partsOfGauge(series);
      const values = recording.series(series);
      if (parts.gauge !== gauge || !sees(series) || !values.some(tells)) return [];
      const whose = parts.of === "place" ? `${shortName(parts.place)} ` : "";
      return [{ name: `${whose}${name}`, values, show, ...(top === undefined ? {} : { top }) }];
    }),
  );
}

/** A part in a word, as the picture calls it. */
function shortName(place: Place): string {
  const { name, region } = partsOfPlace(place);
  const short = name === "box" ? "box" : (partWords[name]?.name ?? name);
  return region === undefined ? short : `${short} ${region}`;
}

/** Utilization of the part that was asked most. */
function busiest(recording: Recording, sees: Sees): Curve[] {
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
      name: `${shortName(best.place)} busy`,
      values: best.values,
      show: percentWhole,
      top: 1,
      isBad: (value) => value >= 0.95,
    },
  ];
}

function percentWhole(share: number): string {
  return `${Math.round(share * 100)} %`;
}
