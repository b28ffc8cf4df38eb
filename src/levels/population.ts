/** Written by `npm run prove:all`: all designs that pass each level, in a few numbers. */
export const provenFrom: string = "970155b1897cc4fa24601876c5f9f6755d4117df4f5595dae49331a898b6fce3";

export const populations = [
  {
    level: 1,
    passing: 2,
    costPerMonth: {
      edges: [71, 76.83, 82.67, 88.5, 94.33, 100.17, 106, 111.83, 117.67, 123.5, 129.33, 135.17, 141],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [71, 141],
    },
    latencyP95Ms: {
      edges: [
        108.1, 111.142, 114.183, 117.225, 120.267, 123.308, 126.35, 129.392, 132.433, 135.475, 138.517,
        141.558, 144.6,
      ],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [108.1, 144.6],
    },
    availability: {
      edges: [
        0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851, 0.9851,
        0.9851,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.9851, 0.9851],
    },
    front: [
      { costPerMonth: 71, latencyP95Ms: 144.6, availability: 0.9851, design: "dns · box 2" },
      { costPerMonth: 141, latencyP95Ms: 108.1, availability: 0.9851, design: "dns · box 4" },
    ],
  },
  {
    level: 2,
    passing: 3,
    costPerMonth: {
      edges: [326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326, 326],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [326, 326, 326],
    },
    latencyP95Ms: {
      edges: [
        121.3, 122.075, 122.85, 123.625, 124.4, 125.175, 125.95, 126.725, 127.5, 128.275, 129.05, 129.825,
        130.6,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [121.3, 121.5, 130.6],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3],
      sample: [1, 1, 1],
    },
    front: [{ costPerMonth: 326, latencyP95Ms: 121.3, availability: 1, design: "dns · box 4 · db 2 · kv 1" }],
  },
  {
    level: 3,
    passing: 10,
    costPerMonth: {
      edges: [
        1571, 1615.08, 1659.17, 1703.25, 1747.33, 1791.42, 1835.5, 1879.58, 1923.67, 1967.75, 2011.83,
        2055.92, 2100,
      ],
      counts: [1, 0, 0, 2, 0, 1, 1, 0, 2, 2, 0, 1],
      sample: [1571, 1711, 1711, 1820, 1851, 1960, 1960, 1991, 1991, 2100],
    },
    latencyP95Ms: {
      edges: [
        114.2, 119.25, 124.3, 129.35, 134.4, 139.45, 144.5, 149.55, 154.6, 159.65, 164.7, 169.75, 174.8,
      ],
      counts: [2, 3, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1],
      sample: [114.2, 118.8, 119.5, 120.5, 123.9, 124.5, 131, 134.9, 163.5, 174.8],
    },
    availability: {
      edges: [
        0.95676, 0.9588625, 0.960965, 0.9630675, 0.96517, 0.9672725, 0.969375, 0.9714775, 0.97358, 0.9756825,
        0.977785, 0.9798875, 0.98199,
      ],
      counts: [2, 0, 0, 1, 0, 0, 0, 0, 0, 2, 2, 3],
      sample: [0.95676, 0.95676, 0.96397, 0.97598, 0.97598, 0.97838, 0.97838, 0.98035, 0.98035, 0.98199],
    },
    front: [
      {
        costPerMonth: 1571,
        latencyP95Ms: 174.8,
        availability: 0.97598,
        design: "dns · web 9×4 · db 4 · kv 1",
      },
      { costPerMonth: 1711, latencyP95Ms: 131, availability: 0.95676, design: "dns · web 5×8 · db 4 · kv 1" },
      {
        costPerMonth: 1711,
        latencyP95Ms: 134.9,
        availability: 0.97838,
        design: "dns · web 10×4 · db 4 · kv 1",
      },
      {
        costPerMonth: 1851,
        latencyP95Ms: 123.9,
        availability: 0.98035,
        design: "dns · web 11×4 · db 4 · kv 1",
      },
      {
        costPerMonth: 1960,
        latencyP95Ms: 120.5,
        availability: 0.95676,
        design: "dns · web 5×8 · db 8 · kv 1",
      },
      {
        costPerMonth: 1991,
        latencyP95Ms: 118.8,
        availability: 0.96397,
        design: "dns · web 6×8 · db 4 · kv 1",
      },
      {
        costPerMonth: 1991,
        latencyP95Ms: 119.5,
        availability: 0.98199,
        design: "dns · web 12×4 · db 4 · kv 1",
      },
      {
        costPerMonth: 2100,
        latencyP95Ms: 114.2,
        availability: 0.98035,
        design: "dns · web 11×4 · db 8 · kv 1",
      },
    ],
  },
  {
    level: 4,
    passing: 48,
    costPerMonth: {
      edges: [
        2545, 2593.75, 2642.5, 2691.25, 2740, 2788.75, 2837.5, 2886.25, 2935, 2983.75, 3032.5, 3081.25, 3130,
      ],
      counts: [12, 0, 0, 0, 0, 6, 6, 0, 0, 0, 12, 12],
      sample: [
        2545, 2545, 2545, 2545, 2545, 2545, 2570, 2570, 2570, 2570, 2570, 2570, 2825, 2825, 2825, 2825, 2825,
        2825, 2850, 2850, 2850, 2850, 2850, 2850, 3045, 3045, 3045, 3045, 3045, 3045, 3070, 3070, 3070, 3070,
        3070, 3070, 3105, 3105, 3105, 3105, 3105, 3105, 3130, 3130, 3130, 3130, 3130, 3130,
      ],
    },
    latencyP95Ms: {
      edges: [
        110.7, 112.808, 114.917, 117.025, 119.133, 121.242, 123.35, 125.458, 127.567, 129.675, 131.783,
        133.892, 136,
      ],
      counts: [10, 0, 2, 8, 2, 0, 2, 0, 0, 0, 20, 4],
      sample: [
        110.7, 110.7, 110.7, 110.7, 110.7, 110.7, 111.4, 111.4, 112.2, 112.2, 115.6, 115.6, 118, 118, 118,
        118, 118.1, 118.1, 118.9, 118.9, 119.7, 119.7, 123.4, 123.4, 131.9, 131.9, 131.9, 131.9, 132, 132,
        132.1, 132.1, 132.1, 132.1, 132.1, 132.1, 132.4, 132.4, 132.5, 132.5, 132.9, 132.9, 133.1, 133.1,
        135.8, 135.8, 136, 136,
      ],
    },
    availability: {
      edges: [
        0.98967, 0.9905308, 0.9913917, 0.9922525, 0.9931133, 0.9939742, 0.994835, 0.9956958, 0.9965567,
        0.9974175, 0.9982783, 0.9991392, 1,
      ],
      counts: [2, 2, 0, 0, 0, 4, 0, 0, 4, 4, 8, 24],
      sample: [
        0.98967, 0.98967, 0.99082, 0.99082, 0.9941, 0.9941, 0.9941, 0.9941, 0.99659, 0.99659, 0.99697,
        0.99697, 0.99805, 0.99805, 0.99805, 0.99805, 0.9983, 0.9983, 0.99849, 0.99849, 0.99903, 0.99903,
        0.99903, 0.99903, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    front: [
      {
        costPerMonth: 2545,
        latencyP95Ms: 132.1,
        availability: 0.99903,
        design: "dns · lb 1 interval=5s · web 14×4 · db 8 · kv 1",
      },
      {
        costPerMonth: 2545,
        latencyP95Ms: 132.5,
        availability: 1,
        design: "dns · lb 1 interval=5s retry · web 14×4 · db 8 · kv 1",
      },
      {
        costPerMonth: 2825,
        latencyP95Ms: 118,
        availability: 0.9983,
        design: "dns · lb 1 interval=5s · web 8×8 · db 8 · kv 1",
      },
      {
        costPerMonth: 2825,
        latencyP95Ms: 118.9,
        availability: 1,
        design: "dns · lb 1 interval=5s retry · web 8×8 · db 8 · kv 1",
      },
      {
        costPerMonth: 3105,
        latencyP95Ms: 110.7,
        availability: 0.99849,
        design: "dns · lb 1 interval=5s · web 9×8 · db 8 · kv 1",
      },
      {
        costPerMonth: 3105,
        latencyP95Ms: 111.4,
        availability: 1,
        design: "dns · lb 1 interval=5s retry · web 9×8 · db 8 · kv 1",
      },
    ],
  },
  {
    level: 5,
    passing: 128,
    costPerMonth: {
      edges: [
        3381, 3422.67, 3464.33, 3506, 3547.67, 3589.33, 3631, 3672.67, 3714.33, 3756, 3797.67, 3839.33, 3881,
      ],
      counts: [8, 8, 0, 8, 0, 16, 16, 0, 32, 0, 0, 40],
      sample: [
        3381, 3381, 3381, 3456, 3456, 3456, 3456, 3506, 3506, 3506, 3594, 3594, 3594, 3630, 3630, 3630, 3631,
        3631, 3631, 3631, 3631, 3631, 3730, 3730, 3730, 3731, 3731, 3731, 3731, 3731, 3731, 3731, 3755, 3755,
        3755, 3867, 3867, 3867, 3879, 3879, 3879, 3880, 3880, 3880, 3880, 3880, 3880, 3880, 3881, 3881, 3881,
      ],
    },
    latencyP95Ms: {
      edges: [
        112.6, 114.158, 115.717, 117.275, 118.833, 120.392, 121.95, 123.508, 125.067, 126.625, 128.183,
        129.742, 131.3,
      ],
      counts: [94, 2, 0, 0, 0, 0, 16, 0, 0, 0, 0, 16],
      sample: [
        112.6, 112.6, 112.7, 113.2, 113.2, 113.2, 113.2, 113.2, 113.3, 113.3, 113.3, 113.3, 113.3, 113.4,
        113.5, 113.5, 113.5, 113.5, 113.5, 113.5, 113.6, 113.6, 113.6, 113.6, 113.6, 114, 114, 114, 114,
        114.1, 114.1, 114.1, 114.1, 114.1, 114.1, 114.1, 114.1, 114.2, 123.2, 123.2, 123.3, 123.3, 123.3,
        123.3, 131, 131, 131.1, 131.1, 131.1, 131.3, 131.3,
      ],
    },
    availability: {
      edges: [0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128],
      sample: [
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
        0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993, 0.993,
      ],
    },
    front: [
      {
        costPerMonth: 3381,
        latencyP95Ms: 123.2,
        availability: 0.993,
        design: "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 4×2 zones=B fresh · kv 1",
      },
      {
        costPerMonth: 3506,
        latencyP95Ms: 114,
        availability: 0.993,
        design: "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 5×2 zones=B fresh · kv 1",
      },
      {
        costPerMonth: 3631,
        latencyP95Ms: 113.2,
        availability: 0.993,
        design: "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 3×4 zones=B fresh recovery · kv 1",
      },
      {
        costPerMonth: 3881,
        latencyP95Ms: 112.6,
        availability: 0.993,
        design: "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 4×4 zones=B fresh recovery · kv 1",
      },
    ],
  },
  {
    level: 6,
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
        84.1, 84.2, 84.9, 85.1, 85.4, 86.4, 87.1, 88.1, 88.6, 90.3, 91.3, 92.5, 93.3, 93.9, 100.4, 100.8,
        100.9, 101, 101.3, 101.4, 101.6, 102, 102.1, 102.5, 102.7, 103, 103.3, 104.9, 105.4, 105.8, 106.6,
        110.2, 114.7, 117.9,
      ],
    },
    availability: {
      edges: [
        0.99608, 0.9964067, 0.9967333, 0.99706, 0.9973867, 0.9977133, 0.99804, 0.9983667, 0.9986933, 0.99902,
        0.9993467, 0.9996733, 1,
      ],
      counts: [60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1182],
      sample: [
        0.99608, 0.99608, 0.99608, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
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
  },
  {
    level: 7,
    passing: 118,
    costPerMonth: {
      edges: [13902, 13993, 14084, 14175, 14266, 14357, 14448, 14539, 14630, 14721, 14812, 14903, 14994],
      counts: [10, 16, 2, 12, 16, 2, 12, 16, 2, 12, 16, 2],
      sample: [
        13902, 13902, 13902, 13902, 13906, 13997, 13997, 13997, 13997, 13997, 13997, 14154, 14182, 14182,
        14182, 14182, 14186, 14277, 14277, 14277, 14277, 14277, 14277, 14281, 14434, 14462, 14462, 14462,
        14462, 14529, 14557, 14557, 14557, 14557, 14557, 14557, 14561, 14714, 14742, 14742, 14742, 14742,
        14809, 14837, 14837, 14837, 14837, 14837, 14837, 14841, 14994,
      ],
    },
    latencyP95Ms: {
      edges: [
        188.4, 188.908, 189.417, 189.925, 190.433, 190.942, 191.45, 191.958, 192.467, 192.975, 193.483,
        193.992, 194.5,
      ],
      counts: [28, 26, 4, 26, 0, 4, 0, 18, 8, 0, 0, 4],
      sample: [
        188.4, 188.4, 188.4, 188.4, 188.4, 188.4, 188.4, 188.4, 188.5, 188.6, 188.6, 188.9, 189, 189, 189,
        189, 189, 189, 189, 189, 189.1, 189.1, 189.2, 189.7, 189.7, 190, 190, 190, 190, 190, 190, 190, 190,
        190.2, 190.3, 190.4, 191.2, 191.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.2, 192.6,
        192.8, 192.8, 194.5, 194.5,
      ],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 118],
      sample: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    front: [
      {
        costPerMonth: 13902,
        latencyP95Ms: 192.2,
        availability: 1,
        design:
          "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 11×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 14182,
        latencyP95Ms: 190,
        availability: 1,
        design:
          "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 12×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 14462,
        latencyP95Ms: 189,
        availability: 1,
        design:
          "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 13×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 14742,
        latencyP95Ms: 188.4,
        availability: 1,
        design:
          "dns · cdn static ttl=1d versioned fallback prefetch · lb 2 interval=10s retry · web 14×8 · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
    ],
  },
  {
    level: 8,
    passing: 864,
    costPerMonth: {
      edges: [4441, 4512.5, 4584, 4655.5, 4727, 4798.5, 4870, 4941.5, 5013, 5084.5, 5156, 5227.5, 5299],
      counts: [2, 32, 98, 40, 164, 26, 68, 84, 72, 124, 118, 36],
      sample: [
        4441, 4524, 4585, 4621, 4637, 4641, 4644, 4645, 4658, 4663, 4731, 4735, 4756, 4757, 4758, 4760, 4765,
        4776, 4779, 4783, 4840, 4870, 4874, 4881, 4897, 4953, 4960, 4971, 4995, 4996, 5040, 5044, 5048, 5073,
        5087, 5092, 5103, 5108, 5110, 5113, 5138, 5155, 5161, 5174, 5190, 5203, 5211, 5218, 5228, 5288, 5299,
      ],
    },
    latencyP95Ms: {
      edges: [
        80.5, 82.983, 85.467, 87.95, 90.433, 92.917, 95.4, 97.883, 100.367, 102.85, 105.333, 107.817, 110.3,
      ],
      counts: [464, 238, 150, 0, 0, 0, 6, 0, 0, 0, 0, 6],
      sample: [
        80.5, 80.5, 80.5, 80.5, 80.5, 80.6, 80.6, 81, 81, 81, 81, 81.1, 81.1, 81.1, 81.1, 81.2, 81.2, 81.2,
        81.2, 81.2, 81.2, 81.2, 81.3, 82.9, 82.9, 82.9, 82.9, 83, 83, 83, 83.1, 83.1, 83.2, 83.3, 83.3, 83.3,
        83.3, 83.3, 83.3, 83.5, 83.6, 86.4, 86.4, 86.4, 86.6, 86.8, 86.8, 87.1, 87.5, 87.6, 110.3,
      ],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 864],
      sample: [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    front: [
      {
        costPerMonth: 4441,
        latencyP95Ms: 97,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 15×8 target=70 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 4522,
        latencyP95Ms: 83.3,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 target=70 max=16 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 4585,
        latencyP95Ms: 81.9,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 17×8 target=70 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 4617,
        latencyP95Ms: 81.3,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 target=70 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 4637,
        latencyP95Ms: 81.2,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 target=70 min=4 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 4780,
        latencyP95Ms: 81.1,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 target=70 min=6 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 5039,
        latencyP95Ms: 80.6,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 target=60 max=20 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
      {
        costPerMonth: 5087,
        latencyP95Ms: 80.5,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 target=60 max=24 · sessions node · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1",
      },
    ],
  },
  {
    level: 9,
    passing: 120,
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
        210.2, 211.108, 212.017, 212.925, 213.833, 214.742, 215.65, 216.558, 217.467, 218.375, 219.283,
        220.192, 221.1,
      ],
      counts: [22, 12, 22, 0, 24, 0, 12, 0, 0, 14, 0, 14],
      sample: [
        210.2, 210.2, 210.2, 210.2, 210.7, 210.7, 210.7, 210.7, 210.7, 210.7, 211.8, 211.8, 211.9, 211.9,
        211.9, 212.2, 212.2, 212.3, 212.3, 212.8, 212.8, 212.9, 212.9, 212.9, 213.9, 213.9, 213.9, 213.9,
        213.9, 213.9, 213.9, 214, 214, 214, 215.8, 215.8, 215.8, 215.8, 215.8, 218.8, 218.8, 218.8, 218.8,
        218.8, 218.9, 220.9, 221, 221, 221, 221, 221.1,
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
    front: [
      {
        costPerMonth: 10611,
        latencyP95Ms: 218.8,
        availability: 0.95627,
        design:
          "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 10611,
        latencyP95Ms: 218.9,
        availability: 0.9564,
        design:
          "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 15×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 10891,
        latencyP95Ms: 213.9,
        availability: 0.95627,
        design:
          "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 10891,
        latencyP95Ms: 214,
        availability: 0.9564,
        design:
          "dns geo ttl=30s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 10891,
        latencyP95Ms: 215.9,
        availability: 0.96572,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 16×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11171,
        latencyP95Ms: 211.8,
        availability: 0.95627,
        design:
          "dns geo ttl=30s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11171,
        latencyP95Ms: 213.9,
        availability: 0.96559,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11171,
        latencyP95Ms: 214,
        availability: 0.96572,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 17×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11451,
        latencyP95Ms: 212.8,
        availability: 0.96559,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11451,
        latencyP95Ms: 212.9,
        availability: 0.96572,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 18×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11731,
        latencyP95Ms: 212.2,
        availability: 0.96559,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
      {
        costPerMonth: 11731,
        latencyP95Ms: 212.3,
        availability: 0.96572,
        design:
          "dns geo ttl=10s · sync async · tools deploy=automated smoke · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · @korea · lb 2 interval=10s retry · web 19×8 · sessions pair · cache 3 invalidate zones=2 · db 0 + 3×4 zones=B",
      },
    ],
  },
  {
    level: 10,
    passing: 205,
    costPerMonth: {
      edges: [
        6291, 6398.75, 6506.5, 6614.25, 6722, 6829.75, 6937.5, 7045.25, 7153, 7260.75, 7368.5, 7476.25, 7584,
      ],
      counts: [13, 6, 12, 8, 4, 37, 18, 13, 23, 8, 33, 30],
      sample: [
        6291, 6322, 6366, 6390, 6435, 6553, 6577, 6597, 6643, 6712, 6756, 6851, 6851, 6851, 6851, 6851, 6893,
        6907, 6915, 6927, 6946, 6964, 6995, 7008, 7058, 7104, 7137, 7150, 7192, 7211, 7222, 7227, 7232, 7270,
        7308, 7411, 7411, 7411, 7411, 7411, 7451, 7467, 7474, 7485, 7506, 7524, 7541, 7555, 7560, 7563, 7584,
      ],
    },
    latencyP95Ms: {
      edges: [
        78.9, 78.992, 79.083, 79.175, 79.267, 79.358, 79.45, 79.542, 79.633, 79.725, 79.817, 79.908, 80,
      ],
      counts: [19, 0, 0, 79, 0, 0, 0, 0, 0, 0, 0, 107],
      sample: [
        78.9, 78.9, 78.9, 78.9, 78.9, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2,
        79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 79.2, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80,
        80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80,
      ],
    },
    availability: {
      edges: [
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 205],
      sample: [
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
        0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979, 0.99979,
      ],
    },
    front: [
      {
        costPerMonth: 6291,
        latencyP95Ms: 80,
        availability: 0.99979,
        design:
          "dns · lb 2 interval=10s retry · web 8×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
      },
      {
        costPerMonth: 6851,
        latencyP95Ms: 79.2,
        availability: 0.99979,
        design:
          "dns · lb 2 interval=10s retry · web 10×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
      },
      {
        costPerMonth: 7411,
        latencyP95Ms: 78.9,
        availability: 0.99979,
        design:
          "dns · lb 2 interval=10s retry · web 12×8 · sessions pair · cache 3 invalidate zones=2 · db 4 + 3×4 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 8×8",
      },
    ],
  },
  {
    level: 11,
    passing: 2,
    costPerMonth: {
      edges: [
        13342, 13348.25, 13354.5, 13360.75, 13367, 13373.25, 13379.5, 13385.75, 13392, 13398.25, 13404.5,
        13410.75, 13417,
      ],
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      sample: [13342, 13417],
    },
    latencyP95Ms: {
      edges: [79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1, 79.1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [79.1, 79.1],
    },
    availability: {
      edges: [
        0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632, 0.99632,
        0.99632, 0.99632,
      ],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      sample: [0.99632, 0.99632],
    },
    front: [
      {
        costPerMonth: 13342,
        latencyP95Ms: 79.1,
        availability: 0.99632,
        design:
          "dns · tools logs=sampled metrics=hosts business ci=canary · lb 2 interval=10s retry · web 15×16 · sessions pair · cache 3 invalidate zones=2 · db 8 + 3×8 zones=B · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14",
      },
    ],
  },
  {
    level: 12,
    passing: 62,
    costPerMonth: {
      edges: [32147, 32481, 32815, 33149, 33483, 33817, 34151, 34485, 34819, 35153, 35487, 35821, 36155],
      counts: [2, 0, 2, 0, 0, 14, 0, 0, 14, 0, 0, 30],
      sample: [
        32147, 32147, 33146, 34143, 34143, 34143, 34143, 34143, 34149, 34149, 34149, 34149, 34149, 34149,
        34149, 35142, 35142, 35142, 35142, 35142, 35148, 35148, 35148, 35148, 35148, 35148, 36139, 36139,
        36139, 36139, 36139, 36139, 36139, 36139, 36139, 36147, 36147, 36147, 36147, 36147, 36147, 36147,
        36147, 36147, 36147, 36147, 36147, 36147, 36155, 36155, 36155,
      ],
    },
    latencyP95Ms: {
      edges: [
        95.7, 96.375, 97.05, 97.725, 98.4, 99.075, 99.75, 100.425, 101.1, 101.775, 102.45, 103.125, 103.8,
      ],
      counts: [30, 24, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4],
      sample: [
        95.7, 95.7, 95.8, 95.9, 95.9, 96, 96, 96, 96, 96, 96.1, 96.1, 96.1, 96.1, 96.1, 96.2, 96.2, 96.2,
        96.2, 96.2, 96.2, 96.2, 96.2, 96.2, 96.2, 96.4, 96.4, 96.4, 96.4, 96.4, 96.5, 96.5, 96.5, 96.6, 96.6,
        96.6, 96.6, 96.6, 96.6, 96.6, 96.6, 96.9, 96.9, 97, 97.1, 97.1, 97.2, 97.2, 103.5, 103.7, 103.8,
      ],
    },
    availability: {
      edges: [
        0.99996, 0.9999633, 0.9999667, 0.99997, 0.9999733, 0.9999767, 0.99998, 0.9999833, 0.9999867, 0.99999,
        0.9999933, 0.9999967, 1,
      ],
      counts: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60],
      sample: [
        0.99996, 0.99996, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ],
    },
    front: [
      {
        costPerMonth: 32147,
        latencyP95Ms: 103.5,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 salt=16 counter feed",
      },
      {
        costPerMonth: 34143,
        latencyP95Ms: 96,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 12×8 salt=16",
      },
      {
        costPerMonth: 36139,
        latencyP95Ms: 95.7,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 16×8 salt=16",
      },
    ],
  },
  {
    level: 12.5,
    passing: 6,
    costPerMonth: {
      edges: [32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147, 32147],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [32147, 32147, 32147, 32147, 32147, 32147],
    },
    latencyP95Ms: {
      edges: [101.4, 101.45, 101.5, 101.55, 101.6, 101.65, 101.7, 101.75, 101.8, 101.85, 101.9, 101.95, 102],
      counts: [2, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      sample: [101.4, 101.4, 101.5, 101.5, 101.7, 102],
    },
    availability: {
      edges: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6],
      sample: [1, 1, 1, 1, 1, 1],
    },
    front: [
      {
        costPerMonth: 32147,
        latencyP95Ms: 101.4,
        availability: 1,
        design:
          "dns · lb 2 interval=10s retry · web 24×32 local=2s · sessions pair · cache 8 invalidate zones=2 · kv 1 · shards 8×8 salt=16 counter feed",
      },
    ],
  },
  {
    level: 13,
    passing: 2056,
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
      edges: [
        223.2, 223.283, 223.367, 223.45, 223.533, 223.617, 223.7, 223.783, 223.867, 223.95, 224.033, 224.117,
        224.2,
      ],
      counts: [960, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1096],
      sample: [
        223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2,
        223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 223.2, 224.2, 224.2, 224.2, 224.2,
        224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2,
        224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2, 224.2,
      ],
    },
    availability: {
      edges: [
        0.98044, 0.9810633, 0.9816867, 0.98231, 0.9829333, 0.9835567, 0.98418, 0.9848033, 0.9854267, 0.98605,
        0.9866733, 0.9872967, 0.98792,
      ],
      counts: [24, 0, 768, 56, 384, 0, 8, 48, 0, 0, 0, 768],
      sample: [
        0.98044, 0.98194, 0.98194, 0.98194, 0.98206, 0.98206, 0.98206, 0.98212, 0.98212, 0.98212, 0.98212,
        0.98212, 0.98212, 0.98212, 0.98212, 0.98212, 0.98212, 0.98212, 0.98212, 0.98212, 0.98285, 0.98329,
        0.98329, 0.98341, 0.98346, 0.98346, 0.98346, 0.98346, 0.98346, 0.98346, 0.98438, 0.98489, 0.98774,
        0.98774, 0.98774, 0.98786, 0.98786, 0.98786, 0.98792, 0.98792, 0.98792, 0.98792, 0.98792, 0.98792,
        0.98792, 0.98792, 0.98792, 0.98792, 0.98792, 0.98792, 0.98792,
      ],
    },
    front: [
      {
        costPerMonth: 45450,
        latencyP95Ms: 223.2,
        availability: 0.98792,
        design:
          "dns geo ttl=10s · cdn static fallback · sync async · tools deploy=automated smoke · lb 1 interval=10s retry · web 44×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 44×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×8 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
      },
    ],
  },
];
