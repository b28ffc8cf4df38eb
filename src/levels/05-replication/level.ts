import { count, type Level, pick, toggle } from "../../game/index.ts";
import { type Curve, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 20_000],
  [340, 24_000],
];

export const level: Level = {
  id: "05-replication",
  number: 5,
  announces: "kinds",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: mixed(requestsPerSec, { page: 0.882, own: 0.018, write: 0.1 }, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: [{ label: "replica-down", what: "crash", tier: "replica", boxes: 1, atSec: 100, untilSec: 220 }],
    // The zone of the primary, or the other.
    drawn: [
      {
        oneOf: [
          { label: "flood-a", what: "flood", zone: "A", atSec: 340 },
          { label: "flood-b", what: "flood", zone: "B", atSec: 340 },
        ],
        laterSec: 30,
      },
    ],
  },
  start: design("dns · lb 2 interval=10s retry · web 8×8 · db 8 · kv 1"),
  shop: [
    pick("db.size", [4, 8, 16]),
    count("db.replicas", 0, 8),
    pick("db.replicaSize", [2, 4, 8]),
    pick("db.zones", ["A", "AB", "B"]),
    pick("db.copy", ["async", "semi", "sync"]),
    toggle("db.fresh"),
    pick("db.promote", ["manual", "auto"]),
    toggle("db.recovery"),
  ],
  budget: 4_600,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.985 },
    { indicator: "lostWrites", atMost: 20 },
  ],
  stars: {
    two: {
      // Scripts recover most of what was not yet shipped; a primary that waits for a copy loses nothing.
      goals: [
        { indicator: "staleOwnReadShare", atMost: 0.0005 },
        { indicator: "lostWrites", atMost: 2 },
      ],
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 6×4 zones=AB fresh recovery · kv 1"),
    },
    three: {
      audit: true,
      goals: [{ indicator: "lostWrites", atMost: 0 }],
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 6×4 zones=AB fresh copy=semi · kv 1"),
    },
  },
  prediction: {
    kind: "number",
    // 2,400 writes a second, shipped in 3 ms.
    truth: { stated: 7.2 },
    withinFactor: 1.5,
  },
  concept: ({ sites: [home] }) => home.db.replicas > 1 && home.db.zones !== "A",
  lesson: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 6×4 zones=AB · kv 1"),
  alsoPasses: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 8×2 zones=AB · kv 1"),
  biggerBox: design("dns · lb 2 interval=10s retry · web 8×8 · db 16 · kv 1"),
  wrongAnswers: [
    {
      letter: "naive",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 16 · kv 1"),
      fails: { misses: ["availability", "lostWrites"] },
    },
    {
      letter: "A",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 3×4 · kv 1"),
      fails: { misses: ["availability"] },
    },
    {
      letter: "B",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 1×4 zones=B · kv 1"),
      fails: { misses: ["availability"], saturates: "db" },
    },
    {
      letter: "C",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 2×4 zones=B · kv 1"),
      fails: { misses: ["availability"] },
    },
    {
      letter: "D",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 8 + 1×8 zones=B · kv 1"),
      fails: { misses: ["availability"] },
    },
    {
      letter: "F",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 6×4 zones=B · kv 1"),
      fails: { misses: ["availability", "latencyP95Ms"], saturates: "db" },
    },
    {
      letter: "E",
      design: design("dns · lb 2 interval=10s retry · web 8×8 · db 4 + 8×4 zones=AB · kv 1"),
      fails: { overBudget: true },
    },
  ],
};
