/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "06a348d989da319a";

export const population: Population = {
  passing: 12,
  spreads: {
    costPerMonth: {
      edges: [
        32147, 32230.25, 32313.5, 32396.75, 32480, 32563.25, 32646.5, 32729.75, 32813, 32896.25, 32979.5,
        33062.75, 33146,
      ],
      counts: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [32147, 32147, 32147, 32147, 32147, 32147, 33146, 33146, 33146, 33146, 33146, 33146],
    },
    latencyP95Ms: {
      edges: [
        99.3, 99.358, 99.417, 99.475, 99.533, 99.592, 99.65, 99.708, 99.767, 99.825, 99.883, 99.942, 100,
      ],
      counts: [6, 2, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1],
      sample: [99.3, 99.3, 99.3, 99.3, 99.3, 99.3, 99.4, 99.4, 99.5, 99.7, 99.8, 100],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    writeP99Ms: {
      edges: [
        174.7, 174.825, 174.95, 175.075, 175.2, 175.325, 175.45, 175.575, 175.7, 175.825, 175.95, 176.075,
        176.2,
      ],
      counts: [3, 1, 3, 0, 1, 0, 0, 1, 0, 1, 0, 2],
      sample: [174.7, 174.7, 174.7, 174.9, 175, 175, 175, 175.3, 175.6, 175.9, 176.2, 176.2],
    },
  },
  front: [
    {
      costPerMonth: 32147,
      latencyP95Ms: 99.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 24×32 local=1s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 salt=16 counter feed",
    },
  ],
};
