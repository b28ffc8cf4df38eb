/** The on-call room in words: everything that hangs on the wall, then the row in focus. */

import { doneLines, shiftTitle, toldRow, wallRows } from "../../../present/on-call.ts";
import { placeOf } from "../../../present/sites.ts";
import { costSec, type ShiftName } from "../../../rooms/on-call/index.ts";
import { design } from "../../../sim/index.ts";
import { showTime } from "../../../words/figures.ts";
import { starsText } from "../../frame/frame.ts";
import { bestOf, caseIn, fieldNow, isLeft, shiftSteps, shiftsListed } from "../../model/on-call.ts";
import type { ShiftScreen, ShiftsScreen } from "../../model/on-call-screens.ts";
import type { State } from "../../model/types.ts";
import { overLines } from "./layout.ts";

/** A shift of the list, and what was made of it. */
export function shiftLine(
  { words, save }: Pick<State, "words" | "save">,
  name: ShiftName,
  starsOf: (stars: number) => string = starsText,
): [string, string] {
  const { onCall } = words;
  const best = bestOf(save, name.seed);
  const isOpen = isLeft(save, name);
  const found = best?.foundSec === undefined ? "" : showTime(best.foundSec, 1);
  const beside = isOpen
    ? onCall.open
    : best
      ? onCall.best({ stars: starsOf(best.stars), found })
      : onCall.never;
  return [shiftTitle(words, name), beside];
}

/** What is said below everything else: what is waited for, or what takes time. */
export function sideline({ words }: Pick<State, "words">, screen: ShiftsScreen | ShiftScreen): string {
  const { onCall } = words;
  if (screen.kind === "shifts") return screen.opening ? onCall.running : "";
  if (screen.next) return onCall.running;
  return screen.shift.phase === "work" ? onCall.timePasses : "";
}

export function spokenShifts(state: State, screen: ShiftsScreen): string[] {
  const { at } = screen;
  const { onCall } = state.words;
  const [name, beside] = shiftLine(state, shiftsListed(state.save)[at]!, onCall.starsAloud);
  return [onCall.title, onCall.about, `${name}: ${beside}`, sideline(state, screen)].filter(Boolean);
}

/** The options of the step on view. */
export function optionsOf({ words }: Pick<State, "words">, screen: ShiftScreen): string[] {
  const { onCall, places } = words;
  const which = caseIn(screen);
  const about = design(which.design);
  switch (screen.step) {
    case "part":
      return which.places.map((place) => places.part(placeOf(place, about)));
    case "cause":
      return which.causes.map((cause) => onCall.causes[cause].name);
    case "change":
      return which.changes.map((change) => onCall.changes[change].name);
    case "wall":
      return shiftSteps.map((step) => (step === "end" ? onCall.end : onCall[step](costSec[step])));
  }
}

/** What is asked at the step on view. */
export function askedAt({ words }: Pick<State, "words">, { step }: ShiftScreen): string {
  const { onCall } = words;
  return {
    wall: onCall.wall,
    part: onCall.whichPart,
    cause: onCall.whichCause(costSec.name),
    change: onCall.whichChange(costSec.make),
  }[step];
}

export function spokenShift(state: State, screen: ShiftScreen): string[] {
  const { words } = state;
  const { onCall, spoken } = words;
  const { shift } = screen;
  if (shift.phase === "over")
    return overLines(state, screen, 400, true)
      .map(({ text }) => text.trim())
      .filter(Boolean);
  if (shift.phase === "write") {
    const field = fieldNow(screen);
    return [
      onCall.write,
      field ? onCall.fields[field] : "",
      screen.field.text,
      sideline(state, screen),
    ].filter(Boolean);
  }
  const which = caseIn(screen);
  const rows = wallRows(words, which, shift, screen.scrubSec).map(
    (row) => `${row.name}: ${toldRow(words, row).join(", ")}`,
  );
  const options = optionsOf(state, screen);
  const all = screen.step === "wall" ? [...rows, ...options] : options;
  return [
    `${shiftTitle(words, shift)}, ${onCall.clock(showTime(shift.nowSec - shift.alarmSec, 1))}`,
    which.design,
    askedAt(state, screen),
    ...all,
    ...doneLines(words, which, shift),
    sideline(state, screen),
    spoken.chosen({ at: screen.at + 1, of: all.length, option: all[screen.at] ?? "" }),
  ];
}
