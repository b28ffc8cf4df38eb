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
import { isSilent } from "../names/reasons.ts";
import { delaySec } from "../scenario/capacities.ts";
import { kinds, type RequestKind } from "../scenario/kinds.ts";
import { isOutageIn } from "../tiers/edge/files.ts";
import { siteRoundTrips } from "../tiers/edge/page-load.ts";
import { jobSec } from "../tiers/jobs/forecast.ts";
import { lineOf } from "../tiers/jobs/lines.ts";

/** What a stop is for, where its place alone does not tell: the trips of a page, the steps of a job. */
export type TraceStep = "page" | "files" | "crop" | "sharpen" | "blur";

/** Time spent at one stop; several stops at one place in a row are one. */
export interface TraceHop {
  readonly place: Place | "network";
  readonly ms: number;
  readonly step?: TraceStep;
}

export interface Trace {
  readonly kind: RequestKind;
  readonly region: RegionName;
  /** What the client gets: browsers HTML, apps JSON. */
  readonly format: "html" | "json";
  readonly outcome: "answered" | "failed";
  /** For a failed one: where and why. */
  readonly lostAt?: Bucket;
  /** The name first, which is remembered and takes no time, then the way there, then every stop. */
  readonly hops: readonly TraceHop[];
  readonly totalMs: number;
}

/** What can be looked at of one step: three requests that stand for all, then one of each sort there is. */
export const traceKinds = [
  "median",
  "slow",
  "failed",
  "page",
  "write",
  "order",
  "like",
  "post",
  "log",
  "job",
] as const;
export type TraceKind = (typeof traceKinds)[number];

/**
 * Requests of the last step. `median` and `slow` are of all requests that somebody waits for, as the answer times of
 * a run are; `failed` is the commonest failure; `page` a whole page with its files from where it takes longest;
 * `job` a photo from the upload until it is ready; the others the median of their kind.
 */
export type Traces = Readonly<Partial<Record<TraceKind, Trace>>>;

/** Traces of the last step. */
export function traceLastStep(world: World): Traces {
  const walks = new Walks(world);
  const dynamic = world.routes.filter(({ kind }) => kinds[kind].isAwaited);
  const traces: [TraceKind, Trace | undefined][] = [
    ["median", quantileTrace(world, walks, dynamic, 0.5)],
    ["slow", quantileTrace(world, walks, dynamic, 0.99)],
    ["failed", failedTrace(world, walks)],
    ["page", pageTrace(world, walks)],
    ["job", jobTrace(world, walks)],
  ];
  for (const kind of ["write", "order", "like", "post", "log"] as const)
    traces.push([kind, kindTrace(world, walks, kind)]);
  return Object.fromEntries(traces.filter(([, trace]) => trace !== undefined)) as Traces;
}

interface Walked {
  readonly marks: readonly Float64Array[];
  readonly lostAt: Int32Array;
  /** Seconds of each sample, until its client gave up. */
  readonly elapsedSec: Float64Array;
}

/** The routes of the step walked once more, each when it is asked for. */
class Walks {
  /** Every route there is, those that end at an edge too. */
  readonly all: readonly Route[];
  readonly #world: World;
  readonly #known = new Map<Route, Walked>();

  constructor(world: World) {
    this.#world = world;
    this.all = world.sources.flatMap(({ routes }) => routes);
  }

  of(route: Route): Walked {
    const known = this.#known.get(route);
    if (known) return known;
    const { walk, tick, scenario } = this.#world;
    const marks = route.hops.map(() => new Float64Array(walk.samples));
    const { heldSec, timedOutShare } = route;
    walk.marks = marks;
    // The stream that the route was walked with in its step, where routes are counted from one.
    const stream = streamOf("walk", 1 + this.all.indexOf(route));
    walk.run(route, tick - 1, stream, scenario.clients.timeoutSec);
    walk.marks = null;
    // What the step has learnt of the route stays.
    route.heldSec = heldSec;
    route.timedOutShare = timedOutShare;
    const walked = {
      marks,
      lostAt: Int32Array.from(walk.lostAt),
      elapsedSec: Float64Array.from(walk.elapsedSec),
    };
    this.#known.set(route, walked);
    return walked;
  }

  /** The sample of a route that takes longer than a share of them. */
  sampleAt(route: Route, share: number): number {
    const { elapsedSec } = this.of(route);
    const order = Array.from(elapsedSec, (_, k) => k).sort((a, b) => elapsedSec[a]! - elapsedSec[b]!);
    return order[Math.min(order.length - 1, Math.floor(order.length * share))]!;
  }
}

/** The sample that takes longer than a share of all samples of some routes, each route by what it carries. */
function quantileTrace(
  world: World,
  walks: Walks,
  routes: readonly Route[],
  share: number,
): Trace | undefined {
  const all: { route: Route; sample: number; sec: number; weight: number }[] = [];
  let total = 0;
  for (const route of routes) {
    const weight = (route.offeredPerSec * route.mass) / world.walk.samples;
    if (!(weight > 0)) continue;
    walks.of(route).elapsedSec.forEach((sec, sample) => {
      all.push({ route, sample, sec: sec + route.networkSec, weight });
      total += weight;
    });
  }
  all.sort((a, b) => a.sec - b.sec);
  let before = 0;
  for (const { route, sample, weight } of all) {
    before += weight;
    if (before >= share * total) return sampleTrace(world, walks, route, sample);
  }
  return undefined;
}

function kindTrace(world: World, walks: Walks, kind: RequestKind): Trace | undefined {
  return quantileTrace(
    world,
    walks,
    world.routes.filter((route) => route.kind === kind),
    0.5,
  );
}

function commonOf(world: World, route: Route): Pick<Trace, "kind" | "region" | "format"> {
  const isApp = uniform(world.options.seed, world.tick, streamOf("format")) < route.source.mobileShare;
  return { kind: route.kind, region: route.region, format: isApp ? "json" : "html" };
}

/** The name and the way there. Whoever comes again has the name already: looking it up is no part of an answer time. */
function opening(world: World, route: Route, networkSec = route.networkSec): TraceHop[] {
  if (!world.design.dns.domain) return [{ place: "dns", ms: delaySec.dnsLookup * 1_000 }];
  return [
    { place: "dns", ms: 0 },
    { place: "network", ms: networkSec * 1_000 },
  ];
}

function whole(
  common: Pick<Trace, "kind" | "region" | "format">,
  hops: readonly TraceHop[],
  lostAt?: Bucket,
): Trace {
  return {
    ...common,
    outcome: lostAt ? "failed" : "answered",
    ...(lostAt ? { lostAt } : {}),
    hops,
    totalMs: hops.reduce((sum, { ms }) => sum + ms, 0),
  };
}

/** One sample of a route; one whose client gave up is a failure, with all that its answer would have taken. */
function sampleTrace(world: World, walks: Walks, route: Route, sample: number): Trace {
  const lost = walks.of(route).lostAt[sample]!;
  const hops = [...opening(world, route), ...stops(world, walks, route, sample)];
  const lostAt = lost < 0 ? undefined : ({ place: world.placeOf(lost), reason: "timeout" } as const);
  return whole(commonOf(world, route), hops, lostAt);
}

/** Stops of one sample, neighbours at one place joined. */
function stops(world: World, walks: Walks, route: Route, sample: number): TraceHop[] {
  const { marks } = walks.of(route);
  const hops: { place: Place; ms: number }[] = [];
  let before = 0;
  for (const [h, hop] of route.hops.entries()) {
    const after = marks[h]![sample]!;
    const place = world.placeOf((hop as Hop).place);
    const ms = (after - before) * 1_000;
    before = after;
    if (!(ms > 0)) continue;
    const last = hops.at(-1);
    if (last?.place === place) last.ms += ms;
    else hops.push({ place, ms });
  }
  return hops;
}

/** The commonest failure of all that counts, files at an edge too: what lost the most requests of the route that loses most. */
function failedTrace(world: World, walks: Walks): Trace | undefined {
  const failing = busiest(
    walks.all.filter(({ traits }) => traits.isCounted),
    (route) => route.offeredPerSec * (1 - route.mass * (1 - route.timedOutShare)),
  );
  if (!failing) return undefined;
  const route = failing;
  let bucket = -1;
  let most = route.mass * route.timedOutShare;
  for (let i = 0; i < route.losses; i++)
    if (route.lossMass[i]! > most) {
      most = route.lossMass[i]!;
      bucket = route.lossBucket[i]!;
    }
  if (most <= 0) return undefined;
  if (bucket < 0) {
    const sample = walks.of(route).lostAt.findIndex((place) => place >= 0);
    return sample < 0 ? undefined : sampleTrace(world, walks, route, sample);
  }
  const lostAt = world.ledger.buckets[bucket]!;
  // A place without power says nothing: its client waits until it gives up.
  if (isSilent(lostAt.reason))
    return whole(commonOf(world, route), opening(world, route, world.scenario.clients.timeoutSec), lostAt);
  const isName = partsOfPlace(lostAt.place).name === "dns";
  const way = isName ? [] : stops(world, walks, route, walks.sampleAt(route, 0.5));
  const end = way.findIndex(({ place }) => place === lostAt.place);
  const isOnWay = route.hops.some((hop) => world.placeOf(hop.place) === lostAt.place);
  const until = end >= 0 ? end : isOnWay ? 0 : Math.min(1, way.length);
  return whole(commonOf(world, route), [...opening(world, route), ...way.slice(0, until)], lostAt);
}

function busiest(routes: readonly Route[], weight: (route: Route) => number): Route | undefined {
  let best: Route | undefined;
  let most = 1e-9;
  for (const route of routes) {
    const here = weight(route);
    if (here > most) {
      most = here;
      best = route;
    }
  }
  return best;
}

/** A page with its files, from the region where it takes longest; nothing where pages show no files. */
function pageTrace(world: World, walks: Walks): Trace | undefined {
  const { design, scenario } = world;
  if (!scenario.streams.some(({ kind }) => kind === "asset")) return undefined;
  const trips = scenario.clients.pageRoundTrips;
  const forPage = Math.min(siteRoundTrips, trips);
  const pages = world.routes
    .filter(({ kind, offeredPerSec, mass }) => kind === "page" && offeredPerSec * mass > 0)
    .map((route) => {
      const files = busiest(
        world.routes.filter(({ kind, region }) => kind === "asset" && region === route.region),
        ({ offeredPerSec, mass }) => offeredPerSec * mass,
      );
      const hasEdge =
        design.cdn.assets !== "none" && world.happenings("cdn-outage", isOutageIn(route.region)).share === 0;
      const tripSec = hasEdge ? delaySec.edgeRoundTrip : route.networkSec;
      const filesMs = (trips - forPage) * tripSec * 1_000;
      const hops: TraceHop[] = [
        ...opening(world, route, forPage * route.networkSec).map((hop) =>
          hop.place === "network" ? { ...hop, step: "page" as const } : hop,
        ),
        ...stops(world, walks, route, walks.sampleAt(route, 0.5)),
        { place: hasEdge ? "cdn" : "network", ms: filesMs, step: "files" },
        ...(files && !hasEdge ? stops(world, walks, files, walks.sampleAt(files, 0.5)) : []),
      ];
      return whole(commonOf(world, route), hops);
    });
  return pages.reduce<Trace | undefined>(
    (longest, page) => (longest === undefined || page.totalMs > longest.totalMs ? page : longest),
    undefined,
  );
}

/** A photo: its upload, its wait in line, and the steps of the work. Without a queue, the request that does all of it. */
function jobTrace(world: World, walks: Walks): Trace | undefined {
  const route = busiest(
    world.routes.filter(({ kind }) => kind === "photo"),
    ({ offeredPerSec }) => offeredPerSec,
  );
  if (!route) return undefined;
  const site = world.sites[route.site]!;
  if (route.mass <= 0) return undefined;
  const upload = sampleTrace(world, walks, route, walks.sampleAt(route, 0.5));
  if (upload.lostAt || site.design.queue.kind === "none") return upload;
  const { waiting, ratePerSec } = lineOf(world, site);
  const waitMs = waiting <= 0 ? 0 : ratePerSec > 0 ? (waiting / ratePerSec) * 1_000 : Number.NaN;
  if (Number.isNaN(waitMs)) return undefined;
  const stepMs = (jobSec(site.design) * 1_000) / 3;
  const steps = (["crop", "sharpen", "blur"] as const).map((step) => ({
    place: site.place("workers"),
    ms: stepMs,
    step,
  }));
  return whole(commonOf(world, route), [
    ...upload.hops,
    { place: site.place("queue"), ms: waitMs },
    ...steps,
  ]);
}
