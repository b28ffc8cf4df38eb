/** Figures of traffic, capacity and distance. */
import { exactly, type FigureRule, percent, roughly, secPerDay, wholes } from "./rule.ts";

export const trafficFigures = {
  "peak-rate": {
    inputs: { users: [2e6, 5e6, 1e7, 2e7], perDay: [10, 20, 40], peak: [2, 3] },
    truth: (of) => (of("users") * of("perDay") * of("peak")) / secPerDay,
    unit: "requestsPerSec",
    within: roughly,
  },
  "average-rate": {
    inputs: { users: [1e6, 5e6, 1e7, 5e7], perDay: [5, 10, 30, 60] },
    truth: (of) => (of("users") * of("perDay")) / secPerDay,
    unit: "requestsPerSec",
    within: roughly,
  },
  "storage-years": {
    inputs: { photos: [2e5, 1e6, 5e6], mb: [1, 2, 3], copies: [2, 3], years: [3, 5] },
    truth: (of) => (of("photos") * of("mb") * of("copies") * of("years") * 365) / 1e6,
    unit: "terabytes",
    within: roughly,
  },
  "bandwidth-gbps": {
    inputs: { views: [1e8, 3e8, 1e9], kb: [50, 100, 200], peak: [2, 3] },
    truth: (of) => (((of("views") * of("kb") * 1e3 * 8) / secPerDay) * of("peak")) / 1e9,
    unit: "gigabitsPerSec",
    within: roughly,
  },
  "hot-memory": {
    inputs: { objects: [5e6, 2e7, 1e8], kb: [0.5, 2, 4], share: [5, 10, 20] },
    truth: (of) => (of("objects") * of("kb") * (of("share") / percent)) / 1e6,
    unit: "gigabytes",
    within: roughly,
  },
  "boxes-needed": {
    inputs: { rate: [4_000, 12_000, 30_000], ms: [1, 2, 4], cores: [4, 8], busy: [60, 70, 80] },
    truth: (of) => wholes((of("rate") * of("ms")) / 1e3 / (of("busy") / percent) / of("cores")) + 1,
    unit: "boxes",
    within: exactly,
  },
  "busy-cores": {
    inputs: { rate: [200, 600, 2_000], ms: [2, 5, 12] },
    truth: (of) => (of("rate") * of("ms")) / 1e3,
    unit: "cores",
    within: 1.1,
  },
  "left-after-loss": {
    inputs: { cores: [32], boxes: [2, 4, 8, 16] },
    truth: (of) => (percent * (of("boxes") - 1)) / of("boxes"),
    unit: "percent",
    within: exactly,
  },
  "mm1-time": {
    inputs: { ms: [2, 5, 10], busy: [50, 80, 90, 95] },
    truth: (of) => of("ms") / (1 - of("busy") / percent),
    unit: "ms",
    within: 1.1,
  },
  "busy-after-loss": {
    inputs: { boxes: [3, 5, 8, 12], busy: [50, 60, 65] },
    truth: (of) => (of("busy") * of("boxes")) / (of("boxes") - 1),
    unit: "percent",
    within: exactly,
  },
  "downtime-minutes": {
    inputs: { days: [30], nines: [99, 99.5, 99.9, 99.95, 99.99] },
    truth: (of) => of("days") * 24 * 60 * (1 - of("nines") / percent),
    unit: "minutes",
    within: 1.2,
  },
  "fan-out-slow": {
    inputs: { calls: [10, 20, 50, 100], slow: [0.5, 1, 2] },
    truth: (of) => percent * (1 - (1 - of("slow") / percent) ** of("calls")),
    unit: "percent",
    within: 1.2,
  },
  "feed-rows": {
    inputs: { followed: [50, 100, 200, 500], each: [5, 10, 20] },
    truth: (of) => of("followed") * of("each"),
    unit: "rows",
    within: exactly,
  },
  "first-byte": {
    inputs: { rtt: [20, 80, 150, 200], server: [20, 40, 60] },
    truth: (of) => 3 * of("rtt") + of("server"),
    unit: "ms",
    within: exactly,
  },
  "edge-time": {
    inputs: { trips: [5, 6], far: [150, 200], moved: [3, 4], near: [10, 20] },
    truth: (of) => (of("trips") - of("moved")) * of("far") + of("moved") * of("near"),
    unit: "ms",
    within: exactly,
  },
  "ttl-hits": {
    inputs: { rate: [6, 60, 600], ttl: [60, 600, 3_600] },
    truth: (of) => {
      const perTtl = (of("rate") / 3_600) * of("ttl");
      return (percent * perTtl) / (1 + perTtl);
    },
    unit: "percent",
    within: 1.1,
  },
  "origin-fetches": {
    inputs: { edges: [50, 200], files: [10_000, 100_000], ttl: [1, 6, 24] },
    truth: (of) => (of("edges") * of("files")) / (of("ttl") * 3_600),
    unit: "fetchesPerSec",
    within: 1.2,
  },
  "series-availability": {
    inputs: { services: [5, 8, 10], nines: [99, 99.5, 99.9] },
    truth: (of) => percent * (of("nines") / percent) ** of("services"),
    unit: "percent",
    within: 1.005,
  },
  "months-left": {
    inputs: { busy: [30, 40, 50], growth: [5, 10, 15], limit: [70, 80] },
    truth: (of) => Math.log(of("limit") / of("busy")) / Math.log(1 + of("growth") / percent),
    unit: "months",
    within: 1.25,
  },
  "night-saving": {
    inputs: { day: [20, 40], hours: [8, 10, 12], night: [5, 8, 10] },
    truth: (of) => (percent * (24 - of("hours")) * (of("day") - of("night"))) / (24 * of("day")),
    unit: "percent",
    within: 1.1,
  },
  "first-percentile": {
    inputs: { bad: [1, 2], boxes: [10, 20, 50] },
    truth: (of) => percent * (1 - of("bad") / of("boxes")),
    unit: "percentile",
    within: 1.01,
  },
} as const satisfies Readonly<Record<string, FigureRule>>;
