/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "946307196faa3939";

export const population: Population = {
  passing: 68,
  spreads: {
    costPerMonth: {
      edges: [14054, 14132, 14210, 14288, 14366, 14444, 14522, 14600, 14678, 14756, 14834, 14912, 14990],
      counts: [6, 12, 0, 3, 7, 8, 0, 6, 10, 2, 2, 12],
      sample: [
        14054, 14055, 14086, 14086, 14104, 14146, 14149, 14150, 14167, 14178, 14179, 14181, 14198, 14199,
        14335, 14352, 14367, 14385, 14425, 14426, 14430, 14445, 14447, 14459, 14462, 14478, 14480, 14614,
        14632, 14646, 14646, 14705, 14706, 14709, 14725, 14727, 14738, 14741, 14741, 14758, 14894, 14895,
        14912, 14926, 14926, 14941, 14944, 14985, 14986, 14990, 14990,
      ],
    },
    latencyP95Ms: {
      edges: [
        188.4, 188.775, 189.15, 189.525, 189.9, 190.275, 190.65, 191.025, 191.4, 191.775, 192.15, 192.525,
        192.9,
      ],
      counts: [10, 18, 0, 0, 18, 0, 0, 0, 0, 0, 18, 4],
      sample: [
        188.4, 188.4, 188.5, 188.5, 188.5, 188.5, 188.5, 188.5, 189, 189, 189, 189, 189, 189, 189, 189, 189,
        189, 189, 189, 189, 190, 190, 190, 190, 190.1, 190.1, 190.1, 190.1, 190.1, 190.1, 190.1, 190.1, 190.1,
        192.3, 192.3, 192.3, 192.3, 192.3, 192.3, 192.3, 192.3, 192.3, 192.4, 192.4, 192.4, 192.4, 192.4,
        192.7, 192.9, 192.9,
      ],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 68],
      sample: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
  },
  front: [
    {
      costPerMonth: 14054,
      latencyP95Ms: 192.3,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 11×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14334,
      latencyP95Ms: 190,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 12×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14614,
      latencyP95Ms: 189,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 13×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14894,
      latencyP95Ms: 188.5,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 14×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14985,
      latencyP95Ms: 188.4,
      availability: 1,
      design:
        "dns · cdn static ttl=365d purge fallback prefetch · lb 2 interval=10s retry · web 14×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
