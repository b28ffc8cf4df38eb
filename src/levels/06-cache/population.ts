/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "a91dfd22c380bbe2";

export const population: Population = {
  passing: 4422,
  spreads: {
    costPerMonth: {
      edges: [3934, 4022.5, 4111, 4199.5, 4288, 4376.5, 4465, 4553.5, 4642, 4730.5, 4819, 4907.5, 4996],
      counts: [114, 48, 60, 306, 282, 168, 744, 510, 396, 684, 618, 492],
      sample: [
        3934, 4010, 4124, 4214, 4238, 4252, 4290, 4328, 4352, 4374, 4404, 4464, 4475, 4491, 4494, 4510, 4518,
        4532, 4540, 4551, 4570, 4570, 4580, 4608, 4616, 4632, 4654, 4684, 4684, 4725, 4733, 4744, 4752, 4763,
        4776, 4782, 4790, 4801, 4820, 4828, 4836, 4858, 4866, 4896, 4904, 4912, 4934, 4953, 4975, 4994, 4996,
      ],
    },
    latencyP95Ms: {
      edges: [35.1, 36.733, 38.367, 40, 41.633, 43.267, 44.9, 46.533, 48.167, 49.8, 51.433, 53.067, 54.7],
      counts: [1736, 1250, 1213, 191, 16, 0, 0, 0, 0, 0, 0, 16],
      sample: [
        35.1, 35.1, 35.3, 35.5, 35.6, 35.7, 35.7, 35.8, 35.9, 36, 36.1, 36.2, 36.2, 36.3, 36.4, 36.4, 36.6,
        36.6, 36.7, 36.7, 36.8, 37, 37, 37.1, 37.1, 37.2, 37.3, 37.7, 37.8, 37.9, 38, 38, 38.1, 38.2, 38.4,
        38.4, 38.5, 38.5, 38.6, 38.7, 38.8, 38.9, 38.9, 39.1, 39.2, 39.3, 39.5, 39.8, 40.2, 40.9, 54.7,
      ],
    },
    availability: {
      edges: [
        0.99791, 0.9980842, 0.9982583, 0.9984325, 0.9986067, 0.9987808, 0.998955, 0.9991292, 0.9993033,
        0.9994775, 0.9996517, 0.9998258, 1,
      ],
      counts: [168, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4254],
      sample: [
        0.99791, 0.99804, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    staleSecMax: {
      edges: [0, 4.917, 9.833, 14.75, 19.667, 24.583, 29.5, 34.417, 39.333, 44.25, 49.167, 54.083, 59],
      counts: [3840, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 570],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 59, 59, 59, 59, 59, 59, 59,
      ],
    },
    ordersLost: {
      edges: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4422],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ],
    },
  },
  front: [
    {
      costPerMonth: 3934,
      latencyP95Ms: 38.9,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · cache 2 memory=1 ttl=never evict=lfu invalidate · db 4 + 4×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 3953,
      latencyP95Ms: 36.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · cache 3 memory=1 ttl=never evict=lfu invalidate · db 4 + 4×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 3972,
      latencyP95Ms: 35.8,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · cache 4 memory=1 ttl=never evict=lfu invalidate · db 4 + 4×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 3991,
      latencyP95Ms: 35.5,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · cache 5 memory=1 ttl=never evict=lfu invalidate · db 4 + 4×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 4010,
      latencyP95Ms: 35.3,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · cache 6 memory=1 ttl=never evict=lfu invalidate · db 4 + 4×4 zones=AB · kv 1",
    },
    {
      costPerMonth: 4086,
      latencyP95Ms: 35.1,
      availability: 1,
      design:
        "dns · lb 2 interval=10s retry · web 8×8 · cache 5 memory=2 ttl=never evict=fifo invalidate · db 4 + 4×4 zones=AB · kv 1",
    },
  ],
};
