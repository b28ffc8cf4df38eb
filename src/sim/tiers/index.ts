/** The tiers, in the order in which a request meets them. Adding one: its file, its settings in design.ts, a line here. */
import type { TierModel } from "../engine/world.ts";
import { box } from "./box.ts";
import { cache } from "./cache.ts";
import { database } from "./database/database.ts";
import { cdn } from "./edge/cdn.ts";
import { dns } from "./edge/dns.ts";
import { queue } from "./jobs/queue.ts";
import { workers } from "./jobs/workers.ts";
import { keyValue } from "./keyvalue.ts";
import { tools } from "./operations/tools.ts";
import { orders } from "./orders.ts";
import { shards } from "./shards/shards.ts";
import { balancer } from "./web/balancer.ts";
import { localCache } from "./web/local-cache.ts";
import { sessions } from "./web/sessions.ts";
import { web } from "./web/web.ts";

export const tierModels: readonly TierModel[] = [
  dns,
  cdn,
  box,
  balancer,
  web,
  sessions,
  localCache,
  cache,
  database,
  shards,
  keyValue,
  queue,
  workers,
  orders,
  tools,
];
