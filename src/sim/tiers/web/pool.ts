/** The web boxes of a site over time: which serve, which are dead and still asked, which are being booted. */

import type { Site } from "../../design/design.ts";
import type { EventOf } from "../../engine/happenings.ts";
import type { SiteAtWork } from "../../engine/site.ts";
import { isWithin, overlapShare, type StepTime } from "../../engine/time.ts";
import type { World } from "../../engine/world.ts";
import type { Place } from "../../names/places.ts";
import type { ActOf } from "../../scenario/acts.ts";
import { Autoscaler } from "./autoscaling.ts";

/** What a pool knows of the world: the time, what happens, and where to tell what it did. */
export interface PoolWorld extends StepTime, Pick<World, "scenario" | "happenings" | "acts" | "note"> {
  readonly options: Pick<World["options"], "stride">;
}

/** Launches that can be under way at a time; more are merged into the last. */
const launchesMax = 32;

/** Whether anybody can ask the web boxes of a site past its balancer, or because there is none. */
export function isPublic({ lb }: Site): boolean {
  return lb.nodes === 0 || lb.public;
}

/** Boxes that a scan of public addresses finds open, and takes, with the times from which they are out of service. */
function taken(world: Pick<World, "happenings">, state: SiteAtWork): EventOf<"crash">[] {
  if (!isPublic(state.design)) return [];
  return world.happenings("scan").events.map(({ label, atSec, boxes }) => ({
    what: "crash",
    tier: "web",
    label,
    atSec,
    untilSec: Number.POSITIVE_INFINITY,
    boxes,
  }));
}

/** Boxes that a scaled pool never goes below. */
export function scaledMin(site: Site): number {
  return Math.max(1, site.web.min);
}

/** Boxes that it never goes beyond. */
export function scaledMax(site: Site): number {
  return Math.max(scaledMin(site), site.web.max > 0 ? site.web.max : site.web.count);
}

/** Whether the number of web boxes follows the load. */
export function isScaled(site: Site): boolean {
  return site.web.target > 0;
}

/**
 * Counts of boxes, as averages over the step, so that a fault shorter than a step has its part of it.
 * - `serving` take requests and answer;
 * - `deadAsked` answer nothing and are still sent their share: until the balancer's check has missed often
 *   enough, and for ever where there is no balancer;
 * - `paid` are on the bill: all of them, and those being booted.
 * A box that comes back is let in after one good check. A scaled pool replaces a dead box as soon as it is found.
 */
export class BoxPool {
  serving: number;
  deadAsked = 0;
  paid: number;
  /** Boxes that die in this step. */
  dying = 0;
  /** Share of the boxes that served before which still do, whoever has come beside them. */
  stayingShare = 1;
  /** Sum of `paid` × seconds so far. */
  paidBoxSec = 0;
  #running: number;
  readonly #added: readonly ActOf<"add-boxes">[];
  readonly #raised: readonly ActOf<"raise-max">[];
  readonly #loosened: readonly ActOf<"loosen-checks">[];
  readonly #site: Site;
  readonly #place: Place;
  /** Boxes that die, and those that somebody takes over: it comes to the same. */
  readonly #lost: readonly EventOf<"crash">[];
  readonly #taken: readonly EventOf<"crash">[];
  /** Boxes that each crash kept from serving, on average over the step before. */
  readonly #struck: Float64Array;
  readonly #scaler: Autoscaler | undefined;
  /** Seconds until a dead box is found; Infinity without a balancer. */
  readonly #findSec: number;
  readonly #riseSec: number;
  readonly #launchAt = new Float64Array(launchesMax);
  readonly #launchBoxes = new Float64Array(launchesMax);
  #launches = 0;

  constructor(world: PoolWorld, state: SiteAtWork) {
    const { design: site } = state;
    this.#site = site;
    this.#place = state.place("web");
    this.#added = world.acts("add-boxes").filter(({ tier }) => tier === "web");
    this.#raised = world.acts("raise-max");
    this.#loosened = world.acts("loosen-checks");
    const balanced = site.lb.nodes > 0;
    this.#findSec = balanced ? site.lb.interval * site.lb.misses : Number.POSITIVE_INFINITY;
    this.#riseSec = balanced ? site.lb.interval : 0;
    const crashes = world.happenings("crash", (event) => event.tier === "web" && state.isStruck(event));
    this.#taken = taken(world, state);
    this.#lost = [...crashes.events, ...this.#taken];
    this.#struck = new Float64Array(this.#lost.length);
    const min = scaledMin(site);
    const max = scaledMax(site);
    this.#running = isScaled(site) ? Math.min(max, Math.max(min, site.web.count)) : site.web.count;
    if (isScaled(site))
      this.#scaler = new Autoscaler(
        {
          target: site.web.target / 100,
          min,
          max,
          cooldownSec: site.web.cooldown,
          windowSec: site.web.window,
        },
        world.scenario.tickSec * world.options.stride,
      );
    this.serving = this.#running;
    this.paid = this.#running;
  }

  /** Brings the counts to the present step. */
  advance(world: PoolWorld): void {
    this.dying = 0;
    this.stayingShare = 1;
    this.#act(world);
    this.#land(world.timeSec);
    if (this.#scaler) this.#advanceScaled(world, this.#scaler);
    else this.#advanceFixed(world);
    this.paidBoxSec += this.paid * world.dtSec;
  }

  /** What is done by hand in this step. */
  #act(world: PoolWorld): void {
    for (const { atSec, boxes } of this.#added)
      if (isWithin(world, atSec)) this.#launch(atSec + this.#site.web.boot, boxes);
    for (const { atSec, boxes } of this.#raised) if (isWithin(world, atSec)) this.#scaler?.raise(boxes);
  }

  /** Seconds until a box that dies is found. */
  #findSecOf(crash: EventOf<"crash">): number {
    let sec = this.#findSec;
    for (const { atSec, misses } of this.#loosened)
      if (atSec <= crash.atSec) sec = this.#site.lb.interval * misses;
    return sec;
  }

  /** Whether a box is back before checks that were loosened take it for dead. */
  #isPause(crash: EventOf<"crash">): boolean {
    const findSec = this.#findSecOf(crash);
    return findSec !== this.#findSec && crash.untilSec <= crash.atSec + findSec;
  }

  /** Boxes that strangers have taken over by now. */
  breached(nowSec: number): number {
    const boxes = this.#taken.reduce((sum, each) => sum + (each.atSec < nowSec ? each.boxes : 0), 0);
    return Math.min(this.#site.web.count, boxes);
  }

  /** What the boxes' CPUs did in this step, as the autoscaler sees it. */
  measure(utilization: number): void {
    this.#scaler?.measure(utilization);
  }

  #advanceFixed(world: PoolWorld): void {
    let asked = 0;
    let away = 0;
    for (const [i, crash] of this.#lost.entries()) {
      const until = crash.untilSec;
      const found = Math.min(until, crash.atSec + this.#findSecOf(crash));
      const struck = this.#strike(world, i, found < until ? until + this.#riseSec : until);
      if (struck > 0) this.stayingShare *= Math.max(0, 1 - struck / this.serving);
      if (isWithin(world, crash.atSec)) this.dying += crash.boxes;
      this.#noteFound(world, crash, found < until ? found : -1);
      asked += crash.boxes * overlapShare(world, crash.atSec, found);
      if (found < until) away += crash.boxes * overlapShare(world, found, until + this.#riseSec);
    }
    this.dying = Math.min(this.dying, this.#running);
    away = Math.min(away, this.#running);
    this.deadAsked = Math.min(asked, this.#running - away);
    this.serving = this.#running + this.#landing(world) - away - this.deadAsked;
    this.paid = this.#running + this.#coming();
  }

  #advanceScaled(world: PoolWorld, scaler: Autoscaler): void {
    let asked = 0;
    let partOfStep = 0;
    let deadPaid = 0;
    for (const [i, crash] of this.#lost.entries()) {
      const found = crash.atSec + this.#findSecOf(crash);
      if (this.#isPause(crash)) {
        const share = overlapShare(world, crash.atSec, crash.untilSec);
        asked += crash.boxes * share;
        partOfStep -= crash.boxes * share;
        continue;
      }
      if (isWithin(world, crash.atSec)) {
        const boxes = Math.min(crash.boxes, this.#running);
        this.dying += boxes;
        this.#running -= boxes;
        partOfStep += (boxes * (crash.atSec - world.timeSec)) / world.dtSec;
        // The dead are replaced as soon as they are found; without a check nobody finds them.
        if (found < Number.POSITIVE_INFINITY) this.#launch(found + this.#site.web.boot, boxes);
      }
      const struck = this.#strike(world, i, Number.POSITIVE_INFINITY);
      const yetToBe = crash.boxes - this.#struck[i]!;
      if (struck > 0) this.stayingShare *= 1 - struck / (this.#running + struck + yetToBe);
      this.#noteFound(world, crash, found);
      asked += crash.boxes * overlapShare(world, crash.atSec, found);
      if (found === Number.POSITIVE_INFINITY)
        deadPaid += crash.boxes * overlapShare(world, crash.atSec, found);
    }
    const change = scaler.decide(world.timeSec, this.#running, this.#coming());
    if (change > 0) {
      this.#launch(world.timeSec + this.#site.web.boot, change);
      world.note({ what: "scale-out", place: this.#place, boxes: change, utilization: scaler.measured });
    } else if (change < 0) {
      this.stayingShare *= 1 + change / this.#running;
      this.#running += change;
      world.note({ what: "scale-in", place: this.#place, boxes: -change, utilization: scaler.measured });
    }
    this.deadAsked = asked;
    this.serving = this.#running + partOfStep + this.#landing(world);
    this.paid = this.#running + this.#coming() + deadPaid;
  }

  /** Boxes that a crash takes from those who serve until they are back, beyond what it took before. */
  #strike(world: PoolWorld, i: number, backSec: number): number {
    const { boxes, atSec } = this.#lost[i]!;
    const struck = boxes * overlapShare(world, atSec, backSec);
    const more = struck - this.#struck[i]!;
    this.#struck[i] = struck;
    return more;
  }

  #noteFound(world: PoolWorld, { boxes }: EventOf<"crash">, found: number): void {
    if (isWithin(world, found)) world.note({ what: "box-out", place: this.#place, boxes });
  }

  #launch(atSec: number, boxes: number): void {
    if (this.#launches === launchesMax) this.#launches--;
    const merged = this.#launches === launchesMax - 1 ? this.#launchBoxes[this.#launches]! : 0;
    this.#launchAt[this.#launches] = atSec;
    this.#launchBoxes[this.#launches++] = boxes + merged;
  }

  /** Boxes whose boot has ended by now serve. */
  #land(nowSec: number): void {
    let kept = 0;
    for (let i = 0; i < this.#launches; i++) {
      const at = this.#launchAt[i]!;
      const boxes = this.#launchBoxes[i]!;
      if (at <= nowSec) this.#running += boxes;
      else {
        this.#launchAt[kept] = at;
        this.#launchBoxes[kept++] = boxes;
      }
    }
    for (let i = kept; i < this.#launches; i++) this.#launchBoxes[i] = 0;
    this.#launches = kept;
  }

  #coming(): number {
    let boxes = 0;
    for (let i = 0; i < this.#launches; i++) boxes += this.#launchBoxes[i]!;
    return boxes;
  }

  /** Boxes whose boot ends within the step, by the part of the step that they still serve. */
  #landing(world: PoolWorld): number {
    const end = world.timeSec + world.dtSec;
    let boxes = 0;
    for (let i = 0; i < this.#launches; i++) {
      const at = this.#launchAt[i]!;
      if (at < end) boxes += (this.#launchBoxes[i]! * (end - at)) / world.dtSec;
    }
    return boxes;
  }
}
