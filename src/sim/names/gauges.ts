/** What is measured in every tick, by name: of the whole system, of its business, and of each place. */
import type { Place } from "./places.ts";

/** Requests of a tick that users wait for; `inVain`: share of the work done for clients that have gone, 0…1. */
export const totalGauges = ["offered", "answered", "failed", "inVain"] as const;
export type TotalGauge = (typeof totalGauges)[number];
/** What the shop earns by. */
export const businessGauges = ["ordersPerSec", "ordersShare"] as const;
export type BusinessGauge = (typeof businessGauges)[number];
/** What a place shows of itself. */
export const placeGauges = [
  "utilization",
  "cpu",
  "busiestCpu",
  "idlestCpu",
  "slots",
  "backlog",
  "up",
  "askedPerSec",
  "canPerSec",
  "boxes",
  "booting",
  "paidBoxes",
  "sessions",
  "hitRatio",
  "evictionsPerSec",
  "memoryUsed",
  "lagMs",
  "disk",
  "movedShare",
  "depth",
  "ageSec",
  "parked",
] as const;
export type PlaceGauge = (typeof placeGauges)[number];
/** What its boxes show one by one, numbered from 1: each shard, each crowd of web boxes that are alike. */
export const numberedGauges = ["utilizationOf", "boxesOf"] as const;
export type NumberedGauge = (typeof numberedGauges)[number];

/** The name of a gauge: "failed", "business.ordersShare", "db@korea.utilization", "shards.boxesOf3". */
export type Gauge =
  | TotalGauge
  | `business.${BusinessGauge}`
  | `${Place}.${PlaceGauge}`
  | `${Place}.${NumberedGauge}${number}`;

/** A gauge taken apart. */
export type GaugeParts =
  | { readonly of: "total"; readonly gauge: TotalGauge }
  | { readonly of: "business"; readonly gauge: BusinessGauge }
  | { readonly of: "place"; readonly place: Place; readonly gauge: PlaceGauge | NumberedGauge };

/** Whose gauge it is, and which. */
export function partsOfGauge(name: Gauge): GaugeParts {
  const dot = name.indexOf(".");
  if (dot < 0) return { of: "total", gauge: name as TotalGauge };
  const whose = name.slice(0, dot);
  const gauge = name.slice(dot + 1);
  if (whose === "business") return { of: "business", gauge: gauge as BusinessGauge };
  return {
    of: "place",
    place: whose as Place,
    gauge: gauge.replace(/\d+$/, "") as PlaceGauge | NumberedGauge,
  };
}
