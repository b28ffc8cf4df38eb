/** Every key of the screen underneath, from the same table that the keys obey. */
import { padRight } from "../../../present/cells.ts";
import { bodyRows, drawPage, type Frame } from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import type { State } from "../../model/types.ts";
import { allRows, keyCells, sentenceLines } from "./layout.ts";

export function helpLines(state: State, scroll: number, frame: Frame): string[] {
  const { theme, words } = frame;
  const rows = allRows(state, frame.unicode).flatMap((row) =>
    sentenceLines(row, frame).map(
      (line, n) => `${theme.accent(padRight(n === 0 ? row.keys : "", keyCells))} ${line}`,
    ),
  );
  const start = Math.min(scroll, Math.max(0, rows.length - bodyRows(frame)));
  const below = rows.length - start - bodyRows(frame);
  return drawPage(frame, {
    head: [theme.title(words.help.title), theme.muted(words.help.beside)],
    sub: [theme.muted(words.help.about({ isSaved: state.unsaved === undefined })), ""],
    body: rows.slice(start),
    message: below > 0 ? `${theme.accent("↓")} ${theme.muted(words.help.more(below))}` : "",
    keys: offered(state, frame),
  });
}
