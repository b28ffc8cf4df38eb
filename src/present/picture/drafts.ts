/** What the picture says about each kind of part, and what it said of another design before. */
import { type Design, formatValue, globalParts, type Site, siteParts, zonesOf } from "../../sim/index.ts";
import type { FactWords, PictureKind } from "../../words/contract/picture.ts";
import { width } from "../cells.ts";

/** Writes a value that may have been another: "4→8". */
export class Teller {
  readonly #isKnown: boolean;
  changed = false;
  constructor(isKnown: boolean) {
    this.#isKnown = isKnown;
  }
  /** The value now, with the one before when it differs. */
  delta(now: string | number, before: string | number): string {
    if (!this.#isKnown || now === before) return String(now);
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
    if (this.#isKnown && !stood) this.changed = true;
    return word;
  }
}

type Lines = readonly ((tell: Teller) => string | undefined)[];

export interface Draft {
  readonly kind: PictureKind;
  readonly isThere: boolean;
  readonly wasThere: boolean;
  readonly head: (tell: Teller) => string;
  readonly lines: Lines;
  readonly single?: boolean;
  readonly data?: boolean;
  readonly stack?: number;
  readonly headRoom?: number;
  /** Boxes as bought, where they do not come and go by themselves. */
  readonly bought?: number;
  /** Of the lines, those that stand on the card even while it runs. */
  readonly marks?: readonly number[];
}

const by = (count: number | string, size: number | string) => `${count} × ${size}`;
/** A word for a toggle that is on, nothing otherwise. */
const flag = (on: boolean, stood: boolean, word: string) => (tell: Teller) =>
  on ? tell.sign(word, stood) : undefined;

/** The parts that a design has once. */
export function globalDrafts(facts: FactWords, now: Design, was: Design): Draft[] {
  const time = (part: "dns" | "cdn", key: "ttl" | "check", value: number) => {
    const table = globalParts[part] as Readonly<Record<string, Parameters<typeof formatValue>[0]>>;
    const setting = table[key];
    return setting === undefined ? "" : formatValue(setting, value);
  };
  const dnsTtl = (tell: Teller) =>
    facts.ttl(tell.delta(time("dns", "ttl", now.dns.ttl), time("dns", "ttl", was.dns.ttl)));
  return [
    {
      kind: "dns",
      isThere: now.dns.domain,
      wasThere: was.dns.domain,
      head: (tell) => (now.dns.geo ? tell.sign(facts.geo, was.dns.geo) : dnsTtl(tell)),
      lines: [
        (tell) => (now.dns.geo ? dnsTtl(tell) : undefined),
        (tell) =>
          now.dns.geo
            ? facts.check(
                tell.delta(time("dns", "check", now.dns.check), time("dns", "check", was.dns.check)),
              )
            : undefined,
      ],
    },
    {
      kind: "cdn",
      isThere: now.cdn.assets !== "none",
      wasThere: was.cdn.assets !== "none",
      head: (tell) => tell.delta(facts.assets[now.cdn.assets], facts.assets[was.cdn.assets]),
      lines: [
        (tell) => facts.ttl(tell.delta(time("cdn", "ttl", now.cdn.ttl), time("cdn", "ttl", was.cdn.ttl))),
        flag(now.cdn.fallback, was.cdn.fallback, facts.fallback),
        flag(now.cdn.versioned, was.cdn.versioned, facts.versioned),
        flag(now.cdn.purge, was.cdn.purge, facts.purge),
        flag(now.cdn.prefetch, was.cdn.prefetch, facts.prefetch),
      ],
    },
  ];
}

/** Bounds of a tier that scales itself, as it keeps them where none was set: one box, and as many as were bought. */
const leastOf = ({ web }: Site) => Math.max(1, web.min);
const mostOf = (site: Site) => Math.max(leastOf(site), site.web.max > 0 ? site.web.max : site.web.count);

/** The parts of one site, in the order in which a request meets them. */
export function siteDrafts(facts: FactWords, now: Site, was: Site): Draft[] {
  const ttl = (value: number) => formatValue(siteParts.cache.ttl, value);
  const scaled = now.web.target > 0;
  const away = (site: Site) => site.sessions.store === "pair" || site.sessions.store === "node";
  return [
    {
      kind: "lb",
      isThere: now.lb.nodes > 0,
      wasThere: was.lb.nodes > 0,
      single: now.lb.nodes === 1,
      bought: now.lb.nodes,
      marks: [0],
      head: (tell) => `× ${tell.delta(now.lb.nodes, was.lb.nodes)}`,
      lines: [
        flag(now.lb.sticky, was.lb.sticky, facts.sticky),
        (tell) =>
          now.lb.policy === "round-robin" && was.lb.policy === "round-robin"
            ? undefined
            : tell.delta(facts.policies[now.lb.policy], facts.policies[was.lb.policy]),
        (tell) => facts.check(`${tell.delta(now.lb.interval, was.lb.interval)}s`),
        flag(now.lb.retry, was.lb.retry, facts.retry),
        flag(now.lb.public, was.lb.public, facts.public),
      ],
    },
    {
      kind: "box",
      isThere: now.box.size > 0,
      wasThere: was.box.size > 0,
      single: true,
      head: (tell) => `${tell.delta(now.box.size, was.box.size)} vCPU`,
      lines: [() => facts.webAndData, flag(now.db.backups, was.db.backups, facts.backups)],
    },
    {
      kind: "web",
      isThere: now.web.count > 0,
      wasThere: was.web.count > 0,
      single: now.web.count === 1 && !scaled,
      bought: scaled ? 0 : now.web.count,
      marks: [0, 2],
      head: (tell) => by(tell.delta(now.web.count, was.web.count), tell.delta(now.web.size, was.web.size)),
      headRoom: scaled ? width(by(Math.max(mostOf(now), now.web.count), now.web.size)) : 0,
      lines: [
        (tell) =>
          scaled
            ? was.web.target > 0
              ? facts.scale({
                  min: tell.delta(leastOf(now), leastOf(was)),
                  max: tell.delta(mostOf(now), mostOf(was)),
                  target: tell.delta(now.web.target, was.web.target),
                })
              : tell.sign(
                  facts.scale({ min: `${leastOf(now)}`, max: `${mostOf(now)}`, target: `${now.web.target}` }),
                  false,
                )
            : undefined,
        flag(now.sessions.store === "sql", was.sessions.store === "sql", facts.sqlSessions),
        (tell) => tell.some(now.web.local, was.web.local, 0, facts.local),
        (tell) => tell.some(now.web.pool, was.web.pool, 0, facts.pool),
      ],
    },
    {
      kind: "sessions",
      isThere: away(now),
      wasThere: away(was),
      single: now.sessions.store === "node",
      data: true,
      head: (tell) => tell.delta(facts.stores[now.sessions.store], facts.stores[was.sessions.store]),
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
        (tell) => facts.keeps(tell.delta(ttl(now.cache.ttl), ttl(was.cache.ttl))),
        flag(now.cache.invalidate, was.cache.invalidate, facts.invalidates),
        flag(now.cache.only, was.cache.only, facts.ordersOnly),
        (tell) => tell.some(now.cache.zones, was.cache.zones, 1, facts.zones),
        flag(now.cache.lease, was.cache.lease, facts.lease),
        (tell) =>
          now.cache.evict === "lru" && was.cache.evict === "lru"
            ? undefined
            : tell.delta(facts.evictions[now.cache.evict], facts.evictions[was.cache.evict]),
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
          facts.autoPromote,
        ),
        flag(now.db.backups, was.db.backups, facts.backups),
        flag(now.db.fresh, was.db.fresh, facts.ownReads),
        flag(now.db.recovery, was.db.recovery, facts.recovery),
      ],
    },
    {
      kind: "replicas",
      isThere: now.db.replicas > 0,
      wasThere: was.db.replicas > 0,
      data: true,
      bought: now.db.replicas,
      marks: [0],
      head: (tell) =>
        by(tell.delta(now.db.replicas, was.db.replicas), tell.delta(now.db.replicaSize, was.db.replicaSize)),
      lines: [
        (tell) => facts.inZones(tell.delta(zonesText(now), zonesText(was))),
        (tell) => tell.delta(facts.copies[now.db.copy], facts.copies[was.db.copy]),
      ],
    },
    {
      kind: "shards",
      isThere: now.shards.count > 0,
      wasThere: was.shards.count > 0,
      single: now.shards.replicas === 0,
      data: true,
      stack: now.shards.count,
      marks: [3, 4, 5, 6],
      head: (tell) =>
        by(tell.delta(now.shards.count, was.shards.count), tell.delta(now.shards.size, was.shards.size)),
      lines: [
        (tell) => tell.some(now.shards.replicas, was.shards.replicas, 0, facts.shardCopies),
        (tell) => facts.by(tell.delta(facts.keys[now.shards.key], facts.keys[was.shards.key])),
        (tell) => tell.delta(facts.placements[now.shards.place], facts.placements[was.shards.place]),
        (tell) => tell.some(now.shards.salt, was.shards.salt, 1, facts.salt),
        flag(now.shards.dedicated, was.shards.dedicated, facts.ownShard),
        (tell) =>
          now.shards.likes === "rows" && was.shards.likes === "rows"
            ? undefined
            : tell.sign(facts.likes[now.shards.likes], now.shards.likes === was.shards.likes),
        flag(now.shards.counter, was.shards.counter, facts.counter),
        flag(now.shards.feed, was.shards.feed, facts.feedCopy),
      ],
    },
    {
      kind: "kv",
      isThere: now.kv.nodes > 0,
      wasThere: was.kv.nodes > 0,
      single: now.kv.nodes === 1,
      data: true,
      head: (tell) => `× ${tell.delta(now.kv.nodes, was.kv.nodes)}`,
      lines: [(tell) => tell.delta(facts.holds[now.kv.holds], facts.holds[was.kv.holds])],
    },
    {
      kind: "queue",
      isThere: now.queue.kind !== "none",
      wasThere: was.queue.kind !== "none",
      single: now.queue.kind === "memory",
      head: (tell) => tell.delta(facts.queues[now.queue.kind], facts.queues[was.queue.kind]),
      lines: [
        (tell) =>
          facts.acknowledged(
            tell.delta(facts.acknowledgements[now.queue.ack], facts.acknowledgements[was.queue.ack]),
          ),
        (tell) => tell.some(now.queue.attempts, was.queue.attempts, 0, facts.tries),
        flag(now.queue.dead, was.queue.dead, facts.deadLetters),
        flag(now.queue.steps, was.queue.steps, facts.steps),
      ],
    },
    {
      kind: "workers",
      isThere: now.workers.count > 0,
      wasThere: was.workers.count > 0,
      single: now.workers.count === 1 && now.workers.max === 0,
      head: (tell) =>
        by(tell.delta(now.workers.count, was.workers.count), tell.delta(now.workers.size, was.workers.size)),
      headRoom: now.workers.max > 0 ? width(by(now.workers.max, now.workers.size)) : 0,
      lines: [(tell) => tell.some(now.workers.max, was.workers.max, 0, facts.upTo)],
    },
  ];
}

/** Where a site's replicas stand: "A B B", of many "A × 2 B × 3". */
function zonesText({ db: { replicas, zones } }: Site): string {
  const all = zonesOf(replicas, zones);
  const each = [...all].sort();
  if (each.length <= 4) return each.join(" ");
  return [...new Set(each)].map((zone) => `${zone} × ${all.filter((at) => at === zone).length}`).join(" ");
}
