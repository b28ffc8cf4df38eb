/** The causal chain of a run, as lines in the words of a language. */
import { explain, type GoalIndicator, judge, type Level, toldLosses } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { type Cause, type FaultCause, fateOf, type Place, type Report } from "../sim/index.ts";
import type { Spell } from "../words/contract/findings.ts";
import { grouped, showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { padRight, paragraph } from "./cells.ts";
import { hitsOf, missesOf } from "./misses.ts";
import { placeOf, type Sited } from "./sites.ts";
import { tableLines } from "./table.ts";

/** The books of the lost, largest first: count, part, clause. */
export function lossLines({ places }: Words, design: Sited, report: Report): string[] {
  const rows = report.ledger.failedBy.map(({ place, reason, count }) => [
    `  ${grouped(count)}`,
    places.part(placeOf(place, design)),
    places.reason(reason),
  ]);
  return tableLines(rows, [0]);
}

/** Until when a link lasted; `offset` ticks later where its end is a return. */
function spellOf(cause: FaultCause, again: readonly FaultCause[], report: Report, offset: number): Spell {
  const last = report.ticks - 1;
  const time = (tick: number) => showTime(Math.min(last + 1, tick + offset), report.tickSec);
  const [second] = again;
  if (!second)
    return cause.untilTick >= last ? { kind: "to-end" } : { kind: "until", until: time(cause.untilTick) };
  const until = time(cause.untilTick);
  if (again.length > 1) return { kind: "times", until, more: again.length };
  const from = showTime(second.tick, report.tickSec);
  return second.untilTick >= last
    ? { kind: "again-to-end", until, from }
    : { kind: "again", until, from, to: time(second.untilTick) };
}

/** What the log says of each event, by its label. */
export type EventWords = Readonly<Record<string, string>>;

/** A loss that is a smaller share of all requests is told without its share. */
const shareTold = 0.0005;

/** A larger share over most of a run is no trickle. */
const byAndByMax = 0.05;

/** One link of the chain as a sentence without its time; `again`: later spells of the same. */
export function causeSentence(
  { causes }: Words,
  events: EventWords,
  design: Sited,
  cause: Cause,
  report: Report,
  again: readonly FaultCause[] = [],
): string {
  if (cause.what === "event") return events[cause.label] ?? cause.label;
  const place = placeOf(cause.place, design);
  switch (cause.what) {
    case "down":
      return causes.down({ place, spell: spellOf(cause, again, report, 1) });
    case "saturated": {
      const { askedPerSec = 0, canPerSec = 0 } = cause;
      const spell = spellOf(cause, again, report, 0);
      if (cause.waiting) return causes.held({ place, spell });
      if (!(canPerSec > 0) || askedPerSec < canPerSec) return causes.overloaded({ place, spell });
      return causes.asked({ place, spell, askedPerSec, canPerSec });
    }
    case "losing": {
      const { reason, count } = cause;
      const share = count / Math.max(1, report.ledger.offered);
      return causes.losing({
        place,
        reason,
        fate: fateOf(reason),
        count,
        ...(share >= shareTold ? { share } : {}),
        // What is lost by and by did not happen at the time at its left.
        ...(cause.untilTick - cause.tick > report.ticks / 2 && share < byAndByMax
          ? { until: showTime(cause.untilTick, report.tickSec) }
          : {}),
      });
    }
  }
}

/** Later spells of the same fault at the same part. */
export function spellsAfter(cause: Cause, { causes }: Report): FaultCause[] {
  return causes.filter(
    (other): other is FaultCause =>
      (other.what === "saturated" || other.what === "down") &&
      other.what === cause.what &&
      other.place === cause.place &&
      other.tick > cause.tick,
  );
}

/** A sentence with what stands at its left: a time, a sign, nothing. */
export interface Told {
  readonly label: string;
  readonly sentence: string;
}

/**
 * The chain: what set it off, what fell, what it dragged along, whom it hurt.
 * @param missed indicators of missed goals
 */
export function chainTold(
  words: Words,
  events: EventWords,
  design: Sited,
  report: Report,
  missed: readonly GoalIndicator[] = [],
): Told[] {
  const chain = chainOf(report, missed);
  const told = chain.map((cause) => {
    const sentence = causeSentence(words, events, design, cause, report, spellsAfter(cause, report));
    return { label: showTime(cause.tick, report.tickSec), sentence };
  });
  const counted = chain.reduce((sum, cause) => sum + (cause.what === "losing" ? cause.count : 0), 0);
  const rest = report.ledger.failed - counted;
  return rest > 0 && counted > 0 ? [...told, aside(words.causes.rest(rest))] : told;
}

/**
 * Why, in a level: the chain, then what missed goals say for themselves. Empty when there is nothing to tell.
 * @param knowsCollapse whether it has been explained before why a modest overload fails most of what is asked
 */
export function causesTold(
  words: Words,
  { level, prose }: Lesson,
  design: Sited,
  report: Report,
  knowsCollapse = false,
): Told[] {
  const misses = missesOf(words, level, report);
  const missed = misses.map(({ indicator }) => indicator);
  const isBusy = chainOf(report, missed).some(({ what }) => what === "saturated");
  return [
    ...chainTold(words, prose.events, design, report, missed),
    ...misses.flatMap(({ sentence, quiet }) =>
      sentence === "" || (quiet && isBusy) ? [] : [{ label: "✗", sentence }],
    ),
    ...(misses.length > 0 ? collapseTold(words, level, design, report, knowsCollapse).map(aside) : []),
    ...(misses.length > 0 ? hitsOf(words, report).map(aside) : []),
  ];
}

/** A sentence with nothing at its left. */
function aside(sentence: string): Told {
  return { label: "", sentence };
}

const order = { event: 0, down: 1, saturated: 2, losing: 3 } as const;

/** From this share of the work on, it is what has to be explained. */
const inVainTold = 0.5;
/** An overload beyond this factor explains its losses by itself. */
const modestFactor = 2;

/** Why a modest overload fails most of what is asked, where it did; in full to whoever has not been told before. */
function collapseTold(
  { causes }: Words,
  { scenario }: Level,
  design: Sited,
  report: Report,
  knowsCollapse: boolean,
): string[] {
  const found = collapseIn(report);
  if (!found) return [];
  const { place, ...figures } = found;
  if (knowsCollapse) return [causes.inVainAgain(figures.share)];
  return [
    causes.inVain({
      ...figures,
      place: placeOf(place, design),
      patienceSec: scenario.clients.timeoutSec,
    }),
  ];
}

/** The modest overload that failed most of what was asked, if there was one: work done for clients that had gone. */
function collapseIn(
  report: Report,
): { place: Place; askedPerSec: number; canPerSec: number; share: number } | undefined {
  const share = report.indicators["inVainShare"] ?? 0;
  if (share < inVainTold) return undefined;
  const { first } = explain(report);
  for (const cause of [first, ...report.causes]) {
    if (cause?.what !== "saturated" || cause.waiting === true) continue;
    const { askedPerSec = 0, canPerSec = 0 } = cause;
    if (askedPerSec > canPerSec && askedPerSec <= canPerSec * modestFactor)
      return { place: cause.place, askedPerSec, canPerSec, share };
  }
  return undefined;
}

/** Whether the debrief of a run explains the collapse, to whoever has not been told before. */
export function explainsCollapse(level: Level, report: Report): boolean {
  const { goals, budget } = level;
  const isMissed = report.costPerMonth > budget || judge(goals, report).some(({ met }) => !met);
  return isMissed && collapseIn(report) !== undefined;
}

/** The links that are told, in order of time. */
function chainOf(report: Report, missed: readonly GoalIndicator[]): Cause[] {
  const { trigger, first, dragged, besides, losses } = explain(report, missed);
  return [trigger, first, ...dragged, ...besides, ...toldLosses(losses, report.ledger.failed)]
    .filter((cause) => cause !== undefined)
    .sort((a, b) => a.tick - b.tick || order[a.what] - order[b.what]);
}

/** Cells of what stands at the left of a sentence. */
const labelCells = 8;

/** What is told in lines of at most so many cells; `paint` is for what stands at the left. */
export function toldLines(
  told: readonly Told[],
  cells: number,
  paint: (label: string) => string = (label) => label,
): string[] {
  return told.flatMap(({ label, sentence }) =>
    paragraph(sentence, cells - labelCells).map(
      (line, n) => paint(padRight(n === 0 ? label : "", labelCells)) + line,
    ),
  );
}
