/** Where data lives: what the path needs to know of any store, and the key-value nodes. */
import { capacities, crowding, type RequestKind, type Site, kinds as traits } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Prng } from "./prng.ts";
import { Servers } from "./servers.ts";

const {
  delaySec,
  keyValueLanes: lanes,
  ratePerSecMax,
  serviceSec,
  singlePrints,
  waitingPerNode,
} = capacities;

/** A store serves a request that has come to it: it answers later (`kinds.answer`) or fails at once. */
export interface Store {
  serve(id: number): void;
  /** Whether the box that had the request in hand has been lost since. */
  isLost?(id: number): boolean;
  /** Whether a like that is done changes the post; where it says nothing, each does. */
  changesPost?(): boolean;
  /** Looks a session up, with so much work on one vCPU: when it is known, −1 without room, −2 without a primary. */
  tellWho?(workSec: number): number;
  /** Adds what it has counted to the measures. */
  measure?(): void;
}

/** Time of a request's work at a database, on one vCPU, in seconds. */
export function databaseWork(kind: RequestKind): number {
  return traits[kind].databaseSec;
}

export function isRead(kind: RequestKind): boolean {
  return traits[kind].does === "read";
}

/** How much longer a request takes on one core of a web box or worker than on a box of one vCPU. */
export function stretchOf(vcpu: number): number {
  return vcpu / capacities.statelessScaling.cores[vcpu]!;
}

export const { waitingPerCore } = capacities;

/** Sends a request's answer when a queue lets it go; what the queue loses meanwhile is told by its life. */
export function depart(engine: Engine, id: number, queue: Servers, index: number, leavesSec: number): void {
  engine.requests.place[id] = index;
  engine.requests.placeLife[id] = queue.life;
  engine.schedule(leavesSec, kinds.answer, id);
}

/** Operations of a kind that one node does in a second. */
function ratePerSec(kind: RequestKind): number {
  const { does, joins } = traits[kind];
  if (does === "append") return ratePerSecMax.keyValueBatchedKeys / capacities.rowsPerUpload;
  if (joins > 0) return ratePerSecMax.keyValueBatchedKeys / joins;
  return does === "read" ? ratePerSecMax.keyValueReads : ratePerSecMax.keyValueWrites;
}

/** Whether the only store finds what has a key and knows no queries: the application does the rest. */
export function keepsAllByKey({ kv, db, shards }: Site): boolean {
  return kv.nodes > 0 && kv.holds === "everything" && db.size === 0 && shards.count === 0;
}

/** Key-value nodes: one lookup a request; the rows of a feed, which must be joined, and uploads of events are batches. */
export class KeyValueNodes implements Store {
  readonly #engine: Engine;
  readonly #nodes: Servers[];
  readonly #prints: SinglePrints | undefined;

  constructor(engine: Engine) {
    const { site } = engine;
    this.#engine = engine;
    if (keepsAllByKey(site)) this.#prints = new SinglePrints();
    this.#nodes = Array.from({ length: site.kv.nodes }, () => new Servers(lanes, waitingPerNode.keyValue));
    if (keepsAllByKey(site)) for (const node of this.#nodes) planReport(engine, node, lanes);
  }

  serve(id: number): void {
    const { requests, prng, nowSec } = this.#engine;
    const kind = this.#engine.kindOf(id);
    const node = this.#nodes[Math.floor(prng.uniform() * this.#nodes.length)]!;
    const unit = prng.exponential();
    const busySec = (unit * lanes) / ratePerSec(kind);
    const leaves = node.take(nowSec, busySec);
    if (leaves < 0) {
      this.#engine.fail(id, "kv", "queue-full");
      return;
    }
    if (kind === "order") this.#prints?.order(nowSec);
    // A write is answered before its lane is free again.
    const done = leaves - busySec + unit * serviceSec.keyValue;
    requests.place[id] = -1;
    requests.asOfSec[id] = leaves - busySec;
    this.#engine.schedule(done, kinds.answer, id);
  }

  measure(): void {
    if (this.#prints) this.#engine.measures.more["oversold"] = this.#prints.oversold;
  }
}

/** Prints of which there is one each, in a store without transactions: somebody reads that one is there, then sells it. */
class SinglePrints {
  /** Sold to somebody else meanwhile. */
  oversold = 0;
  /** Which print an order is for: draws of its own, so that the others stay as they are. */
  readonly #prng = new Prng(1);
  readonly #readSec = new Float64Array(singlePrints.onSale).fill(Number.NEGATIVE_INFINITY);

  order(nowSec: number): void {
    const print = Math.floor(this.#prng.uniform() * singlePrints.onSale);
    if (nowSec - this.#readSec[print]! < singlePrints.checkToSaleSec) this.oversold++;
    this.#readSec[print] = nowSec;
  }
}

const phases = Math.round(1 / capacities.rowLockCv2);

/** The lock of one row: updates one after the other, each for about the same time. */
export class RowLock {
  readonly #queue = new Servers(1, capacities.sharding.waitingPerRow);
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** When an update that wants the row now has been made; −1 when too many wait. */
  take(): number {
    let unit = 0;
    // The mean of n exponentials has a cv² of 1/n.
    for (let i = 0; i < phases; i++) unit += this.#engine.prng.exponential() / phases;
    const { commit, nowSec, pace } = this.#engine;
    // There is one lock, however many cores: it is as busy as before where it is held as much longer as fewer come.
    const lockSec =
      commit.rowLockSec * pace.work * pace.cores * crowding(commit, this.#queue.waitingAt(nowSec));
    return this.#queue.take(nowSec, unit * lockSec);
  }
}

/** How a report works on a database's host: it keeps cores busy, and slows down one that it takes in part. */
export function planReport(engine: Engine, queue: Servers, cores: number): void {
  for (const event of engine.scenario.events) {
    if (event.what !== "report") continue;
    const until = event.untilSec ?? Number.POSITIVE_INFINITY;
    const left = cores * (1 - event.cpuShare);
    const servers = Math.max(1, Math.ceil(left - 1e-9));
    engine.at(event.atSec, () => {
      queue.hold(cores - servers, until);
      queue.speed = left / servers;
    });
    engine.at(until, () => (queue.speed = 1));
  }
}

/** Seconds between a box and a store at the same place. */
export const wayToStoreSec = serviceSec.lan;
export const rebuildSec = delaySec.replicaRebuild;
