import { type Level, needing, pick, toggle } from "../../game/index.ts";
import { type Design, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const regions = { us: 0.55, europe: 0.3, asia: 0.15 } as const;
const hasCdn = (d: Design) => d.cdn.assets !== "none";
const code = "a-cdn";
const rest = "cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1";
const balancer = "lb 2 interval=10s retry";

export const level: Level = {
  id: "07-cdn",
  number: 7,
  announces: "kinds",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: [
      ...mixed([[0, 50_000]], { page: 0.76, feed: 0.19, write: 0.05 }, regions, 0.3),
      { kind: "asset", curve: [[0, 50_000]], regions, mobileShare: 0.3 },
    ],
    data: photoData,
    clients: patientClients,
    billBandwidth: true,
    events: [{ label: "rebrand", what: "rebrand", atSec: 300 }],
    // Everywhere for half a minute, or longer where almost a third of the users are.
    drawn: [
      {
        oneOf: [
          { label: "cdn-outage", what: "cdn-outage", atSec: 390, untilSec: 418 },
          { label: "cdn-outage-europe", what: "cdn-outage", region: "europe", atSec: 390, untilSec: 450 },
        ],
        laterSec: 60,
      },
    ],
  },
  start: design(`dns · ${balancer} · web 8×8 · ${rest}`),
  shop: [
    pick("cdn.assets", ["none", "static", "archive"]),
    needing(pick("cdn.ttl", [5, 60, 3_600, 86_400, 31_536_000]), code, hasCdn),
    needing(toggle("cdn.versioned"), code, hasCdn),
    needing(toggle("cdn.purge"), code, hasCdn),
    needing(toggle("cdn.fallback"), code, hasCdn),
    pick("web.count", [8, 9, 10, 11, 12, 16, 20]),
  ],
  budget: 42_900,
  goals: [
    { indicator: "worstRegionPageLoadP95Ms", atMost: 1_000 },
    { indicator: "availability", atLeast: 0.99 },
    { indicator: "staleAssetSecMax", atMost: 90 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "costPerMonth", atMost: 41_500 }],
      design: design(`dns · cdn static versioned fallback · ${balancer} · web 10×8 · ${rest}`),
    },
    three: {
      audit: true,
      // A purge takes its time: only a new name is seen at once.
      goals: [
        { indicator: "edgeHitRatio", atLeast: 0.94 },
        { indicator: "staleAssetSecMax", atMost: 0 },
      ],
      design: design(`dns · cdn static versioned fallback · ${balancer} · web 10×8 · ${rest}`),
    },
  },
  prediction: {
    kind: "number",
    truth: { run: ({ report }) => report.indicators.worstRegionPageLoadP95Ms ?? Number.NaN },
    withinFactor: 1.25,
  },
  concept: hasCdn,
  lesson: design(`dns · cdn static versioned fallback · ${balancer} · web 10×8 · ${rest}`),
  alsoPasses: design(`dns · cdn static ttl=1h purge fallback · ${balancer} · web 10×8 · ${rest}`),
  biggerBox: design(`dns · ${balancer} · web 20×8 · ${rest}`),
  wrongAnswers: [
    {
      letter: "naive",
      design: design(`dns · ${balancer} · web 20×8 · ${rest}`),
      fails: { misses: ["worstRegionPageLoadP95Ms"], overBudget: true },
    },
    {
      letter: "A",
      design: design(`dns · cdn static versioned · ${balancer} · web 10×8 · ${rest}`),
      fails: { misses: ["availability"], by: { place: "cdn", reason: "edge-down" } },
    },
    {
      letter: "B",
      design: design(`dns · cdn static versioned fallback · ${balancer} · web 8×8 · ${rest}`),
      fails: { misses: ["worstRegionPageLoadP95Ms"], saturates: "web" },
    },
    {
      letter: "C",
      design: design(`dns · cdn static ttl=365d fallback · ${balancer} · web 10×8 · ${rest}`),
      fails: { misses: ["staleAssetSecMax"] },
    },
    {
      letter: "D",
      design: design(`dns · cdn archive versioned fallback · ${balancer} · web 10×8 · ${rest}`),
      fails: { overBudget: true },
    },
  ],
};
