/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 3,
  costPerMonth: {
    edges: [326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
    sample: [326, 326, 326],
  },
  latencyP95Ms: {
    edges: [
      121.3, 122.075, 122.85, 123.625, 124.4, 125.175, 125.95, 126.725, 127.5, 128.275, 129.05, 129.825,
      130.6,
    ],
    counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    sample: [121.3, 121.5, 130.6],
  },
  availability: {
    edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
    sample: [1, 1, 1],
  },
  front: [{ costPerMonth: 326, latencyP95Ms: 121.3, availability: 1, design: "dns · box 4 · db 2 · kv 1" }],
};
