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
import { type Game, startGame } from "../helpers/game.tsx";

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
  await game.press("enter", "enter", "enter", "right", "down");
  for (let step = 0; step < boxSteps; step++) await game.press("right");
  await game.press("enter");
  await game.see("BEFORE YOU RUN");
  await game.press(...prediction, "enter");
  await game.see("of 600 s");
}

describe.each(looks)("at $columns×$rows in $alphabet", (look) => {
  const start = (): { game: Game; shot: (name: string) => void } => {
    const game = startGame({ ...look, flags: { ascii: look.alphabet === "ascii" } });
    onTestFinished(() => game.unmount());
    return { game, shot: (name) => golden(name, game.lines(), look) };
  };

  test("title, map, briefing, reading, help", async () => {
    const { game, shot } = start();
    shot("title");
    await game.press("enter");
    shot("map");
    await game.press("down");
    shot("map-locked");
    await game.press("up", "enter");
    shot("briefing");
    await game.press("right");
    shot("briefing-lesson");
    await game.press("?");
    shot("help");
  });

  test("board: empty, filled, over budget, hints, estimate, designs", async () => {
    const { game, shot } = start();
    await game.press("enter", "enter", "enter");
    shot("board-start");
    await game.press("right", "down", "right", "right");
    shot("board");
    await game.press("right", "right", "right", "right");
    shot("board-over-budget");
    await game.press("left", "left", "h", "h", "h");
    shot("board-hints");
    await game.press("e", ..."5000", "down", ..."172");
    shot("board-estimate");
    await game.press("escape", "d");
    shot("board-designs");
    await game.press("n", ..."safe");
    shot("board-naming");
  });

  test("prediction", async () => {
    const { game, shot } = start();
    await game.press("enter", "enter", "enter", "right", "enter");
    await game.press(..."1.3");
    shot("prediction");
  });

  test("a run that loses, and its debrief", async () => {
    const { game, shot } = start();
    await runDesign(game, 1, "2");
    await game.press("home", ...Array.from({ length: 33 }, () => "right"));
    shot("run-losing");
    await game.press("t");
    await game.see("Lost after");
    shot("run-trace-failed");
    await game.press("left");
    shot("run-trace-slow");
    await game.press("escape");
    await game.press("end");
    shot("run-end");
    await game.press("enter");
    await game.press("down", "down", "down", "down");
    await game.see("★ passes");
    shot("debrief-lost-below");
    await game.press("up", "up", "up", "up");
    shot("debrief-lost");
  });

  test("a run that wins, its third star, its questions, its reference card", async () => {
    const { game, shot } = start();
    await runDesign(game, 2, "1.3");
    await game.press("enter");
    await game.see("PASSED  ★★☆");
    await game.see("each really run");
    await game.see(/★ passes|No single change/);
    shot("debrief-won");
    await game.press("t", "down", "down", "down", "enter");
    shot("task");
    await game.press("enter", "enter");
    await game.press("enter");
    await game.press("w");
    shot("question");
    await game.press("enter");
    shot("question-answer");
    await game.press("escape", "s");
    shot("share");
    await game.press("escape", "escape");
    shot("map-passed");
    await game.press("enter");
    shot("reference");
  });
});
