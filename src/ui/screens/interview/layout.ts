/** The interview: what state and view both must know of its room. */
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, bodyRows, paragraph } from "../../frame/frame.ts";
import { interviewNow } from "../../model/interview.ts";
import type { InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { readLines, reportTold } from "./told.ts";

/** The lines of a page that is only read, wrapped; what opens it, and what stands after a blank line, are titles. */
export function pageRows(
  state: State,
  screen: InterviewScreen,
  columns: number,
): readonly { readonly text: string; readonly isTitle: boolean }[] {
  const cells = Math.min(readingCells, bodyColumns({ columns }) - 2);
  const told = toldOf(state, screen);
  return told.flatMap((line, n) => {
    const isTitle = screen.report !== undefined && (told[n - 1] ?? "") === "";
    return line === "" ? [{ text: "", isTitle }] : paragraph(line, cells).map((text) => ({ text, isTitle }));
  });
}

function toldOf(state: State, screen: InterviewScreen): string[] {
  const { bundle, report } = screen;
  if (!bundle) return [];
  if (report) return reportTold(state, bundle, report);
  const now = interviewNow(state, screen);
  return now ? readLines(state, bundle, now) : [];
}

/** How far it can be scrolled. */
export function scrollMaxOf(state: State, screen: InterviewScreen): number {
  return Math.max(0, pageRows(state, screen, state.size.columns).length - bodyRows(state.size));
}
