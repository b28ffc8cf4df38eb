/** A drill that has been answered, on a large and on the smallest screen. */
import { expect, test } from "vitest";
import { type Game, startGame } from "../helpers/game.ts";
import { readyFor } from "../helpers/play-page.ts";

/** The first words of what is asked, and the letters of what may be chosen. */
function askedBy(game: Game): { readonly question: string; readonly letters: readonly string[] } {
  const lines = game.lines();
  const letters = lines.flatMap((line) =>
    [...line.matchAll(/(?:^ {1,3}| {4})([a-i]) {2}\S/g)].map(([, letter]) => letter!),
  );
  return { question: lines[3]!.trim(), letters };
}

test.each([
  [128, 40],
  [80, 24],
] as const)(
  "at %d × %d what became of an answer is on view, and what was asked wherever there is room",
  (columns, rows) => {
    const game = startGame({ columns, rows, save: readyFor(13) });
    game.burst("enter", "down", "enter", "d");
    let chosen = 0;
    for (let n = 0; n < 4; n++) {
      // A drill of a rung waits for its topics, which nobody fetches here.
      if (!game.frame().includes("> ▏")) break;
      const { question, letters } = askedBy(game);
      expect(question).not.toBe("");
      for (const letter of letters.length > 0
        ? /One letter/.test(game.lines().join("\n"))
          ? ["a"]
          : letters
        : ["1"])
        game.press(letter);
      game.press("enter");
      const text = game.lines().join("\n");
      expect(text).toMatch(/ of 100/);
      if (letters.length > 0) chosen++;
      const left = game
        .lines()
        .slice(3, -3)
        .filter((line) => line.trim() === "").length;
      if (rows > 30 || left > 3) expect(text).toContain(question);
      game.press("enter");
    }
    expect(chosen).toBeGreaterThan(0);
    game.stop();
  },
);
