/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "cb2b9907c28887d8";

export const population: Population = {
  passing: 130,
  spreads: {
    costPerMonth: {
      edges: [
        2445, 2521.67, 2598.33, 2675, 2751.67, 2828.33, 2905, 2981.67, 3058.33, 3135, 3211.67, 3288.33, 3365,
      ],
      counts: [6, 12, 0, 18, 0, 12, 6, 11, 12, 11, 30, 12],
      sample: [
        2445, 2445, 2445, 2585, 2585, 2585, 2585, 2725, 2725, 2725, 2725, 2725, 2725, 2725, 2865, 2865, 2865,
        2865, 2865, 2945, 2945, 3005, 3005, 3005, 3009, 3085, 3085, 3085, 3085, 3085, 3145, 3145, 3149, 3149,
        3225, 3225, 3225, 3225, 3225, 3225, 3225, 3285, 3285, 3285, 3285, 3285, 3365, 3365, 3365, 3365, 3365,
      ],
    },
    latencyP95Ms: {
      edges: [37.7, 38.25, 38.8, 39.35, 39.9, 40.45, 41, 41.55, 42.1, 42.65, 43.2, 43.75, 44.3],
      counts: [20, 50, 26, 4, 5, 1, 0, 0, 0, 0, 16, 8],
      sample: [
        37.7, 37.8, 37.8, 37.8, 37.9, 38, 38.1, 38.1, 38.3, 38.3, 38.3, 38.3, 38.3, 38.3, 38.3, 38.3, 38.3,
        38.3, 38.3, 38.3, 38.3, 38.4, 38.4, 38.4, 38.5, 38.5, 38.5, 38.8, 38.8, 39, 39.1, 39.1, 39.1, 39.1,
        39.1, 39.2, 39.2, 39.3, 39.5, 40.3, 40.4, 43.6, 43.6, 43.6, 43.6, 43.7, 43.7, 43.7, 43.9, 44.3, 44.3,
      ],
    },
    availability: {
      edges: [
        0.9882, 0.9891833, 0.9901667, 0.99115, 0.9921333, 0.9931167, 0.9941, 0.9950833, 0.9960667, 0.99705,
        0.9980333, 0.9990167, 1,
      ],
      counts: [4, 2, 2, 0, 4, 6, 4, 0, 10, 12, 16, 70],
      sample: [
        0.9882, 0.9882, 0.98967, 0.99311, 0.99311, 0.99318, 0.99364, 0.9941, 0.9941, 0.9961, 0.99659, 0.9966,
        0.99697, 0.99773, 0.9979, 0.9979, 0.99803, 0.99805, 0.99805, 0.99828, 0.99886, 0.99886, 0.99894,
        0.99894, 0.99902, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
  },
  front: [
    {
      costPerMonth: 2445,
      latencyP95Ms: 43.6,
      availability: 0.99886,
      design: "dns · lb 1 interval=5s · web 12×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2445,
      latencyP95Ms: 43.7,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 12×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2585,
      latencyP95Ms: 39.1,
      availability: 0.99894,
      design: "dns · lb 1 interval=5s · web 13×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2585,
      latencyP95Ms: 39.2,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 13×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2725,
      latencyP95Ms: 38.3,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 14×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 3005,
      latencyP95Ms: 37.8,
      availability: 0.99828,
      design: "dns · lb 1 interval=5s · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3005,
      latencyP95Ms: 37.9,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3285,
      latencyP95Ms: 37.7,
      availability: 0.99847,
      design: "dns · lb 1 interval=5s · web 9×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3285,
      latencyP95Ms: 37.8,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 9×8 · db 8 · kv 1",
    },
  ],
};
