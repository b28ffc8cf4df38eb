/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "7abc61ee89a4b758";

export const population: Population = {
  passing: 5,
  spreads: {
    costPerMonth: {
      counts: [1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 2],
      sample: [17239, 17689, 17764, 18214, 18289],
    },
    latencyP95Ms: { counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], sample: [35.3, 35.3, 35.3, 35.3, 35.3] },
    availability: {
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [0.99714, 0.99714, 0.99781, 0.99781, 0.99781],
    },
    ordersShare: {
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
