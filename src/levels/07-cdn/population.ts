/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "742dd3ba29f7d38d";

export const population: Population = {
  passing: 41,
  spreads: {
    costPerMonth: {
      counts: [3, 3, 0, 3, 2, 5, 2, 6, 0, 6, 4, 7],
      sample: [
        40703, 40705, 40745, 40983, 40985, 41025, 41266, 41268, 41308, 41546, 41548, 41588, 41691, 41693,
        41701, 41703, 41737, 41743, 41968, 41970, 41978, 41980, 42013, 42020, 42248, 42250, 42258, 42260,
        42293, 42300, 42528, 42530, 42538, 42540, 42573, 42580, 42633, 42663, 42665, 42705, 42735,
      ],
    },
    latencyP95Ms: {
      counts: [12, 0, 0, 18, 0, 0, 0, 0, 0, 9, 0, 2],
      sample: [
        176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.2, 176.3, 176.3,
        176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3, 176.3,
        176.3, 176.3, 176.5, 176.5, 176.5, 176.5, 176.5, 176.5, 176.5, 176.5, 176.5, 176.6, 176.6,
      ],
    },
    availability: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 41],
      sample: [
        0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604,
        0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604,
        0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604,
        0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604, 0.99604,
      ],
    },
    worstRegionPageLoadP95Ms: {
      counts: [20, 10, 0, 5, 4, 0, 0, 0, 0, 0, 0, 2],
      sample: [
        783.9, 783.9, 784, 784, 784, 784, 784, 784, 784, 784, 784, 784, 784, 784, 784, 784, 784.1, 784.1,
        784.1, 784.1, 784.2, 784.2, 784.2, 784.3, 784.3, 784.3, 784.3, 784.4, 784.4, 784.4, 784.7, 784.7,
        784.9, 784.9, 784.9, 785, 785.1, 785.1, 785.2, 787, 787.1,
      ],
    },
    staleAssetSecMax: {
      counts: [28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60, 60, 60, 60,
        60, 60, 60, 60, 60, 60, 60, 60, 60,
      ],
    },
  },
  front: [
    {
      costPerMonth: 40703,
      latencyP95Ms: 176.5,
      availability: 0.99604,
      design:
        "dns · cdn static ttl=365d versioned fallback · lb 2 interval=10s retry · web 9×8 · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 40983,
      latencyP95Ms: 176.3,
      availability: 0.99604,
      design:
        "dns · cdn static ttl=365d versioned fallback · lb 2 interval=10s retry · web 10×8 · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 41546,
      latencyP95Ms: 176.2,
      availability: 0.99604,
      design:
        "dns · cdn static ttl=365d versioned fallback · lb 2 interval=10s retry · web 12×8 · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1",
    },
  ],
};
