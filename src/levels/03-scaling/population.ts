/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 10,
  costPerMonth: {
    edges: [
      1571, 1615.08, 1659.17, 1703.25, 1747.33, 1791.42, 1835.5, 1879.58, 1923.67, 1967.75, 2011.83, 2055.92,
      2100,
    ],
    counts: [1, 0, 0, 2, 0, 1, 1, 0, 2, 2, 0, 1],
    sample: [1571, 1711, 1711, 1820, 1851, 1960, 1960, 1991, 1991, 2100],
  },
  latencyP95Ms: {
    edges: [114.2, 119.25, 124.3, 129.35, 134.4, 139.45, 144.5, 149.55, 154.6, 159.65, 164.7, 169.75, 174.8],
    counts: [2, 3, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1],
    sample: [114.2, 118.8, 119.5, 120.5, 123.9, 124.5, 131, 134.9, 163.5, 174.8],
  },
  availability: {
    edges: [
      0.95676, 0.9588625, 0.960965, 0.9630675, 0.96517, 0.9672725, 0.969375, 0.9714775, 0.97358, 0.9756825,
      0.977785, 0.9798875, 0.98199,
    ],
    counts: [2, 0, 0, 1, 0, 0, 0, 0, 0, 2, 2, 3],
    sample: [0.95676, 0.95676, 0.96397, 0.97598, 0.97598, 0.97838, 0.97838, 0.98035, 0.98035, 0.98199],
  },
  front: [
    { costPerMonth: 1571, latencyP95Ms: 174.8, availability: 0.97598, design: "dns · web 9×4 · db 4 · kv 1" },
    { costPerMonth: 1711, latencyP95Ms: 131, availability: 0.95676, design: "dns · web 5×8 · db 4 · kv 1" },
    {
      costPerMonth: 1711,
      latencyP95Ms: 134.9,
      availability: 0.97838,
      design: "dns · web 10×4 · db 4 · kv 1",
    },
    {
      costPerMonth: 1851,
      latencyP95Ms: 123.9,
      availability: 0.98035,
      design: "dns · web 11×4 · db 4 · kv 1",
    },
    { costPerMonth: 1960, latencyP95Ms: 120.5, availability: 0.95676, design: "dns · web 5×8 · db 8 · kv 1" },
    { costPerMonth: 1991, latencyP95Ms: 118.8, availability: 0.96397, design: "dns · web 6×8 · db 4 · kv 1" },
    {
      costPerMonth: 1991,
      latencyP95Ms: 119.5,
      availability: 0.98199,
      design: "dns · web 12×4 · db 4 · kv 1",
    },
    {
      costPerMonth: 2100,
      latencyP95Ms: 114.2,
      availability: 0.98035,
      design: "dns · web 11×4 · db 8 · kv 1",
    },
  ],
};
