/** What a player sees with the tools bought. Screens ask for scenarios with fog; elsewhere all is clear. */
import type { Design } from "../../design/design.ts";
import { type Gauge, type NumberedGauge, type PlaceGauge, partsOfGauge } from "../../names/gauges.ts";

/** Gauges that one machine knows about itself. */
const ofHosts: ReadonlySet<PlaceGauge | NumberedGauge> = new Set<PlaceGauge | NumberedGauge>([
  "utilization",
  "cpu",
  "slots",
  "backlog",
  "up",
  "memoryUsed",
  "disk",
  "boxes",
  "booting",
  "askedPerSec",
  "canPerSec",
  "paidBoxes",
  "busiestCpu",
  "idlestCpu",
  "utilizationOf",
  "boxesOf",
]);

/**
 * Whether a gauge can be seen. Traffic always can; errors with a log or tier metrics; machines with host metrics;
 * hit ratios, depths, ages and lags with tier metrics; orders with business metrics.
 */
export function visible(design: Design, gauge: Gauge): boolean {
  const { logs, metrics, business } = design.tools;
  const parts = partsOfGauge(gauge);
  if (parts.of === "business") return business;
  if (parts.of === "total") return parts.gauge === "offered" || logs !== "none" || seesAnswerTimes(design);
  return ofHosts.has(parts.gauge) ? metrics !== "none" : metrics === "tiers";
}

/** Whether answer times can be seen: with tier metrics. */
export function seesAnswerTimes(design: Design): boolean {
  return design.tools.metrics === "tiers";
}
