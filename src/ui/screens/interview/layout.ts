/** The interview: what state and view both must know of its room. */
import { estimateText } from "../../../present/interview.ts";
import { readingCells } from "../../frame/blocks.ts";
import { withCaret } from "../../frame/field.ts";
import { bodyColumns, bodyRows, paragraph, windowStart } from "../../frame/frame.ts";
import { interviewNow, linedSteps } from "../../model/interview.ts";
import type { InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { askedOf, knownLines, readLines, reportParts } from "./told.ts";

/** A row of a page that is only read. */
interface PageRow {
  readonly text: string;
  readonly isTitle: boolean;
}

/** Cells of a line of text. */
export function textCells(columns: number): number {
  return Math.min(readingCells, bodyColumns({ columns }) - 2);
}

/** The lines of a page that is only read, wrapped: of a report the part in focus. */
export function pageRows(state: State, screen: InterviewScreen, columns: number): readonly PageRow[] {
  const cells = textCells(columns);
  const { bundle, report } = screen;
  if (!bundle) return [];
  const part = report && reportParts(state, bundle, report)[screen.at];
  if (!part) return wrapped(readNow(state, screen), cells);
  return [
    ...paragraph(part.head, cells).map((text) => ({ text, isTitle: true })),
    ...wrapped(part.lines, cells),
  ];
}

/** Lines; what stands after a blank one is a title. */
function wrapped(lines: readonly string[], cells: number): PageRow[] {
  return lines.flatMap((line, n) => {
    if (line === "") return [{ text: "", isTitle: false }];
    const isTitle = n > 0 && lines[n - 1] === "";
    return paragraph(line, cells).map((text) => ({ text, isTitle }));
  });
}

function readNow(state: State, screen: InterviewScreen): string[] {
  const now = interviewNow(state, screen);
  return now && screen.bundle ? readLines(state, screen.bundle, now) : [];
}

/** What is known of the case, wrapped. */
export function asideRows(state: State, screen: InterviewScreen, columns: number): string[] {
  const cells = textCells(columns);
  const now = interviewNow(state, screen);
  return now && screen.bundle
    ? knownLines(state, screen.bundle, now).flatMap((line) => paragraph(line, cells))
    : [];
}

/** Rows of what is typed at most where what is known stands below it. */
const typedRowsMax = 4;

/** What is typed, the caret in view. */
export function fieldRows(screen: InterviewScreen, columns: number, room = typedRowsMax): string[] {
  const lines = paragraph(`> ${withCaret(screen.field)}`, textCells(columns));
  const caretAt = Math.max(
    0,
    lines.findIndex((line) => line.includes("▏")),
  );
  const shown = Math.max(1, room);
  const start = windowStart(caretAt, lines.length, shown);
  return lines.slice(start, start + shown);
}

/** Rows above what is known: of a list of figures the one in focus, else what is asked and typed. */
function rowsAbove(state: State, screen: InterviewScreen, columns: number): number {
  const now = interviewNow(state, screen);
  const { bundle } = screen;
  if (!now || !bundle) return 0;
  const rowsOf = (lines: readonly string[], cells = textCells(columns)) =>
    lines.reduce((sum, line) => sum + paragraph(line, cells).length, 0);
  const figure = now.step === "estimate" ? now.about.estimates[screen.at] : undefined;
  if (figure) return rowsOf([estimateText(bundle.texts, figure).ask], textCells(columns) - 2) + 2;
  const typed = fieldRows(screen, columns).length + 1;
  return linedSteps.has(now.step) ? typed : rowsOf(askedOf(state, bundle, now)) + 1 + typed;
}

/** Rows that what is known has. */
export function asideRoom(
  state: State,
  screen: InterviewScreen,
  size: Pick<State["size"], "columns" | "rows">,
): number {
  return Math.max(0, bodyRows(size) - rowsAbove(state, screen, size.columns));
}

/** How far what is known can be scrolled. */
export function asideScrollMax(state: State, screen: InterviewScreen): number {
  const lines = asideRows(state, screen, state.size.columns).length;
  return Math.max(0, lines - asideRoom(state, screen, state.size));
}

/** How far it can be scrolled. */
export function scrollMaxOf(state: State, screen: InterviewScreen): number {
  return Math.max(0, pageRows(state, screen, state.size.columns).length - bodyRows(state.size));
}
