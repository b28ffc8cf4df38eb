/** What every run prints as JSON, with a level or without: figures, books, bill, causes. */
import type { Cause, Loss, Report } from "../../sim/index.ts";

/** The part of a run's JSON that comes from its report alone. */
export function reportJson(report: Report): Record<string, unknown> {
  const { failedBy, ...books } = report.ledger;
  return {
    indicators: report.indicators,
    ledger: {
      ...books,
      failedBy: Object.fromEntries(
        failedBy.map(({ place, reason, count }) => [`${place}: ${reason}`, count]),
      ),
    },
    latency: report.latency,
    bill: report.bill,
    causes: report.causes.map(causeJson),
  };
}

/** A cause as a flat row: `tier` is the place or the event's name, and what `reason` and `value` are `what` says. */
function causeJson(cause: Cause): Record<string, unknown> {
  switch (cause.what) {
    case "event": {
      const { label, event, ...rest } = cause;
      return { ...rest, tier: label, reason: event };
    }
    case "down": {
      const { place, ...rest } = cause;
      return { ...rest, tier: place };
    }
    case "saturated": {
      const { place, utilization, ...rest } = cause;
      return { ...rest, tier: place, value: utilization };
    }
    case "losing": {
      const { place, count, ...rest } = cause;
      return { ...rest, tier: place, value: count };
    }
  }
}

/** Losses per tick as JSON names them: "lost.web: timeout". */
export function lossSeries(losses: readonly Loss[]): Record<string, number[]> {
  return Object.fromEntries(
    losses.map(({ place, reason, perStep }) => [`lost.${place}: ${reason}`, Array.from(perStep)]),
  );
}
