/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "99e7361b74a2ac2c";

export const population: Population = {
  passing: 12,
  spreads: {
    costPerMonth: {
      edges: [
        30216, 30299.25, 30382.5, 30465.75, 30549, 30632.25, 30715.5, 30798.75, 30882, 30965.25, 31048.5,
        31131.75, 31215,
      ],
      counts: [6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [30216, 30216, 30216, 30216, 30216, 30216, 31215, 31215, 31215, 31215, 31215, 31215],
    },
    latencyP95Ms: {
      edges: [36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
      sample: [36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7, 36.7],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    writeP99Ms: {
      edges: [42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
      sample: [42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5, 42.5],
    },
  },
  front: [
    {
      costPerMonth: 30216,
      latencyP95Ms: 36.7,
      availability: 1,
      design:
        "dns · lb 4 interval=10s retry · web 18×32 local=1s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 replicas=1 salt=64 counter feed",
    },
  ],
};
