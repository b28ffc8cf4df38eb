/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "7ecdbeefb9c8df77";

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
        105.6, 107.708, 109.817, 111.925, 114.033, 116.142, 118.25, 120.358, 122.467, 124.575, 126.683,
        128.792, 130.9,
      ],
      counts: [10, 0, 2, 6, 4, 0, 2, 0, 0, 0, 20, 4],
      sample: [
        105.6, 105.6, 105.8, 105.8, 105.9, 105.9, 106.6, 106.6, 107.3, 107.3, 109.9, 109.9, 113.5, 113.5,
        113.7, 113.7, 113.8, 113.8, 114.6, 114.6, 115.4, 115.4, 119.3, 119.3, 127.1, 127.1, 127.1, 127.1,
        127.1, 127.1, 127.5, 127.5, 127.5, 127.5, 127.5, 127.5, 127.7, 127.7, 128.1, 128.1, 128.2, 128.2,
        128.6, 128.6, 130.7, 130.7, 130.9, 130.9,
      ],
    },
    availability: {
      edges: [
        0.98967, 0.9905308, 0.9913917, 0.9922525, 0.9931133, 0.9939742, 0.994835, 0.9956958, 0.9965567,
        0.9974175, 0.9982783, 0.9991392, 1,
      ],
      counts: [2, 2, 0, 0, 0, 4, 0, 0, 4, 6, 6, 24],
      sample: [
        0.98967, 0.98967, 0.99082, 0.99082, 0.9941, 0.9941, 0.9941, 0.9941, 0.99659, 0.99659, 0.99697,
        0.99697, 0.99805, 0.99805, 0.99805, 0.99805, 0.99827, 0.99827, 0.99847, 0.99847, 0.99902, 0.99902,
        0.99902, 0.99902, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
  },
  front: [
    {
      costPerMonth: 2545,
      latencyP95Ms: 127.5,
      availability: 0.99902,
      design: "dns · lb 1 interval=5s · web 14×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2545,
      latencyP95Ms: 128.1,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 14×4 · db 8 · kv 1",
    },
    {
      costPerMonth: 2825,
      latencyP95Ms: 113.5,
      availability: 0.99659,
      design: "dns · lb 1 interval=10s · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 2825,
      latencyP95Ms: 113.7,
      availability: 0.99827,
      design: "dns · lb 1 interval=5s · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 2825,
      latencyP95Ms: 114.6,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 8×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3105,
      latencyP95Ms: 105.6,
      availability: 0.99697,
      design: "dns · lb 1 interval=10s · web 9×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3105,
      latencyP95Ms: 105.9,
      availability: 0.99847,
      design: "dns · lb 1 interval=5s · web 9×8 · db 8 · kv 1",
    },
    {
      costPerMonth: 3105,
      latencyP95Ms: 106.6,
      availability: 1,
      design: "dns · lb 1 interval=5s retry · web 9×8 · db 8 · kv 1",
    },
  ],
};
