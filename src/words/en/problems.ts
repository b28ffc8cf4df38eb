import type { Refusal } from "../../game/index.ts";
import type { Problem } from "../../sim/index.ts";
import type { ProblemWords } from "../contract/problems.ts";

const design: ProblemWords["design"] = {
  "site-without-route": "a second site needs geo names to send users there: add dns geo",
  "sync-without-site": "copying between sites needs a second site",
  "replica-without-primary": "replicas copy a primary: give db a size",
  "sticky-without-balancer": "sticky sessions are a setting of a balancer: buy lb first",
  "balancer-without-web": "a balancer needs web boxes behind it",
  "box-and-web": "choose one: an all-in-one box or a web tier",
  "queue-without-workers": "a queue needs workers that empty it",
  "workers-without-queue": "workers need a queue to take work from",
  "scale-below-count": "workers scale up to a number not below their count: raise max or lower the count",
  "scale-bounds":
    "autoscaling needs a max (or, without one, as many boxes bought) at least as large as min: raise max or lower min",
  "dedicated-without-shards": "a dedicated shard stands beside other shards",
  "memory-without-cache": "counting likes in memory needs a cache",
  "only-without-cache": "keeping orders in the cache alone needs a cache",
};

/** The same with the part that it is about, as notation calls it. */
export const inPart = ({ code, part, region }: Problem) =>
  `${region === undefined ? "" : `@${region} `}${part}: ${design[code]}`;

/** Why a design cannot be bought in a shop. */
export function refusal(found: Refusal): string {
  switch (found.code) {
    case "not-sold":
      return `the shop does not sell ${found.path}: ${found.stays === undefined ? "leave it out" : `it stays ${found.stays}`}`;
    case "other-values":
      return `the shop sells ${found.path} as ${found.sold.join(", ")}, not ${found.wanted}`;
    case "cannot-work":
      return inPart(found.problem);
  }
}

const noTerminal: ProblemWords["noTerminal"] = (missing) =>
  missing === "cursor"
    ? "This terminal (TERM=dumb) cannot place the cursor. Try --screen-reader, or another terminal."
    : `This game needs a terminal, but ${missing} is not one.`;

export const problems: ProblemWords = { design, noTerminal };
