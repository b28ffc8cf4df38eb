/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "b114a9a29cddfcef";

export const population: Population = {
  passing: 2340,
  spreads: {
    costPerMonth: {
      edges: [
        41321, 41482.83, 41644.67, 41806.5, 41968.33, 42130.17, 42292, 42453.83, 42615.67, 42777.5, 42939.33,
        43101.17, 43263,
      ],
      counts: [115, 180, 275, 295, 195, 80, 70, 180, 300, 300, 190, 160],
      sample: [
        41321, 41381, 41471, 41521, 41531, 41581, 41611, 41661, 41671, 41671, 41721, 41731, 41803, 41811,
        41863, 41863, 41871, 41923, 41953, 42003, 42013, 42063, 42073, 42153, 42213, 42371, 42511, 42521,
        42571, 42581, 42631, 42661, 42711, 42721, 42721, 42771, 42773, 42853, 42861, 42863, 42913, 42921,
        42923, 42973, 43003, 43063, 43063, 43113, 43123, 43203, 43263,
      ],
    },
    latencyP95Ms: {
      edges: [
        209.2, 209.458, 209.717, 209.975, 210.233, 210.492, 210.75, 211.008, 211.267, 211.525, 211.783,
        212.042, 212.3,
      ],
      counts: [1020, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1260],
      sample: [
        209.2, 209.2, 209.2, 209.2, 209.2, 209.2, 209.3, 209.3, 209.3, 209.3, 209.3, 209.4, 209.4, 209.4,
        209.4, 209.4, 209.4, 209.4, 209.4, 209.4, 209.4, 209.4, 209.5, 209.6, 212.2, 212.2, 212.2, 212.2,
        212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2, 212.2,
        212.2, 212.2, 212.2, 212.3, 212.3, 212.3, 212.3, 212.3, 212.3,
      ],
    },
    availability: {
      edges: [
        0.97256, 0.9737225, 0.974885, 0.9760475, 0.97721, 0.9783725, 0.979535, 0.9806975, 0.98186, 0.9830225,
        0.984185, 0.9853475, 0.98651,
      ],
      counts: [56, 28, 0, 64, 76, 56, 28, 312, 576, 376, 0, 768],
      sample: [
        0.97256, 0.97299, 0.97701, 0.9772, 0.97763, 0.97904, 0.97988, 0.98165, 0.98169, 0.98169, 0.98169,
        0.98181, 0.98181, 0.98181, 0.98187, 0.98187, 0.98187, 0.98187, 0.98187, 0.98187, 0.98187, 0.98187,
        0.98187, 0.98187, 0.98187, 0.98302, 0.98313, 0.98318, 0.98319, 0.98319, 0.98319, 0.98319, 0.98319,
        0.98368, 0.98634, 0.98634, 0.98634, 0.98645, 0.98645, 0.98645, 0.98651, 0.98651, 0.98651, 0.98651,
        0.98651, 0.98651, 0.98651, 0.98651, 0.98651, 0.98651, 0.98651,
      ],
    },
    ordersShare: {
      edges: [
        0.95227, 0.9534092, 0.9545483, 0.9556875, 0.9568267, 0.9579658, 0.959105, 0.9602442, 0.9613833,
        0.9625225, 0.9636617, 0.9648008, 0.96594,
      ],
      counts: [140, 0, 0, 0, 20, 120, 0, 140, 0, 0, 0, 1920],
      sample: [
        0.95227, 0.95227, 0.95227, 0.95766, 0.95833, 0.95833, 0.96049, 0.96125, 0.96125, 0.96568, 0.96568,
        0.96568, 0.96568, 0.96568, 0.96568, 0.96568, 0.96586, 0.96586, 0.96586, 0.96586, 0.96586, 0.96586,
        0.96586, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594,
        0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594,
        0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594, 0.96594,
      ],
    },
  },
  front: [
    {
      costPerMonth: 41321,
      latencyP95Ms: 209.4,
      availability: 0.98651,
      design:
        "dns geo ttl=10s · cdn static fallback · sync async · tools deploy=automated smoke · lb 1 interval=10s retry · web 34×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 41663,
      latencyP95Ms: 209.3,
      availability: 0.98651,
      design:
        "dns geo ttl=10s · cdn static fallback · sync async · tools deploy=automated smoke · lb 1 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 41803,
      latencyP95Ms: 209.2,
      availability: 0.98651,
      design:
        "dns geo ttl=10s · cdn static fallback · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
  ],
};
