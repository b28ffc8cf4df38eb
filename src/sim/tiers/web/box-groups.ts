/** Web boxes that are not alike: slow ones, and generations of boxes that hold different crowds of sticky users. */

import type { World } from "../../engine/world.ts";
import { type BalancingPolicy, effectiveQueue } from "../../queueing/balancing.ts";
import { type Group, loadOf, newGroup, poolGroup } from "./box-group.ts";

/** Groups told apart under sticky sessions; the two most alike are merged when there are more. */
const generationsMax = 6;
/** Generations whose load per box differs by less are one. */
const alike = 0.05;
/** A box that does nothing at all still does this share of its work, so that times stay finite. */
const speedMin = 1e-6;
/** A part of a box so small that it is none. */
const nobody = 1e-9;
/**
 * Under sticky sessions every user returns to the box of his first request: load follows the sessions that a box
 * holds, and a new box gets only sessions that begin after it came. Otherwise load follows the policy.
 */
export class BoxGroups {
  /** Groups in use are the first `count`. */
  readonly groups: Group[] = [];
  count = 1;
  readonly isSticky: boolean;
  readonly #policy: BalancingPolicy;
  readonly #serversPerBox: number;
  /** Under two choices, the slow group's share in the step before; −1 when there was none. */
  #slowShare = -1;

  constructor(
    world: Pick<World, "newStation">,
    boxes: number,
    serversPerBox: number,
    policy: BalancingPolicy,
    isSticky: boolean,
    maySlow: boolean,
  ) {
    this.#policy = policy;
    this.isSticky = isSticky;
    this.#serversPerBox = serversPerBox;
    const max = isSticky ? generationsMax : maySlow ? 2 : 1;
    for (let i = 0; i < max; i++) this.groups.push(newGroup(world.newStation(), policy, serversPerBox));
    this.groups[0]!.boxes = boxes;
    this.groups[0]!.share = 1;
  }

  get boxes(): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += this.groups[i]!.boxes;
    return sum;
  }

  get sessions(): number {
    let sum = 0;
    for (let i = 0; i < this.count; i++) sum += this.groups[i]!.sessions;
    return sum;
  }

  /**
   * Becomes so many boxes, of which a share of those that were here stay: any of them leave, and their sessions leave
   * them, though others come in their place. Returns the share that left.
   */
  resize(boxes: number, stayingShare: number): number {
    const before = this.boxes;
    const stay = before * stayingShare;
    // What differs in the last bits alone is no box that comes.
    const staying = stay > boxes - nobody ? Math.min(boxes, before) : Math.max(0, stay);
    const left = before > 0 ? staying / before : 1;
    if (left < 1)
      for (let i = 0; i < this.count; i++) {
        const group = this.groups[i]!;
        group.boxes *= left;
        group.sessions *= left;
      }
    if (left <= 0) this.forget();
    if (boxes > staying) this.#grow(boxes - staying, staying <= 0);
    return 1 - left;
  }

  #grow(boxes: number, isEmpty: boolean): void {
    if (this.isSticky && !isEmpty) {
      this.#add(boxes, 0, 1, false);
      return;
    }
    const first = this.groups[0]!;
    first.boxes += boxes;
    if (isEmpty) first.speed = 1;
  }

  /** Every box begins anew: no sessions, nothing waiting. */
  forget(): void {
    for (let i = 1; i < this.count; i++) this.#absorb(0, i);
    this.count = 1;
    const first = this.groups[0]!;
    first.sessions = 0;
    first.station.restart();
  }

  /** Makes so many boxes work at a speed; 0 boxes makes all of them whole again. */
  slow(boxes: number, at: number): void {
    const speed = Math.max(speedMin, at);
    const slowed = this.#slowGroup();
    if (boxes <= 0) {
      this.#slowShare = -1;
      if (slowed >= 0) {
        const group = this.groups[slowed]!;
        group.speed = 1;
        group.isSlow = false;
        if (!this.isSticky && slowed > 0) {
          this.#absorb(0, slowed);
          this.count = 1;
        }
      }
      return;
    }
    if (slowed >= 0) {
      this.groups[slowed]!.speed = speed;
      return;
    }
    const largest = this.#largest();
    const from = this.groups[largest]!;
    if (boxes >= from.boxes) {
      from.speed = speed;
      from.isSlow = true;
      return;
    }
    const part = boxes / from.boxes;
    const sessions = from.sessions * part;
    from.boxes -= boxes;
    from.sessions -= sessions;
    this.#add(boxes, sessions, speed, true);
  }

  /**
   * Sessions end after `lifeSec` on average and others begin, so that `target` live now. Those that begin are spread
   * by the policy; when fewer live than did, all groups lose alike.
   */
  age(dtSec: number, target: number, lifeSec: number): void {
    const boxes = this.boxes;
    if (boxes <= 0 || !(target > 0)) return;
    const kept = lifeSec / (lifeSec + dtSec);
    const staying = this.sessions * kept;
    const factor = staying > target ? (kept * target) / staying : kept;
    for (let i = 0; i < this.count; i++) this.groups[i]!.sessions *= factor;
    const beginning = target - this.sessions;
    if (beginning > 0) this.#spread(beginning, boxes);
    this.#mergeAlike();
  }

  #spread(beginning: number, boxes: number): void {
    if (this.#policy === "least-connections") {
      this.#level(beginning);
      return;
    }
    if (this.#policy === "two-choices") this.#sortByLoad();
    let before = 0;
    for (let i = 0; i < this.count; i++) {
      const group = this.groups[i]!;
      const upTo = before + group.boxes / boxes;
      // Of two boxes looked at, the emptier gets the user: groups stand in rising order of load.
      const share =
        this.#policy === "two-choices"
          ? (1 - before) * (1 - before) - (1 - upTo) * (1 - upTo)
          : group.boxes / boxes;
      group.sessions += beginning * share;
      before = upTo;
    }
  }

  /** Fills the emptiest groups first, as water finds its level. */
  #level(beginning: number): void {
    this.#sortByLoad();
    let boxes = 0;
    let sessions = beginning;
    let filled = 0;
    for (let i = 0; i < this.count; i++) {
      const group = this.groups[i]!;
      if (i > 0 && boxes > 0 && sessions / boxes <= group.sessions / group.boxes) break;
      boxes += group.boxes;
      sessions += group.sessions;
      filled++;
    }
    for (let i = 0; i < filled; i++) {
      const group = this.groups[i]!;
      group.sessions = (sessions * group.boxes) / boxes;
    }
  }

  /** Shares of the requests, and the queue that stands for each group, at a demand in vCPU-seconds a second. */
  split(ratePerSec: number, secPerRequest: number): void {
    const sessions = this.isSticky ? this.sessions : 0;
    const boxes = this.boxes;
    let sum = 0;
    for (let i = 0; i < this.count; i++) {
      const group = this.groups[i]!;
      // Who joins the shortest line in effect loads each by what it can do; the others go by heads.
      if (sessions > 0) group.share = group.sessions / sessions;
      else if (this.#policy === "least-connections") group.share = group.boxes * group.speed;
      else group.share = boxes > 0 ? group.boxes / boxes : 0;
      sum += group.share;
    }
    if (this.#policy === "two-choices" && this.count === 2 && sessions <= 0) sum = this.#shareByTwo(boxes);
    for (let i = 0; i < this.count; i++) {
      const group = this.groups[i]!;
      group.share = sum > 0 ? group.share / sum : i === 0 ? 1 : 0;
      const perBox = group.boxes > 0 ? (ratePerSec * group.share) / group.boxes : 0;
      const utilization = Math.min(1, (perBox * secPerRequest) / (this.#serversPerBox * group.speed));
      poolGroup(group, this.isSticky ? "random" : this.#policy, this.#serversPerBox, utilization);
    }
  }

  /** Two choices of unequal boxes: the slow one is taken when both looked at are slow, or when its line is shorter. */
  #shareByTwo(boxes: number): number {
    const first = this.groups[0]!;
    const second = this.groups[1]!;
    const q = boxes > 0 ? second.boxes / boxes : 0;
    const a = first.station.waitSec;
    const b = second.station.waitSec;
    let wins = 0;
    for (let k = 0; k < a.length; k++) {
      const mine = b[(k * 5 + 1) & (b.length - 1)]! * second.speed;
      const other = a[k]! * first.speed;
      wins += mine < other ? 1 : mine === other ? 0.5 : 0;
    }
    const share = q * q + (2 * q * (1 - q) * wins) / a.length;
    // Half the way from the step before: lines shorten and lengthen within a step.
    this.#slowShare = 0.5 * (this.#slowShare < 0 ? q : this.#slowShare) + 0.5 * share;
    second.share = this.#slowShare;
    first.share = 1 - second.share;
    return 1;
  }

  #add(boxes: number, sessions: number, speed: number, isSlow: boolean): void {
    if (this.count === this.groups.length) this.#mergeClosest();
    if (this.count === this.groups.length) return;
    const group = this.groups[this.count++]!;
    group.boxes = boxes;
    group.sessions = sessions;
    group.speed = speed;
    group.isSlow = isSlow;
    group.share = 0;
    group.station.reset();
    group.queue = effectiveQueue(this.#policy, 1, this.#serversPerBox, 0);
    group.queueGrain = -1;
  }

  #slowGroup(): number {
    return this.groups.findIndex((group, i) => i < this.count && group.isSlow);
  }

  #largest(): number {
    let best = 0;
    for (let i = 1; i < this.count; i++) if (this.groups[i]!.boxes > this.groups[best]!.boxes) best = i;
    return best;
  }

  #sortByLoad(): void {
    for (let i = 1; i < this.count; i++)
      for (let j = i; j > 0 && loadOf(this.groups[j]!) < loadOf(this.groups[j - 1]!); j--)
        this.#swap(j, j - 1);
  }

  #swap(i: number, j: number): void {
    [this.groups[i], this.groups[j]] = [this.groups[j]!, this.groups[i]!];
  }

  #mergeAlike(): void {
    for (let i = 0; i < this.count; i++)
      for (let j = i + 1; j < this.count; j++) {
        const a = this.groups[i]!;
        const b = this.groups[j]!;
        if (a.speed !== b.speed || a.isSlow || b.isSlow) continue;
        const high = Math.max(loadOf(this.groups[i]!), loadOf(this.groups[j]!));
        if (Math.abs(loadOf(this.groups[i]!) - loadOf(this.groups[j]!)) <= alike * high) {
          this.#merge(i, j);
          j--;
        }
      }
  }

  #mergeClosest(): void {
    let closest: [number, number] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.count; i++)
      for (let j = i + 1; j < this.count; j++) {
        if (this.groups[i]!.isSlow || this.groups[j]!.isSlow) continue;
        const distance = Math.abs(loadOf(this.groups[i]!) - loadOf(this.groups[j]!));
        if (distance < least) {
          least = distance;
          closest = [i, j];
        }
      }
    if (closest) this.#merge(...closest);
  }

  /** The group with more boxes keeps its queue for both. */
  #merge(i: number, j: number): void {
    if (this.groups[j]!.boxes > this.groups[i]!.boxes) this.#swap(i, j);
    this.#absorb(i, j);
    this.count--;
    if (j < this.count) this.#swap(j, this.count);
  }

  #absorb(i: number, j: number): void {
    const a = this.groups[i]!;
    const b = this.groups[j]!;
    a.boxes += b.boxes;
    a.sessions += b.sessions;
    b.boxes = 0;
    b.sessions = 0;
    b.isSlow = false;
  }
}
