/**
 * Why: the chain from the first part that failed or saturated to whom it hurt, found in the recorded
 * series of the run, never guessed from the design.
 */
import type { World } from "../engine/world.ts";
import { type PlaceGauge, partsOfGauge } from "../names/gauges.ts";
import type { Place } from "../names/places.ts";
import type { Reason } from "../names/reasons.ts";
import type { EventKind, ScenarioEvent } from "../scenario/scenario.ts";
import { absentPart } from "./absent.ts";

/** When a link began, and when it ended: ticks of the run; the last when it did not end. */
interface Spell {
  readonly tick: number;
  readonly untilTick: number;
}

/** Something of the scenario happened. */
export interface EventCause extends Spell {
  readonly what: "event";
  /** The event's name in this level, and what it is. */
  readonly label: string;
  readonly event: EventKind;
  /** What it would have hit, where the design has none of it there: then it brings about nothing. */
  readonly absent?: Place;
}

/** Nothing there answers. */
export interface DownCause extends Spell {
  readonly what: "down";
  readonly place: Place;
}

/** More work than capacity. */
export interface SaturatedCause extends Spell {
  readonly what: "saturated";
  readonly place: Place;
  readonly utilization: number;
  /** When it was hardest: requests a second that came, and that it could do. */
  readonly askedPerSec?: number;
  readonly canPerSec?: number;
  /** Of a web tier: its processors had time, but all its workers were waiting for an answer further on. */
  readonly waiting?: true;
}

/** Requests are lost there, so many in all. */
export interface LosingCause extends Spell {
  readonly what: "losing";
  readonly place: Place;
  readonly reason: Reason;
  readonly count: number;
}

/** A part that fell, or had more work than it can do. */
export type FaultCause = DownCause | SaturatedCause;
/** One link of the chain. */
export type Cause = EventCause | FaultCause | LosingCause;

const saturatedAt = 0.995;
/** Ticks that a part must stay saturated to be named. */
const lasting = 3;
/** Below this its processors are not what a web tier is short of. */
const idleCpu = 0.9;
/** The step that is told is harder than this share of a spell: its peaks are single steps, its middle says too little. */
const hardShare = 0.95;

/** The links in order of time. */
export function findCauses(world: World): Cause[] {
  const ticksPerStep = world.options.stride;
  const causes: Cause[] = [];
  const last = Math.max(0, world.gauges.recorded * ticksPerStep - 1);
  for (const event of world.scenario.events)
    if (event.atSec < world.timeSec) causes.push(eventCause(world, event, last));
  for (const name of world.gauges.names) {
    const parts = partsOfGauge(name);
    if (parts.of !== "place") continue;
    const { place, gauge } = parts;
    const column = world.gauges.column(name);
    if (gauge === "utilization")
      for (const { peak, ...spell } of spells(column, ticksPerStep, (value) => value >= saturatedAt, lasting))
        causes.push({
          ...spell,
          what: "saturated",
          place,
          utilization: peak,
          ...demandIn(world, place, spell),
        });
    if (gauge === "up")
      for (const { tick, untilTick } of spells(column, ticksPerStep, (value) => value <= 0, 1))
        causes.push({ tick, untilTick, what: "down", place });
  }
  for (const row of world.ledger.failedBy(world.userFacing)) {
    const counts = world.losses.of(world.ledger.bucket(row.place, row.reason))?.perStep;
    if (!counts) continue;
    causes.push({
      ...row,
      what: "losing",
      tick: noticed(counts) * ticksPerStep,
      untilTick: counts.findLastIndex((count) => count > 0) * ticksPerStep,
    });
  }
  const rank = { event: 0, down: 1, saturated: 2, losing: 3 } as const;
  return causes.sort((a, b) => a.tick - b.tick || rank[a.what] - rank[b.what]);
}

function eventCause({ design, scenario }: World, event: ScenarioEvent, lastTick: number): EventCause {
  const absent = absentPart(design, event);
  return {
    tick: Math.floor(event.atSec / scenario.tickSec),
    what: "event",
    label: event.label,
    event: event.what,
    untilTick: Math.min(lastTick, Math.floor((event.untilSec ?? event.atSec) / scenario.tickSec)),
    ...(absent === undefined ? {} : { absent }),
  };
}

/** What a part was asked for and could do when it was hardest within a spell, single peaks apart. */
function demandIn(world: World, place: Place, { tick, untilTick }: Spell): Partial<SaturatedCause> {
  const { stride } = world.options;
  const column = (gauge: PlaceGauge) => world.gauges.column(`${place}.${gauge}`);
  const asked = column("askedPerSec");
  const can = column("canPerSec");
  const steps: number[] = [];
  for (let t = Math.floor(tick / stride); t < asked.length && t * stride <= untilTick; t++)
    if (can[t]! > 0) steps.push(t);
  const load = (t: number) => asked[t]! / can[t]!;
  steps.sort((a, b) => load(a) - load(b));
  const hard = steps[Math.floor(steps.length * hardShare)];
  if (hard === undefined) return {};
  const isHeld = (column("slots")[hard] ?? 0) >= saturatedAt && (column("cpu")[hard] ?? 1) < idleCpu;
  return {
    askedPerSec: Math.round(asked[hard]!),
    canPerSec: Math.round(can[hard]!),
    ...(isHeld ? { waiting: true as const } : {}),
  };
}

/** The first step in which a loss is more than a trickle: a twentieth of what it is on average while it lasts. */
function noticed(counts: Float64Array): number {
  const some = counts.filter((count) => count > 0);
  const mean = some.reduce((sum, count) => sum + count, 0) / Math.max(1, some.length);
  return Math.max(
    0,
    counts.findIndex((count) => count > 0 && count * 20 >= mean),
  );
}

/** The first and longest spells of a condition; short gaps do not end one. */
function spells(
  column: Float64Array,
  ticksPerStep: number,
  holds: (value: number) => boolean,
  least: number,
): (Spell & { readonly peak: number })[] {
  const found: (Spell & { readonly peak: number })[] = [];
  let start = -1;
  let peak = 0;
  let lastHeld = -1;
  const close = () => {
    if (start >= 0 && (lastHeld - start + 1) * ticksPerStep >= least)
      found.push({ tick: start * ticksPerStep, untilTick: lastHeld * ticksPerStep, peak });
    start = -1;
    peak = 0;
  };
  for (let t = 0; t < column.length; t++) {
    const value = column[t]!;
    if (holds(value)) {
      if (start < 0) start = t;
      lastHeld = t;
      if (value > peak) peak = value;
    } else if (start >= 0 && t - lastHeld > 5) close();
  }
  close();
  return found.slice(0, 4);
}
