import { bundle, type Level, needing, pick, toggle } from "../../game/index.ts";
import {
  type Curve,
  type Design,
  design,
  mixed,
  patientClients,
  photoData,
  type Scenario,
  type ScenarioEvent,
  withValues,
} from "../../sim/index.ts";

const regions = { us: 0.55, korea: 0.45 } as const;

/** One disaster of the long day, in a slot that begins at `atSec`. */
type Disaster = (atSec: number) => readonly ScenarioEvent[];

const disasters: readonly Disaster[] = [
  (atSec) => [{ label: "flash-crowd", what: "news", atSec, untilSec: atSec + 60 }],
  (atSec) => [{ label: "web-box-dies", what: "crash", tier: "web", boxes: 1, atSec, untilSec: atSec + 90 }],
  (atSec) => [{ label: "cache-node-restarts", what: "cache-restart", nodes: 1, atSec, untilSec: atSec + 15 }],
  (atSec) => [
    { label: "primary-dies", what: "crash", tier: "primary", boxes: 1, atSec, untilSec: atSec + 120 },
    { label: "primary-dies", what: "crash", tier: "shard", boxes: 1, atSec, untilSec: atSec + 120 },
  ],
  (atSec) => [{ label: "cdn-outage", what: "cdn-outage", atSec, untilSec: atSec + 25 }],
  (atSec) => [{ label: "region-outage", what: "region-outage", region: "us", atSec, untilSec: atSec + 100 }],
  (atSec) => [{ label: "bad-build", what: "bad-build", errorShare: 0.2, atSec }],
  (atSec) => [
    {
      label: "celebrity",
      what: "celebrity",
      readsPerSec: 60_000,
      likesPerSec: 8_000,
      atSec,
      untilSec: atSec + 80,
    },
  ],
];

const slotSec = 130;
const firstSlotSec = 90;

/** The disasters in an order that depends on the day alone (Fisher and Yates, with a small linear generator). */
function shuffled(day: number): Disaster[] {
  const order = [...disasters];
  let state = (day * 2_654_435_761) % 4_294_967_296;
  for (let i = order.length - 1; i > 0; i--) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    const j = Math.floor((state / 4_294_967_296) * (i + 1));
    [order[i], order[j]] = [order[j] as Disaster, order[i] as Disaster];
  }
  return order;
}

/**
 * One long day: every disaster of the chapter, one after another, in the order of that day, over traffic that grows.
 * @param growth factor on all traffic; 1 is the finale, endless growth doubles it
 */
export function longDay(day: number, growth = 1): Scenario {
  const events = shuffled(day).flatMap((disaster, slot) => disaster(firstSlotSec + slot * slotSec));
  const crowd = events.find((event) => event.label === "flash-crowd") as ScenarioEvent;
  const at = (sec: number) => (80_000 + (20_000 * sec) / 1_200) * growth;
  const [from, to] = [crowd.atSec, crowd.atSec + 60];
  const requestsPerSec: Curve = [
    [0, at(0)],
    [from, at(from)],
    [from, at(from) * 1.35],
    [to, at(to) * 1.35],
    [to, at(to)],
    [1_200, at(1_200)],
  ];
  return {
    ticks: 1_200,
    tickSec: 1,
    streams: [
      ...mixed(requestsPerSec, { page: 0.7, feed: 0.17, write: 0.11, order: 0.02 }, regions, 0.5),
      { kind: "asset", curve: [[0, 40_000 * growth]], regions, mobileShare: 0.5 },
      { kind: "photo", curve: [[0, 300 * growth]], regions, mobileShare: 0.8 },
    ],
    data: photoData,
    clients: { ...patientClients, sessionSec: 1_800 },
    events: [{ label: "growth", what: "news", atSec: 0 }, ...events],
  };
}

const photos = "queue durable attempts=3 dead steps · workers 6×8 max=14";
const shards = "shards 8×8 replicas=1 salt=16 counter feed";
const web = "web 34×8 local=2s";
const full = design(
  `dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated smoke · services · lb 2 interval=10s retry · ${web} · sessions pair · cache 4 zones=2 invalidate · kv 2 · ${shards} · ${photos} · @korea · lb 2 interval=10s retry · ${web} · sessions pair · cache 4 zones=2 invalidate · ${shards} · ${photos}`,
);
const start = design(
  `dns · lb 2 interval=10s retry · ${web} · sessions pair · cache 4 zones=2 invalidate · kv 2 · ${shards} · ${photos}`,
);

const away = (region: Design["sites"][0]): Readonly<Record<string, never>> => {
  const changes: Record<string, unknown> = {};
  for (const [part, settings] of Object.entries(region))
    if (part !== "region")
      for (const [key, value] of Object.entries(settings as object)) changes[`@korea.${part}.${key}`] = value;
  return changes as Readonly<Record<string, never>>;
};

const twoSites = (d: Design) => d.sites.length > 1;
const edge = (d: Design) => d.cdn.assets !== "none";

export const level: Level = {
  id: "finale",
  number: 13,
  announces: "nothing",
  scenario: longDay(1),
  start,
  shop: [
    bundle("second-region", {
      none: { ...away(emptyAway()), "dns.geo": false, "dns.ttl": 300 },
      Seoul: { ...away(full.sites[1] as Design["sites"][0]), "dns.geo": true, "dns.ttl": 10 },
    }),
    needing(pick("sync.mode", ["none", "async"]), "a-second-site", twoSites),
    pick("cdn.assets", ["none", "static"]),
    needing(toggle("cdn.versioned"), "a-cdn", edge),
    needing(toggle("cdn.fallback"), "a-cdn", edge),
    pick("tools.logs", ["none", "sampled"]),
    pick("tools.metrics", ["none", "tiers"]),
    toggle("tools.business"),
    pick("tools.ci", ["none", "canary"]),
    pick("tools.deploy", ["manual", "automated"]),
    toggle("tools.smoke"),
    toggle("services.split"),
    pick("lb.nodes", [1, 2]),
    pick("sessions.store", ["local", "pair"]),
    pick("cache.nodes", [1, 4]),
  ],
  budget: 44_500,
  goals: [
    { indicator: "availability", atLeast: 0.97 },
    { indicator: "ordersShare", atLeast: 0.95 },
  ],
  stars: {
    two: { goals: [], lamps: true, design: full },
    three: { audit: true, goals: [{ indicator: "ordersShare", atLeast: 0.96 }], lamps: true, design: full },
  },
  prediction: {
    kind: "choice",
    options: ["99-9-percent", "99-0-percent", "90-0-percent"],
    // Ten parts that all must work.
    truth: { stated: `${(100 * 0.999 ** 10).toFixed(1).replace(".", "-")}-percent` },
  },
  concept: ({ sites }) => sites.length > 1,
  lesson: full,
  alsoPasses: withValues(full, { "services.split": false, "tools.smoke": false }),
  biggerBox: start,
  wrongAnswers: [],
  grown: (factor) => longDay(1, factor),
};

function emptyAway(): Design["sites"][0] {
  return design("empty").sites[0];
}
