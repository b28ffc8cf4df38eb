/** The benches: what each asks, and how often it was tried. */
import { benches, triedAt } from "../../../labs/index.ts";
import { padRight } from "../../../present/cells.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, paragraph, windowStart } from "../../frame/frame.ts";
import type { LabsScreen } from "../../model/lab-screens.ts";
import { offered } from "../../model/offered.ts";
import type { State } from "../../model/types.ts";

const titleCells = 28;

export function labsLines(state: State, { at }: LabsScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const labs = words.labScreens;
  const rows = bodyRows(frame);
  const focus = benches[at];
  const about = focus
    ? ["", ...paragraph(labs.benches[focus.name].question, bodyColumns(frame) - 2).map((line) => `  ${line}`)]
    : [];
  const room = rows - about.length;
  const start = windowStart(at, benches.length, room);
  return drawPage(frame, {
    head: [theme.title(labs.title), ""],
    sub: [theme.muted(labs.about), ""],
    body: [
      ...benches.slice(start, start + room).map((bench, n) => {
        const isFocus = start + n === at;
        const made = triedAt(bench, state.save.labs).length;
        const mark = isFocus ? theme.focus("▸ ") : "  ";
        const title = padRight(labs.benches[bench.name].title, titleCells);
        const beside = made === 0 ? labs.never : labs.trials(made);
        return `${mark}${isFocus ? theme.focus(title) : title} ${theme.muted(beside)}`;
      }),
      ...about,
    ],
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });
}
