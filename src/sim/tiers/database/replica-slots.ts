/** Where the copies of one site stand, and since when each is out of service. */

import type { Site } from "../../design/design.ts";
import { overlapShare } from "../../engine/time.ts";
import type { World } from "../../engine/world.ts";
import { delaySec } from "../../scenario/capacities.ts";

export type Zone = "A" | "B";

/** A copy that is gone for good is waited for as long as a failover takes. */
const strikeOffSec = delaySec.detectPrimary + delaySec.promote;

/** The zones of so many copies, one by one: the primary stands in A. */
export function zonesOf(count: number, zones: Site["db"]["zones"]): Zone[] {
  return Array.from({ length: count }, (_, i) => (zones === "AB" ? (i % 2 === 0 ? "B" : "A") : zones));
}

/** One place for a copy. */
interface Slot {
  readonly zone: Zone;
  /** Out of service from here on … */
  downFromSec: number;
  /** … until here; Infinity when it never comes back. The last 120 s of it another copy is read to build it. */
  upAtSec: number;
  /** Synchronous copying waits for it until then, though it is out. */
  awaitedUntilSec: number;
}

export class ReplicaSlots {
  readonly #slots: Slot[] = [];
  /** When each zone is there again; −1 while it is there. */
  #zoneBackSec: Record<Zone, number> = { A: -1, B: -1 };
  /** Copies in service, averaged over the step. */
  up = 0;
  /** Share of the step in which at least one copy is in service. */
  upShare = 0;
  /** Copies being built from another, averaged over the step. */
  rebuilding = 0;
  /** Share of the step in which some copy that should be there is not (and has not been struck off). */
  missingShare = 0;

  constructor(count: number, zones: Site["db"]["zones"]) {
    for (const zone of zonesOf(count, zones)) this.add(zone, -1);
  }

  get count(): number {
    return this.#slots.length;
  }

  /** One more copy, in service from a time on. */
  add(zone: Zone, upAtSec: number): void {
    const downFromSec = upAtSec < 0 ? Number.POSITIVE_INFINITY : -1;
    this.#slots.push({ zone, downFromSec, upAtSec, awaitedUntilSec: -1 });
  }

  /** Stops `boxes` copies that are in service at `atSec`; each is replaced, or comes back at `untilSec` (Infinity: never). */
  crash(boxes: number, atSec: number, untilSec: number): void {
    let left = boxes;
    for (let i = 0; i < this.#slots.length && left > 0; i++) {
      if (!this.#inService(i, atSec)) continue;
      const slot = this.#slots[i]!;
      this.#replace(
        slot,
        atSec,
        untilSec < Number.POSITIVE_INFINITY ? untilSec : atSec + delaySec.replicaRebuild,
      );
      slot.awaitedUntilSec = slot.upAtSec;
      left--;
    }
  }

  /** A zone is gone with all that stands in it; copies are built anew once it is back. */
  flood(zone: Zone, atSec: number, untilSec: number): void {
    this.#zoneBackSec[zone] = untilSec;
    for (const slot of this.#slots) {
      if (slot.zone !== zone) continue;
      this.#replace(slot, atSec, untilSec + delaySec.replicaRebuild);
      slot.awaitedUntilSec = atSec + strikeOffSec;
    }
  }

  /** The last complete copy is gone at `atSec`: what was being built from it will never be finished. */
  orphan(atSec: number): void {
    for (let i = 0; i < this.#slots.length; i++)
      if (!this.#inService(i, atSec)) this.#slots[i]!.upAtSec = Number.POSITIVE_INFINITY;
  }

  /** Takes one copy out for promotion at `atSec` and builds another in its place after `doneSec`. */
  takeBest(atSec: number, doneSec: number): Zone | undefined {
    for (let i = 0; i < this.#slots.length; i++) {
      if (!this.#inService(i, atSec)) continue;
      const slot = this.#slots[i]!;
      this.#replace(slot, atSec, Math.max(doneSec, this.#zoneBackSec[slot.zone]) + delaySec.replicaRebuild);
      slot.awaitedUntilSec = -1;
      return slot.zone;
    }
    return undefined;
  }

  /** Whether a copy could be promoted at `atSec`. */
  anyInService(atSec: number): boolean {
    for (let i = 0; i < this.#slots.length; i++) if (this.#inService(i, atSec)) return true;
    return false;
  }

  /** Builds all copies anew from `atSec` on, where their zone is there (after a restore). */
  rebuildAll(atSec: number): void {
    for (const slot of this.#slots) {
      const start = Math.max(atSec, this.#zoneBackSec[slot.zone]);
      this.#replace(slot, Math.min(slot.downFromSec, atSec), start + delaySec.replicaRebuild);
      slot.awaitedUntilSec = -1;
    }
  }

  #inService(i: number, atSec: number): boolean {
    const slot = this.#slots[i]!;
    return atSec < slot.downFromSec || atSec >= slot.upAtSec;
  }

  /** Out of service from `fromSec` (or since earlier, when it already is) until `upAtSec`. */
  #replace(slot: Slot, fromSec: number, upAtSec: number): void {
    const inService = fromSec < slot.downFromSec || fromSec >= slot.upAtSec;
    if (inService) slot.downFromSec = fromSec;
    slot.upAtSec = upAtSec;
  }

  /** What is in service in the step that begins now. */
  observe(world: World): void {
    this.up = 0;
    this.rebuilding = 0;
    this.missingShare = 0;
    for (let i = 0; i < this.#slots.length; i++) {
      const slot = this.#slots[i]!;
      const down = overlapShare(world, slot.downFromSec, slot.upAtSec);
      this.up += 1 - down;
      const rebuildFromSec = Math.max(slot.downFromSec, slot.upAtSec - delaySec.replicaRebuild);
      this.rebuilding += overlapShare(world, rebuildFromSec, slot.upAtSec);
      const missing = overlapShare(world, slot.downFromSec, Math.min(slot.upAtSec, slot.awaitedUntilSec));
      if (missing > this.missingShare) this.missingShare = missing;
    }
    this.upShare = this.up < 1 ? this.up : 1;
  }
}
