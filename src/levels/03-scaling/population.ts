/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "9adef4175b85e181";

export const population: Population = {
  passing: 10,
  spreads: {
    costPerMonth: {
      edges: [
        1571, 1615.08, 1659.17, 1703.25, 1747.33, 1791.42, 1835.5, 1879.58, 1923.67, 1967.75, 2011.83,
        2055.92, 2100,
      ],
      counts: [1, 0, 0, 2, 0, 1, 1, 0, 2, 2, 0, 1],
      sample: [1571, 1711, 1711, 1820, 1851, 1960, 1960, 1991, 1991, 2100],
    },
    latencyP95Ms: {
      edges: [
        113.1, 118.267, 123.433, 128.6, 133.767, 138.933, 144.1, 149.267, 154.433, 159.6, 164.767, 169.933,
        175.1,
      ],
      counts: [1, 3, 2, 1, 1, 0, 0, 0, 0, 1, 0, 1],
      sample: [113.1, 119.1, 119.9, 121, 123.6, 125.3, 131.8, 135.8, 163.2, 175.1],
    },
    availability: {
      edges: [
        0.95675, 0.9588525, 0.960955, 0.9630575, 0.96516, 0.9672625, 0.969365, 0.9714675, 0.97357, 0.9756725,
        0.977775, 0.9798775, 0.98198,
      ],
      counts: [2, 0, 0, 1, 0, 0, 0, 0, 0, 2, 2, 3],
      sample: [0.95675, 0.95675, 0.96396, 0.97596, 0.97597, 0.97837, 0.97838, 0.98034, 0.98034, 0.98198],
    },
  },
  front: [
    { costPerMonth: 1571, latencyP95Ms: 175.1, availability: 0.97596, design: "dns · web 9×4 · db 4 · kv 1" },
    { costPerMonth: 1711, latencyP95Ms: 131.8, availability: 0.95675, design: "dns · web 5×8 · db 4 · kv 1" },
    {
      costPerMonth: 1711,
      latencyP95Ms: 135.8,
      availability: 0.97837,
      design: "dns · web 10×4 · db 4 · kv 1",
    },
    {
      costPerMonth: 1851,
      latencyP95Ms: 123.6,
      availability: 0.98034,
      design: "dns · web 11×4 · db 4 · kv 1",
    },
    { costPerMonth: 1960, latencyP95Ms: 121, availability: 0.95675, design: "dns · web 5×8 · db 8 · kv 1" },
    { costPerMonth: 1991, latencyP95Ms: 119.1, availability: 0.96396, design: "dns · web 6×8 · db 4 · kv 1" },
    {
      costPerMonth: 1991,
      latencyP95Ms: 119.9,
      availability: 0.98198,
      design: "dns · web 12×4 · db 4 · kv 1",
    },
    {
      costPerMonth: 2100,
      latencyP95Ms: 113.1,
      availability: 0.98034,
      design: "dns · web 11×4 · db 8 · kv 1",
    },
  ],
};
