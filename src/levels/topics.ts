/** Which excerpts and cards explain what, whatever the language: by their ids. */
import type { Topic } from "../game/index.ts";
import { chapterOf } from "./chapter.ts";
import type { Excerpt, FactCard, LevelProse } from "./prose.ts";

/** A level's texts by what follows its id, each with what it explains. */
const explained: Readonly<Record<string, Readonly<Record<string, readonly Topic[]>>>> = {
  "01-single-server": {
    p2: ["process-down", "down box"],
    p3: ["no-domain"],
    p8: ["busy box"],
    f1: ["no-domain"],
    f3: ["availability"],
    f4: ["latencyP95Ms"],
    f5: ["costPerMonth"],
  },
  "02-database": {
    p2: ["reportP95Ratio", "report", "busy box", "busy web"],
    p8: ["logsStoredShare", "busy db"],
    p9: ["oversold"],
    f2: ["latencyP95Ms"],
    f4: ["busy db", "logsStoredShare"],
    f6: ["oversold"],
    f8: ["report", "reportP95Ratio"],
  },
  "03-scaling": {
    p2: ["busy web"],
    p5: ["costPerMonth"],
    p6: ["busy db"],
    p7: ["worstTickAvailability", "box-down"],
    f1: ["busy web", "busy db"],
    f4: ["busy web", "costPerMonth"],
    f7: ["queue-full", "timeout"],
  },
  "04-load-balancer": {
    p3: ["scan", "breachedBoxes"],
    p5: ["box-down", "lost-with-box"],
    p7: ["busy web", "busy db"],
    p8: ["node-down", "down lb"],
    f1: ["busy web"],
    f3: ["busy db"],
    f4: ["box-down"],
    f5: ["node-down", "down lb"],
    f6: ["lost-with-box", "timeout"],
    f10: ["busy web"],
  },
  "05-replication": {
    p2: ["staleOwnReadShare"],
    p5: ["busy replicas"],
    p6: ["primary-down"],
    p7: ["lostWrites"],
    p9: ["no-copy", "costPerMonth", "flood"],
    f2: ["lostWrites"],
    f4: ["staleOwnReadShare"],
    f5: ["lostWrites"],
    f7: ["primary-down"],
    f10: ["busy db", "busy replicas"],
    f11: ["lostWrites", "no-copy"],
    f12: ["primary-down", "flood"],
  },
  "06-cache": {
    p3: ["busy web", "busy replicas", "busy db"],
    p5: ["costPerMonth"],
    p6: ["ordersLost", "cache-down"],
    p7: ["hitRatio"],
    p8: ["staleSecMax", "staleReadShare", "stalePostShare"],
    p9: ["flood", "down cache"],
    p10: ["crawl"],
    f2: ["crawl"],
    f3: ["staleReadShare"],
    f4: ["flood", "down cache"],
    f7: ["hitRatio", "busy web"],
    f8: ["staleSecMax"],
  },
  "07-cdn": {
    p1: ["pageLoadP95Ms", "worstRegionPageLoadP95Ms"],
    p5: ["costPerMonth"],
    p7: ["staleAssetSecMax"],
    p8: ["edge-down", "cdn-outage", "down cdn"],
    p9: ["busy web"],
    f4: ["cdn-outage", "edge-down"],
    f5: ["busy web", "costPerMonth"],
    f6: ["worstRegionPageLoadP95Ms"],
  },
  "08-stateless": {
    p3: ["sessionsLost", "lostSessionsShare", "logged-out", "session-elsewhere"],
    p6: ["busy db", "session-unreadable"],
    p7: ["busy web", "costPerMonth"],
    f1: ["busy db", "sessionsLost"],
    f3: ["busy web", "news"],
  },
  "09-data-centers": {
    p1: ["latencyP50Ms", "latencyP95Ms"],
    p3: ["region-outage"],
    p4: ["site-down"],
    p5: ["data-elsewhere"],
    p6: ["writeP99Ms", "latencyP99Ms", "lostWrites"],
    p7: ["version-skew", "versionSkewErrors"],
    f3: ["busy web"],
    f4: ["data-elsewhere", "lostWrites"],
    f5: ["site-down"],
    f6: ["region-outage"],
    f7: ["writeP99Ms"],
    f9: ["latencyP50Ms"],
  },
  "10-message-queue": {
    p1: ["busy web"],
    p2: ["lostJobs", "broker-down"],
    p4: ["photoReadyP95Sec", "queueAgeMaxSec", "busy workers"],
    p8: ["poison"],
    f1: ["broker-down", "lostJobs"],
    f2: ["crash", "lostJobs"],
    f3: ["poison"],
    f7: ["busy workers"],
  },
  "11-observability": {
    p1: ["box-errs"],
    p4: ["disk-full", "disk-fills"],
    p6: ["ordersShare", "order-blocked"],
    p7: ["bad-build"],
    p9: ["timeToDetectSecMean", "faultsFound"],
    f7: ["availability", "bad-build"],
    f8: ["timeToDetectSecMean"],
    f9: ["box-errs"],
    f10: ["order-blocked", "ordersShare"],
  },
  "12-database-scaling": {
    p2: ["busy db"],
    p6: ["busy hotShard", "busy shards"],
    p7: ["add-shard", "movedKeysShare", "reshardingFailedShare"],
    p8: ["celebrity", "row-locked", "crossShardShare"],
    f2: ["add-shard", "movedKeysShare"],
    f3: ["writeP99Ms", "crossShardShare"],
    f6: ["busy db"],
    f7: ["add-shard"],
  },
  "celebrity-lab": {
    p2: ["row-locked", "busy hotRow"],
    p3: ["busy hotShard", "busy shards"],
    p4: ["costPerMonth"],
    f2: ["busy hotShard", "busy hotRow"],
    f5: ["celebrity"],
  },
  finale: {
    p1: ["box-down", "logged-out"],
    p2: ["primary-down", "shard-down", "no-copy", "node-down"],
    p3: ["cache-restart", "busy db"],
    p4: ["site-down", "region-outage"],
    p5: ["edge-down", "cdn-outage"],
    p6: ["celebrity", "row-locked", "busy hotShard"],
    p8: ["ordersShare", "bad-build", "order-blocked"],
    f1: ["node-down", "down lb"],
  },
};

/** The number of the first of some topics that a text explains; infinite when it explains none. */
function rankOf(id: string, topics: readonly Topic[]): number {
  const dash = id.lastIndexOf("-");
  const own = explained[id.slice(0, dash)]?.[id.slice(dash + 1)] ?? [];
  const at = topics.findIndex((topic) => own.includes(topic));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** The text that explains the first of some topics that any of them explains. */
function nearest<T extends { readonly id: string }>(
  texts: readonly T[],
  topics: readonly Topic[],
): T | undefined {
  const ranked = texts.map((text) => ({ text, rank: rankOf(text.id, topics) }));
  const least = Math.min(...ranked.map(({ rank }) => rank));
  return Number.isFinite(least) ? ranked.find(({ rank }) => rank === least)?.text : undefined;
}

/** The excerpt that explains a run, by the run's topics; undefined when none does. */
export function excerptOn(prose: LevelProse, topics: readonly Topic[]): Excerpt | undefined {
  return nearest(chapterOf(prose), topics);
}

/** What tells more than the chapter, corrects it, or says where the model ends. */
const told: ReadonlySet<FactCard["kind"]> = new Set(["supplement", "correction", "honesty"]);

/**
 * The card to show after a run: of those not yet seen the one that explains it best, or the first; once all were seen,
 * of all but the last one.
 * @param seen ids of cards that were shown, the last one last
 */
export function cardOn(
  { factCards }: LevelProse,
  topics: readonly Topic[],
  seen: readonly string[],
): FactCard | undefined {
  const cards = factCards.filter(({ kind }) => told.has(kind));
  const fresh = cards.filter(({ id }) => !seen.includes(id));
  const others = cards.filter(({ id }) => id !== seen.at(-1));
  const from = fresh.length > 0 ? fresh : others.length > 0 ? others : cards;
  return nearest(from, topics) ?? from[0];
}

/** The cards that count as seen once another is shown: when it was the last that was missing, a new round begins. */
export function seenWith({ factCards }: LevelProse, seen: readonly string[], id: string): readonly string[] {
  const before = seen.filter((each) => each !== id);
  const isRoundOver = factCards.every((card) => !told.has(card.kind) || seen.includes(card.id));
  return isRoundOver ? [id] : [...before, id];
}

/** All ids that the table names, for a test to look for. */
export const explainedIds: readonly string[] = Object.entries(explained).flatMap(([level, texts]) =>
  Object.keys(texts).map((text) => `${level}-${text}`),
);
