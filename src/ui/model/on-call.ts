/** Shifts on call as the screens have them. */

import { shiftCardOf } from "../../present/day.ts";
import { wallOf } from "../../present/on-call.ts";
import { isShiftDay, type ShiftDay } from "../../rooms/day/index.ts";
import {
  beginShift,
  brokenAt,
  type Case,
  caseNamed,
  caseOf,
  cases,
  dayOf,
  readShift,
  type Shift,
  type ShiftAction,
  type ShiftName,
  type Signal,
  scoreOf,
  worked,
  writtenFields,
} from "../../rooms/on-call/index.ts";
import type { Save, SavedShiftOver } from "../../saves/shape.ts";
import type { ShiftScreen } from "./on-call-screens.ts";
import { openDayOf } from "./rooms.ts";
import { fieldWith } from "./text-field.ts";
import { remember, say, show } from "./transitions.ts";
import type { State } from "./types.ts";

export const shiftSteps = ["wait", "name", "make", "end"] as const;
/** A row of the wall: a gauge, or something to do. */
export type WallItem =
  | { readonly kind: "signal"; readonly signal: Signal }
  | { readonly kind: (typeof shiftSteps)[number] };

export function caseIn({ shift }: Pick<ShiftScreen, "shift">): Case {
  return caseNamed(shift.case)!;
}

/** The rows of the wall, in order. */
export function wallItems(which: Case): readonly WallItem[] {
  const signals = wallOf(which).map((signal): WallItem => ({ kind: "signal", signal }));
  return [...signals, ...shiftSteps.map((kind): WallItem => ({ kind }))];
}

/** How many rows the step on view has. */
export function rowsIn(screen: ShiftScreen): number {
  const which = caseIn(screen);
  const counts = { part: which.places.length, cause: which.causes.length, change: which.changes.length };
  return screen.step === "wall" ? wallItems(which).length : counts[screen.step];
}

/** The shifts of the list: their number is their seed. */
export const shiftSeeds = cases.map((_, n) => n + 1);

/** The best that was made of a seed's case. */
export function bestOf(save: Save, seed: number): SavedShiftOver | undefined {
  const { id } = caseOf(seed);
  const all = Object.hasOwn(save.onCall, id) ? (save.onCall[id] ?? []) : [];
  return all.reduce<SavedShiftOver | undefined>(
    (best, each) => (!best || each.stars > best.stars ? each : best),
    undefined,
  );
}

/** What the map says of the room. */
export function onCallLine({ save, words }: Pick<State, "save" | "words">): string {
  if (save.shift) return words.onCall.open;
  const done = shiftSeeds.filter((seed) => bestOf(save, seed)).length;
  return done === 0 ? words.onCall.never : words.onCall.tally({ done, of: shiftSeeds.length });
}

/** The rows of the list: every case once, below a shift that was left and is none of them. */
export function shiftsListed(save: Pick<Save, "shift">): readonly ShiftName[] {
  const listed: ShiftName[] = shiftSeeds.map((seed) => ({ case: caseOf(seed).id, seed }));
  const left = save.shift && readShift(save.shift);
  return left && !listed.some((each) => isSameShift(each, left)) ? [nameOf(left), ...listed] : listed;
}

function nameOf({ case: id, seed, date }: ShiftName): ShiftName {
  return { case: id, seed, ...(date === undefined ? {} : { date }) };
}

function isSameShift(one: ShiftName, other: ShiftName): boolean {
  return one.case === other.case && one.seed === other.seed && one.date === other.date;
}

export function openShifts(state: State, on: ShiftName | undefined = state.save.shift): State {
  const at = on ? shiftsListed(state.save).findIndex((each) => isSameShift(each, on)) : 0;
  return show(state, { kind: "shifts", at: Math.max(0, at) });
}

/** The shift that was left, if it is this one and can be read. */
export function leftShift(save: Save, name: ShiftName): Shift | undefined {
  return isLeft(save, name) ? readShift(save.shift!) : undefined;
}

/** Whether a shift was begun and left. */
export function isLeft({ shift }: Pick<Save, "shift">, name: ShiftName): boolean {
  return shift !== undefined && isSameShift(shift, name);
}

/** What was waited for has been watched: the shift that is being opened, or what the one that is open becomes. */
export function shiftWatched(state: State): State {
  const { screen } = state;
  if (screen.kind === "shifts" && screen.opening) return openShift(state, screen.opening);
  if (screen.kind === "day" && screen.opening && screen.day && isShiftDay(screen.day))
    return openShift(state, screen.opening, screen.day);
  if (screen.kind !== "shift" || !screen.next) return state;
  const { next, ...rest } = screen;
  return wentOn(state, rest, next);
}

/** What is broken now is told by so many seconds. */
const alarmSpanSec = 10;

/** A shift as it was left, or at its alarm. */
function openShift(state: State, name: ShiftName, day?: ShiftDay): State {
  const which = caseNamed(name.case)!;
  const { seed, date } = name;
  const left = leftShift(state.save, name);
  const shift = left ?? beginShift(which, seed, date);
  const { promised } = which;
  const [broken] = brokenAt(which, dayOf(which, seed, shift.made), shift.nowSec, alarmSpanSec);
  // What rings is what is looked at first.
  const at = broken ? promised.indexOf(broken) : 0;
  const on = promised[at]!.signal;
  const shown = show(state, {
    kind: "shift",
    ...(day ? { day } : {}),
    ...{ shift, step: "wall" as const, at, on, field: fieldWith(""), scroll: 0 },
  });
  const told = isLeft(state.save, name) && !left ? say(shown, state.words.onCall.otherShift) : shown;
  return remember(told, { type: "shift", shift });
}

/** The next thing that the post-mortem asks for. */
export function fieldNow({ shift }: Pick<ShiftScreen, "shift">) {
  return writtenFields.find((field) => shift.written[field] === undefined);
}

/** The row of something that can be done. */
export function rowOf(which: Case, kind: (typeof shiftSteps)[number]): number {
  return wallItems(which).findIndex((item) => item.kind === kind);
}

/** The screen after something was done on the shift, or while the days are watched that follow from it. */
export function doOn(state: State, screen: ShiftScreen, action: ShiftAction): State {
  const shift = worked(screen.shift, action);
  const isOtherDay = shift.made !== screen.shift.made || shift.phase === "over";
  return isOtherDay ? show(state, { ...screen, next: shift }) : wentOn(state, screen, shift);
}

/** The screen of what the shift has become; that is kept, and what it came to when it is over. */
function wentOn(state: State, screen: ShiftScreen, shift: Shift): State {
  const { scrubSec: _, place: __, ...rest } = screen;
  const which = caseIn(screen);
  // After a name comes a change, after a change what it does.
  const row = { wall: screen.at, part: 0, cause: rowOf(which, "make"), change: rowOf(which, "wait") };
  const shown = show(state, { ...rest, shift, step: "wall", at: row[screen.step] });
  if (shift.phase !== "over") return remember(shown, { type: "shift", shift });
  const score = scoreOf(which, shift);
  const over = remember(shown, { type: "shiftOver", shift, score });
  const { date } = shift;
  if (date === undefined) return over;
  const card = shiftCardOf(date, which, shift, score);
  return say(remember(over, { type: "day", ...card }), state.words.day.card(card));
}

/** From a shift back to where it was opened. */
export function leaveShift(state: State, { shift, day }: ShiftScreen): State {
  return day ? openDayOf(state, day) : openShifts(state, shift);
}
