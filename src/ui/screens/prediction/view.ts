/** The question before a run. */
import { askedOf } from "../../../present/answers.ts";
import { width } from "../../../present/cells.ts";
import { bodyColumns, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { billText, goalsLine, levelTitle } from "../../frame/header.ts";
import { type Drawn, drawMenu, withMenu } from "../../frame/menu.ts";
import { offered } from "../../model/offered.ts";
import { calibration } from "../../model/progress.ts";
import type { ScreenOf, State } from "../../model/types.ts";

/** The screen, and where its menu stands when there is a choice. */
export function drawPrediction(state: State, screen: ScreenOf<"prediction">, frame: Frame): Drawn {
  const { theme, words } = frame;
  const { visit } = screen;
  const cells = Math.min(76, bodyColumns(frame) - 4);
  const title = levelTitle(visit, frame);
  const { question, options, unit } = askedOf(words, visit.lesson, screen.about);
  const isNumber = unit !== undefined;
  const known = calibration(state.save);
  const asked = [
    "",
    heading(theme, words.prediction.title, words.prediction.beside),
    "",
    ...paragraph(question, cells).map(theme.title),
    "",
  ];
  const answer = isNumber
    ? [`${theme.focus(`${screen.typed}▏`)} ${theme.muted(unit)}`]
    : drawMenu(
        options.map(({ text }) => text),
        screen.at,
        theme,
      );
  const score = known.of > 0 ? ["", theme.muted(words.prediction.calibration(known))] : [];
  const lines = drawPage(frame, {
    head: [title, billText(visit, frame, bodyColumns(frame) - width(title) - 2)],
    sub: [theme.muted(visit.lesson.prose.promise), goalsLine(visit, frame, bodyColumns(frame))],
    body: [...asked, ...answer, ...score].map((line) => `  ${line}`),
    message:
      state.message === undefined
        ? theme.muted(isNumber ? words.prediction.typeNumber : words.prediction.choose)
        : theme.warn(state.message),
    keys: offered(state, frame),
  });
  return isNumber ? { lines } : withMenu(lines, asked.length, options.length, screen.at);
}
