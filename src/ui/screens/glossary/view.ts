/** The glossary: the words at the left, the one in focus in full at the right. */
import { truncate } from "../../../present/cells.ts";
import { glossaryLines, glossaryWord, searchGlossary } from "../../../present/glossary.ts";
import { readingCells } from "../../frame/blocks.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  paragraph,
  windowStart,
} from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import { lessonsOf } from "../../model/progress.ts";
import type { GlossaryScreen, State } from "../../model/types.ts";

const listCells = 27;

export function glossaryPage(state: State, { typed, at }: GlossaryScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { glossary, mapRows } = state;
  const rows = bodyRows(frame);
  const cells = Math.min(readingCells, bodyColumns(frame) - listCells - 3);
  const found = searchGlossary(glossary, typed);
  const entry = found[at];
  const start = windowStart(at, found.length, rows);
  const list = found
    .slice(start, start + rows)
    .map(({ term }, n) =>
      start + n === at
        ? theme.focus(`▸ ${truncate(term, listCells - 2)}`)
        : `  ${truncate(term, listCells - 2)}`,
    );
  const right = entry
    ? [
        ...paragraph(entry.term, cells).map(theme.title),
        "",
        ...glossaryLines(words, glossaryWord(words, glossary, lessonsOf(mapRows), entry), cells),
      ]
    : paragraph(words.glossary.none(typed), cells).map(theme.warn);
  return drawPage(frame, {
    head: [
      theme.title(words.glossary.title),
      theme.muted(words.glossary.count({ found: found.length, of: glossary.length })),
    ],
    sub: [`${theme.muted(words.glossary.search)} ${theme.focus(`${typed}▏`)}`, ""],
    body: columns(frame, list, listCells, right, rows),
    message: state.message ?? theme.muted(words.glossary.about),
    keys: offered(state, frame),
  });
}
