/** What the picture says about each kind of part, and what it said of another design before. */
import { type Design, formatValue, globalParts, type Site, siteParts } from "../../sim/index.ts";

/** Writes a value that may have been another: "4→8". */
export class Teller {
  private readonly isKnown: boolean;
  changed = false;
  constructor(isKnown: boolean) {
    this.isKnown = isKnown;
  }
  /** The value now, with the one before when it differs. */
  delta(now: string | number, before: string | number): string {
    if (!this.isKnown || now === before) return String(now);
    this.changed = true;
    return `${before}→${now}`;
  }
  /** A value that may be off: what is switched on is marked, not compared with nothing. */
  some(now: number, before: number, off: number, write: (value: string) => string): string | undefined {
    if (now === off) return undefined;
    return before === off ? this.sign(write(String(now)), false) : write(this.delta(now, before));
  }
  /** A word that stands or does not stand; marked when it is new. */
  sign(word: string, stood: boolean): string {
    if (this.isKnown && !stood) this.changed = true;
    return word;
  }
}

type Lines = readonly ((tell: Teller) => string | undefined)[];

export interface Draft {
  readonly kind: string;
  readonly isThere: boolean;
  readonly wasThere: boolean;
  readonly head: (tell: Teller) => string;
  readonly lines: Lines;
  readonly single?: boolean;
  readonly data?: boolean;
  readonly stack?: number;
  readonly headRoom?: number;
}

const by = (count: number | string, size: number | string) => `${count} × ${size}`;
/** A word for a toggle that is on, nothing otherwise. */
const flag = (on: boolean, stood: boolean, word: string) => (tell: Teller) =>
  on ? tell.sign(word, stood) : undefined;

/** The parts that a design has once. */
export function globalDrafts(now: Design, was: Design): Draft[] {
  const time = (part: "dns" | "cdn", key: "ttl" | "check", value: number) => {
    const table = globalParts[part] as Readonly<Record<string, Parameters<typeof formatValue>[0]>>;
    const setting = table[key];
    return setting === undefined ? "" : formatValue(setting, value);
  };
  const dnsTtl = (tell: Teller) =>
    `ttl ${tell.delta(time("dns", "ttl", now.dns.ttl), time("dns", "ttl", was.dns.ttl))}`;
  return [
    {
      kind: "dns",
      isThere: now.dns.domain,
      wasThere: was.dns.domain,
      head: (tell) => (now.dns.geo ? tell.sign("geo", was.dns.geo) : dnsTtl(tell)),
      lines: [
        (tell) => (now.dns.geo ? dnsTtl(tell) : undefined),
        (tell) =>
          now.dns.geo
            ? `check ${tell.delta(time("dns", "check", now.dns.check), time("dns", "check", was.dns.check))}`
            : undefined,
      ],
    },
    {
      kind: "cdn",
      isThere: now.cdn.assets !== "none",
      wasThere: was.cdn.assets !== "none",
      head: (tell) => tell.delta(now.cdn.assets, was.cdn.assets),
      lines: [
        (tell) => `ttl ${tell.delta(time("cdn", "ttl", now.cdn.ttl), time("cdn", "ttl", was.cdn.ttl))}`,
        flag(now.cdn.fallback, was.cdn.fallback, "fallback"),
        flag(now.cdn.versioned, was.cdn.versioned, "versioned"),
        flag(now.cdn.purge, was.cdn.purge, "purge"),
        flag(now.cdn.prefetch, was.cdn.prefetch, "prefetch"),
      ],
    },
  ];
}

/** The parts of one site, in the order in which a request meets them. */
export function siteDrafts(now: Site, was: Site): Draft[] {
  const ttl = (value: number) => formatValue(siteParts.cache.ttl, value);
  const scaled = now.web.target > 0;
  const away = (site: Site) => site.sessions.store === "pair" || site.sessions.store === "node";
  return [
    {
      kind: "lb",
      isThere: now.lb.nodes > 0,
      wasThere: was.lb.nodes > 0,
      single: now.lb.nodes === 1,
      head: (tell) => `× ${tell.delta(now.lb.nodes, was.lb.nodes)}`,
      lines: [
        flag(now.lb.sticky, was.lb.sticky, "sticky"),
        (tell) =>
          now.lb.policy === "round-robin" && was.lb.policy === "round-robin"
            ? undefined
            : tell.delta(short(now.lb.policy), short(was.lb.policy)),
        (tell) => `check ${tell.delta(now.lb.interval, was.lb.interval)}s`,
        flag(now.lb.retry, was.lb.retry, "retry"),
        flag(now.lb.public, was.lb.public, "public"),
      ],
    },
    {
      kind: "box",
      isThere: now.box.size > 0,
      wasThere: was.box.size > 0,
      single: true,
      head: (tell) => `${tell.delta(now.box.size, was.box.size)} vCPU`,
      lines: [() => "web + data", flag(now.db.backups, was.db.backups, "backups")],
    },
    {
      kind: "web",
      isThere: now.web.count > 0,
      wasThere: was.web.count > 0,
      single: now.web.count === 1 && !scaled,
      head: (tell) => by(tell.delta(now.web.count, was.web.count), tell.delta(now.web.size, was.web.size)),
      headRoom: scaled ? by(Math.max(now.web.max, now.web.count), now.web.size).length : 0,
      lines: [
        (tell) =>
          scaled
            ? was.web.target > 0
              ? `${tell.delta(now.web.min, was.web.min)}–${tell.delta(now.web.max, was.web.max)} at ${tell.delta(now.web.target, was.web.target)}%`
              : tell.sign(`${now.web.min}–${now.web.max} at ${now.web.target}%`, false)
            : undefined,
        flag(now.sessions.store === "sql", was.sessions.store === "sql", "sql sessions"),
        (tell) => tell.some(now.web.local, was.web.local, 0, (value) => `local ${value}s`),
        (tell) => tell.some(now.web.pool, was.web.pool, 0, (value) => `pool ${value}`),
      ],
    },
    {
      kind: "sessions",
      isThere: away(now),
      wasThere: away(was),
      single: now.sessions.store === "node",
      data: true,
      head: (tell) => tell.delta(stores[now.sessions.store], stores[was.sessions.store]),
      lines: [],
    },
    {
      kind: "cache",
      isThere: now.cache.nodes > 0,
      wasThere: was.cache.nodes > 0,
      single: now.cache.nodes === 1,
      data: true,
      head: (tell) =>
        `${by(tell.delta(now.cache.nodes, was.cache.nodes), tell.delta(now.cache.memory, was.cache.memory))} GB`,
      lines: [
        (tell) => `keeps ${tell.delta(ttl(now.cache.ttl), ttl(was.cache.ttl))}`,
        flag(now.cache.invalidate, was.cache.invalidate, "invalidates"),
        flag(now.cache.only, was.cache.only, "orders only"),
        (tell) => tell.some(now.cache.zones, was.cache.zones, 1, (value) => `${value} zones`),
        flag(now.cache.lease, was.cache.lease, "lease"),
        (tell) =>
          now.cache.evict === "lru" && was.cache.evict === "lru"
            ? undefined
            : tell.delta(now.cache.evict, was.cache.evict),
      ],
    },
    {
      kind: "db",
      isThere: now.db.size > 0,
      wasThere: was.db.size > 0,
      single: now.db.replicas === 0,
      data: true,
      head: (tell) => `${tell.delta(now.db.size, was.db.size)} vCPU`,
      lines: [
        flag(
          now.db.replicas > 0 && now.db.promote === "auto",
          was.db.replicas > 0 && was.db.promote === "auto",
          "auto promote",
        ),
        flag(now.db.backups, was.db.backups, "backups"),
        flag(now.db.fresh, was.db.fresh, "own reads"),
        flag(now.db.recovery, was.db.recovery, "recovery"),
      ],
    },
    {
      kind: "replicas",
      isThere: now.db.replicas > 0,
      wasThere: was.db.replicas > 0,
      data: true,
      head: (tell) =>
        by(tell.delta(now.db.replicas, was.db.replicas), tell.delta(now.db.replicaSize, was.db.replicaSize)),
      lines: [
        (tell) => `zones ${tell.delta(zones[now.db.zones], zones[was.db.zones])}`,
        (tell) => tell.delta(`${now.db.copy} copy`, `${was.db.copy} copy`),
      ],
    },
    {
      kind: "shards",
      isThere: now.shards.count > 0,
      wasThere: was.shards.count > 0,
      single: now.shards.replicas === 0,
      data: true,
      stack: now.shards.count,
      head: (tell) =>
        by(tell.delta(now.shards.count, was.shards.count), tell.delta(now.shards.size, was.shards.size)),
      lines: [
        (tell) => `by ${tell.delta(now.shards.key, was.shards.key)}`,
        (tell) =>
          tell.some(
            now.shards.replicas,
            was.shards.replicas,
            0,
            (value) => `+${value} ${value === "1" ? "copy" : "copies"}`,
          ),
        (tell) => tell.delta(now.shards.place, was.shards.place),
        (tell) => tell.some(now.shards.salt, was.shards.salt, 1, (value) => `salt ${value}`),
        flag(now.shards.dedicated, was.shards.dedicated, "own shard"),
        flag(now.shards.counter, was.shards.counter, "counter"),
        flag(now.shards.feed, was.shards.feed, "feed copy"),
      ],
    },
    {
      kind: "kv",
      isThere: now.kv.nodes > 0,
      wasThere: was.kv.nodes > 0,
      single: now.kv.nodes === 1,
      data: true,
      head: (tell) => `× ${tell.delta(now.kv.nodes, was.kv.nodes)}`,
      lines: [(tell) => tell.delta(now.kv.holds, was.kv.holds)],
    },
    {
      kind: "queue",
      isThere: now.queue.kind !== "none",
      wasThere: was.queue.kind !== "none",
      single: now.queue.kind === "memory",
      head: (tell) => tell.delta(now.queue.kind, was.queue.kind),
      lines: [
        (tell) => `ack ${tell.delta(now.queue.ack, was.queue.ack)}`,
        (tell) => tell.some(now.queue.attempts, was.queue.attempts, 0, (value) => `${value} tries`),
        flag(now.queue.dead, was.queue.dead, "dead letters"),
        flag(now.queue.steps, was.queue.steps, "steps"),
      ],
    },
    {
      kind: "workers",
      isThere: now.workers.count > 0,
      wasThere: was.workers.count > 0,
      single: now.workers.count === 1 && now.workers.max === 0,
      head: (tell) =>
        by(tell.delta(now.workers.count, was.workers.count), tell.delta(now.workers.size, was.workers.size)),
      headRoom: now.workers.max > 0 ? by(now.workers.max, now.workers.size).length : 0,
      lines: [(tell) => tell.some(now.workers.max, was.workers.max, 0, (value) => `up to ${value}`)],
    },
  ];
}

const stores = { local: "local", pair: "pair", sql: "sql", node: "cache node" } as const;
const zones = { A: "A", B: "B", AB: "A B" } as const;

function short(policy: Site["lb"]["policy"]): string {
  return policy === "round-robin" ? "in turn" : policy === "two" ? "best of 2" : policy;
}
