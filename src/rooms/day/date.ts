/**
 * Which day it is. A day is one of UTC: it begins at the same moment everywhere, so that two people who talk about it
 * mean the same one, no clock that is put forward or back makes a day twice, and it is the day by which saves count time.
 */

const dayMs = 86_400_000;

/** The first and the last day that have a variant. */
export const firstDate = "2026-01-01";
export const lastDate = "2099-12-31";

/** Why a text is no day that can be played. */
export type DateProblem = "form" | "no-such-day" | "too-early" | "too-late";

/** The day of a moment, ms since 1970: "2026-12-01". */
export function dateAt(nowMs: number): string {
  const ms = Number.isFinite(nowMs) ? Math.min(Math.max(nowMs, 0), 253_402_300_799_999) : 0;
  return new Date(ms).toISOString().slice(0, 10);
}

/** Reads a date as it is written, year first; where it is none that has a variant, why. */
export function readDate(text: string): { readonly date: string } | { readonly problem: DateProblem } {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (!found) return { problem: "form" };
  const [, year = "", month = "", day = ""] = found;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // A month has no 31st day where the next one begins there.
  if (Number.isNaN(ms) || dateAt(ms) !== date) return { problem: "no-such-day" };
  if (date < firstDate) return { problem: "too-early" };
  return date > lastDate ? { problem: "too-late" } : { date };
}

/** The day so many days after another, or before it. */
export function daysFrom(date: string, days: number): string {
  return dateAt(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
}

/** The day of the week, 0 a Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
