/** The balancer's nodes, and which box each sends a request to. */
import { capacities } from "../sim/index.ts";
import { type Engine, kinds } from "./engine.ts";
import { Servers } from "./servers.ts";

const { delaySec, ratePerSecMax, serviceSec, waitingPerNode } = capacities;
const nodeSec = 1 / ratePerSecMax.balancerNode;

/** What it sees of the boxes: who has died, and how many requests are in each. */
export interface Boxes {
  readonly isDead: Uint8Array;
  readonly inside: Int32Array;
}

export class Balancer {
  /** By box: whether it is sent requests. */
  readonly isAsked: Uint8Array;
  readonly #engine: Engine;
  readonly #boxes: Boxes;
  readonly #nodes: Servers[];
  readonly #turn: Int32Array;
  /** By box: connections that nobody answers and that are not given up yet. */
  readonly #dialed: Int32Array;
  readonly #isNodeDown: Uint8Array;

  constructor(engine: Engine, boxes: Boxes) {
    const { nodes } = engine.site.lb;
    this.#engine = engine;
    this.#boxes = boxes;
    this.isAsked = new Uint8Array(boxes.isDead.length);
    this.#nodes = Array.from({ length: nodes }, () => new Servers(1, waitingPerNode.balancer));
    this.#turn = new Int32Array(Math.max(1, nodes));
    this.#isNodeDown = new Uint8Array(nodes);
    this.#dialed = new Int32Array(boxes.isDead.length);
    engine.on(kinds.giveUpBox, (box) => this.#dialed[box]!--);
    for (const event of engine.scenario.events) {
      if (event.what !== "crash" || event.tier !== "lb") continue;
      const until = event.untilSec ?? Number.POSITIVE_INFINITY;
      for (let node = 0; node < Math.min(event.boxes, nodes); node++) {
        engine.at(event.atSec, () => (this.#isNodeDown[node] = 1));
        // Another node takes the address over, where one is left and the lost one is not back by then.
        const taken = event.atSec + delaySec.balancerFailover * engine.pace.delays;
        if (event.boxes < nodes && taken < until) engine.at(taken, () => (this.#isNodeDown[node] = 2));
        engine.at(until, () => (this.#isNodeDown[node] = 0));
      }
    }
  }

  /** A request comes to one of the nodes, which lets it enter later. */
  receive(id: number): void {
    const { prng, nowSec, requests, site, fail } = this.#engine;
    const { nodes } = site.lb;
    let node = Math.floor(prng.uniform() * nodes);
    if (this.#isNodeDown[node] === 1) {
      fail(id, "lb", "node-down");
      return;
    }
    while (this.#isNodeDown[node] === 2) node = (node + 1) % nodes;
    const leaves = this.#nodes[node]!.take(nowSec, prng.exponential() * nodeSec);
    if (leaves < 0) {
      fail(id, "lb", "queue-full");
      return;
    }
    // The node is remembered where later the store is.
    requests.place[id] = node;
    this.#engine.schedule(leaves + serviceSec.balancer - nodeSec, kinds.enter, id);
  }

  /** A request is sent to a dead box: its connection stays open until it is given up, and counts as any other. */
  dial(box: number): void {
    this.#dialed[box]!++;
    this.#engine.schedule(this.#engine.nowSec + delaySec.connectTimeout, kinds.giveUpBox, box);
  }

  #connections(box: number): number {
    return this.#boxes.inside[box]! + this.#dialed[box]!;
  }

  #may(box: number, livingOnly: boolean): boolean {
    return this.isAsked[box] === 1 && !(livingOnly && this.#boxes.isDead[box] === 1);
  }

  /** Any box that is asked. */
  any(livingOnly: boolean): number {
    const n = this.isAsked.length;
    for (let tries = 0; tries < 4 * n; tries++) {
      const box = Math.floor(this.#engine.prng.uniform() * n);
      if (this.#may(box, livingOnly)) return box;
    }
    for (let box = 0; box < n; box++) if (this.#may(box, livingOnly)) return box;
    return -1;
  }

  /** The box that the policy picks among those that are asked; of the living ones when one was found dead already. */
  pick(node: number, livingOnly: boolean): number {
    const n = this.isAsked.length;
    const { nodes, policy } = this.#engine.site.lb;
    // Without a balancer names give each user any address.
    if (policy === "random" || nodes === 0) return this.any(livingOnly);
    if (policy === "two") {
      const one = this.any(livingOnly);
      let other = this.any(livingOnly);
      for (let tries = 0; other === one && tries < 8; tries++) other = this.any(livingOnly);
      return one >= 0 && this.#connections(other) < this.#connections(one) ? other : one;
    }
    let best = -1;
    // The line is read from where it was left, so that equals take turns.
    for (let i = 1; i <= n; i++) {
      const box = (this.#turn[node]! + i) % n;
      if (!this.#may(box, livingOnly)) continue;
      if (policy === "round-robin") {
        this.#turn[node] = box;
        return box;
      }
      if (best < 0 || this.#connections(box) < this.#connections(best)) best = box;
    }
    if (best >= 0) this.#turn[node] = best;
    return best;
  }
}
