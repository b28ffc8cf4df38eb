/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "f47fd550573352fe";

export const population: Population = {
  passing: 3,
  spreads: {
    costPerMonth: {
      edges: [326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [326, 326, 326],
    },
    latencyP95Ms: {
      edges: [
        117, 117.792, 118.583, 119.375, 120.167, 120.958, 121.75, 122.542, 123.333, 124.125, 124.917, 125.708,
        126.5,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [117, 117.2, 126.5],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [1, 1, 1],
    },
    logsStoredShare: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [1, 1, 1],
    },
  },
  front: [{ costPerMonth: 326, latencyP95Ms: 117, availability: 1, design: "dns · box 4 · db 2 · kv 1" }],
};
