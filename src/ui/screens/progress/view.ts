/** Progress as a page. */
import { belowMark, bodyRows, drawPage, type Frame } from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import type { ProgressScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { progressRows } from "./layout.ts";

export function progressLines(state: State, { texts, scroll }: ProgressScreen, frame: Frame): string[] {
  const { theme, words, columns } = frame;
  const lines = texts ? progressRows(state, texts, columns) : [];
  const rows = bodyRows(frame);
  const from = Math.max(0, Math.min(scroll, lines.length - rows));
  const rest = lines.length - rows - from;
  return drawPage(frame, {
    head: [theme.title(words.study.title), ""],
    sub: [theme.muted(texts ? texts.progress.about : words.study.loading), ""],
    body: lines.slice(from, from + rows).map(({ text, isTitle }) => ` ${isTitle ? theme.title(text) : text}`),
    message: belowMark(rest, frame),
    keys: offered(state, frame),
  });
}
