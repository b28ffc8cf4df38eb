/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "b355a4cde8f763cf";

export const population: Population = {
  passing: 7,
  spreads: {
    costPerMonth: {
      counts: [1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 2, 1],
      sample: [1885, 2025, 2025, 2165, 2305, 2305, 2385],
    },
    latencyP95Ms: {
      counts: [2, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [37.1, 37.7, 37.9, 38.2, 39.2, 44.4, 44.4],
    },
    availability: {
      counts: [1, 0, 0, 1, 0, 0, 0, 0, 0, 2, 1, 2],
      sample: [0.95608, 0.9634, 0.9756, 0.9756, 0.97804, 0.98003, 0.9817],
    },
    worstTickAvailability: {
      counts: [1, 0, 0, 1, 0, 0, 0, 0, 0, 2, 1, 2],
      sample: [0.79778, 0.8314, 0.8875, 0.8875, 0.89875, 0.90794, 0.9156],
    },
  },
  front: [
    { costPerMonth: 1885, latencyP95Ms: 44.4, availability: 0.9756, design: "dns · web 9×4 · db 8 · kv 1" },
    { costPerMonth: 2025, latencyP95Ms: 37.9, availability: 0.95608, design: "dns · web 5×8 · db 8 · kv 1" },
    { costPerMonth: 2025, latencyP95Ms: 39.2, availability: 0.97804, design: "dns · web 10×4 · db 8 · kv 1" },
    { costPerMonth: 2165, latencyP95Ms: 38.2, availability: 0.98003, design: "dns · web 11×4 · db 8 · kv 1" },
    { costPerMonth: 2305, latencyP95Ms: 37.1, availability: 0.9634, design: "dns · web 6×8 · db 8 · kv 1" },
    { costPerMonth: 2305, latencyP95Ms: 37.7, availability: 0.9817, design: "dns · web 12×4 · db 8 · kv 1" },
  ],
};
