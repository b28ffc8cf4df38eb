/** The door to the labs. */
import { balancing, balancingBench } from "./balancing.ts";
import { batching, batchingBench } from "./batching.ts";
import { cache, cacheBench } from "./cache.ts";
import { hotKey, hotKeyBench } from "./hot-key.ts";
import type { Bench, BenchName } from "./lab.ts";
import { lag, lagBench } from "./lag.ts";
import { loadTest, loadTestBench } from "./load-test.ts";
import { measuring, measuringBench } from "./measuring.ts";
import { queue, queueBench } from "./queue.ts";
import { restart, restartBench } from "./restart.ts";
import { retries, retriesBench } from "./retries.ts";
import { celebrityBench, shards, shardsBench } from "./shards.ts";

export { type Policy, routedTimes } from "./balancing.ts";
export { type KnobSettings, type Knobs, seedKnob, usageOf } from "./knobs.ts";
export * from "./lab.ts";
export { halfWidthShareOf, relaxationSecOf } from "./measuring.ts";
export * from "./trials.ts";
export { balancing, batching, cache, hotKey, lag, loadTest, measuring, queue, restart, retries, shards };

/** The benches of the screen, in the order of the levels that they belong to. */
export const benches: readonly Bench[] = [
  queueBench,
  loadTestBench,
  measuringBench,
  balancingBench,
  lagBench,
  cacheBench,
  restartBench,
  hotKeyBench,
  retriesBench,
  batchingBench,
  shardsBench,
  celebrityBench,
];

/** A bench by its name. */
export function benchNamed(name: BenchName): Bench {
  return benches.find((bench) => bench.name === name) as Bench;
}
