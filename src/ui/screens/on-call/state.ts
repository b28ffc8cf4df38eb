/** The on-call room's part of the reducer: which shift, what to look at, name, change and write. */

import type { Signal } from "../../../rooms/on-call/index.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import {
  caseIn,
  doOn,
  fieldNow,
  leaveShift,
  rowOf,
  rowsIn,
  shiftsListed,
  wallItems,
} from "../../model/on-call.ts";
import type { ShiftScreen, ShiftsScreen } from "../../model/on-call-screens.ts";
import { scrolledTo } from "../../model/scrolling.ts";
import { caretMoved, fieldWith, typedInto } from "../../model/text-field.ts";
import { clamp, rowsMoved, say, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";
import { overScrollMax } from "./layout.ts";

export function onShifts(state: State, screen: ShiftsScreen, command: Command): State {
  if (command === "back") return showMap(state, "onCall");
  if (screen.opening !== undefined) return state;
  const listed = shiftsListed(state.save);
  const opening = listed[screen.at];
  if (command === "confirm" && opening) return show(state, { ...screen, opening });
  const by = rowsMoved(command, bodyRows(state.size));
  return by === undefined
    ? state
    : show(state, { ...screen, at: clamp(screen.at + by, 0, listed.length - 1) });
}

export function onShift(state: State, screen: ShiftScreen, command: Command): State {
  const { shift, next } = screen;
  // Whoever does not wait for what follows from a change has not made it.
  if (next) return command === "back" ? leaveShift(state, screen) : state;
  if (shift.phase === "write") return onWriting(state, screen, command);
  if (command === "back") return back(state, screen);
  if (shift.phase === "over") {
    const most = overScrollMax(state, screen);
    const scroll = scrolledTo(command, screen.scroll, most, bodyRows(state.size));
    return scroll === undefined ? state : show(state, { ...screen, scroll });
  }
  switch (command) {
    case "up":
    case "down": {
      const at = clamp(screen.at + (command === "up" ? -1 : 1), 0, rowsIn(screen) - 1);
      const item = screen.step === "wall" ? wallItems(caseIn(screen))[at] : undefined;
      // What has been looked at is on the chart as soon as it is in focus.
      if (item?.kind !== "signal" || !shift.looked.includes(item.signal))
        return show(state, { ...screen, at });
      const on: Signal = item.signal;
      return show(state, { ...screen, at, on });
    }
    case "scrubBack":
    case "scrubForward": {
      const by = command === "scrubBack" ? -scrubSec : scrubSec;
      return show(state, {
        ...screen,
        scrubSec: clamp((screen.scrubSec ?? shift.nowSec) + by, 1, shift.nowSec),
      });
    }
    case "confirm":
      return chosen(state, screen);
    default:
      return state;
  }
}

/** One menu back: from the causes to the parts, from parts and changes to the wall, from the wall to the shifts. */
function back(state: State, screen: ShiftScreen): State {
  const which = caseIn(screen);
  switch (screen.step) {
    case "wall":
      return leaveShift(state, screen);
    case "cause":
      return show(state, { ...screen, step: "part", at: which.places.indexOf(screen.place!) });
    case "part":
      return show(state, { ...screen, step: "wall", at: rowOf(which, "name") });
    case "change":
      return show(state, { ...screen, step: "wall", at: rowOf(which, "make") });
  }
}

/** Seconds by which a key moves the moment that is read off. */
const scrubSec = 5;

function chosen(state: State, screen: ShiftScreen): State {
  const which = caseIn(screen);
  const { step, at } = screen;
  if (step === "part") return show(state, { ...screen, step: "cause", at: 0, place: which.places[at]! });
  if (step === "cause")
    return doOn(state, screen, { type: "name", place: screen.place!, cause: which.causes[at]! });
  if (step === "change") return doOn(state, screen, { type: "make", change: which.changes[at]! });
  const item = wallItems(which)[at]!;
  switch (item.kind) {
    case "signal":
      return screen.shift.looked.includes(item.signal)
        ? say(state, state.words.onCall.seen)
        : doOn(state, { ...screen, on: item.signal }, { type: "look", signal: item.signal });
    case "wait":
      return doOn(state, screen, { type: "wait" });
    case "name":
      return show(state, { ...screen, step: "part", at: 0 });
    case "make":
      return screen.shift.named.length === 0
        ? say(state, state.words.onCall.nameFirst)
        : show(state, { ...screen, step: "change", at: 0 });
    case "end":
      return doOn(state, screen, { type: "end" });
  }
}

const carets = { left: "left", right: "right", toStart: "home", skip: "end" } as const;

function onWriting(state: State, screen: ShiftScreen, command: Command): State {
  if (command === "back") return leaveShift(state, screen);
  const field = fieldNow(screen);
  if (command === "confirm") {
    const text = screen.field.text.trim();
    const written = field ? doOn(state, screen, { type: "write", field, text }) : state;
    if (written.screen.kind !== "shift") return written;
    const next = { ...written.screen, field: fieldWith("") };
    return fieldNow(next) ? show(written, next) : doOn(written, next, { type: "finish" });
  }
  const to = carets[command as keyof typeof carets];
  return to === undefined ? state : show(state, { ...screen, field: caretMoved(screen.field, to) });
}

/** Longest text of a field, in characters. */
const textMax = 500;

export function typeOnShift(state: State, screen: ShiftScreen, char: string): State {
  if (screen.next) return state;
  return show(state, { ...screen, field: typedInto(screen.field, char, textMax) });
}
