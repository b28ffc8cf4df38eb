import { bundle, type Level, needing, pick, toggle } from "../../game/index.ts";
import {
  type Curve,
  type Design,
  type DrawnEvent,
  design,
  mixed,
  patientClients,
  photoData,
  type RegionName,
  type Scenario,
  type ScenarioEvent,
  type SettingPath,
  type SettingValue,
  withValues,
} from "../../sim/index.ts";

const regions = { us: 0.55, korea: 0.45 } as const;

/** When the first disaster of the long day comes, and how long after it the next. */
const firstSec = 40;
const everySec = 45;

/** What happens, without its name and its times. */
type What<E = ScenarioEvent> = E extends ScenarioEvent ? Omit<E, "label" | "atSec" | "untilSec"> : never;

/** A disaster as it would come first; without `forSec` it lasts until it is mended. */
const disaster = (label: string, what: What, forSec?: number): ScenarioEvent => ({
  label,
  atSec: firstSec,
  ...(forSec === undefined ? {} : { untilSec: firstSec + forSec }),
  ...what,
});
/** The same at home or in Seoul, as the seed decides. */
const eitherSite = (label: string, what: (region: RegionName) => What, forSec: number) => ({
  oneOf: [disaster(`${label}-us`, what("us"), forSec), disaster(`${label}-korea`, what("korea"), forSec)],
});

const disasters: readonly DrawnEvent[] = [
  eitherSite("balancer-dies", (region) => ({ what: "crash", tier: "lb", boxes: 1, region }), 60),
  eitherSite("session-node-dies", (region) => ({ what: "crash", tier: "sessions", boxes: 1, region }), 60),
  eitherSite("region-outage", (region) => ({ what: "region-outage", region }), 80),
  ...[
    disaster("celebrity", { what: "celebrity", readsPerSec: 60_000, likesPerSec: 8_000 }, 60),
    disaster("web-box-dies", { what: "crash", tier: "web", boxes: 1 }, 60),
    disaster("gray-box", { what: "gray", tier: "web", boxes: 2, errorShare: 0.5 }),
    disaster("cache-node-restarts", { what: "cache-restart", nodes: 1 }, 15),
    disaster("primary-dies", { what: "crash", tier: "shard", boxes: 1 }, 80),
    disaster("broker-restarts", { what: "restart", tier: "queue", durationSec: 20 }, 20),
    disaster("cdn-outage", { what: "cdn-outage" }, 25),
    disaster("bad-build", { what: "bad-build", errorShare: 0.2 }),
    disaster("checkout-broken", { what: "bad-build", errorShare: 0.3, silent: true }),
  ].map((each) => ({ oneOf: [each] })),
];

/**
 * One long day: every disaster of the chapter, one after another, in an order that the seed shuffles, over traffic that
 * grows.
 * @param growth factor on all traffic; 1 is the finale, endless growth doubles it
 */
export function longDay(growth = 1): Scenario {
  const ticks = firstSec + disasters.length * everySec + 20;
  const requestsPerSec: Curve = [
    [0, 88_000 * growth],
    [ticks, 100_000 * growth],
  ];
  return {
    ticks,
    tickSec: 1,
    streams: [
      ...mixed(requestsPerSec, { page: 0.7, feed: 0.17, write: 0.11, order: 0.02 }, regions, 0.5),
      { kind: "asset", curve: [[0, 40_000 * growth]], regions, mobileShare: 0.5 },
      { kind: "photo", curve: [[0, 300 * growth]], regions, mobileShare: 0.8 },
    ],
    data: photoData,
    clients: { ...patientClients, sessionSec: 1_800 },
    events: [{ label: "growth", what: "news", atSec: 0 }],
    drawn: disasters,
    shuffledEverySec: everySec,
  };
}

const photos = "queue durable attempts=3 dead steps · workers 6×8 max=14";
const system = (boxes: number, shards = "shards 8×4 replicas=1") =>
  `lb 2 interval=10s retry · web ${boxes}×8 local=2s · sessions pair · cache 4 zones=2 invalidate · ${shards} salt=16 counter feed · ${photos}`;
const full = design(
  `dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated · services · kv 2 · ${system(28)} · @korea · ${system(28)}`,
);
const start = design(`dns · tools metrics=tiers deploy=automated · kv 2 · ${system(28)}`);

/** What a site has, as settings of the site in Seoul. */
function inSeoul(site: Design["sites"][0]): Record<SettingPath, SettingValue> {
  return Object.fromEntries(
    Object.entries(site).flatMap(([part, settings]) =>
      part === "region"
        ? []
        : Object.entries(settings as Record<string, SettingValue>).map(([key, value]) => [
            `@korea.${part}.${key}`,
            value,
          ]),
    ),
  );
}

/** A second region with so many web boxes, its data and the names that lead there. */
const seoul = (boxes: number) => ({
  ...inSeoul(full.sites[1] as Design["sites"][0]),
  "@korea.web.count": boxes,
  "dns.geo": true,
  "dns.ttl": 10,
  "sync.mode": "async",
});
const nowhere = {
  ...inSeoul(design("empty").sites[0]),
  "dns.geo": false,
  "dns.ttl": 300,
  "sync.mode": "none",
};

export const level: Level = {
  id: "finale",
  number: 13,
  announces: "nothing",
  scenario: longDay(),
  start,
  shop: [
    bundle("second-region", {
      none: nowhere,
      ...Object.fromEntries([14, 28].map((boxes) => [`Seoul, ${boxes} × 8`, seoul(boxes)])),
    }),
    pick("web.count", [14, 28, 34]),
    bundle("cdn.assets", {
      none: { "cdn.assets": "none", "cdn.versioned": false },
      static: { "cdn.assets": "static", "cdn.versioned": true },
    }),
    needing(toggle("cdn.fallback"), "a-cdn", ({ cdn }) => cdn.assets !== "none"),
    pick("lb.nodes", [1, 2]),
    pick("sessions.store", ["node", "pair"]),
    pick("cache.nodes", [1, 4]),
    pick("shards.replicas", [0, 1]),
    pick("tools.logs", ["none", "sampled"]),
    toggle("tools.business"),
    pick("tools.ci", ["none", "canary"]),
    toggle("services.split"),
  ],
  budget: 32_600,
  goals: [
    { indicator: "availability", atLeast: 0.955 },
    { indicator: "ordersShare", atLeast: 0.865 },
  ],
  stars: {
    two: { goals: [], lamps: 7, design: withValues(full, { "services.split": false }) },
    three: { audit: true, goals: [], lamps: 8, design: full },
  },
  prediction: {
    kind: "choice",
    options: ["99-9-percent", "99-0-percent", "90-0-percent"],
    // Ten parts that all must work.
    truth: { stated: `${(100 * 0.999 ** 10).toFixed(1).replace(".", "-")}-percent` },
  },
  concept: ({ sites }) => sites.length > 1,
  lesson: full,
  alsoPasses: withValues(full, { "services.split": false }),
  biggerBox: start,
  wrongAnswers: [
    {
      letter: "A",
      design: withValues(full, { ...nowhere, "web.count": 34 }),
      fails: { misses: ["availability", "ordersShare"] },
    },
    {
      letter: "B",
      design: withValues(full, { "lb.nodes": 1 }),
      fails: { misses: ["availability"] },
    },
    {
      letter: "C",
      design: withValues(full, { "sessions.store": "node" }),
      fails: { misses: ["availability", "ordersShare"] },
    },
    { letter: "D", design: withValues(full, { "web.count": 34 }), fails: { overBudget: true } },
  ],
  grown: (factor) => longDay(factor),
};
