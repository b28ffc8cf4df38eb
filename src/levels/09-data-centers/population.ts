/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "b69dcb29b8e0569b";

export const population: Population = {
  passing: 120,
  spreads: {
    costPerMonth: {
      edges: [
        10611, 10844.33, 11077.67, 11311, 11544.33, 11777.67, 12011, 12244.33, 12477.67, 12711, 12944.33,
        13177.67, 13411,
      ],
      counts: [4, 4, 4, 8, 12, 0, 12, 16, 20, 16, 12, 12],
      sample: [
        10611, 10611, 10891, 10891, 11171, 11451, 11451, 11451, 11451, 11731, 11731, 11731, 11731, 11731,
        12011, 12011, 12011, 12011, 12011, 12291, 12291, 12291, 12291, 12291, 12291, 12571, 12571, 12571,
        12571, 12571, 12571, 12571, 12571, 12571, 12851, 12851, 12851, 12851, 12851, 12851, 12851, 13131,
        13131, 13131, 13131, 13131, 13411, 13411, 13411, 13411, 13411,
      ],
    },
    latencyP95Ms: {
      edges: [
        210, 210.925, 211.85, 212.775, 213.7, 214.625, 215.55, 216.475, 217.4, 218.325, 219.25, 220.175,
        221.1,
      ],
      counts: [22, 12, 22, 2, 22, 0, 12, 0, 0, 14, 0, 14],
      sample: [
        210, 210, 210.1, 210.1, 210.5, 210.5, 210.5, 210.6, 210.6, 210.6, 211.5, 211.5, 211.6, 211.6, 211.6,
        211.9, 212, 212, 212.1, 212.6, 212.6, 212.7, 212.7, 212.7, 213.6, 213.7, 213.7, 213.7, 213.7, 213.7,
        213.7, 213.8, 213.8, 213.8, 215.7, 215.7, 215.7, 215.8, 215.8, 218.9, 218.9, 218.9, 218.9, 218.9, 219,
        220.9, 220.9, 220.9, 220.9, 221, 221.1,
      ],
    },
    availability: {
      edges: [
        0.95627, 0.9570575, 0.957845, 0.9586325, 0.95942, 0.9602075, 0.960995, 0.9617825, 0.96257, 0.9633575,
        0.964145, 0.9649325, 0.96572,
      ],
      counts: [60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
      sample: [
        0.95627, 0.95627, 0.95627, 0.95627, 0.95627, 0.95627, 0.95627, 0.95627, 0.95627, 0.95627, 0.95627,
        0.95627, 0.95627, 0.9564, 0.9564, 0.9564, 0.9564, 0.9564, 0.9564, 0.9564, 0.9564, 0.9564, 0.9564,
        0.9564, 0.9564, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559, 0.96559,
        0.96559, 0.96559, 0.96559, 0.96559, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572,
        0.96572, 0.96572, 0.96572, 0.96572, 0.96572, 0.96572,
      ],
    },
  },
  front: [
    {
      costPerMonth: 10611,
      latencyP95Ms: 218.9,
      availability: 0.95627,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10611,
      latencyP95Ms: 221,
      availability: 0.96559,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10611,
      latencyP95Ms: 221.1,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10891,
      latencyP95Ms: 215.8,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11171,
      latencyP95Ms: 211.6,
      availability: 0.9564,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11171,
      latencyP95Ms: 213.8,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11451,
      latencyP95Ms: 210.5,
      availability: 0.95627,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11451,
      latencyP95Ms: 212.6,
      availability: 0.96559,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11731,
      latencyP95Ms: 210,
      availability: 0.95627,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11731,
      latencyP95Ms: 212,
      availability: 0.96559,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11731,
      latencyP95Ms: 212.1,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 12571,
      latencyP95Ms: 212,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
  ],
};
