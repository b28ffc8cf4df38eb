/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 6,
  costPerMonth: {
    edges: [32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
    sample: [32147, 32147, 32147, 32147, 32147, 32147],
  },
  latencyP95Ms: {
    edges: [101.4, 101.45, 101.5, 101.55, 101.6, 101.65, 101.7, 101.75, 101.8, 101.85, 101.9, 101.95, 102],
    counts: [2, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    sample: [101.4, 101.4, 101.5, 101.5, 101.7, 102],
  },
  availability: {
    edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
    sample: [1, 1, 1, 1, 1, 1],
  },
  front: [
    {
      costPerMonth: 32147,
      latencyP95Ms: 101.4,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 salt=16 counter feed",
    },
  ],
};
