/** A bench's part of the reducer: turn a knob, say what will be, look. */
import {
  type BenchTrial,
  benchNamed,
  changes,
  isSameTurned,
  type Turned,
  type TurnValue,
  triedAt,
} from "../../../labs/index.ts";
import type { Command } from "../../keys/keymap.ts";
import type { BenchScreen } from "../../model/lab-screens.ts";
import { knobsOf, lessonFrom, openLabs } from "../../model/labs.ts";
import { placeOf } from "../../model/options.ts";
import { clamp, remember, say, show } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onBench(state: State, screen: BenchScreen, command: Command): State {
  if (command === "back") return openLabs(state, screen.name);
  const bench = benchNamed(screen.name);
  const knobs = knobsOf(bench);
  const expected = changes[placeOf[command] ?? -1];
  if (expected !== undefined) return show(state, { ...screen, expected });
  switch (command) {
    case "up":
    case "down": {
      const by = command === "up" ? -1 : 1;
      return show(state, { ...screen, focus: clamp(screen.focus + by, 0, knobs.length - 1) });
    }
    case "left":
    case "right": {
      const { id, ...knob } = knobs[screen.focus]!;
      const values: readonly (TurnValue | undefined)[] = knob.values;
      const now = values.indexOf(screen.turned[id]);
      const at = clamp(now + (command === "left" ? -1 : 1), 0, values.length - 1);
      return show(state, { ...screen, turned: { ...screen.turned, [id]: values[at] } });
    }
    case "why":
      return tellIt(state, screen);
    case "confirm":
      return tryIt(state, screen);
    default:
      return state;
  }
}

function tryIt(state: State, screen: BenchScreen): State {
  const { labScreens: words } = state.words;
  if (screen.asked) return state;
  const last = triedAt(benchNamed(screen.name), state.save.labs).at(-1);
  if (last && isSameTurned(last.turned, screen.turned)) return say(state, words.turnFirst);
  if (last && screen.expected === undefined) return say(state, words.expectFirst);
  const { expected, turned, isTold: _, ...rest } = screen;
  return show(state, { ...rest, turned, asked: { turned, ...(expected ? { expected } : {}) } });
}

/** What the bench shows, once enough was tried; the same key brings the table back. */
function tellIt(state: State, screen: BenchScreen): State {
  const { isTold, ...rest } = screen;
  if (isTold) return show(state, rest);
  const missing = lessonFrom - triedAt(benchNamed(screen.name), state.save.labs).length;
  return missing > 0
    ? say(state, state.words.labScreens.lessonAfter(missing))
    : show(state, { ...rest, isTold: true });
}

/** A trial was made: it is kept, whatever is on view by now. */
export function benchTried(
  state: State,
  {
    bench: name,
    turned,
    found,
  }: { readonly bench: string; readonly turned: Turned; readonly found: BenchTrial },
): State {
  const { screen } = state;
  if (screen.kind !== "bench" || screen.name !== name || screen.asked?.turned !== turned) return state;
  const { asked, ...rest } = screen;
  const { expected } = asked;
  const kept = remember(show(state, rest), {
    type: "trial",
    bench: name,
    turned,
    found,
    ...(expected ? { expected } : {}),
  });
  const { labScreens: words } = state.words;
  const bench = benchNamed(screen.name);
  const trial = triedAt(bench, kept.save.labs).at(-1);
  if (trial?.came === undefined) return kept;
  return say(
    kept,
    words.came({
      value: words.value(bench.unit, found.measured),
      came: words.changes[trial.came],
      isRight: trial.came === expected,
    }),
  );
}

/** The curve has come, if it is still looked at. */
export function benchCurve(
  state: State,
  {
    bench,
    of,
    points,
  }: { readonly bench: string; readonly of: Turned; readonly points: readonly BenchTrial[] },
): State {
  const { screen } = state;
  if (screen.kind !== "bench" || screen.name !== bench) return state;
  return show(state, { ...screen, curve: { of, points } });
}
