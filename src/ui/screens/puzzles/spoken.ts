/** The puzzles in words: the one in focus, how it stands, and what it is about. */
import { type Puzzle, puzzles } from "../../../rooms/puzzles/index.ts";
import type { PuzzlesScreen } from "../../model/room-screens.ts";
import { reachedOf } from "../../model/rooms.ts";
import type { State } from "../../model/types.ts";

/** How a puzzle stands, in short. */
export function standingOf(state: State, puzzle: Puzzle): string {
  const { puzzles: words } = state.words;
  const reached = reachedOf(state, puzzle);
  if (reached?.bestCostPerMonth !== undefined)
    return words.solved({ stars: reached.stars, price: reached.bestCostPerMonth });
  return reached?.attempts ? words.tried(reached.attempts) : words.untried;
}

/** A puzzle's name and story. */
export function textOfPuzzle({ words }: Pick<State, "words">, puzzle: Puzzle) {
  const { wastes, redTeams } = words.puzzles;
  return (puzzle.kind === "waste" ? wastes : redTeams)[puzzle.id] ?? { title: "", story: "" };
}

export function spokenPuzzles(state: State, { at }: PuzzlesScreen): string[] {
  const { puzzles: words } = state.words;
  const puzzle = puzzles[at];
  if (!puzzle) return [words.title];
  const { title, story } = textOfPuzzle(state, puzzle);
  return [
    words.title,
    words.spoken.puzzle({ at: at + 1, of: puzzles.length, title }),
    words.kinds[puzzle.kind].about,
    standingOf(state, puzzle),
    story,
  ];
}
