/** The screens of the on-call room: the list, a wall with its menus, the post-mortem and what it came to. */
import {
  beginShift,
  type Case,
  caseNamed,
  caseOf,
  type ShiftAction,
  worked,
} from "../../src/rooms/on-call/index.ts";
import type { ShiftScreen } from "../../src/ui/model/on-call-screens.ts";
import type { Screen } from "../../src/ui/reduce.ts";

const which = caseNamed("gray-box") as Case;
const begun = beginShift(which, 5);
const named: readonly ShiftAction[] = [
  { type: "look", signal: "worstBoxErrorShare" },
  { type: "name", place: "web", cause: "gray-box" },
  { type: "make", change: "replace-box" },
  { type: "wait" },
];
const mended = named.reduce(worked, begun);
const writing = worked(mended, { type: "end" });
const over = worked(worked(writing, { type: "write", field: "why", text: "4711" }), { type: "finish" });

/** A shift at its alarm: the wall, the row in focus its first. */
export const shiftScreen: ShiftScreen = {
  kind: "shift",
  shift: begun,
  step: "wall",
  at: 0,
  on: "errorShare",
  field: { text: "", caret: 0 },
  scroll: 0,
};

export const onCallScreens: readonly Screen[] = [
  { kind: "shifts", at: 0 },
  { kind: "shifts", at: 4, opening: { case: caseOf(5).id, seed: 5 } },
  shiftScreen,
  { ...shiftScreen, next: mended },
  { ...shiftScreen, shift: mended, at: 5, on: "worstBoxErrorShare", scrubSec: begun.alarmSec },
  { ...shiftScreen, shift: mended, step: "part" },
  { ...shiftScreen, shift: mended, step: "cause", place: "web" },
  { ...shiftScreen, shift: mended, step: "change" },
  { ...shiftScreen, shift: writing, field: { text: "4711", caret: 4 } },
  { ...shiftScreen, shift: over },
];
