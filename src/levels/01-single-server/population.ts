/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "9e704bc935a8a86d";

export const population: Population = {
  passing: 2,
  spreads: {
    costPerMonth: {
      edges: [71, 76.83, 82.67, 88.5, 94.33, 100.17, 106, 111.83, 117.67, 123.5, 129.33, 135.17, 141],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [71, 141],
    },
    latencyP95Ms: {
      edges: [37, 37.375, 37.75, 38.125, 38.5, 38.875, 39.25, 39.625, 40, 40.375, 40.75, 41.125, 41.5],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [37, 41.5],
    },
    availability: {
      edges: [0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985, 0.985],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.985, 0.985],
    },
  },
  front: [
    { costPerMonth: 71, latencyP95Ms: 41.5, availability: 0.985, design: "dns · box 2" },
    { costPerMonth: 141, latencyP95Ms: 37, availability: 0.985, design: "dns · box 4" },
  ],
};
