/** The forced question before the first run. Its menu is a real one (ink-select-input) when there is a choice. */

import { bodyColumns, bodyRows, type Canvas, drawPage, heading, paragraph } from "../../frame/frame.ts";
import { footer } from "../../keys/footer.ts";
import type { Screen, State } from "../../model/types.ts";
import { billText, goalsLine, levelTitle } from "../board/view.ts";

type Prediction = Extract<Screen, { readonly kind: "prediction" }>;

/** The screen's lines above the answer, and those below it. */
export function predictionLines(
  state: State,
  screen: Prediction,
  canvas: Canvas,
): { readonly above: readonly string[]; readonly below: readonly string[] } {
  const { theme } = canvas;
  const { visit } = screen;
  const { level, prose } = visit.lesson;
  const cells = Math.min(76, bodyColumns(canvas) - 4);
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
  const lines = drawPage(canvas, {
    head: [levelTitle(visit, theme), billText(visit, theme)],
    sub: [theme.muted(prose.promise), goalsLine(visit, bodyColumns(canvas))],
    body: [...body, answer].map((line) => `  ${line}`),
    message:
      state.message === undefined
        ? theme.muted(isNumber ? "Type a number, then Enter." : "Choose with ↑↓, then Enter.")
        : theme.warn(state.message),
    keys: footer("prediction", {
      unicode: canvas.unicode,
      hidden: isNumber ? ["up", "down", "brief", "help"] : [],
    }),
  });
  if (isNumber) return { above: lines, below: [] };
  const options = Object.keys(prose.prediction.options).length;
  const top = 3 + body.length;
  const last = 3 + bodyRows(canvas);
  return { above: lines.slice(0, top), below: lines.slice(Math.min(last, top + options)) };
}
