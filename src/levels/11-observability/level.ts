import { type Level, pick, toggle } from "../../game/index.ts";
import { design, mixed, patientClients, photoData, type Report } from "../../sim/index.ts";

const system =
  "lb 2 interval=10s retry · web 15×16 · sessions pair · cache 4 zones=2 invalidate · db 8 + 8×8 zones=AB · kv 1 · queue durable attempts=3 dead steps · workers 6×8 max=14";
const withTools = (tools: string) => design(`dns · ${tools === "" ? "" : `tools ${tools} · `}${system}`);

const badBuild = { what: "bad-build", errorShare: 0.2 } as const;
const oneServer = { what: "gray", tier: "web", boxes: 1, errorShare: 0.2 } as const;

/** The server that failed and the build that broke the checkout, as the log of a run names them. */
function culprits({ notes }: Report): string | undefined {
  const found = notes.flatMap((note) => (note.what === "fault-found" ? [note] : []));
  const box = found.find(({ label }) => label.startsWith("one-server-errs"))?.box;
  const build = found.find(({ label }) => label === "checkout-broken")?.build;
  if (box === undefined || build === undefined) return undefined;
  return `${box <= 5 ? "1-to-5" : box <= 10 ? "6-to-10" : "11-to-15"}-build-${build}`;
}

export const level: Level = {
  id: "11-observability",
  number: 11,
  announces: "nothing",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: [
      ...mixed([[0, 100_000]], { page: 0.765, feed: 0.19, write: 0.025, order: 0.02 }, { us: 1 }, 0.3),
      { kind: "photo", curve: [[0, 320]], regions: { us: 1 }, mobileShare: 0.8 },
    ],
    data: photoData,
    clients: patientClients,
    fog: true,
    events: [],
    // The build before the checkout breaks and the server after it, or the other way round.
    drawn: [
      {
        oneOf: [
          { label: "bad-build", ...badBuild, atSec: 100 },
          { label: "bad-build-late", ...badBuild, atSec: 300 },
        ],
        laterSec: 40,
      },
      {
        oneOf: [
          { label: "one-server-errs", ...oneServer, atSec: 100 },
          { label: "one-server-errs-late", ...oneServer, atSec: 360 },
        ],
        laterSec: 40,
      },
      {
        oneOf: [{ label: "checkout-broken", what: "bad-build", errorShare: 0.3, silent: true, atSec: 200 }],
        laterSec: 40,
      },
      {
        oneOf: [{ label: "replica-disk-fills", what: "disk-fills", atSec: 280, untilSec: 400 }],
        laterSec: 40,
      },
      {
        oneOf: [{ label: "second-disk-fills", what: "disk-fills", atSec: 340, untilSec: 460 }],
        laterSec: 40,
      },
    ],
  },
  start: withTools(""),
  shop: [
    pick("tools.logs", ["none", "sampled", "full"]),
    pick("tools.metrics", ["none", "hosts", "tiers"]),
    toggle("tools.business"),
    toggle("tools.traces"),
    pick("tools.ci", ["none", "rollback", "canary"]),
  ],
  budget: 18_400,
  goals: [
    { indicator: "availability", atLeast: 0.9961 },
    { indicator: "ordersShare", atLeast: 0.96 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "timeToDetectSecMean", atMost: 35 }],
      design: withTools("logs=sampled metrics=tiers business ci=canary"),
    },
    three: {
      audit: true,
      goals: [{ indicator: "timeToDetectSecMean", atMost: 25 }],
      design: withTools("logs=sampled metrics=tiers business traces ci=canary"),
      task: {
        kind: "choice",
        id: "culprits",
        options: ["1-to-5", "6-to-10", "11-to-15"].flatMap((servers) => [
          `${servers}-build-1`,
          `${servers}-build-2`,
        ]),
        answer: culprits,
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
    (tools.logs !== "none" || tools.traces) &&
    tools.metrics !== "none" &&
    tools.business &&
    tools.ci !== "none",
  lesson: withTools("logs=sampled metrics=tiers business ci=canary"),
  alsoPasses: withTools("metrics=tiers business traces ci=canary"),
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
