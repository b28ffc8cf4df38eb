/** Bytes to users and what they cost: from the sites, and from the edges of a CDN. */

import type { Route } from "../../engine/flow.ts";
import type { BillLine, World } from "../../engine/world.ts";
import { answerKb, cdnPerGb, egressPerGb, meteredSecPerMonth } from "../../scenario/capacities.ts";

const kbPerGb = 1_000_000;

/** Dollars for so many GB a month by a list whose later tiers are cheaper. */
export function tieredPrice(gb: number, list: typeof egressPerGb): number {
  let price = 0;
  let from = 0;
  for (const [upTo, perGb] of list) {
    if (gb <= from) break;
    price += (Math.min(gb, upTo) - from) * perGb;
    from = upTo;
  }
  return price;
}

/** Counts what was sent over a run. */
export class Egress {
  /** KB so far, from the sites to users, from the edges to users, and into the edges ahead of demand. */
  private siteKb = 0;
  private edgeKb = 0;
  private prefetchKb = 0;

  /** Books what a route's answers weighed in this step. @param edgeShare part of them that an edge handed on */
  book(world: World, route: Route, edgeShare: number): void {
    const answered = route.offeredPerSec * route.mass * (1 - route.timedOutShare) * world.dtSec;
    if (!(answered > 0)) return;
    const kb = answered * (route.kind === "asset" ? world.scenario.data.assetKb : answerKb[route.kind]);
    this.edgeKb += kb * edgeShare;
    // What an edge fetches from the origin is free; only what goes to users is billed.
    this.siteKb += kb * (1 - edgeShare);
  }

  /** Books files that were sent to edges before anybody asked, in KB. */
  bookPrefetch(kb: number): void {
    this.prefetchKb += kb;
  }

  /** The bill of a month of such traffic, in dollars. */
  bill(world: World): BillLine[] {
    if (world.scenario.billBandwidth !== true || world.timeSec <= 0) return [];
    const gbPerMonth = (kb: number) => (kb / kbPerGb / world.timeSec) * meteredSecPerMonth;
    const edgeGb = gbPerMonth(this.edgeKb);
    const lines = [
      { id: "egress", perMonth: tieredPrice(gbPerMonth(this.siteKb), egressPerGb) },
      { id: "cdn", perMonth: tieredPrice(edgeGb, cdnPerGb) },
      {
        id: "cdn-prefetch",
        perMonth: tieredPrice(edgeGb + gbPerMonth(this.prefetchKb), cdnPerGb) - tieredPrice(edgeGb, cdnPerGb),
      },
    ];
    return lines.filter((line) => line.perMonth > 0);
  }
}
