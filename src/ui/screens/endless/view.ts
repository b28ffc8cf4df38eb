/** Endless growth: a row for each day, and what gave way first. */
import { enduranceTable } from "../../../present/endless.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { drawMenu } from "../../frame/menu.ts";
import { offered } from "../../model/offered.ts";
import type { EndlessScreen, State } from "../../model/types.ts";
import { enduranceSentences, wearableNames } from "./spoken.ts";

export function endlessLines(state: State, screen: EndlessScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { lesson, days } = screen;
  const cells = bodyColumns(frame);
  const below = [
    "",
    ...enduranceSentences(state, screen).flatMap((line) => paragraph(line, cells)),
    ...drawMenu(wearableNames(state, screen), screen.at, theme),
  ];
  const [heads = "", ...rows] = enduranceTable(words, lesson.prose.events, screen.design, days, true);
  const room = bodyRows(frame) - below.length - 1;
  // The newest days stay in view.
  const shown = rows.slice(-room).map((row, n, all) => {
    const day = days[days.length - all.length + n];
    return day?.passed ? theme.good(row) : theme.bad(row);
  });
  return drawPage(frame, {
    head: [heading(theme, words.endless.name), ""],
    sub: [theme.muted(words.endless.about), ""],
    body: [theme.muted(heads), ...shown, ...below],
    message: state.message,
    keys: offered(state, frame),
  });
}
