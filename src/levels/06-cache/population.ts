/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "903abb6626d2c011";

export const population: Population = {
  passing: 1272,
  spreads: {
    costPerMonth: {
      edges: [
        3669, 3728.33, 3787.67, 3847, 3906.33, 3965.67, 4025, 4084.33, 4143.67, 4203, 4262.33, 4321.67, 4381,
      ],
      counts: [84, 72, 18, 54, 84, 90, 54, 90, 66, 222, 258, 180],
      sample: [
        3669, 3688, 3707, 3726, 3745, 3783, 3783, 3859, 3859, 3919, 3935, 3957, 3957, 3976, 3995, 3995, 4033,
        4033, 4087, 4087, 4109, 4109, 4185, 4188, 4201, 4207, 4210, 4226, 4229, 4229, 4245, 4248, 4248, 4267,
        4267, 4267, 4283, 4283, 4286, 4305, 4305, 4305, 4315, 4337, 4337, 4343, 4343, 4359, 4359, 4381, 4381,
      ],
    },
    latencyP95Ms: {
      edges: [
        77.3, 80.808, 84.317, 87.825, 91.333, 94.842, 98.35, 101.858, 105.367, 108.875, 112.383, 115.892,
        119.4,
      ],
      counts: [177, 241, 165, 92, 86, 7, 184, 199, 59, 17, 31, 14],
      sample: [
        77.3, 77.8, 78.3, 79, 79, 79.7, 80.3, 80.9, 81.4, 82, 82.9, 83.1, 83.3, 83.5, 83.9, 84, 84.3, 84.4,
        84.7, 85.4, 85.5, 86.2, 86.8, 87.9, 88.7, 89.4, 90.9, 92.4, 93.2, 93.9, 95.1, 100.8, 100.9, 101.1,
        101.2, 101.3, 101.4, 101.7, 102.1, 102.3, 102.5, 102.8, 103, 104.5, 104.9, 105.2, 105.7, 108.1, 110.3,
        114.6, 119.4,
      ],
    },
    availability: {
      edges: [
        0.99665, 0.9969292, 0.9972083, 0.9974875, 0.9977667, 0.9980458, 0.998325, 0.9986042, 0.9988833,
        0.9991625, 0.9994417, 0.9997208, 1,
      ],
      counts: [72, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1200],
      sample: [
        0.99665, 0.99665, 0.99665, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
  },
  front: [
    {
      costPerMonth: 3669,
      latencyP95Ms: 92.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3688,
      latencyP95Ms: 86.4,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 3 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3707,
      latencyP95Ms: 83.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3726,
      latencyP95Ms: 81,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 5 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3745,
      latencyP95Ms: 79.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3783,
      latencyP95Ms: 79,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3821,
      latencyP95Ms: 78.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3859,
      latencyP95Ms: 77.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4381,
      latencyP95Ms: 77.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 11×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
