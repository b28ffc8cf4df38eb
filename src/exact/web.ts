/**
 * Balancer and web boxes. A request takes a worker of one box, then one of its cores; the worker stays with it until
 * the answer is there. Whoever finds no worker waits for one, and whoever finds no room is refused. A box that dies
 * takes along all that is in it.
 */
import { capacities, type Site } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { contention, Servers } from "./servers.ts";

const { delaySec, ratePerSecMax, serviceSec, webCpuSec } = capacities;
/** Connections that a balancer's node lets wait. */
const nodeWaiting = 10_000;

/** Who computes answers: the web boxes, or the all-in-one box. */
export interface Front {
  /** A request comes from its client. */
  receive(id: number): void;
  /** The request is over: its worker is free. False when its box has died meanwhile. */
  leave(id: number): boolean;
}

/** What the boxes need of the site around them. */
export interface Behind {
  /** Work of a request on one vCPU, asked when its turn has come: so the cache is looked into now. */
  workSec(id: number): number;
  /** The box's own work is done. */
  pass(id: number): void;
  fail(id: number, why: string): void;
}

export class Web implements Front {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #behind: Behind;
  readonly #boxes: number;
  readonly #workersPerBox: number;
  readonly #insideMax: number;
  readonly #nodes: Servers[] = [];
  readonly #turn: Int32Array;
  readonly #isNodeDown: Uint8Array;
  /** By box: whether it works, whether it is sent requests, and how often it has died. */
  readonly #isDead: Uint8Array;
  readonly #isAsked: Uint8Array;
  readonly #life: Int32Array;
  readonly #speed: Float64Array;
  readonly #inside: Int32Array;
  readonly #workers: Int32Array;
  readonly #cores: Int32Array;
  /** Lines of each box, as lists of requests: for a worker, for a core. */
  readonly #workerFirst: Int32Array;
  readonly #workerLast: Int32Array;
  readonly #coreFirst: Int32Array;
  readonly #coreLast: Int32Array;
  #restarting = false;
  /** How much longer work takes for what else runs on every box. */
  #slower = 1;

  constructor(engine: Engine, site: Site, behind: Behind) {
    this.#engine = engine;
    this.#site = site;
    this.#behind = behind;
    const { web, lb } = site;
    const n = web.count;
    this.#boxes = n;
    this.#workersPerBox = web.pool > 0 ? web.pool : capacities.poolPerCore * web.size;
    this.#insideMax = this.#workersPerBox + capacities.listenPerCore * web.size;
    for (let i = 0; i < lb.nodes; i++) this.#nodes.push(new Servers(1, nodeWaiting));
    this.#turn = new Int32Array(Math.max(1, lb.nodes));
    this.#isNodeDown = new Uint8Array(lb.nodes);
    this.#isDead = new Uint8Array(n);
    this.#isAsked = new Uint8Array(n).fill(1);
    this.#life = new Int32Array(n);
    this.#speed = new Float64Array(n).fill(1);
    this.#inside = new Int32Array(n);
    this.#workers = new Int32Array(n);
    this.#cores = new Int32Array(n);
    this.#workerFirst = new Int32Array(n).fill(-1);
    this.#workerLast = new Int32Array(n).fill(-1);
    this.#coreFirst = new Int32Array(n).fill(-1);
    this.#coreLast = new Int32Array(n).fill(-1);
    engine.on(kinds.enter, (id) => this.#enter(id));
    engine.on(kinds.worked, (id) => this.#worked(id));
    this.#plan();
  }

  /** What the scenario does to balancer and boxes. */
  #plan(): void {
    const engine = this.#engine;
    const { lb } = this.#site;
    for (const event of engine.scenario.events) {
      const until = event.untilSec ?? Number.POSITIVE_INFINITY;
      if (event.what === "crash" && event.tier === "web")
        for (let box = 0; box < Math.min(event.boxes, this.#boxes); box++)
          this.#planDeath(box, event.atSec, until);
      else if (event.what === "crash" && event.tier === "lb")
        for (let node = 0; node < Math.min(event.boxes, lb.nodes); node++) {
          // Another node takes the address over.
          const taken = event.boxes < lb.nodes ? event.atSec + delaySec.balancerFailover : until;
          engine.at(event.atSec, () => (this.#isNodeDown[node] = 1));
          engine.at(taken, () => (this.#isNodeDown[node] = 2));
          engine.at(until, () => (this.#isNodeDown[node] = 0));
        }
      else if (event.what === "restart" && event.tier === "web") {
        engine.at(event.atSec, () => {
          this.#restarting = true;
          for (let box = 0; box < this.#boxes; box++) this.#empty(box);
        });
        engine.at(event.atSec + event.durationSec, () => (this.#restarting = false));
      } else if (event.what === "slow" && event.tier === "web")
        for (let box = 0; box < Math.min(event.boxes, this.#boxes); box++) {
          engine.at(event.atSec, () => (this.#speed[box] = event.speed));
          engine.at(until, () => (this.#speed[box] = 1));
        }
      else if (event.what === "scan" && (lb.nodes === 0 || lb.public)) {
        engine.at(event.atSec, () => (this.#slower = 1 / (1 - event.cpuShare)));
        engine.at(until, () => (this.#slower = 1));
      }
    }
  }

  #planDeath(box: number, atSec: number, untilSec: number): void {
    const engine = this.#engine;
    const { nodes, interval, misses } = this.#site.lb;
    engine.at(atSec, () => {
      this.#isDead[box] = 1;
      this.#empty(box);
    });
    engine.at(untilSec, () => (this.#isDead[box] = 0));
    if (nodes === 0) return;
    if (atSec + interval * misses < untilSec)
      engine.at(atSec + interval * misses, () => (this.#isAsked[box] = 0));
    engine.at(untilSec + interval, () => (this.#isAsked[box] = 1));
  }

  /** Everything in a box is lost. */
  #empty(box: number): void {
    this.#life[box]!++;
    const { next } = this.#engine.requests;
    for (const first of [this.#workerFirst[box]!, this.#coreFirst[box]!])
      for (let id = first; id >= 0; ) {
        const after = next[id]!;
        this.#behind.fail(id, "web: lost-with-box");
        id = after;
      }
    for (const line of [this.#workerFirst, this.#workerLast, this.#coreFirst, this.#coreLast]) line[box] = -1;
    this.#inside[box] = 0;
    this.#workers[box] = 0;
    this.#cores[box] = 0;
  }

  receive(id: number): void {
    const engine = this.#engine;
    engine.requests.box[id] = -1;
    const { nodes } = this.#site.lb;
    if (nodes === 0) {
      this.#enter(id);
      return;
    }
    let node = Math.floor(engine.prng.uniform() * nodes);
    if (this.#isNodeDown[node] === 1) {
      this.#behind.fail(id, "lb: node-down");
      return;
    }
    while (this.#isNodeDown[node] === 2) node = (node + 1) % nodes;
    const nodeSec = 1 / ratePerSecMax.balancerNode;
    const leaves = this.#nodes[node]!.take(engine.nowSec, engine.prng.exponential() * nodeSec);
    if (leaves < 0) {
      this.#behind.fail(id, "lb: queue-full");
      return;
    }
    // The node is remembered where later the box is.
    engine.requests.place[id] = node;
    engine.schedule(leaves + serviceSec.balancer - nodeSec, kinds.enter, id);
  }

  #enter(id: number): void {
    const { requests } = this.#engine;
    const again = requests.box[id] === -2;
    const box = this.#pick(requests.place[id]!, again);
    if (this.#restarting) {
      this.#behind.fail(id, "web: process-down");
      return;
    }
    if (box < 0 || this.#isDead[box] === 1) {
      if (again || box < 0 || !this.#site.lb.retry || this.#site.lb.nodes === 0) {
        this.#behind.fail(id, "web: box-down");
        return;
      }
      requests.box[id] = -2;
      this.#engine.schedule(this.#engine.nowSec + delaySec.connectTimeout, kinds.enter, id);
      return;
    }
    if (this.#inside[box]! >= this.#insideMax) {
      this.#behind.fail(id, "web: queue-full");
      return;
    }
    requests.box[id] = box;
    requests.boxLife[id] = this.#life[box]!;
    this.#inside[box]!++;
    if (this.#workers[box]! < this.#workersPerBox) this.#takeWorker(id, box);
    else this.#push(this.#workerFirst, this.#workerLast, box, id);
  }

  /** The box that the policy picks among those that are asked; of the living ones when one was found dead already. */
  #pick(node: number, livingOnly: boolean): number {
    const n = this.#boxes;
    const { prng } = this.#engine;
    const { nodes, policy } = this.#site.lb;
    if (nodes === 0) return Math.floor(prng.uniform() * n);
    const may = (box: number) => this.#isAsked[box] === 1 && !(livingOnly && this.#isDead[box] === 1);
    const any = () => {
      for (let tries = 0; tries < 4 * n; tries++) {
        const box = Math.floor(prng.uniform() * n);
        if (may(box)) return box;
      }
      for (let box = 0; box < n; box++) if (may(box)) return box;
      return -1;
    };
    if (policy === "random") return any();
    if (policy === "two") {
      const one = any();
      let other = any();
      for (let tries = 0; other === one && tries < 8; tries++) other = any();
      return one >= 0 && this.#inside[other]! < this.#inside[one]! ? other : one;
    }
    let best = -1;
    // The line is read from where it was left, so that equals take turns.
    for (let i = 1; i <= n; i++) {
      const box = (this.#turn[node]! + i) % n;
      if (!may(box)) continue;
      if (policy === "round-robin") {
        this.#turn[node] = box;
        return box;
      }
      if (best < 0 || this.#inside[box]! < this.#inside[best]!) best = box;
    }
    if (best >= 0) this.#turn[node] = best;
    return best;
  }

  #takeWorker(id: number, box: number): void {
    this.#workers[box]!++;
    if (this.#cores[box]! < this.#site.web.size) this.#takeCore(id, box);
    else this.#push(this.#coreFirst, this.#coreLast, box, id);
  }

  #takeCore(id: number, box: number): void {
    const engine = this.#engine;
    this.#cores[box]!++;
    const slower = this.#slower * contention(this.#cores[box]!);
    const sec = (this.#behind.workSec(id) * slower) / this.#speed[box]!;
    engine.schedule(engine.nowSec + engine.prng.exponential() * sec, kinds.worked, id);
  }

  #worked(id: number): void {
    const { requests } = this.#engine;
    const box = requests.box[id]!;
    if (requests.boxLife[id] !== this.#life[box]) {
      this.#behind.fail(id, "web: lost-with-box");
      return;
    }
    this.#cores[box]!--;
    const next = this.#shift(this.#coreFirst, this.#coreLast, box);
    if (next >= 0) this.#takeCore(next, box);
    this.#behind.pass(id);
  }

  leave(id: number): boolean {
    const { requests } = this.#engine;
    const box = requests.box[id]!;
    if (box < 0) return true;
    if (requests.boxLife[id] !== this.#life[box]) return false;
    this.#inside[box]!--;
    this.#workers[box]!--;
    const next = this.#shift(this.#workerFirst, this.#workerLast, box);
    if (next >= 0) this.#takeWorker(next, box);
    return true;
  }

  #push(first: Int32Array, last: Int32Array, box: number, id: number): void {
    const { next } = this.#engine.requests;
    next[id] = -1;
    if (first[box]! < 0) first[box] = id;
    else next[last[box]!] = id;
    last[box] = id;
  }

  #shift(first: Int32Array, last: Int32Array, box: number): number {
    const id = first[box]!;
    if (id < 0) return -1;
    first[box] = this.#engine.requests.next[id]!;
    if (first[box]! < 0) last[box] = -1;
    return id;
  }
}

/** What a request of each kind costs a web box on one vCPU: when the store or the cache had the answer. */
export function webWork(site: Site, kind: string, hit: boolean): number {
  switch (kind) {
    case "asset":
      return webCpuSec.asset;
    case "log":
      return webCpuSec.log;
    case "photo":
      return site.queue.kind === "none" ? webCpuSec.photo : webCpuSec.publish;
    case "feed": {
      if (hit) return webCpuSec.hit;
      const joins = site.kv.holds === "everything" && site.db.size === 0 && site.shards.count === 0;
      return webCpuSec.dynamic + (joins ? capacities.joinLookups * webCpuSec.lookup : 0);
    }
    default:
      return hit ? webCpuSec.hit : webCpuSec.dynamic;
  }
}
