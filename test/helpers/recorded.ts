/**
 * Runs of what can be played as they are recorded, each once for all tests of a process: a recording with its audit
 * takes ten runs and more, and nobody changes one.
 */
import { findingDay, finish, type Playable, type Recording, recordAll } from "../../src/game/index.ts";
import { type Design, formatDesign } from "../../src/sim/index.ts";

const known = new WeakMap<Playable, Map<string, Recording>>();

function once(playable: Playable, key: string, record: () => Recording): Recording {
  const recordings = known.get(playable) ?? new Map<string, Recording>();
  known.set(playable, recordings);
  const found = recordings.get(key) ?? record();
  recordings.set(key, found);
  return found;
}

/** The recording of a design on a seed, as `recordAll` has it. */
export function recordingOf(playable: Playable, design: Design, seed: number): Recording {
  return once(playable, `${seed} ${formatDesign(design)}`, () => recordAll(playable, design, seed));
}

/** The same on the day that decides. */
export function decidingRecordingOf(playable: Playable, design: Design): Recording {
  return once(playable, formatDesign(design), () =>
    recordingOf(playable, design, finish(findingDay(playable, design))),
  );
}
