/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "ee162148b000e737";

export const population: Population = {
  passing: 184,
  spreads: {
    costPerMonth: {
      counts: [8, 16, 0, 24, 0, 16, 48, 0, 8, 0, 48, 16],
      sample: [
        3645, 3645, 3645, 3770, 3770, 3771, 3771, 3895, 3895, 3895, 3895, 3896, 3896, 4020, 4020, 4020, 4020,
        4020, 4143, 4143, 4145, 4145, 4145, 4145, 4145, 4145, 4145, 4145, 4145, 4146, 4146, 4270, 4270, 4393,
        4393, 4395, 4395, 4395, 4395, 4395, 4395, 4395, 4395, 4395, 4396, 4396, 4520, 4520, 4520, 4520, 4520,
      ],
    },
    latencyP95Ms: {
      counts: [56, 48, 24, 0, 0, 0, 20, 8, 0, 0, 20, 8],
      sample: [
        37.8, 37.8, 37.8, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 37.9, 38,
        38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38, 38.1, 38.1, 38.1, 38.1, 38.2, 38.2, 38.8, 38.8, 38.8,
        38.8, 38.8, 38.8, 38.9, 38.9, 39.3, 39.3, 39.3, 39.4, 39.4, 39.5, 39.5, 39.6,
      ],
    },
    availability: {
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 184],
      sample: [
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
      ],
    },
    lostWrites: {
      counts: [92, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0, 46],
      sample: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.612, 0.612, 0.72, 0.72,
        0.72, 0.72, 0.72, 0.72, 0.72, 0.72, 0.72, 0.72, 0.72, 7.2, 7.2, 7.2, 7.2, 7.2, 7.2, 7.2, 7.2, 7.2,
        7.2, 7.2, 7.2, 7.2,
      ],
    },
  },
  front: [
    {
      costPerMonth: 3645,
      latencyP95Ms: 38.9,
      availability: 0.993,
      design: "dns · lb 2 interval=10s retry · web 8×8 · db 8 + 4×2 zones=B copy=semi fresh recovery · kv 1",
    },
    {
      costPerMonth: 3770,
      latencyP95Ms: 38,
      availability: 0.993,
      design: "dns · lb 2 interval=10s retry · web 8×8 · db 8 + 5×2 zones=B fresh recovery · kv 1",
    },
    {
      costPerMonth: 3895,
      latencyP95Ms: 37.9,
      availability: 0.993,
      design: "dns · lb 2 interval=10s retry · web 8×8 · db 8 + 3×4 zones=B fresh recovery · kv 1",
    },
    {
      costPerMonth: 4145,
      latencyP95Ms: 37.8,
      availability: 0.993,
      design: "dns · lb 2 interval=10s retry · web 8×8 · db 8 + 4×4 zones=B fresh recovery · kv 1",
    },
  ],
};
