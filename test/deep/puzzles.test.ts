/** Every puzzle keeps what it promises, by being registered. */
import { expect, test } from "vitest";
import { provePuzzle, puzzles } from "../../src/rooms/puzzles/index.ts";

test.each(puzzles)("$kind $id is proven", (puzzle) => {
  expect([...provePuzzle(puzzle)].filter(({ ok }) => !ok)).toEqual([]);
});
