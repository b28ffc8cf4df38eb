/** Which designs are played beside the exact simulation, what the report may differ by, and what it is known to differ by. */
import { type FigureName, type Figures, figureNames, type NamedDesign } from "./whole-designs.ts";

const availabilityApart = 0.005;
const latencyApart = 0.03;
/** Lost of living sessions, summed over all losses. */
const sessionsApart = 0.02;
/** Seconds, or share of the time since the start, that a collapse or a recovery may be apart: whichever is more. */
const secondsApart = 2;
const timesApart = 0.05;
/** Chance between runs is no error: so many standard deviations of the mean are left to it. */
const deviations = 2;

/** A design and, where it differs by more, by how much and why. */
export interface ConscienceCase extends NamedDesign {
  /** The seed whose day is played: it decides which events come where a level draws them. */
  readonly day: number;
  /** Times in seconds, latencies and photos as a share of the exact figure, the rest as it is. */
  readonly margins?: Partial<Record<"availability" | "latency" | "sessions" | "time" | "photos", number>>;
  readonly reason?: string;
}

/** The day on which designs are played unless another is named. */
const usualDay = 11;

/** What a case is called, in tests and on the page. */
export function titleOf({ level, name, day }: ConscienceCase): string {
  return `level ${level}, ${name}${day === usualDay ? "" : `, day ${day}`}`;
}

/** Whether a case is held to account while one waits; the others are by `npm run deep`. */
export function isQuick({ level, name, day }: ConscienceCase): boolean {
  return level <= 3 || (name === "lesson" && day === usualDay);
}

const of = (
  level: number,
  names: string,
  known: Readonly<Record<string, Pick<ConscienceCase, "margins" | "reason">>> = {},
  day = usualDay,
): ConscienceCase[] => names.split(" ").map((name) => ({ level, name, day, ...known[name] }));

const hovering =
  "answers nine in ten for minutes: chance takes single seconds of exact runs over the threshold";

const tipping =
  "its primary is 0.94 to 0.99 busy for two minutes: probably chance, for a few unlucky runs make such a tail and only three exact ones were played";

const unfilled =
  "the report is off: it reckons as if every miss were answered and kept; while the copies refuse a third of them, an entry that has ended is missed for longer (0.33 and 0.29 hits), and boxes at their edge fall 10 s earlier";
const hotPhoto =
  "its boxes work at the very edge of what they can do while a photo is hot: how long they make wait is chance, and runs differ by half";
const twoCores =
  "the report is off: boxes of the smaller town have two cores, of which it thinks that they are 2 % less in each other's way, and two balancer nodes that each take turns make lines 1 % longer; with boxes of eight cores both together are under 1 %";
const minutes =
  "the report is off for its steps of a minute: it sees the mean of the slope on which the crowd comes, buys more boxes, and its collapse ends a step earlier, so that p95 lies before the cliff; in steps of ten seconds both agree";

const workerless =
  "boxes run out of workers behind a full database: the report is a point too kind and falls ten seconds too early, it seems because it learns a step late how long one is held";

const lastMinute =
  "a third of them is still in line at the end: the report goes on at the pace of the last minute, which poison slows; exactly the line goes faster once that is parked";
const poisoned =
  "poison that comes back without end leaves most of the line for ever: the report goes on at the pace of the last minute; exactly, more than one in twenty is not ready an hour later, and counts with its age then";
const crowds =
  "the report is off for readers of the celebrity's post alone (p95 71 and 102 ms): it seems because those who miss it come to its copy in crowds, one after each like, and make each other wait, where the report has them come one by one";
const risingChanges =
  "the report is off while traffic grows: it ends entries at the rate of changes of now, though those that are there have lived at the lower rate of before, so it has 0.5 to 1 point fewer hits in the first 100 s; behind them the shards are at their edge";
const sameBox =
  "the smaller town's doing: at its primary the place that a lookup leaves is often still free when the same request's write comes, so more are answered who wait there twice; with four cores and 6,000 requests a second p95 and p99 are within 0.2 %, at the level's own size within 1.6 %";

/** Whole designs, lessons and wrong answers, by level. */
export const conscienceCases: readonly ConscienceCase[] = [
  ...of(1, "lesson also naive A"),
  ...of(2, "lesson also naive B A C", {
    B: { margins: { availability: 0.012, time: 10 }, reason: workerless },
  }),
  ...of(3, "lesson also naive A B C"),
  ...of(4, "lesson also naive A B C D"),
  ...of(5, "lesson also naive A B C D F", {
    B: { margins: { time: 45 }, reason: hovering },
    D: { margins: { latency: 0.08 }, reason: tipping },
  }),
  // The flood takes the primary's zone.
  ...of(
    5,
    "lesson also naive A B C D F",
    {
      B: { margins: { time: 45 }, reason: hovering },
      D: { margins: { time: 125 }, reason: hovering },
    },
    23,
  ),
  ...of(6, "lesson also naive A B C D E F", {
    naive: { margins: { time: 80 }, reason: hovering },
    B: { margins: { availability: 0.025, latency: 0.15 }, reason: unfilled },
    E: { margins: { latency: 0.6 }, reason: hotPhoto },
  }),
  // The flood takes the zone of half of the cache and copies, or of the only cache node.
  ...of(
    6,
    "lesson also naive A B C D E F",
    {
      B: { margins: { availability: 0.035, latency: 0.2 }, reason: unfilled },
      E: { margins: { latency: 0.6 }, reason: hotPhoto },
    },
    23,
  ),
  ...of(8, "lesson also naive A B C D", {
    lesson: { margins: { latency: 0.045 }, reason: twoCores },
    also: { margins: { latency: 0.06 }, reason: twoCores },
    C: { margins: { availability: 0.02, latency: 0.75 }, reason: minutes },
    D: { margins: { latency: 0.08 }, reason: sameBox },
  }),
  // A node of the session store dies on a long afternoon, not in the crowd.
  ...of(8, "lesson", { lesson: { margins: { latency: 0.045 }, reason: twoCores } }, 23),
  ...of(10, "lesson also naive A B C D E", {
    A: { margins: { photos: 0.2 }, reason: lastMinute },
    D: { margins: { photos: 0.8 }, reason: poisoned },
  }),
  // A web box dies in a worker's place.
  ...of(10, "lesson", {}, 23),
  ...of(12, "lesson A B C D", {
    A: { margins: { time: 20 }, reason: hovering },
    B: { margins: { latency: 0.12 }, reason: crowds },
    D: { margins: { latency: 0.06 }, reason: risingChanges },
  }),
  // The flood takes the shards' primaries and half of the cache.
  ...of(12, "lesson", {}, 23),
];

/** One figure of both, with what it may be apart. */
export interface Beheld {
  readonly what: FigureName;
  readonly report: number;
  /** Mean of the exact runs. */
  readonly exact: number;
  /** Two standard deviations of that mean. */
  readonly interval: number;
  readonly holds: boolean;
  /** Whether it needs the design's own margin for that. */
  readonly byMargin: boolean;
}

type Margins = NonNullable<ConscienceCase["margins"]>;
const latency = (exact: number, share = latencyApart) => share * exact;
const time = (exact: number, own = Math.max(secondsApart, timesApart * exact)) => own;
/** Which margin a figure has, and what it may be apart by that or by the rule. */
const allowed: Readonly<
  Record<FigureName, { margin: keyof Margins; apart: (exact: number, own?: number) => number }>
> = {
  availability: { margin: "availability", apart: (_, own = availabilityApart) => own },
  lostSessionsShare: { margin: "sessions", apart: (_, own = sessionsApart) => own },
  latencyP95Ms: { margin: "latency", apart: latency },
  latencyP99Ms: { margin: "latency", apart: latency },
  photoReadyP95Sec: { margin: "photos", apart: latency },
  doneJobs: { margin: "photos", apart: latency },
  firstBadSec: { margin: "time", apart: time },
  lastBadSec: { margin: "time", apart: time },
};

/** Every figure that is held to account, of the report beside the exact runs. */
export function behold(
  report: Figures,
  runs: readonly Figures[],
  { margins = {} }: Pick<ConscienceCase, "margins">,
): Beheld[] {
  return figureNames.flatMap((what) => {
    const values = runs.map((figures) => figures[what]);
    // A threshold that is hardly crossed at all is crossed by chance; what nobody has needs no comparison.
    const isNone = (value: number) => value < 0 || (value === 0 && !what.endsWith("BadSec"));
    if (what.endsWith("BadSec") ? [report[what], ...values].some(isNone) : values.every(isNone)) return [];
    const exact = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - exact) ** 2, 0);
    const between = Math.sqrt(squares / Math.max(1, values.length - 1));
    const interval = (deviations * between) / Math.sqrt(values.length);
    const { margin, apart } = allowed[what];
    const within = (most: number) => Math.abs(report[what] - exact) <= most + interval;
    const isUsual = within(apart(exact));
    const holds = isUsual || within(apart(exact, margins[margin]));
    return [{ what, report: report[what], exact, interval, holds, byMargin: !isUsual }];
  });
}

/** Every way in which the report of a design is further from the exact runs than it may be; empty is well. */
export function conscience(known: ConscienceCase, report: Figures, runs: readonly Figures[]): string[] {
  return behold(report, runs, known).flatMap(({ what, report: told, exact, holds }) =>
    holds ? [] : [`${titleOf(known)}: ${what} ${told.toPrecision(4)}, exact ${exact.toPrecision(4)}`],
  );
}
