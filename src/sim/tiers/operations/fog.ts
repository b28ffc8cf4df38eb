/** What a player sees with the tools bought. Screens ask for scenarios with fog; elsewhere all is clear. */
import type { Design } from "../../design/design.ts";

/** Gauges that one machine knows about itself. */
const ofHosts: ReadonlySet<string> = new Set([
  "utilization",
  "cpu",
  "slots",
  "backlog",
  "up",
  "memory",
  "memoryUsed",
  "disk",
  "boxes",
  "booting",
  "askedPerSec",
  "canPerSec",
  "paidBoxes",
  "busiestCpu",
  "idlestCpu",
]);

/**
 * Whether a gauge (such as "web.cpu", "db@korea.disk" or "failed") can be seen. Traffic always can; errors
 * with a log or tier metrics; machines with host metrics; hit ratios, depths, ages, lags and answer times
 * with tier metrics; orders with business metrics.
 */
export function visible(design: Design, gaugeName: string): boolean {
  const { logs, metrics, business } = design.tools;
  const dot = gaugeName.lastIndexOf(".");
  const part = gaugeName.slice(0, Math.max(0, dot));
  const gauge = gaugeName.slice(dot + 1);
  if (part === "business") return business;
  if (gauge === "offered") return true;
  if (gauge === "failed" || gauge === "answered") return logs !== "none" || metrics === "tiers";
  return ofHosts.has(gauge) ? metrics !== "none" : metrics === "tiers";
}
