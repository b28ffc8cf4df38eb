/**
 * A shift as a state machine: what was looked at, named, changed and written. Its time is that of the system, and only
 * what is done lets it pass; the state is plain data, and can be saved at once and gone on with.
 */
import { finish } from "../../game/index.ts";
import type { PlaceName } from "../../sim/index.ts";
import type { Case, CauseName, Signal } from "./case.ts";
import type { ChangeId } from "./changes.ts";
import { caseNamed } from "./named.ts";
import { alarmSecOf, dayTicks, faultSecOf, type Made, type Watched, watching } from "./watched.ts";

/** What each step costs, in seconds of the system's time. */
export const costSec = { look: 15, wait: 30, name: 20, make: 20 } as const;

/** What a post-mortem says, in order. */
export const writtenFields = ["what", "why", "detection", "repair", "prevention"] as const;
export type WrittenField = (typeof writtenFields)[number];

/** A part and a cause that were named, and when. */
export interface Naming {
  readonly place: PlaceName;
  readonly cause: CauseName;
  readonly atSec: number;
}

/** Which shift it is: its case, its day by seed, and the date whose shift it is, where it is one's. */
export interface ShiftName {
  readonly case: string;
  readonly seed: number;
  readonly date?: string;
}

export interface Shift extends ShiftName {
  /** When the alarm rang, and what time it is now. */
  readonly alarmSec: number;
  readonly nowSec: number;
  readonly looked: readonly Signal[];
  readonly named: readonly Naming[];
  readonly made: readonly Made[];
  /** At work; writing the post-mortem; over. */
  readonly phase: "work" | "write" | "over";
  readonly written: Readonly<Partial<Record<WrittenField, string>>>;
}

export type ShiftAction =
  | { readonly type: "look"; readonly signal: Signal }
  | { readonly type: "wait" }
  | { readonly type: "name"; readonly place: PlaceName; readonly cause: CauseName }
  | { readonly type: "make"; readonly change: ChangeId }
  /** The work is over: it may end at any time. */
  | { readonly type: "end" }
  | { readonly type: "write"; readonly field: WrittenField; readonly text: string }
  | { readonly type: "finish" };

/** A shift at the moment at which its alarm rings. */
export function beginShift(which: Case, seed: number, date?: string): Shift {
  const alarmSec = alarmSecOf(which, dayOf(which, seed, []), faultSecOf(seed)) ?? dayTicks;
  return {
    case: which.id,
    seed,
    ...(date === undefined ? {} : { date }),
    alarmSec,
    nowSec: alarmSec,
    looked: which.promised.map(({ signal }): Signal => signal).concat("offered"),
    named: [],
    made: [],
    phase: "work",
    written: {},
  };
}

/** The shift after an action. What does not belong to its phase changes nothing. */
export function worked(shift: Shift, action: ShiftAction): Shift {
  if (action.type === "write")
    return shift.phase === "write"
      ? { ...shift, written: { ...shift.written, [action.field]: action.text } }
      : shift;
  if (action.type === "finish") return shift.phase === "write" ? { ...shift, phase: "over" } : shift;
  if (shift.phase !== "work") return shift;
  switch (action.type) {
    case "look": {
      if (shift.looked.includes(action.signal)) return shift;
      return passed({ ...shift, looked: shift.looked.concat(action.signal) }, costSec.look);
    }
    case "wait":
      return passed(shift, costSec.wait);
    case "name": {
      const { place, cause } = action;
      const last = shift.named.at(-1);
      if (last?.place === place && last.cause === cause) return shift;
      return passed(
        { ...shift, named: [...shift.named, { place, cause, atSec: shift.nowSec }] },
        costSec.name,
      );
    }
    case "make": {
      // Whoever changes something says first what is wrong; nothing is done twice.
      if (shift.named.length === 0 || shift.made.some(({ change }) => change === action.change)) return shift;
      const later = passed(shift, costSec.make);
      return { ...later, made: [...shift.made, { change: action.change, atSec: later.nowSec }] };
    }
    case "end":
      return { ...shift, phase: "write" };
  }
}

/** Time passes; a day that is over ends the work. */
function passed(shift: Shift, sec: number): Shift {
  const nowSec = Math.min(dayTicks, shift.nowSec + sec);
  return { ...shift, nowSec, phase: nowSec === dayTicks ? "write" : shift.phase };
}

const seedMax = 2 ** 32 - 1;

/** A shift as it was saved; undefined where a name in it is none of its case, or of no case. */
export function readShift(saved: {
  readonly case: string;
  readonly seed: number;
  readonly date?: string;
  readonly looked: readonly string[];
  readonly named: readonly { readonly place: string; readonly cause: string }[];
  readonly made: readonly { readonly change: string }[];
  readonly written: Readonly<Record<string, string>>;
  readonly alarmSec: number;
  readonly nowSec: number;
  readonly begunMs: number;
}): Shift | undefined {
  const { begunMs: _, ...shift } = saved;
  const which = caseNamed(saved.case);
  if (!which || saved.seed > seedMax || saved.alarmSec > saved.nowSec || saved.nowSec > dayTicks)
    return undefined;
  const among = (names: readonly string[], name: string) => names.includes(name);
  const isKnown =
    saved.named.every(({ place, cause }) => among(which.places, place) && among(which.causes, cause)) &&
    saved.made.every(({ change }) => among(which.changes, change)) &&
    Object.keys(saved.written).every((field) => among(writtenFields, field));
  return isKnown ? (shift as Omit<typeof saved, "begunMs"> as Shift) : undefined;
}

/** The days that were watched last: a screen asks for the same one at every key. */
const watchedDays = new Map<string, Watched>();
const daysKept = 8;

/** A case's day with what was done: the same to the last byte however often it is asked for. */
export function dayOf(
  which: Case,
  seed: number,
  made: readonly Made[],
  untilSec: number = dayTicks,
): Watched {
  return finish(recalling(which, seed, made, untilSec));
}

function* recalling(
  which: Case,
  seed: number,
  made: readonly Made[],
  untilSec: number,
): Generator<number, Watched> {
  const key = JSON.stringify([which.id, seed, made, untilSec]);
  const known = watchedDays.get(key);
  if (known) return known;
  const day = yield* watching(which, seed, made, untilSec);
  const [oldest] = watchedDays.keys();
  if (watchedDays.size >= daysKept && oldest !== undefined) watchedDays.delete(oldest);
  watchedDays.set(key, day);
  return day;
}

/**
 * Lets the days go by in slices that a shift shows and, when it is over, is scored by, so that asking for them takes no
 * time afterwards: yields the share done, 0…1. Without a shift, the day on which nobody does anything.
 */
export function* watchingShift(which: Case, seed: number, shift?: Shift): Generator<number, void> {
  const made = shift?.made ?? [];
  const whole = (count: number): [readonly Made[], number] => [made.slice(0, count), dayTicks];
  const days =
    shift?.phase === "over"
      ? [...made.keys(), made.length].map(whole).concat([[[...made], shift.nowSec]])
      : [whole(made.length)];
  for (const [n, [changes, untilSec]] of days.entries())
    for (const share of recalling(which, seed, changes, untilSec)) yield (n + share) / days.length;
}
