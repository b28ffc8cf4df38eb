/**
 * Runs that end as soon as they are sealed: what has failed stays failed, who has waited has waited, and what can only
 * rise does not fall. Nothing is foretold; a run that is stopped here misses its goal at the end for certain.
 */
import { type Goal, type Level, play } from "../game/index.ts";
import {
  type Design,
  type Indicator,
  indicatorTraits,
  partsOfIndicator,
  Run,
  type RunOptions,
  screeningRun,
} from "../sim/index.ts";

/** How far from its goal a value may be and still count. */
export interface Slack {
  /** Of figures above 1: so many times the goal, and as much more. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Of shares: so many times what may fail (or happen), and as much more. */
  readonly share: number;
  readonly shareFloor: number;
  /** So many times the budget. */
  readonly bill: number;
}

export const noSlack: Slack = { ratio: 1, ratioFloor: 0, share: 1, shareFloor: 0, bill: 1 };

/** The greatest value that a goal of "at most" lets pass; of one of "at least", the greatest share that it lets fail. */
export function most(goal: Goal, by: Slack): number {
  const bound = "atMost" in goal ? goal.atMost : 1 - goal.atLeast;
  return bound <= 1 ? bound * by.share + by.shareFloor : bound * by.ratio + by.ratioFloor;
}

/** Indicators that never fall while a run goes on; a test follows them through random days. */
export const rising: ReadonlySet<Indicator> = new Set<Indicator>([
  "breachedBoxes",
  "oversold",
  "lostSessionsShare",
  "ordersLost",
  "staleAssetSecMax",
  "staleSecMax",
]);

/** What seals a run, once there is more of it. */
interface Limits {
  readonly failedMax: number;
  readonly slow: readonly { readonly fromSec: number; readonly answersMax: number }[];
  readonly rising: readonly { readonly indicator: Indicator; readonly most: number }[];
}

/** Requests that users wait for, over a day of a level: the same for every design, and known from its start. */
const offered = new WeakMap<Level, Map<string, number>>();

function offeredIn(level: Level, { seed, stride, drawsTraffic = false }: RunOptions): number {
  const known = offered.get(level) ?? new Map<string, number>();
  offered.set(level, known);
  const key = `${seed} ${stride} ${drawsTraffic}`;
  let requests = known.get(key);
  if (requests === undefined) {
    const { particles } = screeningRun;
    requests = play(level, level.start, seed, { particles, stride, drawsTraffic }).report.ledger.offered;
    known.set(key, requests);
  }
  return requests;
}

export interface Sealing {
  readonly by: Slack;
  /** A run is sealed when it is so many times as far from its goal as its slack allows. */
  readonly times: number;
  /** An answer is slow when it is so many times as far from its goal; unless told, as many as seal a run. */
  readonly slowFrom?: number;
  /**
   * Slow answers seal a run, too, once there are so many times as many as a percentile of all answers allows: 1, where
   * tails can be trusted, unless told.
   */
  readonly tailTimes?: number;
}

function limitsOf({ goals }: Level, sealing: Sealing, requests: number): Limits {
  const { by, times, slowFrom = times, tailTimes = 1 } = sealing;
  const slow = [];
  const risen = [];
  // A request is counted whole a tick later than it is lost, and a share is rounded.
  let failedMax = Number.POSITIVE_INFINITY;
  for (const goal of goals) {
    const bound = most(goal, by);
    const limit = times * bound;
    if (!("atMost" in goal)) {
      if (goal.indicator === "availability") failedMax = Math.min(failedMax, limit * requests + 1);
      continue;
    }
    if (goal.indicator === "costPerMonth") continue;
    if (rising.has(goal.indicator)) risen.push({ indicator: goal.indicator, most: limit });
    const { name, region } = partsOfIndicator(goal.indicator);
    const { shareAbove } = indicatorTraits[name];
    if (shareAbove !== undefined && region === undefined)
      slow.push({
        fromSec: (slowFrom * bound) / 1_000,
        answersMax: tailTimes * shareAbove * requests + 1,
      });
  }
  return { failedMax, slow, rising: risen };
}

type World = Run["world"];

/** A sum over the answer times of all that users wait for, of all regions or of one. */
function sumOfAnswers(
  { world }: Run,
  amount: (times: World["latency"][number]) => number,
  region?: World["sources"][number]["region"],
): number {
  let sum = 0;
  for (let s = 0; s < world.sources.length; s++) {
    const source = world.sources[s]!;
    if (source.traits.isAwaited && (region === undefined || source.region === region))
      sum += amount(world.latency[s]!);
  }
  return sum;
}

function hasTooManySlow(run: Run, { slow }: Limits): boolean {
  return slow.some(
    ({ fromSec, answersMax }) => sumOfAnswers(run, (times) => times.weightFrom(fromSec)) > answersMax,
  );
}

/**
 * How many times as many answers as a goal allows took longer than it says; undefined where it is no goal of a percentile
 * of answer times, of all users or of a region's.
 */
export function slowTimes(run: Run, goal: Goal): number | undefined {
  if (!("atMost" in goal) || goal.indicator === "costPerMonth") return undefined;
  const { name, region } = partsOfIndicator(goal.indicator);
  const { shareAbove } = indicatorTraits[name];
  if (shareAbove === undefined) return undefined;
  const slower = sumOfAnswers(run, (times) => times.weightFrom(goal.atMost / 1_000), region);
  const all = sumOfAnswers(run, ({ count }) => count, region);
  return all > 0 ? slower / all / shareAbove : 0;
}

function hasRisenTooHigh(run: Run, limits: Limits): boolean {
  if (limits.rising.length === 0) return false;
  const measured = run.measured();
  return limits.rising.some(({ indicator, most }) => (measured[indicator] ?? 0) > most);
}

function isSealed(run: Run, limits: Limits): boolean {
  const { world } = run;
  return world.ledger.totals(world.userFacing).failed > limits.failedMax || hasTooManySlow(run, limits);
}

/** Ticks of a run between two looks at what it has lost, at least. */
const ticksBetweenLooks = 4;
/** Looks between two at what the tiers have measured, which is dear. */
const looksBetweenMeasures = 4;

/** Runs a design on a level's day, to its end or until it is sealed: then undefined. */
export function runUntilSealed(
  level: Level,
  design: Design,
  options: RunOptions,
  sealing: Sealing,
): Run | undefined {
  const limits = limitsOf(level, sealing, offeredIn(level, options));
  const run = new Run(design, level.scenario, options);
  const stepsBetweenLooks = Math.ceil(ticksBetweenLooks / options.stride);
  for (let n = 1; !run.done; n++) {
    run.advance();
    if (n % stepsBetweenLooks !== 0) continue;
    if (isSealed(run, limits)) return undefined;
    if (n % (looksBetweenMeasures * stepsBetweenLooks) === 0 && hasRisenTooHigh(run, limits))
      return undefined;
  }
  return run;
}
