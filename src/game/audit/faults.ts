/** What can be lost singly: which parts a design has, the event that takes one, and what a shop must sell to bear it. */
import {
  type Design,
  isGlobalPart,
  locate,
  type RegionName,
  type ScenarioEvent,
  type SettingValue,
  type Site,
  valueAt,
  zonesOf,
} from "../../sim/index.ts";
import type { Playable } from "../level.ts";

/** The parts, in the order of a request; a zone, a site and the CDN are more than one machine. */
export const faultParts = [
  "box",
  "lb",
  "web",
  "sessions",
  "cache",
  "db",
  "replicas",
  "shards",
  "kv",
  "queue",
  "workers",
  "zone-A",
  "zone-B",
  "site",
  "cdn",
] as const;
export type FaultPart = (typeof faultParts)[number];

/** One of a part is lost: of the database the primary. Without a region at home, or there is only one of it. */
export interface AuditFault {
  readonly part: FaultPart;
  readonly region?: RegionName;
}

/** The name of a fault: "web", "lb@korea". */
export type FaultName = FaultPart | `${FaultPart}@${RegionName}`;

/** The name of a fault. */
export function faultName({ part, region }: AuditFault): FaultName {
  return region === undefined ? part : `${part}@${region}`;
}

/** The fault of a name. */
export function faultOf(name: FaultName): AuditFault {
  const [part, region] = name.split("@") as [FaultPart, RegionName?];
  return region === undefined ? { part } : { part, region };
}

/** Whether it takes a single machine; otherwise whatever stands together there. */
export function isOneMachine({ part }: AuditFault): boolean {
  return part !== "zone-A" && part !== "zone-B" && part !== "site" && part !== "cdn";
}

type FaultSpan = Pick<ScenarioEvent, "label" | "atSec"> & { readonly untilSec: number };
/** Settings that must all be sold, each with the values that would do. */
type Cure = Readonly<Record<string, (value: SettingValue) => boolean>>;

interface FaultRule {
  /** Whether a site has such a part. */
  readonly isThere: (site: Site, design: Design) => boolean;
  /** The event that takes one of it. */
  readonly event: (span: FaultSpan, region: RegionName) => ScenarioEvent;
  /** What helps, by what the site has; undefined where nothing does. */
  readonly cure: (site: Site) => Cure | undefined;
}

const crash =
  (tier: Extract<ScenarioEvent, { what: "crash" }>["tier"]): FaultRule["event"] =>
  (span, region) => ({ ...span, what: "crash", tier, boxes: 1, region });
const restart =
  (tier: "box" | "queue"): FaultRule["event"] =>
  (span, region) => ({
    ...span,
    what: "restart",
    tier,
    durationSec: span.untilSec - span.atSec,
    region,
  });
const flood =
  (zone: "A" | "B"): FaultRule["event"] =>
  (span, region) => ({ ...span, what: "flood", zone, region });
const atLeast = (count: number) => (value: SettingValue) => Number(value) >= count;
const oneOf =
  (...values: readonly SettingValue[]) =>
  (value: SettingValue) =>
    values.includes(value);
const cacheInZones: Cure = { "cache.zones": atLeast(2), "cache.nodes": atLeast(2) };

const rules: Readonly<Record<FaultPart, FaultRule>> = {
  box: { isThere: ({ box }) => box.size > 0, event: restart("box"), cure: () => undefined },
  lb: {
    isThere: ({ lb, web }) => lb.nodes > 0 && web.count > 0,
    event: crash("lb"),
    cure: () => ({ "lb.nodes": atLeast(2) }),
  },
  web: {
    isThere: ({ web }) => web.count > 0,
    event: crash("web"),
    cure: () => ({ "web.count": atLeast(2), "lb.nodes": atLeast(1) }),
  },
  sessions: {
    isThere: ({ sessions }) => sessions.store === "pair" || sessions.store === "node",
    event: crash("sessions"),
    cure: () => ({ "sessions.store": oneOf("pair") }),
  },
  cache: {
    isThere: ({ cache }) => cache.nodes > 0,
    event: (span, region) => ({ ...span, what: "cache-restart", nodes: 1, region }),
    cure: () => ({ "cache.nodes": atLeast(2) }),
  },
  db: {
    // The primary is its cluster's: another site has one only where it keeps its data to itself.
    isThere: (site, { sites, sync }) => site.db.size > 0 && (site === sites[0] || sync.mode === "none"),
    event: crash("primary"),
    cure: () => ({ "db.replicas": atLeast(1) }),
  },
  replicas: {
    isThere: ({ db }) => db.replicas > 0,
    event: crash("replica"),
    cure: () => ({ "db.replicas": atLeast(2) }),
  },
  shards: {
    isThere: ({ shards }) => shards.count > 0,
    event: crash("shard"),
    cure: () => ({ "shards.replicas": atLeast(1) }),
  },
  kv: {
    isThere: ({ kv }) => kv.nodes > 0,
    event: crash("kv"),
    cure: () => ({ "kv.nodes": atLeast(2) }),
  },
  // The broker is one; what is durable survives it, but nothing is taken in meanwhile.
  queue: { isThere: ({ queue }) => queue.kind !== "none", event: restart("queue"), cure: () => undefined },
  workers: {
    isThere: ({ workers }) => workers.count > 0,
    event: crash("workers"),
    cure: () => ({ "workers.count": atLeast(2) }),
  },
  "zone-A": {
    // A primary and shards stand there.
    isThere: (site) =>
      site.db.size > 0 || site.cache.nodes > 0 || site.shards.count > 0 || hasCopyIn("A", site),
    event: flood("A"),
    cure: ({ db, cache, shards }) => ({
      ...(db.size > 0 ? { "db.zones": oneOf("AB", "B"), "db.replicas": atLeast(1) } : {}),
      ...(cache.nodes > 0 ? cacheInZones : {}),
      ...(shards.count > 0 ? { "shards.replicas": atLeast(1) } : {}),
    }),
  },
  "zone-B": {
    isThere: (site) =>
      hasCopyIn("B", site) || site.shards.replicas > 0 || (site.cache.nodes > 1 && site.cache.zones > 1),
    event: flood("B"),
    cure: (site) => ({
      ...(hasCopyIn("B", site) ? { "db.zones": oneOf("AB") } : {}),
      ...(site.cache.nodes > 0 ? cacheInZones : {}),
    }),
  },
  site: {
    isThere: () => true,
    event: (span, region) => ({ ...span, what: "region-outage", region }),
    cure: () => ({ "dns.geo": oneOf(true) }),
  },
  cdn: {
    isThere: (site, { sites, cdn }) => site === sites[0] && cdn.assets !== "none",
    event: (span) => ({ ...span, what: "cdn-outage" }),
    cure: () => ({ "cdn.fallback": oneOf(true) }),
  },
};

function hasCopyIn(zone: "A" | "B", { db }: Site): boolean {
  return zonesOf(db.replicas, db.zones).includes(zone);
}

/** Every part of a design that can be lost singly, site by site in the order of a request. */
export function faultsOf(design: Design): AuditFault[] {
  return design.sites.flatMap((site, at) =>
    faultParts
      .filter((part) => rules[part].isThere(site, design))
      .map((part): AuditFault => (at === 0 ? { part } : { part, region: site.region })),
  );
}

/** The parts whose loss takes most with it, in that order; all others come after them. */
const gravest: readonly FaultPart[] = ["zone-A", "db", "shards", "site", "lb", "sessions", "zone-B", "cache"];

/** Faults in an order in which one that is not borne is likely to come early. */
export function gravestFirst(faults: readonly AuditFault[]): AuditFault[] {
  const rank = ({ part }: AuditFault) => {
    const at = gravest.indexOf(part);
    return at < 0 ? gravest.length : at;
  };
  return [...faults].sort((a, b) => rank(a) - rank(b));
}

/** The event that takes one of the part, and gives it back at the end. */
export function eventOf(design: Design, fault: AuditFault, atSec: number, untilSec: number): ScenarioEvent {
  const region = fault.region ?? design.sites[0].region;
  return rules[fault.part].event({ label: faultName(fault), atSec, untilSec }, region);
}

/** Parts of which the loss of the only one leaves nothing that works. */
const vital: ReadonlySet<FaultPart> = new Set<FaultPart>(["lb", "sessions", "db", "shards"]);

/** Single points of failure that the shop could cure: there is but one of a part that nothing works without. */
export function singlePoints(playable: Pick<Playable, "shop" | "start">, design: Design): AuditFault[] {
  return faultsOf(design).filter(
    (fault) => vital.has(fault.part) && isCurable(playable, design, fault) && !isCured(design, fault),
  );
}

/** Whether a design has what helps against a fault. */
function isCured(design: Design, { part, region }: AuditFault): boolean {
  const cure = rules[part].cure(siteOf(design, region)) ?? {};
  return Object.entries(cure).every(([setting, helps]) => helps(valueAt(design, pathAt(setting, region))));
}

function siteOf({ sites }: Design, region: RegionName | undefined): Site {
  return sites.find((each) => each.region === region) ?? sites[0];
}

/** The path of a setting at a site; what is everywhere the same has no site. */
function pathAt(setting: string, region: RegionName | undefined): string {
  return region !== undefined && !isGlobalPart(locate(setting).part) ? `@${region}.${setting}` : setting;
}

/** Whether what it takes to bear a fault of a design is on sale, or is there from the start. */
export function isCurable(
  { shop, start }: Pick<Playable, "shop" | "start">,
  design: Design,
  { part, region }: AuditFault,
): boolean {
  const cure = rules[part].cure(siteOf(design, region));
  if (!cure) return false;
  return Object.entries(cure).every(([setting, helps]) => {
    const path = pathAt(setting, region);
    const sold = shop.flatMap(({ choices }) => choices.flatMap(({ set }) => set[path] ?? []));
    return [valueAt(start, path), ...sold].some(helps);
  });
}
