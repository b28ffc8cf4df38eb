/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "33fc9c97a35abfdd";

export const population: Population = {
  passing: 2,
  spreads: {
    costPerMonth: {
      edges: [71, 76.83, 82.67, 88.5, 94.33, 100.17, 106, 111.83, 117.67, 123.5, 129.33, 135.17, 141],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [71, 141],
    },
    latencyP95Ms: {
      edges: [107.8, 111.1, 114.4, 117.7, 121, 124.3, 127.6, 130.9, 134.2, 137.5, 140.8, 144.1, 147.4],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [107.8, 147.4],
    },
    availability: {
      edges: [
        0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851,
        0.9851,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.9851, 0.9851],
    },
  },
  front: [
    { costPerMonth: 71, latencyP95Ms: 147.4, availability: 0.9851, design: "dns · box 2" },
    { costPerMonth: 141, latencyP95Ms: 107.8, availability: 0.9851, design: "dns · box 4" },
  ],
};
