/** A design as the parts that stand in it, each with the few figures the picture shows. */
import {
  bill,
  type Design,
  emptySite,
  formatValue,
  globalParts,
  type Site,
  siteParts,
} from "../../sim/index.ts";
import { ghostWords, partWords } from "./words-en.ts";

/** A short text with its weight: what changed stands out. */
export interface Value {
  readonly text: string;
  readonly changed: boolean;
}

export interface Part {
  /** "web", "cache@korea"; ghosts are "?name", "?rack", "?data". */
  readonly id: string;
  readonly kind: string;
  /** Index of the site; −1 for what stands once. */
  readonly site: number;
  readonly name: string;
  /** The figure that says most: "9 × 8". */
  readonly head: Value;
  /** More, the most telling first. */
  readonly lines: readonly Value[];
  readonly isNew: boolean;
  readonly isSingle: boolean;
  readonly isGhost: boolean;
  readonly isData: boolean;
  /** How many small boxes it is drawn as; 0 for none. */
  readonly stack: number;
  /** The longest that the head can become while the system runs. */
  readonly headRoom: number;
  readonly pricePerMonth: number;
}

/** Writes a value that may have been another: "4→8". */
class Teller {
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
  /** A word that stands or does not stand; marked when it is new. */
  sign(word: string, stood: boolean): string {
    if (this.isKnown && !stood) this.changed = true;
    return word;
  }
}

type Lines = readonly ((tell: Teller) => string | undefined)[];

interface Draft {
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

/** The parts of a design in the order in which a request meets them. */
export function partsOf(design: Design, since: Design | undefined): readonly Part[] {
  const parts: Part[] = [];
  const prices = design.sites.map((site) => pricesOf({ ...design, sites: [site] }));
  const add = (site: number, suffix: string, draft: Draft) => {
    if (!draft.isThere) return;
    const isKnown = since !== undefined && draft.wasThere;
    const value = (write: (tell: Teller) => string | undefined): Value | undefined => {
      const tell = new Teller(isKnown);
      const text = write(tell);
      return text === undefined || text === "" ? undefined : { text, changed: tell.changed };
    };
    const head = value(draft.head) ?? { text: "", changed: false };
    parts.push({
      id: draft.kind + suffix,
      kind: draft.kind,
      site,
      name: partWords[draft.kind]?.name ?? draft.kind,
      head,
      lines: draft.lines.flatMap((line) => value(line) ?? []),
      isNew: since !== undefined && !draft.wasThere,
      isSingle: draft.single ?? false,
      isGhost: false,
      isData: draft.data ?? false,
      stack: draft.stack ?? 0,
      headRoom: Math.max(draft.headRoom ?? 0, head.text.length),
      pricePerMonth: prices[Math.max(0, site)]?.[draft.kind === "dns" ? "domain" : draft.kind] ?? 0,
    });
  };
  const old = since ?? design;
  for (const draft of globalDrafts(design, old)) add(-1, "", draft);
  if (!design.dns.domain) parts.push(ghost("name", -1));
  design.sites.forEach((site, index) => {
    const was = old.sites.find((each) => each.region === site.region) ?? emptySite(site.region);
    const suffix = index === 0 ? "" : `@${site.region}`;
    for (const draft of siteDrafts(site, was)) add(index, suffix, draft);
    if (site.web.count === 0 && site.box.size === 0) parts.push(ghost("rack", index, suffix));
    const keepsData = site.db.size > 0 || site.db.replicas > 0 || site.shards.count > 0 || site.kv.nodes > 0;
    if (site.web.count > 0 && !keepsData && index === 0) parts.push(ghost("data", index, suffix));
  });
  return parts;
}

/** A ghost stands where its part would: the shop's cursor and the failures there belong to it. */
const ghostIds = { name: "dns", rack: "web", data: "db" } as const;

function ghost(what: keyof typeof ghostWords, site: number, suffix = ""): Part {
  const words = ghostWords[what];
  return {
    id: ghostIds[what] + suffix,
    kind: `?${what}`,
    site,
    name: words.name,
    head: { text: words.value, changed: false },
    lines: [],
    isNew: false,
    isSingle: false,
    isGhost: true,
    isData: what === "data",
    stack: 0,
    headRoom: 0,
    pricePerMonth: 0,
  };
}

function pricesOf(design: Design): Readonly<Record<string, number>> {
  return Object.fromEntries(bill(design).map((line) => [line.id, line.perMonth]));
}

const by = (count: number | string, size: number | string) => `${count} × ${size}`;
/** A word for a toggle that is on, nothing otherwise. */
const flag = (on: boolean, stood: boolean, word: string) => (tell: Teller) =>
  on ? tell.sign(word, stood) : undefined;

function globalDrafts(now: Design, was: Design): Draft[] {
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

function siteDrafts(now: Site, was: Site): Draft[] {
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
            ? `${tell.delta(now.web.min, was.web.min)}–${tell.delta(now.web.max, was.web.max)} at ${tell.delta(now.web.target, was.web.target)}%`
            : undefined,
        flag(now.sessions.store === "sql", was.sessions.store === "sql", "sql sessions"),
        (tell) =>
          now.web.local > 0 ? `local ${tell.delta(`${now.web.local}s`, `${was.web.local}s`)}` : undefined,
        (tell) => (now.web.pool > 0 ? `pool ${tell.delta(now.web.pool, was.web.pool)}` : undefined),
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
        (tell) => (now.cache.zones > 1 ? `${tell.delta(now.cache.zones, was.cache.zones)} zones` : undefined),
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
          now.shards.replicas > 0
            ? `+${tell.delta(now.shards.replicas, was.shards.replicas)} copies`
            : undefined,
        (tell) => tell.delta(now.shards.place, was.shards.place),
        (tell) => (now.shards.salt > 1 ? `salt ${tell.delta(now.shards.salt, was.shards.salt)}` : undefined),
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
        (tell) =>
          now.queue.attempts > 0 ? `${tell.delta(now.queue.attempts, was.queue.attempts)} tries` : undefined,
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
      lines: [
        (tell) => (now.workers.max > 0 ? `up to ${tell.delta(now.workers.max, was.workers.max)}` : undefined),
      ],
    },
  ];
}

const stores = { local: "local", pair: "pair", sql: "sql", node: "cache node" } as const;
const zones = { A: "A", B: "B", AB: "A B" } as const;

function short(policy: Site["lb"]["policy"]): string {
  return policy === "round-robin" ? "in turn" : policy === "two" ? "best of 2" : policy;
}

/** What stands beside the path: tools, the copy between sites, the split of services. */
export function quietFacts(design: Design, since: Design | undefined): readonly Value[] {
  const was = since ?? design;
  const facts: Value[] = [];
  const add = (now: string, before: string) => {
    if (now !== "") facts.push({ text: now, changed: since !== undefined && now !== before });
  };
  const both = (write: (each: Design) => string) => {
    add(write(design), write(was));
  };
  both(({ sync }) => (sync.mode === "none" ? "" : `sites ${sync.mode}`));
  both(({ services }) => (services.split ? "services" : ""));
  both(({ tools }) => (tools.logs === "none" ? "" : `logs ${tools.logs}`));
  both(({ tools }) => (tools.business ? "business" : ""));
  both(({ tools }) => (tools.metrics === "none" ? "" : `metrics ${tools.metrics}`));
  both(({ tools }) => (tools.ci === "none" ? "" : `ci ${tools.ci}`));
  both(({ tools }) => (tools.deploy === "manual" ? "" : `deploy auto`));
  both(({ tools }) => (tools.smoke ? "smoke" : ""));
  return facts;
}
