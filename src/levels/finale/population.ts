/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "dbc59626188c599e";

export const population: Population = {
  passing: 2056,
  spreads: {
    costPerMonth: {
      edges: [
        45450, 45523.5, 45597, 45670.5, 45744, 45817.5, 45891, 45964.5, 46038, 46111.5, 46185, 46258.5, 46332,
      ],
      counts: [64, 74, 165, 195, 250, 208, 180, 260, 195, 225, 120, 120],
      sample: [
        45450, 45510, 45535, 45580, 45615, 45625, 45650, 45660, 45675, 45705, 45710, 45730, 45735, 45755,
        45780, 45790, 45800, 45815, 45817, 45825, 45840, 45860, 45877, 45885, 45905, 45922, 45930, 45942,
        45965, 45967, 45990, 45992, 46002, 46017, 46047, 46052, 46072, 46077, 46097, 46122, 46132, 46142,
        46157, 46167, 46182, 46202, 46227, 46247, 46272, 46307, 46332,
      ],
    },
    latencyP95Ms: {
      edges: [220.9, 221, 221.1, 221.2, 221.3, 221.4, 221.5, 221.6, 221.7, 221.8, 221.9, 222, 222.1],
      counts: [384, 0, 528, 48, 0, 0, 0, 0, 0, 0, 452, 644],
      sample: [
        220.9, 220.9, 220.9, 220.9, 220.9, 220.9, 220.9, 220.9, 220.9, 220.9, 221.1, 221.1, 221.1, 221.1,
        221.1, 221.1, 221.1, 221.1, 221.1, 221.1, 221.1, 221.1, 221.1, 221.2, 221.9, 221.9, 221.9, 221.9,
        221.9, 221.9, 221.9, 221.9, 221.9, 221.9, 221.9, 222, 222, 222, 222, 222, 222, 222, 222, 222, 222,
        222, 222.1, 222.1, 222.1, 222.1, 222.1,
      ],
    },
    availability: {
      edges: [
        0.98037, 0.9809767, 0.9815833, 0.98219, 0.9827967, 0.9834033, 0.98401, 0.9846167, 0.9852233, 0.98583,
        0.9864367, 0.9870433, 0.98765,
      ],
      counts: [24, 0, 768, 56, 384, 0, 8, 48, 0, 0, 0, 768],
      sample: [
        0.98037, 0.98188, 0.98188, 0.98188, 0.982, 0.982, 0.982, 0.98205, 0.98205, 0.98205, 0.98205, 0.98205,
        0.98205, 0.98205, 0.98205, 0.98205, 0.98205, 0.98205, 0.98205, 0.98205, 0.98279, 0.98299, 0.98299,
        0.98311, 0.98317, 0.98317, 0.98317, 0.98317, 0.98317, 0.98317, 0.98432, 0.98483, 0.98747, 0.98747,
        0.98747, 0.98759, 0.98759, 0.98759, 0.98765, 0.98765, 0.98765, 0.98765, 0.98765, 0.98765, 0.98765,
        0.98765, 0.98765, 0.98765, 0.98765, 0.98765, 0.98765,
      ],
    },
    ordersShare: {
      edges: [
        0.95766, 0.9583508, 0.9590417, 0.9597325, 0.9604233, 0.9611142, 0.961805, 0.9624958, 0.9631867,
        0.9638775, 0.9645683, 0.9652592, 0.96595,
      ],
      counts: [56, 0, 0, 0, 8, 72, 0, 0, 0, 0, 0, 1920],
      sample: [
        0.95766, 0.95834, 0.96126, 0.96126, 0.96549, 0.96549, 0.96549, 0.96566, 0.96566, 0.96566, 0.96569,
        0.96569, 0.96569, 0.96569, 0.96569, 0.96574, 0.96574, 0.96574, 0.96574, 0.96574, 0.96574, 0.96574,
        0.96574, 0.96574, 0.96574, 0.96574, 0.96574, 0.96586, 0.96586, 0.96586, 0.96586, 0.96586, 0.96595,
        0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595,
        0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595, 0.96595,
      ],
    },
  },
  front: [
    {
      costPerMonth: 45450,
      latencyP95Ms: 220.9,
      availability: 0.98205,
      design:
        "dns geo ttl=10s · cdn static versioned · sync async · tools deploy=automated smoke · lb 1 interval=10s retry · web 44×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 44×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 45450,
      latencyP95Ms: 221.1,
      availability: 0.98765,
      design:
        "dns geo ttl=10s · cdn static fallback · sync async · tools deploy=automated smoke · lb 1 interval=10s retry · web 44×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 44×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
  ],
};
