/** The board: the architecture at the left, the shop at the right, the bill always in sight. */
import { mainGoal } from "../../../game/index.ts";
import { aheadLines, peakOf, trafficChart } from "../../../present/briefing.ts";
import { toldMax } from "../../../present/carry.ts";
import { ends, truncate, width } from "../../../present/cells.ts";
import { budgetWarning, monthly } from "../../../present/forecast.ts";
import { hintsMax, hintsOf } from "../../../present/hints.ts";
import { indicatorName, showResult } from "../../../present/indicators.ts";
import { delta } from "../../../present/offers.ts";
import { whyNotRun } from "../../../present/why-not.ts";
import { savedShare, savings } from "../../../rooms/puzzles/index.ts";
import { formatDesign } from "../../../sim/index.ts";
import { grouped } from "../../../words/figures.ts";
import { briefBlocks, drawBlocks, fitting } from "../../frame/blocks.ts";
import {
  bodyColumns,
  bodyRows,
  columns,
  drawPage,
  type Frame,
  firstFitting,
  heading,
  paragraph,
  starsText,
  windowStart,
} from "../../frame/frame.ts";
import { billText, forecastOf, goalsLine, levelTitle } from "../../frame/header.ts";
import { drawRuns } from "../../frame/kept-runs.ts";
import { keyed } from "../../frame/keyed.ts";
import { lampRow, lampsOn } from "../../frame/lamps.ts";
import { drawPicture, isPictureCut } from "../../frame/picture.ts";
import { resultsLine } from "../../frame/results.ts";
import { carryLine, startOf } from "../../model/carry.ts";
import { designEntries } from "../../model/designs.ts";
import { offered } from "../../model/offered.ts";
import { progressOf } from "../../model/reached.ts";
import type { BoardPanel, ScreenOf, State, Visit } from "../../model/types.ts";
import { drawEstimate } from "./estimate.ts";
import { drawShop } from "./shop.ts";

export function boardLines(state: State, screen: ScreenOf<"board">, frame: Frame): string[] {
  const { theme, words } = frame;
  const { visit, panel } = screen;
  const cells = bodyColumns(frame);
  const shopCells = cells >= 100 ? 38 : 32;
  // What stands side by side needs the page: nothing is bought meanwhile.
  const isWhole = panel?.kind === "runs" && cells < 100;
  const leftCells = isWhole ? cells : cells - shopCells - 3;
  const rows = bodyRows(frame);
  const { isOwn, level } = visit.lesson;
  const stars = isOwn ? "" : starsText(progressOf(state.save, level.id)?.stars ?? 0);
  const left =
    panel?.kind === "estimate"
      ? drawEstimate(visit, panel, leftCells, frame)
      : panel?.kind === "runs"
        ? drawRuns(visit, leftCells, frame)
        : panel
          ? drawDesigns(state, visit, panel, leftCells, rows, frame)
          : withSaving(visit, leftCells, rows, frame);
  const title = levelTitle(visit, frame);
  const { prose } = visit.lesson;
  const goals = goalsNow(visit, frame, cells, rows);
  const why = whyNotRun(words, visit.lesson.level, visit.sitting.design);
  return drawPage(frame, {
    head: [title, `${billText(visit, frame, cells - width(title) - 8)}   ${theme.money(stars)}`],
    sub: [
      lampRow(lampsOn(words, visit), frame, cells - width(goals) - 3) || theme.muted(prose.promise),
      goals,
    ],
    body: isWhole
      ? left
      : columns(frame, left, leftCells, drawRight(visit, panel !== undefined, shopCells, rows, frame), rows),
    message:
      state.message !== undefined ? theme.warn(state.message) : panel ? "" : statusLine(visit, why, frame),
    keys: offered(state, frame),
  });
}

/** The picture; over that of a puzzle of waste, how much of the first bill is saved, as a bar of what is wanted. */
function withSaving(visit: Visit, cells: number, rows: number, frame: Frame): string[] {
  const { room, sitting } = visit;
  const waste = room?.kind === "waste" ? room.waste : room?.kind === "day" ? room.day.waste : undefined;
  if (!waste) return drawLeft(visit, cells, rows, frame);
  const { theme, words } = frame;
  const share = savedShare(waste, sitting.design);
  const isEnough = share >= savings.two;
  const full = Math.max(0, Math.min(barCells, Math.floor((share / savings.two) * barCells)));
  const text = `${"█".repeat(full)}${"░".repeat(barCells - full)} ${words.puzzles.saving({ share, isEnough })}`;
  return [isEnough ? theme.good(text) : theme.warn(text), ...drawLeft(visit, cells, rows - 1, frame)];
}

const barCells = 10;

/** The goals; where the last run has no place of its own, as it left them. */
function goalsNow(visit: Visit, frame: Frame, cells: number, rows: number): string {
  if (rows >= tallFrom || !visit.last?.verdict) return goalsLine(visit, frame, cells);
  const label = `${frame.words.board.lastRunShort} `;
  return (
    frame.theme.muted(label) + resultsLine(visit.last.recording.outcome.goals, frame, cells - width(label))
  );
}

/** The shop, and in a tall terminal the brief under it. */
function drawRight(visit: Visit, isAside: boolean, cells: number, rows: number, frame: Frame): string[] {
  const { theme } = frame;
  const shop = drawShop(visit, isAside, cells, rows, frame);
  // What is new in the shop stands above, in the shop itself.
  const passages = briefBlocks(frame.words, visit.lesson, cells).filter(({ id }) => id !== undefined);
  const blocks = fitting(passages, rows - shop.length - 2);
  if (blocks.length === 0) return shop;
  return [...shop, "", theme.muted("─".repeat(cells)), ...drawBlocks(theme, blocks, theme.muted)];
}

/** What is to do now, in one line. */
function statusLine(visit: Visit, why: string | undefined, frame: Frame): string {
  const { theme, words } = frame;
  const cells = bodyColumns(frame);
  if (why !== undefined) return theme.bad(`✗ ${why}`);
  const { level } = visit.lesson;
  const bill = forecastOf(visit, visit.sitting.design);
  const warning = budgetWarning(words, bill, level.budget);
  if (warning !== undefined) return theme.warn(`! ${warning}`);
  if (visit.last) {
    const changed = formatDesign(visit.sitting.design) !== formatDesign(visit.last.design);
    if (!changed) return theme.muted(words.board.hasBeenRun);
    const cost = bill.perMonth - forecastOf(visit, visit.last.design).perMonth;
    const goal = mainGoal(visit.last.recording.outcome.goals);
    const guess =
      goal && Number.isFinite(goal.value)
        ? visit.expected?.about === "trend"
          ? words.prediction.trend({
              name: indicatorName(words, goal.indicator),
              trend: visit.expected.answer,
            })
          : words.prediction.trendKeys(indicatorName(words, goal.indicator))
        : "";
    const ways = words.board.changed(delta(cost)).map((changed) => keyed(theme, `${changed}   ${guess}`));
    return firstFitting(ways, cells);
  }
  const carry = [toldMax, 1, 0].flatMap((most) => carryLine(words, visit, most) ?? []);
  if (carry.length > 0)
    return firstFitting(
      carry.map((told) => keyed(theme, told)),
      cells,
    );
  if (formatDesign(visit.sitting.design) === formatDesign(startOf(visit)))
    return theme.muted(words.board.atStart);
  return keyed(theme, words.board.ready);
}

/** Bodies of so many rows have room for the last run under the picture; in lower ones it stands above, in a line. */
const tallFrom = 26;

/**
 * The picture, and under it what there is to say. Its room does not depend on that, so that it stays where it is; where
 * hints have no room under it, a smaller one stands above them, or they stand in its place, until they are closed.
 */
function drawLeft(visit: Visit, cells: number, rows: number, frame: Frame): string[] {
  const { lesson, sitting } = visit;
  const isTall = rows >= tallFrom;
  const hints = drawHints(visit, cells, frame);
  const notes = hints.length > 0 ? hints : isTall ? drawLast(visit, cells, frame) : [];
  const room = rows - (isTall ? lesson.level.goals.length + 2 : 0);
  const bill = forecastOf(visit, sitting.design);
  const part = lesson.level.shop[visit.focus]?.part;
  const drawn = (height: number) =>
    drawPicture(
      sitting.design,
      {
        width: cells,
        height,
        usersLine: `${brief(peakOf(lesson))}/s`,
        since: visit.last?.design ?? startOf(visit),
        single: true,
        bill: [...bill.fixed, ...bill.metered],
        ...(part === undefined ? {} : { focus: part }),
      },
      frame,
    ).slice(0, height);
  const whole = drawn(room);
  const beside = rows - notes.length - 1;
  const picture = notes.length === 0 || whole.length <= beside ? whole : drawn(Math.max(0, beside));
  if (picture !== whole && isPictureCut(picture)) return [...notes];
  const free = rows - picture.length;
  const traffic = notes.length === 0 && free >= 9 ? drawTraffic(visit, cells, free - 2, frame) : [];
  const left = free - traffic.length - notes.length;
  const top = Math.min(Math.floor(free / 2), isTall ? 4 : 1, left - 1);
  const gap = Math.max(0, left - top);
  const empty = (count: number) => Array.from({ length: count }, () => "");
  return [...empty(top), ...picture, ...empty(gap), ...traffic, ...notes];
}

function drawHints(visit: Visit, cells: number, { theme, words }: Frame): string[] {
  if (visit.hintsShown === 0) return [];
  const hints = hintsOf(words, visit.lesson, visit.last).slice(0, visit.hintsShown);
  const lines = hints.flatMap((hint, n) =>
    paragraph(hint, cells - 3).map((line, at) => `${at === 0 ? theme.accent(`${n + 1}  `) : "   "}${line}`),
  );
  return [
    heading(
      theme,
      words.board.hints,
      `${words.board.hintsOf({ shown: hints.length, of: hintsMax })}   ${words.board.closeHints}`,
    ),
    ...lines,
  ];
}

/** A rate in few cells: 4,000 or 20k. */
function brief(value: number): string {
  return value < 10_000 ? grouped(value) : `${Math.round(value / 1_000)}k`;
}

/** How the last run went, while the next one is planned. */
function drawLast({ last }: Visit, cells: number, { theme, words }: Frame): string[] {
  if (!last?.verdict) return [];
  const { goals } = last.recording.outcome;
  const rows = goals.map((goal) => {
    const name = `${goal.met ? "✓" : "✗"} ${indicatorName(words, goal.indicator)}`;
    const value = showResult(words, goal);
    const line = ends(name, value, Math.min(cells, 32));
    return goal.met ? theme.good(line) : theme.bad(line);
  });
  return [
    heading(theme, words.board.lastRun, last.verdict.passed ? words.board.passed : words.board.notYet),
    ...rows,
  ];
}

/** What arrives over time: under the picture where there is room for it. */
function drawTraffic({ lesson }: Visit, cells: number, rows: number, { theme, words }: Frame): string[] {
  const chart = trafficChart(words, lesson, cells, 3);
  const head = [heading(theme, words.board.traffic, words.board.requestsPerSec)];
  for (const [index, line] of chart.entries()) head.push(index < 3 ? theme.user(line) : theme.muted(line));
  const ahead = aheadLines(words, lesson, cells).flat();
  return head.length + ahead.length <= rows ? [...head, ...ahead] : head;
}

function drawDesigns(
  state: State,
  visit: Visit,
  panel: BoardPanel,
  cells: number,
  rows: number,
  frame: Frame,
): string[] {
  const { theme, words } = frame;
  if (panel.kind === "naming") {
    const line = formatDesign(visit.sitting.design);
    return [
      heading(theme, words.board.keepTitle),
      "",
      ...paragraph(line, cells).map(theme.data),
      "",
      `${words.board.name}  ${theme.focus(`${panel.text}▏`)}`,
    ];
  }
  const entries = designEntries(state, visit);
  const at = panel.kind === "designs" ? Math.min(panel.at, entries.length - 1) : 0;
  const entry = entries[at];
  const list = entries.map(({ name, design }, index) => {
    const cost = design ? monthly(words, forecastOf(visit, design)) : words.board.notSoldHere;
    const row = ends(`${index === at ? "▸" : " "} ${truncate(name, cells - width(cost) - 3)}`, cost, cells);
    return index === at ? theme.focus(row) : row;
  });
  const room = Math.min(list.length, Math.floor(rows / 2) - 2);
  const start = windowStart(at, list.length, room);
  const picture = entry?.design
    ? drawPicture(
        entry.design,
        { width: cells, height: Math.max(6, rows - room - 3), since: visit.sitting.design },
        frame,
      )
    : [...paragraph(entry?.notation ?? "", cells), "", words.board.removeIt];
  return [
    heading(theme, words.board.designs, words.board.designsBeside),
    ...list.slice(start, start + room),
    "",
    ...picture,
  ];
}
