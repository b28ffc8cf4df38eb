/** The board: the architecture at the left, the shop at the right, the bill always in sight. */
import { compareEstimate, estimate } from "../../../game/index.ts";
import { peakOf, trafficChart, trafficOf } from "../../../present/briefing.ts";
import { ends, padRight, truncate } from "../../../present/cells.ts";
import { grouped, money } from "../../../present/figures.ts";
import { indicatorName, showGoal, showResult } from "../../../present/indicators-en.ts";
import { fixedCostPerMonth, formatDesign } from "../../../sim/index.ts";
import {
  bodyColumns,
  bodyRows,
  type Canvas,
  columns,
  drawPage,
  firstFitting,
  heading,
  paragraph,
  starsText,
  windowStart,
} from "../../frame/frame.ts";
import { drawPicture } from "../../frame/picture.ts";
import type { Theme } from "../../frame/theme.ts";
import { footer } from "../../keys/footer.ts";
import { progressOf } from "../../model/transitions.ts";
import type { BoardPanel, EstimateField, Screen, State, Visit } from "../../model/types.ts";
import { drawBlocks, fitting, lessonBlocks } from "../reading/view.ts";
import { delta, drawShop } from "./shop.ts";
import { designEntries, estimateFields, whyNotRun } from "./state.ts";

type Board = Extract<Screen, { readonly kind: "board" }>;

/** Where the player is and what it may cost: the same on board, prediction, run and debrief. */
export function levelTitle(visit: Visit, theme: Theme): string {
  const { number } = visit.lesson.level;
  const name = `${theme.accent(Number.isInteger(number) ? String(number) : "◆")}  ${theme.title(visit.lesson.prose.title)}`;
  return visit.practice ? `${name}  ${theme.warn("practice: no stars")}` : name;
}

/** The goals in short, for the line under the title, as wide as there is room. */
export function goalsLine(visit: Visit, cells: number): string {
  const goals = visit.lesson.level.goals.map(showGoal);
  const brief = goals.map((goal) =>
    goal.replace("availability", "up").replaceAll(" %", "%").replace(" ms", ""),
  );
  return firstFitting([goals.join("   "), goals.join("  "), brief.join("  ")], cells);
}

/** The bill against the budget. */
export function billText(visit: Visit, theme: Theme): string {
  const cost = fixedCostPerMonth(visit.sitting.design);
  const { budget } = visit.lesson.level;
  const text = `bill ${money(cost)} of ${money(budget)}`;
  return cost > budget ? theme.bad(`✗ ${text}`) : theme.money(text);
}

export function boardLines(state: State, screen: Board, canvas: Canvas): string[] {
  const { theme } = canvas;
  const { visit, panel } = screen;
  const cells = bodyColumns(canvas);
  const shopCells = cells >= 100 ? 38 : 32;
  const leftCells = cells - shopCells - 3;
  const rows = bodyRows(canvas);
  const stars = progressOf(state.save, visit.lesson.level.id)?.stars ?? 0;
  const left =
    panel?.kind === "estimate"
      ? drawEstimate(visit, panel, leftCells, theme)
      : panel
        ? drawDesigns(state, visit, panel, leftCells, rows, canvas)
        : drawLeft(visit, leftCells, rows, canvas);
  const why = whyNotRun(visit);
  const context = panel === undefined ? "board" : panel.kind === "naming" ? "typing" : panel.kind;
  return drawPage(canvas, {
    head: [levelTitle(visit, theme), `${billText(visit, theme)}   ${theme.money(starsText(stars))}`],
    sub: [theme.muted(visit.lesson.prose.promise), goalsLine(visit, cells)],
    body: columns(canvas, left, leftCells, drawRight(visit, shopCells, rows, theme), rows),
    message: state.message !== undefined ? theme.warn(state.message) : standingLine(visit, why, theme),
    keys: footer(context, { unicode: canvas.unicode, disabled: why === undefined ? {} : { confirm: why } }),
  });
}

/** The shop, and in a tall terminal the lesson under it. */
function drawRight(visit: Visit, cells: number, rows: number, theme: Theme): string[] {
  const shop = drawShop(visit, cells, rows, theme);
  // The last passages say what to decide; the first ones what the words mean.
  const passages = lessonBlocks(visit.lesson, cells).slice(0, visit.lesson.prose.lesson.length);
  const blocks = fitting(passages.reverse(), rows - shop.length - 2).reverse();
  if (blocks.length === 0) return shop;
  return [...shop, "", theme.muted("─".repeat(cells)), ...drawBlocks(theme, blocks, theme.muted)];
}

/** What is to do now, in one line. */
function standingLine(visit: Visit, why: string | undefined, theme: Theme): string {
  if (why !== undefined) return theme.bad(`✗ ${why}`);
  const { level } = visit.lesson;
  if (visit.last) {
    const changed = formatDesign(visit.sitting.design) !== formatDesign(visit.last.design);
    if (!changed)
      return theme.muted("This design has been run. Change something, or Enter to watch it again.");
    const cost = fixedCostPerMonth(visit.sitting.design) - fixedCostPerMonth(visit.last.design);
    return `${theme.muted("changed since the last run:")} ${theme.money(delta(cost))}   ${theme.accent("Enter")} runs it`;
  }
  if (formatDesign(visit.sitting.design) === formatDesign(level.start))
    return theme.muted("Choose an offer with ↑↓, change it with ←→. Then Enter shows whether it holds.");
  return `${theme.accent("Enter")} ${theme.muted("shows whether it holds. Nothing is lost by trying.")}`;
}

function drawLeft(visit: Visit, cells: number, rows: number, canvas: Canvas): string[] {
  const { lesson, sitting } = visit;
  const hints = drawHints(visit, cells, canvas.theme);
  const notes = hints.length > 0 ? hints : drawLast(visit, cells, canvas.theme);
  const room = rows - (notes.length > 0 ? notes.length + 1 : 0);
  const picture = drawPicture(
    sitting.design,
    {
      width: cells,
      height: Math.max(6, room),
      usersLine: `${brief(peakOf(lesson.level.scenario))}/s`,
      since: visit.last?.design ?? lesson.level.start,
      single: true,
      prices: true,
      ...focusOf(visit),
    },
    canvas,
  ).slice(0, room);
  const free = room - picture.length;
  const traffic =
    (notes.length === 0 && free >= 9) || free >= 16 ? drawTraffic(visit, cells, free - 2, canvas) : [];
  const gap = Math.max(0, free - traffic.length);
  const top = Math.min(Math.floor(gap / 2), rows > 24 ? 4 : 1);
  const empty = (count: number) => Array.from({ length: count }, () => "");
  return [
    ...empty(top),
    ...picture,
    ...empty(gap - top),
    ...traffic,
    ...(notes.length > 0 ? ["", ...notes] : []),
  ];
}

function drawHints(visit: Visit, cells: number, theme: Theme): string[] {
  const hints = visit.lesson.prose.hints.slice(0, visit.hintsShown);
  if (hints.length === 0) return [];
  const words = hints.flatMap((hint, n) =>
    paragraph(hint, cells - 3).map((line, at) => `${at === 0 ? theme.accent(`${n + 1}  `) : "   "}${line}`),
  );
  return [heading(theme, "HINTS", `${hints.length} of 3`), ...words];
}

/** A rate in few cells: 4,000 or 20k. */
function brief(value: number): string {
  return value < 10_000 ? grouped(value) : `${Math.round(value / 1_000)}k`;
}

/** How the last run went, while the next one is planned. */
function drawLast({ last }: Visit, cells: number, theme: Theme): string[] {
  if (!last?.verdict) return [];
  const { goals } = last.recording.outcome;
  const rows = goals.map((goal) => {
    const name = `${goal.met ? "✓" : "✗"} ${indicatorName(goal.indicator)}`;
    const value = showResult(goal);
    const line = ends(name, value, Math.min(cells, 32));
    return goal.met ? theme.good(line) : theme.bad(line);
  });
  return [heading(theme, "LAST RUN", last.verdict.passed ? "passed" : "not yet"), ...rows];
}

/** What arrives over time: under the picture where there is room for it. */
function drawTraffic({ lesson }: Visit, cells: number, rows: number, { theme }: Canvas): string[] {
  const chart = trafficChart(lesson, cells, 3);
  const lines = [heading(theme, "TRAFFIC", "requests a second")];
  for (const [index, line] of chart.entries()) {
    if (index < 3) lines.push(theme.user(line));
    else if (index === 3) lines.push(theme.muted(line));
    else {
      const [first = "", ...rest] = paragraph(line.trim(), cells - 7);
      lines.push(first, ...rest.map((more) => `       ${more}`));
    }
  }
  return lines.length <= rows ? lines : lines.slice(0, 5);
}

/** The part of the picture that the offer in focus changes: "@korea.web.count" is of "web@korea". */
function focusOf(visit: Visit): { readonly focus?: string } {
  const id = visit.lesson.level.shop[visit.focus]?.id ?? "";
  const [, region, part] = /^(?:@([a-z]+)\.)?([a-z]+)\./.exec(id) ?? [];
  if (part === undefined) return {};
  const named = id.startsWith("db.replica") ? "replicas" : part;
  return { focus: region === undefined ? named : `${named}@${region}` };
}

function drawDesigns(
  state: State,
  visit: Visit,
  panel: BoardPanel,
  cells: number,
  rows: number,
  canvas: Canvas,
): string[] {
  const { theme } = canvas;
  if (panel.kind === "naming") {
    const line = formatDesign(visit.sitting.design);
    return [
      heading(theme, "KEEP THIS DESIGN"),
      "",
      ...paragraph(line, cells).map(theme.data),
      "",
      `name  ${theme.focus(`${panel.text}▏`)}`,
    ];
  }
  const entries = designEntries(state, visit);
  const at = panel.kind === "designs" ? Math.min(panel.at, entries.length - 1) : 0;
  const entry = entries[at];
  const list = entries.map(({ name, design }, index) => {
    const cost = money(fixedCostPerMonth(design));
    const row = ends(`${index === at ? "▸" : " "} ${truncate(name, cells - 12)}`, cost, cells);
    return index === at ? theme.focus(row) : row;
  });
  const room = Math.min(list.length, Math.floor(rows / 2) - 2);
  const start = windowStart(at, list.length, room);
  const picture = entry
    ? drawPicture(
        entry.design,
        { width: cells, height: Math.max(6, rows - room - 3), since: visit.sitting.design },
        canvas,
      )
    : [];
  return [
    heading(theme, "DESIGNS", "kept for this level"),
    ...list.slice(start, start + room),
    "",
    ...picture,
  ];
}

const fieldWords: Readonly<Record<EstimateField, readonly [string, string]>> = {
  users: ["daily users", ""],
  requests: ["requests a user a day", ""],
  peak: ["peak, × the mean", ""],
  workMs: ["work of a request", "ms"],
  objects: ["objects to keep", ""],
  objectKb: ["size of one", "KB"],
};

function drawEstimate(
  visit: Visit,
  panel: Extract<BoardPanel, { kind: "estimate" }>,
  cells: number,
  theme: Theme,
): string[] {
  const value = (field: EstimateField) => {
    const number = Number.parseFloat(panel.typed[field]);
    return Number.isFinite(number) && number > 0 ? number : undefined;
  };
  const [dailyUsers, requestsPerUserDaily, peakFactor, workMs, objects, objectKb] = estimateFields.map(value);
  const found = estimate({
    ...(dailyUsers === undefined ? {} : { dailyUsers }),
    ...(requestsPerUserDaily === undefined ? {} : { requestsPerUserDaily }),
    ...(peakFactor === undefined ? {} : { peakFactor }),
    ...(workMs === undefined ? {} : { workMs }),
    ...(objects === undefined ? {} : { objects }),
    ...(objectKb === undefined ? {} : { objectKb }),
  });
  const rates = trafficOf(visit.lesson.level.scenario);
  const usual = [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] as number;
  const peak = peakOf(visit.lesson.level.scenario);
  const fields = estimateFields.map((field, at) => {
    const [name, unit] = fieldWords[field];
    const isFocus = at === panel.at;
    const typed = panel.typed[field] === "" && !isFocus ? theme.muted("–") : panel.typed[field];
    const line = `${isFocus ? "▸" : " "} ${padRight(name, 22)}${isFocus ? `${typed}▏` : typed} ${theme.muted(unit)}`;
    return isFocus ? theme.focus(line) : line;
  });
  const result = (name: string, text: string | undefined, check = "") =>
    `  ${padRight(name, 22)}${text === undefined ? theme.muted("?") : theme.title(text)}${check === "" ? "" : `  ${check}`}`;
  const against = (mine: number | undefined, truth: number) => {
    if (mine === undefined) return "";
    const how = compareEstimate(mine, truth);
    return how === "close" ? theme.good("✓ fits") : theme.warn(`too ${how}`);
  };
  return [
    heading(theme, "ESTIMATE", "type numbers; the pad multiplies"),
    ...fields,
    "",
    result("requests a second", figure(found.meanPerSec), against(found.meanPerSec, usual)),
    result("at the peak", figure(found.peakPerSec), against(found.peakPerSec, peak)),
    result("cores busy then", figure(found.busyCores)),
    result("memory, GB", figure(found.memoryGb)),
    "",
    ...paragraph(
      `This level: ${grouped(usual)}/s on most of the day, ${grouped(peak)}/s at the peak.`,
      cells,
    ).map(theme.muted),
  ];
}

function figure(value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value < 10 ? String(Math.round(value * 100) / 100) : grouped(value);
}
