import { count, failedShare, type Level, pick } from "../../game/index.ts";
import { type Curve, design, mixed, patientClients, photoData } from "../../sim/index.ts";

/** A quiet week, the advert, and those who stay. */
const requestsPerSec: Curve = [
  [0, 2_500],
  [200, 3_000],
  [330, 16_000],
  [450, 16_000],
  [450, 9_000],
];

export const level: Level = {
  id: "03-scaling",
  number: 3,
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: mixed(requestsPerSec, { page: 0.88, write: 0.12 }, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: [
      { label: "advert", what: "news", atSec: 200 },
      { label: "peak", what: "news", atSec: 330, untilSec: 450 },
      { label: "box-down", what: "crash", tier: "web", boxes: 1, atSec: 420, untilSec: 520 },
    ],
  },
  start: design("dns · web 1×4 · db 2 · kv 1"),
  shop: [count("web.count", 1, 12), pick("web.size", [2, 4, 8, 16, 32]), pick("db.size", [2, 4, 8, 16])],
  budget: 2_400,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.95 },
    { indicator: "worstTickAvailability", atLeast: 0.1 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "availability", atLeast: 0.97 }],
      design: design("dns · web 11×4 · db 8 · kv 1"),
    },
    three: {
      goals: [
        { indicator: "availability", atLeast: 0.97 },
        { indicator: "costPerMonth", atMost: 2_200 },
      ],
      design: design("dns · web 11×4 · db 8 · kv 1"),
    },
  },
  prediction: {
    kind: "number",
    truth: { run: ({ series }) => 100 * failedShare(series, 420, 520) },
    withinFactor: 1.25,
  },
  concept: ({ sites: [home] }) => home.web.count > 1,
  lesson: design("dns · web 6×8 · db 8 · kv 1"),
  alsoPasses: design("dns · web 12×4 · db 8 · kv 1"),
  biggerBox: design("dns · web 1×32 · db 16 · kv 1"),
  wrongAnswers: [
    {
      letter: "naive",
      design: design("dns · web 1×32 · db 8 · kv 1"),
      fails: { misses: ["availability", "latencyP95Ms"], saturates: "web" },
    },
    {
      letter: "A",
      design: design("dns · web 2×32 · db 8 · kv 1"),
      fails: { overBudget: true, misses: ["availability"] },
    },
    {
      letter: "B",
      design: design("dns · web 3×16 · db 8 · kv 1"),
      fails: { misses: ["availability"], by: { place: "web", reason: "box-down" } },
    },
    {
      letter: "C",
      design: design("dns · web 6×8 · db 2 · kv 1"),
      fails: { misses: ["availability"], saturates: "db" },
    },
  ],
};
