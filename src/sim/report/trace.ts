/**
 * One request, hop by hop: a sample of the joint law that the report is made of (single requests are not
 * followed). The same samples as in the tick itself, walked once more with a pencil.
 */

import { uniform } from "../chance/random.ts";
import { streamOf } from "../chance/streams.ts";
import type { RegionName } from "../design/design.ts";
import type { Hop, Route } from "../engine/flow.ts";
import type { Bucket } from "../engine/ledger.ts";
import type { World } from "../engine/world.ts";
import { type Place, partsOfPlace } from "../names/places.ts";
import { delaySec } from "../scenario/capacities.ts";
import type { RequestKind } from "../scenario/kinds.ts";

/** Time spent at one stop; several stops at one place in a row are one. */
export interface TraceHop {
  readonly place: Place | "network";
  readonly ms: number;
}

export interface Trace {
  readonly kind: RequestKind;
  readonly region: RegionName;
  /** What the client gets: browsers HTML, apps JSON. */
  readonly format: "html" | "json";
  readonly outcome: "answered" | "failed";
  /** For a failed one: where and why. */
  readonly lostAt?: Bucket;
  /** Names first, then the way there, then every stop. */
  readonly hops: readonly TraceHop[];
  readonly totalMs: number;
}

/** Three requests of the last step: a median one, the slowest in a hundred, and a failed one where there was any. */
export interface Traces {
  readonly median?: Trace;
  readonly slow?: Trace;
  readonly failed?: Trace;
}

/** Traces of the last step, of the kind that most users wait for. */
export function traceLastStep(world: World): Traces {
  const chosen = busiest(world, (route) => route.offeredPerSec * route.mass);
  const result: { median?: Trace; slow?: Trace; failed?: Trace } = {};
  if (chosen) {
    const walked = walk(world, chosen);
    const alive = walked.order.filter((k) => (walked.lostAt[k] as number) < 0);
    const at = (share: number) => alive[Math.min(alive.length - 1, Math.floor(alive.length * share))];
    const [median, slow] = [at(0.5), at(0.99)];
    if (median !== undefined) result.median = traceOf(world, chosen, walked, median);
    if (slow !== undefined) result.slow = traceOf(world, chosen, walked, slow);
  }
  const failing = busiest(
    world,
    (route) => route.offeredPerSec * (1 - route.mass * (1 - route.timedOutShare)),
  );
  if (failing) {
    const failed = failedTrace(world, failing);
    if (failed) result.failed = failed;
  }
  return result;
}

function busiest(world: World, weight: (route: Route) => number): Route | undefined {
  let best: Route | undefined;
  let most = 1e-9;
  for (const route of world.routes) {
    if (!route.traits.isAwaited) continue;
    const here = weight(route);
    if (here > most) {
      most = here;
      best = route;
    }
  }
  return best;
}

interface Walked {
  readonly marks: readonly Float64Array[];
  readonly lostAt: Int32Array;
  /** Samples, fastest first. */
  readonly order: readonly number[];
}

function walk(world: World, route: Route): Walked {
  const { samples } = world.walk;
  const marks = route.hops.map(() => new Float64Array(samples));
  const kept = { heldSec: route.heldSec, timedOutShare: route.timedOutShare };
  world.walk.marks = marks;
  // The stream that the route was walked with in its step, where routes are counted from one.
  const stream = streamOf("walk", 1 + world.sources.flatMap(({ routes }) => routes).indexOf(route));
  world.walk.run(route, world.tick - 1, stream, world.scenario.clients.timeoutSec);
  world.walk.marks = null;
  Object.assign(route, kept);
  const last = marks.at(-1) ?? new Float64Array(samples);
  const order = Array.from({ length: samples }, (_, k) => k).sort(
    (a, b) => (last[a] as number) - (last[b] as number),
  );
  return { marks, lostAt: Int32Array.from(world.walk.lostAt), order };
}

function opening(world: World, route: Route): TraceHop[] {
  const hops: TraceHop[] = [{ place: "dns", ms: delaySec.dnsLookup * 1_000 }];
  if (world.design.dns.domain) hops.push({ place: "network", ms: route.networkSec * 1_000 });
  return hops;
}

function formatOf(world: World, route: Route): Trace["format"] {
  return uniform(world.options.seed, world.tick, streamOf("format")) < route.source.mobileShare
    ? "json"
    : "html";
}

function traceOf(world: World, route: Route, walked: Walked, sample: number): Trace {
  const hops = [...opening(world, route), ...stops(world, route, walked, sample, Number.POSITIVE_INFINITY)];
  return {
    kind: route.kind,
    region: route.region,
    format: formatOf(world, route),
    outcome: "answered",
    hops,
    totalMs: hops.reduce((sum, { ms }) => sum + ms, 0),
  };
}

/** Stops of one sample until a place (or the end), neighbours at one place joined. */
function stops(world: World, route: Route, walked: Walked, sample: number, lastPlace: number): TraceHop[] {
  const hops: { place: Place; ms: number }[] = [];
  let before = 0;
  for (const [h, hop] of route.hops.entries()) {
    const after = (walked.marks[h] as Float64Array)[sample] as number;
    const place = world.placeOf((hop as Hop).place);
    const ms = (after - before) * 1_000;
    before = after;
    if (ms > 0) {
      const last = hops.at(-1);
      if (last?.place === place) last.ms += ms;
      else hops.push({ place, ms });
    }
    if (hop.place === lastPlace) break;
  }
  return hops;
}

function failedTrace(world: World, route: Route): Trace | undefined {
  let bucket = -1;
  let most = route.mass * route.timedOutShare;
  for (let i = 0; i < route.losses; i++)
    if ((route.lossMass[i] as number) > most) {
      most = route.lossMass[i] as number;
      bucket = route.lossBucket[i] as number;
    }
  if (most <= 0) return undefined;
  const common = {
    kind: route.kind,
    region: route.region,
    format: formatOf(world, route),
    outcome: "failed",
  } as const;
  const walked = walk(world, route);
  if (bucket < 0) {
    const sample = walked.order.find((k) => (walked.lostAt[k] as number) >= 0);
    if (sample === undefined) return undefined;
    const place = walked.lostAt[sample] as number;
    const hops = [...opening(world, route), ...stops(world, route, walked, sample, place)];
    const totalMs = hops.reduce((sum, { ms }) => sum + ms, 0);
    return { ...common, lostAt: { place: world.placeOf(place), reason: "timeout" }, hops, totalMs };
  }
  const lostAt = world.ledger.buckets[bucket]!;
  const typical = walked.order[walked.order.length >> 1] as number;
  const until = route.hops.findIndex((hop) => world.placeOf(hop.place) === lostAt.place);
  const way =
    partsOfPlace(lostAt.place).name === "dns"
      ? []
      : stops(world, route, walked, typical, Number.POSITIVE_INFINITY);
  const hops = [
    ...opening(world, route),
    ...(until < 0 ? way.slice(0, 1) : until === 0 ? [] : before(way, lostAt.place)),
  ];
  return { ...common, lostAt, hops, totalMs: hops.reduce((sum, { ms }) => sum + ms, 0) };
}

function before(hops: readonly TraceHop[], place: Place): TraceHop[] {
  const end = hops.findIndex((hop) => hop.place === place);
  return end < 0 ? [...hops] : hops.slice(0, end);
}
