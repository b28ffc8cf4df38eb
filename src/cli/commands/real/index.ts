/** The experiments beside real servers, in the order of the help. */
import type { RealCommand } from "./experiment.ts";
import { queue } from "./queue.ts";
import { retries } from "./retries.ts";

export const experiments: readonly RealCommand[] = [queue, retries];
