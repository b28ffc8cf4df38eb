/** A run filmed: the game itself plays it on a recording host, from its first second to its debrief. */
import { toAscii } from "../present/glyphs.ts";
import { emptySave } from "../saves/shape.ts";
import { playOn } from "../ui/game.ts";
import type { Room } from "../ui/host.ts";
import type { KnownRun } from "../ui/model/types.ts";
import { inMemory } from "../ui/saving.ts";
import type { Words } from "../words/index.ts";
import { RecordingHost, type Shot } from "./recording-host.ts";
import { filmTheme } from "./theme.ts";

/** Screens in order, each shown until the next comes. */
export interface Film {
  readonly room: Room;
  readonly frames: readonly FilmFrame[];
  readonly lengthMs: number;
}

export interface FilmFrame {
  readonly atMs: number;
  /** As many as the room has rows, with codes for colors. */
  readonly lines: readonly string[];
}

/** What is filmed. Its verdict has to be known: nobody works in a film. */
export interface Scene {
  readonly run: KnownRun;
  readonly words: Words;
  readonly room?: Room;
  readonly isAscii?: boolean;
}

/** At ×4 a run lasts 15 s, however many ticks it has. */
const speed = 4;
const runMs = 15_000;

/** A frame is six beats of the clock, 300 ms: 50 of them are a run. */
const beatsEach = 6;

/** So long the end of the run is on view, and then the first page of its debrief. */
const endMs = 1_500;
const debriefMs = 5_000;

/**
 * Films a run.
 * @yields the share done, 0…1
 */
export function* filming({
  run,
  words,
  room = { columns: 80, rows: 24 },
  isAscii = false,
}: Scene): Generator<number, Film> {
  const look = { theme: filmTheme, unicode: !isAscii, still: false, beatsEach, spoken: false };
  const host = new RecordingHost(room, look);
  const stop = playOn(host, {
    ...{ store: inMemory({ ...emptySave(), settings: { speed } }), words, lessons: [run.lesson], run },
    // What a debrief works out on the side is not waited for.
    workforce: () => new Promise(() => {}),
  });
  host.turn();
  for (let sleepsMs = host.sleepsMs(); sleepsMs !== undefined; sleepsMs = host.sleepsMs()) {
    host.turn(sleepsMs);
    yield Math.min(1, host.now() / runMs);
  }
  const toDebriefMs = host.now() + endMs;
  host.turn(endMs);
  host.hear({ key: "enter" });
  host.turn();
  stop();
  return {
    room,
    frames: framesOf(host.drawn, isAscii ? toAscii : (line) => line),
    lengthMs: toDebriefMs + debriefMs,
  };
}

/** Without those that show what was shown. */
function framesOf(shots: readonly Shot[], written: (line: string) => string): FilmFrame[] {
  const frames: FilmFrame[] = [];
  for (const { atMs, lines } of shots)
    if (frames.at(-1)?.lines.join("\n") !== lines.join("\n"))
      frames.push({ atMs, lines: lines.map(written) });
  return frames;
}
