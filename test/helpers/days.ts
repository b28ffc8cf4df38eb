/** Days proven at once. */
import { finish, inSlices } from "../../src/game/index.ts";
import {
  type BoardDay,
  type DayKind,
  daysFrom,
  isShiftDay,
  type ProvenDay,
  provingDay,
  type ShiftDay,
  turnsMax,
  variantOf,
} from "../../src/rooms/day/index.ts";
import { ownHands } from "../../src/threads/errands.ts";
import { proveShiftParallel } from "../../src/threads/shift.ts";

/** The day of a date, counted on until one is proven. */
export async function provenDayOf(date: string): Promise<ProvenDay> {
  for (let turn = 0; turn < turnsMax; turn++) {
    const variant = variantOf(date, turn);
    const day = isShiftDay(variant)
      ? (await proveShiftParallel(ownHands, variant)) && variant
      : finish(inSlices(variant.level, provingDay(variant)));
    if (day) return day;
  }
  throw new Error(`${date} has no day that is proven`);
}

/** The first day from a date on whose first drawing is of a kind; nobody has proven it. */
export function firstDayOf(kind: "level" | "waste", from?: string): BoardDay;
export function firstDayOf(kind: "on-call", from?: string): ShiftDay;
export function firstDayOf(kind: DayKind, from = "2026-12-01") {
  for (let n = 0; ; n++) {
    const variant = variantOf(daysFrom(from, n), 0);
    if (variant.drawn.kind === kind) return variant;
  }
}
