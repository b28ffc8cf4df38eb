/** The runs of a stay side by side, drawn and in words: in a lab a column each. */
import type { Level } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { padLeft, padRight, widest } from "../../present/cells.ts";
import { type KeptRow, keptRuns } from "../../present/kept-runs.ts";
import { shopForAll } from "../../rooms/sandbox/index.ts";
import type { Words } from "../../words/index.ts";
import type { Visit } from "../model/types.ts";
import { type Frame, heading } from "./frame.ts";
import { drawTwoRuns, spokenTwoRuns } from "./two-runs.ts";

/** Cells between columns, and for a mark. */
const gapCells = 3;

/** The runs of a stay side by side: all that a lab keeps, elsewhere the last two. */
export function drawRuns(visit: Visit, cells: number, frame: Frame): string[] {
  return visit.kept ? drawKeptRuns(visit, cells, frame) : drawTwoRuns(visit, cells, frame);
}

/** The same in words. */
export function spokenRuns(words: Words, visit: Visit): string[] {
  return visit.kept ? spokenKeptRuns(words, visit) : spokenTwoRuns(words, visit);
}

/** The level with all that its runs were bought from: the shop of a system of one's own follows its design. */
function levelOf({ level, isOwn }: Lesson, kept: NonNullable<Visit["kept"]>): Level {
  return isOwn ? { ...level, shop: shopForAll([level.start, ...kept.map(({ design }) => design)]) } : level;
}

/** As many of the latest runs as there is room for, numbered in the order in which they came. */
function drawKeptRuns({ lesson, kept = [] }: Visit, cells: number, { theme, words }: Frame): string[] {
  const all = keptRuns(words, levelOf(lesson, kept), kept);
  const nameCells = widest(all.map(({ name }) => name));
  const eachCells = widest(all.flatMap((row) => row.cells.map(({ text }) => text)));
  const room = Math.max(1, Math.floor((cells - nameCells) / (eachCells + gapCells)));
  const first = Math.max(0, kept.length - room);
  const figure = ({ text, met }: KeptRow["cells"][number]) => {
    const shown = ` ${padLeft(text, eachCells)} ${met === undefined ? " " : met ? "✓" : "✗"}`;
    return met === undefined ? shown : met ? theme.good(shown) : theme.bad(shown);
  };
  const row = ({ name, cells: each }: KeptRow) =>
    padRight(name, nameCells) + each.slice(first).map(figure).join("");
  const numbers = { name: "", cells: kept.map((_, at) => ({ text: String(at + 1) })) };
  return [
    heading(theme, words.board.keptRuns, cells >= 66 ? words.board.keptRunsBeside : ""),
    "",
    theme.muted(row(numbers)),
    ...all.map(row),
  ];
}

/** A run a line. */
function spokenKeptRuns(words: Words, { lesson, kept = [] }: Visit): string[] {
  const rows = keptRuns(words, levelOf(lesson, kept), kept);
  return [
    words.board.keptRuns,
    ...kept.map((_, at) =>
      words.spoken.keptRun({
        number: at + 1,
        figures: rows.map(({ name, cells }) => ({ name, ...(cells[at] ?? { text: "" }) })),
      }),
    ),
  ];
}
