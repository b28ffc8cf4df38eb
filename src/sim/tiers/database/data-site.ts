/** A site that holds a database's data, with its copies. */

import { streamOf } from "../../chance/streams.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { World } from "../../engine/world.ts";
import type { Station } from "../../queueing/station.ts";
import { databaseSec } from "../../scenario/capacities.ts";
import { Demand } from "../common/demand.ts";
import { stretch } from "../common/mix.ts";
import { ReplicaPool } from "./replica-pool.ts";
import { ReplicaSlots } from "./replica-slots.ts";

/** Copies that are further behind are not used for reads (as proxies do). */
const lagUsableSec = 5;
/** Old primaries of other sites may come back as further copies. */
const copiesMore = 4;

export class DataSite {
  readonly site: SiteAtWork;
  readonly slots: ReplicaSlots;
  /** The copies that work at full speed, and those that an event slows down or that have not caught up since. */
  readonly copies: ReplicaPool;
  readonly #slowCopies: ReplicaPool;
  readonly vcpu: number;
  /** How many copies are slow or catching up now, and how fast they work. */
  #slowBoxes = 0;
  #slowSpeed = 1;
  /** Share of the reads here that meets them. */
  slowShare = 0;
  /** Whether any copies are near enough to the primary to be read. */
  isUsable = true;
  /** How much longer work takes on the others (they may be read to build a new one). */
  slower = 1;
  /** Share of reads turned away by full queues. */
  blockedShare = 0;
  /** For hops: both kinds of copies, by their shares of the reads. */
  readonly stations: readonly Station[];
  readonly upTo = new Float64Array([1, 1]);
  readonly timesLonger = new Float64Array([1, 1]);
  /** For writes that wait for all: a queue each, the slow ones first. */
  readonly each: Station[];
  readonly eachUpTo: Float64Array;
  readonly eachLonger: Float64Array;
  /** The whole site is out of reach in this share of the step. */
  outShare = 0;
  /** Synchronous copying to this site waits in this share of the step, though it is out. */
  awaitedShare = 0;
  readonly #gauges;
  readonly #demand: Demand | undefined;

  constructor(world: World, site: SiteAtWork, replicas: number) {
    const { db } = site.design;
    this.site = site;
    this.vcpu = replicas > 0 ? db.replicaSize : db.size;
    this.slots = new ReplicaSlots(replicas, db.zones);
    this.copies = new ReplicaPool(world, streamOf("staleness", site.index));
    this.#slowCopies = new ReplicaPool(world, streamOf("staleSlow", site.index));
    this.stations = [this.copies.station, this.#slowCopies.station];
    const most = replicas + copiesMore;
    this.each = new Array<Station>(most).fill(this.copies.station);
    this.eachUpTo = new Float64Array(most).fill(1);
    this.eachLonger = new Float64Array(most).fill(1);
    const name = site.place("replicas");
    // A database without copies shows none: no gauge that is down for ever.
    if (replicas > 0) {
      this.#demand = new Demand(world, name);
      this.#gauges = {
        utilization: world.gauges.add(`${name}.utilization`),
        backlog: world.gauges.add(`${name}.backlog`),
        up: world.gauges.add(`${name}.up`, 1),
        boxes: world.gauges.add(`${name}.boxes`, replicas),
        booting: world.gauges.add(`${name}.booting`),
        lagMs: world.gauges.add(`${name}.lagMs`),
      };
    }
  }

  /** How many copies work at full speed and have caught up. */
  get #others(): number {
    return this.slots.up - this.#slowBoxes;
  }

  get isUneven(): boolean {
    return this.#slowBoxes > 0;
  }

  /** Mean lag of the copies that are furthest behind, in seconds. */
  get lagSec(): number {
    const { copies } = this;
    const slowCopies = this.#slowCopies;
    if (this.#slowBoxes <= 0) return copies.lagSec;
    return this.#others > 0 ? Math.max(copies.lagSec, slowCopies.lagSec) : slowCopies.lagSec;
  }

  /** Age of the oldest write that some copy has received and not begun to apply, in seconds. */
  get applyDelaySec(): number {
    const { copies } = this;
    const slowCopies = this.#slowCopies;
    if (this.#slowBoxes <= 0) return copies.applyDelaySec;
    return Math.max(this.#others > 0 ? copies.applyDelaySec : 0, slowCopies.applyDelaySec);
  }

  /** Mean time of applying one write on a copy at full speed, in seconds. */
  get replaySec(): number {
    return databaseSec.replay * stretch(this.vcpu) * this.slower;
  }

  /** Time that the most advanced copy needs to apply all it has received, in seconds. */
  catchUpSec(): number {
    return (this.#others > 0 ? this.copies : this.#slowCopies).log.catchUpSec(this.vcpu);
  }

  /** Shows how the copies fare. */
  show(world: World): void {
    if (!this.#gauges) return;
    const { copies, slots } = this;
    const slowCopies = this.#slowCopies;
    const up = slots.up * (1 - this.outShare);
    const slow = up > 0 ? this.#slowBoxes / slots.up : 0;
    const others = up > 0 ? 1 - slow : 0;
    const { station } = copies;
    const { station: slowStation } = slowCopies;
    const utilization = others * station.utilization + slow * slowStation.utilization;
    world.gauges.set(this.#gauges.utilization, utilization);
    world.gauges.set(this.#gauges.backlog, others * station.backlog + slow * slowStation.backlog);
    world.gauges.set(this.#gauges.up, up / slots.count);
    world.gauges.set(this.#gauges.boxes, up);
    world.gauges.set(this.#gauges.booting, slots.rebuilding * (1 - this.outShare));
    if (up <= 0) this.#demand?.show(0, 0);
    else if (slow > 0) this.#showBoth();
    else this.#demand?.showLoad(copies.load, up);
    world.gauges.set(this.#gauges.lagMs, up > 0 ? this.lagSec * 1_000 : 0);
  }

  /** What both kinds of copies are asked for and can do together. */
  #showBoth(): void {
    const { load } = this.copies;
    const { load: slowLoad } = this.#slowCopies;
    const others = this.#others;
    const slowBoxes = this.#slowBoxes;
    const asked = others > 0 ? load.arrivalRatePerSec * others : 0;
    const can = others > 0 ? (load.servers / load.serviceTimeSec) * others : 0;
    this.#demand?.show(
      asked + slowLoad.arrivalRatePerSec * slowBoxes,
      can + (slowLoad.servers / slowLoad.serviceTimeSec) * slowBoxes,
    );
  }

  /**
   * Slows down `boxes` copies to `speed` for this step. Those that were slow before stay apart until they have caught
   * up with the others. Then says which copies are read.
   */
  slowDown(boxes: number, speed: number): void {
    const { copies } = this;
    const slowCopies = this.#slowCopies;
    const { up } = this.slots;
    const slowed = Math.min(boxes, up);
    if (slowed > 0) {
      if (this.#slowBoxes <= 0) slowCopies.follow(copies);
      this.#slowBoxes = slowed;
      this.#slowSpeed = speed;
    } else if (this.#slowBoxes > 0) {
      this.#slowBoxes = slowCopies.isCaughtUp ? 0 : Math.min(this.#slowBoxes, up);
      this.#slowSpeed = 1;
      if (this.#slowBoxes <= 0) slowCopies.renew();
    }
    const slow = this.#slowBoxes > 0 && slowCopies.lagSec <= lagUsableSec;
    const others = this.#others > 0 && copies.lagSec <= lagUsableSec;
    this.isUsable = slow || others;
    this.slowShare = slow ? (others ? this.#slowBoxes / up : 1) : 0;
  }

  /** One tick of all copies in service, at `speed` but for what slows some down. */
  step(world: World, speed: number, writesPerSec: number, delay: number): void {
    const { copies, vcpu, slowShare } = this;
    const slowCopies = this.#slowCopies;
    const slowBoxes = this.#slowBoxes;
    const others = this.#others;
    if (slowBoxes > 0) {
      slowCopies.reads.take(copies.reads, slowShare);
      slowCopies.step(world, slowBoxes, vcpu, speed * this.#slowSpeed, writesPerSec, delay);
    }
    if (others > 0) copies.step(world, others, vcpu, speed, writesPerSec, delay);
    else copies.renew();
    this.slower = speed > 0 ? 1 / speed : 1;
    this.upTo[0] = 1 - slowShare;
    this.timesLonger[1] = this.#slowSpeed > 0 ? 1 / this.#slowSpeed : 1;
    this.blockedShare =
      (1 - slowShare) * copies.station.blockedShare +
      (slowShare > 0 ? slowShare * slowCopies.station.blockedShare : 0);
    for (let i = 0; slowBoxes > 0 && i < this.each.length; i++) {
      const kind = i < slowBoxes ? 1 : 0;
      this.each[i] = this.stations[kind]!;
      this.eachLonger[i] = this.timesLonger[kind]!;
    }
  }

  /**
   * Share of reads of one's own last write that miss it here.
   * @param shippingSec until what the primary has written is received here
   * @param youngest age of the youngest write there can be, in seconds
   */
  staleShare(world: World, shippingSec: number, youngest: number): number {
    if (this.slots.up <= 0) return 0;
    const stale = (1 - this.slowShare) * this.copies.staleShare(world, shippingSec, youngest);
    return this.slowShare > 0
      ? stale + this.slowShare * this.#slowCopies.staleShare(world, shippingSec, youngest)
      : stale;
  }

  /** Nothing here is in service in this step; when the site is only out of reach, its log has to be caught up. */
  rest(world: World, writesPerSec: number): void {
    if (this.outShare > 0) {
      this.copies.miss(writesPerSec, world.dtSec);
      if (this.#slowBoxes > 0) this.#slowCopies.miss(writesPerSec, world.dtSec);
    } else this.copies.renew();
    this.slowShare = 0;
    this.blockedShare = 0;
  }
}
