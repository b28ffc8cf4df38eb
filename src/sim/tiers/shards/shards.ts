/**
 * The sharded database: users' data split over boxes that share a schema and nothing else. Each site with shards
 * keeps a cluster; with copying between sites one of them takes all writes. docs/model/shards.md has the formulas.
 */

import type { Site } from "../../design/design.ts";
import { Hop, type Route } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import {
  databasePricePerMonth,
  databaseSec,
  delaySec,
  pricePerMonth,
  roundTripSec,
  sharding,
  shippingAwaySec,
} from "../../scenario/capacities.ts";
import type { RequestTraits } from "../../scenario/kinds.ts";
import { hasWebTier, logStore, mainStore } from "../common/data-home.ts";
import { dataHomeOf } from "../common/data-regions.ts";
import { ShardCluster } from "./cluster.ts";

export const shards: TierModel = {
  name: "shards",
  scope: "global",
  isPaidBySite: true,
  bill: (_design, site) => billOf(site),
  build: (world) =>
    world.sites.some(({ design: site }) => site.shards.count > 0) ? new ShardTier(world) : undefined,
};

function billOf({ shards: { count, size, replicas, dedicated, likes } }: Site): BillLine[] {
  if (count === 0) return [];
  const price = databasePricePerMonth[size]!;
  const lines: BillLine[] = [{ id: "shards", perMonth: count * price }];
  if (replicas > 0) lines.push({ id: "shardReplicas", perMonth: count * replicas * price });
  if (dedicated) lines.push({ id: "dedicatedShard", perMonth: pricePerMonth.dedicatedShard });
  if (likes === "stream") lines.push({ id: "stream", perMonth: pricePerMonth.stream });
  return lines;
}

/** A request's way through the shards. */
interface ShardPassage {
  readonly route: Route;
  readonly site: SiteAtWork;
  /** Stops at the shards: the main one, and a second one (the row's lock; the sum of sub-keys; the other site's word). */
  readonly hop: Hop;
  readonly second: Hop | undefined;
}

class ShardTier implements Tier {
  readonly #clusters: ShardCluster[];
  readonly #hasLeader: boolean;
  readonly #waits: boolean;
  /** Which cluster takes the writes, when sites copy each other. */
  #leader = 0;
  #outSec = 0;
  #rateAtLossPerSec = 0;
  readonly #passages: ShardPassage[] = [];
  readonly #strangers: Route[] = [];
  readonly #buckets;
  #crossReads = 0;
  #dataReads = 0;
  #downSec = 0;

  constructor(world: World) {
    const { sync } = world.design;
    const holders = world.sites.filter(({ design: site }) => mainStore(site) === "shards");
    this.#clusters = holders.map((site) => new ShardCluster(world, site));
    this.#hasLeader = sync.mode !== "none";
    this.#waits = sync.mode === "sync" && holders.length > 1;
    const name = holders[0]!.place("shards");
    this.#buckets = {
      down: world.ledger.bucket(name, "shard-down"),
      full: world.ledger.bucket(name, "queue-full"),
      row: world.ledger.bucket(name, "row-locked"),
      away: world.ledger.bucket(name, "data-elsewhere"),
    };
    const place = world.placeNumber(name);
    for (const site of world.sites) {
      const store = mainStore(site.design);
      if (store !== "shards" && !(store === "none" && hasWebTier(site.design))) continue;
      for (const route of site.routes) {
        if (!usesShards(route, site.design)) continue;
        if (!this.#hasLeader && holders.length > 1 && dataHomeOf(world, route.region) !== site) {
          this.#strangers.push(route);
          continue;
        }
        const add = () => {
          const hop = new Hop(place, { branch: "miss" });
          route.hops.push(hop);
          return hop;
        };
        const hop = add();
        // A stream has room for any crowd; adding up is not waited for.
        if (route.kind === "like" && site.design.shards.likes === "stream") {
          add().fixedSec = sharding.appendSec;
          continue;
        }
        const needsSecond = route.kind === "like" || route.kind === "post";
        this.#passages.push({ route, site, hop, second: needsSecond ? add() : undefined });
      }
    }
  }

  prepare(world: World): void {
    for (let c = 0; c < this.#clusters.length; c++) this.#clusters[c]!.prepare(world);
    this.#elect(world);
  }

  /** When the site that takes the writes is out, another one takes over after detection and promotion. */
  #elect(world: World): void {
    if (!this.#hasLeader || this.#clusters.length < 2) return;
    const leader = this.#clusters[this.#leader]!;
    if (leader.outShare > 0 && this.#outSec === 0) this.#rateAtLossPerSec = leader.acceptedPerSec;
    this.#outSec = leader.outShare > 0 ? this.#outSec + leader.outShare * world.dtSec : 0;
    if (this.#outSec < delaySec.detectPrimary + delaySec.promote) return;
    const next = this.#clusters.findIndex((cluster) => cluster.outShare <= 0);
    if (next < 0) return;
    if (!this.#waits)
      world.tally.lostWrites +=
        this.#rateAtLossPerSec * shippingAwaySec(leader.site.region, this.#clusters[next]!.site.region);
    this.#leader = next;
    this.#outSec = 0;
    world.note({ what: "leads", place: this.#clusters[next]!.name });
  }

  /** The cluster that a site's requests use: its own for reads, the leading one for what changes data. */
  #clusterFor(path: ShardPassage): ShardCluster {
    const changes = isChange(path.route.traits);
    if (changes && this.#hasLeader) return this.#clusters[this.#leader]!;
    for (let c = 0; c < this.#clusters.length; c++)
      if (this.#clusters[c]!.site === path.site) return this.#clusters[c]!;
    return this.#clusters[this.#leader]!;
  }

  serve(world: World): void {
    for (let i = 0; i < this.#strangers.length; i++) this.#strangers[i]!.lose(this.#buckets.away, 1);
    for (let i = 0; i < this.#passages.length; i++) this.#ask(world, this.#passages[i]!);
    this.#askForSessions();
    const leader = this.#clusters[this.#leader]!;
    leader.step(world);
    for (let c = 0; c < this.#clusters.length; c++) {
      const cluster = this.#clusters[c]!;
      if (cluster === leader) continue;
      if (this.#hasLeader) cluster.demand.replayed = leader.acceptedPerSec;
      cluster.step(world);
    }
    this.#downSec += leader.downWrites > 0 ? world.dtSec : 0;
    for (let i = 0; i < this.#passages.length; i++) this.#aim(this.#passages[i]!);
  }

  #askForSessions(): void {
    for (let c = 0; c < this.#clusters.length; c++) {
      const { site, demand } = this.#clusters[c]!;
      if (site.design.sessions.store === "sql") demand.sessions += site.sessionReadsPerSec;
    }
  }

  /** Adds a path's requests to what its cluster is asked for. */
  #ask(world: World, path: ShardPassage): void {
    const { route } = path;
    const cluster = this.#clusterFor(path);
    const { demand } = cluster;
    const rate = route.flowPerSec * (1 - route.hitShare);
    const { kind } = route;
    if (kind === "page") demand.pages += rate;
    else if (kind === "feed") demand.feeds += rate;
    else if (kind === "own") demand.own += rate;
    else if (kind === "post") demand.hot += rate;
    else if (kind === "like") demand.likes += rate;
    else {
      demand.writes += rate;
      if (kind === "write") demand.posts += rate;
    }
    if (isChange(route.traits)) return;
    const asked = rate * world.dtSec;
    this.#dataReads += asked;
    if ((kind === "feed" && cluster.asksAll) || (kind === "post" && cluster.sumsLikes))
      this.#crossReads += asked;
    if (kind === "own") world.tally.ownReads += route.flowPerSec * world.dtSec;
  }

  /** Losses and times of a path, after the queues have moved. */
  #aim(path: ShardPassage): void {
    const { route, hop, second, site } = path;
    const { down, full, row } = this.#buckets;
    const cluster = this.#clusterFor(path);
    const distance = cluster.site === site ? 0 : roundTripSec(cluster.site.region, site.region);
    hop.fixedSec = distance;
    hop.fan = 1;
    switch (route.kind) {
      case "page":
        route.lose(down, cluster.downReads, "miss");
        route.lose(full, cluster.fullReads, "miss");
        atReaders(hop, cluster, databaseSec.cheapRead);
        return;
      case "feed":
        if (!cluster.asksAll) {
          route.lose(down, cluster.downReads, "miss");
          route.lose(full, cluster.fullReads, "miss");
          atReaders(hop, cluster, databaseSec.expensiveRead);
          return;
        }
        route.lose(down, cluster.downEvery, "miss");
        route.lose(full, cluster.fullEvery, "miss");
        hop.stations = cluster.everyReader;
        hop.slower = cluster.everySlower;
        hop.upTo = cluster.everyUpTo;
        hop.fan = cluster.shards;
        hop.serviceSec = cluster.partSec;
        return;
      case "post":
        route.lose(down, cluster.home.unreadableShare, "miss");
        route.lose(full, cluster.fullHot, "miss");
        hop.stations = null;
        hop.station = cluster.home.reader;
        hop.serviceSec = databaseSec.hotRead * cluster.home.slower;
        if (second) this.#sum(route, second, cluster);
        return;
      case "like":
        route.lose(down, cluster.downLikes);
        route.lose(full, cluster.fullLikes);
        atPrimaries(hop, cluster, databaseSec.write);
        hop.upTo = cluster.likesUpTo;
        if (!second) return;
        route.lose(row, cluster.row.blockedShare);
        second.station = cluster.row;
        second.serviceSec = databaseSec.rowLock;
        second.fixedSec = this.#waits ? this.#otherSiteSec(cluster) : 0;
        return;
      default:
        route.lose(down, cluster.downWrites, "miss");
        route.lose(full, cluster.fullWrites, "miss");
        atPrimaries(hop, cluster, route.kind === "own" ? databaseSec.cheapRead : databaseSec.write);
        if (this.#waits && route.kind !== "own") hop.fixedSec += this.#otherSiteSec(cluster);
        // A photo's record comes before the queue: no more go on than were written.
        if (route.kind === "photo") route.flowPerSec *= cluster.through;
    }
  }

  /** Summing a salted counter: the slowest of the shards with sub-keys counts. */
  #sum(route: Route, hop: Hop, cluster: ShardCluster): void {
    hop.share = cluster.sumsLikes ? 1 : 0;
    if (hop.share === 0) return;
    route.lose(this.#buckets.down, cluster.downSums, "miss");
    route.lose(this.#buckets.full, cluster.fullSums, "miss");
    hop.stations = cluster.sumReaders;
    hop.slower = cluster.sumSlower;
    hop.fan = cluster.sumCount;
    hop.serviceSec = (cluster.salt * sharding.subKeySec) / cluster.sumCount;
    hop.upTo = cluster.everyUpTo;
  }

  /** A synchronous write is confirmed by the farthest other site. */
  #otherSiteSec(cluster: ShardCluster): number {
    let farthest = 0;
    for (let c = 0; c < this.#clusters.length; c++) {
      const other = this.#clusters[c]!;
      if (other === cluster || other.outShare > 0) continue;
      farthest = Math.max(farthest, roundTripSec(cluster.site.region, other.site.region));
    }
    return farthest;
  }

  measure(world: World, indicators: Indicators): void {
    const home = this.#clusters[0]!;
    let all = 0;
    let most = 0;
    for (const group of home.groups) {
      const shardsOf = Math.max(1, group.plan.shards);
      all += group.operations * shardsOf;
      most = Math.max(most, group.operations);
    }
    indicators["hotShardShare"] = all > 0 ? most / all : 0;
    indicators["hotShardUtilizationMax"] = home.utilizationMax;
    indicators["crossShardShare"] = this.#dataReads > 0 ? this.#crossReads / this.#dataReads : 0;
    indicators["movedKeysShare"] = home.movedShare;
    indicators["shardDownSec"] = this.#downSec;
    indicators["lostWrites"] = world.tally.lostWrites;
    if (home.countsApart)
      indicators["staleSecMax"] = Math.max(indicators["staleSecMax"] ?? 0, sharding.counterSec);
    if (world.tally.ownReads > 0)
      indicators["staleOwnReadShare"] = world.tally.staleOwnReads / world.tally.ownReads;
    if (!home.resharding.isPlanned) return;
    indicators["reshardSec"] = home.resharding.durationSec;
    indicators["reshardingFailedShare"] = home.resharding.failedShare;
    indicators["reshardingUtilizationMax"] = home.resharding.utilizationMax;
  }
}

function isChange({ does }: RequestTraits): boolean {
  return does === "write" || does === "append";
}

function usesShards({ kind, traits }: Route, site: Site): boolean {
  if (traits.does === "file") return false;
  if (kind === "like" && site.shards.likes === "memory") return false;
  if (traits.does === "append") return logStore(site) !== "kv";
  return !(kind === "order" && site.cache.only && site.cache.nodes > 0);
}

function atPrimaries(hop: Hop, cluster: ShardCluster, sec: number): void {
  hop.stations = cluster.primaries;
  hop.slower = cluster.slower;
  hop.upTo = cluster.writesUpTo;
  hop.serviceSec = sec;
}

function atReaders(hop: Hop, cluster: ShardCluster, sec: number): void {
  hop.stations = cluster.readers;
  hop.slower = cluster.slower;
  hop.upTo = cluster.readsUpTo;
  hop.serviceSec = sec;
}
