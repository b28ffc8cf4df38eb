/**
 * Whole screens as a player sees them, as text. To accept what has changed:
 *
 *   UPDATE_SCREENS=1 npx vitest run test/ui/golden-screens.test.ts
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { toAscii } from "../../src/present/glyphs.ts";
import { type Game, startGame } from "../helpers/game.ts";

const folder = new URL("../golden/screens/", import.meta.url);

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const looks = sizes.flatMap((size) => [
  { ...size, alphabet: "unicode" as const },
  { ...size, alphabet: "ascii" as const },
]);

type Look = (typeof looks)[number];

/** Holds the screen against the file of its name. */
function golden(name: string, lines: readonly string[], { columns, rows, alphabet }: Look): void {
  expect(lines.length, `${name} has as many lines as the screen`).toBe(rows);
  const path = fileURLToPath(new URL(`${name}-${columns}x${rows}-${alphabet}.txt`, folder));
  // What the screen output does to every line where only ASCII is spoken.
  const text = alphabet === "ascii" ? lines.map(toAscii) : lines;
  const content = `${text.map((line) => line.trimEnd()).join("\n")}\n`;
  if (alphabet === "ascii") expect(content).not.toMatch(/[^\n\u0020-\u007E]|\?\?/);
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

describe.each(looks)("at $columns×$rows in $alphabet", (look) => {
  const start = (): { game: Game; shot: (name: string) => void } => {
    const game = startGame({ ...look, look: { unicode: look.alphabet === "unicode" } });
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
    game.press("enter", "enter", "enter", "right", "enter");
    game.press(..."1.3");
    shot("prediction");
  });

  test("a run that loses, and its debrief", async () => {
    const { game, shot } = start();
    await runDesign(game, 1, "2");
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
    game.press("down", "down", "down", "down");
    await game.see(/^ 1 {2}The box/m);
    shot("debrief-lost-below");
    game.press("up", "up", "up", "up");
    shot("debrief-lost");
  });

  test("a run that wins, its third star, its questions, its reference card", async () => {
    const { game, shot } = start();
    await runDesign(game, 2, "1.3");
    game.press("enter");
    await game.see("PASSED  ★★☆");
    await game.see("each really run");
    await game.see(/^ 1 {2}.*[+−]\$/m);
    shot("debrief-won");
    game.press("t", "down", "down", "enter");
    shot("task");
    game.press("enter", "down", "enter", "enter");
    await game.see("all three stars");
    game.press("w");
    shot("question");
    game.press("enter");
    shot("question-answer");
    game.press("escape", "s");
    shot("share");
    game.press("escape", "escape");
    shot("map-passed");
    game.press("enter");
    shot("reference");
  });
});
