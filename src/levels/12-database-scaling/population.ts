/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "7ad75db02b83a57d";

export const population: Population = {
  passing: 62,
  spreads: {
    costPerMonth: {
      edges: [32147, 32481, 32815, 33149, 33483, 33817, 34151, 34485, 34819, 35153, 35487, 35821, 36155],
      counts: [2, 0, 2, 0, 0, 14, 0, 0, 14, 0, 0, 30],
      sample: [
        32147, 32147, 33146, 34143, 34143, 34143, 34143, 34143, 34149, 34149, 34149, 34149, 34149, 34149,
        34149, 35142, 35142, 35142, 35142, 35142, 35148, 35148, 35148, 35148, 35148, 35148, 36139, 36139,
        36139, 36139, 36139, 36139, 36139, 36139, 36139, 36147, 36147, 36147, 36147, 36147, 36147, 36147,
        36147, 36147, 36147, 36147, 36147, 36147, 36155, 36155, 36155,
      ],
    },
    latencyP95Ms: {
      edges: [95.7, 96.4, 97.1, 97.8, 98.5, 99.2, 99.9, 100.6, 101.3, 102, 102.7, 103.4, 104.1],
      counts: [30, 20, 8, 0, 0, 0, 0, 0, 0, 0, 0, 4],
      sample: [
        95.7, 95.7, 95.8, 96, 96, 96, 96, 96.1, 96.1, 96.1, 96.1, 96.1, 96.1, 96.2, 96.2, 96.2, 96.2, 96.2,
        96.2, 96.2, 96.3, 96.3, 96.3, 96.3, 96.3, 96.4, 96.5, 96.5, 96.6, 96.6, 96.6, 96.6, 96.6, 96.6, 96.6,
        96.7, 96.7, 96.7, 96.9, 96.9, 96.9, 97.1, 97.1, 97.1, 97.2, 97.2, 97.2, 97.2, 103.8, 104, 104.1,
      ],
    },
    availability: {
      edges: [
        0.99996, 0.9999633, 0.9999667, 0.99997, 0.9999733, 0.9999767, 0.99998, 0.9999833, 0.9999867, 0.99999,
        0.9999933, 0.9999967, 1,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
      sample: [
        0.99996, 0.99996, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
  },
  front: [
    {
      costPerMonth: 32147,
      latencyP95Ms: 103.8,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 salt=16 counter feed",
    },
    {
      costPerMonth: 34143,
      latencyP95Ms: 96,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 12×8 salt=16",
    },
    {
      costPerMonth: 36139,
      latencyP95Ms: 95.7,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 replicas=1 salt=16",
    },
  ],
};
