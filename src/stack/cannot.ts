/** What a stack on one machine cannot express of a design and a scenario, by name. */
import { type Inexpressible, inexpressible } from "../exact/index.ts";
import {
  changedSettings,
  type Design,
  type EventKind,
  possibleEvents,
  type Scenario,
  type ScenarioEvent,
  type SettingPath,
} from "../sim/index.ts";

/** Why there can be no stack of a design at all; what nobody can play exactly has nothing to be expected. */
export type StackRefusal =
  | "two-sites"
  | "shards"
  | "no-server"
  | "no-database"
  | "two-fronts"
  | { readonly unplayed: Inexpressible };

/** What is left out: a setting by its path and value, or a kind of event. */
export type LeftOut = { readonly setting: SettingPath; readonly value: string } | { readonly event: string };

/** Settings that the stack has; of `cache.evict` all but one word. */
const expressed = new Set<SettingPath>([
  "dns.domain",
  "box.size",
  ...["nodes", "policy", "interval", "misses", "retry", "public"].map((key) => `lb.${key}`),
  ...["count", "size", "pool"].map((key) => `web.${key}`),
  ...["nodes", "memory", "ttl", "evict", "invalidate", "lease", "zones", "only"].map((key) => `cache.${key}`),
  ...["size", "replicas", "replicaSize", "zones", "promote"].map((key) => `db.${key}`),
  ...["kind", "ack", "attempts", "dead", "steps"].map((key) => `queue.${key}`),
  ...["count", "size", "max"].map((key) => `workers.${key}`),
]);

/** Events that happen to the stack: at any tier, or at these. */
const events: Readonly<Partial<Record<EventKind, "any" | readonly string[]>>> = {
  news: "any",
  restart: ["box", "web", "queue"],
  crash: ["web", "lb", "primary", "replica", "workers"],
  slow: ["web"],
  "cache-restart": "any",
  flood: "any",
  scan: "any",
  sale: "any",
  crawl: "any",
  celebrity: "any",
  poison: "any",
};

const tierOf = (event: ScenarioEvent) => ("tier" in event ? event.tier : undefined);

/** Whether an event happens to the stack as it does in the level. */
function isExpressed(event: ScenarioEvent): boolean {
  const where = events[event.what];
  return where === "any" || (where?.includes(tierOf(event) ?? "") ?? false);
}

/** A day with those events alone that happen to the stack. */
export function expressedDay(day: Scenario): Scenario {
  const { events: all, drawn = [], ...rest } = day;
  const possible = drawn.map((each) => ({ ...each, oneOf: each.oneOf.filter(isExpressed) }));
  return { ...rest, events: all.filter(isExpressed), ...(drawn.length > 0 && { drawn: possible }) };
}

/** Why there can be no stack of a design on a day; nothing where there can. */
export function refusalOf(design: Design, day: Scenario): StackRefusal | undefined {
  const { sites } = design;
  const [{ box, web, db, shards }] = sites;
  if (sites.length > 1) return "two-sites";
  if (shards.count > 0) return "shards";
  if (box.size > 0 && web.count > 0) return "two-fronts";
  if (box.size === 0 && web.count === 0) return "no-server";
  if (web.count > 0 && db.size === 0) return "no-database";
  // How many requests there are does not matter: a stack has few.
  const unplayed = inexpressible(design, expressedDay(day)).find(({ code }) => code !== "requests");
  return unplayed && { unplayed };
}

/** The settings and events that a stack leaves out, each once. */
export function leftOutOf(design: Design, scenario: Scenario): LeftOut[] {
  const settings = changedSettings(design).flatMap(([setting, value]) => {
    const isThere = expressed.has(setting) && !(setting === "cache.evict" && value === "fifo");
    return isThere ? [] : [{ setting, value: String(value) }];
  });
  const left = possibleEvents(scenario)
    .filter((event) => !isExpressed(event))
    .map((event) => [event.what, tierOf(event)].filter(Boolean).join(" "));
  return [...settings, ...[...new Set(left)].map((event) => ({ event }))];
}
