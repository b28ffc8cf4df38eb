/** The tiers, in the order in which a request meets them. Adding one: its file, its settings in design.ts, a line here. */
import type { TierModel } from "../world.ts";
import { balancer } from "./balancer.ts";
import { box } from "./box.ts";
import { cache } from "./cache.ts";
import { cdn } from "./cdn.ts";
import { database } from "./database.ts";
import { dns } from "./dns.ts";
import { keyValue } from "./keyvalue.ts";
import { localCache } from "./local-cache.ts";
import { queue } from "./queue.ts";
import { sessions } from "./sessions.ts";
import { shards } from "./shards.ts";
import { tools } from "./tools.ts";
import { web } from "./web.ts";
import { workers } from "./workers.ts";

export const tierModels: readonly TierModel[] = [
  dns,
  cdn,
  box,
  balancer,
  web,
  sessions,
  cache,
  localCache,
  database,
  shards,
  keyValue,
  queue,
  workers,
  tools,
];
