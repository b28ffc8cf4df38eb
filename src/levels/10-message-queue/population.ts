/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 205,
  costPerMonth: {
    edges: [
      6291, 6398.75, 6506.5, 6614.25, 6722, 6829.75, 6937.5, 7045.25, 7153, 7260.75, 7368.5, 7476.25, 7584,
    ],
    counts: [13, 6, 12, 8, 4, 37, 18, 13, 23, 8, 33, 30],
    sample: [
      6291, 6322, 6366, 6390, 6435, 6553, 6577, 6597, 6643, 6712, 6756, 6851, 6851, 6851, 6851, 6851, 6893,
      6907, 6915, 6927, 6946, 6964, 6995, 7008, 7058, 7104, 7137, 7150, 7192, 7211, 7222, 7227, 7232, 7270,
      7308, 7411, 7411, 7411, 7411, 7411, 7451, 7467, 7474, 7485, 7506, 7524, 7541, 7555, 7560, 7563, 7584,
    ],
  },
  latencyP95Ms: {
    edges: [78.9, 78.992, 79.083, 79.175, 79.267, 79.358, 79.45, 79.542, 79.633, 79.725, 79.817, 79.908, 80],
    counts: [19, 0, 0, 79, 0, 0, 0, 0, 0, 0, 0, 107],
    sample: [
      78.9, 78.9, 78.9, 78.9, 78.9, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2,
      79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80,
      80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80,
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
  front: [
    {
      costPerMonth: 6291,
      latencyP95Ms: 80,
      availability: 0.99979,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
    },
    {
      costPerMonth: 6851,
      latencyP95Ms: 79.2,
      availability: 0.99979,
      design:
        "dns · lb 2 interval=10s retry · web 10×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
    },
    {
      costPerMonth: 7411,
      latencyP95Ms: 78.9,
      availability: 0.99979,
      design:
        "dns · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
    },
  ],
};
