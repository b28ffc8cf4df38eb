/** Time spent, from the times of what a player did: by the day, and no more than can be vouched for. */

/** How long the game was in use on each day, in ms, by the day ("2026-11-26", UTC). */
export type ActiveMs = Readonly<Record<string, number>>;

const dayLengthMs = 86_400_000;
/** Whoever touches no key for longer reads no more, or has left; so much of it counts. */
export const silenceMaxMs = 60_000;

/** What counts of the time between two actions; none where the clock was set back. */
export function activeBetween(beforeMs: number, nowMs: number): number {
  return Math.max(0, Math.min(silenceMaxMs, nowMs - beforeMs));
}

/** The days with so much more on that of a moment; no day has more than there is in it. */
export function withActive(active: ActiveMs, atMs: number, ms: number): ActiveMs {
  const day = dayOf(atMs);
  return { ...active, [day]: Math.min(dayLengthMs, (active[day] ?? 0) + Math.round(ms)) };
}

/** Time spent, in whole minutes. */
export interface TimeSpent {
  readonly todayMin: number;
  /** On the last seven days, today among them. */
  readonly weekMin: number;
  readonly allMin: number;
  /** On so many days. */
  readonly days: number;
}

/** What was spent until a moment. */
export function timeSpent(active: ActiveMs, nowMs: number): TimeSpent {
  const minutes = (days: readonly string[]) =>
    Math.floor(days.reduce((sum, day) => sum + (active[day] ?? 0), 0) / 60_000);
  const all = Object.keys(active);
  const week = Array.from({ length: 7 }, (_, n) => dayOf(nowMs - n * dayLengthMs));
  return {
    todayMin: minutes([dayOf(nowMs)]),
    weekMin: minutes(week),
    allMin: minutes(all),
    days: all.length,
  };
}

function dayOf(ms: number): string {
  return new Date(Math.max(0, ms)).toISOString().slice(0, 10);
}
