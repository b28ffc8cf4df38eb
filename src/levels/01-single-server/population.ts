/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 2,
  costPerMonth: {
    edges: [71, 76.83, 82.67, 88.5, 94.33, 100.17, 106, 111.83, 117.67, 123.5, 129.33, 135.17, 141],
    counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    sample: [71, 141],
  },
  latencyP95Ms: {
    edges: [
      108.1, 111.142, 114.183, 117.225, 120.267, 123.308, 126.35, 129.392, 132.433, 135.475, 138.517, 141.558,
      144.6,
    ],
    counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    sample: [108.1, 144.6],
  },
  availability: {
    edges: [
      0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851,
    ],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    sample: [0.9851, 0.9851],
  },
  front: [
    { costPerMonth: 71, latencyP95Ms: 144.6, availability: 0.9851, design: "dns · box 2" },
    { costPerMonth: 141, latencyP95Ms: 108.1, availability: 0.9851, design: "dns · box 4" },
  ],
};
