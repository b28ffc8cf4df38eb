/** The page after the last level: the system as it was built, and the course in figures. */
import { ends } from "../../../present/cells.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { drawPicture } from "../../frame/picture.ts";
import { courseTally, ownSystem } from "../../model/course.ts";
import { offered } from "../../model/offered.ts";
import type { State } from "../../model/types.ts";

const gapCells = 4;

export function courseLines(state: State, frame: Frame): string[] {
  const { theme, words } = frame;
  const { course } = words;
  const tally = courseTally(state);
  const cells = bodyColumns(frame);
  const half = Math.floor((cells - gapCells) / 2);
  const figures = course
    .figures(tally)
    .map(([name, figure]) => ends(theme.muted(name), theme.data(figure), half));
  const rows = Array.from(
    { length: Math.ceil(figures.length / 2) },
    (_, row) => `${figures[2 * row]}${" ".repeat(gapCells)}${figures[2 * row + 1] ?? ""}`,
  );
  const closing = paragraph(course.closing, cells);
  const own = ownSystem(state);
  const pictureIn = (height: number) =>
    own ? drawPicture(own.design, { width: cells, height }, frame).slice(0, height) : [];
  // The system itself matters most: air gives way to it first, then the words.
  const texts = [["", ...rows, "", ...closing], [...rows, ...closing], rows].map((below) => {
    const room = bodyRows(frame) - below.length;
    return { below, room, picture: pictureIn(room) };
  });
  const { below, room, picture } =
    texts.find((each) => !each.picture.some((line) => line.includes("…"))) ?? texts.at(-1)!;
  const gap = Math.floor((room - picture.length) / 2);
  const empty = (count: number) => Array.from({ length: count }, () => "");
  return drawPage(frame, {
    head: [heading(theme, course.name), theme.money(`${tally.stars} ★`)],
    sub: [theme.muted(course.about), ""],
    body: [...empty(gap), ...picture, ...empty(room - gap - picture.length), ...below],
    message: state.message,
    keys: offered(state, frame),
  });
}
