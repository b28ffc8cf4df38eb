/**
 * What happens to a design: traffic, data, faults and events over simulated time. All of it is data;
 * nothing here reads a clock, so a run means the same at any speed.
 */
import type { RegionName } from "../design/design.ts";
import type { Act } from "./acts.ts";
import type { CommitSettings } from "./commit.ts";
import type { RequestKind } from "./kinds.ts";
import type { Prices } from "./prices.ts";

/** Points of a piecewise linear curve, `[atSec, ratePerSec]`, in rising order of time; flat before and after. */
export type Curve = readonly (readonly [atSec: number, ratePerSec: number])[];

/** One kind of request over time, with where its users are (shares sum to 1). */
export interface Stream {
  readonly kind: RequestKind;
  readonly curve: Curve;
  readonly regions: Readonly<Partial<Record<RegionName, number>>>;
  /** Share of clients that are mobile apps (JSON); the others get HTML. */
  readonly mobileShare: number;
}

/** What is stored and how its popularity is spread. */
export interface DataSet {
  /** Distinct cacheable objects. */
  readonly objects: number;
  readonly objectKb: number;
  /** Zipf exponent of popularity. */
  readonly zipf: number;
  /** Share of objects changed by each write, in objects per write. */
  readonly changesPerWrite: number;
  /** Static files, for the CDN. */
  readonly assets: number;
  readonly assetKb: number;
  /** Daily share by which the working set grows. */
  readonly growthShare: number;
}

/** How clients behave. */
export interface Clients {
  /** A client gives up after so long. */
  readonly timeoutSec: number;
  /** Attempts in all; 1 means no retries. */
  readonly attempts: number;
  readonly backoffSec: number;
  /** Retries allowed as a share of fresh requests; Infinity is no budget. */
  readonly retryBudget: number;
  /** How long a visit lasts whose session the servers must remember; none or 0 when they keep no sessions. */
  readonly sessionSec?: number;
  /** Round trips that one page load needs, for the page-load indicator. */
  readonly pageRoundTrips: number;
}

/** What can break or change, in simulated seconds. `label` names the event's words in the prose. */
export type ScenarioEvent = {
  readonly label: string;
  readonly atSec: number;
  readonly untilSec?: number;
} & Happening;

/** At which site it strikes; left out: at home, but a restart of web processes everywhere. */
interface Struck {
  readonly region?: RegionName;
}

export type Happening =
  /** The all-in-one process, or every web process, restarts and answers nothing meanwhile. */
  | ({
      readonly what: "restart";
      readonly tier: "box" | "web" | "queue";
      readonly durationSec: number;
    } & Struck)
  /** Boxes of a tier stop; without `untilSec` for good. */
  | ({
      readonly what: "crash";
      readonly tier: "web" | "lb" | "primary" | "replica" | "workers" | "sessions" | "kv" | "shard";
      readonly boxes: number;
    } & Struck)
  /** Boxes of a tier work at a fraction of their speed. */
  | {
      readonly what: "slow";
      readonly tier: "web" | "primary" | "replica" | "shard";
      readonly boxes: number;
      readonly speed: number;
    }
  /** A box answers health checks but errs on a share of its requests. */
  | { readonly what: "gray"; readonly tier: "web"; readonly boxes: number; readonly errorShare: number }
  | ({ readonly what: "cache-restart"; readonly nodes: number } & Struck)
  /** Everything of a site's zone is gone; without `untilSec` for good. */
  | ({ readonly what: "flood"; readonly zone: "A" | "B" } & Struck)
  | { readonly what: "region-outage"; readonly region: RegionName }
  /** The edges near a region's clients are down; without a region all of them. */
  | { readonly what: "cdn-outage"; readonly region?: RegionName }
  /**
   * A long query on the database's host: takes a share of its CPU and evicts memory shared with others. Where the
   * store knows no queries, the web boxes read all rows and add them up.
   */
  | { readonly what: "report"; readonly cpuShare: number }
  /**
   * All public addresses are scanned for open ports. Web boxes that can be reached past a balancer have one: so many of
   * them are taken over, which is a breach, and are out of service from then on.
   */
  | { readonly what: "scan"; readonly boxes: number }
  /** A share of all objects changes at once. */
  | { readonly what: "sale"; readonly share: number }
  /** Static files change at once. */
  | { readonly what: "rebrand" }
  /** Cold objects are read once each. */
  | { readonly what: "crawl"; readonly objects: number }
  /** A post draws reads and likes, per second. */
  | { readonly what: "celebrity"; readonly readsPerSec: number; readonly likesPerSec: number }
  /** One message that kills whoever works on it. */
  | { readonly what: "poison"; readonly messages: number }
  /** A build whose requests err by a share; `silent` hits orders only and leaves every technical gauge green. */
  | { readonly what: "bad-build"; readonly errorShare: number; readonly silent?: boolean }
  /** A version is rolled out to every region. */
  | { readonly what: "deploy" }
  /** A replica's disk fills: full at `untilSec` unless somebody sees it coming. */
  | { readonly what: "disk-fills" }
  /** Something outside that only changes the traffic, which the curves say already: named for the log. */
  | { readonly what: "news" }
  /** One more shard has to be added. */
  | { readonly what: "add-shard" };

/** Length of a crawl that does not say when it ends, in seconds. */
const crawlSec = 100;

/** When an event is over that does not say so: at once where it is but a moment, never where it lasts for good. */
export function endOf(event: ScenarioEvent): number {
  if (event.untilSec !== undefined) return event.untilSec;
  switch (event.what) {
    case "restart":
      return event.atSec + event.durationSec;
    case "crawl":
      return event.atSec + crawlSec;
    case "cache-restart":
    case "disk-fills":
    case "poison":
      return event.atSec;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** What kinds of things can happen. */
export type EventKind = Happening["what"];

/**
 * An event of which the seed of a run decides what it is (the same at another place, say), and when: `dayOf` does. Its
 * alternatives have labels of their own.
 */
export interface DrawnEvent {
  readonly oneOf: readonly ScenarioEvent[];
  /** It comes up to so many seconds later than it says, in whole ticks. */
  readonly laterSec?: number;
}

export interface Scenario {
  /** Simulated length in ticks and the length of a tick in seconds. */
  readonly ticks: number;
  readonly tickSec: number;
  readonly streams: readonly Stream[];
  readonly data: DataSet;
  readonly clients: Clients;
  readonly events: readonly ScenarioEvent[];
  /** Events whose place or time is not told before the run: another seed, another day. */
  readonly drawn?: readonly DrawnEvent[];
  /**
   * The drawn events come one after another, so many seconds apart, in an order that the seed shuffles: the n-th in turn
   * comes n times as much later. Left out, each keeps its own time.
   */
  readonly shuffledEverySec?: number;
  /** What somebody on call does meanwhile, in order of time. */
  readonly acts?: readonly Act[];
  /** Whether nothing is found and mended but by such acts; otherwise the design's own watchers do. */
  readonly unattended?: boolean;
  /** Whether only what was bought to observe can be seen; otherwise, and when left out, everything can. */
  readonly fog?: boolean;
  /** Whether every byte to users is billed; otherwise, and when left out, bandwidth is a fixed contract. */
  readonly billBandwidth?: boolean;
  /** What prices are, as factors on the reference sheet's; left out, the sheet's own. */
  readonly prices?: Prices;
  /** What commits wait for; left out, the figures of the reference sheet. */
  readonly commit?: CommitSettings;
}

/**
 * The scenario with a silent stream for each kind of request that only its events cause: a celebrity's post is
 * read and liked where the first stream's users are.
 */
export function withEventStreams(scenario: Scenario): Scenario {
  const known = completed.get(scenario) ?? complete(scenario);
  completed.set(scenario, known);
  return known;
}

/** Scenarios with the streams of their events, which are the same for every run. */
const completed = new WeakMap<Scenario, Scenario>();

function complete(scenario: Scenario): Scenario {
  const [first] = scenario.streams;
  if (!first || !scenario.events.some((event) => event.what === "celebrity")) return scenario;
  const missing = (["post", "like"] as const).filter(
    (kind) => !scenario.streams.some((stream) => stream.kind === kind),
  );
  if (missing.length === 0) return scenario;
  const silent = missing.map((kind) => ({ ...first, kind, curve: [[0, 0]] as const }));
  return { ...scenario, streams: [...scenario.streams, ...silent] };
}

/** How long a visit lasts whose session the servers keep, in seconds; 0 when they keep none. */
export function sessionLifeSec({ clients }: Scenario): number {
  return clients.sessionSec ?? 0;
}

/** Clients that give up after 3 s and do not try again. */
export const patientClients: Clients = {
  timeoutSec: 3,
  attempts: 1,
  backoffSec: 1,
  retryBudget: Number.POSITIVE_INFINITY,
  pageRoundTrips: 8,
};

/**
 * A photo site's data: 20 million objects with Zipf 0.9. A row of counts and captions with what a store adds to it is
 * some 400 bytes (the median object in Twitter's caches has 230, the store's overhead is 50 to 100); a static file, most of them
 * thumbnails in a modern format, has 8 KB.
 */
export const photoData: DataSet = {
  objects: 20_000_000,
  objectKb: 0.4,
  zipf: 0.9,
  changesPerWrite: 1,
  assets: 200_000,
  assetKb: 8,
  growthShare: 0,
};

/** The rate of a curve at a time, per second; linear between its points. */
export function rateAt(curve: Curve, atSec: number): number {
  let previous = curve[0];
  if (!previous) return 0;
  if (atSec <= previous[0]) return previous[1];
  for (const point of curve) {
    if (atSec < point[0]) {
      const span = point[0] - previous[0];
      return span <= 0 ? point[1] : previous[1] + ((point[1] - previous[1]) * (atSec - previous[0])) / span;
    }
    previous = point;
  }
  return previous[1];
}

/** Requests of a kind that a celebrity's crowd adds at a time, per second. */
export function crowdAt({ events }: Scenario, kind: RequestKind, atSec: number): number {
  if (kind !== "post" && kind !== "like") return 0;
  let rate = 0;
  for (const event of events)
    if (event.what === "celebrity" && event.atSec <= atSec && atSec < endOf(event))
      rate += kind === "post" ? event.readsPerSec : event.likesPerSec;
  return rate;
}

/** Fresh requests of a kind from everywhere, per second, on average over the whole scenario. */
export function meanRatePerSec(scenario: Scenario, kind: RequestKind): number {
  const curves = scenario.streams.flatMap((stream) => (stream.kind === kind ? [stream.curve] : []));
  let sum = 0;
  for (let tick = 0; tick < scenario.ticks; tick++) {
    const atSec = (tick + 0.5) * scenario.tickSec;
    sum += crowdAt(scenario, kind, atSec);
    for (const curve of curves) sum += rateAt(curve, atSec);
  }
  return scenario.ticks > 0 ? sum / scenario.ticks : 0;
}

/** The curve scaled by a factor, such as a share of all traffic. */
export function scaled(curve: Curve, factor: number): Curve {
  return curve.map(([atSec, rate]) => [atSec, rate * factor] as const);
}

/**
 * Streams for dynamic traffic: one total curve split into kinds.
 * @param shares share of each kind; they should sum to 1.
 */
export function mixed(
  total: Curve,
  shares: Readonly<Partial<Record<RequestKind, number>>>,
  regions: Stream["regions"],
  mobileShare: number,
): Stream[] {
  return Object.entries(shares)
    .filter(([, share]) => share > 0)
    .map(([kind, share]) => ({
      kind: kind as RequestKind,
      curve: scaled(total, share),
      regions,
      mobileShare,
    }));
}
