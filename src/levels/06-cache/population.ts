/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "970155b1897cc4fa";

export const population: Population = {
  passing: 1242,
  costPerMonth: {
    edges: [
      3669, 3728.33, 3787.67, 3847, 3906.33, 3965.67, 4025, 4084.33, 4143.67, 4203, 4262.33, 4321.67, 4381,
    ],
    counts: [78, 72, 18, 54, 78, 90, 54, 90, 60, 210, 258, 180],
    sample: [
      3669, 3707, 3707, 3726, 3745, 3783, 3783, 3859, 3859, 3919, 3938, 3957, 3957, 3976, 3995, 4011, 4033,
      4033, 4087, 4087, 4109, 4109, 4185, 4188, 4207, 4207, 4223, 4226, 4229, 4245, 4245, 4248, 4261, 4267,
      4267, 4267, 4283, 4286, 4286, 4305, 4305, 4305, 4315, 4337, 4337, 4343, 4343, 4359, 4359, 4381, 4381,
    ],
  },
  latencyP95Ms: {
    edges: [
      76.8, 80.225, 83.65, 87.075, 90.5, 93.925, 97.35, 100.775, 104.2, 107.625, 111.05, 114.475, 117.9,
    ],
    counts: [172, 199, 195, 82, 100, 20, 26, 291, 90, 30, 11, 26],
    sample: [
      76.8, 77.5, 77.9, 78.4, 78.7, 79.2, 79.7, 80.5, 81, 81.6, 82.2, 82.5, 82.8, 82.9, 83.3, 83.7, 83.7,
      84.1, 84.2, 84.9, 85.1, 85.4, 86.4, 87.1, 88.1, 88.6, 90.3, 91.3, 92.5, 93.3, 93.9, 100.4, 100.8, 100.9,
      101, 101.3, 101.4, 101.6, 102, 102.1, 102.5, 102.7, 103, 103.3, 104.9, 105.4, 105.8, 106.6, 110.2,
      114.7, 117.9,
    ],
  },
  availability: {
    edges: [
      0.99608, 0.9964067, 0.9967333, 0.99706, 0.9973867, 0.9977133, 0.99804, 0.9983667, 0.9986933, 0.99902,
      0.9993467, 0.9996733, 1,
    ],
    counts: [60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1182],
    sample: [
      0.99608, 0.99608, 0.99608, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ],
  },
  front: [
    {
      costPerMonth: 3669,
      latencyP95Ms: 91.9,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 2 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3688,
      latencyP95Ms: 85.9,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 3 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3707,
      latencyP95Ms: 82.8,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3726,
      latencyP95Ms: 80.6,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 5 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3745,
      latencyP95Ms: 79,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=1 ttl=never evict=lfu invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3783,
      latencyP95Ms: 78.7,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 4 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3821,
      latencyP95Ms: 77.8,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 3859,
      latencyP95Ms: 77.4,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 9×8 · cache 6 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 4381,
      latencyP95Ms: 76.8,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 11×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
