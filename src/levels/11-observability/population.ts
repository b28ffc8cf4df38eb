/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "7abc61ee89a4b758";

export const population: Population = {
  passing: 5,
  spreads: {
    costPerMonth: {
      edges: [
        17239, 17326.5, 17414, 17501.5, 17589, 17676.5, 17764, 17851.5, 17939, 18026.5, 18114, 18201.5, 18289,
      ],
      counts: [1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 2],
      sample: [17239, 17689, 17764, 18214, 18289],
    },
    latencyP95Ms: {
      edges: [35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3, 35.3],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5],
      sample: [35.3, 35.3, 35.3, 35.3, 35.3],
    },
    availability: {
      edges: [
        0.99714, 0.9971958, 0.9972517, 0.9973075, 0.9973633, 0.9974192, 0.997475, 0.9975308, 0.9975867,
        0.9976425, 0.9976983, 0.9977542, 0.99781,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [0.99714, 0.99714, 0.99781, 0.99781, 0.99781],
    },
    ordersShare: {
      edges: [
        0.96725, 0.967305, 0.96736, 0.967415, 0.96747, 0.967525, 0.96758, 0.967635, 0.96769, 0.967745, 0.9678,
        0.967855, 0.96791,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [0.96725, 0.96725, 0.96791, 0.96791, 0.96791],
    },
  },
  front: [
    {
      costPerMonth: 17239,
      latencyP95Ms: 35.3,
      availability: 0.99781,
      design:
        "dns · tools metrics=tiers business traces ci=canary · lb 2 interval=10s retry · web 15×16 · sessions pair · cache 4 invalidate zones=2 · db 8 + 8×8 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
  ],
};
