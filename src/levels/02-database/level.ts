import { count, type Level, pick } from "../../game/index.ts";
import { type Curve, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 800],
  [120, 900],
  [600, 1_000],
];
/** An upload of a hundred usage events with every page, once the app begins to send them. */
const uploadsPerSec: Curve = [
  [120, 0],
  [120, 1_000],
];

export const level: Level = {
  id: "02-database",
  number: 2,
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: [
      // 40 % of the reads join tables.
      ...mixed(requestsPerSec, { page: 0.51, feed: 0.34, write: 0.13, order: 0.02 }, { us: 1 }, 0.3),
      { kind: "log", curve: uploadsPerSec, regions: { us: 1 }, mobileShare: 1 },
    ],
    data: photoData,
    clients: patientClients,
    events: [
      { label: "logs-begin", what: "news", atSec: 120 },
      { label: "report-begins", what: "report", cpuShare: 0.5, atSec: 240, untilSec: 330 },
      { label: "report-ends", what: "news", atSec: 330 },
    ],
  },
  start: design("dns · box 2"),
  shop: [
    pick("box.size", [0, 2, 4, 8]),
    count("web.count", 0, 2),
    pick("web.size", [2, 4, 8]),
    pick("db.size", [0, 2, 4]),
    count("kv.nodes", 0, 2),
    pick("kv.holds", ["logs", "everything"]),
  ],
  budget: 540,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.995 },
    { indicator: "logsStoredShare", atLeast: 0.999 },
    { indicator: "oversold", atMost: 0 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "costPerMonth", atMost: 400 }],
      design: design("dns · web 1×4 · db 2 · kv 1"),
    },
    three: {
      goals: [{ indicator: "reportP95Ratio", atMost: 1.15 }],
      design: design("dns · web 1×4 · db 2 · kv 1"),
    },
  },
  prediction: {
    kind: "choice",
    options: ["hardly", "slower", "much-slower"],
    truth: {
      run: ({ report }) => {
        const ratio = report.indicators.reportP95Ratio ?? 1;
        return ratio < 1.35 ? "hardly" : ratio < 3 ? "slower" : "much-slower";
      },
    },
  },
  concept: ({ sites: [home] }) => home.db.size > 0,
  lesson: design("dns · web 1×4 · db 2 · kv 1"),
  alsoPasses: design("dns · web 2×2 · db 2 · kv 1"),
  biggerBox: design("dns · box 8"),
  wrongAnswers: [
    { letter: "naive", design: design("dns · box 8"), fails: { misses: ["latencyP95Ms"], saturates: "box" } },
    {
      letter: "A",
      design: design("dns · web 2×4 · kv 2 everything"),
      fails: { misses: ["oversold"] },
    },
    {
      letter: "A",
      design: design("dns · web 1×4 · kv 2 everything"),
      fails: { misses: ["latencyP95Ms", "oversold"], saturates: "web" },
    },
    {
      letter: "B",
      design: design("dns · web 1×4 · db 2"),
      fails: { misses: ["latencyP95Ms"], saturates: "db" },
    },
    {
      letter: "C",
      design: design("dns · web 1×2 · db 4 · kv 1"),
      fails: { misses: ["availability"], saturates: "web" },
    },
  ],
};
