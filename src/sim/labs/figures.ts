/** What the labs measure beside a theory, by name. */
import type { CacheLabResult } from "./cache.ts";
import type { LagFigures } from "./lag.ts";
import type { QueueFigures } from "./queue.ts";
import type { RetriesFigures } from "./retries.ts";
import type { ShardsLabResult } from "./shards.ts";

export type LabFigure =
  | keyof QueueFigures
  | keyof CacheLabResult["simulated"]
  | keyof LagFigures
  | keyof RetriesFigures
  | keyof ShardsLabResult["theory"];
