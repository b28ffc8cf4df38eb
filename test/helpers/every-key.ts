/** What the keys do on every screen of a level: what a footer offers works and has room at 80×24, and Escape leads back one screen. */
import { expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import type { Frame } from "../../src/ui/frame/frame.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { bindings, type Command } from "../../src/ui/keys/keymap.ts";
import { offered } from "../../src/ui/model/offered.ts";
import { contextOf, initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons, words } from "./english.ts";
import { bundle, interviewsOf } from "./interviews.ts";
import { sandboxSave, sandboxScreens } from "./sandbox.ts";
import { climbsOf, moreScreensOf, playedOf, screensOf, visitOf } from "./screens.ts";

const size = { columns: 80, rows: 24 } as const;
const frame: Frame = { ...size, words, theme: plainTheme, still: true, unicode: false };

const press = (state: State, command: Command) => reduce(state, { type: "command", command, atMs: 0 });

/** Whether a command changes what is seen, or says something. */
function acts(state: State, command: Command): boolean {
  const after = press(state, command);
  return (
    after.message !== undefined ||
    after.help !== state.help ||
    after.exitCode !== state.exitCode ||
    written(after.screen) !== written(state.screen) ||
    after.save.ladders !== state.save.ladders ||
    after.save.interview !== state.save.interview
  );
}

/** What a key can change of a screen: runs and levels are the same before and after. */
function written(screen: Screen): string {
  const isLarge = new Set(["lesson", "recording", "found", "verdict", "texts", "ladder", "bundle"]);
  return JSON.stringify(screen, (key, value: unknown) => (isLarge.has(key) ? undefined : value));
}

/** Where Escape leads from a screen; nowhere from the first two. */
function behind({ screen }: State): readonly string[] {
  switch (screen.kind) {
    case "title":
    case "map":
      return [screen.kind];
    case "board":
      return screen.panel?.kind === "naming"
        ? ["designs"]
        : screen.panel || screen.visit.hintsShown > 0
          ? ["board"]
          : ["map"];
    case "run":
      return screen.trace ? ["run"] : screen.visit.room?.kind === "red-team" ? ["redTeam"] : ["board"];
    case "debrief":
      return screen.panel ? ["debrief"] : ["board"];
    case "sandbox":
      return screen.typing ? ["sandbox"] : ["map"];
    case "system":
      return screen.code !== undefined || screen.field || screen.open ? ["system"] : ["sandbox"];
    case "lesson":
    case "glossary":
    case "briefing":
    case "questions":
      return [screen.back.kind];
    case "endless":
      return screen.fromMap ? ["map"] : ["course"];
    case "ladder":
      return ["topics"];
    case "bench":
      return ["labs"];
    case "shift":
      return screen.shift.phase === "work" && screen.step !== "wall" ? ["shift"] : ["shifts"];
    case "redTeam":
      return ["puzzles"];
    case "puzzles":
    case "day":
    case "shifts":
    case "labs":
    case "reference":
    case "review":
    case "drill":
    case "topics":
    case "progress":
    case "course":
    case "interviews":
      return ["map"];
    case "interview":
      return ["interviews"];
    case "pass":
      return ["debrief"];
    case "prediction":
      return ["board"];
  }
}

const on = (screen: Screen, save: Save): State => ({
  ...initialState(words, mapRowsOf(lessons), save, []),
  screen,
  size,
});

/** States of a level with a design on the board: every screen, with and without what is still computed. */
function statesOf(lesson: Lesson, which: "start" | "lesson"): readonly State[] {
  const { level } = lesson;
  const built = level[which];
  const played = playedOf(lesson, built);
  const visit = visitOf(lesson, built);
  const screens: readonly Screen[] = [
    { kind: "title" },
    ...screensOf(lesson, played, size),
    ...moreScreensOf(lesson, played),
    { kind: "run", visit, at: 0, playing: true, speed: 1, beats: 0, progress: 0.4 },
    {
      kind: "debrief",
      visit,
      played: { ...played, verdict: undefined } as never,
      scroll: 0,
      beats: 0,
      progress: 0,
    },
    {
      kind: "debrief",
      visit: { ...visit, before: played },
      played,
      scroll: 0,
      beats: 0,
      progress: 0,
    },
    { kind: "questions", visit, at: 0, revealed: false, back: { kind: "map", at: 0 } },
    { kind: "lesson", lesson, back: { kind: "map", at: 0 } },
  ];
  const passed = { ...emptyLevel(), passed: true, stars: 2 as const };
  const saves = [
    emptySave(),
    { ...emptySave(), levels: Object.fromEntries(lessons.map((each) => [each.level.id, passed])) },
  ];
  return [
    ...saves.flatMap((save) => screens.map((screen) => on(screen, save))),
    ...[...climbsOf(lesson, ladders), ...interviewsOf(lesson, bundle)].map(({ screen, save }) =>
      on(screen, save),
    ),
  ];
}

/** Tries every key that a footer names, and Escape, in each of the states. */
function tryEveryKey(states: readonly State[]): void {
  const idle = new Set<string>();
  const astray = new Set<string>();
  const unseen = new Set<string>();
  for (const state of states) {
    // Names of keys are longer in ASCII: what has room there has room everywhere.
    const page = draw(state, frame).lines.join("\n");
    for (const { keys, label } of offered(state, frame))
      if (!page.includes(`${keys} ${label}`)) unseen.add(`${contextOf(state)}: ${keys} ${label}`);
    for (const { commands, label, disabled } of offered(state, { unicode: true }))
      if (disabled === undefined && !commands.some((command) => acts(state, command)))
        idle.add(`${contextOf(state)}: ${label}`);
    const leave = bindings(contextOf(state)).find(({ keys }) => keys.includes("escape"))?.command;
    const after = leave ? press(state, leave) : state;
    const [wanted] = behind(state);
    const found =
      after.screen.kind === "board" && after.screen.panel ? after.screen.panel.kind : after.screen.kind;
    const isLeft = contextOf(after) !== contextOf(state) || wanted === state.screen.kind;
    if (found !== wanted || !isLeft) astray.add(`${contextOf(state)} led to ${found}, not to ${wanted}`);
    // What lies over a screen goes away as it came.
    for (const over of ["help", "inFull"] as const) {
      const open = press(state, over);
      if (open.help && press(open, "back").screen !== state.screen)
        astray.add(`${over} over ${contextOf(state)}`);
    }
  }
  expect([...idle]).toEqual([]);
  expect([...unseen]).toEqual([]);
  expect([...astray]).toEqual([]);
}

/** The same on every screen of a level. */
export function testEveryKey(
  lesson: Lesson,
  boards: readonly ("start" | "lesson")[] = ["start", "lesson"],
): void {
  for (const which of boards)
    test(`${lesson.prose.title}, with its ${which} design`, () => tryEveryKey(statesOf(lesson, which)));
}

/** The same in the sandbox, which has no level. */
export function testKeysOfSandbox(): void {
  test("the sandbox and each part of a system", () =>
    tryEveryKey(sandboxScreens.map((screen) => on(screen, sandboxSave))));
}
