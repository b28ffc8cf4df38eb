/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "da0a867671913ed8";

export const population: Population = {
  passing: 68,
  spreads: {
    costPerMonth: {
      edges: [14054, 14132, 14210, 14288, 14366, 14444, 14522, 14600, 14678, 14756, 14834, 14912, 14990],
      counts: [6, 12, 0, 3, 7, 8, 0, 6, 10, 2, 2, 12],
      sample: [
        14054, 14055, 14086, 14086, 14104, 14146, 14149, 14150, 14167, 14178, 14179, 14181, 14198, 14199,
        14335, 14352, 14367, 14385, 14425, 14426, 14430, 14445, 14447, 14459, 14462, 14478, 14480, 14614,
        14632, 14646, 14646, 14705, 14706, 14709, 14725, 14727, 14738, 14741, 14741, 14758, 14894, 14895,
        14912, 14926, 14926, 14941, 14945, 14985, 14986, 14990, 14990,
      ],
    },
    latencyP95Ms: {
      edges: [
        186.9, 187.217, 187.533, 187.85, 188.167, 188.483, 188.8, 189.117, 189.433, 189.75, 190.067, 190.383,
        190.7,
      ],
      counts: [28, 0, 0, 18, 0, 0, 0, 0, 0, 10, 8, 4],
      sample: [
        186.9, 186.9, 186.9, 186.9, 187, 187, 187, 187, 187.2, 187.2, 187.2, 187.2, 187.2, 187.2, 187.2,
        187.2, 187.2, 187.2, 187.2, 187.2, 187.2, 187.9, 187.9, 187.9, 187.9, 187.9, 187.9, 187.9, 187.9,
        187.9, 187.9, 187.9, 187.9, 187.9, 190, 190, 190, 190, 190, 190, 190, 190, 190.1, 190.1, 190.1, 190.1,
        190.1, 190.1, 190.4, 190.7, 190.7,
      ],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 68],
      sample: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    worstRegionPageLoadP95Ms: {
      edges: [
        814.7, 817.567, 820.433, 823.3, 826.167, 829.033, 831.9, 834.767, 837.633, 840.5, 843.367, 846.233,
        849.1,
      ],
      counts: [20, 18, 17, 9, 0, 0, 0, 0, 0, 2, 0, 2],
      sample: [
        814.7, 814.8, 815, 815.3, 815.4, 815.7, 815.7, 815.7, 816, 816.1, 816.4, 816.5, 816.9, 816.9, 817.4,
        817.7, 818.1, 818.2, 818.2, 818.7, 818.7, 818.7, 818.9, 819.4, 819.4, 819.8, 820.2, 820.3, 820.5,
        820.8, 820.9, 821.7, 821.7, 821.8, 821.9, 821.9, 821.9, 822.4, 822.8, 822.8, 822.9, 823.9, 824, 824.1,
        824.1, 824.1, 825.8, 825.9, 842.7, 848.7, 849.1,
      ],
    },
    staleAssetSecMax: {
      edges: [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60],
      counts: [46, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 22],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        59, 59, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60,
      ],
    },
  },
  front: [
    {
      costPerMonth: 14054,
      latencyP95Ms: 190,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 11×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14334,
      latencyP95Ms: 187.9,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 12×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14614,
      latencyP95Ms: 187.2,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 13×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14894,
      latencyP95Ms: 187,
      availability: 1,
      design:
        "dns · cdn static ttl=365d versioned fallback prefetch · lb 2 interval=10s retry · web 14×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
    {
      costPerMonth: 14945,
      latencyP95Ms: 186.9,
      availability: 1,
      design:
        "dns · cdn static versioned fallback · lb 2 interval=10s retry · web 14×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
    },
  ],
};
