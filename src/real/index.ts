/** The door to real servers: what is measured on the machine at hand, beside what the simulator says of it. */

export { type BalancerCase, type BalancerFound, type BalancerNews, realBalancer } from "./balancer.ts";
export { type CacheFound, type CacheNews, type RealPolicy, realCache } from "./cache.ts";
export type { TimeName } from "./figures.ts";
export { type Keeper, withKeeper } from "./keeper.ts";
export type { Lateness } from "./lateness.ts";
export { Interrupted, RealProblem, type RealTrouble } from "./problem.ts";
export { apart, type QueueFound, type QueueNews, realQueue } from "./queue.ts";
export { realRetries, type StormFate, type StormFound } from "./retries.ts";
export { locateServers, runStack, type StackMoment, type StackNews } from "./stack.ts";

export type RealName = "queue" | "retries" | "balancer" | "cache" | "level";
