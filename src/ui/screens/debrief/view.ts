/** The debrief: what held, what did not, why, and what one change would have done. */
import {
  type Counterfactual,
  costOf,
  type Explanation,
  explain,
  type GoalResult,
  type Outcome,
  type Played,
} from "../../../game/index.ts";
import { answerText } from "../../../present/answers.ts";
import { causesTold, ideaLines, labelCells } from "../../../present/causes.ts";
import { beside, ends, padLeft, padRight, truncate, width } from "../../../present/cells.ts";
import { comparisonOf } from "../../../present/comparison.ts";
import { monthly } from "../../../present/forecast.ts";
import {
  indicatorName,
  missedBy,
  showChange,
  showIndicator,
  showResult,
} from "../../../present/indicators.ts";
import { changeName, delta } from "../../../present/offers.ts";
import { taskChoices } from "../../../present/third-star.ts";
import { whyNoTask } from "../../../present/why-not.ts";
import { forecast, partsOfPlace } from "../../../sim/index.ts";
import { grouped, money, showTime } from "../../../words/figures.ts";
import {
  bodyColumns,
  bodyRows,
  drawPage,
  type Frame,
  heading,
  paragraph,
  type Size,
  starsText,
  workBar,
} from "../../frame/frame.ts";
import { levelTitle } from "../../frame/header.ts";
import { keyed } from "../../frame/keyed.ts";
import { type Drawn, drawMenu, withMenu } from "../../frame/menu.ts";
import { plainTheme } from "../../frame/theme.ts";
import { timelineArea } from "../../frame/timeline.ts";
import { footer } from "../../keys/footer.ts";
import type { DebriefPanel, DebriefScreen, State } from "../../model/types.ts";
import { lampLines, populationLines } from "./comparison.ts";

/** How far the debrief can be scrolled at a size. */
export function debriefScrollMax(screen: DebriefScreen, size: Size): number {
  const frame: Frame = { ...size, theme: plainTheme, still: true, unicode: true };
  return Math.max(0, bodyLines(screen, frame).length - bodyRows(size));
}

export function drawDebrief(state: State, screen: DebriefScreen, frame: Frame): Drawn {
  const { theme, words } = frame;
  const { visit, played, panel } = screen;
  const rows = bodyRows(frame);
  const task = panel?.kind === "task" ? taskPanel(screen, panel, frame) : undefined;
  const lines =
    task?.lines ??
    (panel && panel.kind !== "task" ? panelLines(screen, panel, frame) : bodyLines(screen, frame));
  const most = Math.max(0, lines.length - rows);
  const start = panel ? 0 : Math.min(screen.scroll, most);
  const below = lines.length - start - rows;
  const context = panel === undefined ? "debrief" : panel.kind === "reveal" ? "confirm" : panel.kind;
  const page = drawPage(frame, {
    head: [levelTitle(visit, frame), verdictText(played, frame)],
    sub: [theme.muted(visit.lesson.prose.promise), starsLine(screen, frame)],
    body: lines.slice(start),
    message:
      state.message !== undefined
        ? theme.warn(state.message)
        : panel
          ? ""
          : below > 0
            ? `${theme.accent("↓")} ${theme.muted(nextSection(screen, frame, start + rows))}   ${nextStep(screen, frame)}`
            : nextStep(screen, frame),
    keys: footer(words.keys, context, {
      unicode: frame.unicode,
      hidden: [
        ...(whyNoTask(words, visit.lesson.level, played, visit.taskDone) === undefined
          ? []
          : (["task"] as const)),
        ...(played.verdict?.passed ? (["answer"] as const) : (["next"] as const)),
        ...(screen.whatIf && screen.whatIf.length > 0 ? [] : (["choice1", "choice2", "choice3"] as const)),
      ],
    }),
  });
  return task ? withMenu(page, task.row, task.options, task.at) : { lines: page };
}

/** "PASSED  ★★☆  $71" or "NOT YET  $16". */
function verdictText(played: Played, { theme, words: { debrief } }: Frame): string {
  const cost = theme.money(debrief.perMonth(costOf(played)));
  if (!played.verdict) return `${theme.muted(debrief.deciding)}   ${cost}`;
  if (!played.verdict.passed) return `${theme.bad(debrief.notYet)}   ${cost}`;
  if (played.practice) return `${theme.good(debrief.passed)} ${theme.muted(debrief.practice)}   ${cost}`;
  return `${theme.good(debrief.passed)}  ${theme.money(starsText(played.stars))}   ${cost}`;
}

function starsLine(screen: DebriefScreen, { theme, words }: Frame): string {
  const { visit, played } = screen;
  if (!played.verdict?.passed || played.practice) return "";
  if (played.stars === 3) return theme.money(words.debrief.allStars);
  if (whyNoTask(words, visit.lesson.level, played, visit.taskDone) === undefined)
    return theme.accent(words.debrief.taskWaits);
  const wanted = played.verdict.stars < 2 ? visit.lesson.prose.stars.two : visit.lesson.prose.stars.three;
  return theme.muted(`${played.verdict.stars < 2 ? "★★" : "★★★"} ${wanted}`);
}

function nextStep({ visit, played }: DebriefScreen, { theme, words }: Frame): string {
  const { debrief } = words;
  if (!played.verdict) return "";
  if (!played.verdict.passed) return keyed(theme, debrief.backToBoard);
  const hasTask = whyNoTask(words, visit.lesson.level, played, visit.taskDone) === undefined;
  const steps = [...(hasTask ? [debrief.thirdStar] : []), debrief.questions, debrief.nextLevel];
  return steps.map((step) => keyed(theme, step)).join("   ");
}

/** A part of the debrief: its title, and its lines with the heading. */
interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The sections that have something to say, in order. */
function sectionsOf(screen: DebriefScreen, frame: Frame): Section[] {
  const { titles, passing } = frame.words.debrief;
  const comparison = comparisonOf(screen.played);
  return [
    { title: titles.goals, lines: goalsSection(screen, frame) },
    { title: titles.lamps, lines: lampLines(screen.visit.lesson.level, screen.played, frame) },
    whySection(screen, frame),
    { title: titles.idea, lines: ideaSection(screen, frame) },
    { title: titles.whatIf, lines: whatIfSection(screen, frame) },
    { title: passing(comparison?.passing ?? 0), lines: populationLines(comparison, frame) },
    { title: titles.expected, lines: predictionSection(screen, frame) },
    { title: titles.chapter, lines: chapterSection(screen, frame) },
  ].filter(({ lines }) => lines.length > 0);
}

function bodyLines(screen: DebriefScreen, frame: Frame): string[] {
  const cells = bodyColumns(frame);
  return sectionsOf(screen, frame)
    .flatMap(({ lines }, index) => (index === 0 ? lines : ["", ...lines]))
    .map((line) => truncate(line, cells));
}

/** What comes next: the first section that is not on view. */
function nextSection(screen: DebriefScreen, frame: Frame, end: number): string {
  const { debrief } = frame.words;
  let line = 0;
  for (const { title, lines } of sectionsOf(screen, { ...frame, theme: plainTheme })) {
    if (line >= end - 2) return debrief.next(title);
    line += lines.length + 1;
  }
  return debrief.rest;
}

function goalsSection({ visit, played }: DebriefScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { outcome } = played.recording;
  const cost = costOf(played);
  const { budget } = visit.lesson.level;
  return [
    heading(theme, words.debrief.titles.goals),
    ...outcome.goals.map((goal) => goalRow(goal, frame)),
    row(
      outcome.withinBudget,
      words.debrief.bill,
      money(cost),
      `≤ ${money(budget)}`,
      outcome.withinBudget ? "" : words.debrief.over(cost - budget),
      frame,
    ),
  ];
}

function goalRow(goal: GoalResult, frame: Frame): string {
  const { words } = frame;
  const sign = goal.bound === "atMost" ? "≤" : "≥";
  const target = `${sign} ${showIndicator(words, goal.indicator, goal.target)}`;
  return row(
    goal.met,
    indicatorName(words, goal.indicator),
    showResult(words, goal),
    target,
    missedBy(words, goal),
    frame,
  );
}

function row(
  met: boolean,
  name: string,
  value: string,
  target: string,
  missed: string,
  { theme, words: { debrief } }: Frame,
): string {
  const mark = met ? theme.good("✓") : theme.bad("✗");
  const shown = padLeft(value, 10);
  return `${mark} ${padRight(name, 16)} ${met ? theme.good(shown) : theme.bad(shown)}   ${theme.muted(padRight(debrief.goal(target), 15))} ${theme.bad(missed)}`;
}

function whySection({ visit, played }: DebriefScreen, frame: Frame): Section {
  const { theme } = frame;
  const { recording } = played;
  const { report } = recording.outcome;
  const cells = bodyColumns(frame);
  const why = explain(
    report,
    recording.outcome.goals.filter(({ met }) => !met).map(({ indicator }) => indicator),
  );
  const chart = momentChart(played, why, frame, cells >= 100 ? 40 : 26);
  const textCells = Math.min(84, cells - (chart.length > 0 ? (cells >= 100 ? 40 : 26) + 3 : 0));
  const { titles, nothingWrong, hurtBeside } = frame.words.debrief;
  const told = causesTold(frame.words, visit.lesson, report, textCells);
  if (told.length === 0)
    return { title: titles.why, lines: [heading(theme, titles.why), theme.good(nothingWrong)] };
  const title = played.verdict?.passed ? titles.hurt : titles.why;
  const lines = [
    played.verdict?.passed ? heading(theme, title, hurtBeside) : heading(theme, title),
    ...told.flatMap(({ label, lines }) =>
      lines.map((line, n) => theme.muted(padRight(n === 0 ? label : "", labelCells)) + line),
    ),
  ];
  return { title, lines: chart.length === 0 ? lines : beside(lines, textCells, chart, "   ") };
}

/** The classic wrong ideas that were bought, as far as the failure comes of them. */
function ideaSection({ visit, ideas = [] }: DebriefScreen, frame: Frame): string[] {
  const lines = ideas.flatMap((letter) =>
    ideaLines(frame.words, visit.lesson, letter, Math.min(84, bodyColumns(frame))),
  );
  return lines.length === 0 ? [] : [heading(frame.theme, frame.words.debrief.titles.idea), ...lines];
}

/** The moment at which it began, at the part where it began. */
function momentChart(played: Played, why: Explanation, { theme, words }: Frame, cells: number): string[] {
  const { recording } = played;
  const first = why.first;
  if (!first) return [];
  const isDown = first.what === "down";
  const values = isDown
    ? recording.series("answered")
    : recording.series(
        `${first.place}.${recording.names.includes(`${first.place}.backlog`) ? "backlog" : "utilization"}`,
      );
  if (values.length === 0) return [];
  const span = Math.max(60, Math.round(recording.ticks / 8));
  const from = Math.max(0, first.tick - Math.round(span / 3));
  const slice = values.slice(from, from + span);
  const top = Math.max(...slice);
  const rows = timelineArea(
    slice,
    { cells: cells - 1, tick: slice.length - 1, top, good: isDown ? theme.data : theme.bad, bad: theme.bad },
    3,
  );
  const name = isDown ? words.debrief.answeredPerSec : words.debrief.queueOf(partsOfPlace(first.place));
  const start = showTime(from, recording.tickSec);
  const end = showTime(Math.min(recording.ticks, from + span), recording.tickSec);
  return [
    ends(theme.muted(name), theme.muted(grouped(top)), cells),
    ...rows.map((line) => `${theme.muted("│")}${line}`),
    ends(theme.muted(`└${start}`), theme.muted(end), cells),
  ];
}

function whatIfSection(screen: DebriefScreen, frame: Frame): string[] {
  const {
    theme,
    words: { debrief },
  } = frame;
  const title = heading(theme, debrief.titles.whatIf, debrief.whatIfBeside);
  if (!screen.played.verdict || !screen.whatIf) {
    const isLong = screen.beats >= 10;
    return [title, ...(isLong ? workBar(debrief.trying, screen.progress, frame) : ["", ""]), ""];
  }
  const found = screen.whatIf;
  if (found.length === 0) return [title, theme.muted(debrief.noChange)];
  const before = screen.played.recording.outcome;
  return [title, ...found.flatMap((each, at) => whatIfRow(each, before, at, frame))];
}

/** "1  The box 2 vCPU  +$55  ★ passes   p95 3,109 → 145 ms   availability 51.8 → 98.5 %", on one line or two. */
function whatIfRow(
  { moves, costDelta, outcome }: Counterfactual,
  before: Outcome,
  at: number,
  frame: Frame,
): string[] {
  const { theme, words } = frame;
  const cells = bodyColumns(frame);
  const name = changeName(words, moves);
  const effects = outcome.goals
    .map((goal, index) => ({ goal, was: before.goals[index] as GoalResult }))
    .filter(({ goal, was }) => Math.abs(goal.value - was.value) > 1e-3 * Math.max(1e-9, Math.abs(was.value)))
    .map(({ goal, was }) => {
      const effect = `${indicatorName(words, goal.indicator)} ${showChange(words, goal.indicator, was.value, goal.value)}`;
      return goal.met ? (was.met ? theme.text(effect) : theme.good(effect)) : theme.bad(effect);
    });
  const verdict = outcome.passed
    ? theme.good(starsText(outcome.stars))
    : theme.muted(words.debrief.notEnough);
  const cost = theme.money(padLeft(delta(costDelta), 7));
  const left = `${theme.accent(String(at + 1))}  ${padRight(name, 20)} ${cost}  ${padRight(verdict, 10)}`;
  const effect = effects.length === 0 ? theme.muted(words.debrief.changesNothing) : effects.join("   ");
  if (width(left) + 3 + width(effect) <= cells) return [`${left}   ${effect}`];
  const lines: string[] = [];
  for (const shown of effects) {
    const last = lines.at(-1);
    if (last !== undefined && width(last) + 3 + width(shown) <= cells)
      lines[lines.length - 1] = `${last}   ${shown}`;
    else lines.push(`   ${shown}`);
  }
  return [left, ...lines];
}

function predictionSection({ visit }: DebriefScreen, frame: Frame): string[] {
  const {
    theme,
    words: { debrief },
  } = frame;
  const { prediction, lesson } = visit;
  if (!prediction) return [];
  const { level, prose } = lesson;
  const isNumber = level.prediction.kind === "number";
  const fact = answerText(lesson, String(level.prediction.answer));
  const mine = answerText(lesson, prediction.answer);
  return [
    heading(theme, debrief.titles.expected),
    prediction.right
      ? `${theme.good("✓")} ${mine}${isNumber ? theme.muted(`  ${debrief.rightlySo(fact)}`) : ""}`
      : `${theme.bad("✗")} ${mine}   ${theme.muted(debrief.itIs(fact))}`,
    ...paragraph(prose.prediction.explanation, Math.min(84, bodyColumns(frame))).map(theme.muted),
  ];
}

function chapterSection({ visit, played }: DebriefScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const cells = Math.min(84, bodyColumns(frame));
  const { sentence, debrief } = visit.lesson.prose;
  return [
    heading(theme, words.debrief.titles.chapter),
    ...paragraph(words.reading.quote(sentence.text), cells).map(theme.accent),
    theme.muted(sentence.from),
    // What it comes to is said to those who have made it work.
    ...(played.recording.outcome.passed ? ["", ...paragraph(debrief, cells)] : []),
  ];
}

function panelLines(
  screen: DebriefScreen,
  panel: Exclude<DebriefPanel, { kind: "task" }>,
  frame: Frame,
): string[] {
  const {
    theme,
    words: { debrief },
  } = frame;
  const { visit } = screen;
  const cells = Math.min(84, bodyColumns(frame));
  switch (panel.kind) {
    case "share":
      return [
        heading(theme, debrief.share),
        "",
        theme.focus(panel.code),
        "",
        ...paragraph(debrief.shareAbout, cells),
        "",
        `  play replay ${panel.code}`,
      ];
    case "reveal": {
      const { level } = visit.lesson;
      const bill = monthly(frame.words, forecast(level.lesson, level.scenario));
      return [
        heading(theme, debrief.solution),
        "",
        ...paragraph(debrief.solutionAbout, cells),
        "",
        theme.muted(debrief.solutionBill(bill)),
      ];
    }
  }
}

/** The small task: what is asked, what has been taken, and the menu of what is left. */
function taskPanel(
  screen: DebriefScreen,
  panel: Extract<DebriefPanel, { kind: "task" }>,
  { theme, columns, words: { task } }: Frame,
): { lines: string[]; row: number; options: number; at: number } {
  const { prose, level } = screen.visit.lesson;
  const options = prose.task?.options ?? {};
  const left = taskChoices(screen.visit.lesson.level).filter((key) => !panel.chosen.includes(key));
  const isOrder = level.stars.three.task?.kind === "order";
  const asked = [
    heading(theme, task.title),
    "",
    ...paragraph(prose.task?.question ?? "", Math.min(84, columns - 2)),
    "",
    ...panel.chosen.map((key, at) => `  ${theme.good(`${at + 1}`)}  ${options[key] ?? key}`),
    ...(panel.chosen.length > 0 ? [""] : []),
    ...(isOrder ? [theme.muted(task.which(panel.chosen.length + 1))] : []),
  ];
  const menu = drawMenu(
    left.map((key) => options[key] ?? key),
    panel.at,
    theme,
  );
  const answer = panel.wrong ? ["", theme.warn(task.wrong)] : [];
  return { lines: [...asked, ...menu, ...answer], row: asked.length, options: left.length, at: panel.at };
}
