/** The words of the on-call room: what is seen, named, changed and written there. */
import type { AlarmSignal, CaseClaim, CauseName, ChangeId, WrittenField } from "../../rooms/on-call/index.ts";
import type { NumberedGauge, PlaceGauge, TotalGauge } from "../../sim/index.ts";

/** What was wrong, as it stands in the menu and in the program's own post-mortem. */
export interface CauseTexts {
  readonly name: string;
  /** The first link of the chain. */
  readonly happened: string;
  readonly why: string;
  readonly detection: string;
  readonly repair: string;
  readonly prevention: string;
  /** What a named public post-mortem tells of such a day. */
  readonly precedent?: string;
}

export interface OnCallWords {
  readonly title: string;
  readonly about: string;
  readonly causes: Readonly<Record<CauseName, CauseTexts>>;
  /** What can be done, and how the log says that it was. */
  readonly changes: Readonly<Record<ChangeId, { readonly name: string; readonly done: string }>>;
  readonly alarms: Readonly<Record<AlarmSignal, string>>;
  readonly worstBox: string;
  lostAt(part: string): string;
  readonly totals: Readonly<Record<TotalGauge, string>>;
  gauge(found: { readonly part: string; readonly gauge: PlaceGauge | NumberedGauge }): string;
  /** A promise beside what was promised. */
  promised(found: { readonly name: string; readonly atMost: string }): string;
  /** A shift in the list, by its number. */
  shift(number: number): string;
  /** A shift that is none of the list: of a date, or on a case that was picked. */
  shiftOf(date: string): string;
  picked(number: number): string;
  readonly never: string;
  readonly open: string;
  tally(found: { readonly done: number; readonly of: number }): string;
  best(found: { readonly stars: string; readonly found: string }): string;
  /** While the days are worked out that a shift will show; what takes time on it. */
  readonly running: string;
  readonly timePasses: string;
  /** What was saved cannot be gone on with. */
  readonly otherShift: string;
  /** What time it is since the alarm. */
  clock(time: string): string;
  /** Promises that are broken now; that are kept now and were not over the last minute; that all are kept. */
  brokenNow(promises: readonly string[]): string;
  settling(promises: readonly string[]): string;
  readonly allKept: string;
  /** The value at the top of the chart; what is read off it at a moment, and before the alarm. */
  top(value: string): string;
  read(found: { readonly at: string; readonly value: string; readonly before: string }): string;
  readonly wall: string;
  /** A value beside what it was before the alarm. */
  now(found: { readonly value: string; readonly before: string }): string;
  readonly seen: string;
  look(sec: number): string;
  wait(sec: number): string;
  name(sec: number): string;
  make(sec: number): string;
  readonly end: string;
  readonly whichPart: string;
  whichCause(sec: number): string;
  whichChange(sec: number): string;
  named(found: { readonly part: string; readonly cause: string }): string;
  readonly nameFirst: string;
  done(found: { readonly at: string; readonly change: string }): string;
  /** Beside a promise that is broken. */
  readonly broken: string;
  /** Beside a promise that is kept now and was not over the last minute. */
  readonly notYet: string;
  readonly fields: Readonly<Record<WrittenField, string>>;
  readonly write: string;
  readonly nothingWritten: string;
  readonly yours: string;
  readonly programs: string;
  /** Above times of the whole day, with when the alarm rang. */
  chain(alarm: string): string;
  what(found: { readonly lost: string; readonly idle: string; readonly part: string }): string;
  /** Stars for those who listen. */
  starsAloud(stars: number): string;
  score(found: {
    readonly stars: string;
    readonly found: string | undefined;
    readonly wrongNamings: number;
    readonly isRestored: boolean;
    readonly harmful: number;
  }): string[];
  readonly lookalike: string;
  readonly proof: Readonly<Record<CaseClaim["says"], string>>;
  readonly holds: string;
  readonly fails: string;
  /** At a plain prompt. */
  readonly prompt: {
    readonly help: string;
    readonly which: string;
    /** A line that comes after the post-mortem. */
    readonly over: string;
    readonly stopped: string;
  };
}
