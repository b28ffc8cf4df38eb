import type { LampsWords } from "../contract/content.ts";

export const lamps: LampsWords = {
  stateless: {
    title: "Web tier stateless",
    short: "stateless",
    green: "No web box keeps a session: each may answer, each may be removed.",
    dark: "Sessions are kept on web boxes: every crash and every scale-in logs users out.",
  },
  redundancy: {
    title: "Redundancy at every tier",
    short: "redundancy",
    green: "Nothing on the request's path is single: balancer, session store and queue included.",
    dark: "Something is a single point of failure: when it fails, everybody has an outage.",
  },
  cache: {
    title: "Cache as much as you can",
    short: "cache",
    green: "At least 75 % of reads end in the cache, and it has two nodes or more.",
    dark: "Too many reads reach the database: a crowd or a restart overloads it.",
  },
  "data-centers": {
    title: "Several data centers",
    short: "data centers",
    green: "Two regions, data replicated, each with room for all users.",
    dark: "When a region fails, no other serves its users, or their data is missing there.",
  },
  cdn: {
    title: "Static assets in a CDN",
    short: "CDN",
    green: "At least 90 % of static bytes come from the edge, and a fallback stands by.",
    dark: "Users far away wait for long round trips, and web boxes serve files beside pages.",
  },
  shards: {
    title: "Data tier sharded",
    short: "shards",
    green: "No shard is busier than 80 %.",
    dark: "Writes queue at a busy shard, and the slowest of them show it first.",
  },
  services: {
    title: "Tiers split into services",
    short: "services",
    green: "Photo, feed and checkout can be deployed and scaled apart.",
    dark: "A bad build hits everything, not one service.",
  },
  observability: {
    title: "Monitored and automated",
    short: "monitoring",
    green: "Logs, three kinds of metrics, and CI that stops or undoes a bad build.",
    dark: "Nobody sees a fault before users complain, so it may last for minutes.",
  },
};
