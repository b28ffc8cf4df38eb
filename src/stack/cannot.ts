/** What a stack on one machine cannot express of a design and a scenario, by name. */
import {
  changedSettings,
  type Design,
  possibleEvents,
  type Scenario,
  type SettingPath,
} from "../sim/index.ts";

/** Why there can be no stack of a design at all. */
export type StackRefusal = "two-sites" | "shards" | "no-server" | "no-database" | "two-fronts";

/** What is left out: a setting by its path and value, or a kind of event. */
export type LeftOut = { readonly setting: SettingPath; readonly value: string } | { readonly event: string };

/** Settings that the stack has; of `cache.evict` all but one word. */
const expressed = new Set<SettingPath>([
  "dns.domain",
  "box.size",
  ...["nodes", "policy", "interval", "misses", "retry", "public"].map((key) => `lb.${key}`),
  ...["count", "size", "pool"].map((key) => `web.${key}`),
  ...["nodes", "memory", "ttl", "evict", "invalidate", "lease", "zones", "only"].map((key) => `cache.${key}`),
  ...["size", "replicas", "replicaSize", "zones"].map((key) => `db.${key}`),
  ...["kind", "ack", "attempts", "dead", "steps"].map((key) => `queue.${key}`),
  ...["count", "size", "max"].map((key) => `workers.${key}`),
]);

const events: ReadonlySet<string> = new Set([
  ...["news", "restart", "crash", "slow", "cache-restart", "flood", "scan", "sale", "crawl", "celebrity"],
  "poison",
]);
/** Tiers whose boxes are processes of the stack. */
const tiers: ReadonlySet<string> = new Set(["box", "web", "lb", "primary", "replica", "queue", "workers"]);

/** Why there can be no stack of a design; nothing where there can. */
export function refusalOf({ sites }: Design): StackRefusal | undefined {
  const [{ box, web, db, shards }] = sites;
  if (sites.length > 1) return "two-sites";
  if (shards.count > 0) return "shards";
  if (box.size > 0 && web.count > 0) return "two-fronts";
  if (box.size === 0 && web.count === 0) return "no-server";
  if (web.count > 0 && db.size === 0) return "no-database";
  return undefined;
}

/** The settings and events that a stack leaves out, each once. */
export function leftOutOf(design: Design, scenario: Scenario): LeftOut[] {
  const settings = changedSettings(design).flatMap(([setting, value]) => {
    const isThere = expressed.has(setting) && !(setting === "cache.evict" && value === "fifo");
    return isThere ? [] : [{ setting, value: String(value) }];
  });
  const left = possibleEvents(scenario).flatMap((event) => {
    const tier = "tier" in event ? event.tier : undefined;
    const isThere = events.has(event.what) && (tier === undefined || tiers.has(tier));
    return isThere ? [] : [tier === undefined ? event.what : `${event.what} ${tier}`];
  });
  return [...settings, ...[...new Set(left)].map((event) => ({ event }))];
}
