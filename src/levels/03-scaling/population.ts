/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "b355a4cde8f763cf";

export const population: Population = {
  passing: 7,
  spreads: {
    costPerMonth: {
      edges: [
        1885, 1926.67, 1968.33, 2010, 2051.67, 2093.33, 2135, 2176.67, 2218.33, 2260, 2301.67, 2343.33, 2385,
      ],
      counts: [1, 0, 0, 2, 0, 0, 1, 0, 0, 0, 2, 1],
      sample: [1885, 2025, 2025, 2165, 2305, 2305, 2385],
    },
    latencyP95Ms: {
      edges: [
        37.1, 37.708, 38.317, 38.925, 39.533, 40.142, 40.75, 41.358, 41.967, 42.575, 43.183, 43.792, 44.4,
      ],
      counts: [2, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [37.1, 37.7, 37.9, 38.2, 39.2, 44.4, 44.4],
    },
    availability: {
      edges: [
        0.95608, 0.958215, 0.96035, 0.962485, 0.96462, 0.966755, 0.96889, 0.971025, 0.97316, 0.975295,
        0.97743, 0.979565, 0.9817,
      ],
      counts: [1, 0, 0, 1, 0, 0, 0, 0, 0, 2, 1, 2],
      sample: [0.95608, 0.9634, 0.9756, 0.9756, 0.97804, 0.98003, 0.9817],
    },
    worstTickAvailability: {
      edges: [
        0.79778, 0.8075983, 0.8174167, 0.827235, 0.8370533, 0.8468717, 0.85669, 0.8665083, 0.8763267,
        0.886145, 0.8959633, 0.9057817, 0.9156,
      ],
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
