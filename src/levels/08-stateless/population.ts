/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "41aaf78394871105";

export const population: Population = {
  passing: 994,
  spreads: {
    costPerMonth: {
      edges: [
        4444, 4515.08, 4586.17, 4657.25, 4728.33, 4799.42, 4870.5, 4941.58, 5012.67, 5083.75, 5154.83,
        5225.92, 5297,
      ],
      counts: [6, 62, 104, 118, 90, 78, 60, 78, 84, 122, 128, 64],
      sample: [
        4444, 4526, 4570, 4576, 4594, 4598, 4603, 4621, 4640, 4661, 4686, 4702, 4710, 4713, 4717, 4733, 4737,
        4762, 4764, 4779, 4841, 4849, 4854, 4870, 4878, 4904, 4909, 4973, 4996, 4999, 5013, 5028, 5043, 5048,
        5055, 5092, 5106, 5111, 5113, 5127, 5143, 5159, 5165, 5177, 5202, 5208, 5220, 5228, 5256, 5289, 5297,
      ],
    },
    latencyP95Ms: {
      edges: [
        77.1, 79.958, 82.817, 85.675, 88.533, 91.392, 94.25, 97.108, 99.967, 102.825, 105.683, 108.542, 111.4,
      ],
      counts: [526, 249, 159, 0, 0, 22, 8, 0, 0, 0, 7, 23],
      sample: [
        77.1, 77.4, 77.5, 77.5, 77.5, 77.6, 77.6, 77.7, 78, 78.1, 78.2, 78.3, 78.4, 78.4, 78.4, 78.4, 78.4,
        78.5, 78.5, 78.5, 78.7, 78.8, 78.8, 79.6, 79.7, 79.7, 79.8, 80, 80.2, 80.4, 80.4, 81, 81.2, 81.5,
        81.7, 81.7, 81.7, 81.8, 82.1, 83.2, 84.1, 84.2, 84.4, 84.5, 84.6, 85.3, 85.5, 85.5, 94.1, 110.4,
        111.4,
      ],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 994],
      sample: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    lostSessionsShare: {
      edges: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 994],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
    },
  },
  front: [
    {
      costPerMonth: 4444,
      latencyP95Ms: 94.7,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 15×8 target=70 min=3 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4464,
      latencyP95Ms: 94.6,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 15×8 target=70 min=4 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4523,
      latencyP95Ms: 80.4,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 max=16 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4596,
      latencyP95Ms: 78.4,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4708,
      latencyP95Ms: 78.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=6 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4735,
      latencyP95Ms: 78.2,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=6 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4844,
      latencyP95Ms: 77.9,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 15×8 target=70 min=6 max=24 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4884,
      latencyP95Ms: 77.8,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=8 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4908,
      latencyP95Ms: 77.7,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=8 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5088,
      latencyP95Ms: 77.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5186,
      latencyP95Ms: 77.4,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 min=6 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5289,
      latencyP95Ms: 77.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 min=8 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
