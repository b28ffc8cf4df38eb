/** The door to real servers: what is measured on the machine at hand, beside what the simulator says of it. */

export type { TimeName } from "./figures.ts";
export { type Keeper, withKeeper } from "./keeper.ts";
export { Interrupted, RealProblem, type RealTrouble } from "./problem.ts";
export { apart, type QueueFound, type QueueNews, type QueueSetup, realQueue } from "./queue.ts";

export type RealName = "queue";
