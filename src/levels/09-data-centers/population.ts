/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "4b9fa4d7d3b9e54d";

export const population: Population = {
  passing: 18,
  spreads: {
    costPerMonth: {
      counts: [3, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 9],
      sample: [
        12480, 12480, 12480, 13320, 13320, 13320, 13320, 13320, 13320, 14160, 14160, 14160, 14160, 14160,
        14160, 14160, 14160, 14160,
      ],
    },
    latencyP95Ms: {
      counts: [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      sample: [
        186.1, 186.1, 186.1, 186.2, 186.2, 186.3, 186.3, 186.3, 186.3, 191, 191, 191, 191.3, 191.3, 191.3,
        191.3, 191.3, 191.3,
      ],
    },
    availability: {
      counts: [6, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 6],
      sample: [
        0.94087, 0.94087, 0.94087, 0.94087, 0.94087, 0.94087, 0.94686, 0.94686, 0.94686, 0.94686, 0.94686,
        0.94686, 0.95638, 0.95638, 0.95638, 0.95638, 0.95638, 0.95638,
      ],
    },
    "us.latencyP50Ms": {
      counts: [12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [
        34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.6, 34.6, 34.6, 34.6, 34.6,
        34.6,
      ],
    },
    "korea.latencyP50Ms": {
      counts: [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      sample: [32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 33, 33, 33, 33, 33, 33, 33, 33, 33],
    },
    latencyP99Ms: {
      counts: [3, 6, 0, 0, 0, 0, 0, 6, 0, 0, 0, 3],
      sample: [
        209.9, 209.9, 209.9, 212, 212, 212, 212.2, 212.2, 212.2, 218.5, 218.5, 218.5, 218.6, 218.6, 218.6,
        223.8, 223.8, 223.8,
      ],
    },
    lostWrites: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18],
      sample: [
        312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975,
        312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975,
      ],
    },
  },
  front: [
    {
      costPerMonth: 12480,
      latencyP95Ms: 191,
      availability: 0.94686,
      design:
        "dns geo ttl=30s · sync async · tools deploy=staggered smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 12480,
      latencyP95Ms: 191.3,
      availability: 0.95638,
      design:
        "dns geo ttl=10s · sync async · tools deploy=staggered smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 13320,
      latencyP95Ms: 186.1,
      availability: 0.94686,
      design:
        "dns geo ttl=30s · sync async · tools deploy=staggered smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 13320,
      latencyP95Ms: 186.3,
      availability: 0.95638,
      design:
        "dns geo ttl=10s · sync async · tools deploy=staggered smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
    {
      costPerMonth: 14160,
      latencyP95Ms: 186.2,
      availability: 0.95638,
      design:
        "dns geo ttl=10s · sync async · tools deploy=staggered smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 4 invalidate zones=2 · db 0 + 6×4 zones=AB",
    },
  ],
};
