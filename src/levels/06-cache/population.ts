/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "462c29f9a8935b8d";

export const population: Population = {
  passing: 166,
  spreads: {
    costPerMonth: {
      counts: [7, 3, 6, 0, 18, 54, 21, 36, 0, 0, 0, 21],
      sample: [
        5252, 5252, 5328, 5404, 5404, 5494, 5494, 5494, 5494, 5494, 5494, 5532, 5532, 5532, 5532, 5532, 5532,
        5532, 5532, 5532, 5532, 5532, 5570, 5570, 5570, 5570, 5570, 5608, 5608, 5608, 5608, 5608, 5632, 5684,
        5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5684, 5860, 5912, 5912, 5912, 5912, 5912, 5912,
      ],
    },
    latencyP95Ms: {
      counts: [38, 18, 78, 26, 1, 1, 0, 0, 0, 2, 0, 2],
      sample: [
        38.3, 38.3, 38.4, 38.4, 38.5, 38.6, 38.6, 38.8, 38.9, 39, 39.2, 39.6, 40.1, 40.3, 40.5, 40.5, 40.7,
        41.4, 41.4, 41.4, 41.4, 41.4, 41.4, 41.4, 41.4, 41.5, 41.5, 41.5, 41.5, 41.7, 41.7, 41.7, 41.8, 41.8,
        41.8, 41.8, 41.9, 41.9, 41.9, 42.1, 42.3, 42.6, 42.6, 42.6, 42.6, 42.6, 42.8, 42.9, 43, 51.2, 54.6,
      ],
    },
    availability: {
      counts: [4, 18, 48, 28, 0, 2, 0, 0, 10, 2, 5, 49],
      sample: [
        0.99129, 0.99148, 0.99188, 0.99205, 0.99206, 0.99218, 0.99221, 0.99228, 0.99235, 0.99238, 0.99246,
        0.99253, 0.99255, 0.99255, 0.99255, 0.99255, 0.99255, 0.99256, 0.99256, 0.99256, 0.99256, 0.99269,
        0.99273, 0.99273, 0.99273, 0.99273, 0.99275, 0.99275, 0.99275, 0.99275, 0.9939, 0.99532, 0.9954,
        0.9954, 0.99628, 0.99645, 0.99662, 0.99664, 0.99679, 0.99686, 0.99692, 0.99693, 0.99698, 0.99698,
        0.99699, 0.99699, 0.99699, 0.99699, 0.99699, 0.99699, 0.99699,
      ],
    },
    staleSecMax: {
      counts: [48, 0, 0, 48, 0, 0, 0, 0, 0, 0, 0, 70],
      sample: [
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60,
        60, 60, 60, 60, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 148, 150,
        150, 150, 150, 150, 150,
      ],
    },
    ordersLost: {
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
      latencyP95Ms: 42.3,
      availability: 0.99661,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5290,
      latencyP95Ms: 45.1,
      availability: 0.99679,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5328,
      latencyP95Ms: 40.7,
      availability: 0.99698,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5404,
      latencyP95Ms: 40.5,
      availability: 0.99699,
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
      latencyP95Ms: 39,
      availability: 0.99664,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 memory=2 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5570,
      latencyP95Ms: 38.8,
      availability: 0.99679,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 6 memory=1 ttl=5m evict=lfu invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5608,
      latencyP95Ms: 38.5,
      availability: 0.99698,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 4 memory=2 ttl=5m evict=fifo invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 5684,
      latencyP95Ms: 38.3,
      availability: 0.99699,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · cache 2 ttl=5m invalidate lease zones=2 · db 4 + 8×4 zones=AB · kv 1",
    },
  ],
};
