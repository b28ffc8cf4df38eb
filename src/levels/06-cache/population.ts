/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "78f529cac975ddca";

export const population: Population = {
  passing: 161,
  spreads: {
    costPerMonth: {
      edges: [
        5290, 5341.83, 5393.67, 5445.5, 5497.33, 5549.17, 5601, 5652.83, 5704.67, 5756.5, 5808.33, 5860.17,
        5912,
      ],
      counts: [5, 0, 6, 18, 36, 18, 21, 36, 0, 0, 3, 18],
      sample: [
        5290, 5328, 5404, 5404, 5494, 5494, 5494, 5494, 5494, 5532, 5532, 5532, 5532, 5532, 5532, 5532, 5532,
        5532, 5532, 5532, 5532, 5570, 5570, 5570, 5570, 5570, 5608, 5608, 5608, 5608, 5608, 5608, 5632, 5684,
        5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5860, 5912, 5912, 5912, 5912, 5912, 5912,
      ],
    },
    latencyP95Ms: {
      edges: [38.3, 39.717, 41.133, 42.55, 43.967, 45.383, 46.8, 48.217, 49.633, 51.05, 52.467, 53.883, 55.3],
      counts: [36, 8, 74, 33, 5, 0, 0, 4, 0, 0, 0, 1],
      sample: [
        38.3, 38.3, 38.3, 38.4, 38.4, 38.6, 38.6, 38.7, 38.9, 39, 39.2, 39.7, 40.3, 40.5, 41.6, 41.6, 41.6,
        41.6, 41.6, 41.6, 41.7, 41.7, 41.7, 41.7, 41.7, 41.8, 41.9, 41.9, 42, 42, 42, 42, 42, 42, 42.1, 42.2,
        42.3, 42.6, 43, 43.1, 43.1, 43.1, 43.1, 43.1, 43.2, 43.4, 43.6, 43.9, 44.5, 48.3, 55.3,
      ],
    },
    availability: {
      edges: [
        0.99098, 0.9914542, 0.9919283, 0.9924025, 0.9928767, 0.9933508, 0.993825, 0.9942992, 0.9947733,
        0.9952475, 0.9957217, 0.9961958, 0.99667,
      ],
      counts: [4, 10, 34, 50, 0, 2, 0, 0, 6, 4, 10, 41],
      sample: [
        0.99098, 0.99117, 0.99166, 0.99185, 0.99192, 0.99203, 0.99206, 0.99217, 0.99222, 0.99224, 0.99224,
        0.99224, 0.99224, 0.99227, 0.99238, 0.99243, 0.99243, 0.99243, 0.99243, 0.99243, 0.99252, 0.99265,
        0.99274, 0.99274, 0.99274, 0.99274, 0.9928, 0.99286, 0.99286, 0.99286, 0.99286, 0.99361, 0.99517,
        0.99525, 0.99562, 0.99597, 0.99609, 0.99619, 0.99634, 0.9964, 0.99644, 0.9965, 0.99654, 0.99661,
        0.99662, 0.99663, 0.99664, 0.99666, 0.99667, 0.99667, 0.99667,
      ],
    },
    staleSecMax: {
      edges: [30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150],
      counts: [48, 0, 0, 48, 0, 0, 0, 0, 0, 0, 0, 65],
      sample: [
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60,
        60, 60, 60, 60, 60, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150,
        150, 150, 150, 150, 150,
      ],
    },
    ordersLost: {
      edges: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 161],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
    },
  },
  front: [
    {
      costPerMonth: 5290,
      latencyP95Ms: 49.3,
      availability: 0.99597,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=5m invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5290,
      latencyP95Ms: 49.5,
      availability: 0.99609,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5328,
      latencyP95Ms: 43.8,
      availability: 0.99644,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5328,
      latencyP95Ms: 55.3,
      availability: 0.99645,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5404,
      latencyP95Ms: 43,
      availability: 0.99667,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5494,
      latencyP95Ms: 40.4,
      availability: 0.99562,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5532,
      latencyP95Ms: 39,
      availability: 0.99619,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 memory=2 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5570,
      latencyP95Ms: 38.8,
      availability: 0.99637,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 6 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5608,
      latencyP95Ms: 38.6,
      availability: 0.99645,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 4 memory=2 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5684,
      latencyP95Ms: 38.3,
      availability: 0.99667,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
  ],
};
