/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "35e855af7c1aaa71";

export const population: Population = {
  passing: 166,
  spreads: {
    costPerMonth: {
      edges: [5252, 5307, 5362, 5417, 5472, 5527, 5582, 5637, 5692, 5747, 5802, 5857, 5912],
      counts: [7, 3, 6, 0, 18, 54, 21, 36, 0, 0, 0, 21],
      sample: [
        5252, 5252, 5328, 5404, 5404, 5494, 5494, 5494, 5494, 5494, 5494, 5532, 5532, 5532, 5532, 5532, 5532,
        5532, 5532, 5532, 5532, 5532, 5570, 5570, 5570, 5570, 5570, 5608, 5608, 5608, 5608, 5608, 5632, 5684,
        5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5860, 5912, 5912, 5912, 5912, 5912, 5912,
      ],
    },
    latencyP95Ms: {
      edges: [38.2, 39.567, 40.933, 42.3, 43.667, 45.033, 46.4, 47.767, 49.133, 50.5, 51.867, 53.233, 54.6],
      counts: [36, 19, 77, 27, 2, 1, 0, 0, 0, 2, 0, 2],
      sample: [
        38.2, 38.2, 38.3, 38.3, 38.3, 38.4, 38.5, 38.6, 38.8, 38.9, 39, 39.6, 40.1, 40.3, 40.7, 40.7, 40.8,
        41.4, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.7, 41.8, 41.8, 41.8, 41.8, 41.8, 41.8,
        41.9, 41.9, 41.9, 41.9, 42.1, 42.1, 42.3, 42.6, 42.6, 42.6, 42.6, 42.7, 42.8, 42.9, 43, 51.2, 54.6,
      ],
    },
    availability: {
      edges: [
        0.99129, 0.9917408, 0.9921917, 0.9926425, 0.9930933, 0.9935442, 0.993995, 0.9944458, 0.9948967,
        0.9953475, 0.9957983, 0.9962492, 0.9967,
      ],
      counts: [3, 9, 32, 39, 15, 2, 0, 0, 6, 6, 8, 46],
      sample: [
        0.99129, 0.99187, 0.99205, 0.99217, 0.99227, 0.99236, 0.99239, 0.99248, 0.99253, 0.99255, 0.99255,
        0.99255, 0.99255, 0.99263, 0.9927, 0.99273, 0.99273, 0.99273, 0.99273, 0.99283, 0.99296, 0.99305,
        0.99305, 0.99305, 0.99305, 0.99311, 0.99317, 0.99317, 0.99317, 0.99317, 0.9939, 0.99532, 0.9954,
        0.9954, 0.99601, 0.99623, 0.99623, 0.99628, 0.99643, 0.99651, 0.99655, 0.99659, 0.99663, 0.99666,
        0.99667, 0.99667, 0.9967, 0.9967, 0.9967, 0.9967, 0.9967,
      ],
    },
    staleSecMax: {
      edges: [30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150],
      counts: [48, 0, 0, 48, 0, 0, 0, 0, 0, 0, 0, 70],
      sample: [
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60,
        60, 60, 60, 60, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150,
        150, 150, 150, 150, 150,
      ],
    },
    ordersLost: {
      edges: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 166],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
    },
  },
  front: [
    {
      costPerMonth: 5252,
      latencyP95Ms: 51.2,
      availability: 0.9954,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 memory=2 ttl=5m invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5252,
      latencyP95Ms: 54.6,
      availability: 0.99628,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 memory=2 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5290,
      latencyP95Ms: 42.6,
      availability: 0.99623,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5290,
      latencyP95Ms: 45.9,
      availability: 0.99643,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5328,
      latencyP95Ms: 40.8,
      availability: 0.99666,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5404,
      latencyP95Ms: 40.7,
      availability: 0.9967,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5494,
      latencyP95Ms: 40.1,
      availability: 0.99579,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5532,
      latencyP95Ms: 38.9,
      availability: 0.99628,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 memory=2 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5570,
      latencyP95Ms: 38.7,
      availability: 0.99643,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 6 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5608,
      latencyP95Ms: 38.3,
      availability: 0.99666,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 4 memory=2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5684,
      latencyP95Ms: 38.2,
      availability: 0.9967,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
  ],
};
