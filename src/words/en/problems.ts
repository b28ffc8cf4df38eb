import type { ProblemWords, SavesWords } from "../contract/problems.ts";

const design: ProblemWords["design"] = {
  "site-without-route": "a second site needs geo names to send users there: add dns geo",
  "sync-without-site": "copying between sites needs a second site",
  "replica-without-primary": "replicas copy a primary: give db a size",
  "sticky-without-balancer": "sticky sessions are a setting of a balancer: buy lb first",
  "balancer-without-web": "a balancer needs web boxes behind it",
  "box-and-web": "an all-in-one box and a web tier exclude each other: choose one",
  "queue-without-workers": "a queue needs workers that empty it",
  "workers-without-queue": "workers need a queue to take work from",
  "scale-below-count": "workers scale up to a number not below their count",
  "scale-bounds": "autoscaling needs max at least as large as min",
  "dedicated-without-shards": "a dedicated shard stands beside other shards",
  "only-without-cache": "keeping orders in the cache alone needs a cache",
};

export const problems: ProblemWords = {
  design,
  inPart: ({ code, part, region }) => `${region === undefined ? "" : `@${region} `}${part}: ${design[code]}`,
};

export const saves: SavesWords = {
  short: (reason) => `NOT SAVED: ${reason}. It is tried again and again.`,
  playOn: "Play on: what you do is kept in memory and saved as soon as that is possible.",
  savedAgain: "All is saved again: what had to wait is on the disk.",
  quit: "Ends the game. What is not saved yet is tried once more.",
};
