/** The interview: what state and view both must know of its room. */
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, bodyRows, paragraph } from "../../frame/frame.ts";
import { interviewNow } from "../../model/interview.ts";
import type { InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { knownLines, readLines, reportParts } from "./told.ts";

/** A row of a page that is only read. */
interface PageRow {
  readonly text: string;
  readonly isTitle: boolean;
}

/** The lines of a page that is only read, wrapped: of a report the part in focus. */
export function pageRows(state: State, screen: InterviewScreen, columns: number): readonly PageRow[] {
  const cells = Math.min(readingCells, bodyColumns({ columns }) - 2);
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
  const cells = Math.min(readingCells, bodyColumns({ columns }) - 2);
  const now = interviewNow(state, screen);
  return now && screen.bundle
    ? knownLines(state, screen.bundle, now).flatMap((line) => paragraph(line, cells))
    : [];
}

/** So many rows of what is known are there to see at least, beside a line of notation. */
const asideRowsMin = 10;

/** How far what is known can be scrolled. */
export function asideScrollMax(state: State, screen: InterviewScreen): number {
  return Math.max(0, asideRows(state, screen, state.size.columns).length - asideRowsMin);
}

/** How far it can be scrolled. */
export function scrollMaxOf(state: State, screen: InterviewScreen): number {
  return Math.max(0, pageRows(state, screen, state.size.columns).length - bodyRows(state.size));
}
