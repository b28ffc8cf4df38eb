/** The last two runs of a stay side by side, drawn and in words. */
import { padLeft, padRight, truncate } from "../../present/cells.ts";
import { type Pair, twoRuns } from "../../present/two-runs.ts";
import type { Words } from "../../words/index.ts";
import type { Visit } from "../model/types.ts";
import { type Frame, heading } from "./frame.ts";

const nameCells = 16;

function pairsOf(words: Words, { lesson, before, last }: Visit): Pair[] {
  return before && last ? twoRuns(words, lesson.level, before, last) : [];
}

/** What was changed between them, then every goal and the bill. */
export function drawTwoRuns(visit: Visit, cells: number, { theme, words }: Frame): string[] {
  const { board } = words;
  const each = Math.min(18, Math.floor((cells - nameCells) / 2) - 2);
  const value = (text: string, met: boolean | undefined) => {
    const mark = met === undefined ? " " : met ? "✓" : "✗";
    const shown = `${padLeft(truncate(text, each - 2), each - 2)} ${mark}`;
    return met === undefined ? shown : met ? theme.good(shown) : theme.bad(shown);
  };
  const row = ({ name, before, after, met }: Pair) =>
    `${padRight(truncate(name, nameCells), nameCells)} ${value(before, met?.[0])} ${value(after, met?.[1])}`;
  return [
    heading(theme, board.twoRuns, cells >= 66 ? board.twoRunsBeside : ""),
    "",
    theme.muted(row({ name: "", before: board.runBefore, after: board.runLast })),
    ...pairsOf(words, visit).map(row),
  ];
}

/** The same in words. */
export function spokenTwoRuns(words: Words, visit: Visit): string[] {
  return [words.board.twoRuns, ...pairsOf(words, visit).map(words.spoken.pair)];
}
