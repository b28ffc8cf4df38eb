/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "e65876433aceccc0";

export const population: Population = {
  passing: 205,
  spreads: {
    costPerMonth: {
      edges: [
        6291, 6399.42, 6507.83, 6616.25, 6724.67, 6833.08, 6941.5, 7049.92, 7158.33, 7266.75, 7375.17,
        7483.58, 7592,
      ],
      counts: [13, 6, 12, 8, 4, 34, 21, 15, 21, 8, 33, 30],
      sample: [
        6291, 6347, 6379, 6394, 6435, 6562, 6584, 6597, 6643, 6712, 6756, 6851, 6851, 6851, 6851, 6851, 6907,
        6911, 6918, 6946, 6954, 6980, 6995, 7012, 7058, 7104, 7143, 7155, 7192, 7206, 7230, 7236, 7252, 7270,
        7308, 7411, 7411, 7411, 7411, 7411, 7467, 7469, 7475, 7499, 7514, 7524, 7555, 7555, 7572, 7585, 7592,
      ],
    },
    latencyP95Ms: {
      edges: [79.4, 79.5, 79.6, 79.7, 79.8, 79.9, 80, 80.1, 80.2, 80.3, 80.4, 80.5, 80.6],
      counts: [15, 4, 79, 0, 0, 0, 0, 0, 0, 0, 55, 52],
      sample: [
        79.4, 79.4, 79.4, 79.4, 79.5, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6,
        79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 79.6, 80.4, 80.4, 80.4, 80.4, 80.4, 80.4, 80.4, 80.4, 80.4, 80.4,
        80.4, 80.4, 80.4, 80.4, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6, 80.6,
      ],
    },
    availability: {
      edges: [
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 205],
      sample: [
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
      ],
    },
  },
  front: [
    {
      costPerMonth: 6291,
      latencyP95Ms: 80.4,
      availability: 0.99979,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
    },
    {
      costPerMonth: 6851,
      latencyP95Ms: 79.6,
      availability: 0.99979,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
    },
    {
      costPerMonth: 7411,
      latencyP95Ms: 79.4,
      availability: 0.99979,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
    },
  ],
};
