/** What the exact simulation cannot play, by name: better no answer than one about another system. */
import type { Design, Scenario } from "../sim/index.ts";

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
const tiers = new Set(["box", "web", "queue", "lb", "primary", "replica", "workers", "shard"]);
/** More requests than a person waits for, at a second or so a million. */
const requestsMax = 60_000_000;

/** Why a design on a scenario cannot be played exactly; nothing when it can. */
export function inexpressible(design: Design, scenario: Scenario): string[] {
  const reasons: string[] = [];
  const not = (isThere: boolean, what: string) => {
    if (isThere) reasons.push(what);
  };
  const [home] = design.sites;
  const sessionSec = scenario.clients.sessionSec ?? 0;
  not(design.sites.length > 1, "more than one site");
  not(
    home.region !== "us" || scenario.streams.some(({ regions }) => regions.us !== 1),
    "users of other regions",
  );
  not(design.cdn.assets !== "none", "an edge network (cdn)");
  not(home.web.target > 0, "autoscaled web boxes (web.target)");
  not(home.lb.sticky, "sticky sessions (lb.sticky)");
  not(sessionSec > 0, "sessions that servers remember");
  not(home.box.size > 0 && home.web.count > 0, "an all-in-one box beside web boxes");
  not(
    home.box.size > 0 && (home.db.size > 0 || home.kv.nodes > 0),
    "an all-in-one box with a store beside it",
  );
  not(home.db.size === 0 && home.db.replicas > 0, "copies without a primary");
  not(home.db.recovery || home.db.backups, "recovery of lost writes (db.recovery, db.backups)");
  not(scenario.data.growthShare > 0, "data that grows");
  not(scenario.fog === true, "fog");
  for (const event of scenario.events) {
    const tier = "tier" in event ? event.tier : undefined;
    if (!events.has(event.what)) not(true, `the event ${event.what}`);
    else if (tier !== undefined && !tiers.has(tier)) not(true, `the event ${event.what} of ${tier}`);
  }
  const requests = scenario.streams.reduce((sum, { curve }) => {
    const highest = curve.reduce((most, [, rate]) => Math.max(most, rate), 0);
    return sum + highest * scenario.ticks * scenario.tickSec;
  }, 0);
  not(
    requests > requestsMax,
    `${Math.round(requests / 1e6)} million requests, of at most ${requestsMax / 1e6}`,
  );
  return [...new Set(reasons)];
}
