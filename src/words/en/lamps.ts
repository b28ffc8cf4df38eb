import type { LampsWords } from "../contract/content.ts";

export const lamps: LampsWords = {
  stateless: {
    title: "Web tier stateless",
    green: "No web box keeps a session: any of them may answer, any may leave.",
    dark: "Sessions live on web boxes: every crash and every scale-in logs people out.",
  },
  redundancy: {
    title: "Redundancy at every tier",
    green: "Nothing on the request's path is single: balancer, session store and queue included.",
    dark: "Something is single: when its turn comes, its fault is everybody's outage.",
  },
  cache: {
    title: "Cache as much as you can",
    green: "At least 80 % of reads end in the cache, and it has two nodes or more.",
    dark: "Too many reads reach the database: it melts in the flash crowd.",
  },
  "data-centers": {
    title: "Several data centers",
    green: "Two regions, data replicated, each with room for everybody.",
    dark: "When a region goes dark, its users have nowhere to go, or their data has not arrived.",
  },
  cdn: {
    title: "Static assets in a CDN",
    green: "At least 90 % of static bytes come from the edge, and a fallback stands by.",
    dark: "Far users wait for the road, and web boxes hand out pictures instead of pages.",
  },
  shards: {
    title: "Data tier sharded",
    green: "No shard is busier than 70 %.",
    dark: "Writes queue up at a full shard, and the slowest of them show it first.",
  },
  services: {
    title: "Tiers split into services",
    green: "Photo, feed and checkout can be deployed and scaled apart.",
    dark: "A bad build takes everything with it, not one service.",
  },
  observability: {
    title: "Monitored and automated",
    green: "Logs, three kinds of metrics, and CI that stops or undoes a bad build.",
    dark: "Faults stay in the fog and last for minutes, until somebody complains.",
  },
};
