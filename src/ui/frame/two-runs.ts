/** The last two runs of a stay side by side, drawn and in words. */
import { padLeft, padRight, widest } from "../../present/cells.ts";
import { type Pair, twoRuns } from "../../present/two-runs.ts";
import type { Words } from "../../words/index.ts";
import type { Visit } from "../model/types.ts";
import { type Frame, heading } from "./frame.ts";

const nameCellsMin = 16;
const valueCells = { least: 16, gap: 2 } as const;

function pairsOf(words: Words, { lesson, before, last }: Visit): Pair[] {
  return before && last ? twoRuns(words, lesson.level, before, last) : [];
}

/** What was changed between them, then every goal and the bill. */
export function drawTwoRuns(visit: Visit, cells: number, { theme, words }: Frame): string[] {
  const { board } = words;
  const pairs = pairsOf(words, visit);
  const head: Pair = { name: "", before: board.runBefore, after: board.runLast };
  const nameCells = Math.max(nameCellsMin, widest(pairs.map(({ name }) => name)));
  const eachCells = Math.max(
    valueCells.least,
    widest([head, ...pairs].flatMap(({ before, after }) => [before, after])),
  );
  // Where long settings have no room beside each other, the later one stands below the earlier.
  const isWide = nameCells + 2 * (eachCells + valueCells.gap + 1) <= cells;
  const value = (text: string, met: boolean | undefined, room: number) => {
    const mark = met === undefined ? " " : met ? "✓" : "✗";
    const shown = `${padLeft(text, room)} ${mark}`;
    return met === undefined ? shown : met ? theme.good(shown) : theme.bad(shown);
  };
  const row = ({ name, before, after, met }: Pair): string[] => {
    const room = isWide ? eachCells : cells - nameCells - 3;
    const [one, other] = [value(before, met?.[0], room), value(after, met?.[1], room)];
    const named = padRight(name, nameCells);
    return isWide ? [`${named} ${one} ${other}`] : [`${named} ${one}`, `${" ".repeat(nameCells)} ${other}`];
  };
  return [
    heading(theme, board.twoRuns, cells >= 66 ? board.twoRunsBeside : ""),
    "",
    ...row(head).map(theme.muted),
    ...pairs.flatMap(row),
  ];
}

/** The same in words. */
export function spokenTwoRuns(words: Words, visit: Visit): string[] {
  return [words.board.twoRuns, ...pairsOf(words, visit).map(words.spoken.pair)];
}
