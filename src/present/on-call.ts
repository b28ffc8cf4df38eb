/** A shift on call as lines: the wall, what was named and changed, the post-mortem beside the program's own. */
import {
  type AlarmSignal,
  alarmSignals,
  brokenAt,
  type Case,
  type CaseClaim,
  caseOf,
  costSec,
  dayOf,
  lostPlaceOf,
  meanBefore,
  type Promised,
  type Shift,
  type ShiftName,
  type ShiftScore,
  type Signal,
  scoreOf,
  writtenFields,
} from "../rooms/on-call/index.ts";
import { type Design, design, type Gauge, type GaugeParts, partsOfGauge } from "../sim/index.ts";
import { grouped, milliseconds, percent, seconds, showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { chainTold } from "./causes.ts";
import { niceAbove } from "./chart.ts";
import { placeOf } from "./sites.ts";

const isAlarm = (signal: Signal): signal is AlarmSignal =>
  (alarmSignals as readonly string[]).includes(signal);

/** What a signal is called. */
export function signalName(words: Words, about: Design, signal: Signal): string {
  const { onCall, curves } = words;
  if (isAlarm(signal)) return onCall.alarms[signal];
  if (signal === "worstBoxErrorShare") return onCall.worstBox;
  const lost = lostPlaceOf(signal);
  if (lost !== undefined) return onCall.lostAt(curves.part({ name: lost }));
  const parts = partsOfGauge(signal as Gauge);
  if (parts.of === "total") return onCall.totals[parts.gauge];
  if (parts.of === "business") return words.curves.orders;
  return onCall.gauge({ part: curves.part(placeOf(parts.place, about)), gauge: parts.gauge });
}

type SignalUnit = "share" | "count" | "ms" | "sec";

const alarmUnits: Readonly<Record<AlarmSignal, SignalUnit>> = {
  errorShare: "share",
  latencyP95Ms: "ms",
  staleShare: "share",
  staleOwnShare: "share",
};

const gaugeUnits: Readonly<Record<GaugeParts["gauge"], SignalUnit>> = {
  offered: "count",
  answered: "count",
  failed: "count",
  inVain: "share",
  ordersPerSec: "count",
  ordersShare: "share",
  utilization: "share",
  cpu: "share",
  busiestCpu: "share",
  idlestCpu: "share",
  slots: "share",
  backlog: "count",
  up: "share",
  askedPerSec: "count",
  canPerSec: "count",
  boxes: "count",
  booting: "count",
  paidBoxes: "count",
  sessions: "count",
  hitRatio: "share",
  evictionsPerSec: "count",
  memoryUsed: "share",
  lagMs: "ms",
  disk: "share",
  movedShare: "share",
  depth: "count",
  ageSec: "sec",
  parked: "count",
  utilizationOf: "share",
  boxesOf: "count",
};

function unitOf(signal: Signal): SignalUnit {
  if (isAlarm(signal)) return alarmUnits[signal];
  if (signal === "worstBoxErrorShare" || lostPlaceOf(signal) !== undefined) return "share";
  return gaugeUnits[partsOfGauge(signal as Gauge).gauge];
}

const shown: Readonly<Record<SignalUnit, (value: number) => string>> = {
  share: percent,
  count: grouped,
  ms: (value) => (value > 0 ? milliseconds(value) : "–"),
  sec: (value) => seconds(Math.round(value)),
};

/** A value as it is read off a signal. */
export function signalValue(signal: Signal, value: number): string {
  return shown[unitOf(signal)](value);
}

/** The value at the top of a signal's chart. */
export function signalTop(signal: Signal, values: Float64Array): number {
  const highest = values.reduce((most, each) => Math.max(most, each), 0);
  return unitOf(signal) === "share" && highest > 0.2 ? Math.max(1, highest) : niceAbove(highest);
}

/** A gauge on the wall: what it is called, and what it shows if somebody has looked. */
export interface WallRow {
  readonly signal: Signal;
  readonly name: string;
  readonly value: string | undefined;
  /** The value a minute before the alarm. */
  readonly before: string | undefined;
  readonly isBroken: boolean;
  /** A promise that is kept now and was not over the last minute, which is what a shift is judged by. */
  readonly isSettling: boolean;
}

const nowSpanSec = 10;
const beforeSec = 60;

/** The wall at a moment; what was promised hangs first. */
export function wallRows(words: Words, which: Case, shift: Shift, atSec: number = shift.nowSec): WallRow[] {
  const about = design(which.design);
  const day = dayOf(which, shift.seed, shift.made);
  const broken = brokenAt(which, day, atSec, nowSpanSec);
  const brokenMinute = brokenAt(which, day, atSec);
  const promised = (signal: Signal): Promised | undefined =>
    which.promised.find((each) => each.signal === signal);
  return wallOf(which).map((signal) => {
    const value = (at: number) => signalValue(signal, meanBefore(day.series(signal), at, nowSpanSec));
    const isSeen = shift.looked.includes(signal);
    const promise = promised(signal);
    const name = signalName(words, about, signal);
    return {
      signal,
      name: promise ? promiseTold(words, name, promise) : name,
      value: isSeen ? value(atSec) : undefined,
      before: isSeen ? value(shift.alarmSec - beforeSec) : undefined,
      isBroken: promise !== undefined && broken.includes(promise),
      isSettling: promise !== undefined && !broken.includes(promise) && brokenMinute.includes(promise),
    };
  });
}

/** A row in words: what is read off it, and that its promise is broken or not kept for long enough. */
export function toldRow({ onCall }: Words, { value, before, isBroken, isSettling }: WallRow): string[] {
  const read = value === undefined ? onCall.look(costSec.look) : onCall.now({ value, before: before ?? "" });
  return [read, ...(isBroken ? [onCall.broken] : isSettling ? [onCall.notYet] : [])];
}

/** How promises stand, as a wall has them: in one sentence, and whether they are broken, settle or are kept. */
export function promisesNow(
  { onCall }: Words,
  wall: readonly WallRow[],
): { readonly state: "broken" | "settling" | "kept"; readonly told: string } {
  const namesOf = (is: "isBroken" | "isSettling") => wall.filter((row) => row[is]).map(({ name }) => name);
  const [broken, settling] = [namesOf("isBroken"), namesOf("isSettling")];
  if (broken.length > 0) return { state: "broken", told: onCall.brokenNow(broken) };
  if (settling.length > 0) return { state: "settling", told: onCall.settling(settling) };
  return { state: "kept", told: onCall.allKept };
}

function promiseTold({ onCall }: Words, name: string, { signal, atMost }: Promised): string {
  return onCall.promised({ name, atMost: signalValue(signal, atMost) });
}

/** What a case's system promises its users. */
export function promisesOf(words: Words, which: Case): string[] {
  const about = design(which.design);
  return which.promised.map((each) => promiseTold(words, signalName(words, about, each.signal), each));
}

/** What a shift is called: by its date, by its number in the list, or by its number where its case was picked. */
export function shiftTitle({ onCall }: Pick<Words, "onCall">, { case: id, seed, date }: ShiftName): string {
  if (date !== undefined) return onCall.shiftOf(date);
  return caseOf(seed).id === id ? onCall.shift(seed) : onCall.picked(seed);
}

/** What hangs on a case's wall, in order. */
export function wallOf({ promised, gauges }: Case): readonly Signal[] {
  const wall: Signal[] = promised.map(({ signal }) => signal);
  wall.push("offered");
  for (const gauge of gauges) if (!wall.includes(gauge)) wall.push(gauge);
  return wall;
}

/** What was named and done so far, in order of time, told from a moment on. */
export function doneLines(
  words: Words,
  which: Case,
  shift: Shift,
  fromSec: number = shift.alarmSec,
): string[] {
  const { onCall, curves } = words;
  const since = (atSec: number) => showTime(atSec - fromSec, 1);
  const about = design(which.design);
  const entries = [
    ...shift.named.map(({ place, cause, atSec }) => ({
      atSec,
      text: onCall.named({ part: curves.part(placeOf(place, about)), cause: onCall.causes[cause].name }),
    })),
    ...shift.made.map(({ change, atSec }) => ({ atSec, text: onCall.changes[change].done })),
  ].sort((a, b) => a.atSec - b.atSec);
  return entries.map(({ atSec, text }) => onCall.done({ at: since(atSec), change: text }));
}

/** How a shift came out. */
function scoreLines(words: Words, score: ShiftScore, isSpoken: boolean): string[] {
  return words.onCall.score({
    stars: isSpoken
      ? words.onCall.starsAloud(score.stars)
      : "★".repeat(score.stars) + "☆".repeat(3 - score.stars),
    found: score.foundSec === undefined ? undefined : seconds(score.foundSec),
    wrongNamings: score.wrongNamings,
    isRestored: score.isRestored,
    harmful: score.harmful.length,
  });
}

/** A heading with what stands below it. */
export interface PostMortemPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The player's post-mortem beside the program's, field by field, the chain of causes and the case that looks alike. */
export function postMortem(
  words: Words,
  which: Case,
  shift: Shift,
  alike: Case,
  isSpoken = false,
): PostMortemPart[] {
  const { onCall } = words;
  const about = design(which.design);
  const texts = onCall.causes[which.cause];
  const score = scoreOf(which, shift);
  const own = {
    what: `${texts.happened} ${onCall.what({ lost: grouped(Math.round(score.lost)), idle: grouped(Math.round(score.lostIdle)), part: words.places.part(placeOf(which.place, about)) })}`,
    why: texts.why,
    detection: texts.detection,
    repair: texts.repair,
    prevention: texts.prevention,
  };
  const { report } = dayOf(which, shift.seed, shift.made, shift.nowSec);
  const chain = chainTold(words, { fault: texts.happened }, about, report);
  const { precedent } = which;
  return [
    { heading: onCall.causes[which.cause].name, lines: scoreLines(words, score, isSpoken) },
    ...writtenFields.map((field) => {
      const asked = onCall.fields[field];
      const yours = `${onCall.yours}: ${shift.written[field] || onCall.nothingWritten}`;
      const programs = `${onCall.programs}: ${own[field]}`;
      // Told aloud, two answers may be alike: each is told with what was asked.
      return isSpoken
        ? { heading: "", lines: [`${asked} ${yours}`, programs] }
        : { heading: asked, lines: [yours, programs] };
    }),
    {
      heading: onCall.chain(showTime(shift.alarmSec, 1)),
      lines: [
        ...chain.map(({ label, sentence }) => `${label} ${sentence}`),
        ...doneLines(words, which, shift, 0),
      ],
    },
    {
      heading: onCall.lookalike,
      lines: [
        `${onCall.causes[alike.cause].name}: ${onCall.causes[alike.cause].detection}`,
        ...(precedent && texts.precedent
          ? [`${precedent.company}, ${precedent.date}: ${texts.precedent}.`]
          : []),
      ],
    },
  ];
}

/** The claims of a case, a row each: whether it holds, what it says. */
export function claimRows(words: Words, claims: readonly CaseClaim[]): string[][] {
  const { onCall } = words;
  return claims.map(({ says, change, holds }) => [
    holds ? onCall.holds : onCall.fails,
    change === undefined ? onCall.proof[says] : `${onCall.changes[change].name}: ${onCall.proof[says]}`,
  ]);
}
