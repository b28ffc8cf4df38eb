/** What stands on which page of a briefing or a reference card. */
import type { Lesson } from "../../../levels/index.ts";
import { aheadLines, trafficChart } from "../../../present/briefing.ts";
import { showGoal } from "../../../present/indicators.ts";
import type { Words } from "../../../words/index.ts";
import {
  type Block,
  blockOf,
  briefBlocks,
  chapterBlocks,
  fitting,
  numberBlocks,
  numbersId,
  pack,
  readingCells,
} from "../../frame/blocks.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  type Frame,
  firstFitting,
  heading,
  paragraph,
  type Size,
} from "../../frame/frame.ts";
import { drawPicture, isPictureCut } from "../../frame/picture.ts";
import { plainTheme, type Theme } from "../../frame/theme.ts";
import type { ScreenOf } from "../../model/types.ts";

function cardBlocks({ reading }: Words, { prose }: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  return [
    ...[...prose.questions, ...prose.cards].map(({ question, answer }) => blockOf(question, answer, width)),
    ...prose.factCards.map(({ kind, text }) => blockOf(reading.cards[kind], text, width)),
  ];
}

/** The screens of pages. */
export type ReadingScreen = ScreenOf<"briefing"> | ScreenOf<"reference"> | ScreenOf<"lesson">;

/** The pages of blocks; a briefing and a reference card have a first page of their own before them. */
export function readingPages(screen: ReadingScreen, size: Size): Block[][] {
  const cells = bodyColumns(size);
  const rows = bodyRows(size);
  if (screen.kind === "lesson" || screen.kind === "reference") {
    const { lesson } = screen;
    const isApart = screen.kind === "reference" && !isUnderDesign(lesson, size);
    const told = [
      ...pack([...(isApart ? takeHome(lesson, size) : []), ...chapterBlocks(lesson, cells)], rows),
      ...pack(numberBlocks(size.words, lesson, cells), rows),
    ];
    if (screen.kind === "lesson") return told;
    return [...told, ...pack(cardBlocks(size.words, lesson, cells), rows)];
  }
  const { lesson } = screen.visit;
  const blocks = briefBlocks(size.words, lesson, cells);
  return pack(blocks.slice(underChallenge(lesson, blocks, size).length), rows);
}

/** What to take home from a level, and the sentence of the chapter that it stands on. */
export function takeHome({ prose }: Lesson, size: Size): Block[] {
  const { reading } = size.words;
  const cells = Math.min(bodyColumns(size), readingCells);
  const { text, from } = prose.sentence;
  return [
    blockOf(reading.takeHome, prose.debrief, cells),
    { title: [], lines: [...paragraph(reading.quote(text), cells), from] },
  ];
}

/** Rows of a picture on a card, where there is more room than it needs. */
const pictureRows = 12;

/** Rows that a design has on its card, above what to take home. */
export function rowsAbove(lesson: Lesson, size: Size): number {
  const below = takeHome(lesson, size).reduce(
    (sum, { title, lines }) => sum + title.length + lines.length + 1,
    0,
  );
  return Math.min(pictureRows, bodyRows(size) - 1 - below);
}

/** Whether what to take home stands under the design: one like the lesson's is not cut there. */
export function isUnderDesign(lesson: Lesson, size: Size): boolean {
  const room = { width: bodyColumns(size), height: rowsAbove(lesson, size) };
  const lines = drawPicture(lesson.level.lesson, room, { theme: plainTheme, words: size.words });
  return !isPictureCut(lines);
}

/** Whether a page holds numbers to say aloud. */
export function hasNumbers(page: readonly Block[] | undefined): boolean {
  return page?.some(({ id }) => id === numbersId) ?? false;
}

/** How many pages the screen has at a size, the first one included. */
export function pageCount(screen: ReadingScreen, size: Size): number {
  return (screen.kind === "lesson" ? 0 : 1) + readingPages(screen, size).length;
}

/** The page on view. */
export function pageOf(screen: ReadingScreen, size: Size): number {
  if (screen.kind !== "lesson" || screen.page !== undefined)
    return Math.min(screen.page ?? 0, pageCount(screen, size) - 1);
  const at = readingPages(screen, size).findIndex((page) => page.some(({ id }) => id === screen.at));
  return Math.max(0, at);
}

/** What of the brief stands on the first page. */
export function underChallenge(lesson: Lesson, blocks: readonly Block[], size: Size): Block[] {
  const frame: Frame = { ...size, theme: plainTheme, still: true, unicode: true };
  return fitting(blocks, bodyRows(size) - challenge(lesson, frame).length);
}

/** Cells that goals and stars may take in a narrow screen and in a wide one: as few as hold them in their rows. */
const goalCells = { usual: [30, 34, 38, 42], wide: [44] } as const;
const wideFrom = 100;

/** Story, traffic over time, goals. */
export function challenge(lesson: Lesson, frame: Frame): string[] {
  const cells = bodyColumns(frame);
  const story = paragraph(lesson.prose.story, Math.min(cells, readingCells));
  const rows = bodyRows(frame) - story.length - 1;
  const ways = goalCells[cells >= wideFrom ? "wide" : "usual"].flatMap((each) => {
    const chartCells = cells - each - 3;
    const chart = drawTraffic(lesson, chartCells, frame);
    return [false, true].map((isTight) => ({
      chartCells,
      chart,
      goals: drawGoals(lesson, each, isTight, frame),
    }));
  });
  const heightOf = ({ chart, goals }: (typeof ways)[number]) => Math.max(chart.length, goals.length);
  const least = ways.reduce((best, way) => (heightOf(way) < heightOf(best) ? way : best));
  const way = ways.find((each) => heightOf(each) <= rows) ?? least;
  const height = Math.min(rows, heightOf(way));
  return [...story, "", ...columns(frame, way.chart, way.chartCells, way.goals, height)];
}

function drawTraffic(lesson: Lesson, cells: number, frame: Frame): string[] {
  const { theme, words } = frame;
  const rows = frame.rows >= 34 ? 8 : 4;
  return [
    firstFitting(
      [
        heading(theme, words.reading.traffic, spanWords(words, lesson)),
        heading(theme, words.reading.traffic),
      ],
      cells,
    ),
    ...trafficChart(words, lesson, cells, rows).map((line, index) =>
      index === rows ? theme.muted(line) : theme.user(line),
    ),
    ...aheadLines(words, lesson, cells - 2).flatMap((lines) =>
      lines.map((line, n) => (n === 0 ? `${theme.warn("▲")} ${line}` : `  ${line}`)),
    ),
  ];
}

function drawGoals({ level, prose }: Lesson, cells: number, isTight: boolean, frame: Frame): string[] {
  const { theme, words } = frame;
  return [
    heading(theme, words.reading.goals, words.reading.allOfThem),
    ...level.goals.map((goal) => `· ${showGoal(words, goal)}`),
    `· ${words.indicators.billGoal(level.budget)}`,
    ...(isTight ? [] : [""]),
    heading(theme, words.reading.stars),
    ...starRow(theme, "★★ ", prose.stars.two, cells),
    ...starRow(theme, "★★★", prose.stars.three, cells),
  ];
}

/** How long the level's time is, in words. */
function spanWords({ reading }: Words, { level }: Lesson): string {
  const minutes = (level.scenario.ticks * level.scenario.tickSec) / 60;
  return minutes < 120
    ? reading.overMinutes(Math.round(minutes))
    : reading.overHours(Math.round(minutes / 60));
}

function starRow(theme: Theme, stars: string, words: string, cells: number): string[] {
  return paragraph(words, cells - 4).map((line, n) => `${n === 0 ? theme.money(stars) : "   "} ${line}`);
}
