/** The labs as the save has them, and what stands on the bench. */
import {
  type Bench,
  type BenchKnob,
  type BenchName,
  benches,
  benchNamed,
  isSameTurned,
  startOf,
  type Tried,
  type Turned,
  triedAt,
} from "../../labs/index.ts";
import type { BenchScreen } from "./lab-screens.ts";
import { show } from "./transitions.ts";
import type { State } from "./types.ts";

/** The knobs of a bench, the one along the picture first. */
export function knobsOf({ sweep, others }: Pick<Bench, "sweep" | "others">): readonly BenchKnob[] {
  return [sweep, ...others];
}

/** What the map says of the labs. */
export function labsLine({ save, words }: Pick<State, "save" | "words">): string {
  const made = benches.reduce((sum, bench) => sum + triedAt(bench, save.labs).length, 0);
  return made === 0 ? words.labScreens.never : words.labScreens.trials(made);
}

export function openLabs(state: State, name?: BenchName): State {
  const at = benches.findIndex((bench) => bench.name === name);
  return show(state, { kind: "labs", at: Math.max(0, at) });
}

/** A bench as it was left: its knobs where the last trial stood. A new one is measured once without asking. */
export function openBench(state: State, bench: Bench): State {
  const last = triedAt(bench, state.save.labs).at(-1);
  const turned = last?.turned ?? startOf(bench);
  const { name } = bench;
  return show(state, {
    kind: "bench",
    name,
    turned,
    focus: 0,
    ...(last ? {} : { asked: { turned } }),
  });
}

/** Whether the curve on view is of where the other knobs stood in the last trial. */
export function isCurveOf(bench: Bench, curve: BenchScreen["curve"], last: Tried): boolean {
  return curve !== undefined && isSameTurned(curve.of, othersOf(bench, last.turned));
}

/** Where the knobs stand that are not along the picture. */
export function othersOf({ others }: Pick<Bench, "others">, turned: Turned): Turned {
  return Object.fromEntries(others.map(({ id }) => [id, turned[id]]));
}

/** The trials that stand on the picture of the last one: all knobs but the one along it stand where they stood then. */
export function ownTrials(bench: Bench, tried: readonly Tried[]): readonly Tried[] {
  const last = tried.at(-1);
  if (!last) return [];
  const others = othersOf(bench, last.turned);
  return tried.filter(({ turned }) => isSameTurned(othersOf(bench, turned), others));
}

/** A curve that is on view before anything was foretold would answer: so many trials come first. */
export const curveFrom = 3;

/** From so many trials on what a bench shows is told. */
export const lessonFrom = 4;

/** What is to be worked on at a bench: the trial that was asked for, or the curve of the last one. */
export function benchWork(
  state: Pick<State, "save">,
  screen: BenchScreen,
): { readonly kind: "trial" | "curve"; readonly turned: Turned; readonly made: number } | undefined {
  const bench = benchNamed(screen.name);
  const tried = triedAt(bench, state.save.labs);
  const made = tried.length;
  if (screen.asked) return { kind: "trial", turned: screen.asked.turned, made };
  const last = tried.at(-1);
  const isEarned = ownTrials(bench, tried).length >= curveFrom;
  return last && isEarned && !isCurveOf(bench, screen.curve, last)
    ? { kind: "curve", turned: last.turned, made }
    : undefined;
}
