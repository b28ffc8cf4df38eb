/**
 * Balancer and web boxes. A request takes a worker of one box, then one of its cores; the worker stays with it until
 * the answer is there. Whoever finds no worker waits for one, and whoever finds no room is refused. A box that dies
 * takes along all that is in it.
 */

import { capacities, type Site, kinds as traits } from "../sim/index.ts";
import { Balancer } from "./balancer.ts";
import { type Engine, kinds } from "./engine.ts";
import { boxesOf, Scaling } from "./scaling.ts";
import { contention } from "./servers.ts";
import type { Sessions } from "./sessions.ts";
import { keepsAllByKey, stretchOf } from "./store.ts";

/** What `requests.left` says of somebody who is sent away to log in. */
const turned = { out: 3, elsewhere: 4 } as const;
const { delaySec, webCpuSec } = capacities;
/** What `requests.box` says of one who comes again; a lower number names the box to which he goes. */
const secondTry = -2;

/** Who computes answers: the web boxes, or the all-in-one box. */
export interface Front {
  /** A request comes from its client. */
  receive(id: number): void;
  /** The request is over: its worker is free. False when its box has died meanwhile. */
  leave(id: number): boolean;
  /** Adds what it has counted to the measures. */
  measure?(): void;
}

/** What the boxes need of the site around them. */
export interface Behind {
  /** Work of a request on one vCPU, asked when its turn has come: so the cache is looked into now. */
  workSec(id: number): number;
  /** The box's own work is done. */
  pass(id: number): void;
}

export class Web implements Front {
  readonly #engine: Engine;
  readonly #site: Site;
  readonly #behind: Behind;
  readonly #boxes: number;
  readonly #workersPerBox: number;
  readonly #insideMax: number;
  readonly #balancer: Balancer;
  /** By box: whether it works, and how often it has died. */
  readonly #isDead: Uint8Array;
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
  readonly #sessions: Sessions | undefined;
  readonly #scaling: Scaling | undefined;
  /** Work begun since the scaling asked, in seconds of a whole box. */
  #work = 0;

  constructor(engine: Engine, behind: Behind, sessions: Sessions | undefined) {
    const { site } = engine;
    this.#engine = engine;
    this.#site = site;
    this.#behind = behind;
    const { web } = site;
    const { least, most } = boxesOf(site);
    // Boxes that die are replaced by others.
    const dying = engine.scenario.events.reduce(
      (sum, e) => sum + (e.what === "crash" || e.what === "scan" ? e.boxes : 0),
      0,
    );
    const n = web.target > 0 ? most + dying : most;
    this.#boxes = n;
    this.#sessions = sessions;
    this.#workersPerBox = web.pool > 0 ? web.pool : capacities.poolPerCore * web.size;
    this.#insideMax = this.#workersPerBox + capacities.listenPerCore * web.size;
    this.#isDead = new Uint8Array(n);
    this.#life = new Int32Array(n);
    this.#speed = new Float64Array(n).fill(1);
    this.#inside = new Int32Array(n);
    this.#balancer = new Balancer(engine, { isDead: this.#isDead, inside: this.#inside });
    this.#balancer.isAsked.fill(1, 0, Math.min(most, Math.max(least, web.count)));
    this.#workers = new Int32Array(n);
    this.#cores = new Int32Array(n);
    this.#workerFirst = new Int32Array(n).fill(-1);
    this.#workerLast = new Int32Array(n).fill(-1);
    this.#coreFirst = new Int32Array(n).fill(-1);
    this.#coreLast = new Int32Array(n).fill(-1);
    // Who is logged in at the start has come to his box before.
    if (sessions && (this.#isKeeper || site.lb.sticky))
      for (let session = 0; session < sessions.live; session++)
        sessions.settle(session, this.#balancer.pick(session % Math.max(1, site.lb.nodes), true));
    engine.on(kinds.enter, (id) => this.#enter(id));
    engine.on(kinds.worked, (id) => this.#worked(id));
    if (web.target > 0) this.#scaling = new Scaling(engine, site, this);
    this.#plan();
  }

  /** What the scenario does to balancer and boxes. */
  #plan(): void {
    const engine = this.#engine;
    const { lb } = this.#site;
    for (const event of engine.scenario.events) {
      const until = event.untilSec ?? Number.POSITIVE_INFINITY;
      // Those that strangers take are others than those that die, and stay away.
      if (event.what === "scan") {
        const taken = lb.nodes === 0 || lb.public ? Math.min(event.boxes, this.#boxes) : 0;
        engine.measures.add("breachedBoxes", taken);
        for (let i = 0; i < taken; i++)
          this.#planDeath(this.#boxes - 1 - i, event.atSec, Number.POSITIVE_INFINITY);
      } else if (event.what === "crash" && event.tier === "web")
        for (let box = 0; box < Math.min(event.boxes, this.#boxes); box++)
          this.#planDeath(box, event.atSec, until);
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
      else if (event.what === "report" && keepsAllByKey(this.#site)) {
        engine.at(event.atSec, () => (this.#slower = 1 / (1 - event.cpuShare)));
        engine.at(until, () => (this.#slower = 1));
      }
    }
  }

  #planDeath(box: number, atSec: number, untilSec: number): void {
    const engine = this.#engine;
    const { nodes, interval, misses } = this.#site.lb;
    const foundSec = nodes > 0 ? atSec + interval * misses : Number.POSITIVE_INFINITY;
    engine.at(atSec, () => {
      this.#scaling?.count();
      this.#isDead[box] = 1;
      this.#empty(box);
      if (nodes > 0) this.#scaling?.launch(1, foundSec);
    });
    if (this.#scaling) {
      engine.at(foundSec, () => (this.#balancer.isAsked[box] = 0));
      return;
    }
    engine.at(untilSec, () => (this.#isDead[box] = 0));
    if (nodes === 0) return;
    if (foundSec < untilSec) engine.at(foundSec, () => (this.#balancer.isAsked[box] = 0));
    engine.at(untilSec + interval, () => (this.#balancer.isAsked[box] = 1));
  }

  /** Everything in a box is lost. */
  #empty(box: number): void {
    this.#life[box]!++;
    if (this.#isKeeper) this.#sessions?.lose(box);
    const { next } = this.#engine.requests;
    for (const first of [this.#workerFirst[box]!, this.#coreFirst[box]!])
      for (let id = first; id >= 0; ) {
        const after = next[id]!;
        this.#engine.fail(id, "web", "lost-with-box");
        id = after;
      }
    for (const line of [this.#workerFirst, this.#workerLast, this.#coreFirst, this.#coreLast]) line[box] = -1;
    this.#inside[box] = 0;
    this.#workers[box] = 0;
    this.#cores[box] = 0;
  }

  /** Whether boxes keep the sessions of those whom they know. */
  get #isKeeper(): boolean {
    return this.#site.sessions.store === "local";
  }

  get serving(): number {
    let boxes = 0;
    for (let box = 0; box < this.#boxes; box++)
      boxes += this.#balancer.isAsked[box]! & (this.#isDead[box]! ^ 1);
    return boxes;
  }

  takeWork(): number {
    const work = this.#work;
    this.#work = 0;
    return work;
  }

  start(boxes: number): void {
    let left = boxes;
    for (let box = 0; box < this.#boxes && left > 0; box++) {
      if (this.#balancer.isAsked[box] === 1 || this.#isDead[box] === 1) continue;
      this.#balancer.isAsked[box] = 1;
      left--;
    }
  }

  /** Boxes end what they have begun and are sent nothing more. */
  stop(boxes: number): void {
    for (let i = 0; i < boxes; i++) {
      const box = this.#balancer.any(true);
      this.#balancer.isAsked[box] = 0;
      if (this.#isKeeper) this.#sessions?.lose(box);
      this.#sessions?.forget(box);
    }
  }

  receive(id: number): void {
    this.#engine.requests.box[id] = -1;
    if (this.#site.lb.nodes === 0) this.#enter(id);
    else this.#balancer.receive(id);
  }

  #enter(id: number): void {
    const { requests } = this.#engine;
    const before = requests.box[id]!;
    const again = before <= secondTry;
    const sessions = traits[this.#engine.kindOf(id)].hasSession ? this.#sessions : undefined;
    const session = sessions && !again ? sessions.join() : -1;
    const box =
      before < secondTry ? secondTry - 1 - before : this.#choose(requests.place[id]!, session, again);
    if (this.#restarting) {
      this.#engine.fail(id, "web", "process-down");
      return;
    }
    if (box < 0 || this.#isDead[box] === 1) {
      if (box >= 0) this.#balancer.dial(box);
      if (again || box < 0 || !this.#site.lb.retry || this.#site.lb.nodes === 0) {
        this.#engine.fail(id, "web", "box-down");
        return;
      }
      requests.box[id] = secondTry;
      const other = session < 0 ? -1 : this.#balancer.pick(requests.place[id]!, true);
      if (other >= 0) {
        this.#greet(id, session, other);
        requests.box[id] = secondTry - 1 - other;
      }
      this.#engine.schedule(this.#engine.nowSec + delaySec.connectTimeout, kinds.enter, id);
      return;
    }
    if (session >= 0) this.#greet(id, session, box);
    if (this.#inside[box]! >= this.#insideMax) {
      this.#engine.fail(id, "web", "queue-full");
      return;
    }
    requests.box[id] = box;
    requests.boxLife[id] = this.#life[box]!;
    this.#inside[box]!++;
    if (this.#workers[box]! < this.#workersPerBox) this.#takeWorker(id, box);
    else this.#push(this.#workerFirst, this.#workerLast, box, id);
  }

  /** The box that a cookie names while it is asked, or the one that the policy picks. */
  #choose(node: number, session: number, again: boolean): number {
    if (session >= 0 && this.#site.lb.sticky) {
      const box = this.#sessions!.boxOf(session);
      if (box >= 0 && this.#balancer.isAsked[box] === 1) return box;
    }
    return this.#balancer.pick(node, again);
  }

  /** A box looks who comes: whom it does not know it sends away to log in. */
  #greet(id: number, session: number, box: number): void {
    const sessions = this.#sessions!;
    const { left } = this.#engine.requests;
    const home = sessions.boxOf(session);
    const isOut = sessions.isOut(session);
    if (this.#isKeeper && isOut) {
      left[id] = turned.out;
      sessions.logIn(session);
    } else if (this.#isKeeper && home >= 0 && home !== box) left[id] = turned.elsewhere;
    if (home < 0 || isOut || this.#site.lb.sticky) sessions.settle(session, box);
  }

  #takeWorker(id: number, box: number): void {
    this.#workers[box]!++;
    if (this.#cores[box]! < this.#site.web.size) this.#takeCore(id, box);
    else this.#push(this.#coreFirst, this.#coreLast, box, id);
  }

  #takeCore(id: number, box: number): void {
    const engine = this.#engine;
    this.#cores[box]!++;
    const crowded = contention(this.#cores[box]! * engine.pace.cores, capacities.statelessScaling);
    const slower = this.#slower * crowded * engine.pace.work;
    const isTurned = engine.requests.left[id]! >= turned.out;
    const workSec = isTurned ? webCpuSec.turnAway : this.#behind.workSec(id);
    const sec = (workSec * slower) / this.#speed[box]!;
    const tookSec = engine.prng.exponential() * sec;
    const { size } = this.#site.web;
    this.#work += ((tookSec / crowded) * stretchOf(size * engine.pace.cores)) / size;
    engine.schedule(engine.nowSec + tookSec, kinds.worked, id);
  }

  #worked(id: number): void {
    const { requests } = this.#engine;
    const box = requests.box[id]!;
    if (requests.boxLife[id] !== this.#life[box]) {
      this.#engine.fail(id, "web", "lost-with-box");
      return;
    }
    this.#cores[box]!--;
    const next = this.#shift(this.#coreFirst, this.#coreLast, box);
    if (next >= 0) this.#takeCore(next, box);
    const left = requests.left[id]!;
    if (left >= turned.out)
      this.#engine.fail(id, "web", left === turned.out ? "logged-out" : "session-elsewhere");
    else this.#behind.pass(id);
  }

  measure(): void {
    if (this.#scaling) this.#engine.measures.more["webBoxesMean"] = this.#scaling.paidMean;
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
