import { bundle, failedShare, type Level, needing, pick, toggle } from "../../game/index.ts";
import {
  type Curve,
  type Design,
  dayOf,
  design,
  endOf,
  mixed,
  patientClients,
  photoData,
  type Scenario,
} from "../../sim/index.ts";

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
    tools = "tools deploy=staggered smoke · ",
    us = 15,
    korea = 15,
  } = options;
  return design(
    `dns geo ttl=${ttl} · ${sync}${tools}${home} · web ${us}×8 · ${rest} · @korea · ${home} · web ${korea}×8 · ${away}`,
  );
};

const scenario: Scenario = {
  ticks: 600,
  tickSec: 1,
  streams: mixed(requestsPerSec, { page: 0.76, feed: 0.19, write: 0.05 }, { us: 0.55, korea: 0.45 }, 0.3),
  data: photoData,
  clients: patientClients,
  events: [
    { label: "version-two", what: "deploy", atSec: 60 },
    { label: "version-three", what: "bad-build", errorShare: 0.2, atSec: 100 },
    // Too few errors for twenty probes to meet one for sure.
    { label: "version-four", what: "bad-build", errorShare: 0.1, atSec: 180, untilSec: 500 },
  ],
  // One region or the other.
  drawn: [
    {
      oneOf: [
        { label: "virginia-dark", what: "region-outage", region: "us", atSec: 290, untilSec: 490 },
        { label: "seoul-dark", what: "region-outage", region: "korea", atSec: 290, untilSec: 490 },
      ],
      laterSec: 40,
    },
  ],
};

export const level: Level = {
  id: "09-data-centers",
  number: 9,
  announces: "kinds",
  scenario,
  start: design(`dns · ${home} · web 15×8 · ${rest}`),
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
        [10, 12, 15, 18].map((boxes) => [
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
    pick("web.count", [10, 12, 15, 18, 44]),
    needing(pick("dns.ttl", [10, 30, 60, 300]), code, twoSites),
    needing(pick("sync.mode", ["none", "async", "sync"]), code, twoSites),
    pick("tools.deploy", ["manual", "automated", "staggered"]),
    toggle("tools.smoke"),
  ],
  budget: 14_700,
  goals: [
    { indicator: "us.latencyP50Ms", atMost: 100 },
    { indicator: "korea.latencyP50Ms", atMost: 100 },
    { indicator: "latencyP99Ms", atMost: 300 },
    { indicator: "availability", atLeast: 0.938 },
    { indicator: "lostWrites", atMost: 400 },
  ],
  stars: {
    two: { goals: [{ indicator: "availability", atLeast: 0.944 }], design: two({}) },
    three: {
      audit: true,
      goals: [{ indicator: "availability", atLeast: 0.954 }],
      design: two({ ttl: "10s" }),
    },
  },
  prediction: {
    kind: "choice",
    options: ["hardly-any", "under-half", "over-half", "most"],
    truth: {
      run: ({ report, series }) => {
        const dark = dayOf(scenario, report.seed).events.find(({ what }) => what === "region-outage");
        const answered = dark ? 1 - failedShare(series, dark.atSec, endOf(dark)) : 1;
        if (answered < 0.5) return answered < 0.1 ? "hardly-any" : "under-half";
        return answered < 0.8 ? "over-half" : "most";
      },
    },
  },
  concept: twoSites,
  lesson: two({}),
  alsoPasses: two({ us: 12, korea: 18 }),
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
    { letter: "E", design: two({ tools: "tools smoke · " }), fails: { misses: ["availability"] } },
    {
      letter: "F",
      design: two({ ttl: "10s", tools: "tools deploy=automated smoke · " }),
      fails: { misses: ["availability"] },
    },
  ],
};
