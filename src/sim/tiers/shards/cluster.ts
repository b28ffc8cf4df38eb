/**
 * The shards of one site at work: how much each gets, which of them are up, and the queues of their boxes.
 * docs/model/shards.md has the formulas and what is left out.
 */

import type { Happenings } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { newLoad, type World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import type { Station } from "../../queueing/station.ts";
import { databaseSec, rowLockCv2, sharding } from "../../scenario/capacities.ts";
import { crowding } from "../../scenario/commit.ts";
import { Demand } from "../common/demand.ts";
import { noShardDemand } from "./demand.ts";
import { EachShard } from "./each-shard.ts";
import { ShardGroup } from "./group.ts";
import { likeRows, planShards } from "./groups.ts";
import { Resharding } from "./resharding.ts";

export class ShardCluster {
  readonly site: SiteAtWork;
  readonly name: Place;
  readonly groups: ShardGroup[];
  readonly resharding: Resharding;
  readonly movedShare: number;
  readonly demand = noShardDemand();
  readonly row: Station;
  /** Shards that hold users now. */
  shards = 0;
  /** The group that keeps the celebrity's post. */
  home: ShardGroup;
  /** Where a read, a write and a like that were let in meet which group: representative queues up to cumulative shares. */
  readonly primaries: Station[];
  readonly readers: Station[];
  readonly slower: Float64Array;
  readonly writesUpTo: Float64Array;
  readonly readsUpTo: Float64Array;
  readonly likesUpTo: Float64Array;
  /** One entry a shard, for queries over all of them; one a sub-key's shard, for sums. */
  readonly everyReader: Station[];
  readonly everySlower: Float64Array;
  /** Such a query has its own order of visits; where one shard is all, it is the first. */
  readonly everyUpTo: Float64Array;
  readonly sumReaders: Station[];
  readonly sumSlower: Float64Array;
  /** How many of the latter there are. */
  sumCount = 0;
  /** Shares that find nothing: of writes, reads, likes, queries over all shards; of reads of the post. */
  downWrites = 0;
  downReads = 0;
  downLikes = 0;
  downEvery = 0;
  downSums = 0;
  /** Shares turned away by full queues. */
  fullWrites = 0;
  fullReads = 0;
  fullLikes = 0;
  fullEvery = 0;
  fullSums = 0;
  fullHot = 0;
  /** Share of the primaries' arrivals that left them in this step. */
  through = 1;
  /** The whole site is out in this share of the step. */
  outShare = 0;
  utilizationMax = 0;
  readonly #outages: Happenings<"region-outage">;
  readonly #rowLoad = newLoad();
  readonly salt: number;
  /** Whether likes come here as a sum now and then. */
  readonly countsApart: boolean;
  readonly #feed: boolean;
  readonly #sums: boolean;
  readonly #gauges;
  readonly #each: EachShard;
  readonly #hotDemand: Demand;
  readonly #rowDemand: Demand | undefined;
  readonly #dedicatedDemand: Demand | undefined;

  constructor(world: World, site: SiteAtWork) {
    const settings = site.design.shards;
    this.site = site;
    this.#outages = world.happenings("region-outage", ({ region }) => region === site.region);
    this.name = site.place("shards");
    const plan = planShards(settings, world.scenario);
    this.groups = plan.groups.map((group) => new ShardGroup(world, group, site));
    this.movedShare = plan.growth.movedShare;
    this.resharding = new Resharding(world, plan.groups);
    this.home = this.groups[0]!;
    this.countsApart = settings.likes !== "rows";
    this.salt = likeRows(settings);
    this.#feed = settings.feed;
    this.#sums = this.salt > 1 && !settings.counter;
    const n = this.groups.length;
    this.primaries = this.groups.map((group) => group.primary);
    this.readers = this.groups.map((group) => group.reader);
    const every = settings.count + 1;
    this.everyReader = new Array<Station>(every).fill(this.home.primary);
    this.sumReaders = new Array<Station>(every).fill(this.home.primary);
    this.everySlower = new Float64Array(every);
    this.everyUpTo = new Float64Array(every).fill(1);
    this.sumSlower = new Float64Array(every);
    this.slower = new Float64Array(n);
    this.writesUpTo = new Float64Array(n);
    this.readsUpTo = new Float64Array(n);
    this.likesUpTo = new Float64Array(n);
    this.row = world.newStation();
    this.#rowLoad.servers = 1;
    this.#rowLoad.serviceTimeSec = world.commit.rowLockSec;
    this.#rowLoad.serviceCv2 = rowLockCv2;
    this.#rowLoad.unitCv2 = rowLockCv2;
    this.#rowLoad.queueLimit = sharding.waitingPerRow;
    const celebrity = world.happenings("celebrity").events.length > 0;
    const { gauges } = world;
    this.#hotDemand = new Demand(world, site.place("hotShard"));
    if (celebrity) this.#rowDemand = new Demand(world, site.place("hotRow"));
    if (settings.dedicated) this.#dedicatedDemand = new Demand(world, site.place("dedicatedShard"));
    this.#each = new EachShard(world, this.name, settings.count, this.resharding.isPlanned);
    this.#gauges = {
      utilization: gauges.add(`${this.name}.utilization`),
      backlog: gauges.add(`${this.name}.backlog`),
      up: gauges.add(`${this.name}.up`, 1),
      hot: gauges.add(`${site.place("hotShard")}.utilization`),
      row: celebrity ? gauges.add(`${site.place("hotRow")}.utilization`) : -1,
      dedicated: settings.dedicated ? gauges.add(`${site.place("dedicatedShard")}.utilization`) : -1,
      moving: this.resharding.isPlanned ? gauges.add(`${this.name}.movedShare`) : -1,
    };
  }

  /** What the shards are in this step: growth, faults, who is up. */
  prepare(world: World): void {
    const { demand, resharding } = this;
    demand.writes = demand.posts = demand.own = demand.pages = demand.feeds = 0;
    demand.likes = demand.hot = demand.sessions = demand.replayed = 0;
    resharding.prepare(world, this.name);
    const x = resharding.progress;
    this.outShare = this.#outages.share;
    this.shards = 0;
    for (let g = 0; g < this.groups.length; g++) {
      const group = this.groups[g]!;
      const { plan } = group;
      group.shards = x > 0 || resharding.movingShare > 0 ? plan.shardsAfter : plan.shards;
      group.work = plan.work + (plan.workAfter - plan.work) * x;
      group.likes = x >= 0.5 ? plan.likesAfter : plan.likes;
      if (x >= 0.5 ? plan.hasPostAfter : plan.hasPost) this.home = group;
      if (!plan.isDedicated) this.shards += group.shards;
      group.prepare(world, this.name, this.outShare, this.acceptedPerSec);
      this.readers[g] = group.reader;
      this.slower[g] = group.slower;
    }
    this.#spread();
  }

  /** Writes accepted per second in the last step, and their share of all that came. */
  acceptedPerSec = 0;
  #writtenShare = 1;

  /** Which share of what goes where, and what is lost because nothing is there. */
  #spread(): void {
    const n = this.groups.length;
    let writes = 0;
    let reads = 0;
    let likes = 0;
    let likesAll = 0;
    this.downEvery = 0;
    this.downSums = 0;
    let every = 0;
    this.sumCount = 0;
    for (let g = 0; g < n; g++) {
      const group = this.groups[g]!;
      writes += group.work * (1 - group.downShare);
      reads += group.work * (1 - group.unreadableShare);
      likes += group.likes * (1 - group.downShare);
      likesAll += group.likes;
      if (group.plan.isDedicated) continue;
      if (group.shards > 0 && group.unreadableShare > this.downEvery) this.downEvery = group.unreadableShare;
      for (let i = 0; i < group.shards; i++) {
        this.everySlower[every] = group.slower;
        this.everyReader[every++] = group.reader;
      }
      if (!this.#sums || group.likes <= 0) continue;
      const holders = Math.min(group.shards, Math.round(group.likes * this.salt));
      if (group.unreadableShare > this.downSums) this.downSums = group.unreadableShare;
      for (let i = 0; i < holders; i++) {
        this.sumSlower[this.sumCount] = group.slower;
        this.sumReaders[this.sumCount++] = group.reader;
      }
    }
    this.downWrites = Math.max(0, 1 - writes);
    this.downReads = Math.max(0, 1 - reads);
    this.downLikes = likesAll > 0 ? Math.max(0, 1 - likes / likesAll) : 0;
  }

  /** Work of one shard's part of a query over all: its part of the join, and being asked at all. */
  get partSec(): number {
    return databaseSec.expensiveRead / Math.max(1, this.shards) + databaseSec.cheapRead;
  }

  /** Whether a feed has to ask every shard. */
  get asksAll(): boolean {
    return !this.#feed && this.shards > 1;
  }

  /** Whether a reader of the post has to sum sub-keys. */
  get sumsLikes(): boolean {
    return this.#sums && this.sumCount > 0;
  }

  /** Moves the queues by one step under `demand`. */
  step(world: World): void {
    const { demand } = this;
    let arrived = 0;
    let left = 0;
    let blockedWrites = 0;
    let blockedReads = 0;
    let blockedLikes = 0;
    let passEvery = 1;
    let passSums = 1;
    let mean = 0;
    let hot = 0;
    let hotAsked = 0;
    let hotCan = 0;
    let backlog = 0;
    const likesAll = 1 - this.downLikes;
    for (let g = 0; g < this.groups.length; g++) {
      const group = this.groups[g]!;
      if (group.shards <= 0) {
        this.#letIn(g, 0, 0, 0);
        continue;
      }
      this.#fill(group);
      const busy = group.step(world);
      this.#each.show(world, group, busy);
      const { primary, reader } = group;
      const readable = group.work * (1 - group.unreadableShare);
      const writable = group.work * (1 - group.downShare);
      arrived += group.writes.ratePerSec * group.shards;
      left += primary.departureRatePerSec * group.shards;
      const likable = group.likes * (1 - group.downShare);
      blockedWrites += writable * primary.blockedShare;
      blockedReads += readable * reader.blockedShare;
      blockedLikes += likable * primary.blockedShare;
      const free = 1 - primary.blockedShare;
      this.#letIn(g, writable * free, readable * (1 - reader.blockedShare), likable * free);
      backlog += (primary.backlog + (group.readsAtReplica ? reader.backlog : 0)) * group.shards;
      if (group === this.home) this.fullHot = reader.blockedShare;
      if (group.plan.isDedicated) {
        world.gauges.set(this.#gauges.dedicated, busy);
        this.#dedicatedDemand?.show(group.askedPerSec, group.canPerSec);
        continue;
      }
      for (let i = 0; i < group.shards; i++) passEvery *= 1 - reader.blockedShare;
      mean += (busy * group.shards) / Math.max(1, this.shards);
      if (busy > hot) hot = busy;
      if (group.askedPerSec * hotCan >= hotAsked * group.canPerSec) {
        hotAsked = group.askedPerSec;
        hotCan = group.canPerSec;
      }
    }
    shareOut(this.writesUpTo);
    shareOut(this.readsUpTo);
    shareOut(this.likesUpTo);
    const writable = 1 - this.downWrites;
    const readable = 1 - this.downReads;
    this.fullWrites = writable > 0 ? blockedWrites / writable : 0;
    this.fullReads = readable > 0 ? blockedReads / readable : 0;
    this.fullLikes = likesAll > 0 ? Math.min(1, blockedLikes / likesAll) : 0;
    this.fullEvery = 1 - passEvery;
    for (let i = 0; i < this.sumCount; i++) passSums *= 1 - this.sumReaders[i]!.blockedShare;
    this.fullSums = 1 - passSums;
    this.through = arrived > 0 ? Math.min(1, left / arrived) : 1;
    this.acceptedPerSec = demand.writes * writable * (1 - this.fullWrites) * this.through;
    this.#writtenShare = writable * (1 - this.fullWrites);
    world.tally.writes += this.acceptedPerSec * world.dtSec;
    this.#stepRow(world);
    if (hot > this.utilizationMax) this.utilizationMax = hot;
    if (this.resharding.movingShare > 0 && hot > this.resharding.utilizationMax)
      this.resharding.utilizationMax = hot;
    const { gauges } = world;
    gauges.set(this.#gauges.utilization, mean);
    gauges.set(this.#gauges.hot, hot);
    this.#hotDemand.show(hotAsked, hotCan);
    gauges.set(this.#gauges.backlog, backlog);
    gauges.set(this.#gauges.up, writable);
    if (this.#gauges.moving >= 0) gauges.set(this.#gauges.moving, this.resharding.progress);
  }

  /** Whoever a full queue refuses does not wait in it: who meets which group is told of those that were let in. */
  #letIn(g: number, writes: number, reads: number, likes: number): void {
    this.writesUpTo[g] = (g > 0 ? this.writesUpTo[g - 1]! : 0) + writes;
    this.readsUpTo[g] = (g > 0 ? this.readsUpTo[g - 1]! : 0) + reads;
    this.likesUpTo[g] = (g > 0 ? this.likesUpTo[g - 1]! : 0) + likes;
  }

  /** What one shard of a group is asked for. */
  #fill(group: ShardGroup): void {
    const { demand, resharding } = this;
    const { writes, reads, plan } = group;
    const n = group.shards;
    const writable = (group.work * (1 - group.downShare)) / n;
    const readable = (group.work * (1 - group.unreadableShare)) / n;
    writes.clear();
    reads.clear();
    writes.add(demand.writes * writable, databaseSec.write);
    // A post that was refused enters no feed.
    if (this.#feed) writes.add(demand.posts * this.#writtenShare * writable, sharding.feedInsertSec);
    writes.add((demand.likes * group.likes * (1 - group.downShare)) / n, databaseSec.write);
    writes.add(demand.replayed * writable, databaseSec.replay);
    writes.add(resharding.rateOf(plan.leaves) / n, sharding.moveSec);
    writes.add(resharding.rateOf(plan.enters) / n, sharding.moveSec);
    if (group === this.home && this.countsApart && demand.hot > 0)
      writes.add((1 - group.downShare) / sharding.counterSec, databaseSec.write);
    group.changesPerSec = writes.ratePerSec;
    writes.add(demand.own * writable, databaseSec.cheapRead);
    writes.add(demand.sessions * writable, databaseSec.session);
    reads.add(demand.pages * readable, databaseSec.cheapRead);
    if (this.asksAll) {
      if (!plan.isDedicated) reads.add(demand.feeds * (1 - group.unreadableShare), this.partSec);
    } else reads.add(demand.feeds * readable, databaseSec.expensiveRead);
    if (group === this.home) reads.add(demand.hot * (1 - group.unreadableShare), databaseSec.hotRead);
    if (this.salt > 1 && group.likes > 0) {
      const readsOfCount = this.#sums ? demand.hot : demand.hot > 0 ? 1 / sharding.counterSec : 0;
      reads.add((readsOfCount * group.likes * this.salt) / n, sharding.subKeySec);
    }
  }

  /** One row's lock: all sub-keys are alike, so one stands for them. */
  #stepRow(world: World): void {
    const { demand, row } = this;
    const rowLoad = this.#rowLoad;
    const passed = demand.likes * (1 - this.downLikes) * (1 - this.fullLikes);
    if (passed <= 0 && row.ledgerBacklog <= 0) {
      this.#rowDemand?.show(0, 0);
      if (this.#gauges.row >= 0) world.gauges.set(this.#gauges.row, 0);
      return;
    }
    rowLoad.arrivalRatePerSec = passed / this.salt;
    rowLoad.serviceTimeSec = world.commit.rowLockSec * crowding(world.commit, row.ledgerBacklog);
    this.#rowDemand?.show(demand.likes / this.salt, 1 / rowLoad.serviceTimeSec);
    row.step(rowLoad, world.tick, world.dtSec);
    if (this.#gauges.row >= 0) world.gauges.set(this.#gauges.row, row.utilization);
  }
}

/** Makes running sums running shares; where there is nothing to share the first has it all. */
function shareOut(upTo: Float64Array): void {
  const all = upTo[upTo.length - 1]!;
  for (let i = 0; i < upTo.length; i++) upTo[i] = all > 0 ? upTo[i]! / all : 1;
}
