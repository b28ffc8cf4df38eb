/** The tiers, in the order in which a request meets them. Adding one: its file, its settings in design.ts, a line here. */
import type { TierModel } from "../world.ts";
import { box } from "./box.ts";
import { cache } from "./cache.ts";
import { dns } from "./dns.ts";

export const tierModels: readonly TierModel[] = [dns, box, cache];
