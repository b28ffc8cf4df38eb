/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "808b9ceb82a8b5b4";

export const population: Population = {
  passing: 2,
  spreads: {
    costPerMonth: {
      edges: [
        13342, 13348.25, 13354.5, 13360.75, 13367, 13373.25, 13379.5, 13385.75, 13392, 13398.25, 13404.5,
        13410.75, 13417,
      ],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [13342, 13417],
    },
    latencyP95Ms: {
      edges: [76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5, 76.5],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [76.5, 76.5],
    },
    availability: {
      edges: [
        0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632,
        0.99632, 0.99632,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.99632, 0.99632],
    },
    ordersShare: {
      edges: [
        0.96661, 0.96661, 0.96661, 0.96661, 0.96661, 0.96661, 0.96661, 0.96661, 0.96661, 0.96661, 0.96661,
        0.96661, 0.96661,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.96661, 0.96661],
    },
  },
  front: [
    {
      costPerMonth: 13342,
      latencyP95Ms: 76.5,
      availability: 0.99632,
      design:
        "dns · tools logs=sampled metrics=hosts business ci=canary · lb 2 interval=10s retry · web 15×16 · sessions pair · cache 3 invalidate zones=2 · db 8 + 3×8 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
  ],
};
