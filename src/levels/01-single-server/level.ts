import { type Level, pick, toggle } from "../../game/index.ts";
import { design, mixed, patientClients, photoData } from "../../sim/index.ts";

/** A hundred requests a second, six hundred while the front page shows it. */
const requestsPerSec = [
  [0, 100],
  [300, 100],
  [300, 600],
  [380, 600],
  [380, 100],
] as const;

export const level: Level = {
  id: "01-single-server",
  number: 1,
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: mixed(requestsPerSec, { page: 0.85, write: 0.15 }, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: [
      { label: "front-page", what: "news", atSec: 300, untilSec: 380 },
      { label: "restart", what: "restart", tier: "box", atSec: 480, durationSec: 15 },
    ],
  },
  start: design("empty"),
  shop: [toggle("dns.domain"), pick("box.size", [0, 1, 2, 4, 32])],
  budget: 150,
  goals: [
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "availability", atLeast: 0.97 },
  ],
  stars: {
    two: { goals: [{ indicator: "costPerMonth", atMost: 80 }], design: design("dns · box 2") },
    three: {
      goals: [{ indicator: "costPerMonth", atMost: 80 }],
      design: design("dns · box 2"),
      task: { kind: "order", id: "request-flow", steps: ["name", "address", "request", "answer"] },
    },
  },
  prediction: {
    kind: "number",
    speaksOf: ({ dns, sites }) => dns.domain && sites[0].box.size > 0,
    truth: { run: ({ series }) => 100 * Math.max(...series("box.utilization")) },
    withinFactor: 1.35,
  },
  concept: ({ dns, sites }) => dns.domain && sites[0].box.size >= 2,
  lesson: design("dns · box 2"),
  alsoPasses: design("dns · box 4"),
  biggerBox: design("dns · box 32"),
  wrongAnswers: [
    {
      letter: "naive",
      design: design("dns · box 1"),
      fails: {
        misses: ["latencyP95Ms", "availability"],
        by: { place: "box", reason: "timeout" },
        saturates: "box",
      },
    },
    { letter: "A", design: design("dns · box 32"), fails: { overBudget: true } },
    {
      letter: "B",
      design: design("box 2"),
      fails: { misses: ["availability"], by: { place: "dns", reason: "no-domain" } },
    },
    { letter: "C", notOffered: "web.count" },
  ],
};
