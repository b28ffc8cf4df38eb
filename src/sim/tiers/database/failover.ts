/** Who is the primary, and what happens when it is lost: detection, promotion, restore, the missing tail. */

import type { Design } from "../../design/design.ts";
import type { EventOf, Happenings } from "../../engine/happenings.ts";
import { isWithin, overlapShare } from "../../engine/time.ts";
import type { World } from "../../engine/world.ts";
import type { ActOf } from "../../scenario/acts.ts";
import { delaySec, roundTripSec, shippingAwaySec } from "../../scenario/capacities.ts";
import type { DataSite } from "./data-site.ts";
import type { Zone } from "./replica-slots.ts";

/** A backup is complete every so often; a restore brings back the last one. */
const backupEverySec = 300;
/** Copying a backup onto a new box and opening it. */
const restoreSec = 180;
/** Recovery scripts find most of the missing tail in the web tier's logs, and take so long. */
const recoveredShare = 0.9;
const recoverySec = 60;

export class Failover {
  readonly members: readonly DataSite[];
  /** Where the primary is, in which zone, how big. */
  at = 0;
  vcpu: number;
  zone: Zone = "A";
  /** Share of this step without a primary. */
  downShare = 0;
  /** Writes that the primary accepted in the last step, per second, and in all. */
  acceptedPerSec = 0;
  accepted = 0;
  /** Recovered writes per second in this step. */
  recoveringPerSec = 0;
  /** Seconds without a primary so far. */
  downSec = 0;
  /** Set when a new primary took over in this step. */
  switched = false;

  readonly #design: Design;
  readonly #outages: Happenings<"region-outage">;
  readonly #crashes: Happenings<"crash">;
  readonly #byHand: readonly ActOf<"fail-over">[];
  readonly #floods: Happenings<"flood">;
  readonly #copy;
  readonly #promotion;
  readonly #recovery: boolean;
  readonly #backups: boolean;
  #downFromSec = -1;
  #returnSec = Number.POSITIVE_INFINITY;
  #promoteFromSec = 0;
  #switchSec = Number.POSITIVE_INFINITY;
  #candidate = -1;
  #restoring = false;
  #rateAtLossPerSec = 0;
  #sinceBackup = 0;
  #lostSinceBackup = 0;
  #backupIndex = 0;
  #recoverUntilSec = -1;
  #recoverPerSec = 0;

  readonly #shippingSec: number;

  constructor(world: World, members: readonly DataSite[], vcpu: number) {
    this.#design = world.design;
    this.#outages = world.happenings("region-outage");
    this.#byHand = world.acts("fail-over");
    // The primary is its cluster's, wherever it stands; a copy or a zone is its site's.
    this.#crashes = world.happenings(
      "crash",
      (event) =>
        (event.tier === "primary" && members[0]!.site.isStruck(event)) ||
        (event.tier === "replica" && members.some(({ site }) => site.isStruck(event))),
    );
    this.#floods = world.happenings("flood", (event) => members.some(({ site }) => site.isStruck(event)));
    this.members = members;
    this.vcpu = vcpu;
    const { db } = members[0]!.site.design;
    this.#copy = db.copy;
    this.#promotion = db.promote;
    this.#recovery = db.recovery;
    this.#backups = db.backups;
    this.#shippingSec = world.commit.shippingSec;
  }

  get home(): DataSite {
    return this.members[this.at]!;
  }

  /** Writes missing while no new primary has taken over: the tail that no copy has, or all when there is no copy. */
  missing(): number {
    if (this.#downFromSec < 0 || this.#returnSec < Number.POSITIVE_INFINITY) return 0;
    if (this.#restoring) return this.#lostSinceBackup;
    const next = this.#nextPrimary(this.#downFromSec);
    if (next >= 0) return this.#tail(next);
    return this.#backups ? this.#lostSinceBackup : this.accepted;
  }

  /** How long no write has been accepted, in seconds. */
  #withoutWritesSec(world: World): number {
    return this.#downFromSec < 0 ? 0 : Math.max(0, world.timeSec + world.dtSec / 2 - this.#downFromSec);
  }

  /** Whether a write waits until every copy at the primary's site has applied it. */
  get waitsForAll(): boolean {
    return this.#copy === "sync";
  }

  /** Share of reads of one's own last write that miss it on a member's copies. */
  staleShare(world: World, member: DataSite): number {
    if (member === this.home && this.waitsForAll) return 0;
    return member.staleShare(world, this.shippingSec(member), this.#withoutWritesSec(world));
  }

  /** Network time of the acknowledgements that a write waits for, in seconds. */
  acknowledgeSec(): number {
    const { home } = this;
    let sec = this.#copy !== "async" && home.slots.up > 0 ? delaySec.zoneRoundTrip : 0;
    if (this.#design.sync.mode !== "sync") return sec;
    for (let m = 0; m < this.members.length; m++) {
      const member = this.members[m]!;
      if (m !== this.at && member.outShare === 0)
        sec = Math.max(sec, roundTripSec(home.site.region, member.site.region));
    }
    return sec;
  }

  /** Takes up this step's events, then goes on with what is under way. */
  prepare(world: World): void {
    this.switched = false;
    for (let i = 0; i < this.members.length; i++) {
      const member = this.members[i]!;
      member.outShare = 0;
      member.awaitedShare = 0;
    }
    this.#readEvents(world);
    for (const { atSec } of this.#byHand) if (isWithin(world, atSec)) this.#failOver(world, atSec);
    this.#advance(world);
    for (let i = 0; i < this.members.length; i++) this.members[i]!.slots.observe(world);
    this.recoveringPerSec = this.#recoverPerSec * overlapShare(world, 0, this.#recoverUntilSec);
    world.tally.recoveredWrites += this.recoveringPerSec * world.dtSec;
  }

  #readEvents(world: World): void {
    const outages = this.#outages;
    const crashes = this.#crashes;
    const floods = this.#floods;
    for (const event of outages.events) this.#readOutage(world, event);
    for (const event of crashes.events) {
      if (!crashes.begins(event)) continue;
      if (event.tier === "replica") this.#crashCopies(event);
      else {
        this.#lose(event.atSec, event.untilSec);
        world.note({ what: "primary-lost", place: "db" });
      }
    }
    for (const event of floods.events) {
      if (!floods.begins(event)) continue;
      const flooded = this.members.findIndex(({ site }) => site.isStruck(event));
      this.members[flooded]!.slots.flood(event.zone, event.atSec, event.untilSec);
      if (this.at !== flooded || this.zone !== event.zone) continue;
      this.#lose(event.atSec, event.untilSec);
      world.note({ what: "primary-lost", place: "db" });
    }
  }

  /** Somebody promotes a copy now, whether the primary is lost or not: nobody waits for it to be found dead. */
  #failOver(world: World, atSec: number): void {
    if (this.#downFromSec < 0) {
      this.#lose(atSec, Number.POSITIVE_INFINITY);
      world.note({ what: "primary-lost", place: "db" });
    }
    if (this.#candidate < 0) this.#promoteFromSec = Math.min(this.#promoteFromSec, atSec);
  }

  /** A whole site is out of reach: its copies, and the primary when it stands there. */
  #readOutage(world: World, event: EventOf<"region-outage">): void {
    const share = this.#outages.shareOf(event);
    if (share <= 0) return;
    for (let m = 0; m < this.members.length; m++) {
      const member = this.members[m]!;
      if (member.site.region !== event.region) continue;
      member.outShare = Math.min(1, member.outShare + share);
      const awaitedSec = Math.min(event.untilSec, event.atSec + delaySec.detectPrimary + delaySec.promote);
      const awaited = overlapShare(world, event.atSec, awaitedSec);
      member.awaitedShare = Math.min(1, member.awaitedShare + awaited);
      if (this.#outages.begins(event) && m === this.at) this.#lose(event.atSec, event.untilSec);
    }
  }

  /** Those of the site that is named; otherwise the primary's own, or where there are none another's. */
  #crashCopies({ boxes, atSec, untilSec, region }: EventOf<"crash">): void {
    for (let m = 0; m < this.members.length; m++) {
      const member = this.members[(this.at + m) % this.members.length]!;
      if (region !== undefined && member.site.region !== region) continue;
      if (!member.slots.anyInService(atSec)) continue;
      member.slots.crash(boxes, atSec, untilSec);
      return;
    }
  }

  /** The primary stops at `atSec`; the same box is back at `returnSec`, if ever. */
  #lose(atSec: number, returnSec: number): void {
    if (this.#downFromSec >= 0) {
      this.#returnSec = Math.max(this.#returnSec, returnSec);
      if (this.#candidate < 0) return;
      // The copy that was being promoted is lost as well: all over again.
      this.#candidate = -1;
      this.#switchSec = Number.POSITIVE_INFINITY;
      this.#promoteFromSec = atSec + delaySec.detectPrimary;
      return;
    }
    this.#downFromSec = atSec;
    this.#returnSec = returnSec;
    this.#candidate = -1;
    this.#restoring = false;
    this.#switchSec = Number.POSITIVE_INFINITY;
    const byHand = this.#promotion === "manual";
    const promoted = atSec + delaySec.detectPrimary + (byHand ? delaySec.promoteByHand : delaySec.promote);
    this.#promoteFromSec = promoted - delaySec.promote;
    this.#rateAtLossPerSec = this.acceptedPerSec;
    this.#lostSinceBackup = this.#sinceBackup;
  }

  #advance(world: World): void {
    const { timeSec, dtSec } = world;
    this.downShare = 0;
    if (this.#downFromSec < 0) return;
    const end = timeSec + dtSec;
    const fromSec = Math.max(this.#promoteFromSec, timeSec);
    if (this.#candidate < 0 && !this.#restoring && fromSec < end && this.#returnSec > fromSec)
      this.#choose(world, fromSec);
    const chosen = this.#candidate >= 0 || this.#restoring;
    const doneSec = chosen ? this.#switchSec : this.#returnSec;
    this.downShare = overlapShare(world, this.#downFromSec, doneSec);
    this.downSec += this.downShare * dtSec;
    if (doneSec >= end) return;
    if (this.#candidate >= 0) this.#promote(world, doneSec);
    else if (this.#restoring) this.#restore(world, doneSec);
    else world.note({ what: "primary-back", place: "db" });
    this.#downFromSec = -1;
  }

  /** The most advanced copy that is there: at the primary's own site, otherwise at another one; −1 when there is none. */
  #nextPrimary(atSec: number): number {
    for (let m = 0; m < this.members.length; m++) {
      const index = (this.at + m) % this.members.length;
      const member = this.members[index]!;
      if (member.outShare === 0 && member.slots.anyInService(atSec)) return index;
    }
    return -1;
  }

  #choose(world: World, atSec: number): void {
    this.#candidate = this.#nextPrimary(atSec);
    if (this.#candidate >= 0) {
      const member = this.members[this.#candidate]!;
      // What a copy has received is not lost: it is applied before anybody writes there.
      this.#switchSec = atSec + delaySec.promote + member.catchUpSec();
      this.zone = member.slots.takeBest(atSec, this.#switchSec) as Zone;
      return;
    }
    if (this.#returnSec < Number.POSITIVE_INFINITY || this.#anyCopy(atSec)) return;
    for (let m = 0; m < this.members.length; m++) this.members[m]!.slots.orphan(atSec);
    if (!this.#backups) return;
    this.#restoring = true;
    this.#switchSec = atSec + restoreSec;
    world.note({ what: "restoring", place: "db" });
  }

  /** Whether a copy is in service anywhere, even at a site that is out of reach now. */
  #anyCopy(atSec: number): boolean {
    for (let m = 0; m < this.members.length; m++) if (this.members[m]!.slots.anyInService(atSec)) return true;
    return false;
  }

  /** Writes that the primary had acknowledged and that were still on their way to a member when it was lost. */
  #tail(member: number): number {
    const acknowledged = member === this.at ? this.#copy !== "async" : this.#design.sync.mode === "sync";
    return acknowledged ? 0 : this.shippingSec(this.members[member]!) * this.#rateAtLossPerSec;
  }

  /** Until a site's copies have received what the primary has written, in seconds. */
  shippingSec(member: DataSite): number {
    const from = this.home.site.region;
    return member === this.home ? this.#shippingSec : shippingAwaySec(from, member.site.region);
  }

  #promote(world: World, atSec: number): void {
    const before = this.home;
    const next = this.members[this.#candidate]!;
    const lost = this.#tail(this.#candidate);
    // The old box is no longer the primary: where another site took over, it comes back as one more copy.
    if (next !== before && this.#returnSec < Number.POSITIVE_INFINITY) before.slots.add("A", this.#returnSec);
    this.at = this.#candidate;
    this.vcpu = next.site.design.db.replicaSize;
    this.#count(world, atSec, lost);
    world.note({ what: "promoted", place: next.site.place("db"), lostWrites: Math.round(lost) });
  }

  #restore(world: World, atSec: number): void {
    this.at = 0;
    this.zone = this.zone === "A" ? "B" : "A";
    this.members[0]!.slots.rebuildAll(atSec);
    this.#count(world, atSec, this.#lostSinceBackup);
    world.note({ what: "restored", place: "db", lostWrites: Math.round(this.#lostSinceBackup) });
  }

  #count(world: World, atSec: number, lost: number): void {
    this.switched = true;
    world.tally.lostWrites += lost;
    if (!this.#recovery || lost <= 0) return;
    this.#recoverUntilSec = atSec + recoverySec;
    this.#recoverPerSec = (lost * recoveredShare) / recoverySec;
  }

  /** Share of this step in which a synchronous write would wait for a copy that is not there. */
  blockedShare(): number {
    let blocked = this.#copy === "sync" ? this.home.slots.missingShare : 0;
    if (this.#design.sync.mode === "sync")
      for (let m = 0; m < this.members.length; m++) {
        const member = this.members[m]!;
        if (m !== this.at && member.awaitedShare > blocked) blocked = member.awaitedShare;
      }
    return blocked;
  }

  /** Keeps what the primary accepted in this step. */
  accept(world: World, writesPerSec: number): void {
    this.acceptedPerSec = writesPerSec;
    const index = Math.floor(world.timeSec / backupEverySec);
    if (index !== this.#backupIndex) {
      this.#backupIndex = index;
      this.#sinceBackup = 0;
    }
    const writes = writesPerSec * world.dtSec;
    this.#sinceBackup += writes;
    this.accepted += writes;
    world.tally.writes += writes;
  }
}
