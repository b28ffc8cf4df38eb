/** What lies over a screen: every key of it, from the same table that the keys obey, or the whole of it as text. */
import { padRight } from "../../../present/cells.ts";
import { belowMark, bodyRows, drawPage, type Frame } from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import type { State } from "../../model/types.ts";
import { allRows, keyCells, sentenceLines, textInLines } from "./layout.ts";

export function helpLines(
  state: State,
  { scroll, text, isCard }: NonNullable<State["help"]>,
  frame: Frame,
): string[] {
  const { theme, words } = frame;
  const { title, beside, about, inFull, inFullBeside } = words.help;
  const rows = text ? textInLines(text, frame) : keyLines(state, frame);
  const start = Math.min(scroll, Math.max(0, rows.length - bodyRows(frame)));
  const below = rows.length - start - bodyRows(frame);
  return drawPage(frame, {
    head: isCard
      ? [theme.title(words.share.cardTitle), theme.muted(words.share.copyIt)]
      : [theme.title(text ? inFull : title), theme.muted(text ? inFullBeside : beside)],
    sub: [text ? "" : theme.muted(about({ isSaved: state.unsaved === undefined })), ""],
    body: rows.slice(start, start + bodyRows(frame)),
    message: belowMark(below, frame),
    keys: offered(state, frame),
  });
}

function keyLines(state: State, frame: Frame): string[] {
  return allRows(state, frame.unicode).flatMap((row) =>
    sentenceLines(row, frame).map(
      (line, n) => `${frame.theme.accent(padRight(n === 0 ? row.keys : "", keyCells))} ${line}`,
    ),
  );
}
