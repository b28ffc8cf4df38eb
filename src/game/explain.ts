/** The cause of a failure, as a chain: what happened, what saturated or fell, who was hurt. From the run's own causes. */
import type { Cause, Report } from "../sim/index.ts";

/** The links worth telling, in order of time, and the losses by size. */
export interface Explanation {
  /** What set it off, when an event did. */
  readonly trigger?: Cause;
  /** The first part that fell or saturated. */
  readonly first?: Cause;
  /** What fell or saturated after it. */
  readonly dragged: readonly Cause[];
  /** Where and why requests were lost, largest first. */
  readonly losses: readonly Cause[];
}

const draggedMax = 3;
/** Ticks before a fault within which an event counts as its trigger. */
const triggerWindow = 30;

/** Tells the chain of a report. */
export function explain(report: Report): Explanation {
  const faults = report.causes.filter((cause) => cause.what === "saturated" || cause.what === "down");
  const losses = report.causes.filter((cause) => cause.what === "losing").sort((a, b) => b.value - a.value);
  const mainLoss = losses[0];
  // The fault that belongs to the largest loss comes before whatever else was busy.
  const first = faults.find((fault) => fault.tier === mainLoss?.tier) ?? faults[0];
  const from = first?.tick ?? mainLoss?.tick ?? 0;
  const trigger = report.causes.findLast(
    (cause) => cause.what === "event" && cause.tick <= from && from - cause.tick <= triggerWindow,
  );
  return {
    ...(trigger ? { trigger } : {}),
    ...(first ? { first } : {}),
    dragged: faults.filter((fault) => fault !== first && fault.tick >= from).slice(0, draggedMax),
    losses,
  };
}
