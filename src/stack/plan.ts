/** A design and a day as processes, traffic and steps: what the programs of the stack read, and who starts them. */
import {
  capacities,
  commitTimes,
  type Design,
  endOf,
  type RequestKind,
  requestKinds,
  type Scenario,
  type ScenarioEvent,
  type Site,
  kinds as traits,
} from "../sim/index.ts";
import type { Scale } from "./scale.ts";
import { type StackStep, stepsOf } from "./steps.ts";

const { databaseSec, delaySec, jobs, webCpuSec } = capacities;

/** The programs of the stack, and servers of others. */
export type Program = "web" | "store" | "worker" | "scaler" | "load" | "redis" | "haproxy";

export interface Process {
  readonly name: string;
  readonly program: Program;
}

/** What a kind of request costs; times on one core, scaled. */
interface KindPlan {
  readonly does: string;
  readonly isCounted: boolean;
  readonly isAwaited: boolean;
  readonly isCached: boolean;
  readonly changes: boolean;
  /** Whether it changes a row that many want, whose lock lets one change it at a time. */
  readonly locksRow: boolean;
  readonly webMs: number;
  readonly hitMs: number;
  readonly dbMs: number;
}

/** The plan as the programs read it (plan.json), but for where each listens. */
export interface StackPlan {
  readonly seconds: number;
  /** Each slot for work stands for so many cores, which are in each other's way. */
  readonly cores: number;
  readonly drainSec: number;
  readonly patienceMs: number;
  readonly roundTripMs: number;
  readonly hasDomain: boolean;
  readonly inside: string | undefined;
  readonly entrances: readonly string[];
  readonly kinds: Readonly<Partial<Record<RequestKind, KindPlan>>>;
  readonly traffic: readonly {
    readonly kind: RequestKind;
    readonly points: readonly (readonly [number, number])[];
  }[];
  readonly happenings: readonly (ScenarioEvent | (ScenarioEvent & { readonly names: readonly string[] }))[];
  readonly data: { readonly objects: number; readonly zipf: number };
  readonly web: {
    readonly names: readonly string[];
    readonly alone: boolean;
    readonly slots: number;
    readonly exponent: number;
    readonly pool: number;
    readonly listen: number;
  };
  readonly balancer?: {
    readonly names: readonly string[];
    readonly policy: Site["lb"]["policy"];
    readonly checkMs: number;
    readonly misses: number;
    readonly retries: boolean;
  };
  readonly db?: {
    readonly primary: string;
    readonly copies: readonly string[];
    readonly slots: number;
    readonly copySlots: number;
    readonly exponent: number;
    readonly waitingPerSlot: number;
    readonly repeatMs: number;
    /** For which an update holds its row, the draws whose mean that is, and how many may wait for one row. */
    readonly rowMs: number;
    readonly rowPhases: number;
    readonly waitingPerRow: number;
  };
  readonly cache?: {
    readonly nodes: readonly string[];
    readonly entriesPerNode: number;
    readonly valueBytes: number;
    readonly memoryBytes: number;
    readonly policy: "allkeys-lru" | "allkeys-lfu";
    /** Null: entries never expire. */
    readonly ttlMs: number | null;
    readonly invalidate: boolean;
    readonly lease: boolean;
    readonly only: boolean;
    readonly lostShare: number;
  };
  readonly queue?: {
    readonly name: string;
    readonly isDurable: boolean;
    readonly ack: string;
    readonly attempts: number;
    readonly dead: boolean;
    readonly steps: boolean;
    readonly visibilityMs: number;
  };
  readonly workers?: {
    readonly names: readonly string[];
    readonly count: number;
    readonly slots: number;
    readonly exponent: number;
    readonly jobMs: number;
    readonly restartMs: number;
    readonly scaling: Readonly<Record<"everyMs" | "windowMs" | "drainMs" | "bootMs" | "inMs", number>>;
  };
}

export interface Stack {
  readonly processes: readonly Process[];
  readonly plan: StackPlan;
  readonly steps: readonly StackStep[];
}

const valueBytes = 512;
/** What Redis 7 takes for an entry of such a value with an end of life, and empty; measured. */
const entryBytes = 745;
const emptyBytes = 1_180_000;

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n + 1}`);
/** What the kinds of a scenario cost, scaled. */
function kindPlans(site: Site, { streams }: Scenario, { work }: Scale): StackPlan["kinds"] {
  const asked = requestKinds.filter((kind) => streams.some((stream) => stream.kind === kind));
  return Object.fromEntries(
    asked.map((kind) => {
      const {
        does,
        isCounted,
        isAwaited,
        isCached,
        changesCached,
        webSec,
        webHitSec,
        databaseSec: sec,
      } = traits[kind];
      const own = kind === "photo" && site.queue.kind !== "none" ? webCpuSec.publish : webSec;
      const plan: KindPlan = {
        does,
        isCounted,
        isAwaited,
        isCached,
        changes: changesCached,
        locksRow: kind === "like",
        webMs: own * work * 1_000,
        hitMs: webHitSec * work * 1_000,
        dbMs: sec * work * 1_000,
      };
      return [kind, plan];
    }),
  );
}

/** Processes, plan and steps of a design on a day, both scaled already. */
export function stackOf(design: Design, day: Scenario, scale: Scale): Stack {
  const [site] = design.sites;
  const { box, lb, web, cache, db, queue, workers } = site;
  const alone = box.size > 0;
  const ms = (sec: number) => (sec * 1_000) / scale.time;
  const webs = alone ? ["box"] : numbered("web", web.count);
  const balancers = alone ? [] : numbered("lb", lb.nodes);
  const nodes = alone ? [] : numbered("cache", cache.nodes);
  const copies = alone ? [] : numbered("replica", db.replicas);
  const hasQueue = !alone && queue.kind !== "none";
  const hands = hasQueue ? numbered("worker", Math.max(workers.count, workers.max)) : [];
  const slots = alone ? box.size : web.size;
  const processes: Process[] = [
    ...(alone ? [] : [{ name: "db", program: "store" } as const]),
    ...copies.map((name) => ({ name, program: "store" }) as const),
    ...nodes.map((name) => ({ name, program: "redis" }) as const),
    ...(hasQueue ? [{ name: "queue", program: "redis" } as const] : []),
    ...webs.map((name) => ({ name, program: "web" }) as const),
    ...hands.map((name) => ({ name, program: "worker" }) as const),
    ...balancers.map((name) => ({ name, program: "haproxy" }) as const),
    ...(hasQueue && workers.max > workers.count ? [{ name: "scaler", program: "scaler" } as const] : []),
  ];
  const { statelessScaling, databaseScaling } = capacities;
  const entries = Math.floor((cache.memory * capacities.cacheKbPerGb) / day.data.objectKb);
  const plan: StackPlan = {
    seconds: scale.seconds,
    cores: scale.cores,
    drainSec: Math.ceil(ms(jobs.visibilitySec) / 1_000) + 3,
    patienceMs: day.clients.timeoutSec * 1_000,
    roundTripMs: delaySec.ownRegionRoundTrip * 1_000,
    hasDomain: design.dns.domain,
    inside: balancers.length > 0 && !lb.public ? "from-the-balancer" : undefined,
    entrances: balancers.length > 0 ? balancers : webs,
    kinds: kindPlans(site, day, scale),
    traffic: day.streams.map(({ kind, curve }) => ({ kind, points: withCrowd(day, kind, curve) })),
    happenings: day.events
      .filter(({ what }) => what === "sale" || what === "crawl" || what === "poison" || what === "scan")
      .filter(({ what }) => (what === "poison" ? hasQueue : what === "scan" || nodes.length > 0))
      .map((event) =>
        event.what === "scan"
          ? { ...event, names: webs.slice(-event.boxes) }
          : { ...event, untilSec: endOf(event) },
      ),
    data: { objects: day.data.objects, zipf: day.data.zipf },
    web: {
      names: webs,
      alone,
      slots,
      exponent: (alone ? databaseScaling : statelessScaling).exponent,
      pool: alone ? 2 ** 31 : web.pool > 0 ? web.pool : capacities.poolPerCore * slots,
      listen: capacities.listenPerCore * slots,
    },
    ...(balancers.length > 0 && {
      balancer: {
        names: balancers,
        policy: lb.policy,
        checkMs: Math.round(lb.interval * 1_000),
        misses: lb.misses,
        retries: lb.retry,
      },
    }),
    ...(!alone && {
      db: {
        primary: "db",
        copies,
        slots: db.size,
        copySlots: db.replicaSize,
        exponent: databaseScaling.exponent,
        waitingPerSlot: capacities.waitingPerCore,
        repeatMs: databaseSec.replay * scale.work * 1_000,
        // One lock is as busy as before where it is held as much longer as fewer come.
        rowMs: commitTimes(day.commit).rowLockSec * scale.rates * 1_000,
        rowPhases: Math.round(1 / capacities.rowLockCv2),
        waitingPerRow: capacities.sharding.waitingPerRow,
      },
    }),
    ...(nodes.length > 0 && {
      cache: {
        nodes,
        entriesPerNode: entries,
        valueBytes,
        memoryBytes: emptyBytes + entries * entryBytes,
        policy: cache.evict === "lfu" ? "allkeys-lfu" : "allkeys-lru",
        ttlMs: Number.isFinite(cache.ttl) ? cache.ttl * 1_000 : null,
        invalidate: cache.invalidate,
        lease: cache.lease,
        only: cache.only,
        lostShare: capacities.lostInvalidationShare,
      } as const,
    }),
    ...(hasQueue && {
      queue: {
        name: "queue",
        isDurable: queue.kind === "durable",
        ack: queue.ack,
        attempts: queue.attempts,
        dead: queue.dead,
        steps: queue.steps,
        visibilityMs: ms(jobs.visibilitySec),
      },
      workers: {
        names: hands,
        count: workers.count,
        slots: workers.size,
        exponent: statelessScaling.exponent,
        jobMs: webCpuSec.photo * scale.work * 1_000,
        restartMs: ms(delaySec.processRestart),
        scaling: {
          everyMs: ms(1),
          windowMs: ms(jobs.windowSec),
          drainMs: ms(jobs.drainSec),
          bootMs: ms(jobs.bootSec),
          inMs: ms(jobs.scaleInSec),
        },
      },
    }),
  };
  return {
    processes,
    plan,
    steps: stepsOf(site, day, scale, { webs, balancers, nodes, copies, hands, hasQueue }),
  };
}

/** A stream's curve with what a crowd adds to it. */
function withCrowd({ events }: Scenario, kind: RequestKind, curve: Scenario["streams"][number]["curve"]) {
  const crowd = events.find((event) => event.what === "celebrity");
  if (crowd?.what !== "celebrity" || (kind !== "post" && kind !== "like")) return curve;
  const rate = kind === "post" ? crowd.readsPerSec : crowd.likesPerSec;
  const { atSec, untilSec = Number.MAX_SAFE_INTEGER } = crowd;
  return [
    [0, 0],
    [atSec, 0],
    [atSec, rate],
    [untilSec, rate],
    [untilSec, 0],
  ] as const;
}
