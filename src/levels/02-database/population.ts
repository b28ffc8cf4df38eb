/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "a53b53ca53eee3c6";

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
        121.3, 122.058, 122.817, 123.575, 124.333, 125.092, 125.85, 126.608, 127.367, 128.125, 128.883,
        129.642, 130.4,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [121.3, 121.6, 130.4],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [1, 1, 1],
    },
  },
  front: [{ costPerMonth: 326, latencyP95Ms: 121.3, availability: 1, design: "dns · box 4 · db 2 · kv 1" }],
};
