/** Settings that mean nothing: what a part that is not there, or not in charge, would have been set to. */
import { type Design, emptyPart, type PartName, type SettingValue, type Site } from "../sim/index.ts";

interface Reset {
  readonly part: PartName;
  /** The settings it is about; without them the whole part. */
  readonly keys?: readonly string[];
  readonly when: (site: Site, design: Design, isHome: boolean) => boolean;
}

const isSharded = (site: Site) => site.shards.count > 0;
const hasDatabase = (site: Site) => site.db.size > 0 || site.db.replicas > 0;

/** Whether the main store is a database: shards take its place. */
const keepsDatabase = (site: Site) => hasDatabase(site) && !isSharded(site);

/**
 * A part that is not there loses all its settings, so that a new setting needs no line here; lines with keys are about
 * parts that are there. A test compares the reports of random designs with and without them, byte by byte.
 */
const resets: readonly Reset[] = [
  { part: "lb", when: ({ lb }) => lb.nodes === 0 },
  { part: "web", when: ({ web }) => web.count === 0 },
  { part: "web", keys: ["min", "max", "cooldown", "window"], when: ({ web }) => web.target === 0 },
  { part: "cache", when: ({ cache }) => cache.nodes === 0 },
  { part: "db", when: (site) => !hasDatabase(site) },
  {
    part: "db",
    keys: ["replicaSize", "zones", "copy", "fresh"],
    when: ({ db }, design) => db.replicas === 0 && design.sites.length === 1,
  },
  // Copies that follow another site's primary take that one's word for how they are kept.
  {
    part: "db",
    keys: ["copy", "promote", "recovery"],
    when: (_site, { sync, sites }, isHome) => !isHome && sync.mode !== "none" && keepsDatabase(sites[0]),
  },
  { part: "shards", when: (site) => !isSharded(site) },
  { part: "shards", keys: ["salt", "counter"], when: ({ shards }) => shards.likes !== "rows" },
  { part: "shards", keys: ["counter"], when: ({ shards }) => shards.salt === 1 },
  { part: "queue", when: ({ queue }) => queue.kind === "none" },
  { part: "workers", when: ({ workers }) => workers.count === 0 },
  { part: "kv", when: ({ kv }) => kv.nodes === 0 },
  { part: "kv", keys: ["holds"], when: (site) => isSharded(site) || hasDatabase(site) },
  { part: "cdn", when: (_site, { cdn }) => cdn.assets === "none" },
  { part: "dns", keys: ["check"], when: (_site, { dns }) => !dns.geo },
];

const initial = new Map<PartName, Readonly<Record<string, SettingValue>>>();

function initialOf(part: PartName): Readonly<Record<string, SettingValue>> {
  const known = initial.get(part) ?? emptyPart(part);
  initial.set(part, known);
  return known;
}

/** The part with these settings (or all) as they were initially; the same object when they are. */
function reset(settings: object, { part, keys }: Reset): object {
  const held = settings as Readonly<Record<string, SettingValue>>;
  const fresh = initialOf(part);
  let result: Record<string, SettingValue> | undefined;
  for (const key of keys ?? Object.keys(fresh)) {
    if (held[key] === fresh[key]) continue;
    result ??= { ...held };
    result[key] = fresh[key]!;
  }
  return result ?? settings;
}

function changed<T extends object>(holder: T, each: Reset): T {
  const settings = (holder as Readonly<Record<string, unknown>>)[each.part];
  // A part of the design is none of a site, and the other way round.
  if (typeof settings !== "object" || settings === null) return holder;
  const next = reset(settings, each);
  return next === settings ? holder : { ...holder, [each.part]: next };
}

/**
 * The design with every setting that means nothing put back to its initial value: it runs exactly like the design
 * itself. The same object when there is none.
 */
export function canonical(design: Design): Design {
  let result = design;
  for (const each of resets) {
    if (each.part in result) {
      if (each.when(result.sites[0], result, true)) result = changed(result, each);
      continue;
    }
    const { sites } = result;
    for (let i = 0; i < sites.length; i++) {
      const site = result.sites[i]!;
      if (!each.when(site, result, i === 0)) continue;
      const next = changed(site, each);
      if (next !== site)
        result = { ...result, sites: result.sites.with(i, next) as unknown as Design["sites"] };
    }
  }
  return result;
}
