/**
 * What a player builds. A design is a few global parts (names, edges, tools) and one or two sites,
 * each with the same tiers. Every part always exists; a part whose count is zero is not there.
 * The tables below are the single source of types, notation, validation, moves and bills.
 */
import {
  accepts,
  choice,
  count,
  duration,
  type Setting,
  type SettingValue,
  size,
  toggle,
  type ValuesOf,
} from "./settings.ts";

const boxSizes = [1, 2, 4, 8, 16, 32] as const;

/** Where users are and where sites can stand. "us" is home. */
export const regionNames = ["us", "europe", "asia", "korea"] as const;
export type RegionName = (typeof regionNames)[number];

/** Parts that a design has once. */
export const globalParts = {
  dns: {
    /** A registered name; without it nobody finds the site. */
    domain: toggle(),
    /** Send each user to the nearest healthy site. */
    geo: toggle(),
    /** How long resolvers remember an answer. */
    ttl: duration(5, 86_400, 300),
    /** Seconds between health checks of a site; three misses take it out. Used with geo. */
    check: duration(5, 60, 10),
  },
  cdn: {
    assets: choice("none", "static", "archive"),
    ttl: duration(5, 31_536_000, 3_600),
    versioned: toggle(),
    purge: toggle(),
    fallback: toggle(),
    prefetch: toggle(),
  },
  /** How a second site's data follows the home site's. */
  sync: { mode: choice("none", "async", "sync") },
  tools: {
    logs: choice("none", "sampled", "full"),
    metrics: choice("none", "hosts", "tiers"),
    business: toggle(),
    traces: toggle(),
    ci: choice("none", "rollback", "canary"),
    /** By hand; everywhere at once; one region at a time, with versions that work together. */
    deploy: choice("manual", "automated", "staggered"),
    smoke: toggle(),
  },
  services: { split: toggle() },
} as const satisfies PartTables;

/** Parts that every site has. */
export const siteParts = {
  /** The all-in-one box: web, database and cache on one machine. */
  box: { size: size([0, ...boxSizes], 0) },
  lb: {
    nodes: count(0, 4),
    policy: choice("round-robin", "random", "least", "two"),
    interval: duration(1, 60, 30),
    misses: count(1, 5, 2),
    retry: toggle(),
    sticky: toggle(),
    public: toggle(),
  },
  web: {
    count: count(0, 400),
    size: size(boxSizes, 8),
    /** Requests one box works on or holds at a time; 0 takes the usual 128 per vCPU. */
    pool: count(0, 4_096),
    /** Autoscaling target utilization in percent; 0 is off. */
    target: count(0, 95),
    min: count(0, 400),
    max: count(0, 400),
    cooldown: duration(10, 900, 120),
    window: duration(10, 300, 60),
    boot: duration(10, 300, 90),
    /** Seconds that each web process keeps hot results in its own memory; 0 is off. */
    local: duration(0, 60, 0),
  },
  sessions: { store: choice("local", "pair", "sql", "node") },
  cache: {
    nodes: count(0, 32),
    memory: size([1, 2, 4, 6, 8, 12], 6),
    ttl: duration(1, 86_400, 3_600, { never: true }),
    evict: choice("lru", "fifo", "lfu"),
    invalidate: toggle(),
    lease: toggle(),
    zones: count(1, 3),
    /** Orders are written to the cache alone and never reach the database. */
    only: toggle(),
  },
  db: {
    size: size([0, ...boxSizes], 0),
    replicas: count(0, 24),
    replicaSize: size(boxSizes, 4),
    zones: choice("A", "B", "AB"),
    copy: choice("async", "semi", "sync"),
    fresh: toggle(),
    promote: choice("auto", "manual"),
    recovery: toggle(),
    backups: toggle(),
  },
  kv: { nodes: count(0, 32), holds: choice("logs", "everything") },
  shards: {
    count: count(0, 32),
    size: size(boxSizes, 8),
    replicas: count(0, 3),
    key: choice("user", "country", "signup"),
    place: choice("ring", "modulo"),
    dedicated: toggle(),
    salt: size([1, 4, 16, 64], 1),
    /** Where likes are counted: in the rows, in the cache's memory, or added up from a stream. */
    likes: choice("rows", "memory", "stream"),
    /** A summed like counter kept beside the salted rows. */
    counter: toggle(),
    /** A de-normalised feed, answered by one shard instead of by all. */
    feed: toggle(),
  },
  queue: {
    kind: choice("none", "memory", "durable"),
    ack: choice("done", "receipt"),
    /** Attempts before a message is given up; 0 is endless. */
    attempts: count(0, 10),
    dead: toggle(),
    steps: toggle(),
  },
  workers: {
    count: count(0, 200),
    size: size(boxSizes, 8),
    /** Scale on depth up to so many boxes; 0 keeps the count fixed. */
    max: count(0, 400),
  },
} as const satisfies PartTables;

type PartTables = Readonly<Record<string, Readonly<Record<string, Setting>>>>;
type PartsOf<T extends PartTables> = { readonly [P in keyof T]: ValuesOf<T[P]> };

export type GlobalPartName = keyof typeof globalParts;
export type SitePartName = keyof typeof siteParts;
export type PartName = GlobalPartName | SitePartName;

/** One place with machines in it. */
export type Site = { readonly region: RegionName } & PartsOf<typeof siteParts>;

/** Everything a player has bought and set. `sites[0]` is home. */
export type Design = PartsOf<typeof globalParts> & { readonly sites: readonly [Site, ...Site[]] };

/** Where a setting stands: "web.count" at home, "@korea.web.count" elsewhere, "dns.ttl" for all. */
export type SettingPath = string;

/** The table of settings of a part. */
export function settingsOf(part: PartName): Readonly<Record<string, Setting>> {
  return part in globalParts ? globalParts[part as GlobalPartName] : siteParts[part as SitePartName];
}

/** Whether the part stands once in a design, not once a site. */
export function isGlobalPart(part: string): part is GlobalPartName {
  return Object.hasOwn(globalParts, part);
}

/** Whether the part stands in every site. */
export function isSitePart(part: string): part is SitePartName {
  return Object.hasOwn(siteParts, part);
}

/** The initial settings of one part. */
export function emptyPart(part: PartName): Readonly<Record<string, SettingValue>> {
  const table = settingsOf(part);
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, setting.initial]));
}

function emptyParts(tables: PartTables): Record<string, Readonly<Record<string, SettingValue>>> {
  return Object.fromEntries(Object.keys(tables).map((part) => [part, emptyPart(part as PartName)]));
}

// Nobody changes a design in place, so all empty parts are the same ones.
const noGlobalParts = emptyParts(globalParts);
const noSiteParts = emptyParts(siteParts);

/** A site with nothing in it. */
export function emptySite(region: RegionName): Site {
  return { region, ...noSiteParts } as unknown as Site;
}

/** The empty rack: no name, no box. */
export function emptyDesign(): Design {
  return { ...noGlobalParts, sites: [emptySite("us")] } as unknown as Design;
}

interface Location {
  readonly region: RegionName | undefined;
  readonly part: PartName;
  readonly key: string;
  readonly setting: Setting;
}

/**
 * Takes a path apart.
 * @throws RangeError when no such setting exists (a mistake in content, never the player's).
 */
export function locate(path: SettingPath): Location {
  const found = located.get(path) ?? takeApart(path);
  located.set(path, found);
  return found;
}

/** There are as many paths as settings, and each is asked for again and again. */
const located = new Map<SettingPath, Location>();

function takeApart(path: SettingPath): Location {
  const match = /^(?:@([a-z]+)\.)?([a-z]+)\.([a-zA-Z]+)$/.exec(path);
  const [, region, part = "", key = ""] = match ?? [];
  const known = region === undefined ? isGlobalPart(part) || isSitePart(part) : isSitePart(part);
  const setting = known ? settingsOf(part as PartName)[key] : undefined;
  const regionKnown = region === undefined || regionNames.includes(region as RegionName);
  if (!setting || !regionKnown) throw new RangeError(`no setting is called ${path}`);
  return { region: region as RegionName | undefined, part: part as PartName, key, setting };
}

/** The present value at `path`; a site that is not there has the initial values. */
export function valueAt(design: Design, path: SettingPath): SettingValue {
  const { region, part, key, setting } = locate(path);
  if (isGlobalPart(part)) return read(design[part], key);
  const site = region === undefined ? design.sites[0] : design.sites.find((s) => s.region === region);
  return site ? read(site[part as SitePartName], key) : setting.initial;
}

function read(part: object, key: string): SettingValue {
  return (part as Record<string, SettingValue>)[key]!;
}

/**
 * The design with one setting changed. A site that is not there yet is added; one that has become
 * empty is removed.
 * @throws RangeError when the value does not fit the setting.
 */
export function withValue(design: Design, path: SettingPath, value: SettingValue): Design {
  return withValues(design, { [path]: value });
}

/** The design with several settings changed, in order. */
export function withValues(design: Design, values: Readonly<Record<SettingPath, SettingValue>>): Design {
  const [home, ...others] = design.sites.map((site) => ({ ...site })) as [Site, ...Site[]];
  const changed = { ...design };
  const set = (holder: object, part: PartName, key: string, value: SettingValue) => {
    const parts = holder as Record<string, object>;
    parts[part] = { ...parts[part], [key]: value };
  };
  for (const [path, value] of Object.entries(values)) {
    const { region = home.region, part, key, setting } = locate(path);
    if (!accepts(setting, value)) throw new RangeError(`${path} does not take ${value}`);
    if (isGlobalPart(part)) set(changed, part, key, value);
    else {
      const site = [home, ...others].find((each) => each.region === region) ?? emptySite(region);
      if (site !== home && !others.includes(site)) others.push(site);
      set(site, part, key, value);
    }
  }
  return { ...changed, sites: [home, ...others.filter((site) => !isEmptySite(site))] };
}

/** Whether nothing in the site differs from the empty one. */
export function isEmptySite(site: Site): boolean {
  return Object.entries(siteParts).every(([part, table]) =>
    Object.entries(table).every(
      ([key, setting]) => read(site[part as SitePartName], key) === setting.initial,
    ),
  );
}

/** Every setting of a design that differs from the empty one, as path and value, in table order. */
export function changedSettings(design: Design): [SettingPath, SettingValue][] {
  const changed: [SettingPath, SettingValue][] = [];
  const collect = (prefix: string, holder: object, tables: PartTables) => {
    for (const [part, table] of Object.entries(tables))
      for (const [key, setting] of Object.entries(table)) {
        const value = read((holder as Record<string, object>)[part]!, key);
        if (value !== setting.initial) changed.push([`${prefix}${part}.${key}`, value]);
      }
  };
  collect("", design, globalParts);
  design.sites.forEach((site, index) => {
    collect(index === 0 ? "" : `@${site.region}.`, site, siteParts);
  });
  return changed;
}

/**
 * The kind of setting at a path.
 * @throws RangeError when no such setting exists.
 */
export function settingAt(path: SettingPath): Setting {
  return locate(path).setting;
}
