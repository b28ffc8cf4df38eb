/**
 * Why: the chain from the first part that failed or saturated to whom it hurt, found in the recorded
 * series of the run, never guessed from the design.
 */
import type { World } from "./world.ts";

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
}

const saturatedAt = 0.995;
/** Ticks that a part must stay saturated to be named. */
const lasting = 3;

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
      causes.push(...spells(tier, "saturated", column, ticksPerStep, (v) => v >= saturatedAt, lasting));
    if (gauge === "up") causes.push(...spells(tier, "down", column, ticksPerStep, (v) => v <= 0, 1));
  }
  for (const row of world.ledger.failedBy(world.userFacing)) {
    const track = world.lossTrack(row.place, row.reason);
    if (!track) continue;
    causes.push({
      tick: track.firstTick,
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
