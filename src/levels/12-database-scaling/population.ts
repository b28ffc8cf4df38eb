/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "684c7bcba18e0a11";

export const population: Population = {
  passing: 32,
  spreads: {
    costPerMonth: {
      counts: [12, 4, 0, 0, 0, 0, 0, 0, 0, 0, 12, 4],
      sample: [
        30216, 30216, 30216, 30224, 30224, 30224, 30224, 30224, 30224, 30232, 30232, 30232, 30636, 30644,
        30644, 30652, 34208, 34208, 34208, 34208, 34208, 34208, 34208, 34208, 34208, 34208, 34208, 34208,
        34628, 34628, 34628, 34628,
      ],
    },
    latencyP95Ms: {
      counts: [3, 0, 0, 10, 0, 0, 9, 0, 0, 5, 0, 5],
      sample: [
        36.6, 36.6, 36.6, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.8, 36.8, 36.8, 36.8,
        36.8, 36.8, 36.8, 36.8, 36.8, 36.9, 36.9, 36.9, 36.9, 36.9, 37, 37, 37, 37, 37,
      ],
    },
    availability: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 32],
      sample: [
        0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849,
        0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849,
        0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849, 0.98849,
      ],
    },
    writeP99Ms: {
      counts: [3, 10, 6, 2, 4, 4, 0, 0, 2, 0, 0, 1],
      sample: [
        42, 42, 42.1, 42.2, 42.2, 42.2, 42.2, 42.2, 42.2, 42.2, 42.3, 42.3, 42.3, 42.4, 42.4, 42.4, 42.4,
        42.4, 42.4, 42.6, 42.6, 42.7, 42.7, 42.7, 42.7, 42.8, 42.8, 42.9, 42.9, 43.3, 43.3, 43.9,
      ],
    },
  },
  front: [
    {
      costPerMonth: 30216,
      latencyP95Ms: 36.7,
      availability: 0.98849,
      design:
        "dns · lb 4 interval=10s retry · web 18×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 replicas=1 likes=memory feed",
    },
    {
      costPerMonth: 34208,
      latencyP95Ms: 36.6,
      availability: 0.98849,
      design:
        "dns · lb 4 interval=10s retry · web 18×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 12×8 replicas=1 likes=memory",
    },
  ],
};
