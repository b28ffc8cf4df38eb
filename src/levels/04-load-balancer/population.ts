/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "66005d9d5b316988";

export const population: Population = {
  passing: 496,
  spreads: {
    costPerMonth: {
      counts: [24, 48, 0, 72, 0, 48, 24, 44, 48, 44, 96, 48],
      sample: [
        2445, 2445, 2445, 2585, 2585, 2585, 2585, 2585, 2725, 2725, 2725, 2725, 2725, 2725, 2725, 2865, 2865,
        2865, 2865, 2865, 2945, 2945, 3005, 3005, 3005, 3009, 3009, 3085, 3085, 3085, 3085, 3085, 3145, 3145,
        3149, 3149, 3225, 3225, 3225, 3225, 3225, 3225, 3225, 3285, 3285, 3285, 3365, 3365, 3365, 3365, 3365,
      ],
    },
    latencyP95Ms: {
      counts: [344, 72, 8, 24, 18, 6, 0, 0, 0, 0, 0, 24],
      sample: [
        37.6, 37.7, 37.7, 37.7, 37.7, 37.7, 37.8, 37.8, 37.8, 37.8, 37.8, 37.9, 37.9, 37.9, 37.9, 38, 38, 38,
        38.1, 38.1, 38.1, 38.1, 38.2, 38.2, 38.3, 38.3, 38.3, 38.3, 38.3, 38.4, 38.4, 38.5, 38.6, 38.6, 38.8,
        38.9, 39.1, 39.2, 39.3, 39.5, 39.9, 39.9, 40.1, 42.1, 42.1, 42.5, 43.6, 43.8, 51.6, 51.8, 52.6,
      ],
    },
    availability: {
      counts: [16, 8, 4, 0, 16, 24, 16, 0, 36, 48, 60, 268],
      sample: [
        0.9882, 0.9882, 0.98967, 0.99311, 0.99311, 0.99318, 0.99364, 0.9941, 0.9941, 0.9961, 0.9961, 0.9966,
        0.99697, 0.99773, 0.9979, 0.9979, 0.99803, 0.99805, 0.99805, 0.99828, 0.99886, 0.99886, 0.99894,
        0.99902, 0.99902, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    breachedBoxes: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 496],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
    },
  },
  front: [
    {
      costPerMonth: 2445,
      latencyP95Ms: 38.2,
      availability: 1,
      design: "dns · lb 1 policy=least interval=5s retry · web 12×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2585,
      latencyP95Ms: 37.7,
      availability: 0.99894,
      design: "dns · lb 1 policy=least interval=5s · web 13×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2585,
      latencyP95Ms: 37.8,
      availability: 1,
      design: "dns · lb 1 policy=least interval=10s retry · web 13×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2725,
      latencyP95Ms: 37.7,
      availability: 1,
      design: "dns · lb 1 policy=least interval=5s retry · web 14×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 3225,
      latencyP95Ms: 37.6,
      availability: 0.99902,
      design: "dns · lb 1 policy=least interval=5s · web 14×4 · db 16 · kv 1",
    },
  ],
};
