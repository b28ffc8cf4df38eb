/** The deep dive: the weakest part of this design, and the ladder that climbs it. */
import { type AuditRow, counts, type FaultPart, type GoalResult, type Topic } from "../../game/index.ts";
import {
  type PlaceName,
  type PlainIndicator,
  partsOfIndicator,
  partsOfPlace,
  type Reason,
  type RegionalIndicator,
} from "../../sim/index.ts";
import type { Grown, Judged } from "./judge.ts";

/** Where a design is weakest: a goal that was missed, else a loss that it does not bear, else what growth takes first. */
export type Weakness =
  | { readonly kind: "goal"; readonly goal: GoalResult }
  | { readonly kind: "bill"; readonly costPerMonth: number; readonly budget: number }
  | { readonly kind: "loss"; readonly row: AuditRow }
  | { readonly kind: "growth"; readonly grown: Grown }
  /** Nothing gave way: what is left to talk about is what all of that costs. */
  | { readonly kind: "none" };

/** A weakness with the ladder that climbs it, by its id. */
export type DeepDive = Weakness & { readonly ladder: string };

/** What brings a loss, but for too much work: that is told by its place. */
export const laddersByReason: Readonly<
  Record<Exclude<Reason, "timeout" | "queue-full" | "turned-away">, string>
> = {
  "no-domain": "type-the-url",
  "no-server": "one-box",
  "no-database": "sql-or-nosql",
  "process-down": "one-box",
  "box-down": "health-checks",
  "lost-with-box": "n-minus-one",
  "node-down": "who-balances-the-balancer",
  "store-down": "session-store-dies",
  "broker-down": "queue-log-pubsub",
  "cache-down": "cache-node-dies",
  "edge-down": "push-or-pull",
  "site-down": "active-active",
  "shard-down": "failover",
  "primary-down": "failover",
  "no-copy": "failover",
  "copy-silent": "sync-async-quorum",
  "row-locked": "hot-row",
  "disk-full": "four-signals",
  "data-elsewhere": "data-between-regions",
  "logged-out": "what-is-state",
  "session-elsewhere": "sticky-sessions",
  "session-unreadable": "jwt-or-session",
  "bad-build": "deploys",
  "box-errs": "health-checks",
  "version-skew": "deploys",
  "order-blocked": "four-signals",
};

/** A part that has too much to do, or fell. */
export const laddersByPlace: Readonly<Record<PlaceName, string>> = {
  dns: "dns-ttl",
  cdn: "edge-ttl",
  lb: "l4-l7",
  box: "one-box",
  web: "how-many-servers",
  services: "monolith-or-services",
  sessions: "jwt-or-session",
  cache: "hit-ratio",
  site: "surviving-region",
  db: "slow-database",
  replicas: "slow-database",
  shards: "when-to-shard",
  hotShard: "which-key",
  hotRow: "hot-row",
  dedicatedShard: "dedicated-shard",
  kv: "sql-or-nosql",
  queue: "queue-grows",
  workers: "queue-grows",
};

/** A part of which one is lost. */
export const laddersByFault: Readonly<Record<FaultPart, string>> = {
  box: "one-box",
  lb: "who-balances-the-balancer",
  web: "n-minus-one",
  sessions: "session-store-dies",
  cache: "cache-node-dies",
  db: "failover",
  replicas: "n-minus-one",
  shards: "failover",
  kv: "n-minus-one",
  queue: "queue-log-pubsub",
  workers: "exactly-once",
  "zone-A": "failover",
  "zone-B": "nines",
  site: "active-active",
  cdn: "push-or-pull",
};

type PlayedIndicator = PlainIndicator | RegionalIndicator;

/** A goal that says by itself what it is about. */
export const laddersByIndicator: Readonly<Partial<Record<PlayedIndicator, string>>> = {
  lostWrites: "sync-async-quorum",
  staleOwnReadShare: "read-your-writes",
  staleSecMax: "cache-patterns",
  staleReadShare: "cache-patterns",
  staleAssetSecMax: "edge-ttl",
  edgeHitRatio: "edge-ttl",
  hitRatio: "hit-ratio",
  ordersLost: "never-cache",
  oversold: "transactions",
  logsStoredShare: "sql-or-nosql",
  reportP95Ratio: "slow-database",
  breachedBoxes: "l4-l7",
  lostSessionsShare: "session-store-dies",
  lostJobs: "exactly-once",
  duplicateJobs: "exactly-once",
  photoReadyP95Sec: "queue-grows",
  timeToDetectSecMean: "four-signals",
  worstRegionPageLoadP95Ms: "far-users",
  movedKeysShare: "reshard-live",
  crossShardShare: "which-key",
};

/** Goals that nearly every failure misses, where nothing else says why. */
export const laddersOfLastResort = {
  latency: "percentiles",
  availability: "nines",
  bill: "cut-the-bill",
} as const;

/** The weakest part of a design, and its ladder. */
export function deepDiveOf(judged: Judged): DeepDive {
  const { goals, costPerMonth, budget, audit, growth } = judged;
  const missed = goals.filter(({ met }) => !met);
  const [first] = missed;
  if (first) {
    const told = ladderOfTopics(judged.topics);
    // Where a goal says by itself what it is about, that one is named: the first may be about something else.
    const goal = missed.find(({ indicator }) => indicator === told?.topic) ?? first;
    return { kind: "goal", goal, ladder: told?.ladder ?? ladderOfGoal(first) };
  }
  if (costPerMonth > budget) return { kind: "bill", costPerMonth, budget, ladder: laddersOfLastResort.bill };
  const row = audit?.rows.find(counts);
  if (row) return { kind: "loss", row, ladder: laddersByFault[row.fault.part] };
  const grown = growth.find(({ passed }) => !passed);
  if (grown) return { kind: "growth", grown, ladder: ladderOfGrowth(grown) };
  return { kind: "none", ladder: laddersOfLastResort.bill };
}

/** The ladder of the first topic that has one: topics stand in the order of how much they say. */
function ladderOfTopics(
  topics: readonly Topic[],
): { readonly topic: Topic; readonly ladder: string } | undefined {
  for (const topic of topics) {
    const [what, place] = topic.split(" ");
    const ladder =
      place === undefined
        ? (ofTable(laddersByReason, topic) ?? ofTable(laddersByIndicator, topic))
        : what === "busy"
          ? ofTable(laddersByPlace, place)
          : (ofTable(laddersByFault, place) ?? ofTable(laddersByPlace, place));
    if (ladder !== undefined) return { topic, ladder };
  }
  return undefined;
}

function ofTable(table: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function ladderOfGoal({ indicator }: GoalResult): string {
  if (indicator === "costPerMonth") return laddersOfLastResort.bill;
  const { name } = partsOfIndicator(indicator);
  const { latency, availability } = laddersOfLastResort;
  return laddersByIndicator[name] ?? (/latency|Ms$/i.test(name) ? latency : availability);
}

function ladderOfGrowth({ first, lost }: Grown): string {
  if (first) return laddersByPlace[partsOfPlace(first.place).name];
  const byReason = lost && ofTable(laddersByReason, lost.reason);
  return byReason ?? "ten-times";
}
