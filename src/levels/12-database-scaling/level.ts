import { bundle, type Level, needing, pick, shareAnswered, toggle } from "../../game/index.ts";
import { type Curve, type Design, design, mixed, patientClients, photoData } from "../../sim/index.ts";

const requestsPerSec: Curve = [
  [0, 140_000],
  [150, 200_000],
];

const front = "dns · lb 4 interval=10s retry · web 18×32";
const middle = "sessions pair · cache 8 zones=2 invalidate";
const sharded = (d: Design) => d.sites[0].shards.count > 0;
const code = "shards";
const build = (data: string, local = false) =>
  design(`${front}${local ? " local=2s" : ""} · ${middle} · kv 1 · ${data}`);

export const level: Level = {
  id: "12-database-scaling",
  number: 12,
  announces: "kinds",
  scenario: {
    ticks: 600,
    tickSec: 1,
    streams: mixed(requestsPerSec, { page: 0.6, feed: 0.15, write: 0.25 }, { us: 1 }, 0.5),
    data: photoData,
    clients: patientClients,
    events: [
      { label: "growth", what: "news", atSec: 150 },
      {
        label: "celebrity",
        what: "celebrity",
        readsPerSec: 120_000,
        likesPerSec: 15_000,
        atSec: 250,
        untilSec: 450,
      },
      { label: "ninth-shard", what: "add-shard", atSec: 480 },
    ],
    // The primaries and half of the cache, or the copies and the other half.
    drawn: [
      {
        oneOf: [
          { label: "flood-a", what: "flood", zone: "A", atSec: 20, untilSec: 70 },
          { label: "flood-b", what: "flood", zone: "B", atSec: 20, untilSec: 70 },
        ],
        laterSec: 20,
      },
      {
        oneOf: [{ label: "cache-node", what: "cache-restart", nodes: 1, atSec: 300 }],
        laterSec: 100,
      },
    ],
  },
  start: build("db 32 + 1×32 zones=AB"),
  shop: [
    bundle("data", {
      "one primary": {
        "db.size": 32,
        "db.replicas": 1,
        "db.replicaSize": 32,
        "db.zones": "AB",
        "shards.count": 0,
      },
      ...Object.fromEntries(
        [4, 8, 12, 16].map((n) => [
          `${n} shards`,
          { "db.size": 0, "db.replicas": 0, "db.replicaSize": 4, "db.zones": "A", "shards.count": n },
        ]),
      ),
    }),
    needing(pick("shards.size", [4, 8, 16]), code, sharded),
    needing(pick("shards.replicas", [0, 1]), code, sharded),
    needing(pick("shards.key", ["user", "country", "signup"]), code, sharded),
    needing(pick("shards.place", ["modulo", "ring"]), code, sharded),
    needing(pick("shards.likes", ["rows", "memory", "stream"]), code, sharded),
    needing(pick("shards.salt", [1, 64]), code, sharded),
    needing(toggle("shards.counter"), code, sharded),
    needing(toggle("shards.feed"), code, sharded),
    pick("web.local", [0, 2]),
  ],
  budget: 36_700,
  goals: [
    { indicator: "availability", atLeast: 0.975 },
    { indicator: "writeP99Ms", atMost: 50 },
  ],
  stars: {
    two: {
      goals: [{ indicator: "costPerMonth", atMost: 32_500 }],
      design: build("shards 8×8 replicas=1 salt=64 counter feed", true),
    },
    three: {
      audit: true,
      goals: [
        { indicator: "movedKeysShare", atMost: 0.15 },
        { indicator: "crossShardShare", atMost: 0.01 },
        { indicator: "lostWrites", atMost: 1_000 },
      ],
      design: build("shards 8×8 replicas=1 salt=64 counter feed", true),
    },
  },
  prediction: shareAnswered,
  concept: sharded,
  lesson: build("shards 8×8 replicas=1 salt=64 counter feed", true),
  alsoPasses: build("shards 8×8 replicas=1 likes=stream feed", true),
  biggerBox: build("db 32 + 1×32 zones=AB"),
  wrongAnswers: [
    {
      letter: "naive",
      design: build("db 32 + 1×32 zones=AB"),
      fails: { misses: ["availability", "writeP99Ms"] },
    },
    {
      letter: "A",
      design: build("shards 8×8 replicas=1 key=country salt=64 counter feed", true),
      fails: { misses: ["availability"] },
    },
    {
      letter: "B",
      design: build("shards 16×8 replicas=1 feed"),
      fails: { overBudget: true, misses: ["writeP99Ms"], by: { place: "shards", reason: "row-locked" } },
    },
    {
      letter: "C",
      design: build("shards 8×8 replicas=1 salt=64 counter feed"),
      fails: { misses: ["availability"] },
    },
    {
      letter: "D",
      design: build("shards 8×8 replicas=1 place=modulo salt=64 counter", true),
      fails: { misses: ["writeP99Ms"] },
    },
  ],
};
