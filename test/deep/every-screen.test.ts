/** Every screen of every level, at several sizes: exactly as many lines as the terminal has, none wider. */
import { describe, expect, test } from "vitest";
import type { Played } from "../../src/game/played.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { width } from "../../src/present/cells.ts";
import { emptyLevel, emptySave } from "../../src/saves/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import type { Frame } from "../../src/ui/frame/frame.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import type { Visit } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, type Screen, type State } from "../../src/ui/reduce.ts";
import { helpLines } from "../../src/ui/screens/help/view.ts";
import { pageCount } from "../../src/ui/screens/reading/layout.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons, words } from "../helpers/english.ts";
import { bundle, interviewsOf } from "../helpers/interviews.ts";
import { recordingOf } from "../helpers/recorded.ts";
import { sandboxSave, sandboxScreens } from "../helpers/sandbox.ts";
import {
  allPassed,
  auditsOf,
  besideScreensOf,
  climbsOf,
  cutForNothing,
  cutParts,
  drawnAt,
  everyMoveOf,
  moreScreensOf,
  playedOf,
  screensOf,
  watchedPlayOf,
} from "../helpers/screens.ts";

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 97, rows: 31 },
  { columns: 120, rows: 40 },
  { columns: 220, rows: 60 },
] as const;

function fits(
  lines: readonly string[],
  { columns, rows }: { columns: number; rows: number },
  what: string,
): void {
  expect(lines.length, what).toBe(rows);
  for (const line of lines) expect(width(line), `${what}: ${line}`).toBeLessThanOrEqual(columns);
}

describe.each(lessons.map((lesson) => ({ title: lesson.prose.title, lesson })))("$title", ({ lesson }) => {
  const { level } = lesson;
  const save = {
    ...emptySave(),
    levels: {
      [level.id]: {
        ...emptyLevel(),
        passed: true,
        stars: 2 as const,
        bestCostPerMonth: 12_345,
        bestDesign: formatDesign(level.lesson),
      },
    },
  };
  const base = initialState(words, mapRowsOf(lessons), save, [
    { code: "brought-back", copy: "/saves/copy.json" },
  ]);
  const { prediction } = level;
  const answer = prediction.kind === "choice" ? (prediction.options[0] ?? "") : "1";

  for (const [name, design] of [
    ["start", level.start],
    ["lesson", level.lesson],
  ] as const)
    test(`fits with its ${name} design`, () => {
      const recording = recordingOf(level, design, 11);
      const visit: Visit = {
        ...startVisit(emptySave(), lesson),
        sitting: { design, past: [], future: [] },
        foretold: { about: "question", answer, truth: answer, right: true, known: { right: 1, of: 1 } },
        runs: 1,
      };
      const { outcome } = recording;
      const verdict = { passed: outcome.passed, stars: outcome.stars, unanimous: true, outcomes: [outcome] };
      const played: Played = { design, recording, verdict, stars: outcome.stars, practice: false };
      const running = { visit, played, playing: true, speed: 1, beats: 0, progress: 0 } as const;
      const screens: Screen[] = [
        ...level.shop.map((_, focus): Screen => ({ kind: "board", visit: { ...visit, focus } })),
        { kind: "board", visit: { ...visit, hintsShown: 3 } },
        { kind: "board", visit: { ...visit, last: played } },
        { kind: "board", visit, panel: { kind: "designs", at: 0 } },
        ...[0, 0.1, 0.5, 0.75, 0.999].map(
          (share): Screen => ({ kind: "run", ...running, at: recording.ticks * share }),
        ),
        { kind: "debrief", visit, played, scroll: 0, beats: 0, progress: 0, whatIf: [] },
        { kind: "debrief", visit, played, scroll: 999, beats: 20, progress: 0.4 },
        ...auditsOf(lesson, design).flatMap((audit) =>
          [0, 9].map(
            (scroll): Screen => ({
              kind: "debrief",
              visit: { ...visit, audit },
              played,
              scroll: 0,
              beats: 0,
              progress: 0,
              panel: { kind: "audit", scroll },
            }),
          ),
        ),
        ...level.wrongAnswers.map(
          (_, at): Screen => ({
            kind: "debrief",
            visit,
            played,
            scroll: 0,
            beats: 0,
            progress: 0,
            panel: { kind: "traps", at },
          }),
        ),
        { kind: "pass", visit, played, gain: "first", beats: 20 },
        { kind: "questions", visit, at: 2, revealed: true, back: { kind: "title" } },
        { kind: "prediction", visit, about: "question", at: 1, typed: "1" },
        { kind: "prediction", visit, about: "goals", at: 1, typed: "" },
        { kind: "board", visit: { ...visit, last: played, before: played }, panel: { kind: "runs" } },
        { kind: "map", at: 3 },
        ...[0, 60, 107].map((at): Screen => ({ kind: "glossary", typed: "", at, back: { kind: "title" } })),
        { kind: "glossary", typed: "zz", at: 0, back: { kind: "title" } },
      ];
      for (const size of sizes) {
        const frame: Frame = { ...size, words, theme: plainTheme, still: false, unicode: true };
        const briefing = { kind: "briefing", visit, page: 0, back: { kind: "title" } } as const;
        const reference = { kind: "reference", at: 0, lesson, page: 0 } as const;
        const chapter = { kind: "lesson", lesson, page: 0, back: { kind: "title" } } as const;
        const pages: Screen[] = [briefing, reference, chapter].flatMap((screen) =>
          Array.from({ length: pageCount(screen, frame) }, (_, page): Screen => ({ ...screen, page })),
        );
        for (const screen of [...screens, ...pages]) {
          const state: State = { ...base, screen, size };
          fits(draw(state, frame).lines, size, `${screen.kind} at ${size.columns}×${size.rows}`);
          fits(
            helpLines({ ...state, help: { scroll: 0 } }, { scroll: 0 }, frame),
            size,
            `help of ${screen.kind}`,
          );
        }
      }
      for (const screen of screens)
        for (const line of spokenLines({ ...base, screen }))
          expect(line).not.toMatch(/[─│┌└█▁]|undefined|NaN/);
    });
});

const reading = [
  { columns: 80, rows: 24 },
  { columns: 100, rows: 30 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
] as const;

/** Every kind of screen that there is. */
const kinds: Readonly<Record<Screen["kind"], true>> = {
  title: true,
  map: true,
  reference: true,
  glossary: true,
  lesson: true,
  briefing: true,
  board: true,
  prediction: true,
  run: true,
  pass: true,
  debrief: true,
  questions: true,
  review: true,
  drill: true,
  topics: true,
  ladder: true,
  progress: true,
  interviews: true,
  interview: true,
  labs: true,
  bench: true,
  sandbox: true,
  system: true,
  puzzles: true,
  redTeam: true,
  day: true,
  shifts: true,
  shift: true,
  course: true,
  endless: true,
};

/** Ladders and interviews about a level. */
const talksOf = (lesson: Lesson) => [...climbsOf(lesson, ladders), ...interviewsOf(lesson, bundle)];

test("cuts no text beside free room in systems of the player's own", () => {
  for (const size of reading)
    for (const screen of sandboxScreens) {
      // A line of notation stands in a column beside its name: it is cut where its row ends.
      const lines = drawnAt(screen, size, sandboxSave).filter(
        (line) => width(line.trimEnd()) < size.columns - 2,
      );
      expect(cutForNothing(lines, size), `at ${size.columns}`).toEqual([]);
    }
});

test("every kind of screen is among those that are searched for cuts", () => {
  const lesson = lessons.at(-1) as Lesson;
  const played = watchedPlayOf(lesson, lesson.level.lesson);
  const size = reading[0];
  const screens = [
    ...screensOf(lesson, played, size),
    ...moreScreensOf(lesson, played),
    ...besideScreensOf(lesson, played, size),
    ...talksOf(lesson).map(({ screen }) => screen),
    ...sandboxScreens,
  ];
  expect([...new Set(screens.map(({ kind }) => kind))].sort()).toEqual(Object.keys(kinds).sort());
});

describe.each(lessons.map((lesson) => ({ title: lesson.prose.title, lesson })))("$title", ({ lesson }) => {
  const { level } = lesson;
  const designs = [
    level.start,
    level.lesson,
    ...level.wrongAnswers.flatMap((wrong) => ("design" in wrong ? [wrong.design] : [])),
  ];
  test("cuts no text beside free room, whatever of its designs is played", () => {
    for (const [at, built] of designs.entries()) {
      const played = playedOf(lesson, built);
      for (const size of reading)
        for (const screen of [
          ...screensOf(lesson, played, size),
          ...(at < 2 ? moreScreensOf(lesson, played) : []),
          ...(at === 1 ? besideScreensOf(lesson, played, size) : []),
        ]) {
          const lines = drawnAt(screen, size, screen.kind === "map" ? allPassed : undefined);
          expect(cutForNothing(lines, size, lesson), `${screen.kind} at ${size.columns}`).toEqual([]);
        }
    }
  });

  test("cuts no text beside free room in its ladders and interviews", () => {
    for (const size of reading)
      for (const { screen, save } of talksOf(lesson))
        expect(
          cutForNothing(drawnAt(screen, size, save), size, lesson),
          `${screen.kind} at ${size.columns}`,
        ).toEqual([]);
  });

  test("cuts nothing of its own two designs, nor after any change of them", () => {
    for (const built of [level.start, level.lesson]) {
      const played = playedOf(lesson, built);
      for (const size of reading)
        for (const screen of [
          ...screensOf(lesson, played, size),
          ...moreScreensOf(lesson, played),
          ...everyMoveOf(lesson, built),
        ])
          expect(cutParts(drawnAt(screen, size), lesson), `${screen.kind} at ${size.columns}`).toEqual([]);
    }
  });
});
