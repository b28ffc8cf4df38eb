/** Why a design cannot be run, in words: what, and how to mend it. */
import type { Problem, ProblemCode } from "../sim/index.ts";

const sentences: Readonly<Record<ProblemCode, string>> = {
  "site-without-route": "a second site needs geo names to send users there: add dns geo",
  "sync-without-site": "copying between sites needs a second site",
  "replica-without-primary": "replicas copy a primary: give db a size",
  "sticky-without-balancer": "sticky sessions are a setting of a balancer: buy lb first",
  "balancer-without-web": "a balancer needs web boxes behind it",
  "box-and-web": "an all-in-one box and a web tier exclude each other: choose one",
  "queue-without-workers": "a queue needs workers that empty it",
  "workers-without-queue": "workers need a queue to take work from",
  "scale-below-count": "workers scale up to a number not below their count: raise max or lower the count",
  "scale-bounds":
    "autoscaling needs a max (or, without one, as many boxes bought) at least as large as min: raise max or lower min",
  "dedicated-without-shards": "a dedicated shard stands beside other shards",
  "only-without-cache": "keeping orders in the cache alone needs a cache",
};

/** What is wrong: "a queue needs workers that empty it". */
export function problemSentence({ code }: Problem): string {
  return sentences[code];
}

/** The same with the part it is about, as notation calls it: "@korea lb: …". */
export function problemLine(problem: Problem): string {
  const at = problem.region === undefined ? "" : `@${problem.region} `;
  return `${at}${problem.part}: ${problemSentence(problem)}`;
}
