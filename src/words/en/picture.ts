import type { PictureWords } from "../contract/picture.ts";
import { grouped, times } from "../figures.ts";
import { counted } from "./counts.ts";
import { reasonClause, regionName } from "./places.ts";

const sites: PictureWords["sites"] = { us: "us", europe: "europe", asia: "asia", korea: "korea" };

const parts: PictureWords["parts"] = {
  users: { name: "users", long: "Users" },
  dns: { name: "dns", long: "Name service" },
  cdn: { name: "cdn", long: "Content delivery network" },
  lb: { name: "balancer", long: "Load balancer" },
  box: { name: "the box", long: "The all-in-one box" },
  web: { name: "web", long: "Web tier" },
  sessions: { name: "sessions", long: "Session store" },
  cache: { name: "cache", long: "Cache" },
  db: { name: "primary", long: "Primary database" },
  replicas: { name: "replicas", long: "Replicas" },
  shards: { name: "shards", long: "Shards" },
  kv: { name: "key-value", long: "Key-value store" },
  queue: { name: "queue", long: "Queue" },
  workers: { name: "workers", long: "Workers" },
};

const ghosts: PictureWords["ghosts"] = {
  name: {
    name: "no name yet",
    value: "nobody finds it",
    long: "There is no name yet: nobody can find the site.",
  },
  rack: {
    name: "empty rack",
    value: "room for a box",
    long: "The rack is empty: nothing answers a request yet.",
  },
  data: { name: "no database", value: "kept nowhere", long: "Nothing keeps the data yet." },
};

/** What a part does is never more than all it can; what it is asked for may be. */
function busy(share: number): string {
  return share > 1 ? `asked for ${times(share)} times what it can do` : `${Math.round(share * 100)} % busy`;
}

/** The simulator's reasons in a word or two. */
const reasons: PictureWords["reasons"] = {
  timeout: "waited",
  "queue-full": "full",
  "process-down": "down",
  "no-domain": "no name",
};

export const picture: PictureWords = {
  parts,
  ghosts,
  edges: {
    miss: "miss",
    copy: "copy",
    reads: "reads",
    writes: "writes",
    jobs: "jobs",
    publish: "publish",
    static: "static",
  },
  fresh: "new",
  live: {
    hit: "hit",
    queue: "queue",
    deep: "deep",
    lag: "lag",
    down: "down",
    dark: "dark",
    darkUntil: (time) => (time === undefined ? "dark to the end" : `dark until ${time}`),
    of: (alive, bought) => `${alive} of ${bought}`,
    moved: (share) => `moved ${Math.floor(share * 100)}%`,
    rebuilding: (boxes) => `${boxes} rebuilding`,
    promoted: "promoted",
    leadsIn: (region) => `in ${sites[region]}`,
  },
  reasons,
  sites,
  facts: {
    ttl: (value) => `ttl ${value}`,
    check: (value) => `check ${value}`,
    geo: "geo",
    assets: { none: "none", static: "static", archive: "archive" },
    fallback: "fallback",
    versioned: "versioned",
    purge: "purge",
    prefetch: "prefetch",
    sticky: "sticky",
    policies: { "round-robin": "in turn", random: "random", least: "least", two: "best of 2" },
    retry: "retry",
    public: "public",
    webAndData: "web + data",
    backups: "backups",
    scale: ({ min, max, target }) => `${min}–${max} at ${target}%`,
    sqlSessions: "sql sessions",
    local: (seconds) => `local ${seconds}s`,
    pool: (requests) => `pool ${requests}`,
    stores: { local: "local", pair: "pair", sql: "sql", node: "single" },
    keeps: (value) => `keeps ${value}`,
    invalidates: "invalidates",
    ordersOnly: "orders only",
    zones: (value) => `${value} zones`,
    lease: "lease",
    evictions: { lru: "lru", fifo: "fifo", lfu: "lfu" },
    autoPromote: "auto promote",
    recovery: "recovery",
    ownReads: "own reads",
    inZones: (value) => `zones ${value}`,
    copies: { async: "async copy", semi: "semi copy", sync: "sync copy" },
    by: (key) => `by ${key}`,
    keys: { user: "user", country: "country", signup: "signup" },
    shardCopies: (value) => `+${value} ${value === "1" ? "copy" : "copies"}`,
    placements: { ring: "ring", modulo: "modulo" },
    salt: (value) => `salt ${value}`,
    ownShard: "own shard",
    counter: "counter",
    likes: { rows: "likes in rows", memory: "likes in memory", stream: "likes by stream" },
    feedCopy: "feed copy",
    holds: { logs: "logs", everything: "everything" },
    queues: { none: "none", memory: "memory", durable: "durable" },
    acknowledged: (value) => `ack ${value}`,
    acknowledgements: { done: "done", receipt: "receipt" },
    tries: (value) => `${value} tries`,
    deadLetters: "dead letters",
    steps: "steps",
    upTo: (value) => `up to ${value}`,
  },
  quiet: {
    sync: { async: "sites async", sync: "sites sync" },
    services: "services",
    logs: { sampled: "logs sampled", full: "logs full" },
    business: "business",
    metrics: { hosts: "metrics hosts", tiers: "metrics tiers" },
    ci: { rollback: "ci rollback", canary: "ci canary" },
    traces: "traces",
    deploy: { automated: "deploy auto", staggered: "deploy staggered" },
    smoke: "smoke",
    traffic: "traffic out",
    gone: (names) => `gone: ${names.join(", ")}`,
  },
  sentence: ({ kind, region, facts, isSingle, now }) => {
    const where = region === undefined ? "" : ` in ${regionName(region)}`;
    const all = [...facts, ...(isSingle ? ["single"] : [])].join(", ");
    return `${parts[kind].long}${where}: ${all}${now.length > 0 ? `; ${now.join(", ")}` : ""}.`;
  },
  ghostSentence: ({ kind, now }) => `${ghosts[kind].long} ${now.join(", ")}`.trimEnd(),
  also: (facts) => `Also: ${facts.join(", ")}.`,
  spoken: {
    down: "down",
    unseen: "unseen",
    boxes: (count) => `${grouped(count)} at work`,
    busiest: ({ number, of, share }) => `number ${number} of ${of} is the busiest: ${busy(share)}`,
    flow: (perSec) =>
      `${perSec > 0 && perSec < 0.5 ? "less than 1 request" : counted(perSec, "request", "requests")} a second`,
    busy,
    inVain: (share) => `${Math.round(share * 100)} % of the work for clients that have gone`,
    hitRatio: (ratio) => `hit ratio ${ratio.toFixed(2)}`,
    waiting: (count) => `${grouped(count)} waiting`,
    depth: (count) => `${counted(count, "message", "messages")} deep`,
    behind: (sec) => `${sec.toFixed(1)} s behind`,
    leadsIn: (region) => `the one in ${regionName(region)} leads`,
    losing: ({ perSec, reason }) =>
      `${perSec < 0.5 ? "less than 1 fails" : perSec < 1.5 ? "1 fails" : `${grouped(perSec)} fail`} a second${reason === undefined ? "" : `: ${reasons[reason] ?? reasonClause(reason)}`}`,
  },
};
