/** What stands on which page of a briefing or a reference card. */
import type { Lesson } from "../../../levels/index.ts";
import { eventsAhead, isOrderSecret, trafficChart } from "../../../present/briefing.ts";
import { showGoal } from "../../../present/indicators.ts";
import type { Words } from "../../../words/index.ts";
import { type Block, fitting, lessonBlocks, pack, readingCells } from "../../frame/blocks.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  type Frame,
  heading,
  paragraph,
  type Size,
} from "../../frame/frame.ts";
import { plainTheme, type Theme } from "../../frame/theme.ts";
import type { ScreenOf } from "../../model/types.ts";

function cardBlocks({ reading }: Words, { prose }: Lesson, cells: number): Block[] {
  const width = Math.min(cells, readingCells);
  return [
    ...prose.questions.map(({ question, answer }) => ({ title: question, lines: paragraph(answer, width) })),
    ...prose.cards.map(({ question, answer }) => ({ title: question, lines: paragraph(answer, width) })),
    ...prose.factCards.map(({ kind, text }) => ({
      title: reading.cards[kind],
      lines: paragraph(text, width),
    })),
  ];
}

export function readingPages(screen: ScreenOf<"briefing"> | ScreenOf<"reference">, size: Size): Block[][] {
  const lesson = screen.kind === "briefing" ? screen.visit.lesson : screen.lesson;
  const cells = bodyColumns(size);
  const rows = bodyRows(size);
  const blocks = lessonBlocks(lesson, cells);
  const under = screen.kind === "briefing" ? underChallenge(lesson, blocks, size).length : 0;
  const pages = pack(blocks.slice(under), rows);
  return screen.kind === "briefing"
    ? pages
    : [...pages, ...pack(cardBlocks(size.words, lesson, cells), rows)];
}

/** How many pages the screen has at a size, the first one included. */
export function pageCount(screen: ScreenOf<"briefing"> | ScreenOf<"reference">, size: Size): number {
  return 1 + readingPages(screen, size).length;
}

/** What of the lesson stands on the first page. */
export function underChallenge(lesson: Lesson, blocks: readonly Block[], size: Size): Block[] {
  const frame: Frame = { ...size, theme: plainTheme, still: true, unicode: true };
  return fitting(blocks, bodyRows(size) - challenge(lesson, frame).length);
}

/** Story, traffic over time, goals. */
export function challenge(lesson: Lesson, frame: Frame): string[] {
  const { theme, words } = frame;
  const { level, prose } = lesson;
  const cells = bodyColumns(frame);
  const goalCells = cells >= 100 ? 44 : 30;
  const chartCells = cells - goalCells - 3;
  const story = paragraph(prose.story, Math.min(cells, readingCells));
  const chartRows = frame.rows >= 34 ? 8 : 4;
  const area = trafficChart(lesson, chartCells, chartRows);
  // Events without a time are one paragraph: a list would look like an order.
  const marks = isOrderSecret(lesson)
    ? [
        eventsAhead(lesson)
          .map((event) => event.words)
          .join(" "),
      ]
    : area.slice(chartRows + 1);
  const chart = [
    heading(theme, words.reading.traffic, spanWords(words, lesson)),
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
    heading(theme, words.reading.goals, words.reading.allOfThem),
    ...level.goals.map((goal) => `· ${showGoal(frame.words, goal)}`),
    `· ${frame.words.indicators.billGoal(level.budget)}`,
    "",
    heading(theme, words.reading.stars),
    ...starRow(theme, "★★ ", prose.stars.two, goalCells),
    ...starRow(theme, "★★★", prose.stars.three, goalCells),
  ];
  const rows = bodyRows(frame) - story.length - 1;
  return [
    ...story,
    "",
    ...columns(frame, chart, chartCells, goals, Math.min(rows, Math.max(chart.length, goals.length))),
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
