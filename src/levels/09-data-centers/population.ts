/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "edcce9185f28cd49";

export const population: Population = {
  passing: 112,
  spreads: {
    costPerMonth: {
      edges: [
        12480, 12643.33, 12806.67, 12970, 13133.33, 13296.67, 13460, 13623.33, 13786.67, 13950, 14113.33,
        14276.67, 14440,
      ],
      counts: [4, 8, 0, 12, 0, 16, 20, 0, 16, 0, 20, 16],
      sample: [
        12480, 12480, 12760, 12760, 12760, 12760, 13040, 13040, 13040, 13040, 13040, 13320, 13320, 13320,
        13320, 13320, 13320, 13320, 13600, 13600, 13600, 13600, 13600, 13600, 13600, 13600, 13600, 13880,
        13880, 13880, 13880, 13880, 13880, 13880, 13880, 14160, 14160, 14160, 14160, 14160, 14160, 14160,
        14160, 14160, 14440, 14440, 14440, 14440, 14440, 14440, 14440,
      ],
    },
    latencyP95Ms: {
      edges: [
        186.1, 186.158, 186.217, 186.275, 186.333, 186.392, 186.45, 186.508, 186.567, 186.625, 186.683,
        186.742, 186.8,
      ],
      counts: [38, 38, 0, 12, 0, 0, 0, 0, 12, 0, 6, 6],
      sample: [
        186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1, 186.1,
        186.1, 186.1, 186.1, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2,
        186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.2, 186.3, 186.3, 186.3, 186.3, 186.3, 186.6, 186.6,
        186.6, 186.6, 186.6, 186.7, 186.7, 186.7, 186.8, 186.8, 186.8,
      ],
    },
    availability: {
      edges: [
        0.95633, 0.9571125, 0.957895, 0.9586775, 0.95946, 0.9602425, 0.961025, 0.9618075, 0.96259, 0.9633725,
        0.964155, 0.9649375, 0.96572,
      ],
      counts: [56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 56],
      sample: [
        0.95633, 0.95633, 0.95633, 0.95633, 0.95633, 0.95633, 0.95633, 0.95633, 0.95633, 0.95633, 0.95633,
        0.95633, 0.95633, 0.95646, 0.95646, 0.95646, 0.95646, 0.95646, 0.95646, 0.95646, 0.95646, 0.95646,
        0.95646, 0.95646, 0.95646, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559,
        0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572,
        0.96572, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572,
      ],
    },
    "us.latencyP50Ms": {
      edges: [
        34.5, 34.508, 34.517, 34.525, 34.533, 34.542, 34.55, 34.558, 34.567, 34.575, 34.583, 34.592, 34.6,
      ],
      counts: [56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 56],
      sample: [
        34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5,
        34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6,
        34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6, 34.6,
      ],
    },
    "korea.latencyP50Ms": {
      edges: [32.6, 32.625, 32.65, 32.675, 32.7, 32.725, 32.75, 32.775, 32.8, 32.825, 32.85, 32.875, 32.9],
      counts: [44, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 24],
      sample: [
        32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6,
        32.6, 32.6, 32.6, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.7,
        32.7, 32.7, 32.7, 32.7, 32.7, 32.7, 32.9, 32.9, 32.9, 32.9, 32.9, 32.9, 32.9, 32.9, 32.9, 32.9, 32.9,
      ],
    },
    latencyP99Ms: {
      edges: [
        210.4, 210.558, 210.717, 210.875, 211.033, 211.192, 211.35, 211.508, 211.667, 211.825, 211.983,
        212.142, 212.3,
      ],
      counts: [26, 30, 0, 0, 0, 0, 0, 0, 0, 0, 15, 41],
      sample: [
        210.4, 210.4, 210.4, 210.4, 210.4, 210.4, 210.4, 210.4, 210.4, 210.4, 210.5, 210.5, 210.6, 210.6,
        210.6, 210.6, 210.6, 210.6, 210.6, 210.6, 210.6, 210.6, 210.6, 210.7, 210.7, 212.1, 212.1, 212.1,
        212.1, 212.1, 212.1, 212.1, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2,
        212.2, 212.2, 212.2, 212.3, 212.3, 212.3, 212.3, 212.3, 212.3,
      ],
    },
    lostWrites: {
      edges: [
        305.03, 305.059375, 305.08875, 305.118125, 305.1475, 305.176875, 305.20625, 305.235625, 305.265,
        305.294375, 305.32375, 305.353125, 305.3825,
      ],
      counts: [56, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 56],
      sample: [
        305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03,
        305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03, 305.03,
        305.03, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825,
        305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825,
        305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825, 305.3825,
      ],
    },
  },
  front: [
    {
      costPerMonth: 12480,
      latencyP95Ms: 186.6,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 12480,
      latencyP95Ms: 186.7,
      availability: 0.96559,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 12480,
      latencyP95Ms: 186.8,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 12760,
      latencyP95Ms: 186.1,
      availability: 0.95633,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 13×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 12760,
      latencyP95Ms: 186.2,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 13×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 12760,
      latencyP95Ms: 186.3,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 13×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 13040,
      latencyP95Ms: 186.1,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 14×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 13040,
      latencyP95Ms: 186.2,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 14×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
  ],
};
