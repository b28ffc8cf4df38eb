/** A puzzle as a command names it. */
import { nearest } from "../present/nearest.ts";
import { type Puzzle, puzzles } from "../rooms/puzzles/index.ts";
import { plain, UsageError } from "./io.ts";

/** The puzzle that a word names. */
export function puzzleArgument(id: string): Puzzle {
  const puzzle = puzzles.find((each) => each.id === id);
  if (puzzle) return puzzle;
  const names = puzzles.map((each) => each.id);
  throw new UsageError((usage) => usage.noPuzzle({ name: plain(id), near: nearest(id, names), names }));
}
