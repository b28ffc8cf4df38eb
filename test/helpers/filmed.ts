/** A design's run, filmed. */
import { type Film, filming } from "../../src/film/record.ts";
import { decidingDay, finish, inSlices, recordAll, recordVerdict } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import type { Design } from "../../src/sim/index.ts";
import type { KnownRun } from "../../src/ui/model/types.ts";
import { words } from "./english.ts";

/** The run of a design on a level, with its verdict. */
export function judgedRun(lesson: Lesson, design: Design): KnownRun {
  const { level } = lesson;
  const recording = recordAll(level, design, decidingDay(level, design));
  const verdict = finish(inSlices(level, recordVerdict(design, recording.outcome)));
  return { lesson, played: { design, recording, verdict, stars: verdict.stars, practice: false } };
}

export function filmOf(run: KnownRun): Film {
  return finish(filming({ run, words }));
}

/** What films are promised to keep to. */
export const filmLimits = { frames: 60, svgGzipBytes: 30_000, castBytes: 400_000 };
