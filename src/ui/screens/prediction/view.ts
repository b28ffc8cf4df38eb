/** The forced question before the first run. Its menu is a real one (ink-select-input) when there is a choice. */
import { width } from "../../../present/cells.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { billText, goalsLine, levelTitle } from "../../frame/header.ts";
import { footer } from "../../keys/footer.ts";
import type { ScreenOf, State } from "../../model/types.ts";

/** The screen's lines above the answer, and those below it. */
export function predictionLines(
  state: State,
  screen: ScreenOf<"prediction">,
  frame: Frame,
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const { theme } = frame;
  const { visit } = screen;
  const { level, prose } = visit.lesson;
  const cells = Math.min(76, bodyColumns(frame) - 4);
  const title = levelTitle(visit, theme);
  const isNumber = level.prediction.kind === "number";
  const body = [
    "",
    heading(theme, "BEFORE YOU RUN", "right or wrong costs nothing; guessing first makes it stick"),
    "",
    ...paragraph(prose.prediction.question, cells).map(theme.title),
    "",
  ];
  const answer =
    isNumber && level.prediction.kind === "number"
      ? `${theme.focus(`${screen.typed}▏`)} ${theme.muted(level.prediction.unit)}`
      : "";
  const lines = drawPage(frame, {
    head: [title, billText(visit, theme, bodyColumns(frame) - width(title) - 2)],
    sub: [theme.muted(prose.promise), goalsLine(visit, bodyColumns(frame))],
    body: [...body, answer].map((line) => `  ${line}`),
    message:
      state.message === undefined
        ? theme.muted(isNumber ? "Type a number, then Enter." : "Choose with ↑↓, then Enter.")
        : theme.warn(state.message),
    keys: footer("prediction", {
      unicode: frame.unicode,
      hidden: isNumber ? ["up", "down", "brief", "help"] : [],
    }),
  });
  if (isNumber) return { above: lines, below: [] };
  const options = Object.keys(prose.prediction.options).length;
  const top = 3 + body.length;
  const last = 3 + bodyRows(frame);
  return { above: lines.slice(0, top), below: lines.slice(Math.min(last, top + options)) };
}
