/** A run's picture is drawn anew only when it is another: the clock beats several times a second of the run. */
import type { Playback } from "../../../game/index.ts";
import type { Frame } from "../../frame/frame.ts";
import { phaseAt } from "../../frame/picture.ts";
import { tickOf } from "../../model/transitions.ts";
import type { RunScreen, State } from "../../model/types.ts";

interface Kept {
  readonly state: State;
  readonly screen: RunScreen;
  readonly frame: Frame;
  readonly lines: string[];
}

/** The last picture of a run that is there as a whole: of one in the making, more is known each time. */
const kept = new WeakMap<Playback, Kept>();

/** At which of its pictures what moves is; undefined where nothing moves. */
export function phaseOf({ beat }: State, { playing }: RunScreen, { still }: Frame): number | undefined {
  if (still) return undefined;
  return playing ? phaseAt(beat) : 0;
}

/** The lines of the last time, if they would be the same; otherwise those that `drawing` makes. */
export function keptLines(
  state: State,
  screen: RunScreen,
  playback: Playback,
  frame: Frame,
  drawing: () => string[],
): string[] {
  // A trace that is being followed shows how long that takes.
  if (!screen.played || screen.trace) return drawing();
  const last = kept.get(playback);
  const isKept =
    last &&
    tickOf(last.screen, playback) === tickOf(screen, playback) &&
    // What can be done at the very start is less.
    last.screen.at > 0 === screen.at > 0 &&
    phaseOf(last.state, last.screen, last.frame) === phaseOf(state, screen, frame) &&
    isSameBut(last.frame, frame, []) &&
    isSameBut(last.screen, screen, ["at", "beats", "progress"]) &&
    isSameBut(last.state, state, ["screen", "beat", "nowMs"]);
  if (isKept) return last.lines;
  const lines = drawing();
  kept.set(playback, { state, screen, frame, lines });
  return lines;
}

/** Whether two things have the same parts, but for these. */
function isSameBut<Thing extends object>(
  one: Thing,
  other: Thing,
  but: readonly (keyof Thing & string)[],
): boolean {
  const names = Object.keys(one) as (keyof Thing & string)[];
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => name in other && (but.includes(name) || one[name] === other[name]));
}
