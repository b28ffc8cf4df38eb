/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 118,
  costPerMonth: {
    edges: [13902, 13993, 14084, 14175, 14266, 14357, 14448, 14539, 14630, 14721, 14812, 14903, 14994],
    counts: [10, 16, 2, 12, 16, 2, 12, 16, 2, 12, 16, 2],
    sample: [
      13902, 13902, 13902, 13902, 13906, 13997, 13997, 13997, 13997, 13997, 13997, 14154, 14182, 14182, 14182,
      14182, 14186, 14277, 14277, 14277, 14277, 14277, 14277, 14281, 14434, 14462, 14462, 14462, 14462, 14529,
      14557, 14557, 14557, 14557, 14557, 14557, 14561, 14714, 14742, 14742, 14742, 14742, 14809, 14837, 14837,
      14837, 14837, 14837, 14837, 14841, 14994,
    ],
  },
  latencyP95Ms: {
    edges: [
      188.4, 188.908, 189.417, 189.925, 190.433, 190.942, 191.45, 191.958, 192.467, 192.975, 193.483, 193.992,
      194.5,
    ],
    counts: [28, 26, 4, 26, 0, 4, 0, 18, 8, 0, 0, 4],
    sample: [
      188.4, 188.4, 188.4, 188.4, 188.4, 188.4, 188.4, 188.4, 188.5, 188.6, 188.6, 188.9, 189, 189, 189, 189,
      189, 189, 189, 189, 189.1, 189.1, 189.2, 189.7, 189.7, 190, 190, 190, 190, 190, 190, 190, 190, 190.2,
      190.3, 190.4, 191.2, 191.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.6, 192.8, 192.8,
      194.5, 194.5,
    ],
  },
  availability: {
    edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 118],
    sample: [
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ],
  },
  front: [
    {
      costPerMonth: 13902,
      latencyP95Ms: 192.2,
      availability: 1,
      design:
        "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 11×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14182,
      latencyP95Ms: 190,
      availability: 1,
      design:
        "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 12×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14462,
      latencyP95Ms: 189,
      availability: 1,
      design:
        "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 13×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14742,
      latencyP95Ms: 188.4,
      availability: 1,
      design:
        "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 14×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
