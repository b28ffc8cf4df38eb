import { type Level, needing, pick, toggle } from "../../game/index.ts";
import { type Curve, type Design, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const photosPerSec: Curve = [
  [0, 320],
  [200, 320],
  [200, 1_200],
  [260, 1_200],
  [260, 320],
];

const queued = (d: Design) => d.sites[0].queue.kind !== "none";
const code = "a-queue";
const front = "dns · lb 2 interval=10s retry";
const rest = "sessions pair · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1";
const build = (web: number, queue: string) =>
  design(`${front} · web ${web}×8 · ${rest}${queue === "" ? "" : ` · ${queue}`}`);

export const level: Level = {
  id: "10-message-queue",
  number: 10,
  announces: "kinds",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: [
      ...mixed([[0, 30_000]], { page: 0.76, feed: 0.19, write: 0.05 }, { us: 1 }, 0.3),
      { kind: "photo", curve: photosPerSec, regions: { us: 1 }, mobileShare: 0.8 },
    ],
    data: photoData,
    clients: patientClients,
    events: [
      { label: "poison-photo", what: "poison", messages: 16, atSec: 120, untilSec: 480 },
      { label: "filter-viral", what: "news", atSec: 200, untilSec: 260 },
    ],
    // While much is waiting the broker restarts, and a box dies, on either side of the queue.
    drawn: [
      {
        oneOf: [{ label: "broker-restart", what: "restart", tier: "queue", durationSec: 5, atSec: 250 }],
        laterSec: 20,
      },
      {
        oneOf: [
          { label: "worker-dies", what: "crash", tier: "workers", boxes: 1, atSec: 300, untilSec: 390 },
          { label: "web-box-dies", what: "crash", tier: "web", boxes: 1, atSec: 300, untilSec: 390 },
        ],
        laterSec: 60,
      },
    ],
  },
  start: build(8, ""),
  shop: [
    pick("queue.kind", ["none", "memory", "durable"]),
    needing(pick("queue.ack", ["receipt", "done"]), code, queued),
    needing(pick("queue.attempts", [0, 3, 5]), code, queued),
    needing(toggle("queue.dead"), code, queued),
    needing(toggle("queue.steps"), code, queued),
    needing(pick("workers.count", [0, 4, 6, 8, 10, 18]), code, queued),
    needing(pick("workers.max", [0, 10, 14, 18]), code, queued),
    pick("web.count", [8, 10, 12, 14, 18]),
  ],
  budget: 8_900,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "photoReadyP95Sec", atMost: 70 },
    { indicator: "lostJobs", atMost: 0 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "photoReadyP95Sec", atMost: 60 }],
      design: build(8, "queue durable attempts=3 dead · workers 6×8 max=14"),
    },
    three: {
      audit: true,
      goals: [{ indicator: "duplicateJobs", atMost: 0 }],
      design: build(8, "queue durable attempts=3 dead steps · workers 6×8 max=14"),
    },
  },
  prediction: {
    kind: "number",
    speaksOf: queued,
    truth: { run: ({ series }) => Math.max(...series("queue.depth")) },
    withinFactor: 1.3,
  },
  concept: queued,
  lesson: build(8, "queue durable attempts=3 dead · workers 6×8 max=14"),
  alsoPasses: build(8, "queue durable attempts=3 dead · workers 8×8 max=14"),
  biggerBox: build(18, ""),
  wrongAnswers: [
    { letter: "naive", design: build(18, ""), fails: { misses: ["latencyP95Ms"], saturates: "web" } },
    {
      letter: "A",
      design: build(8, "queue durable attempts=3 dead · workers 4×8"),
      fails: { misses: ["photoReadyP95Sec"], saturates: "workers" },
    },
    {
      letter: "B",
      design: build(8, "queue memory attempts=3 dead · workers 6×8 max=14"),
      fails: { misses: ["lostJobs"] },
    },
    {
      letter: "C",
      design: build(8, "queue durable ack=receipt attempts=3 dead · workers 6×8 max=14"),
      fails: { misses: ["lostJobs"] },
    },
    {
      letter: "D",
      design: build(8, "queue durable · workers 6×8"),
      fails: { misses: ["photoReadyP95Sec"] },
    },
    {
      letter: "E",
      design: build(8, "queue durable attempts=3 dead · workers 18×8"),
      fails: { overBudget: true },
    },
  ],
};
