/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "4b9fa4d7d3b9e54d";

export const population: Population = {
  passing: 18,
  spreads: {
    costPerMonth: {
      edges: [12480, 12620, 12760, 12900, 13040, 13180, 13320, 13460, 13600, 13740, 13880, 14020, 14160],
      counts: [3, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 9],
      sample: [
        12480, 12480, 12480, 13320, 13320, 13320, 13320, 13320, 13320, 14160, 14160, 14160, 14160, 14160,
        14160, 14160, 14160, 14160,
      ],
    },
    latencyP95Ms: {
      edges: [
        186.1, 186.533, 186.967, 187.4, 187.833, 188.267, 188.7, 189.133, 189.567, 190, 190.433, 190.867,
        191.3,
      ],
      counts: [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      sample: [
        186.1, 186.1, 186.1, 186.2, 186.2, 186.3, 186.3, 186.3, 186.3, 191, 191, 191, 191.3, 191.3, 191.3,
        191.3, 191.3, 191.3,
      ],
    },
    availability: {
      edges: [
        0.94087, 0.9421625, 0.943455, 0.9447475, 0.94604, 0.9473325, 0.948625, 0.9499175, 0.95121, 0.9525025,
        0.953795, 0.9550875, 0.95638,
      ],
      counts: [6, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 6],
      sample: [
        0.94087, 0.94087, 0.94087, 0.94087, 0.94087, 0.94087, 0.94686, 0.94686, 0.94686, 0.94686, 0.94686,
        0.94686, 0.95638, 0.95638, 0.95638, 0.95638, 0.95638, 0.95638,
      ],
    },
    "us.latencyP50Ms": {
      edges: [
        34.5, 34.508, 34.517, 34.525, 34.533, 34.542, 34.55, 34.558, 34.567, 34.575, 34.583, 34.592, 34.6,
      ],
      counts: [12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [
        34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.5, 34.6, 34.6, 34.6, 34.6, 34.6,
        34.6,
      ],
    },
    "korea.latencyP50Ms": {
      edges: [32.6, 32.633, 32.667, 32.7, 32.733, 32.767, 32.8, 32.833, 32.867, 32.9, 32.933, 32.967, 33],
      counts: [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9],
      sample: [32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 32.6, 33, 33, 33, 33, 33, 33, 33, 33, 33],
    },
    latencyP99Ms: {
      edges: [
        209.9, 211.058, 212.217, 213.375, 214.533, 215.692, 216.85, 218.008, 219.167, 220.325, 221.483,
        222.642, 223.8,
      ],
      counts: [3, 6, 0, 0, 0, 0, 0, 6, 0, 0, 0, 3],
      sample: [
        209.9, 209.9, 209.9, 212, 212, 212, 212.2, 212.2, 212.2, 218.5, 218.5, 218.5, 218.6, 218.6, 218.6,
        223.8, 223.8, 223.8,
      ],
    },
    lostWrites: {
      edges: [
        312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975, 312.1975,
        312.1975, 312.1975, 312.1975,
      ],
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
