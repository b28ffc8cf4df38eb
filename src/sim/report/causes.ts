/**
 * Why: the chain from the first part that failed or saturated to whom it hurt, found in the recorded
 * series of the run, never guessed from the design.
 */
import type { World } from "../engine/world.ts";

/** One link of the chain. Times in seconds of the run; the meaning of `value` depends on `what`. */
export interface Cause {
  /** Tick at which it began. */
  readonly tick: number;
  /** The part: "web", "db", "cache@korea", or an event's label. */
  readonly tier: string;
  /**
   * `event` something happened to it · `saturated` more work than capacity (value: utilization asked for) ·
   * `down` nothing there answers · `losing` it loses requests (value: how many in all, `reason` says why).
   */
  readonly what: "event" | "saturated" | "down" | "losing";
  readonly reason?: string;
  readonly value: number;
  /** Tick at which it ended; the run's last when it did not. */
  readonly untilTick: number;
  /** Of a saturated part when it was hardest: requests a second that came, and that it could do. */
  readonly askedPerSec?: number;
  readonly canPerSec?: number;
  /** Of a saturated web tier: its processors had time, but all its workers were waiting for an answer further on. */
  readonly waiting?: true;
}

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
    if (event.atSec < world.timeSec)
      causes.push({
        tick: Math.floor(event.atSec / world.scenario.tickSec),
        tier: event.label,
        what: "event",
        reason: event.what,
        value: 0,
        untilTick: Math.min(last, Math.floor((event.untilSec ?? event.atSec) / world.scenario.tickSec)),
      });
  for (const name of world.gauges.names) {
    const [tier, gauge] = splitGauge(name);
    const column = world.gauges.column(name);
    if (gauge === "utilization")
      for (const spell of spells(tier, "saturated", column, ticksPerStep, (v) => v >= saturatedAt, lasting))
        causes.push({ ...spell, ...demandIn(world, spell) });
    if (gauge === "up") causes.push(...spells(tier, "down", column, ticksPerStep, (v) => v <= 0, 1));
  }
  for (const row of world.ledger.failedBy(world.userFacing)) {
    const track = world.lossTrack(row.place, row.reason);
    if (!track) continue;
    const counts = world.gauges.column(`lost.${row.place}: ${row.reason}`);
    causes.push({
      tick: Math.max(track.firstTick, noticed(counts) * ticksPerStep),
      tier: row.place,
      what: "losing",
      reason: row.reason,
      value: row.count,
      untilTick: track.lastTick,
    });
  }
  const rank = { event: 0, down: 1, saturated: 2, losing: 3 } as const;
  return causes.sort((a, b) => a.tick - b.tick || rank[a.what] - rank[b.what]);
}

/** What a part was asked for and could do when it was hardest within a spell, single peaks apart. */
function demandIn(world: World, { tier, tick, untilTick }: Cause): Partial<Cause> {
  const { stride } = world.options;
  const column = (gauge: string) => world.gauges.column(`${tier}.${gauge}`);
  const asked = column("askedPerSec");
  const can = column("canPerSec");
  const steps: number[] = [];
  for (let t = Math.floor(tick / stride); t < asked.length && t * stride <= untilTick; t++)
    if ((can[t] as number) > 0) steps.push(t);
  const load = (t: number) => (asked[t] as number) / (can[t] as number);
  steps.sort((a, b) => load(a) - load(b));
  const hard = steps[Math.floor(steps.length * hardShare)];
  if (hard === undefined) return {};
  const isHeld = (column("slots")[hard] ?? 0) >= saturatedAt && (column("cpu")[hard] ?? 1) < idleCpu;
  return {
    askedPerSec: Math.round(asked[hard] as number),
    canPerSec: Math.round(can[hard] as number),
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

function splitGauge(name: string): [string, string] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
}

/** The first and longest spells of a condition; short gaps do not end one. */
function spells(
  tier: string,
  what: "saturated" | "down",
  column: Float64Array,
  ticksPerStep: number,
  holds: (value: number) => boolean,
  least: number,
): Cause[] {
  const found: Cause[] = [];
  let start = -1;
  let peak = 0;
  let lastHeld = -1;
  const close = () => {
    if (start >= 0 && (lastHeld - start + 1) * ticksPerStep >= least)
      found.push({ tick: start * ticksPerStep, tier, what, value: peak, untilTick: lastHeld * ticksPerStep });
    start = -1;
    peak = 0;
  };
  for (let t = 0; t < column.length; t++) {
    const value = column[t] as number;
    if (holds(value)) {
      if (start < 0) start = t;
      lastHeld = t;
      if (value > peak) peak = value;
    } else if (start >= 0 && t - lastHeld > 5) close();
  }
  close();
  return found.slice(0, 4);
}
