import { type Level, pick, toggle } from "../../game/index.ts";
import { design, mixed, patientClients, photoData } from "../../sim/index.ts";

const system =
  "lb 2 interval=10s retry · web 15×16 · sessions pair · cache 4 zones=2 invalidate · db 8 + 8×8 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14";
const withTools = (tools: string) => design(`dns · ${tools === "" ? "" : `tools ${tools} · `}${system}`);

export const level: Level = {
  id: "11-observability",
  number: 11,
  announces: "nothing",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: [
      ...mixed([[0, 100_000]], { page: 0.76, feed: 0.19, write: 0.03, order: 0.02 }, { us: 1 }, 0.3),
      { kind: "photo", curve: [[0, 320]], regions: { us: 1 }, mobileShare: 0.8 },
    ],
    data: photoData,
    clients: patientClients,
    fog: true,
    events: [
      { label: "bad-build", what: "bad-build", errorShare: 0.2, atSec: 120 },
      { label: "checkout-broken", what: "bad-build", errorShare: 0.3, silent: true, atSec: 240 },
      { label: "one-server-errs", what: "gray", tier: "web", boxes: 1, errorShare: 0.3, atSec: 300 },
      { label: "replica-disk-fills", what: "disk-fills", atSec: 380, untilSec: 510 },
    ],
  },
  start: withTools(""),
  shop: [
    pick("tools.logs", ["none", "sampled", "full"]),
    pick("tools.metrics", ["none", "hosts", "tiers"]),
    toggle("tools.business"),
    pick("tools.ci", ["none", "rollback", "canary"]),
  ],
  budget: 18_100,
  goals: [
    { indicator: "availability", atLeast: 0.9957 },
    { indicator: "ordersShare", atLeast: 0.96 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "timeToDetectSecMean", atMost: 45 }],
      design: withTools("logs=sampled metrics=tiers business ci=canary"),
    },
    three: {
      audit: true,
      goals: [{ indicator: "timeToDetectSecMean", atMost: 45 }],
      design: withTools("logs=sampled metrics=tiers business ci=canary"),
      task: {
        kind: "choice",
        id: "culprits",
        options: ["server-4-build-2", "server-4-build-1", "server-11-build-2", "server-9-build-1"],
        answer: "server-4-build-2",
      },
    },
  },
  prediction: {
    kind: "choice",
    options: ["within-a-minute", "minutes", "complaints"],
    truth: {
      run: ({ report }) => {
        const sec = report.indicators.timeToDetectSecMean ?? 0;
        return sec < 60 ? "within-a-minute" : sec < 150 ? "minutes" : "complaints";
      },
    },
  },
  concept: ({ tools }) =>
    tools.logs !== "none" && tools.metrics !== "none" && tools.business && tools.ci !== "none",
  lesson: withTools("logs=sampled metrics=tiers business ci=canary"),
  alsoPasses: withTools("logs=sampled metrics=hosts business ci=canary"),
  biggerBox: design(`dns · ${system.replace("15×16", "15×32")}`),
  wrongAnswers: [
    { letter: "naive", design: withTools(""), fails: { misses: ["availability", "ordersShare"] } },
    { letter: "A", design: withTools("metrics=hosts"), fails: { misses: ["availability", "ordersShare"] } },
    {
      letter: "B",
      design: withTools("logs=sampled metrics=tiers ci=canary"),
      fails: { misses: ["ordersShare"] },
    },
    {
      letter: "C",
      design: withTools("logs=full metrics=tiers business ci=canary"),
      fails: { overBudget: true },
    },
    {
      letter: "D",
      design: withTools("logs=sampled metrics=tiers business ci=rollback"),
      fails: { misses: ["availability"] },
    },
  ],
};
