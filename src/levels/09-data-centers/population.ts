/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "b7c8781f9ba7dd18";

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
        208.4, 209.217, 210.033, 210.85, 211.667, 212.483, 213.3, 214.117, 214.933, 215.75, 216.567, 217.383,
        218.2,
      ],
      counts: [22, 22, 12, 24, 0, 11, 1, 0, 0, 14, 0, 14],
      sample: [
        208.4, 208.4, 208.4, 208.4, 208.7, 208.8, 208.8, 208.8, 208.8, 208.8, 209.7, 209.7, 209.7, 209.7,
        209.7, 209.9, 210, 210, 210, 210.4, 210.4, 210.5, 210.5, 210.5, 211.2, 211.2, 211.3, 211.3, 211.3,
        211.4, 211.4, 211.5, 211.5, 211.5, 213.1, 213.1, 213.2, 213.2, 213.2, 216.4, 216.4, 216.4, 216.4,
        216.4, 216.5, 218.1, 218.1, 218.1, 218.1, 218.1, 218.2,
      ],
    },
    availability: {
      edges: [
        0.95633, 0.9571125, 0.957895, 0.9586775, 0.95946, 0.9602425, 0.961025, 0.9618075, 0.96259, 0.9633725,
        0.964155, 0.9649375, 0.96572,
      ],
      counts: [60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
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
        58.5, 58.742, 58.983, 59.225, 59.467, 59.708, 59.95, 60.192, 60.433, 60.675, 60.917, 61.158, 61.4,
      ],
      counts: [4, 8, 28, 10, 40, 10, 0, 0, 0, 0, 0, 20],
      sample: [
        58.5, 58.7, 58.9, 58.9, 58.9, 59.1, 59.1, 59.1, 59.1, 59.1, 59.1, 59.1, 59.1, 59.2, 59.2, 59.2, 59.2,
        59.3, 59.3, 59.3, 59.3, 59.5, 59.5, 59.5, 59.5, 59.5, 59.5, 59.5, 59.5, 59.5, 59.7, 59.7, 59.7, 59.7,
        59.7, 59.7, 59.7, 59.7, 59.9, 59.9, 59.9, 59.9, 61.3, 61.3, 61.3, 61.3, 61.3, 61.4, 61.4, 61.4, 61.4,
      ],
    },
    "korea.latencyP50Ms": {
      edges: [41.2, 41.35, 41.5, 41.65, 41.8, 41.95, 42.1, 42.25, 42.4, 42.55, 42.7, 42.85, 43],
      counts: [32, 12, 24, 0, 0, 12, 12, 0, 0, 0, 7, 21],
      sample: [
        41.2, 41.2, 41.2, 41.2, 41.2, 41.2, 41.2, 41.2, 41.2, 41.3, 41.3, 41.3, 41.3, 41.3, 41.4, 41.4, 41.4,
        41.4, 41.4, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 41.6, 42, 42, 42, 42, 42, 42.1,
        42.1, 42.1, 42.1, 42.1, 42.8, 42.8, 42.8, 42.9, 42.9, 42.9, 42.9, 42.9, 42.9, 43, 43, 43,
      ],
    },
    latencyP99Ms: {
      edges: [
        242.6, 244.292, 245.983, 247.675, 249.367, 251.058, 252.75, 254.442, 256.133, 257.825, 259.517,
        261.208, 262.9,
      ],
      counts: [32, 14, 0, 0, 14, 0, 0, 21, 19, 6, 0, 14],
      sample: [
        242.6, 242.6, 242.7, 242.8, 243.2, 243.2, 243.3, 243.4, 243.4, 243.8, 243.8, 243.9, 243.9, 244, 244.3,
        245.3, 245.4, 245.4, 245.5, 245.8, 250.4, 250.4, 250.5, 250.5, 250.6, 254.8, 254.9, 254.9, 255.1,
        255.5, 255.5, 255.6, 255.7, 255.8, 256.2, 256.3, 256.3, 256.4, 256.4, 257.1, 257.7, 257.8, 257.9,
        257.9, 258.6, 262.3, 262.3, 262.4, 262.4, 262.5, 262.9,
      ],
    },
    lostWrites: {
      edges: [
        129.8, 129.8125, 129.825, 129.8375, 129.85, 129.8625, 129.875, 129.8875, 129.9, 129.9125, 129.925,
        129.9375, 129.95,
      ],
      counts: [60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
      sample: [
        129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8,
        129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.8, 129.95, 129.95, 129.95,
        129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95,
        129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95, 129.95,
      ],
    },
  },
  front: [
    {
      costPerMonth: 10611,
      latencyP95Ms: 216.4,
      availability: 0.95633,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10611,
      latencyP95Ms: 218.1,
      availability: 0.96559,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10611,
      latencyP95Ms: 218.2,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10891,
      latencyP95Ms: 211.5,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 10891,
      latencyP95Ms: 213.3,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11171,
      latencyP95Ms: 209.7,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11171,
      latencyP95Ms: 211.3,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11451,
      latencyP95Ms: 208.8,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11451,
      latencyP95Ms: 210.5,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11731,
      latencyP95Ms: 208.5,
      availability: 0.95646,
      design:
        "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 11731,
      latencyP95Ms: 210,
      availability: 0.96572,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
    {
      costPerMonth: 12571,
      latencyP95Ms: 209.9,
      availability: 0.96559,
      design:
        "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
    },
  ],
};
