/** What every run prints as JSON, with a level or without: figures, books, bill, causes. */
import type { Report } from "../../sim/index.ts";

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
    causes: report.causes,
  };
}
