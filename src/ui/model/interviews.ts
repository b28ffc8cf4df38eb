/** The door to interviews: what stands there, and on what terms a new one would begin. */
import type { Lesson } from "../../levels/index.ts";
import type { SavedReport } from "../../saves/shape.ts";
import {
  type Bar,
  bars,
  type InterviewTerms,
  minutesUsual,
  type WantedInterview,
} from "../../study/interview/machine.ts";
import { openInterviewOf, resumeInterview, startInterview } from "./interview.ts";
import { lessonsOf } from "./progress.ts";
import { progressOf } from "./reached.ts";
import { seedOfNow } from "./study.ts";
import type { InterviewBundle, InterviewsScreen } from "./study-screens.ts";
import { clamp, show } from "./transitions.ts";
import type { State } from "./types.ts";

/** A row of the door. */
export type InterviewRow =
  | { readonly kind: "goOn" }
  | { readonly kind: "level" | "bar" | "clock" | "begin" }
  | { readonly kind: "report"; readonly report: SavedReport };

/** Whether there is something to choose in a row. */
export function isTerm(row: InterviewRow | undefined): boolean {
  return row?.kind === "level" || row?.kind === "bar" || row?.kind === "clock";
}

type DoorState = Pick<State, "save" | "mapRows">;

/** The rows: the interview that is not over, the terms of a new one, the reports, the latest first. */
export function doorRows({ save }: Pick<State, "save">): InterviewRow[] {
  const open = openInterviewOf({ save }) ? [{ kind: "goOn" } as const] : [];
  const terms = (["level", "bar", "clock", "begin"] as const).map((kind) => ({ kind }));
  return [
    ...open,
    ...terms,
    ...save.reports.toReversed().map((report) => ({ kind: "report", report }) as const),
  ];
}

/** A level as it is called. */
export function levelNamed({ mapRows, words }: Pick<State, "mapRows" | "words">, id: string): string {
  const lesson = lessonsOf(mapRows).find(({ level }) => level.id === id);
  return lesson ? words.study.from({ level: lesson.level.number, title: lesson.prose.title }) : id;
}

/** The levels that an interview can be about: those that are passed. */
export function passedLessons(state: DoorState): Lesson[] {
  return lessonsOf(state.mapRows).filter(({ level }) => progressOf(state.save, level.id)?.passed);
}

/** What the clock can be set to, in minutes; undefined is none. */
const clocks = [undefined, 15, minutesUsual, 35, 45] as const;

/** The terms with one of them changed by a step. */
export function withTerm(
  state: DoorState,
  screen: InterviewsScreen,
  row: InterviewRow["kind"],
  by: number,
): InterviewsScreen {
  const moved = <T>(list: readonly T[], value: T) =>
    list[clamp(list.indexOf(value) + by, 0, list.length - 1)] as T;
  if (row === "level")
    return { ...screen, level: clamp(screen.level + by, -1, passedLessons(state).length - 1) };
  if (row === "bar") return { ...screen, bar: moved<Bar>(bars, screen.bar) };
  return row === "clock" ? { ...screen, minutes: moved(clocks, screen.minutes) } : screen;
}

/** What a new interview would be about, by a seed of the moment; undefined where no level is passed. */
export function termsOf(
  state: DoorState & Pick<State, "nowMs">,
  { level, bar, minutes }: InterviewsScreen,
): InterviewTerms | undefined {
  const seed = seedOfNow(state);
  const passed = passedLessons(state);
  const lesson = passed[level < 0 ? seed % passed.length : level];
  if (!lesson) return undefined;
  return { level: lesson.level.id, seed, bar, ...(minutes === undefined ? {} : { minutes }) };
}

/** The door; the words come as soon as they are loaded. */
export function openInterviews(state: State, bundle?: InterviewBundle): State {
  return show(state, {
    kind: "interviews",
    ...(bundle ? { bundle } : {}),
    at: openInterviewOf(state) ? 0 : 3,
    level: -1,
    bar: "senior",
    minutes: minutesUsual,
  });
}

/** The game opened at an interview: the one that is not over, or a new one; where others were wanted, the door. */
export function openedAt(state: State, { terms, isNamed, isAnew }: WantedInterview): State {
  if (!openInterviewOf(state) || isAnew) return startInterview(state, terms);
  return isNamed ? openInterviews(state) : resumeInterview(state);
}
