/** The briefing as lines of text: what the screen lays out, for the command line and screen readers. */
import type { Lesson } from "../levels/index.ts";
import { rateAt, type Scenario } from "../sim/index.ts";
import { showTime } from "./causes-en.ts";
import { areaChart } from "./chart.ts";
import { grouped, money, table, wrap } from "./figures.ts";
import { showGoal } from "./indicators-en.ts";

/** Requests per second at every tick, all streams together. */
export function trafficOf(scenario: Scenario): Float64Array {
  const rates = new Float64Array(scenario.ticks);
  for (const stream of scenario.streams)
    for (let t = 0; t < scenario.ticks; t++)
      rates[t] = (rates[t] as number) + rateAt(stream.curve, (t + 0.5) * scenario.tickSec);
  return rates;
}

/** The most that arrives in a second, in three figures: what a player is told. */
export function peakOf(scenario: Scenario): number {
  return Number(Math.max(...trafficOf(scenario)).toPrecision(3));
}

/** The traffic over time with its peak and its events, at most `width` wide. */
export function trafficChart(lesson: Lesson, width: number, height = 4): string[] {
  const { scenario } = lesson.level;
  const rates = trafficOf(scenario);
  const label = `${grouped(peakOf(scenario))}/s `;
  const gap = " ".repeat(label.length);
  const rows = areaChart(rates, width - label.length - 1, height);
  const span = rows[0]?.length ?? 0;
  const axis = Array.from({ length: span }, () => "─");
  const marks = new Map<number, string>();
  for (const event of scenario.events) {
    const at = Math.min(span - 1, Math.floor((event.atSec / (scenario.ticks * scenario.tickSec)) * span));
    axis[at] = "▲";
    marks.set(event.atSec, lesson.prose.events[event.label] ?? event.label);
  }
  return [
    ...rows.map((row, i) => `${i === 0 ? label : gap}│${row}`),
    `${gap}└${axis.join("")}`,
    ...[...marks].map(
      ([atSec, words]) => `${gap} ${showTime(atSec / scenario.tickSec, scenario.tickSec).padEnd(6)} ${words}`,
    ),
  ];
}

/** The whole briefing. */
export function briefing(lesson: Lesson, width: number): string[] {
  const { level, prose } = lesson;
  const title = `Level ${level.number}  ${prose.title}`;
  return [
    title,
    prose.promise,
    "─".repeat(width),
    ...wrap(prose.story, width),
    "",
    "TRAFFIC (requests a second)",
    ...trafficChart(lesson, width),
    "",
    "GOALS",
    table([
      ...level.goals.map((goal) => ["·", showGoal(goal)]),
      ["·", `bill ≤ ${money(level.budget)} a month`],
    ]),
    ...starLines("★★", prose.stars.two, width),
    ...starLines("★★★", prose.stars.three, width),
    "",
    "WHAT THE CHAPTER SAYS",
    ...prose.lesson.flatMap((passage) => ["", passage.title, ...wrap(passage.text, width)]),
    ...prose.figures.flatMap((figure) => ["", figure.title, "", ...figure.lines]),
  ];
}

/** How a star is won, under the goals: "★★   Pass with …". */
function starLines(stars: string, words: string, width: number): string[] {
  return wrap(words, width - 5).map((line, i) => `${(i === 0 ? stars : "").padEnd(5)}${line}`);
}
