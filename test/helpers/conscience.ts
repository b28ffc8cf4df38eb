/** Which designs are played beside the exact simulation, what the report may differ by, and what it is known to differ by. */
import type { Indicator } from "../../src/sim/index.ts";
import type { Comparison, NamedDesign } from "./whole-designs.ts";

const availabilityApart = 0.005;
const latencyApart = 0.03;
/** Lost of living sessions, summed over all losses. */
const sessionsApart = 0.02;
/** Seconds, and share of the time since the start, that a collapse or a recovery may be apart. */
const secondsApart = 2;
const timesApart = 0.05;
/** Chance between runs is no error: so many standard deviations of the mean are left to it. */
const deviations = 2;

/** A design and, where it differs by more, by how much and why. */
export interface ConscienceCase extends NamedDesign {
  /** The seed whose day is played: it decides which events come where a level draws them. */
  readonly day: number;
  /** Exact runs that tell enough. */
  readonly runs: number;
  /** Played while one waits; the others by `npm run deep`, and those that take minutes by `npm run model -- --exact`. */
  readonly pace: "quick" | "deep" | "slow";
  readonly margins?: Partial<Record<"availability" | "latency" | "sessions" | "time" | "photos", number>>;
  readonly reason?: string;
}

/** The day on which designs are played unless another is named. */
const usualDay = 11;

/** What a case is called, in tests and on the page. */
export function titleOf({ level, name, day }: ConscienceCase): string {
  return `level ${level}, ${name}${day === usualDay ? "" : `, day ${day}`}`;
}

const of = (
  level: number,
  names: string,
  pace: ConscienceCase["pace"],
  runs: number,
  known: Readonly<Record<string, Pick<ConscienceCase, "margins" | "reason">>> = {},
  day = usualDay,
): ConscienceCase[] => names.split(" ").map((name) => ({ level, name, day, pace, runs, ...known[name] }));

const hovering =
  "answers nine in ten for minutes: chance takes single seconds of exact runs over the threshold";

const tipping =
  "its primary is 0.94 to 0.99 busy for two minutes: probably chance, for a few unlucky runs make such a tail and only three exact ones were played";

const refilling =
  "the report is off: the lost node's keys come back more slowly in it, and the line at the database is full two seconds longer";
const twoCores =
  "the report is off: boxes of the smaller town have two cores, of which it thinks that they are 2 % less in each other's way, and two balancer nodes that each take turns make lines 1 % longer; with boxes of eight cores both together are under 1 %";
const minutes =
  "the report is off for its steps of a minute: it sees the mean of the slope on which the crowd comes, buys more boxes, and its collapse ends a step earlier; in steps of ten seconds both agree";
const whoLeaves =
  "one exact run; which boxes leave is chance (another run had 0.467 lost), and p99 lies at its limit";

const workerless =
  "boxes run out of workers behind a full database: the report is a point too kind, it seems because it learns a step late how long one is held";

const lastMinute =
  "a third of them is still in line at the end: the report goes on at the pace of the last minute, which poison slows; exactly the line goes faster once that is parked";
const poisoned =
  "poison that comes back without end leaves most of the line for ever: the report goes on at the pace of the last minute, and exact runs count only photos that are ready an hour later";

/** Whole designs, lessons and wrong answers, by level. */
export const conscienceCases: readonly ConscienceCase[] = [
  ...of(1, "lesson also naive A", "quick", 4),
  ...of(2, "lesson also naive B", "quick", 4, {
    B: { margins: { availability: 0.012 }, reason: workerless },
  }),
  ...of(2, "A C", "deep", 2),
  ...of(3, "lesson", "quick", 2),
  ...of(3, "also naive A B C", "deep", 2),
  ...of(4, "lesson also naive A B C D", "deep", 2),
  ...of(5, "lesson also naive A B C D F", "deep", 2, {
    B: { margins: { time: 13 }, reason: hovering },
    D: { margins: { latency: 0.08 }, reason: tipping },
  }),
  // The flood takes the primary's zone.
  ...of(
    5,
    "lesson also naive A B C D F",
    "deep",
    2,
    {
      B: { margins: { time: 13 }, reason: hovering },
      D: { margins: { time: 0.25 }, reason: hovering },
    },
    23,
  ),
  ...of(6, "lesson also naive A C D E F", "slow", 2, {
    A: { margins: { latency: 0.1 }, reason: refilling },
  }),
  // For minutes its boxes work at the very edge of what they can do: when they fall over it is a matter of chance.
  ...of(6, "B", "slow", 4),
  // The flood takes the zone of half of the cache and copies, or of the only cache node.
  ...of(6, "lesson also naive A B C D E F", "slow", 2, {}, 23),
  ...of(8, "lesson C", "slow", 2, {
    lesson: { margins: { latency: 0.045 }, reason: twoCores },
    C: { margins: { availability: 0.02, latency: 0.52 }, reason: minutes },
  }),
  ...of(8, "also naive A B D", "slow", 1, {
    also: { margins: { latency: 0.06 }, reason: twoCores },
    naive: { margins: { sessions: 0.05, latency: 0.04 }, reason: whoLeaves },
  }),
  ...of(10, "also A B", "deep", 2, {
    A: { margins: { photos: 0.2 }, reason: lastMinute },
  }),
  ...of(10, "lesson naive C D E", "slow", 2, {
    D: { margins: { photos: 2 }, reason: poisoned },
  }),
  // A web box dies in a worker's place.
  ...of(10, "lesson", "slow", 2, {}, 23),
  ...of(12, "lesson A B D", "slow", 1),
  ...of(12, "C", "slow", 2),
  // The flood takes the shards' primaries and half of the cache.
  ...of(12, "lesson", "slow", 1, {}, 23),
];

/** One figure of both, with what it may be apart. */
export interface Beheld {
  readonly what: Indicator | "firstBadSec" | "lastBadSec";
  readonly report: number;
  readonly exact: number;
  /** Two standard deviations of the mean of the exact runs. */
  readonly interval: number;
  readonly holds: boolean;
  /** Whether it needs the design's own margin for that. */
  readonly byMargin: boolean;
}

/** Every figure of a comparison that is held to account. */
export function behold(found: Comparison, { runs, margins = {} }: ConscienceCase): Beheld[] {
  const chance = (between: number) => (deviations * between) / Math.sqrt(runs);
  const figure = (
    what: Beheld["what"],
    { report, exact, between }: ReturnType<Comparison["value"]>,
    usual: number,
    own: number | undefined,
  ): Beheld => {
    const interval = chance(between);
    const within = (apart: number) => Math.abs(report - exact) <= apart + interval;
    return { what, report, exact, interval, holds: within(own ?? usual), byMargin: !within(usual) };
  };
  const availability = found.value("availability");
  const near = (what: Indicator, margin: number | undefined) => {
    const value = found.value(what);
    return figure(what, value, latencyApart * value.exact, margin && margin * value.exact);
  };
  const latencies = (["latencyP95Ms", "latencyP99Ms"] as const).map((what) => near(what, margins.latency));
  const photos = (["photoReadyP95Sec", "doneJobs"] as const).filter((what) => found.value(what).exact > 0);
  // A threshold that is hardly crossed at all is crossed by chance.
  const times = (["firstBadSec", "lastBadSec"] as const).flatMap((what) => {
    const value = found[what];
    if (value.report < 0 || value.exact < 0) return [];
    const own = margins.time && secondsApart + margins.time * value.exact;
    return [figure(what, value, secondsApart + timesApart * value.exact, own)];
  });
  const lostSessions = found.value("lostSessionsShare");
  return [
    figure("availability", availability, availabilityApart, margins.availability),
    ...(lostSessions.report === 0 && lostSessions.exact === 0
      ? []
      : [figure("lostSessionsShare", lostSessions, sessionsApart, margins.sessions)]),
    ...latencies,
    ...photos.map((what) => near(what, margins.photos)),
    ...times,
  ];
}

/** Every way in which the report of a design is further from the exact runs than it may be; empty is well. */
export function conscience(found: Comparison, known: ConscienceCase): string[] {
  return behold(found, known).flatMap(({ what, report, exact, holds }) =>
    holds ? [] : [`${titleOf(known)}: ${what} ${report.toPrecision(4)}, exact ${exact.toPrecision(4)}`],
  );
}
