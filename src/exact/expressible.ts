/** What the exact simulation cannot play, by name: better no answer than one about another system. */
import { type Design, possibleEvents, type Scenario } from "../sim/index.ts";

/** Events that it plays; `crash`, `slow` and `restart` for the tiers below. */
const events = new Set([
  "news",
  "restart",
  "crash",
  "slow",
  "cache-restart",
  "flood",
  "report",
  "scan",
  "sale",
  "crawl",
  "celebrity",
  "poison",
  "add-shard",
]);
const tiers = new Set(["box", "web", "queue", "lb", "primary", "replica", "workers", "shard", "sessions"]);
/** More requests than a person waits for: a million take some seconds. */
const requestsMax = 60_000_000;

/** What of a design or a scenario cannot be played exactly. */
export type Inexpressible =
  | {
      readonly code:
        | "two-sites"
        | "other-regions"
        | "cdn"
        | "sticky"
        | "box-beside-web"
        | "box-beside-store"
        | "copies-without-primary"
        | "recovery"
        | "growing-data"
        | "fog";
    }
  | { readonly code: "event"; readonly what: string; readonly tier?: string }
  | { readonly code: "requests"; readonly count: number; readonly max: number };

/** Why a design on a scenario cannot be played exactly; nothing when it can. */
export function inexpressible(design: Design, scenario: Scenario): Inexpressible[] {
  const [home] = design.sites;
  const { streams, clients, data } = scenario;
  const isThere: Readonly<Record<Exclude<Inexpressible["code"], "event" | "requests">, boolean>> = {
    "two-sites": design.sites.length > 1,
    "other-regions": home.region !== "us" || streams.some(({ regions }) => regions.us !== 1),
    cdn: design.cdn.assets !== "none",
    sticky: home.lb.sticky && !(clients.sessionSec ?? 0),
    "box-beside-web": home.box.size > 0 && home.web.count > 0,
    "box-beside-store": home.box.size > 0 && (home.db.size > 0 || home.kv.nodes > 0),
    "copies-without-primary": home.db.size === 0 && home.db.replicas > 0,
    recovery: home.db.recovery || home.db.backups,
    "growing-data": data.growthShare > 0,
    fog: scenario.fog === true,
  };
  const codes = Object.keys(isThere) as (keyof typeof isThere)[];
  const count = streams.reduce((sum, { curve }) => {
    const highest = curve.reduce((most, [, rate]) => Math.max(most, rate), 0);
    return sum + highest * scenario.ticks * scenario.tickSec;
  }, 0);
  return [
    ...codes.filter((code) => isThere[code]).map((code) => ({ code })),
    ...possibleEvents(scenario).flatMap(({ what, ...event }) => {
      const elsewhere = "region" in event && event.region !== undefined && event.region !== home.region;
      if (!events.has(what) || elsewhere) return [{ code: "event", what } as const];
      const tier = "tier" in event ? event.tier : undefined;
      return tier === undefined || tiers.has(tier) ? [] : [{ code: "event", what, tier } as const];
    }),
    ...(count > requestsMax ? [{ code: "requests", count, max: requestsMax } as const] : []),
  ];
}
