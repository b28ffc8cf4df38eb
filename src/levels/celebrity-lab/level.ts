import { type Level, pick, shareAnswered, toggle } from "../../game/index.ts";
import { design, mixed, patientClients, photoData } from "../../sim/index.ts";

/** Level 12's system with eight shards; only the cures of the celebrity are for sale. */
const build = (cures: string, localSec = 0) =>
  design(
    `dns · lb 4 interval=10s retry · web 18×32${localSec > 0 ? ` local=${localSec}s` : ""} · sessions pair · cache 8 zones=2 invalidate · kv 1 · shards 8×8 replicas=1${cures} feed`,
  );

export const level: Level = {
  id: "celebrity-lab",
  number: 12.5,
  announces: "kinds",
  keepsRuns: 5,
  scenario: {
    ticks: 400,
    tickSec: 1,
    streams: mixed([[0, 200_000]], { page: 0.6, feed: 0.15, write: 0.25 }, { us: 1 }, 0.5),
    data: photoData,
    clients: patientClients,
    events: [
      {
        label: "celebrity",
        what: "celebrity",
        readsPerSec: 120_000,
        likesPerSec: 15_000,
        atSec: 100,
        untilSec: 300,
      },
    ],
    drawn: [
      {
        oneOf: [{ label: "cache-node", what: "cache-restart", nodes: 1, atSec: 160 }],
        laterSec: 100,
      },
    ],
  },
  start: build(""),
  shop: [
    toggle("shards.dedicated"),
    pick("shards.salt", [1, 4, 16, 64]),
    toggle("shards.counter"),
    pick("shards.likes", ["rows", "memory", "stream"]),
    pick("web.local", [0, 1, 2, 5]),
  ],
  // A lab: all cures together may be tried. The second star alone asks for what they cost.
  budget: 32_000,
  goals: [
    { indicator: "availability", atLeast: 0.98 },
    { indicator: "latencyP95Ms", atMost: 60 },
    { indicator: "writeP99Ms", atMost: 50 },
  ],
  stars: {
    two: {
      goals: [
        { indicator: "crossShardShare", atMost: 0.0001 },
        { indicator: "costPerMonth", atMost: 30_700 },
      ],
      design: build(" salt=64 counter", 2),
    },
    three: {
      audit: true,
      goals: [
        { indicator: "crossShardShare", atMost: 0.0001 },
        { indicator: "lostWrites", atMost: 1_000 },
      ],
      design: build(" salt=64 counter", 2),
      task: {
        kind: "choice",
        id: "price-of-a-cure",
        options: ["stale-counts", "more-money", "lost-likes"],
        answer: "stale-counts",
      },
    },
  },
  prediction: shareAnswered,
  concept: ({ sites: [{ shards, web }] }) => (shards.salt > 1 || shards.likes !== "rows") && web.local > 0,
  lesson: build(" salt=64 counter", 2),
  alsoPasses: build(" likes=stream", 1),
  biggerBox: build(" dedicated"),
  wrongAnswers: [
    {
      letter: "nothing",
      design: build(""),
      fails: { misses: ["availability", "writeP99Ms"], saturates: "hotShard" },
    },
    {
      letter: "dedicated-shard",
      design: build(" dedicated"),
      fails: { misses: ["availability"] },
    },
    {
      letter: "salting",
      design: build(" salt=64"),
      fails: { misses: ["availability"], saturates: "hotShard" },
    },
    {
      letter: "memory",
      design: build(" likes=memory"),
      fails: { misses: ["availability"], saturates: "hotShard" },
    },
  ],
};
