/** Which excerpts and cards explain what, whatever the language: by their ids. */
import type { Topic } from "../game/index.ts";
import { chapterOf } from "./chapter.ts";
import type { Excerpt, FactCard, LevelProse } from "./prose.ts";

/** A level's texts by what follows its id, each with what it explains. */
const explained: Readonly<Record<string, Readonly<Record<string, readonly Topic[]>>>> = {
  "01-single-server": {
    p2: ["process-down", "down box", "idea A"],
    p3: ["no-domain", "idea B"],
    p8: ["busy box", "idea naive"],
    f1: ["no-domain"],
    f3: ["availability"],
    f4: ["latencyP95Ms"],
    f5: ["costPerMonth"],
  },
  "02-database": {
    p2: ["reportP95Ratio", "report", "busy box", "busy web", "idea naive", "idea C"],
    p8: ["logsStoredShare", "busy db", "idea B"],
    p9: ["oversold", "idea A"],
    f2: ["latencyP95Ms"],
    f4: ["busy db", "logsStoredShare"],
    f6: ["oversold"],
    f8: ["report", "reportP95Ratio"],
  },
  "03-scaling": {
    p2: ["busy web", "idea naive"],
    p5: ["costPerMonth"],
    p6: ["busy db", "idea C"],
    p7: ["worstTickAvailability", "box-down", "idea A"],
    p8: ["idea B"],
    f1: ["busy web", "busy db"],
    f4: ["busy web", "costPerMonth"],
    f7: ["queue-full", "timeout"],
  },
  "04-load-balancer": {
    p3: ["scan", "breachedBoxes", "idea C"],
    p4: ["idea B"],
    p5: ["box-down", "lost-with-box", "idea naive"],
    p7: ["busy web", "busy db", "idea A", "idea D"],
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
    p3: ["idea E"],
    p5: ["busy replicas", "idea B", "idea C"],
    p6: ["primary-down", "idea D"],
    p7: ["lostWrites"],
    p9: ["no-copy", "costPerMonth", "flood", "idea naive", "idea A", "idea F"],
    f2: ["lostWrites"],
    f4: ["staleOwnReadShare"],
    f5: ["lostWrites"],
    f7: ["primary-down"],
    f10: ["busy db", "busy replicas"],
    f11: ["lostWrites", "no-copy"],
    f12: ["primary-down", "flood"],
  },
  "06-cache": {
    p3: ["busy web", "busy replicas", "busy db", "idea naive"],
    p5: ["costPerMonth"],
    p6: ["ordersLost", "cache-down", "idea D"],
    p7: ["hitRatio", "idea B", "idea C"],
    p8: ["staleSecMax", "staleReadShare", "stalePostShare"],
    p9: ["flood", "down cache", "idea A", "idea F"],
    p10: ["crawl", "idea E"],
    f2: ["crawl"],
    f3: ["staleReadShare"],
    f4: ["flood", "down cache"],
    f7: ["hitRatio", "busy web"],
    f8: ["staleSecMax"],
  },
  "07-cdn": {
    p1: ["pageLoadP95Ms", "worstRegionPageLoadP95Ms", "idea naive"],
    p5: ["costPerMonth", "idea D"],
    p7: ["staleAssetSecMax", "idea C"],
    p8: ["edge-down", "cdn-outage", "down cdn", "idea A", "idea B"],
    p9: ["busy web"],
    f4: ["cdn-outage", "edge-down"],
    f5: ["busy web", "costPerMonth"],
    f6: ["worstRegionPageLoadP95Ms"],
  },
  "08-stateless": {
    p3: ["sessionsLost", "lostSessionsShare", "logged-out", "session-elsewhere", "idea naive", "idea A"],
    p6: ["busy db", "session-unreadable", "idea D"],
    p7: ["busy web", "costPerMonth", "idea B", "idea C"],
    f1: ["busy db", "sessionsLost"],
    f3: ["busy web", "news"],
  },
  "09-data-centers": {
    p1: ["latencyP50Ms", "latencyP95Ms", "idea naive"],
    p3: ["region-outage", "idea A"],
    p4: ["site-down", "idea D"],
    p5: ["data-elsewhere", "idea B"],
    p6: ["writeP99Ms", "latencyP99Ms", "lostWrites", "idea C"],
    p7: ["version-skew", "versionSkewErrors", "idea E"],
    p8: ["idea F"],
    f3: ["busy web"],
    f4: ["data-elsewhere", "lostWrites"],
    f5: ["site-down"],
    f6: ["region-outage"],
    f7: ["writeP99Ms"],
    f9: ["latencyP50Ms"],
  },
  "10-message-queue": {
    p1: ["busy web", "idea naive"],
    p2: ["lostJobs", "broker-down", "idea B"],
    p4: ["photoReadyP95Sec", "queueAgeMaxSec", "busy workers", "idea A"],
    p6: ["idea E"],
    p8: ["poison", "idea C", "idea D"],
    f1: ["broker-down", "lostJobs"],
    f2: ["crash", "lostJobs"],
    f3: ["poison"],
    f7: ["busy workers"],
  },
  "11-observability": {
    p1: ["box-errs"],
    p2: ["idea C"],
    p3: ["idea naive", "idea A"],
    p4: ["disk-full", "disk-fills"],
    p6: ["ordersShare", "order-blocked", "idea B"],
    p7: ["bad-build", "idea D"],
    p9: ["timeToDetectSecMean", "faultsFound"],
    f7: ["availability", "bad-build"],
    f8: ["timeToDetectSecMean"],
    f9: ["box-errs"],
    f10: ["order-blocked", "ordersShare"],
  },
  "12-database-scaling": {
    p2: ["busy db", "idea naive"],
    p6: ["busy hotShard", "busy shards", "idea A"],
    p7: ["add-shard", "movedKeysShare", "reshardingFailedShare", "idea D"],
    p8: ["celebrity", "row-locked", "crossShardShare", "idea B", "idea C"],
    f2: ["add-shard", "movedKeysShare"],
    f3: ["writeP99Ms", "crossShardShare"],
    f6: ["busy db"],
    f7: ["add-shard"],
  },
  "celebrity-lab": {
    p2: ["row-locked", "busy hotRow", "idea nothing", "idea dedicated-shard"],
    p3: ["busy hotShard", "busy shards"],
    p4: ["costPerMonth", "idea salting"],
    p5: ["idea memory"],
    f2: ["busy hotShard", "busy hotRow"],
    f5: ["celebrity"],
  },
  finale: {
    p1: ["box-down", "logged-out", "idea C"],
    p2: ["primary-down", "shard-down", "no-copy", "node-down", "idea B"],
    p3: ["cache-restart", "busy db"],
    p4: ["site-down", "region-outage", "idea A"],
    p5: ["edge-down", "cdn-outage"],
    p6: ["celebrity", "row-locked", "busy hotShard"],
    p8: ["ordersShare", "bad-build", "order-blocked"],
    p9: ["idea D"],
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
