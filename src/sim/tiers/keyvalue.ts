/** The key-value store: nodes that keep usage logs, or everything; no joins. docs/model/keyvalue.md has the formulas. */

import { Hop, type Route } from "../engine/flow.ts";
import type { Happenings } from "../engine/happenings.ts";
import type { SiteAtWork } from "../engine/site.ts";
import { overlapShare } from "../engine/time.ts";
import { newLoad, type Tier, type TierModel, type World } from "../engine/world.ts";
import {
  keyValueLanes as lanes,
  pricePerMonth,
  ratePerSecMax,
  rowsPerUpload,
  serviceSec,
  waitingPerNode,
} from "../scenario/capacities.ts";
import type { RequestTraits } from "../scenario/kinds.ts";
import { logStore, mainStore } from "./common/data-home.ts";
import { Mix } from "./common/mix.ts";

/** A driver tries the next node when one does not answer after so long. */
const tryNextSec = 3;
const readSec = lanes / ratePerSecMax.keyValueReads;
/** A write is answered after 1 ms and keeps its lane busy a little longer (flush, compaction). */
const writeSec = lanes / ratePerSecMax.keyValueWrites;
/** A key of a batch. */
const batchedKeySec = lanes / ratePerSecMax.keyValueBatchedKeys;

export const keyValue: TierModel = {
  name: "keyvalue",
  scope: "site",
  bill: (_design, { kv }) =>
    kv.nodes > 0 ? [{ id: "kv", perMonth: kv.nodes * pricePerMonth.keyValueNode }] : [],
  build: (world, site) => (site.design.kv.nodes > 0 ? new KeyValue(world, site) : undefined),
};

interface KeyValuePassage {
  readonly route: Route;
  readonly hop: Hop;
  /** Seconds of a lane that a request needs. */
  readonly sec: number;
  /** Usage events may go to any node; what has a key must go to its own. */
  readonly keyed: boolean;
}

/** Seconds of a lane for one request here: 0 for what does not come. Rows to be joined are asked for in a batch. */
function laneSec({ does, joins }: RequestTraits, everything: boolean, logs: boolean): number {
  if (does === "append") return logs ? rowsPerUpload * batchedKeySec : 0;
  if (!everything || does === "file") return 0;
  if (joins > 0) return joins * batchedKeySec;
  return does === "read" ? readSec : writeSec;
}

class KeyValue implements Tier {
  readonly #station;
  readonly #load = newLoad();
  readonly #mix = new Mix();
  readonly #passages: KeyValuePassage[] = [];
  readonly #nodes: number;
  readonly #crashes: Happenings<"crash">;
  readonly #reports: Happenings<"report">;
  readonly #buckets;
  readonly #gauges;
  /** Nodes in service, and share of keys on nodes that are not. */
  #up: number;
  #outShare = 0;
  /** Share of log events that still go to a dead node, because drivers have not found out. */
  #unnoticedShare = 0;

  constructor(world: World, site: SiteAtWork) {
    const name = site.place("kv");
    const place = world.placeNumber(name);
    this.#station = world.newStation();
    this.#nodes = site.design.kv.nodes;
    this.#up = this.#nodes;
    this.#crashes = world.happenings("crash", (event) => event.tier === "kv" && site.isStruck(event));
    const everything = mainStore(site.design) === "kv";
    // A store without queries is read row by row when somebody wants a report.
    this.#reports = world.happenings("report", () => everything);
    this.#buckets = {
      full: world.ledger.bucket(name, "queue-full"),
      down: world.ledger.bucket(name, "node-down"),
    };
    this.#gauges = {
      utilization: world.gauges.add(`${name}.utilization`),
      backlog: world.gauges.add(`${name}.backlog`),
      up: world.gauges.add(`${name}.up`, 1),
    };
    const logs = logStore(site.design) === "kv";
    const cacheOnly = site.design.cache.only && site.design.cache.nodes > 0;
    for (const route of site.routes) {
      const sec = laneSec(route.traits, everything, logs);
      if (sec === 0 || (route.kind === "order" && cacheOnly)) continue;
      const hop = new Hop(place, { branch: route.traits.does === "read" ? "miss" : "all" });
      hop.station = this.#station;
      hop.serviceSec = serviceSec.keyValue;
      hop.fixedSec = serviceSec.lan;
      route.hops.push(hop);
      this.#passages.push({ route, hop, sec, keyed: route.traits.does !== "append" });
    }
  }

  prepare(world: World): void {
    let out = 0;
    let unnoticed = 0;
    for (const event of this.#crashes.events) {
      const boxes = Math.min(event.boxes, this.#nodes);
      out += boxes * this.#crashes.shareOf(event);
      const noticedSec = Math.min(event.untilSec, event.atSec + tryNextSec);
      unnoticed += boxes * overlapShare(world, event.atSec, noticedSec);
    }
    this.#up = Math.max(0, this.#nodes - out);
    this.#outShare = Math.min(1, out / this.#nodes);
    this.#unnoticedShare = this.#up > 0 ? Math.min(1, unnoticed / this.#nodes) : 1;
  }

  serve(world: World): void {
    const mix = this.#mix;
    const load = this.#load;
    const station = this.#station;
    mix.clear();
    for (let i = 0; i < this.#passages.length; i++) {
      const { route, hop, sec, keyed } = this.#passages[i]!;
      route.lose(this.#buckets.down, keyed ? this.#outShare : this.#unnoticedShare, hop.branch);
      const share = hop.branch === "miss" ? 1 - route.hitShare : 1;
      mix.add(route.flowPerSec * share, sec);
    }
    mix.divide(Math.max(this.#up, 1e-9));
    mix.fill(load, 1, 1, readSec);
    load.servers = lanes * Math.max(0, 1 - this.#reports.sum(({ cpuShare }) => cpuShare));
    load.queueLimit = waitingPerNode.keyValue;
    station.step(load, world.tick, world.dtSec);
    const accepted = mix.ratePerSec * (1 - station.blockedShare);
    const through = accepted > 0 ? station.departureRatePerSec / accepted : 1;
    for (let i = 0; i < this.#passages.length; i++) {
      const { route, hop } = this.#passages[i]!;
      route.lose(this.#buckets.full, station.blockedShare, hop.branch);
      if (hop.branch === "all") route.flowPerSec *= through;
    }
    world.gauges.set(this.#gauges.utilization, station.utilization);
    world.gauges.set(this.#gauges.backlog, station.backlog);
    world.gauges.set(this.#gauges.up, this.#up / this.#nodes);
  }
}
