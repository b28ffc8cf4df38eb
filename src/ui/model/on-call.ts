/** Shifts on call as the screens have them. */

import { wallOf } from "../../present/on-call.ts";
import {
  beginShift,
  type Case,
  caseNamed,
  caseOf,
  cases,
  readShift,
  type ShiftAction,
  type Signal,
  scoreOf,
  worked,
  writtenFields,
} from "../../rooms/on-call/index.ts";
import type { Save, SavedShiftOver } from "../../saves/shape.ts";
import type { ShiftScreen } from "./on-call-screens.ts";
import { fieldWith } from "./text-field.ts";
import { remember, show } from "./transitions.ts";
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

/** A shift as it was left, or at its alarm. */
export function openShift(state: State, seed: number): State {
  const saved = state.save.shift;
  const left = saved?.seed === seed ? readShift(saved) : undefined;
  const shift = left ?? beginShift(caseOf(seed), seed);
  const on = shift.looked[0]!;
  const shown = show(state, {
    kind: "shift",
    ...{ shift, step: "wall" as const, at: 0, on, field: fieldWith(""), scroll: 0 },
  });
  return remember(shown, { type: "shift", shift });
}

/** The next thing that the post-mortem asks for. */
export function fieldNow({ shift }: Pick<ShiftScreen, "shift">) {
  return writtenFields.find((field) => shift.written[field] === undefined);
}

/** The screen after something was done on the shift; what was done is kept, and what it came to when it is over. */
export function doOn(state: State, screen: ShiftScreen, action: ShiftAction): State {
  const shift = worked(screen.shift, action);
  const { scrubSec: _, place: __, ...rest } = screen;
  const shown = show(state, { ...rest, shift, step: "wall", at: screen.step === "wall" ? screen.at : 0 });
  return shift.phase === "over"
    ? remember(shown, { type: "shiftOver", shift, score: scoreOf(caseIn({ shift }), shift) })
    : remember(shown, { type: "shift", shift });
}
