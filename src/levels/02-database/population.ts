/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "01764939afe51e02";

export const population: Population = {
  passing: 12,
  spreads: {
    costPerMonth: {
      counts: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 3],
      sample: [391, 391, 391, 516, 516, 516, 516, 516, 516, 531, 531, 531],
    },
    latencyP95Ms: {
      counts: [3, 0, 0, 3, 1, 0, 0, 0, 1, 2, 0, 2],
      sample: [38.3, 38.4, 38.4, 38.8, 38.8, 38.8, 39.1, 39.7, 39.8, 39.9, 40.3, 40.3],
    },
    availability: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    logsStoredShare: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    oversold: { counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12], sample: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  },
  front: [
    { costPerMonth: 391, latencyP95Ms: 38.8, availability: 1, design: "dns · web 1×4 · db 2 · kv 1" },
    { costPerMonth: 516, latencyP95Ms: 38.3, availability: 1, design: "dns · web 1×4 · db 4 · kv 1" },
  ],
};
