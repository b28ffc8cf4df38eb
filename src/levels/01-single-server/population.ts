/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "9e704bc935a8a86d";

export const population: Population = {
  passing: 2,
  spreads: {
    costPerMonth: { counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], sample: [71, 141] },
    latencyP95Ms: { counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], sample: [37, 41.5] },
    availability: { counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2], sample: [0.985, 0.985] },
  },
  front: [
    { costPerMonth: 71, latencyP95Ms: 41.5, availability: 0.985, design: "dns · box 2" },
    { costPerMonth: 141, latencyP95Ms: 37, availability: 0.985, design: "dns · box 4" },
  ],
};
