/**
 * Runs of what can be played, each once for all tests of a process: a recording with its audit takes ten runs and more,
 * and nobody changes one.
 */
import {
  auditing,
  beginRecording,
  decidingDay,
  finish,
  type Outcome,
  type Playable,
  play,
  type Recording,
} from "../../src/game/index.ts";
import { type Design, formatDesign, searchRun } from "../../src/sim/index.ts";

/** What is found of a design on a seed, found once. */
export function once<P extends Playable, T>(
  find: (playable: P, design: Design, seed: number) => T,
): (playable: P, design: Design, seed: number) => T {
  const known = new WeakMap<P, Map<string, T>>();
  return (playable, design, seed) => {
    const found = known.get(playable) ?? new Map<string, T>();
    known.set(playable, found);
    const key = `${seed} ${formatDesign(design)}`;
    if (!found.has(key)) found.set(key, find(playable, design, seed));
    return found.get(key) as T;
  };
}

/** The recording of a design on a seed as it is watched, without an audit. */
export const watchedOf = once<Playable, Recording>((playable, design, seed) =>
  finish(beginRecording(playable, design, seed).rest),
);

/** The recording of a design on a seed, as `recordAll` has it. */
export const recordingOf = once<Playable, Recording>((playable, design, seed) => {
  const watched = watchedOf(playable, design, seed);
  return { ...watched, outcome: finish(auditing(playable, design, watched.outcome)) };
});

const decidingSeedOf = once((playable: Playable, design) => decidingDay(playable, design));

/** Both on the day that decides. */
export const decidingWatchedOf = (playable: Playable, design: Design): Recording =>
  watchedOf(playable, design, decidingSeedOf(playable, design, Number.NaN));
export const decidingRecordingOf = (playable: Playable, design: Design): Recording =>
  recordingOf(playable, design, decidingSeedOf(playable, design, Number.NaN));

/** How a design comes out with the particles of a search. */
export const searchedOf = once<Playable, Outcome>((playable, design, seed) =>
  play(playable, design, seed, searchRun),
);
