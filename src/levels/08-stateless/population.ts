/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 864,
  costPerMonth: {
    edges: [4441, 4512.5, 4584, 4655.5, 4727, 4798.5, 4870, 4941.5, 5013, 5084.5, 5156, 5227.5, 5299],
    counts: [2, 32, 98, 40, 164, 26, 68, 84, 72, 124, 118, 36],
    sample: [
      4441, 4524, 4585, 4621, 4637, 4641, 4644, 4645, 4658, 4663, 4731, 4735, 4756, 4757, 4758, 4760, 4765,
      4776, 4779, 4783, 4840, 4870, 4874, 4881, 4897, 4953, 4960, 4971, 4995, 4996, 5040, 5044, 5048, 5073,
      5087, 5092, 5103, 5108, 5110, 5113, 5138, 5155, 5161, 5174, 5190, 5203, 5211, 5218, 5228, 5288, 5299,
    ],
  },
  latencyP95Ms: {
    edges: [
      80.5, 82.983, 85.467, 87.95, 90.433, 92.917, 95.4, 97.883, 100.367, 102.85, 105.333, 107.817, 110.3,
    ],
    counts: [464, 238, 150, 0, 0, 0, 6, 0, 0, 0, 0, 6],
    sample: [
      80.5, 80.5, 80.5, 80.5, 80.5, 80.6, 80.6, 81, 81, 81, 81, 81.1, 81.1, 81.1, 81.1, 81.2, 81.2, 81.2,
      81.2, 81.2, 81.2, 81.2, 81.3, 82.9, 82.9, 82.9, 82.9, 83, 83, 83, 83.1, 83.1, 83.2, 83.3, 83.3, 83.3,
      83.3, 83.3, 83.3, 83.5, 83.6, 86.4, 86.4, 86.4, 86.6, 86.8, 86.8, 87.1, 87.5, 87.6, 110.3,
    ],
  },
  availability: {
    edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 864],
    sample: [
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ],
  },
  front: [
    {
      costPerMonth: 4441,
      latencyP95Ms: 97,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 15×8 target=70 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4522,
      latencyP95Ms: 83.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 max=16 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4585,
      latencyP95Ms: 81.9,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 17×8 target=70 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4617,
      latencyP95Ms: 81.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4637,
      latencyP95Ms: 81.2,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=4 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4780,
      latencyP95Ms: 81.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=70 min=6 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5039,
      latencyP95Ms: 80.6,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 5087,
      latencyP95Ms: 80.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 target=60 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
