/** The briefing as lines of text: what the screen lays out, for the command line and screen readers. */

import { announcementOf, tellsTimes } from "../game/index.ts";
import { chapterOf, type Lesson, newInShop } from "../levels/index.ts";
import {
  crowdAt,
  type EventKind,
  kinds,
  possibleEvents,
  type RequestKind,
  rateAt,
  type Scenario,
} from "../sim/index.ts";
import type { OutputWords } from "../words/contract/cli.ts";
import { grouped, showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { padRight, paragraph, width } from "./cells.ts";
import { areaChart } from "./chart.ts";
import { isSteady } from "./curves.ts";
import { showGoal } from "./indicators.ts";
import { offerName } from "./offers.ts";
import { tableLines } from "./table.ts";

/** Requests per second at every tick, all streams together, with a celebrity's crowd. */
function arrivals(scenario: Scenario, isCounted: (kind: RequestKind) => boolean): Float64Array {
  const rates = new Float64Array(scenario.ticks);
  const streams = scenario.streams.filter(({ kind }) => isCounted(kind));
  const crowds = (["post", "like"] as const).filter(isCounted);
  for (let t = 0; t < scenario.ticks; t++) {
    const atSec = (t + 0.5) * scenario.tickSec;
    for (const kind of crowds) rates[t] = rates[t]! + crowdAt(scenario, kind, atSec);
    for (const { curve } of streams) rates[t] = rates[t]! + rateAt(curve, atSec);
  }
  return rates;
}

/** What a player is told to expect: all that arrives, but for crowds whose time is a secret. */
export function trafficOf(lesson: Lesson): Float64Array {
  return told(lesson, () => true);
}

/** The same of requests that somebody waits for: what the web tier has to work on. */
export function pagesOf(lesson: Lesson): Float64Array {
  return told(lesson, (kind) => kinds[kind].isAwaited);
}

function told(lesson: Lesson, isCounted: (kind: RequestKind) => boolean): Float64Array {
  const { scenario } = lesson.level;
  if (tellsTimes(lesson.level)) return arrivals(scenario, isCounted);
  const calm = { ...scenario, events: scenario.events.filter(({ what }) => what !== "celebrity") };
  return withoutCrowds(arrivals(calm, isCounted), calm);
}

/** The most that arrives in a second, in three figures: what a player is told. */
export function peakOf(lesson: Lesson): number {
  return mostOf(trafficOf(lesson));
}

/** The most of several rates, in three figures. */
export function mostOf(rates: Float64Array): number {
  return Number(Math.max(...rates).toPrecision(3));
}

/** Traffic as a day without its crowds would have it: a straight line over each of them. */
function withoutCrowds(rates: Float64Array, { events, tickSec }: Scenario): Float64Array {
  const calm = Float64Array.from(rates);
  for (const { what, atSec, untilSec } of events) {
    if (what !== "news" || untilSec === undefined) continue;
    // A crowd takes a tick to come and a tick to go.
    const [from, to] = [Math.floor(atSec / tickSec) - 1, Math.ceil(untilSec / tickSec) + 1];
    const [before = 0, after = 0] = [rates[Math.max(0, from)], rates[Math.min(rates.length - 1, to)]];
    for (let t = Math.max(0, from); t < Math.min(rates.length, to); t++)
      calm[t] = before + ((after - before) * (t - from)) / (to - from);
  }
  return calm;
}

/** Something that is told of before it comes; what is no event of a certain time has none. */
export interface Ahead {
  readonly atSec?: number;
  readonly words: string;
}

/** What is told of a level's events before they come: each with its time, or a sentence on all of them. */
export function eventsAhead({ ahead }: Words, { level, prose }: Lesson): Ahead[] {
  const { events } = level.scenario;
  switch (announcementOf(level)) {
    case "when": {
      const marks = new Map(events.map(({ atSec, label }) => [atSec, prose.events[label] ?? label]));
      return [...marks].map(([atSec, words]) => ({ atSec, words }));
    }
    case "kinds": {
      const all = new Set<EventKind>(possibleEvents(level.scenario).map(({ what }) => what));
      // In the order of the table of words: that of the day would say too much.
      const told = Object.entries(ahead.kinds).flatMap(([kind, words]) =>
        all.has(kind as EventKind) ? [words] : [],
      );
      return all.size === 0 ? [] : [{ words: ahead.mayHappen([...new Set(told)]) }];
    }
    case "nothing":
      return [{ words: ahead.nothing }];
  }
}

/** What the shop sells for the first time, with a line on what each does. */
export function offersAhead(
  words: Words,
  { level }: Lesson,
): { readonly name: string; readonly line: string }[] {
  return newInShop(level).map((offer) => ({
    name: offerName(words, level, offer),
    line: words.shop.offers[offer.id]?.line ?? "",
  }));
}

/** Cells of an event's time. */
const timeCells = 7;

/** What is told of the events, each in as many lines as it needs. */
export function aheadLines(words: Words, lesson: Lesson, cells: number): string[][] {
  const { tickSec } = lesson.level.scenario;
  return eventsAhead(words, lesson).map(({ atSec, words: event }) => {
    if (atSec === undefined) return paragraph(event, cells);
    const time = showTime(atSec / tickSec, tickSec);
    return paragraph(event, cells - timeCells).map(
      (part, n) => padRight(n === 0 ? time : "", timeCells) + part,
    );
  });
}

/** The traffic over time with its peak and the times of its events, at most `width` wide. */
export function trafficChart(words: Words, lesson: Lesson, cells: number, height = 4): string[] {
  const { scenario } = lesson.level;
  const rates = trafficOf(lesson);
  const label = `${grouped(mostOf(rates))}/s `;
  const gap = " ".repeat(width(label));
  const area = areaChart(rates, cells - width(label) - 1, height);
  // What never changes is a line at its height, no slab.
  const rows = isSteady(rates) ? area.map((row, at) => row.replace(/./gu, at === 0 ? "▁" : " ")) : area;
  const span = rows[0]?.length ?? 0;
  const axis = Array.from({ length: span }, () => "─");
  for (const { atSec } of eventsAhead(words, lesson))
    if (atSec !== undefined)
      axis[Math.min(span - 1, Math.floor((atSec / (scenario.ticks * scenario.tickSec)) * span))] = "▲";
  return [...rows.map((row, i) => `${i === 0 ? label : gap}│${row}`), `${gap}└${axis.join("")}`];
}

/** The whole briefing. */
export function briefing(words: Words, output: OutputWords, lesson: Lesson, cells: number): string[] {
  const { level, prose } = lesson;
  const title = output.level({ level: level.number, title: prose.title });
  const offers = offersAhead(words, lesson);
  return [
    title,
    prose.promise,
    "─".repeat(cells),
    ...paragraph(prose.story, cells),
    "",
    output.briefing.traffic,
    ...trafficChart(words, lesson, cells),
    ...aheadLines(words, lesson, cells).flat(),
    "",
    output.briefing.goals,
    ...tableLines([
      ...level.goals.map((goal) => ["·", showGoal(words, goal)]),
      ["·", words.indicators.billGoal(level.budget)],
    ]),
    ...starLines("★★", prose.stars.two, cells),
    ...starLines("★★★", prose.stars.three, cells),
    ...(offers.length === 0 ? [] : ["", words.reading.newInShop, ...offerLines(offers, cells)]),
    ...prose.brief.flatMap((passage) => ["", passage.title, ...paragraph(passage.text, cells)]),
  ];
}

/** A level's chapter: all its excerpts in order, then the figures. */
export function chapterLines(output: OutputWords, { level, prose }: Lesson, cells: number): string[] {
  return [
    output.level({ level: level.number, title: prose.title }),
    output.briefing.chapter,
    ...chapterOf(prose).flatMap((passage) => ["", passage.title, ...paragraph(passage.text, cells)]),
    ...prose.figures.flatMap((figure) => ["", figure.title, "", ...figure.lines]),
  ];
}

/** Cells of an offer's name, before its line. */
const offerCells = 16;

/** Offers with what each does: names in a column. */
export function offerLines(offers: ReturnType<typeof offersAhead>, cells: number): string[] {
  return offers.flatMap(({ name, line }) =>
    paragraph(line, cells - offerCells).map((part, n) => padRight(n === 0 ? name : "", offerCells) + part),
  );
}

/** How a star is won, under the goals: "★★   Pass with …". */
function starLines(stars: string, words: string, cells: number): string[] {
  return paragraph(words, cells - 5).map((line, i) => `${padRight(i === 0 ? stars : "", 5)}${line}`);
}
