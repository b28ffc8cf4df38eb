/** The door to interviews: the one that is not over, the terms of a new one, the reports. */
import { padRight } from "../../../present/cells.ts";
import { bodyRows, drawPage, type Frame, windowStart } from "../../frame/frame.ts";
import { offered } from "../../model/offered.ts";
import type { InterviewsScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { type ToldRow, toldRows } from "./told.ts";

const nameCells = 10;

export function interviewsLines(state: State, screen: InterviewsScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { bundle, at } = screen;
  const rows = bundle ? toldRows(state, screen, bundle) : [];
  const lines = rows.flatMap((row, n) => {
    const line = rowOf(row, n === at);
    return opensGroup(row, rows[n - 1]) ? ["", line] : [line];
  });
  const start = windowStart(at, lines.length, bodyRows(frame));
  return drawPage(frame, {
    head: [theme.title(words.study.title), ""],
    sub: [theme.muted(bundle ? bundle.texts.screen.door.about : words.study.loading), ""],
    body: lines.slice(start),
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });

  function rowOf({ name, chosen }: ToldRow, isFocus: boolean): string {
    const paint = isFocus ? theme.focus : theme.text;
    const mark = isFocus ? theme.focus("▸ ") : "  ";
    return chosen === undefined
      ? `${mark}${paint(name)}`
      : `${mark}${paint(padRight(name, nameCells))} ${theme.muted("‹")} ${paint(chosen)} ${theme.muted("›")}`;
  }
}

function opensGroup({ kind }: ToldRow, before: ToldRow | undefined): boolean {
  return kind === "begin" || (kind === "report" ? before?.kind !== "report" : kind === "level" && !!before);
}
