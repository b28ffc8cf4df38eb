/** The sections of the debrief, drawn. */
import type { Recording } from "../../../game/index.ts";
import { toldLines } from "../../../present/causes.ts";
import { beside, ends, padLeft, padRight, widest, width } from "../../../present/cells.ts";
import { scaleOf } from "../../../present/chart.ts";
import { isSteady } from "../../../present/curves.ts";
import type { Debrief, TriedChange } from "../../../present/debrief.ts";
import { signOf } from "../../../present/indicators.ts";
import { answeredShare } from "../../../present/moment.ts";
import { placeOf } from "../../../present/sites.ts";
import type { GoalLine, StarGoalLine } from "../../../words/contract/spoken.ts";
import { grouped, percent, showTime } from "../../../words/figures.ts";
import { bodyColumns, type Frame, heading, paragraph, starsText, workBar } from "../../frame/frame.ts";
import { keyed } from "../../frame/keyed.ts";
import type { Theme } from "../../frame/theme.ts";
import { timeline } from "../../frame/timeline.ts";
import type { DebriefScreen } from "../../model/types.ts";
import { lampLines, populationLines } from "./comparison.ts";

/** A part of the debrief: its title, and its lines with the heading. */
export interface DebriefSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Text in lines no wider than an eye likes to follow. */
function textCells(frame: Frame): number {
  return Math.min(84, bodyColumns(frame));
}

/** The sections that have something to say, in order. */
export function drawSections(debrief: Debrief, screen: DebriefScreen, frame: Frame): DebriefSection[] {
  const { titles, passing } = frame.words.debrief;
  const { lamps, comparison } = debrief;
  return [
    { title: titles.goals, lines: goalsSection(debrief, frame) },
    { title: titles.lamps, lines: lampLines(lamps, frame) },
    whySection(debrief, screen, frame),
    { title: titles.idea, lines: ideaSection(debrief, frame) },
    { title: titles.whatIf, lines: whatIfSection(debrief, screen, frame) },
    { title: passing(comparison?.passing ?? 0), lines: populationLines(comparison, frame) },
    { title: titles.expected, lines: expectedSection(debrief, frame) },
    { title: titles.chapter, lines: chapterSection(debrief, frame) },
    { title: debrief.card?.title ?? "", lines: cardSection(debrief, frame) },
  ].filter(({ lines }) => lines.length > 0);
}

function goalsSection({ goals, starGoals, luck }: Debrief, frame: Frame): string[] {
  const { theme, words } = frame;
  const { apart, goal: goalText, titles } = words.debrief;
  const besideOf = ({ missed, isApart }: StarGoalLine) =>
    [missed, ...(isApart ? [apart] : [])].filter((text) => text !== "").join(", ");
  const rows: readonly GoalRow[] = [
    ...goals.map((goal) => ({
      goal,
      asked: goalText(allowed(goal)),
      askedTone: theme.muted,
      missedTone: theme.bad,
      beside: goal.missed,
    })),
    // Where a further star is missed the level is still passed.
    ...starGoals.map((goal) => ({
      goal,
      asked: `${"★".repeat(goal.star)} ${allowed(goal)}`,
      askedTone: theme.money,
      missedTone: theme.warn,
      beside: besideOf(goal),
    })),
  ];
  const askedCells = Math.max(15, widest(rows.map(({ asked }) => asked)));
  return [
    heading(theme, titles.goals),
    ...rows.map((row) => goalRow(row, askedCells, theme)),
    ...luck.flatMap((sentence) => paragraph(sentence, textCells(frame))),
  ];
}

function allowed({ bound, target }: GoalLine): string {
  return `${signOf(bound)} ${target}`;
}

interface GoalRow {
  readonly goal: GoalLine;
  readonly asked: string;
  readonly askedTone: Theme["muted"];
  readonly missedTone: Theme["bad"];
  readonly beside: string;
}

/** "✗ availability        99.08 %   goal ≥ 99.6 %  0.5 points short" */
function goalRow(
  { goal: { met, name, value }, asked, askedTone, missedTone, beside }: GoalRow,
  askedCells: number,
  theme: Theme,
): string {
  const tone = met ? theme.good : missedTone;
  const result = `${tone(met ? "✓" : "✗")} ${padRight(name, 16)} ${tone(padLeft(value, 10))}`;
  return `${result}   ${askedTone(padRight(asked, askedCells))}  ${met ? theme.muted(beside) : tone(beside)}`.trimEnd();
}

function whySection(
  { why, first, passed, excerpt }: Debrief,
  { played }: DebriefScreen,
  frame: Frame,
): DebriefSection {
  const { theme } = frame;
  const { titles, nothingWrong, hurtBeside, readWhy } = frame.words.debrief;
  // While other tries decide, the run itself says whether it failed.
  const holds = played.verdict?.passed ?? passed;
  const title = holds ? titles.hurt : titles.why;
  if (why.length === 0) return { title, lines: [heading(theme, title), theme.good(nothingWrong)] };
  const cells = bodyColumns(frame);
  const chartCells = cells >= 100 ? 40 : 26;
  const chart = first ? momentChart(played.recording, first, frame, chartCells) : [];
  const room = Math.min(84, cells - (chart.length > 0 ? chartCells + 3 : 0));
  const lines = [
    holds ? heading(theme, title, hurtBeside) : heading(theme, title),
    ...toldLines(why, room, theme.muted),
    ...(excerpt ? paragraph(readWhy(excerpt.title), room).map((line) => keyed(theme, line, theme.text)) : []),
  ];
  return { title, lines: chart.length === 0 ? lines : beside(lines, room, chart, "   ") };
}

function ideaSection({ ideas }: Debrief, frame: Frame): string[] {
  if (ideas.length === 0) return [];
  const lines = ideas.flatMap((idea) => paragraph(idea, textCells(frame)));
  return [heading(frame.theme, frame.words.debrief.titles.idea), ...lines];
}

/** The moment at which it began, at the part where it began. */
function momentChart(
  recording: Recording,
  first: NonNullable<Debrief["first"]>,
  { theme, words }: Frame,
  cells: number,
): string[] {
  const { curves } = words;
  const { place } = first;
  const part = curves.part(placeOf(place, recording.design));
  const isDown = first.what === "down";
  // Of what is down: the line that waits in it, or what is answered meanwhile. Of what is full: its line, or how full.
  const measure = (isDown ? (["depth"] as const) : (["backlog", "utilization"] as const)).find((gauge) =>
    recording.names.includes(`${place}.${gauge}`),
  );
  const isShare = measure === undefined || measure === "utilization";
  const values = measure ? recording.series(`${place}.${measure}`) : answeredShare(recording);
  if (values.length === 0) return [];
  const span = Math.max(60, Math.round(recording.ticks / 8));
  const from = Math.max(0, first.tick - Math.round(span / 3));
  const slice = values.slice(from, from + span);
  // What hardly moves says nothing.
  if (isSteady(slice)) return [];
  const top = isDown && isShare ? 1 : scaleOf(slice, cells - 1);
  const rows = timeline(slice, {
    cells: cells - 1,
    rows: 3,
    tick: slice.length - 1,
    to: top,
    good: isDown ? theme.data : theme.bad,
    bad: theme.bad,
  });
  const name = isShare
    ? isDown
      ? curves.answered
      : curves.busy(part)
    : (isDown ? curves.waiting : curves.queue)(part);
  const start = showTime(from, recording.tickSec);
  const end = showTime(Math.min(recording.ticks, from + span), recording.tickSec);
  return [
    ends(theme.muted(name), theme.muted(isShare ? percent(top) : grouped(top)), cells),
    ...rows.map((line) => `${theme.muted("│")}${line}`),
    ends(theme.muted(`└${start}`), theme.muted(end), cells),
  ];
}

function whatIfSection({ changes }: Debrief, screen: DebriefScreen, frame: Frame): string[] {
  const { theme } = frame;
  const words = frame.words.debrief;
  const title = heading(theme, words.titles.whatIf, words.whatIfBeside);
  if (!screen.played.verdict || !changes) {
    const isLong = screen.beats >= 10;
    return [title, ...(isLong ? workBar(words.trying, screen.progress, frame) : ["", ""]), ""];
  }
  if (changes.length === 0) return [title, theme.muted(words.noChange)];
  // Names stand in a column as wide as the longest needs; what else stands in their row has its room.
  const costCells = Math.max(changeCells.cost, widest(changes.map(({ delta }) => delta)));
  const room = bodyColumns(frame) - changeCells.rest - costCells;
  const nameCells = Math.min(room, Math.max(changeCells.name, widest(changes.map(({ name }) => name))));
  return [title, ...changes.flatMap((change, at) => changeRow(change, at, nameCells, costCells, frame))];
}

/** Cells of a change's row: its name and its cost at least, and its number and stars. */
const changeCells = { name: 20, cost: 7, rest: 17 } as const;

/** "1  The box 2 vCPU  +$55  ★☆☆   p95 3,109 → 145 ms   availability 51.8 → 98.5 %", on one line or two. */
function changeRow(
  { name, delta, passed, stars, holdsAudit, effects }: TriedChange,
  at: number,
  nameCells: number,
  costCells: number,
  frame: Frame,
): string[] {
  const { theme } = frame;
  const words = frame.words.debrief;
  const cells = bodyColumns(frame);
  const moved = effects.map(({ name, change, was, is }) => {
    const effect = `${name} ${change}`;
    return is === "missed" ? theme.bad(effect) : was === "met" ? theme.text(effect) : theme.good(effect);
  });
  const shown = [...(holdsAudit ? [theme.good(words.auditHolds)] : []), ...moved];
  const won = stars === undefined ? words.passed : starsText(stars);
  const verdict = passed ? theme.good(won) : theme.muted(words.notEnough);
  const cost = theme.money(padLeft(delta, costCells));
  const [first = "", ...restOfName] = paragraph(name, nameCells);
  const left = `${theme.accent(String(at + 1))}  ${padRight(first, nameCells)} ${cost}  ${padRight(verdict, 10)}`;
  const effect = shown.length === 0 ? theme.muted(words.changesNothing) : shown.join("   ");
  if (restOfName.length === 0 && width(left) + 3 + width(effect) <= cells) return [`${left}   ${effect}`];
  const lines: string[] = restOfName.map((line) => `   ${line}`);
  if (shown.length === 0) lines.push(`   ${effect}`);
  const named = lines.length;
  for (const each of shown) {
    const last = lines[named] === undefined ? undefined : lines.at(-1);
    if (last !== undefined && width(last) + 3 + width(each) <= cells)
      lines[lines.length - 1] = `${last}   ${each}`;
    else lines.push(`   ${each}`);
  }
  return [left, ...lines];
}

function expectedSection({ expected }: Debrief, frame: Frame): string[] {
  if (!expected) return [];
  const { theme } = frame;
  const words = frame.words.debrief;
  const { answer, right, truth, calibration, explanation } = expected;
  const cells = textCells(frame);
  return [
    heading(theme, words.titles.expected, calibration),
    ...(right
      ? [`${theme.good("✓")} ${answer}${answer === truth ? "" : theme.muted(`  ${words.rightlySo(truth)}`)}`]
      : [
          `${theme.bad("✗")} ${answer}`,
          ...paragraph(words.itIs(truth), cells - 2).map((line) => `  ${line}`),
        ]),
    ...(explanation === "" ? [] : paragraph(explanation, cells).map(theme.muted)),
  ];
}

function chapterSection({ chapter }: Debrief, frame: Frame): string[] {
  const { theme, words } = frame;
  const { quote, from, meaning, forReal } = chapter;
  if (quote === "") return [];
  const cells = textCells(frame);
  return [
    heading(theme, words.debrief.titles.chapter),
    ...paragraph(quote, cells).map(theme.accent),
    theme.muted(from),
    ...(meaning === undefined
      ? []
      : ["", ...paragraph(meaning, cells), keyed(theme, words.debrief.readLesson)]),
    ...(forReal === undefined ? [] : [theme.muted(forReal)]),
  ];
}

function cardSection({ card }: Debrief, frame: Frame): string[] {
  return card ? [heading(frame.theme, card.title), ...paragraph(card.text, textCells(frame))] : [];
}
