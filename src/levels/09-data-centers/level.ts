import { bundle, failedShare, type Level, needing, pick, toggle } from "../../game/index.ts";
import { type Curve, type Design, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 50_000],
  [600, 80_000],
];

const home = "lb 2 interval=10s retry";
const rest = "sessions pair · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1";
const away = "sessions pair · cache 4 zones=2 invalidate · db 0 + 6×4 zones=AB";
const twoSites = (d: Design) => d.sites.length > 1;
const code = "a-second-site";
const two = (options: { ttl?: string; sync?: string; tools?: string; us?: number; korea?: number }) => {
  const {
    ttl = "30s",
    sync = "sync async · ",
    tools = "tools deploy=automated · ",
    us = 15,
    korea = 15,
  } = options;
  return design(
    `dns geo ttl=${ttl} · ${sync}${tools}${home} · web ${us}×8 · ${rest} · @korea · ${home} · web ${korea}×8 · ${away}`,
  );
};

export const level: Level = {
  id: "09-data-centers",
  number: 9,
  announces: "kinds",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: mixed(requestsPerSec, { page: 0.76, feed: 0.19, write: 0.05 }, { us: 0.55, korea: 0.45 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: [
      { label: "version-two", what: "deploy", atSec: 120 },
      { label: "virginia-dark", what: "region-outage", region: "us", atSec: 300, untilSec: 500 },
    ],
  },
  start: design(`dns · ${home} · web 16×8 · ${rest}`),
  shop: [
    bundle("second-site", {
      none: {
        "dns.geo": false,
        "@korea.lb.nodes": 0,
        "@korea.lb.interval": 30,
        "@korea.lb.retry": false,
        "@korea.web.count": 0,
        "@korea.sessions.store": "local",
        "@korea.cache.nodes": 0,
        "@korea.cache.zones": 1,
        "@korea.cache.invalidate": false,
        "@korea.db.replicas": 0,
        "@korea.db.zones": "A",
      },
      ...Object.fromEntries(
        [10, 12, 13, 14, 15, 16, 18].map((boxes) => [
          `Seoul, ${boxes} × 8`,
          {
            "dns.geo": true,
            "@korea.lb.nodes": 2,
            "@korea.lb.interval": 10,
            "@korea.lb.retry": true,
            "@korea.web.count": boxes,
            "@korea.sessions.store": "pair",
            "@korea.cache.nodes": 4,
            "@korea.cache.zones": 2,
            "@korea.cache.invalidate": true,
            "@korea.db.replicas": 6,
            "@korea.db.zones": "AB",
          },
        ]),
      ),
    }),
    pick("web.count", [12, 13, 14, 15, 16, 18, 22, 44]),
    needing(pick("dns.ttl", [10, 30, 60, 300]), code, twoSites),
    needing(pick("sync.mode", ["none", "async", "sync"]), code, twoSites),
    pick("tools.deploy", ["manual", "automated"]),
    toggle("tools.smoke"),
  ],
  budget: 14_700,
  goals: [
    { indicator: "us.latencyP50Ms", atMost: 100 },
    { indicator: "korea.latencyP50Ms", atMost: 100 },
    { indicator: "latencyP99Ms", atMost: 300 },
    { indicator: "availability", atLeast: 0.95 },
    { indicator: "lostWrites", atMost: 400 },
  ],
  stars: {
    two: { goals: [{ indicator: "availability", atLeast: 0.964 }], design: two({ ttl: "10s" }) },
    three: {
      goals: [{ indicator: "versionSkewErrors", atMost: 0 }],
      design: design(formatStar()),
    },
  },
  prediction: {
    kind: "choice",
    options: ["hardly-any", "under-half", "over-half", "most"],
    truth: {
      run: ({ series }) => {
        const answered = 1 - failedShare(series, 300, 500);
        if (answered < 0.5) return answered < 0.1 ? "hardly-any" : "under-half";
        return answered < 0.8 ? "over-half" : "most";
      },
    },
  },
  concept: twoSites,
  lesson: two({}),
  alsoPasses: two({ ttl: "10s" }),
  biggerBox: design(`dns · ${home} · web 44×8 · ${rest}`),
  wrongAnswers: [
    {
      letter: "naive",
      design: design(`dns · ${home} · web 44×8 · ${rest}`),
      fails: { misses: ["availability", "korea.latencyP50Ms"], overBudget: true },
    },
    {
      letter: "A",
      design: two({ us: 12, korea: 10 }),
      fails: { misses: ["availability"], saturates: "web@korea" },
    },
    { letter: "B", design: two({ sync: "" }), fails: { misses: ["availability"] } },
    { letter: "C", design: two({ sync: "sync sync · " }), fails: { misses: ["latencyP99Ms"] } },
    { letter: "D", design: two({ ttl: "5m" }), fails: { misses: ["availability"] } },
    { letter: "E", design: two({ tools: "" }), fails: { misses: ["availability"] } },
  ],
};

/** The lesson with the shortest names and a smoke test in each region. */
function formatStar(): string {
  return `dns geo ttl=10s · sync async · tools deploy=automated smoke · ${home} · web 15×8 · ${rest} · @korea · ${home} · web 15×8 · ${away}`;
}
