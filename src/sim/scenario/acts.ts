/**
 * What somebody on call does to a system while it runs. An act changes nothing before its time: a run up to there, and
 * on with it, is the run of the scenario that has the act at that time. What a part holds it keeps (lines, memories,
 * lag, retries under way); what an act replaces begins anew.
 */
import type { RegionName } from "../design/design.ts";
import type { RequestKind } from "./kinds.ts";

/** `label` names the act's words. */
export type Act = { readonly label: string; readonly atSec: number } & Doing;

export type Doing =
  /** A box that is slow or errs goes, and a fresh one comes; a copy's is filled from another first. */
  | { readonly does: "replace"; readonly tier: "web" | "replica" | "shard" }
  /** A copy becomes the primary, whether the old one is there or not; what worked on the old one ends. */
  | { readonly does: "fail-over" }
  | { readonly does: "roll-back" }
  | { readonly does: "clear-disk" }
  /** Every web process is started again; all cache nodes are emptied. */
  | { readonly does: "restart-web" | "purge-cache" }
  /** What comes from outside is stopped at the door: a crawler, a long query, a region's broken network. */
  | {
      readonly does: "end";
      readonly what: "crawl" | "report" | "region-outage";
      readonly region?: RegionName;
    }
  /** A job of one's own stops sending: one of the scenario's streams, by its index. */
  | { readonly does: "pause"; readonly stream: number }
  /** So many boxes more, once they have booted. */
  | { readonly does: "add-boxes"; readonly tier: "web" | "workers"; readonly boxes: number }
  /** The web tier may scale out up to so many boxes. */
  | { readonly does: "raise-max"; readonly boxes: number }
  /** Clients may try again as a share of fresh requests. */
  | { readonly does: "limit-retries"; readonly budget: number }
  /** A message that was tried so often is put aside. */
  | { readonly does: "park"; readonly attempts: number }
  /** Only one of those who miss an entry together computes it again. */
  | { readonly does: "lease" }
  /** The balancer turns a share away for a while, of some kinds of requests or of all. */
  | {
      readonly does: "shed";
      readonly share: number;
      readonly forSec: number;
      readonly kinds?: readonly RequestKind[];
    }
  /** A web box is taken for dead after so many misses in a row; a scaled pool lets a shorter pause pass. */
  | { readonly does: "loosen-checks"; readonly misses: number };

export type ActKind = Doing["does"];
/** An act of one kind. */
export type ActOf<K extends ActKind> = Extract<Act, { does: K }>;
