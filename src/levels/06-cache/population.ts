/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "e0e446640d05fee0";

export const population: Population = {
  passing: 1318,
  spreads: {
    costPerMonth: {
      edges: [
        3669, 3728.33, 3787.67, 3847, 3906.33, 3965.67, 4025, 4084.33, 4143.67, 4203, 4262.33, 4321.67, 4381,
      ],
      counts: [84, 72, 18, 54, 84, 90, 54, 90, 66, 244, 282, 180],
      sample: [
        3669, 3688, 3707, 3726, 3745, 3783, 3821, 3859, 3859, 3919, 3938, 3957, 3973, 3976, 3995, 4011, 4033,
        4071, 4087, 4109, 4109, 4169, 4188, 4201, 4207, 4210, 4223, 4226, 4229, 4229, 4245, 4248, 4261, 4267,
        4267, 4267, 4283, 4283, 4286, 4305, 4305, 4305, 4315, 4321, 4337, 4343, 4343, 4359, 4359, 4381, 4381,
      ],
    },
    latencyP95Ms: {
      edges: [
        74, 77.808, 81.617, 85.425, 89.233, 93.042, 96.85, 100.658, 104.467, 108.275, 112.083, 115.892, 119.7,
      ],
      counts: [194, 282, 150, 74, 68, 14, 331, 93, 23, 35, 8, 46],
      sample: [
        74, 74.7, 75.2, 75.9, 76.1, 76.6, 77.3, 77.7, 78.4, 79.1, 79.8, 80.1, 80.2, 80.5, 80.6, 80.7, 81,
        81.1, 81.6, 82.1, 82.5, 83.3, 84.2, 85, 85.6, 87.2, 88.9, 89.4, 90.3, 91.9, 97, 97.2, 97.4, 97.5,
        97.7, 97.8, 98.1, 98.4, 98.6, 98.9, 99.1, 99.7, 100.6, 101.1, 101.5, 102.1, 104.9, 109.4, 112.3, 119,
        119.7,
      ],
    },
    availability: {
      edges: [
        0.99665, 0.9969292, 0.9972083, 0.9974875, 0.9977667, 0.9980458, 0.998325, 0.9986042, 0.9988833,
        0.9991625, 0.9994417, 0.9997208, 1,
      ],
      counts: [118, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200],
      sample: [
        0.99665, 0.99665, 0.99685, 0.99685, 0.99685, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    staleSecMax: {
      edges: [0, 4.917, 9.833, 14.75, 19.667, 24.583, 29.5, 34.417, 39.333, 44.25, 49.167, 54.083, 59],
      counts: [1235, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 83],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 59, 59, 59, 59,
      ],
    },
    ordersLost: {
      edges: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1318],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
    },
  },
  front: [
    {
      costPerMonth: 3669,
      latencyP95Ms: 88.6,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3688,
      latencyP95Ms: 83,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 3 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3707,
      latencyP95Ms: 80.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3726,
      latencyP95Ms: 77.9,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 5 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3745,
      latencyP95Ms: 76.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3783,
      latencyP95Ms: 76.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3821,
      latencyP95Ms: 75.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3859,
      latencyP95Ms: 74.7,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4109,
      latencyP95Ms: 74.6,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=2 ttl=never evict=fifo invalidate · db 4 + 4×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4343,
      latencyP95Ms: 74.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 11×8 · cache 4 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4381,
      latencyP95Ms: 74,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 11×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
