/**
 * Whole screens as a player sees them, as text. To accept what has changed:
 *
 *   UPDATE_SCREENS=1 npx vitest run test/ui/golden-screens.test.ts
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { benchNamed } from "../../src/labs/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { toAscii } from "../../src/present/glyphs.ts";
import { type Design, formatDesign, design as parsed } from "../../src/sim/index.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { findLesson } from "../helpers/english.ts";
import { type Game, startGame } from "../helpers/game.ts";
import { bundle, interviewsOf, stepName } from "../helpers/interviews.ts";
import { benchScreens } from "../helpers/labs.ts";
import { roomScreens, roomsSave, sampleDays, sampleShiftDay } from "../helpers/rooms.ts";
import {
  allPassed,
  climbsOf,
  drawnAt,
  drillScreens,
  runAt,
  type Size,
  visitOf,
  watchedPlayOf,
} from "../helpers/screens.ts";

const folder = new URL("../golden/screens/", import.meta.url);

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

/** Holds the screen against the file of its name. */
function golden(name: string, lines: readonly string[], { columns, rows }: Size): void {
  expect(lines.length, `${name} has as many lines as the screen`).toBe(rows);
  const path = fileURLToPath(new URL(`${name}-${columns}x${rows}.txt`, folder));
  const content = `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
  // The screen output draws the same in ASCII, cell for cell: each glyph has its twin.
  expect(toAscii(content)).not.toMatch(/[^\n\u0020-\u007E]|\?\?/);
  if (process.env.UPDATE_SCREENS === "1" || !existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  expect(content).toBe(readFileSync(path, "utf8"));
}

/** Plays a level-1 design up to its run. */
async function runDesign(game: Game, boxSteps: number, prediction: string): Promise<void> {
  game.press("enter", "enter", "enter", "right", "down");
  for (let step = 0; step < boxSteps; step++) game.press("right");
  game.press("enter");
  await game.see("BEFORE YOU RUN");
  game.press(...prediction, "enter");
  await game.see("of 600 s");
}

describe.each(sizes)("at $columns×$rows", (look) => {
  const start = (): { game: Game; shot: (name: string) => void } => {
    const game = startGame(look);
    onTestFinished(() => game.stop());
    return { game, shot: (name) => golden(name, game.lines(), look) };
  };

  test("title, map, briefing, reading, help", async () => {
    const { game, shot } = start();
    shot("title");
    game.press("enter");
    shot("map");
    game.press("down");
    shot("map-locked");
    game.press("up", "enter");
    shot("briefing");
    game.press("right");
    shot("briefing-lesson");
    game.press("?");
    shot("help");
  });

  test("board: empty, filled, over budget, hints, estimate, designs", async () => {
    const { game, shot } = start();
    game.press("enter", "enter", "enter");
    shot("board-start");
    game.press("right", "down", "right", "right");
    shot("board");
    game.press("right", "right", "right", "right");
    shot("board-over-budget");
    game.press("left", "left", "h", "h", "h");
    shot("board-hints");
    game.press("e", ..."5000", "down", ..."172");
    shot("board-estimate");
    game.press("escape", "d");
    shot("board-designs");
    game.press("n", ..."safe");
    shot("board-naming");
  });

  test("prediction", async () => {
    const { game, shot } = start();
    game.press("enter", "enter", "enter", "right", "down", "right", "right", "enter");
    game.press(..."70");
    shot("prediction");
  });

  test("Study: a card, its answer, a drill of each kind asked and answered", () => {
    const lesson = findLesson("1") as Lesson;
    const review = { kind: "review", cards: [lesson.prose.questions[0].id], at: 0, knew: 0 } as const;
    golden("review", drawnAt({ ...review, isRevealed: false }, look, allPassed), look);
    golden("review-answer", drawnAt({ ...review, isRevealed: true }, look, allPassed), look);
    drillScreens(lesson, ladders).forEach((screen, n) => {
      golden(`drill-${n + 1}`, drawnAt(screen, look, allPassed), look);
    });
  });

  test("Study: the topics, and a rung of a ladder at each of its steps", () => {
    golden("topics", drawnAt({ kind: "topics", texts: ladders, at: 8 }, look, allPassed), look);
    golden("progress", drawnAt({ kind: "progress", texts: ladders, scroll: 0 }, look, allPassed), look);
    const climb = climbsOf(findLesson("6") as Lesson, ladders);
    for (const [n, { screen, save }] of [...climb.slice(4, 8), climb.at(-1)!].entries())
      golden(`ladder-${n + 1}`, drawnAt(screen, look, save), look);
  });

  test("the labs: the benches, one with its trials and its curve, and what it shows", () => {
    const { screens, save } = benchScreens(benchNamed("queue"));
    golden("labs", drawnAt({ kind: "labs", at: 1 }, look, save), look);
    screens.forEach((screen, n) => {
      golden(`bench-${n + 1}`, drawnAt(screen, look, save), look);
    });
  });

  test("the puzzles, the red team's list, and the level of the day", () => {
    const shown = roomScreens.filter(({ kind }) => kind !== "puzzles");
    golden("puzzles", drawnAt({ kind: "puzzles", at: 1 }, look, roomsSave), look);
    golden("red-team", drawnAt(shown[4]!, look, roomsSave), look);
    for (const [n, day] of [...sampleDays, sampleShiftDay].entries()) {
      const { date } = day.drawn;
      golden(
        `day-${n + 1}`,
        drawnAt({ kind: "day", date, variant: day, day, progress: 1 }, look, roomsSave),
        look,
      );
    }
  });

  test("Study: an interview at each of its steps, its report, and the door to it", () => {
    const shown = new Map(
      interviewsOf(findLesson("6") as Lesson, bundle).map((each) => [stepName(each), each] as const),
    );
    for (const [name, { screen, save }] of shown)
      golden(`interview-${name}`, drawnAt(screen, look, save), look);
  });

  test("a run that loses, and its debrief", async () => {
    const { game, shot } = start();
    await runDesign(game, 1, "60");
    game.press("home", ...Array.from({ length: 33 }, () => "right"));
    shot("run-losing");
    game.press("t");
    await game.see("Timed out after");
    shot("run-trace-failed");
    game.press("left");
    shot("run-trace-slow");
    game.press("escape");
    game.press("end");
    shot("run-end");
    game.press("enter");
    game.press(...Array.from({ length: 8 }, () => "down"));
    await game.see(/^ 1 {2}The box/m);
    shot("debrief-lost-below");
    game.press(...Array.from({ length: 8 }, () => "up"));
    shot("debrief-lost");
  });

  test("a run that wins, its third star, its questions, its reference card", async () => {
    const { game, shot } = start();
    await runDesign(game, 2, "66");
    game.press("enter");
    await game.see(/Any key[\s\S]*⏎ debrief/);
    await game.see(/ {4}★★☆/);
    shot("pass");
    game.press(" ");
    await game.see("PASSED  ★★☆");
    await game.see("each really run");
    await game.see(/^ 1 {2}.*[+−]\$/m);
    shot("debrief-won");
    game.press("t", "down", "down", "enter");
    shot("task");
    game.press("up", "up", "enter", "down", "enter", "enter");
    await game.see("all three stars");
    game.press("w");
    shot("question");
    game.press("enter");
    shot("question-answer");
    game.press("escape", "s");
    shot("share");
    game.press("down", "down");
    shot("share-card");
    game.press("escape", "escape", "escape");
    shot("map-passed");
    game.press("b");
    shot("reference");
  });
});

/** Screens of later levels: what is special in their pictures, at the moment that shows it. */
const tours = [
  { level: 8, line: "sticky", share: 0.56 },
  { level: 9, line: "lesson", share: 0.6 },
  { level: 11, line: "start", share: 0.5 },
  { level: 12, line: "hot", share: 0.5 },
  { level: 13, line: "lesson", share: 0.4 },
] as const;

/** A design with texts replaced in its notation, each of which must stand there. */
function changed(from: Design, ...changes: readonly (readonly [string, string])[]): Design {
  return parsed(
    changes.reduce((text, [before, after]) => {
      if (!text.includes(before)) throw new Error(`"${before}" is not in "${text}"`);
      return text.replaceAll(before, after);
    }, formatDesign(from)),
  );
}

const built: Readonly<Record<string, (level: Level) => Design>> = {
  start: ({ start }) => start,
  lesson: ({ lesson }) => lesson,
  sticky: ({ start }) => changed(start, ["web 10×8", "web 10×8 target=60 min=4 max=24"]),
  hot: ({ lesson }) => changed(lesson, [" salt=64 counter", ""], [" local=2s", ""]),
};

describe.each(tours)("level $level, $line", ({ level: number, line, share }) => {
  const lesson = findLesson(String(number)) as Lesson;
  test.each(sizes)("on the board and in the run at $columns×$rows", (look) => {
    const played = watchedPlayOf(lesson, (built[line] as (level: Level) => Design)(lesson.level));
    const board = drawnAt({ kind: "board", visit: visitOf(lesson, played.design) }, look);
    golden(`tour-${number}-board`, board, look);
    golden(`tour-${number}-run`, drawnAt(runAt(lesson, played, share), look), look);
  });
});
