/** What is read page by page: the briefing before a level, its chapter at any time, the reference card after it. */
import type { Lesson } from "../../../levels/index.ts";
import { briefBlocks, drawBlocks } from "../../frame/blocks.ts";
import {
  bodyColumns,
  bodyRows,
  drawPage,
  type Frame,
  firstFitting,
  heading,
  paragraph,
  starsText,
} from "../../frame/frame.ts";
import { lessonTitle } from "../../frame/header.ts";
import { keyed } from "../../frame/keyed.ts";
import { drawPicture, isPictureCut } from "../../frame/picture.ts";
import { offered } from "../../model/offered.ts";
import { readDesign } from "../../model/progress.ts";
import { progressOf } from "../../model/reached.ts";
import type { ScreenOf, State } from "../../model/types.ts";
import {
  challenge,
  hasNumbers,
  isUnderDesign,
  pageOf,
  readingPages,
  rowsAbove,
  takeHome,
  underChallenge,
} from "./layout.ts";

/** "page 2 of 6" and the way on. */
function pageLine({ theme, words: { reading } }: Frame, page: number, pages: number, about: string): string {
  const way = page + 1 < pages ? `   ${keyed(theme, reading.readsOn)}` : "";
  return theme.muted(reading.page({ page: page + 1, pages, about })) + way;
}

export function briefingLines(state: State, screen: ScreenOf<"briefing">, frame: Frame): string[] {
  const { theme, words } = frame;
  const { lesson } = screen.visit;
  const pages = readingPages(screen, frame);
  const page = pageOf(screen, frame);
  const blocks = pages[page - 1];
  const stars = progressOf(state.save, lesson.level.id)?.stars ?? 0;
  const about = page === 0 ? words.reading.challenge : words.reading.whatIsNew;
  return drawPage(frame, {
    head: [
      lessonTitle(lesson, theme),
      `${theme.money(words.reading.budget(lesson.level.budget))}   ${theme.money(starsText(stars))}`,
    ],
    sub: [theme.muted(lesson.prose.promise), ""],
    body: blocks ? drawBlocks(theme, blocks) : firstPage(lesson, frame),
    message: state.message ?? pageLine(frame, page, pages.length + 1, about),
    keys: offered(state, frame),
  });
}

/** The challenge, and under it as much of the brief as there is room for. */
function firstPage(lesson: Lesson, frame: Frame): string[] {
  const under = underChallenge(lesson, briefBlocks(frame.words, lesson, bodyColumns(frame)), frame);
  const top = challenge(lesson, frame);
  return under.length === 0 ? top : [...top, "", ...drawBlocks(frame.theme, under)];
}

/** A level's chapter, at any time. */
export function lessonLines(state: State, screen: ScreenOf<"lesson">, frame: Frame): string[] {
  const { theme, words } = frame;
  const { lesson } = screen;
  const pages = readingPages(screen, frame);
  const page = pageOf(screen, frame);
  return drawPage(frame, {
    head: [lessonTitle(lesson, theme), ""],
    sub: [theme.muted(lesson.prose.promise), ""],
    body: drawBlocks(theme, pages[page] ?? []),
    message:
      state.message ??
      pageLine(
        frame,
        page,
        pages.length,
        hasNumbers(pages[page]) ? words.reading.onNumbers : words.reading.chapter,
      ),
    keys: offered(state, frame),
  });
}

export function referenceLines(state: State, screen: ScreenOf<"reference">, frame: Frame): string[] {
  const { theme, words } = frame;
  const { lesson } = screen;
  const progress = progressOf(state.save, lesson.level.id);
  const pages = readingPages(screen, frame);
  const page = pageOf(screen, frame);
  const blocks = pages[page - 1];
  const best = progress?.bestCostPerMonth;
  return drawPage(frame, {
    head: [
      `${lessonTitle(lesson, theme)}  ${theme.good(words.reading.passed)}`,
      `${best === undefined ? "" : theme.money(words.reading.best(best))}   ${theme.money(starsText(progress?.stars ?? 0))}`,
    ],
    sub: [theme.muted(lesson.prose.promise), ""],
    body: blocks ? drawBlocks(theme, blocks) : ownDesign(lesson, progress?.bestDesign, frame),
    message:
      state.message ??
      pageLine(
        frame,
        page,
        pages.length + 1,
        blocks === undefined
          ? words.reading.yourDesign
          : hasNumbers(blocks)
            ? words.reading.onNumbers
            : words.reading.chapterAndCards,
      ),
    keys: offered(state, frame),
  });
}

/** The first page of a reference card: what passed, and what to take home where that has room below. */
function ownDesign(lesson: Lesson, line: string | undefined, frame: Frame): string[] {
  const { theme, words } = frame;
  const { cheapest } = words.reading;
  const cells = bodyColumns(frame);
  const rows = bodyRows(frame);
  const design = readDesign(lesson.level, line);
  const home = drawBlocks(theme, takeHome(lesson, frame));
  if (!design || line === undefined) return home;
  if (isUnderDesign(lesson, frame)) {
    const picture = drawPicture(design, { width: cells, height: rowsAbove(lesson, frame) }, frame);
    const head = firstFitting([heading(theme, cheapest, line), heading(theme, cheapest)], cells);
    return [head, ...picture, "", ...home];
  }
  // A long line gives way to the picture that shows it.
  const pages = [paragraph(line, cells), []].map((notation) => {
    const head = [heading(theme, cheapest), ...notation.map(theme.muted), ""];
    return [...head, ...drawPicture(design, { width: cells, height: rows - head.length }, frame)];
  });
  return pages.find((page) => !isPictureCut(page)) ?? pages.at(-1)!;
}
