/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "4bb20aec24b9922b";

export const population: Population = {
  passing: 48,
  spreads: {
    costPerMonth: {
      edges: [
        2545, 2593.75, 2642.5, 2691.25, 2740, 2788.75, 2837.5, 2886.25, 2935, 2983.75, 3032.5, 3081.25, 3130,
      ],
      counts: [12, 0, 0, 0, 0, 6, 6, 0, 0, 0, 12, 12],
      sample: [
        2545, 2545, 2545, 2545, 2545, 2545, 2570, 2570, 2570, 2570, 2570, 2570, 2825, 2825, 2825, 2825, 2825,
        2825, 2850, 2850, 2850, 2850, 2850, 2850, 3045, 3045, 3045, 3045, 3045, 3045, 3070, 3070, 3070, 3070,
        3070, 3070, 3105, 3105, 3105, 3105, 3105, 3105, 3130, 3130, 3130, 3130, 3130, 3130,
      ],
    },
    latencyP95Ms: {
      edges: [
        110.6, 112.742, 114.883, 117.025, 119.167, 121.308, 123.45, 125.592, 127.733, 129.875, 132.017,
        134.158, 136.3,
      ],
      counts: [10, 0, 2, 8, 2, 0, 2, 0, 0, 0, 20, 4],
      sample: [
        110.6, 110.6, 110.6, 110.6, 110.6, 110.6, 111.3, 111.3, 112.1, 112.1, 115.3, 115.3, 118.1, 118.1,
        118.1, 118.1, 118.2, 118.2, 118.9, 118.9, 119.7, 119.7, 123.7, 123.7, 132.4, 132.4, 132.4, 132.4,
        132.5, 132.5, 132.6, 132.6, 132.6, 132.6, 132.6, 132.6, 132.9, 132.9, 133.1, 133.1, 133.6, 133.6,
        133.8, 133.8, 136.2, 136.2, 136.3, 136.3,
      ],
    },
    availability: {
      edges: [
        0.98967, 0.9905308, 0.9913917, 0.9922525, 0.9931133, 0.9939742, 0.994835, 0.9956958, 0.9965567,
        0.9974175, 0.9982783, 0.9991392, 1,
      ],
      counts: [2, 2, 0, 0, 0, 4, 0, 0, 4, 4, 8, 24],
      sample: [
        0.98967, 0.98967, 0.99082, 0.99082, 0.9941, 0.9941, 0.9941, 0.9941, 0.99659, 0.99659, 0.99697,
        0.99697, 0.99805, 0.99805, 0.99805, 0.99805, 0.9983, 0.9983, 0.99849, 0.99849, 0.99903, 0.99903,
        0.99903, 0.99903, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
  },
  front: [
    {
      costPerMonth: 2545,
      latencyP95Ms: 132.6,
      availability: 0.99903,
      design: "dns · lb 1 interval=5s · web 14×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2545,
      latencyP95Ms: 133.1,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 14×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2825,
      latencyP95Ms: 118.1,
      availability: 0.9983,
      design: "dns · lb 1 interval=5s · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 2825,
      latencyP95Ms: 118.9,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3105,
      latencyP95Ms: 110.6,
      availability: 0.99849,
      design: "dns · lb 1 interval=5s · web 9×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3105,
      latencyP95Ms: 111.3,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 9×8 · db 8 · kv 1",
    },
  ],
};
