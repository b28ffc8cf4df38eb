/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "d108a770fd2bad0f";

export const population: Population = {
  passing: 6,
  spreads: {
    costPerMonth: {
      edges: [32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [32147, 32147, 32147, 32147, 32147, 32147],
    },
    latencyP95Ms: {
      edges: [
        102.1, 102.15, 102.2, 102.25, 102.3, 102.35, 102.4, 102.45, 102.5, 102.55, 102.6, 102.65, 102.7,
      ],
      counts: [2, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 1],
      sample: [102.1, 102.1, 102.2, 102.2, 102.3, 102.7],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [1, 1, 1, 1, 1, 1],
    },
  },
  front: [
    {
      costPerMonth: 32147,
      latencyP95Ms: 102.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 salt=16 counter feed",
    },
  ],
};
