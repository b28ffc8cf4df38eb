/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "d0e197590d8df038";

export const population: Population = {
  passing: 9,
  spreads: {
    costPerMonth: {
      edges: [
        391, 401.42, 411.83, 422.25, 432.67, 443.08, 453.5, 463.92, 474.33, 484.75, 495.17, 505.58, 516,
      ],
      counts: [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [391, 391, 391, 516, 516, 516, 516, 516, 516],
    },
    latencyP95Ms: {
      edges: [38.3, 38.467, 38.633, 38.8, 38.967, 39.133, 39.3, 39.467, 39.633, 39.8, 39.967, 40.133, 40.3],
      counts: [1, 0, 0, 2, 1, 0, 0, 0, 1, 2, 0, 2],
      sample: [38.3, 38.8, 38.8, 39.1, 39.7, 39.8, 39.9, 40.3, 40.3],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
    logsStoredShare: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      sample: [1, 1, 1, 1, 1, 1, 1, 1, 1],
    },
  },
  front: [
    { costPerMonth: 391, latencyP95Ms: 38.8, availability: 1, design: "dns · web 1×4 · db 2 · kv 1" },
    { costPerMonth: 516, latencyP95Ms: 38.3, availability: 1, design: "dns · web 1×4 · db 4 · kv 1" },
  ],
};
