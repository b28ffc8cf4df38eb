/** What is read page by page: the briefing before a level, the reference card after it. */

import type { Lesson, LevelProse } from "../../../levels/index.ts";
import { eventsAhead, isOrderSecret, trafficChart } from "../../../present/briefing.ts";
import { money } from "../../../present/figures.ts";
import { showGoal } from "../../../present/indicators-en.ts";
import {
  bodyColumns,
  bodyRows,
  type Canvas,
  columns,
  drawPage,
  heading,
  paragraph,
  type Size,
  starsText,
} from "../../frame/frame.ts";
import { drawPicture } from "../../frame/picture.ts";
import { plainTheme, type Theme } from "../../frame/theme.ts";
import { footer } from "../../keys/footer.ts";
import { progressOf, readDesign } from "../../model/transitions.ts";
import type { Screen, State } from "../../model/types.ts";

type Briefing = Extract<Screen, { readonly kind: "briefing" }>;
type Reference = Extract<Screen, { readonly kind: "reference" }>;

/** Text in lines no wider than an eye likes to follow. */
const readingCells = 84;

/** Something that stays together on a page. */
interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

const kindWords: Readonly<Record<LevelProse["factCards"][number]["kind"], string>> = {
  fun: "By the way",
  correction: "More exactly",
  supplement: "Not in the chapter",
  honesty: "What the game leaves out",
  gloss: "From the Korean notes",
};

/** The lesson as blocks: passages, then figures. */
export function lessonBlocks({ prose }: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  return [
    ...prose.lesson.map(({ title, text }) => ({ title, lines: paragraph(text, width) })),
    ...prose.figures.map(({ title, lines }) => ({ title, lines })),
  ];
}

function cardBlocks({ prose }: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  return [
    ...prose.questions.map(({ question, answer }) => ({ title: question, lines: paragraph(answer, width) })),
    ...prose.cards.map(({ question, answer }) => ({ title: question, lines: paragraph(answer, width) })),
    ...prose.factCards.map(({ kind, text }) => ({ title: kindWords[kind], lines: paragraph(text, width) })),
  ];
}

/** Blocks on as few pages as they need, in order, a free line between them. A block higher than a page is split. */
export function pack(blocks: readonly Block[], rows: number): Block[][] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    const height = heightOf(block);
    if (page.length > 0 && used + 1 + height > rows) {
      pages.push(page);
      page = [];
      used = 0;
    }
    used += (page.length > 0 ? 1 : 0) + height;
    page.push(block);
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

function heightOf(block: Block): number {
  return block.lines.length + 1;
}

/** The first blocks that fit under something else, in order. */
export function fitting(blocks: readonly Block[], rows: number): Block[] {
  const fit: Block[] = [];
  let used = 0;
  for (const block of blocks) {
    used += 1 + heightOf(block);
    if (used > rows) break;
    fit.push(block);
  }
  return fit;
}

function readingPages(screen: Briefing | Reference, size: Size): Block[][] {
  const lesson = screen.kind === "briefing" ? screen.visit.lesson : screen.lesson;
  const cells = bodyColumns(size);
  const rows = bodyRows(size);
  const blocks = lessonBlocks(lesson, cells);
  const under = screen.kind === "briefing" ? underChallenge(lesson, blocks, size).length : 0;
  const pages = pack(blocks.slice(under), rows);
  return screen.kind === "briefing" ? pages : [...pages, ...pack(cardBlocks(lesson, cells), rows)];
}

/** How many pages the screen has at a size, the first one included. */
export function pageCount(screen: Briefing | Reference, size: Size): number {
  return 1 + readingPages(screen, size).length;
}

export function drawBlocks(
  theme: Theme,
  blocks: readonly Block[],
  paint: (line: string) => string = theme.text,
): string[] {
  return blocks.flatMap(({ title, lines }, index) => [
    ...(index > 0 ? [""] : []),
    theme.title(title),
    ...lines.map(paint),
  ]);
}

function titleOf(lesson: Lesson, theme: Theme): string {
  const { number } = lesson.level;
  return `${theme.accent(Number.isInteger(number) ? String(number) : "◆")}  ${theme.title(lesson.prose.title)}`;
}

/** "page 2 of 6" and the way on. */
function pageLine(theme: Theme, page: number, pages: number, about: string): string {
  const way = page + 1 < pages ? `   ${theme.accent("→")} ${theme.muted("reads on")}` : "";
  return theme.muted(`page ${page + 1} of ${pages}  ·  ${about}`) + way;
}

export function briefingLines(state: State, screen: Briefing, canvas: Canvas): string[] {
  const { theme } = canvas;
  const { lesson } = screen.visit;
  const pages = readingPages(screen, canvas);
  const page = Math.min(screen.page, pages.length);
  const blocks = pages[page - 1];
  const stars = progressOf(state.save, lesson.level.id)?.stars ?? 0;
  const about = page === 0 ? "the challenge" : "what the chapter says";
  return drawPage(canvas, {
    head: [
      titleOf(lesson, theme),
      `${theme.money(`budget ${money(lesson.level.budget)} a month`)}   ${theme.money(starsText(stars))}`,
    ],
    sub: [theme.muted(lesson.prose.promise), ""],
    body: blocks ? drawBlocks(theme, blocks) : firstPage(lesson, canvas),
    message: state.message ?? pageLine(theme, page, pages.length + 1, about),
    keys: footer("briefing", { unicode: canvas.unicode }),
  });
}

/** The challenge, and under it as much of the lesson as there is room for. */
function firstPage(lesson: Lesson, canvas: Canvas): string[] {
  const under = underChallenge(lesson, lessonBlocks(lesson, bodyColumns(canvas)), canvas);
  const top = challenge(lesson, canvas);
  return under.length === 0 ? top : [...top, "", ...drawBlocks(canvas.theme, under)];
}

/** What of the lesson stands on the first page. */
function underChallenge(lesson: Lesson, blocks: readonly Block[], size: Size): Block[] {
  const canvas: Canvas = { ...size, theme: plainTheme, still: true, unicode: true };
  return fitting(blocks, bodyRows(size) - challenge(lesson, canvas).length);
}

/** Story, traffic over time, goals. */
function challenge(lesson: Lesson, canvas: Canvas): string[] {
  const { theme } = canvas;
  const { level, prose } = lesson;
  const cells = bodyColumns(canvas);
  const goalCells = cells >= 100 ? 44 : 30;
  const chartCells = cells - goalCells - 3;
  const story = paragraph(prose.story, Math.min(cells, readingCells));
  const chartRows = canvas.rows >= 34 ? 8 : 4;
  const area = trafficChart(lesson, chartCells, chartRows);
  // Events without a time are one paragraph: a list would look like an order.
  const marks = isOrderSecret(lesson)
    ? [
        eventsAhead(lesson)
          .map(({ words }) => words)
          .join(" "),
      ]
    : area.slice(chartRows + 1);
  const chart = [
    heading(theme, "TRAFFIC", `requests a second, ${spanWords(lesson)}`),
    ...area
      .slice(0, chartRows + 1)
      .map((line, index) => (index === chartRows ? theme.muted(line) : theme.user(line))),
    ...marks.flatMap((line) =>
      paragraph(line.trim(), chartCells - 2).map((part, n) =>
        n === 0 ? `${theme.warn("▲")} ${part}` : `  ${part}`,
      ),
    ),
  ];
  const goals = [
    heading(theme, "GOALS", "all of them"),
    ...level.goals.map((goal) => `· ${showGoal(goal)}`),
    `· bill ≤ ${money(level.budget)} a month`,
    "",
    heading(theme, "STARS"),
    ...starRow(theme, "★★ ", prose.stars.two, goalCells),
    ...starRow(theme, "★★★", prose.stars.three, goalCells),
  ];
  const rows = bodyRows(canvas) - story.length - 1;
  return [
    ...story,
    "",
    ...columns(canvas, chart, chartCells, goals, Math.min(rows, Math.max(chart.length, goals.length))),
  ];
}

/** How long the level's time is, in words. */
function spanWords({ level }: Lesson): string {
  const minutes = (level.scenario.ticks * level.scenario.tickSec) / 60;
  return minutes < 120 ? `over ${Math.round(minutes)} minutes` : `over ${Math.round(minutes / 60)} hours`;
}

function starRow(theme: Theme, stars: string, words: string, cells: number): string[] {
  return paragraph(words, cells - 4).map((line, n) => `${n === 0 ? theme.money(stars) : "   "} ${line}`);
}

export function referenceLines(state: State, screen: Reference, canvas: Canvas): string[] {
  const { theme } = canvas;
  const { lesson } = screen;
  const progress = progressOf(state.save, lesson.level.id);
  const pages = readingPages(screen, canvas);
  const page = Math.min(screen.page, pages.length);
  const blocks = pages[page - 1];
  const best = progress?.bestCostPerMonth;
  return drawPage(canvas, {
    head: [
      `${titleOf(lesson, theme)}  ${theme.good("✓ passed")}`,
      `${best === undefined ? "" : theme.money(`your best ${money(best)} a month`)}   ${theme.money(starsText(progress?.stars ?? 0))}`,
    ],
    sub: [theme.muted(lesson.prose.promise), ""],
    body: blocks ? drawBlocks(theme, blocks) : ownDesign(lesson, progress?.bestDesign, canvas),
    message:
      state.message ??
      pageLine(theme, page, pages.length + 1, page === 0 ? "your design" : "the chapter and its cards"),
    keys: footer("reference", { unicode: canvas.unicode }),
  });
}

/** The first page of a reference card: what passed, and what to take home. */
function ownDesign(lesson: Lesson, line: string | undefined, canvas: Canvas): string[] {
  const { theme } = canvas;
  const cells = bodyColumns(canvas);
  const width = Math.min(cells, readingCells);
  const design = readDesign(lesson.level, line);
  const words = [
    heading(theme, "TO TAKE HOME"),
    ...paragraph(lesson.prose.debrief, width),
    "",
    ...paragraph(`"${lesson.prose.sentence.text}"`, width).map(theme.accent),
    theme.muted(lesson.prose.sentence.from),
  ];
  const room = bodyRows(canvas) - words.length - 2;
  if (!design || line === undefined) return words;
  const picture = drawPicture(design, { width: cells, height: Math.min(room, 12) }, canvas);
  return [heading(theme, "YOUR CHEAPEST DESIGN THAT PASSED", line), ...picture, "", ...words];
}
