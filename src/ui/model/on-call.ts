/** Shifts on call as the screens have them. */

import { wallOf } from "../../present/on-call.ts";
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
  type Signal,
  scoreOf,
  worked,
  writtenFields,
} from "../../rooms/on-call/index.ts";
import type { Save, SavedShiftOver } from "../../saves/shape.ts";
import type { ShiftScreen } from "./on-call-screens.ts";
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

export function openShifts(state: State, seed?: number): State {
  const open = state.save.shift?.seed ?? 1;
  return show(state, { kind: "shifts", at: Math.max(0, shiftSeeds.indexOf(seed ?? open)) });
}

/** The shift of the list that was left, if it can be read. */
export function leftShift(save: Save, seed: number): Shift | undefined {
  return isLeft(save, seed) ? readShift(save.shift!) : undefined;
}

/** Whether a seed's shift of the list was begun and left; a case that was named on the command line is none of it. */
export function isLeft({ shift }: Pick<Save, "shift">, seed: number): boolean {
  return shift?.seed === seed && shift.case === caseOf(seed).id;
}

/** What was waited for has been watched: the shift that is being opened, or what the one that is open becomes. */
export function shiftWatched(state: State): State {
  const { screen } = state;
  if (screen.kind === "shifts" && screen.opening !== undefined) return openShift(state, screen.opening);
  if (screen.kind !== "shift" || !screen.next) return state;
  const { next, ...rest } = screen;
  return wentOn(state, rest, next);
}

/** What is broken now is told by so many seconds. */
const alarmSpanSec = 10;

/** A shift as it was left, or at its alarm. */
function openShift(state: State, seed: number): State {
  const shift = leftShift(state.save, seed) ?? beginShift(caseOf(seed), seed);
  const which = caseIn({ shift });
  const { promised } = which;
  const [broken] = brokenAt(which, dayOf(which, seed, shift.made), shift.nowSec, alarmSpanSec);
  // What rings is what is looked at first.
  const at = broken ? promised.indexOf(broken) : 0;
  const on = promised[at]!.signal;
  const shown = show(state, {
    kind: "shift",
    ...{ shift, step: "wall" as const, at, on, field: fieldWith(""), scroll: 0 },
  });
  const isOther = isLeft(state.save, seed) && !leftShift(state.save, seed);
  const told = isOther ? say(shown, state.words.onCall.otherShift) : shown;
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
  return shift.phase === "over"
    ? remember(shown, { type: "shiftOver", shift, score: scoreOf(caseIn({ shift }), shift) })
    : remember(shown, { type: "shift", shift });
}
