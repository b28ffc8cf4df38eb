/** Figures of failures, queues and whoever watches them. */
import { exactly, type FigureRule, percent, wholes } from "./rule.ts";

export const failuresFigures = {
  "dns-failover": {
    inputs: { interval: [5, 10, 30], misses: [2, 3], ttl: [30, 60, 300] },
    truth: (of) => of("interval") * of("misses") + of("ttl"),
    unit: "seconds",
    within: 1.2,
  },
  "balancer-nodes": {
    inputs: { capacity: [50_000, 100_000, 125_000], rate: [30_000, 110_000, 240_000] },
    truth: (of) => wholes(of("rate") / of("capacity")) + 1,
    unit: "nodes",
    within: exactly,
  },
  "slow-box-excess": {
    inputs: { boxes: [5, 8, 10], rate: [8_000, 16_000], slow: [100, 200, 400] },
    truth: (of) => of("rate") / of("boxes") - of("slow"),
    unit: "requestsPerSec",
    within: 1.2,
  },
  "takeover-lost": {
    inputs: { interval: [1, 2], misses: [2, 3], takeover: [1, 2], rate: [2_000, 12_000, 30_000] },
    truth: (of) => (of("interval") * of("misses") + of("takeover")) * of("rate"),
    unit: "requests",
    within: 1.2,
  },
  "health-check-lost": {
    inputs: { interval: [5, 10, 30], misses: [2, 3], boxes: [6, 9, 12], rate: [6_000, 16_000] },
    truth: (of) => (of("interval") * of("misses") * of("rate")) / of("boxes"),
    unit: "requests",
    within: 1.5,
  },
  "token-bucket": {
    inputs: { rate: [10, 50], burst: [100, 200], sent: [60, 100, 150] },
    truth: (of) => of("burst") / (of("sent") - of("rate")),
    unit: "seconds",
    within: 1.2,
  },
  "worker-cores": {
    inputs: { photos: [100, 300, 1_000], ms: [100, 200], busy: [60, 70, 80] },
    truth: (of) => wholes((of("photos") * of("ms")) / 1e3 / (of("busy") / percent)),
    unit: "cores",
    within: 1.1,
  },
  "sessions-lost": {
    inputs: { boxes: [8, 10, 20], sessions: [50_000, 200_000, 1e6], dead: [1, 2] },
    truth: (of) => (of("sessions") * of("dead")) / of("boxes"),
    unit: "sessions",
    within: exactly,
  },
  "refresh-rate": {
    inputs: { users: [1e5, 5e5, 2e6], minutes: [5, 15, 60] },
    truth: (of) => of("users") / (of("minutes") * 60),
    unit: "refreshesPerSec",
    within: 1.2,
  },
  "scale-target": {
    inputs: { growth: [5, 10, 20], start: [2, 3], limit: [85, 90] },
    truth: (of) => of("limit") / (1 + (of("growth") / percent) * of("start")),
    unit: "percent",
    within: 1.1,
  },
  "canary-seconds": {
    inputs: { share: [1, 5], rate: [1_000, 5_000], bad: [1, 5, 20], needed: [20, 50] },
    truth: (of) => of("needed") / (of("rate") * (of("share") / percent) * (of("bad") / percent)),
    unit: "seconds",
    within: 1.2,
  },
  "region-writes-lost": {
    inputs: { lag: [0.5, 2, 5], writes: [500, 2_000, 5_000] },
    truth: (of) => of("lag") * of("writes"),
    unit: "writes",
    within: exactly,
  },
  "region-busy": {
    inputs: { rate: [20_000, 40_000], regions: [2, 3, 4], busy: [70, 80] },
    truth: (of) => (of("busy") * (of("regions") - 1)) / of("regions"),
    unit: "percent",
    within: exactly,
  },
  partitions: {
    inputs: { rate: [5_000, 20_000, 50_000], each: [500, 1_000], busy: [50, 70] },
    truth: (of) => wholes(of("rate") / (of("each") * (of("busy") / percent))),
    unit: "partitions",
    within: exactly,
  },
  "double-effects": {
    inputs: { rate: [50, 300, 1_000], deaths: [0.01, 0.1] },
    truth: (of) => of("rate") * (of("deaths") / percent) * 3_600,
    unit: "effects",
    within: 1.1,
  },
  "drain-minutes": {
    inputs: { backlog: [60_000, 300_000], rate: [200, 300], work: [320, 400] },
    truth: (of) => of("backlog") / (of("work") - of("rate")) / 60,
    unit: "minutes",
    within: 1.2,
  },
  "retry-amplification": {
    inputs: { layers: [2, 3, 4], tries: [2, 3] },
    truth: (of) => of("tries") ** of("layers"),
    unit: "calls",
    within: exactly,
  },
  "burn-hours": {
    inputs: { slo: [99, 99.5, 99.9], errors: [1.5, 2, 5, 10] },
    truth: (of) => (30 * 24 * (percent - of("slo"))) / of("errors"),
    unit: "hours",
    within: 1.2,
  },
  "traced-faults": {
    inputs: { share: [0.1, 1, 5], faults: [20, 200, 1_000] },
    truth: (of) => (of("share") / percent) * of("faults"),
    unit: "traces",
    within: 1.1,
  },
  reconnects: {
    inputs: { boxes: [10, 20], clients: [10_000, 50_000], spread: [10, 30, 60] },
    truth: (of) => of("clients") / of("spread"),
    unit: "connectionsPerSec",
    within: 1.1,
  },
  "login-storm": {
    inputs: { users: [100_000, 500_000, 2e6], minutes: [5, 10], ms: [50, 100, 200] },
    truth: (of) => ((of("users") / (of("minutes") * 60)) * of("ms")) / 1e3,
    unit: "cores",
    within: 1.2,
  },
  "region-failover-share": {
    inputs: { detect: [20, 30, 60], ttl: [60, 300], window: [600, 1_200] },
    truth: (of) => (percent * 0.5 * (of("detect") + of("ttl") / 2)) / of("window"),
    unit: "percent",
    within: 1.25,
  },
} as const satisfies Readonly<Record<string, FigureRule>>;
