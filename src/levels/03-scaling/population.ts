/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "a5909f96f78d4c7e";

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
        110.2, 115.267, 120.333, 125.4, 130.467, 135.533, 140.6, 145.667, 150.733, 155.8, 160.867, 165.933,
        171,
      ],
      counts: [2, 4, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1],
      sample: [110.2, 113.7, 115.5, 116.1, 119.8, 120.1, 127.5, 130.8, 159.2, 171],
    },
    availability: {
      edges: [
        0.95674, 0.9588433, 0.9609467, 0.96305, 0.9651533, 0.9672567, 0.96936, 0.9714633, 0.9735667, 0.97567,
        0.9777733, 0.9798767, 0.98198,
      ],
      counts: [2, 0, 0, 1, 0, 0, 0, 0, 0, 2, 2, 3],
      sample: [0.95674, 0.95675, 0.96396, 0.97596, 0.97597, 0.97837, 0.97838, 0.98034, 0.98034, 0.98198],
    },
    worstTickAvailability: {
      edges: [
        0.79772, 0.8073908, 0.8170617, 0.8267325, 0.8364033, 0.8460742, 0.855745, 0.8654158, 0.8750867,
        0.8847575, 0.8944283, 0.9040992, 0.91377,
      ],
      counts: [2, 0, 0, 1, 0, 0, 0, 0, 0, 2, 2, 3],
      sample: [0.79772, 0.79776, 0.83123, 0.88579, 0.88579, 0.89745, 0.89875, 0.90507, 0.90791, 0.91377],
    },
  },
  front: [
    { costPerMonth: 1571, latencyP95Ms: 171, availability: 0.97596, design: "dns · web 9×4 · db 4 · kv 1" },
    { costPerMonth: 1711, latencyP95Ms: 127.5, availability: 0.95674, design: "dns · web 5×8 · db 4 · kv 1" },
    {
      costPerMonth: 1711,
      latencyP95Ms: 130.8,
      availability: 0.97837,
      design: "dns · web 10×4 · db 4 · kv 1",
    },
    {
      costPerMonth: 1851,
      latencyP95Ms: 120.1,
      availability: 0.98034,
      design: "dns · web 11×4 · db 4 · kv 1",
    },
    { costPerMonth: 1960, latencyP95Ms: 116.1, availability: 0.95675, design: "dns · web 5×8 · db 8 · kv 1" },
    {
      costPerMonth: 1960,
      latencyP95Ms: 119.8,
      availability: 0.97838,
      design: "dns · web 10×4 · db 8 · kv 1",
    },
    { costPerMonth: 1991, latencyP95Ms: 113.7, availability: 0.96396, design: "dns · web 6×8 · db 4 · kv 1" },
    {
      costPerMonth: 1991,
      latencyP95Ms: 115.5,
      availability: 0.98198,
      design: "dns · web 12×4 · db 4 · kv 1",
    },
    {
      costPerMonth: 2100,
      latencyP95Ms: 110.2,
      availability: 0.98034,
      design: "dns · web 11×4 · db 8 · kv 1",
    },
  ],
};
