import type { Reason } from "../../sim/index.ts";

/** The words in the picture. Names have at most 9 characters, reasons at most 8. */

export const partWords: Readonly<Record<string, { readonly name: string; readonly long: string }>> = {
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

/** What stands where something is missing: a name line and a value line. */
export const ghostWords = {
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
  data: { name: "no-database", value: "kept nowhere", long: "Nothing keeps the data yet." },
} as const;

export const edgeWords = {
  miss: "miss",
  copy: "copy",
  reads: "reads",
  writes: "writes",
  jobs: "jobs",
  publish: "publish",
  static: "static",
} as const;

export const tagWords = {
  fresh: "new",
  single: "single",
  singleShort: "▲1",
  gone: "gone",
  traffic: "traffic out",
} as const;

export const liveWords = {
  hit: "hit",
  queue: "queue",
  deep: "deep",
  lag: "lag",
  down: "down",
  fog: "unseen",
} as const;

/** The simulator's reasons in a word or two, for the edge of a small box. */
export const reasonWords: Readonly<Partial<Record<Reason, string>>> = {
  timeout: "waited",
  "queue-full": "full",
  "process-down": "down",
  "no-domain": "no name",
};

export const siteWords: Readonly<Record<string, string>> = {
  us: "us",
  europe: "europe",
  asia: "asia",
  korea: "korea",
};
