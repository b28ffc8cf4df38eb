/**
 * Bytes to users and what they cost: from the sites, and from the edges of a CDN. A month is billed as if all that
 * is asked for were answered: a system that loses its requests is not a cheap one.
 */

import type { BillLine } from "../../engine/world.ts";
import { cdnPerGb, egressPerGb, meteredSecPerMonth } from "../../scenario/capacities.ts";
import { kinds, type RequestKind } from "../../scenario/kinds.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { FileShares } from "./files.ts";

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

/** Counts what is sent over a run, or over a scenario without one. */
export class Egress {
  readonly #scenario: Scenario;
  /** KB so far, from the sites to users and edges, from the edges to users, and into the edges ahead of demand. */
  #siteKb = 0;
  #edgeKb = 0;
  #prefetchKb = 0;
  #sec = 0;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** Time goes on, in seconds. */
  pass(dtSec: number): void {
    this.#sec += dtSec;
  }

  /** Books answers that the sites send to users. */
  bookSites(kind: RequestKind, answers: number): void {
    this.#siteKb += answers * this.#kbOf(kind);
  }

  /** Books files as they are answered. What an edge fetches leaves the sites first, and is billed there as well. */
  bookFiles({ hits, stored, lost, viaEdge, direct }: FileShares, files: number): void {
    const kb = files * this.#kbOf("asset");
    this.#edgeKb += kb * (hits + stored + lost + viaEdge);
    this.#siteKb += kb * (direct + viaEdge);
  }

  /** Books files that were sent to edges before anybody asked, in KB. */
  bookPrefetch(kb: number): void {
    this.#prefetchKb += kb;
  }

  #kbOf(kind: RequestKind): number {
    return kinds[kind].does === "file" ? this.#scenario.data.assetKb : kinds[kind].answerKb;
  }

  /** The bill of a month of such traffic, in dollars. */
  bill(): BillLine[] {
    if (this.#scenario.billBandwidth !== true || this.#sec <= 0) return [];
    const gbPerMonth = (kb: number) => (kb / kbPerGb / this.#sec) * meteredSecPerMonth;
    const edgeGb = gbPerMonth(this.#edgeKb);
    const lines = [
      { id: "egress", perMonth: tieredPrice(gbPerMonth(this.#siteKb), egressPerGb) },
      { id: "cdn", perMonth: tieredPrice(edgeGb, cdnPerGb) },
      {
        id: "cdn-prefetch",
        perMonth:
          tieredPrice(edgeGb + gbPerMonth(this.#prefetchKb), cdnPerGb) - tieredPrice(edgeGb, cdnPerGb),
      },
    ];
    return lines.filter((line) => line.perMonth > 0);
  }
}
