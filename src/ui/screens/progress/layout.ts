/** Progress as a page: what view and state both must know of it. */
import { progressSections } from "../../../present/progress.ts";
import { studyProgress } from "../../../study/progress.ts";
import type { LadderTexts } from "../../../words/contract/ladders.ts";
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, bodyRows, paragraph } from "../../frame/frame.ts";
import { lessonsOf } from "../../model/progress.ts";
import type { State } from "../../model/types.ts";

/** What is told, under titles; what is known comes before the list of levels. */
export function toldOf(state: State, texts: LadderTexts) {
  const lessons = lessonsOf(state.mapRows);
  const found = studyProgress(lessons, texts.ladders, state.save, state.nowMs);
  const [levels, ...known] = progressSections(state.words, texts, lessons, found, undefined);
  return [...known, ...(levels ? [levels] : [])];
}

/** The lines of the page; a title is a line with a mark. */
export function progressRows(
  state: State,
  texts: LadderTexts,
  columns: number,
): readonly { readonly text: string; readonly isTitle: boolean }[] {
  const cells = Math.min(readingCells, bodyColumns({ columns }) - 3);
  return toldOf(state, texts).flatMap(({ title, lines }, n) => [
    ...(n > 0 ? [{ text: "", isTitle: false }] : []),
    { text: title, isTitle: true },
    ...lines.flatMap((line) => paragraph(line, cells).map((text) => ({ text: `  ${text}`, isTitle: false }))),
  ]);
}

/** How far the page can be scrolled. */
export function progressScrollMax(state: State, texts: LadderTexts): number {
  return Math.max(0, progressRows(state, texts, state.size.columns).length - bodyRows(state.size));
}
