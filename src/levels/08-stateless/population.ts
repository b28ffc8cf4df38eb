/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "5bcd78e30d8a1540";

export const population: Population = {
  passing: 994,
  spreads: {
    costPerMonth: {
      edges: [
        4437, 4508.67, 4580.33, 4652, 4723.67, 4795.33, 4867, 4938.67, 5010.33, 5082, 5153.67, 5225.33, 5297,
      ],
      counts: [6, 62, 104, 118, 90, 66, 72, 88, 74, 146, 106, 62],
      sample: [
        4437, 4520, 4567, 4568, 4587, 4591, 4592, 4611, 4634, 4654, 4681, 4695, 4705, 4705, 4706, 4725, 4730,
        4756, 4757, 4773, 4837, 4844, 4854, 4870, 4878, 4904, 4909, 4968, 4992, 4993, 5008, 5022, 5037, 5039,
        5046, 5085, 5106, 5107, 5109, 5122, 5136, 5152, 5159, 5172, 5199, 5206, 5222, 5229, 5249, 5289, 5297,
      ],
    },
    latencyP95Ms: {
      edges: [
        80.5, 83.033, 85.567, 88.1, 90.633, 93.167, 95.7, 98.233, 100.767, 103.3, 105.833, 108.367, 110.9,
      ],
      counts: [564, 220, 150, 0, 0, 0, 30, 0, 0, 0, 0, 30],
      sample: [
        80.5, 80.5, 80.5, 80.5, 80.6, 80.6, 80.6, 81.1, 81.1, 81.1, 81.1, 81.1, 81.1, 81.2, 81.2, 81.2, 81.2,
        81.2, 81.2, 81.3, 81.3, 81.3, 81.6, 82.8, 82.8, 82.8, 82.8, 82.8, 83, 83.1, 83.1, 83.5, 83.6, 83.7,
        83.7, 83.8, 83.9, 83.9, 83.9, 85, 86.6, 86.6, 86.7, 86.7, 86.7, 87.4, 87.5, 87.5, 97, 110.5, 110.9,
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
  },
  front: [
    {
      costPerMonth: 4437,
      latencyP95Ms: 97.2,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 15×8 target=70 min=3 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4519,
      latencyP95Ms: 83.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 max=16 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4567,
      latencyP95Ms: 81.2,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4729,
      latencyP95Ms: 81.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=6 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5037,
      latencyP95Ms: 80.6,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5084,
      latencyP95Ms: 80.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
