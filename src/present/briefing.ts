/** The briefing as lines of text: what the screen lays out, for the command line and screen readers. */

import type { Lesson } from "../levels/index.ts";
import { crowdAt, kinds, type RequestKind, rateAt, type Scenario } from "../sim/index.ts";
import type { OutputWords } from "../words/contract/cli.ts";
import { grouped, showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { padRight, paragraph, width } from "./cells.ts";
import { areaChart } from "./chart.ts";
import { isSteady } from "./curves.ts";
import { showGoal } from "./indicators.ts";
import { table } from "./table.ts";

/** Requests per second at every tick, all streams together, with a celebrity's crowd. */
function arrivals(scenario: Scenario, isCounted: (kind: RequestKind) => boolean = () => true): Float64Array {
  const rates = new Float64Array(scenario.ticks);
  const streams = scenario.streams.filter(({ kind }) => isCounted(kind));
  for (let t = 0; t < scenario.ticks; t++) {
    const atSec = (t + 0.5) * scenario.tickSec;
    for (const kind of ["post", "like"] as const) rates[t] = rates[t]! + crowdAt(scenario, kind, atSec);
    for (const { curve } of streams) rates[t] = rates[t]! + rateAt(curve, atSec);
  }
  return rates;
}

/** What a player is told to expect: all that arrives, but for crowds whose time is a secret. */
export function trafficOf(lesson: Lesson): Float64Array {
  const { scenario } = lesson.level;
  if (!isOrderSecret(lesson)) return arrivals(scenario);
  const calm = { ...scenario, events: scenario.events.filter(({ what }) => what !== "celebrity") };
  return withoutCrowds(arrivals(calm), calm);
}

/** The same of requests that somebody waits for: what the web tier has to work on. */
export function pagesOf({ level: { scenario } }: Lesson): Float64Array {
  return arrivals(scenario, (kind) => kinds[kind].isAwaited);
}

/** The most that arrives in a second, in three figures: what a player is told. */
export function peakOf(lesson: Lesson): number {
  return mostOf(trafficOf(lesson));
}

/** The most of several rates, in three figures. */
export function mostOf(rates: Float64Array): number {
  return Number(Math.max(...rates).toPrecision(3));
}

/** Whether nobody knows in which order a level's events will come: then no briefing tells their times. */
export function isOrderSecret({ level }: Lesson): boolean {
  return level.grown !== undefined;
}

/** Traffic as a day without its crowds would have it: a straight line over each of them. */
function withoutCrowds(rates: Float64Array, { events, tickSec }: Scenario): Float64Array {
  const calm = Float64Array.from(rates);
  for (const { what, atSec, untilSec } of events) {
    if (what !== "news" || untilSec === undefined) continue;
    const [from, to] = [Math.floor(atSec / tickSec) - 1, Math.ceil(untilSec / tickSec)];
    const [before = 0, after = 0] = [rates[Math.max(0, from)], rates[Math.min(rates.length - 1, to)]];
    for (let t = Math.max(0, from); t < Math.min(rates.length, to); t++)
      calm[t] = before + ((after - before) * (t - from)) / (to - from);
  }
  return calm;
}

/** What will happen and when, in order of time; without times where the order is secret. */
export function eventsAhead(lesson: Lesson): { readonly atSec?: number; readonly words: string }[] {
  const wordsOf = (label: string) => lesson.prose.events[label] ?? label;
  const { events } = lesson.level.scenario;
  if (isOrderSecret(lesson))
    return [
      ...new Set(
        events
          .map(({ label }) => label)
          .sort()
          .map(wordsOf),
      ),
    ].map((words) => ({ words }));
  const marks = new Map(events.map(({ atSec, label }) => [atSec, wordsOf(label)]));
  return [...marks].map(([atSec, words]) => ({ atSec, words }));
}

/** The traffic over time with its peak and its events, at most `width` wide. */
export function trafficChart(lesson: Lesson, cells: number, height = 4): string[] {
  const { scenario } = lesson.level;
  const rates = trafficOf(lesson);
  const label = `${grouped(mostOf(rates))}/s `;
  const gap = " ".repeat(width(label));
  const area = areaChart(rates, cells - width(label) - 1, height);
  // What never changes is a line at its height, no slab.
  const rows = isSteady(rates) ? area.map((row, at) => row.replace(/./gu, at === 0 ? "▁" : " ")) : area;
  const span = rows[0]?.length ?? 0;
  const axis = Array.from({ length: span }, () => "─");
  const ahead = eventsAhead(lesson);
  for (const { atSec } of ahead)
    if (atSec !== undefined)
      axis[Math.min(span - 1, Math.floor((atSec / (scenario.ticks * scenario.tickSec)) * span))] = "▲";
  const time = (atSec: number | undefined) =>
    atSec === undefined ? "" : `${padRight(showTime(atSec / scenario.tickSec, scenario.tickSec), 6)} `;
  return [
    ...rows.map((row, i) => `${i === 0 ? label : gap}│${row}`),
    `${gap}└${axis.join("")}`,
    ...ahead.map(({ atSec, words }) => `${gap} ${time(atSec)}${words}`),
  ];
}

/** The whole briefing. */
export function briefing(words: Words, output: OutputWords, lesson: Lesson, cells: number): string[] {
  const { level, prose } = lesson;
  const title = output.level({ level: level.number, title: prose.title });
  return [
    title,
    prose.promise,
    "─".repeat(cells),
    ...paragraph(prose.story, cells),
    "",
    output.briefing.traffic,
    ...trafficChart(lesson, cells),
    "",
    output.briefing.goals,
    table([
      ...level.goals.map((goal) => ["·", showGoal(words, goal)]),
      ["·", words.indicators.billGoal(level.budget)],
    ]),
    ...starLines("★★", prose.stars.two, cells),
    ...starLines("★★★", prose.stars.three, cells),
    "",
    output.briefing.chapter,
    ...prose.lesson.flatMap((passage) => ["", passage.title, ...paragraph(passage.text, cells)]),
    ...prose.figures.flatMap((figure) => ["", figure.title, "", ...figure.lines]),
  ];
}

/** How a star is won, under the goals: "★★   Pass with …". */
function starLines(stars: string, words: string, cells: number): string[] {
  return paragraph(words, cells - 5).map((line, i) => `${padRight(i === 0 ? stars : "", 5)}${line}`);
}
