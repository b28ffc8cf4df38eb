/** The queues of the web boxes: so many cores and so many workers each, and a policy that picks a box. */

import { exponentials, hash32, TABLE_SIZE } from "../../chance/random.ts";
import { streamOf } from "../../chance/streams.ts";
import type { Hop } from "../../engine/flow.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { newLoad, type World } from "../../engine/world.ts";
import type { BalancingPolicy } from "../../queueing/balancing.ts";
import type { Station } from "../../queueing/station.ts";
import { listenPerCore, poolPerCore, statelessScaling, webCpuSec } from "../../scenario/capacities.ts";
import { Mix, paceAt } from "../common/mix.ts";
import { BoxGroups } from "./box-groups.ts";

/** Part of the way that the measured time downstream moves towards its newest value in a step. */
const damping = 0.3;
/** How many times longer work takes on a box that does next to nothing. */
const standstill = 1e6;

const picking: Readonly<Record<SiteAtWork["design"]["lb"]["policy"], BalancingPolicy>> = {
  "round-robin": "round-robin",
  random: "random",
  least: "least-connections",
  two: "two-choices",
};

/**
 * A worker is held for its request's own time and for the time downstream (Little: as many workers are busy as
 * requests arrive in the time that one is held). When the workers run out first, requests wait for a worker while
 * the cores idle; otherwise they wait for a core. Whichever serves fewer requests a second is the queue.
 */
export class WebQueues {
  readonly groups: BoxGroups;
  /** What arrives in this step; filled by the tier. */
  readonly mix = new Mix();
  /** Mean work of what came in the step before, as caches are now, over that of what arrives; filled by the tier. */
  waitingWork = 1;
  /** Of the last step: what left all boxes per second; what waits; shares of CPU and of workers in use. */
  departuresPerSec = 0;
  /** What all boxes together can do, by cores or workers, whichever are short. */
  canPerSec = 0;
  waiting = 0;
  cpu = 0;
  cpuMost = 0;
  cpuLeast = 0;
  slots = 0;
  /** Utilization of the busiest group, of cores or workers, whichever are short. */
  busiest = 0;
  readonly #load = newLoad();
  readonly #vcpu: number;
  readonly #workers: number;
  /** Lists by number of groups, so that none is made during the run. */
  readonly #stations: Station[][] = [];
  readonly #upTo: Float64Array[] = [];
  readonly #slower: Float64Array[] = [];
  readonly #units: readonly Float64Array[];
  readonly #seed: number;
  readonly #stream: number;
  #unit: Float64Array;
  #slowerAll = 1;
  /** Workers in use, a box. */
  #workersBusy = 0;
  /** Mean time that a worker is held downstream, in seconds. */
  #downstreamSec = 0;

  constructor(world: World, state: SiteAtWork, boxes: number) {
    const { lb, web } = state.design;
    this.#vcpu = web.size;
    this.#workers = web.pool > 0 ? web.pool : poolPerCore * this.#vcpu;
    const balanced = lb.nodes > 0;
    const maySlow = world.happenings("slow", ({ tier }) => tier === "web").events.length > 0;
    // Names give each user any address, and the user keeps it: a split at random.
    const policy: BalancingPolicy = balanced ? picking[lb.policy] : "random";
    this.groups = new BoxGroups(world, boxes, this.#vcpu, policy, balanced && lb.sticky, maySlow);
    for (let n = 0; n <= this.groups.groups.length; n++) {
      this.#stations.push(this.groups.groups.slice(0, n).map((group) => group.station));
      this.#upTo.push(new Float64Array(n));
      this.#slower.push(new Float64Array(n));
    }
    this.#seed = world.options.seed;
    this.#stream = streamOf("serviceTimes", state.index);
    this.#units = unitBlocks(world.options.particles);
    this.#unit = this.#units[0]!;
  }

  /**
   * Moves every group by a step.
   * @param serving boxes in the groups
   * @param up boxes of them that work, on average over the step
   * @param slower how much longer work takes than on one free vCPU
   * @returns the share of the arrivals that found no room
   */
  step(world: World, serving: number, up: number, slower: number): number {
    const { groups, mix } = this;
    const load = this.#load;
    const vcpu = this.#vcpu;
    this.#slowerAll = Math.min(standstill, slower);
    this.#unit = this.#units[hash32(this.#seed, world.tick, this.#stream) % this.#units.length]!;
    const rate = mix.ratePerSec;
    mix.fill(load, 1, 1, webCpuSec.dynamic);
    const meanSec = load.serviceTimeSec * this.#slowerAll;
    const { workSec = 0 } = load;
    groups.split(rate, meanSec);
    let blocked = 0;
    this.#clear();
    for (let g = 0; g < groups.count; g++) {
      const group = groups.groups[g]!;
      const { queue, station, speed } = group;
      const boxes = serving > 0 ? (group.boxes * up) / serving : 0;
      const ownSec = meanSec * Math.min(standstill, 1 / speed);
      const heldSec = ownSec + this.#downstreamSec;
      const coresPerSec = vcpu / ownSec;
      const workersPerSec = this.#workers / heldSec;
      const isShortOfWorkers = workersPerSec < coresPerSec;
      load.arrivalRatePerSec = boxes > 0 ? (rate * group.share * queue.boxesPooled) / boxes : 0;
      load.arrivalCv2 = queue.arrivalCv2;
      load.waitPower = queue.waitPower;
      load.servers = boxes > 0 ? (isShortOfWorkers ? this.#workers * queue.boxesPooled : queue.servers) : 0;
      load.serviceTimeSec = isShortOfWorkers ? heldSec : ownSec;
      // A worker is held for its own time and that downstream: what waits for one is not told apart by its work.
      load.workSec = isShortOfWorkers ? 0 : workSec;
      load.waitingWork = this.waitingWork;
      load.queueLimit = (this.#workers + listenPerCore * vcpu) * queue.boxesPooled;
      station.step(load, world.tick, world.dtSec);
      blocked += group.share * station.blockedShare;
      group.cpu = 0;
      if (boxes <= 0) continue;
      const perBox = station.departureRatePerSec / queue.boxesPooled;
      const cpu = isShortOfWorkers ? Math.min(1, perBox / coresPerSec) : station.utilization;
      group.cpu = cpu;
      station.pace = paceAt(vcpu, cpu, statelessScaling);
      this.#workersBusy += (Math.min(this.#workers, perBox * heldSec) * boxes) / up;
      this.departuresPerSec += perBox * boxes;
      this.canPerSec += Math.min(coresPerSec, workersPerSec) * boxes;
      this.waiting += (station.backlog * boxes) / queue.boxesPooled;
      this.cpu += (cpu * boxes) / up;
      this.cpuMost = Math.max(this.cpuMost, cpu);
      this.cpuLeast = Math.min(this.cpuLeast, cpu);
      this.slots = Math.max(this.slots, Math.min(1, perBox / workersPerSec));
      this.busiest = Math.max(this.busiest, station.utilization);
    }
    if (this.cpuLeast > this.cpuMost) this.cpuLeast = 0;
    return up > 0 ? Math.min(1, blocked) : 0;
  }

  /** Takes in the mean time downstream of the last step, in seconds. */
  learn(downstreamSec: number): void {
    this.#downstreamSec += damping * (downstreamSec - this.#downstreamSec);
  }

  /** Requests inside one box, at work, waiting, or held until an answer comes from behind, on average over the boxes. */
  insideBox(): number {
    const { groups } = this;
    let inside = this.#workersBusy;
    for (let g = 0; g < groups.count; g++) {
      const { station, queue, share } = groups.groups[g]!;
      const waiting = Math.max(station.ledgerBacklog, station.backlog) / queue.boxesPooled;
      inside += share * waiting;
    }
    return inside;
  }

  /** Makes a hop meet these queues, with so much work on one free vCPU when the cache missed and when it hit. */
  place(hop: Hop, missSec: number, hitSec: number): void {
    const { groups } = this;
    const n = groups.count;
    const first = groups.groups[0]!;
    let slowerAll = this.#slowerAll;
    hop.unit = this.#unit;
    hop.station = first.station;
    hop.stations = null;
    if (n === 1) slowerAll *= Math.min(standstill, 1 / first.speed);
    else {
      const stations = this.#stations[n]!;
      const upTo = this.#upTo[n]!;
      const slower = this.#slower[n]!;
      let sum = 0;
      for (let g = 0; g < n; g++) {
        const group = groups.groups[g]!;
        sum += group.share;
        stations[g] = group.station;
        upTo[g] = sum;
        slower[g] = Math.min(standstill, 1 / group.speed);
      }
      upTo[n - 1] = 1;
      hop.stations = stations;
      hop.upTo = upTo;
      hop.slower = slower;
    }
    hop.serviceSec = missSec * slowerAll;
    hop.serviceHitSec = hitSec * slowerAll;
  }

  #clear(): void {
    this.departuresPerSec = 0;
    this.canPerSec = 0;
    this.waiting = 0;
    this.#workersBusy = 0;
    this.cpu = 0;
    this.cpuMost = 0;
    this.cpuLeast = 1;
    this.slots = 0;
    this.busiest = 0;
  }
}

const blocksBySize = new Map<number, readonly Float64Array[]>();

/** Exponential service times over their mean, in blocks of one per particle: each kind of request is exponential by itself. */
function unitBlocks(particles: number): readonly Float64Array[] {
  let blocks = blocksBySize.get(particles);
  if (!blocks) {
    blocks = Array.from({ length: TABLE_SIZE / particles }, (_, i) =>
      exponentials.subarray(i * particles, (i + 1) * particles),
    );
    blocksBySize.set(particles, blocks);
  }
  return blocks;
}
