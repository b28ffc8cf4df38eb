/** The experiments beside real servers, in the order of the help. */
import { balancer } from "./balancer.ts";
import { cache } from "./cache.ts";
import type { RealCommand } from "./experiment.ts";
import { level } from "./level.ts";
import { queue } from "./queue.ts";
import { retries } from "./retries.ts";

export const experiments: readonly RealCommand[] = [queue, retries, balancer, cache, level];
