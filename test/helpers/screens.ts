/** The screens of a level with a design, as a player may meet them, drawn without colours. */
import { recordAll } from "../../src/game/index.ts";
import type { Played } from "../../src/game/played.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { emptySave } from "../../src/saves/index.ts";
import type { Design } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import type { Visit } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { pageCount } from "../../src/ui/screens/reading/layout.ts";
import { lessons, words } from "./english.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A run as it is known once it is over. */
export function playedOf({ level }: Lesson, built: Design): Played {
  const recording = recordAll(level, built, 11);
  const { outcome } = recording;
  const verdict = { passed: outcome.passed, stars: outcome.stars, unanimous: true, outcomes: [outcome] };
  return { design: built, recording, verdict, stars: outcome.stars, practice: false };
}

export function visitOf(lesson: Lesson, built: Design): Visit {
  return { ...startVisit(emptySave(), lesson), sitting: { design: built, past: [], future: [] } };
}

/** A moment of a run, as a share of it. */
export function runAt(lesson: Lesson, played: Played, share: number): Screen {
  const at = Math.floor(played.recording.ticks * share);
  const rest = { playing: false, speed: 1, beats: 0, progress: 0 } as const;
  return { kind: "run", visit: visitOf(lesson, played.design), played, at, ...rest };
}

/** A screen's lines at a size. */
export function drawnAt(screen: Screen, size: Size): readonly string[] {
  const state = { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen, size };
  return draw(state, { ...size, words, theme: plainTheme, still: true, unicode: true }).lines;
}

/** Briefing, board with each offer in focus, run at its start, in its middle and at its end, debrief, map. */
export function screensOf(lesson: Lesson, played: Played, size: Size): readonly Screen[] {
  const visit = visitOf(lesson, played.design);
  const briefing = { kind: "briefing", visit, page: 0, back: { kind: "title" } } as const;
  const debrief = { kind: "debrief", visit, played, beats: 0, progress: 0, whatIf: [] } as const;
  return [
    ...Array.from(
      { length: pageCount(briefing, { ...size, words }) },
      (_, page): Screen => ({ ...briefing, page }),
    ),
    ...lesson.level.shop.map((_, focus): Screen => ({ kind: "board", visit: { ...visit, focus } })),
    { kind: "board", visit: { ...visit, last: played } },
    { kind: "board", visit, panel: { kind: "designs", at: 0 } },
    ...[0, 0.25, 0.5, 0.75, 0.999].map((share) => runAt(lesson, played, share)),
    ...[0, 8, 16, 999].map((scroll): Screen => ({ ...debrief, scroll })),
    { kind: "prediction", visit, about: "question", at: 0, typed: "" },
    { kind: "map", at: lessons.indexOf(lesson) },
  ];
}

/** Cells that a text needs to be seen to be cut for nothing. */
const roomFrom = 4;

/** Texts that end in "…" though their row has room beside them; a level's own figures are drawn as they are. */
export function cutForNothing(
  lines: readonly string[],
  { columns }: Size,
  lesson?: Lesson,
): readonly string[] {
  const figures = (lesson?.prose.figures ?? []).flatMap((figure) => figure.lines).join("\n");
  const isCut = new RegExp(`\\S.* {${roomFrom},}|… {${roomFrom},}`);
  return lines.flatMap((line) =>
    line
      .padEnd(columns - 1)
      .split(/[│┤├]/)
      .filter((part) => part.includes("…") && isCut.test(part))
      .map((part) => part.trim())
      .filter((part) => !figures.includes(part)),
  );
}
