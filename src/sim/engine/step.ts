/**
 * One tick, in the order in which it reads: what is in force now; how many arrive; what each tier is;
 * the flow through the tiers in path order; samples along the routes; the books.
 */

import type { LatencyHistogram } from "../chance/histogram.ts";
import { drawPoisson } from "../chance/poisson.ts";
import { streamOf } from "../chance/streams.ts";
import { isSilent } from "../names/reasons.ts";
import type { ActOf } from "../scenario/acts.ts";
import { rateAt, type Stream } from "../scenario/scenario.ts";
import type { Route, Source } from "./flow.ts";
import type { Happenings } from "./happenings.ts";
import { type GiveUp, Retries } from "./retries.ts";
import { isWithin } from "./time.ts";
import type { Tier, World } from "./world.ts";

/** Longest delay of an answer that the books tell apart, in steps. */
export const delaysMax = 16;
const placesMax = 256;

/** Buffers and choices that a run's steps share. */
export interface StepContext {
  readonly world: World;
  readonly tiers: readonly Tier[];
  /** Loss bucket "gave up waiting" by place number; made on first use. */
  readonly timeoutBuckets: number[];
  /** Answer times of this tick over all requests that somebody waits for; null when no series is kept. */
  readonly tickLatency: LatencyHistogram | null;
  readonly onLoss: (bucket: number, requests: number) => void;
  /** Answers of one route by delay in steps, reused. */
  readonly delayed: Float64Array;
  readonly retries: Retries;
  readonly celebrities: Happenings<"celebrity">;
  readonly limits: readonly ActOf<"limit-retries">[];
  /** Books requests that would be tried again if the retry budget were not spent. */
  readonly giveUp: GiveUp;
  /** Attempts of one route that timed out, by place, reused. */
  readonly lateAt: Float64Array;
}

/** What a run's steps share, for a world whose step is `dtSec` long. */
export function newStepContext(
  world: World,
  tiers: readonly Tier[],
  dtSec: number,
  tickLatency: LatencyHistogram | null,
  onLoss: StepContext["onLoss"],
): StepContext {
  world.dtSec = dtSec;
  return {
    world,
    tiers,
    timeoutBuckets: [],
    tickLatency,
    onLoss,
    delayed: new Float64Array(delaysMax + 1),
    celebrities: world.happenings("celebrity"),
    limits: world.acts("limit-retries"),
    retries: new Retries(world.sources.length, world.scenario.clients, dtSec),
    giveUp(s, bucket, requests, spentSec) {
      const source = world.sources[s]!;
      world.ledger.fail(source.kindIndex, bucket, requests, 0);
      world.latency[s]!.add(spentSec, requests);
      if (source.traits.isAwaited) tickLatency?.add(spentSec, requests);
    },
    lateAt: new Float64Array(placesMax),
  };
}

/** Takes the world one step on. */
export function step(context: StepContext): void {
  const { world, tiers } = context;
  announce(world);
  arrive(context);
  for (let i = 0; i < world.routes.length; i++) world.routes[i]!.forget();
  for (let i = 0; i < tiers.length; i++) tiers[i]!.prepare?.(world);
  for (let i = 0; i < world.routes.length; i++) world.routes[i]!.begin();
  for (let i = 0; i < tiers.length; i++) tiers[i]!.serve?.(world);
  settle(context);
  for (let i = 0; i < tiers.length; i++) tiers[i]!.learn?.(world);
  world.ledger.close(world.userFacing, context.onLoss);
}

/** Notes the events and acts that come into force in this step. */
function announce(world: World): void {
  for (const event of world.scenario.events)
    if (isWithin(world, event.atSec)) world.note({ what: "event", label: event.label, event: event.what });
  for (const { label, atSec } of world.scenario.acts ?? [])
    if (isWithin(world, atSec)) world.note({ what: "act", label });
}

/** Fresh arrivals of this step, at the middle of the step, and retries that fall due. */
function arrive({ world, retries, giveUp, celebrities, limits }: StepContext): void {
  for (const { atSec, budget } of limits) if (isWithin(world, atSec)) retries.limit(budget);
  const middle = world.timeSec + world.dtSec / 2;
  const { drawsTraffic, seed } = world.options;
  let s = 0;
  let fresh = 0;
  for (const stream of world.scenario.streams) {
    const rate = meanRate(stream, world.timeSec, world.dtSec, middle);
    for (const region in stream.regions) {
      const source = world.sources[s]!;
      const share = stream.regions[region as keyof Stream["regions"]]!;
      const expected = (rate + extra(celebrities, source)) * share;
      source.freshPerSec = drawsTraffic
        ? drawPoisson(expected * world.dtSec, seed, world.tick, streamOf("arrivals", s)) / world.dtSec
        : expected;
      s++;
      source.attemptPerSec[0] = source.freshPerSec;
      world.ledger.offer(source.kindIndex, source.freshPerSec * world.dtSec);
      fresh += source.freshPerSec;
    }
  }
  if (retries.isBudgeted) retries.decide(world.tick, fresh, giveUp);
  for (s = 0; s < world.sources.length; s++) retries.release(world.tick, s, world.sources[s]!);
}

/** A jump in a curve (two points at one time) falls inside a step rarely; two samples catch ramps exactly. */
function meanRate(stream: Stream, from: number, dt: number, middle: number): number {
  return dt <= 1
    ? rateAt(stream.curve, middle)
    : (rateAt(stream.curve, from + dt * 0.25) + rateAt(stream.curve, from + dt * 0.75)) / 2;
}

/** Requests of a kind that an event adds, per second: a celebrity's readers and likes. */
function extra(celebrities: Happenings<"celebrity">, source: Source): number {
  if (source.kind === "post") return celebrities.sum(({ readsPerSec }) => readsPerSec);
  return source.kind === "like" ? celebrities.sum(({ likesPerSec }) => likesPerSec) : 0;
}

/** Walks samples along every route and books answers, failures and retries. */
function settle(context: StepContext): void {
  const { world } = context;
  const { tally } = world;
  tally.stepServed = 0;
  tally.stepInVain = 0;
  context.tickLatency?.clear();
  let stream = 0;
  for (let s = 0; s < world.sources.length; s++) {
    const source = world.sources[s]!;
    for (let r = 0; r < source.routes.length; r++) {
      const route = source.routes[r]!;
      stream++;
      if (route.offeredPerSec <= 0) {
        route.heldSec = 0;
        continue;
      }
      if (route.mass > 0)
        world.walk.run(route, world.tick, streamOf("walk", stream), world.scenario.clients.timeoutSec);
      for (let a = 0; a < source.attemptPerSec.length; a++) {
        const rate = source.attemptPerSec[a]! * route.share;
        if (rate > 0) bookAttempt(context, s, source, route, a, rate);
      }
    }
  }
  if (tally.stepInVain > 0) {
    tally.servedWhileLate += tally.stepServed;
    tally.inVain += tally.stepInVain;
  }
}

function bookAttempt(
  context: StepContext,
  s: number,
  source: Source,
  route: Route,
  attempt: number,
  rate: number,
): void {
  const { world, retries } = context;
  const again = attempt + 1 < source.attemptPerSec.length;
  for (let i = 0; i < route.losses; i++) {
    const lost = rate * route.lossMass[i]!;
    const bucket = route.lossBucket[i]!;
    // A refusal is quick: only the back-off lies between it and the next attempt. Silence takes all one's patience.
    const { timeoutSec, backoffSec } = world.scenario.clients;
    const spentSec = isSilent(world.ledger.buckets[bucket]!.reason) ? timeoutSec : 0;
    if (again) retries.fail(world.tick, s, attempt + 1, bucket, lost, spentSec, backoffSec);
    else world.ledger.fail(source.kindIndex, bucket, lost * world.dtSec, (spentSec / world.dtSec) | 0);
  }
  if (route.mass > 0) bookSamples(context, s, source, route, attempt, rate * route.mass, again);
}

/** Books the walked samples, which together stand for `rate` requests per second. */
function bookSamples(
  context: StepContext,
  s: number,
  source: Source,
  route: Route,
  attempt: number,
  rate: number,
  again: boolean,
): void {
  const { world, delayed, tickLatency, retries, lateAt } = context;
  const { walk, ledger, dtSec } = world;
  const n = walk.samples;
  const each = (rate * dtSec) / n;
  const elapsed = walk.elapsedSec;
  const beforeSec = route.networkSec + retries.spentSec[s * source.attemptPerSec.length + attempt]!;
  const histogram = world.latency[s]!;
  const perTick = source.traits.isAwaited ? tickLatency : null;
  const areAllInTime = route.timedOutShare === 0;
  delayed.fill(0);
  let late = 0;
  for (let k = 0; k < n; k++) {
    const sec = elapsed[k]!;
    const delay = Math.min(delaysMax, ((k + 0.5) / n + (sec + route.networkSec) / dtSec) | 0);
    const place = areAllInTime ? -1 : walk.lostAt[k]!;
    if (place < 0) delayed[delay] = delayed[delay]! + 1;
    else if (again) {
      late++;
      lateAt[place] = lateAt[place]! + 1;
      continue;
    } else ledger.fail(source.kindIndex, timeoutBucket(context, place), each, delay);
    if (areAllInTime) continue;
    histogram.add(sec + beforeSec, each);
    perTick?.add(sec + beforeSec, each);
  }
  if (areAllInTime) {
    histogram.addAll(elapsed, each, beforeSec);
    perTick?.addAll(elapsed, each, beforeSec);
  }
  if (source.traits.isAwaited) {
    world.tally.stepServed += rate * dtSec;
    world.tally.stepInVain += rate * dtSec * route.timedOutShare;
  }
  if (late > 0) retryLate(context, s, attempt + 1, rate / n);
  for (let d = 0; d <= delaysMax; d++)
    if (delayed[d]! > 0) ledger.answer(source.kindIndex, each * delayed[d]!, d);
}

/** What was not answered in time is tried again; `lateAt` counts it in samples of `rate` requests per second. */
function retryLate(context: StepContext, s: number, attempt: number, rate: number): void {
  const { world, retries, lateAt } = context;
  const { timeoutSec, backoffSec } = world.scenario.clients;
  for (let place = 0; place < placesMax; place++) {
    const late = lateAt[place]!;
    if (late === 0) continue;
    lateAt[place] = 0;
    const bucket = timeoutBucket(context, place);
    retries.fail(world.tick, s, attempt, bucket, rate * late, timeoutSec, backoffSec);
  }
}

function timeoutBucket({ world, timeoutBuckets }: StepContext, place: number): number {
  let bucket = timeoutBuckets[place];
  if (bucket === undefined) {
    bucket = world.ledger.bucket(world.placeOf(place), "timeout");
    timeoutBuckets[place] = bucket;
  }
  return bucket;
}
