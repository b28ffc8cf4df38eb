/** The forced question before the first run. */
import { width } from "../../../present/cells.ts";
import { bodyColumns, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { billText, goalsLine, levelTitle } from "../../frame/header.ts";
import { type Drawn, drawMenu, withMenu } from "../../frame/menu.ts";
import { footer } from "../../keys/footer.ts";
import type { ScreenOf, State } from "../../model/types.ts";

const digits = ["option1", "option2", "option3", "option4"] as const;

/** The screen, and where its menu stands when there is a choice. */
export function drawPrediction(state: State, screen: ScreenOf<"prediction">, frame: Frame): Drawn {
  const { theme, words } = frame;
  const { visit } = screen;
  const { level, prose } = visit.lesson;
  const { prediction } = level;
  const cells = Math.min(76, bodyColumns(frame) - 4);
  const title = levelTitle(visit, frame);
  const isNumber = prediction.kind === "number";
  const options = isNumber ? [] : prediction.options.map((key) => prose.prediction.options[key] ?? key);
  const question = [
    "",
    heading(theme, words.prediction.title, words.prediction.beside),
    "",
    ...paragraph(prose.prediction.question, cells).map(theme.title),
    "",
  ];
  const answer = isNumber
    ? [`${theme.focus(`${screen.typed}▏`)} ${theme.muted(prose.prediction.unit ?? "")}`]
    : drawMenu(options, screen.at, theme);
  const lines = drawPage(frame, {
    head: [title, billText(visit, frame, bodyColumns(frame) - width(title) - 2)],
    sub: [theme.muted(prose.promise), goalsLine(visit, frame, bodyColumns(frame))],
    body: [...question, ...answer].map((line) => `  ${line}`),
    message:
      state.message === undefined
        ? theme.muted(isNumber ? words.prediction.typeNumber : words.prediction.choose)
        : theme.warn(state.message),
    keys: footer(words.keys, "prediction", {
      unicode: frame.unicode,
      hidden: isNumber ? ["up", "down", ...digits, "brief", "help"] : digits.slice(options.length),
    }),
  });
  return isNumber ? { lines } : withMenu(lines, question.length, options.length, screen.at);
}
