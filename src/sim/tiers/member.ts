/** A site that holds a database's data, with its copies. */
import { delaySec } from "../capacities.ts";
import type { Station } from "../station.ts";
import type { SiteState, World } from "../world.ts";
import { Demand } from "./demand.ts";
import { ReplicaSlots } from "./replica-slots.ts";
import { Copies } from "./replication.ts";

export class Member {
  readonly site: SiteState;
  readonly slots: ReplicaSlots;
  /** The copies that work at full speed, and those that an event slows down. */
  readonly copies: Copies;
  private readonly slowCopies: Copies;
  readonly vcpu: number;
  /** How many copies are slowed down now. */
  slowBoxes = 0;
  /** How much longer work takes on the others (they may be read to build a new one). */
  slower = 1;
  /** Share of reads turned away by full queues. */
  blockedShare = 0;
  /** For hops: both kinds of copies, by their shares of the reads. */
  readonly stations: readonly Station[];
  readonly upTo = new Float64Array([1, 1]);
  readonly timesLonger = new Float64Array([1, 1]);
  /** The whole site is out of reach in this share of the step. */
  outShare = 0;
  /** Synchronous copying to this site waits in this share of the step, though it is out. */
  awaitedShare = 0;
  private readonly gauges;
  private readonly demand: Demand | undefined;

  constructor(world: World, site: SiteState, replicas: number) {
    const { db } = site.site;
    this.site = site;
    this.vcpu = replicas > 0 ? db.replicaSize : db.size;
    this.slots = new ReplicaSlots(replicas, db.zones);
    this.copies = new Copies(world, 20_000 + site.index);
    this.slowCopies = new Copies(world, 30_000 + site.index);
    this.stations = [this.copies.station, this.slowCopies.station];
    const name = `replicas${site.suffix}`;
    // A database without copies shows none: no gauge that is down for ever.
    if (replicas > 0) {
      this.demand = new Demand(world, name);
      this.gauges = {
        utilization: world.gauges.add(`${name}.utilization`),
        backlog: world.gauges.add(`${name}.backlog`),
        up: world.gauges.add(`${name}.up`, replicas),
        lagMs: world.gauges.add(`${name}.lagMs`),
      };
    }
  }

  /** Shows how the copies fare. */
  show(world: World): void {
    if (!this.gauges) return;
    const { station } = this.copies;
    const up = this.slots.up * (1 - this.outShare);
    world.gauges.set(this.gauges.utilization, up > 0 ? station.utilization : 0);
    world.gauges.set(this.gauges.backlog, up > 0 ? station.backlog : 0);
    world.gauges.set(this.gauges.up, up);
    if (up > 0) this.demand?.showLoad(this.copies.load, up);
    else this.demand?.show(0, 0);
    world.gauges.set(this.gauges.lagMs, up > 0 ? this.copies.lagSec * 1_000 : 0);
  }

  /** One tick of `boxes` copies, of which `slowBoxes` work at `slowSpeed`. */
  step(
    world: World,
    boxes: number,
    speed: number,
    slowSpeed: number,
    writesPerSec: number,
    delay: number,
  ): void {
    const { copies, slowCopies, vcpu, slowBoxes } = this;
    const slowShare = boxes > 0 ? slowBoxes / boxes : 0;
    if (slowShare > 0) {
      slowCopies.reads.take(copies.reads, slowShare);
      slowCopies.step(world, slowBoxes, vcpu, speed * slowSpeed, writesPerSec, delay);
    } else if (slowCopies.backlog > 0) slowCopies.renew();
    copies.step(world, boxes - slowBoxes, vcpu, speed, writesPerSec, delay);
    this.slower = speed > 0 ? 1 / speed : 1;
    this.upTo[0] = 1 - slowShare;
    this.timesLonger[1] = slowSpeed > 0 ? 1 / slowSpeed : 1;
    this.blockedShare =
      (1 - slowShare) * copies.station.blockedShare +
      (slowShare > 0 ? slowShare * slowCopies.station.blockedShare : 0);
    this.slowShare = slowShare;
  }

  private slowShare = 0;

  /**
   * Share of reads of one's own last write that miss it here.
   * @param near whether the primary is at this site
   * @param youngest age of the youngest write there can be, in seconds
   */
  staleShare(world: World, near: boolean, youngest: number): number {
    if (this.slots.up <= 0) return 0;
    const delay = near ? delaySec.replicationHome : delaySec.replicationAway;
    const stale = (1 - this.slowShare) * this.copies.staleShare(world, delay, youngest);
    return this.slowShare > 0
      ? stale + this.slowShare * this.slowCopies.staleShare(world, delay, youngest)
      : stale;
  }

  /** Nothing here is in service in this step; when the site is only out of reach, its log has to be caught up. */
  rest(world: World, writesPerSec: number): void {
    if (this.outShare > 0) this.copies.miss(writesPerSec, world.dtSec);
    else this.copies.renew();
    this.slowBoxes = 0;
    this.slowShare = 0;
    this.blockedShare = 0;
  }
}
