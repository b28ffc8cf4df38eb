/**
 * What is happening, asked in one way: whoever is concerned picks its events of a kind when the world is built, and
 * asks in every step. Several events at a time add up, and one that is shorter than a step counts for its part of it.
 */

import { type EventKind, endOf, type ScenarioEvent } from "../scenario/scenario.ts";
import { isWithin, overlapShare, type StepTime } from "./time.ts";

/** An event of one kind; its end is always given, Infinity for good. */
export type EventOf<K extends EventKind> = Extract<ScenarioEvent, { what: K }> & {
  readonly untilSec: number;
};

/** The events of a scenario by their kinds: the same for every run of it, and picked by everybody in each. */
const byKind = new WeakMap<readonly ScenarioEvent[], Map<EventKind, readonly ScenarioEvent[]>>();

function eventsOf<K extends EventKind>(events: readonly ScenarioEvent[], kind: K): readonly EventOf<K>[] {
  const known = byKind.get(events) ?? new Map<EventKind, readonly ScenarioEvent[]>();
  byKind.set(events, known);
  const found =
    known.get(kind) ??
    events.filter(({ what }) => what === kind).map((event) => ({ ...event, untilSec: endOf(event) }));
  known.set(kind, found);
  return found as readonly EventOf<K>[];
}

/** The events of a kind that concern somebody, over a whole run. */
export class Happenings<K extends EventKind> {
  /** All of them, in the scenario's order. */
  readonly events: readonly EventOf<K>[];
  readonly #step: StepTime;

  constructor(
    step: StepTime,
    events: readonly ScenarioEvent[],
    kind: K,
    concerns?: (event: EventOf<K>) => boolean,
  ) {
    this.#step = step;
    const all = eventsOf(events, kind);
    this.events = concerns && all.length > 0 ? all.filter(concerns) : all;
  }

  /** Share of this step in which something of it is in force, 0…1. */
  get share(): number {
    return Math.min(1, this.sum(one));
  }

  /** Sum over the events of an amount of each, weighted by the share of this step in which it is in force. */
  sum(amount: (event: EventOf<K>) => number): number {
    let sum = 0;
    for (let i = 0; i < this.events.length; i++) {
      const event = this.events[i]!;
      const share = overlapShare(this.#step, event.atSec, event.untilSec);
      if (share > 0) sum += amount(event) * share;
    }
    return sum;
  }

  /** Share of this step in which an event is in force. */
  shareOf(event: EventOf<K>): number {
    return overlapShare(this.#step, event.atSec, event.untilSec);
  }

  /** Whether an event comes into force in this step. */
  begins(event: EventOf<K>): boolean {
    return isWithin(this.#step, event.atSec);
  }

  /** Whether an event ends in this step. */
  ends(event: EventOf<K>): boolean {
    return isWithin(this.#step, event.untilSec);
  }
}

function one(): number {
  return 1;
}

/** How many boxes are slowed down in this step, and how fast those work, on average. */
export function slowdown(slow: Happenings<"slow">): { boxes: number; speed: number } {
  let boxes = 0;
  let lost = 0;
  for (let i = 0; i < slow.events.length; i++) {
    const event = slow.events[i]!;
    const share = slow.shareOf(event);
    if (share <= 0) continue;
    boxes += event.boxes;
    lost += event.boxes * (1 - event.speed) * share;
  }
  return { boxes, speed: boxes > 0 ? 1 - lost / boxes : 1 };
}
