/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "c8665c4767dc809c";

export const population: Population = {
  passing: 24,
  spreads: {
    costPerMonth: {
      counts: [9, 0, 0, 3, 0, 0, 0, 0, 9, 0, 0, 3],
      sample: [
        30216, 30216, 30216, 30216, 30216, 30216, 30216, 30216, 30216, 30636, 30636, 30636, 31215, 31215,
        31215, 31215, 31215, 31215, 31215, 31215, 31215, 31635, 31635, 31635,
      ],
    },
    latencyP95Ms: {
      counts: [6, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 6],
      sample: [
        36.5, 36.5, 36.5, 36.5, 36.5, 36.5, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7,
        36.7, 36.9, 36.9, 36.9, 36.9, 36.9, 36.9,
      ],
    },
    availability: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    writeP99Ms: {
      counts: [6, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 6],
      sample: [
        42.2, 42.2, 42.2, 42.2, 42.2, 42.2, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5,
        42.5, 42.9, 42.9, 42.9, 42.9, 42.9, 42.9,
      ],
    },
  },
  front: [
    {
      costPerMonth: 30216,
      latencyP95Ms: 36.5,
      availability: 1,
      design:
        "dns · lb 4 interval=10s retry · web 18×32 local=1s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 replicas=1 likes=memory feed",
    },
  ],
};
