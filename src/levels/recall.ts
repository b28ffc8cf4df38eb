/** What of a level comes back in Study besides its own questions and cards, and what of those does not. */

/** Questions whose numbers vary: the sums that an interview asks for. Ids never change. */
export const sumIds = [
  "requests-per-sec",
  "busy-cores",
  "open-connections",
  "boxes",
  "after-a-loss",
  "downtime",
  "in-parallel",
  "storage",
  "behind-a-cache",
  "hot-memory",
  "egress",
  "session-memory",
  "surviving-region",
  "queue-drain",
  "error-budget",
  "shards",
  "fan-out",
  "in-series",
] as const;
export type SumId = (typeof sumIds)[number];

/** The sums that come with a level, by its id. */
export const sumsOfLevels: Readonly<Record<string, readonly SumId[]>> = {
  "01-single-server": ["requests-per-sec", "busy-cores"],
  "02-database": ["open-connections"],
  "03-scaling": ["boxes", "after-a-loss"],
  "04-load-balancer": ["downtime", "in-parallel"],
  "05-replication": ["storage"],
  "06-cache": ["behind-a-cache", "hot-memory"],
  "07-cdn": ["egress"],
  "08-stateless": ["session-memory"],
  "09-data-centers": ["surviving-region"],
  "10-message-queue": ["queue-drain"],
  "11-observability": ["error-budget"],
  "12-database-scaling": ["shards"],
  "celebrity-lab": ["fan-out"],
  finale: ["in-series"],
};

/** Cards to read and not to be asked: what words stand for, who named them, how warm a data center is. */
export const trivia: ReadonlySet<string> = new Set([
  "01-single-server-c1",
  "01-single-server-c3",
  "01-single-server-c6",
  "01-single-server-c7",
  "01-single-server-c8",
  "02-database-c3",
  "02-database-c4",
  "02-database-c7",
  "02-database-c9",
  "02-database-c10",
  "03-scaling-c2",
  "09-data-centers-c3",
  "09-data-centers-c4",
  "11-observability-c2",
  "11-observability-c3",
  "11-observability-c4",
  "12-database-scaling-c1",
  "finale-c9",
]);
