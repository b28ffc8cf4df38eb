/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "77a60b0f07777d22";

export const population: Population = {
  passing: 2,
  spreads: {
    costPerMonth: {
      edges: [71, 76.83, 82.67, 88.5, 94.33, 100.17, 106, 111.83, 117.67, 123.5, 129.33, 135.17, 141],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [71, 141],
    },
    latencyP95Ms: {
      edges: [98.9, 102.65, 106.4, 110.15, 113.9, 117.65, 121.4, 125.15, 128.9, 132.65, 136.4, 140.15, 143.9],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [98.9, 143.9],
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
    { costPerMonth: 71, latencyP95Ms: 143.9, availability: 0.9851, design: "dns · box 2" },
    { costPerMonth: 141, latencyP95Ms: 98.9, availability: 0.9851, design: "dns · box 4" },
  ],
};
