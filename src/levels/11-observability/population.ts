/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "742cdb1c0e650512";

export const population: Population = {
  passing: 2,
  spreads: {
    costPerMonth: {
      edges: [
        17689, 17695.25, 17701.5, 17707.75, 17714, 17720.25, 17726.5, 17732.75, 17739, 17745.25, 17751.5,
        17757.75, 17764,
      ],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [17689, 17764],
    },
    latencyP95Ms: {
      edges: [35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4, 35.4],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [35.4, 35.4],
    },
    availability: {
      edges: [
        0.99631, 0.99631, 0.99631, 0.99631, 0.99631, 0.99631, 0.99631, 0.99631, 0.99631, 0.99631, 0.99631,
        0.99631, 0.99631,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.99631, 0.99631],
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
      costPerMonth: 17689,
      latencyP95Ms: 35.4,
      availability: 0.99631,
      design:
        "dns · tools logs=sampled metrics=hosts business ci=canary · lb 2 interval=10s retry · web 15×16 · sessions pair · cache 4 invalidate zones=2 · db 8 + 8×8 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
  ],
};
