/** The door to the exact simulation: every request, one by one. It knows the simulator's door; the simulator never knows it. */

export type { Pacing } from "./engine.ts";
export { type Inexpressible, inexpressible } from "./expressible.ts";
export { playOnSec } from "./jobs.ts";
export { betweenRuns, type ExactReport, ExactRun, runExactly, runsOfOneDay } from "./run.ts";
