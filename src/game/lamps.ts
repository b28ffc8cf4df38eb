/** The chapter's eight reminders, scanned from a design and what its day was like. */
import { type Design, type Indicator, type Report, valueAt } from "../sim/index.ts";

export const lampIds = [
  "stateless",
  "redundancy",
  "cache",
  "data-centers",
  "cdn",
  "shards",
  "services",
  "observability",
] as const;
export type LampId = (typeof lampIds)[number];

const hitRatioMin = 0.75;
const edgeHitRatioMin = 0.9;
/** Highest share of its time that the busiest shard may work. */
const shardUtilizationMax = 0.8;

/**
 * Which lamps are lit. What only a run can tell (hit ratios, how full the shards are) is read from its report;
 * hit ratios are judged to a percentage point, as a person reads them.
 */
export function lampsOf(
  design: Design,
  report: Pick<Report, "indicators">,
): Readonly<Record<LampId, boolean>> {
  const { sites, tools, cdn, services, sync, dns } = design;
  const indicator = (name: Indicator) => report.indicators[name] ?? 0;
  const [home] = sites;
  return {
    stateless: sites.every((site) => site.web.count === 0 || site.sessions.store !== "local"),
    redundancy: sites.every(
      ({ lb, web, sessions, cache, db, shards, queue, workers, box }) =>
        box.size === 0 &&
        lb.nodes > 1 &&
        web.count > 1 &&
        sessions.store === "pair" &&
        cache.nodes !== 1 &&
        (shards.count > 0 ? shards.replicas > 0 : db.size === 0 || db.replicas > 0) &&
        (queue.kind === "none" || (queue.kind === "durable" && workers.count > 1)),
    ),
    cache: Math.round(indicator("hitRatio") * 100) >= hitRatioMin * 100 && home.cache.nodes > 1,
    "data-centers": sites.length > 1 && dns.geo && sync.mode !== "none" && carriesAll(design),
    cdn:
      cdn.assets !== "none" &&
      cdn.fallback &&
      Math.round(indicator("edgeHitRatio") * 100) >= edgeHitRatioMin * 100,
    shards: home.shards.count > 0 && indicator("hotShardUtilizationMax") <= shardUtilizationMax,
    services: services.split,
    observability:
      tools.logs !== "none" && tools.metrics === "tiers" && tools.business && tools.ci !== "none",
  };
}

/** Figures of the best of days, and of the worst. */
const bestFigures = { hitRatio: 1, edgeHitRatio: 1, hotShardUtilizationMax: 0 } as const;
const worstFigures = { hitRatio: 0, edgeHitRatio: 0, hotShardUtilizationMax: 1 } as const;

/** Which lamps a design lights by itself; undefined where only a run can tell. */
export function lampsBefore(design: Design): Readonly<Record<LampId, boolean | undefined>> {
  const [best, worst] = [bestFigures, worstFigures].map((indicators) => lampsOf(design, { indicators }));
  return Object.fromEntries(
    lampIds.map((id) => [id, best?.[id] === worst?.[id] ? best?.[id] : undefined]),
  ) as Record<LampId, boolean | undefined>;
}

/** How many of the lamps are lit. */
export function litOf(lamps: Readonly<Record<LampId, boolean>>): number {
  return Object.values(lamps).filter(Boolean).length;
}

/** Whether each site has as many web boxes as the largest: room for the neighbour. */
function carriesAll(design: Design): boolean {
  const boxes = design.sites.map((site, i) =>
    Number(valueAt(design, i === 0 ? "web.count" : `@${site.region}.web.count`)),
  );
  return Math.min(...boxes) >= 0.8 * Math.max(...boxes);
}
