/** Progress one can show: how far, how well foretold, what is weak, and a plan of the days until an interview. */
import type { Calibration } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { type CardStates, stateOf } from "./card-state.ts";
import { deckOf, dueOf, type PassedLevel } from "./deck.ts";
import type { DrillKind } from "./drills/index.ts";
import { type DrillMarks, type DrillStanding, drillStandings } from "./drills/marks.ts";
import { minutesUsual } from "./interview/machine.ts";
import { type InterviewsHeld, interviewsHeld, type KeptReport } from "./interview/reports.ts";
import { answersTo, latestMarks, type MarkCalibration, markCalibration, type RungAnswer } from "./ladders.ts";
import { type ActiveMs, type TimeSpent, timeSpent } from "./time.ts";

/** What is kept of a player, as far as it is looked at here. */
export interface KeptProgress {
  readonly levels: Readonly<
    Record<
      string,
      PassedLevel & { readonly stars: number; readonly predictions: readonly { readonly right: boolean }[] }
    >
  >;
  readonly cards: CardStates;
  readonly ladders: Readonly<Record<string, readonly RungAnswer[]>>;
  readonly drills: DrillMarks;
  readonly activeMs: ActiveMs;
  readonly reports: readonly KeptReport[];
}

/** Of which level a ladder is. */
export interface LadderOf {
  readonly id: string;
  readonly level: string;
}

/** How well the matter of a level is known; open where too little was asked to say. */
export interface Standing {
  readonly level: string;
  readonly passed: boolean;
  readonly stars: number;
  /** Answers to its cards, and those that had been known and were forgotten. */
  readonly answers: number;
  readonly lapses: number;
  /** Marks of the latest climb of each of its ladders. */
  readonly marks: readonly number[];
  readonly is: "weak" | "strong" | "open";
}

export interface StudyProgress {
  readonly levels: readonly Standing[];
  readonly predictions: Calibration;
  readonly marks: MarkCalibration;
  /** Cards answered, and due now. */
  readonly reviews: number;
  readonly due: number;
  readonly drills: readonly DrillStanding[];
  readonly time: TimeSpent;
  readonly interviews: InterviewsHeld;
}

/** From so many answers on, cards alone tell how well something is known. */
const answersMin = 4;
/** Whoever forgets more than one in so many is weak there; the scheduler aims at one in ten. */
const lapsesOneIn = 4;
/** Marks on average: below a pass is weak; half of them strong, and the rest a pass, is strong. */
const weakBelow = 2;
const strongFrom = 2.5;

/** All that progress tells. */
export function studyProgress(
  lessons: readonly Lesson[],
  ladders: readonly LadderOf[],
  { levels, cards, ladders: climbed, drills, activeMs, reports }: KeptProgress,
  nowMs: number,
): StudyProgress {
  const reached = (id: string) => (Object.hasOwn(levels, id) ? levels[id] : undefined);
  const deck = deckOf(lessons, reached, cards);
  const standings = lessons.map(({ level: { id } }): Standing => {
    const states = deck.flatMap((card) =>
      card.lesson.level.id === id ? (stateOf(cards, card.id) ?? []) : [],
    );
    const answers = states.reduce((sum, state) => sum + state.answers, 0);
    const lapses = states.reduce((sum, state) => sum + state.lapses, 0);
    const marks = ladders.flatMap((ladder) =>
      ladder.level === id ? latestMarks(answersTo(climbed, ladder.id)) : [],
    );
    const { passed = false, stars = 0 } = reached(id) ?? {};
    return { level: id, passed, stars, answers, lapses, marks, is: standing(answers, lapses, marks) };
  });
  const predictions = Object.values(levels).flatMap((level) => level.predictions);
  return {
    levels: standings,
    predictions: { right: predictions.filter(({ right }) => right).length, of: predictions.length },
    marks: markCalibration(ladders.flatMap(({ id }) => answersTo(climbed, id))),
    reviews: standings.reduce((sum, { answers }) => sum + answers, 0),
    due: dueOf(deck, cards, nowMs).cards.length,
    drills: drillStandings(drills),
    time: timeSpent(activeMs, nowMs),
    interviews: interviewsHeld(reports),
  };
}

function standing(answers: number, lapses: number, marks: readonly number[]): Standing["is"] {
  const mean = marks.length === 0 ? undefined : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  const isAsked = answers >= answersMin;
  const forgets = isAsked && lapses * lapsesOneIn > answers;
  if (forgets || (mean !== undefined && mean < weakBelow)) return "weak";
  const isKnown = mean === undefined ? isAsked && lapses === 0 : mean >= strongFrom;
  return isKnown ? "strong" : "open";
}

/** What a day is for. */
export type PlannedTask =
  | { readonly kind: "review"; readonly minutes: number }
  | { readonly kind: "interview"; readonly minutes: number }
  /** A round of drills, with the kind that goes worst where one is known. */
  | { readonly kind: "drill"; readonly weakest?: DrillKind; readonly minutes: number }
  | { readonly kind: "level" | "ladder"; readonly id: string; readonly minutes: number };

export interface StudyPlan {
  readonly days: readonly { readonly tasks: readonly PlannedTask[]; readonly minutes: number }[];
  /** Levels that found no room. */
  readonly left: number;
}

/** Minutes that a level takes, briefing and debrief included; a ladder of four rungs; ten cards; a round of drills. */
export const taskMinutes = { level: 8, ladder: 10, review: 5, drill: 6, interview: minutesUsual } as const;

/** A mock interview every so many days, the last one on the last day. */
const mockEvery = 3;

/**
 * So many days of so many minutes: a review first on every day that has cards, on some a mock interview, then in turn a level that is not passed
 * and a ladder of one that is by then, the weak before those that are open, and these before the strong; where minutes
 * are left, a round of drills.
 */
export function planOf(
  { levels, due, drills }: StudyProgress,
  ladders: readonly LadderOf[],
  days: number,
  minutes: number,
): StudyPlan {
  const toPass = levels.filter(({ passed }) => !passed).map(({ level }) => level);
  const open = new Set(levels.filter(({ passed }) => passed).map(({ level }) => level));
  const order = ["weak", "open", "strong"];
  const rank = new Map(levels.map(({ level, is }) => [level, order.indexOf(is)]));
  const toClimb = [...ladders].sort((a, b) => (rank.get(a.level) ?? 0) - (rank.get(b.level) ?? 0));
  const planned = Array.from({ length: days }, (_, day) => {
    const tasks: PlannedTask[] = [];
    let free = minutes;
    const take = (task: PlannedTask) => {
      tasks.push(task);
      free -= task.minutes;
    };
    // What is passed on a day is asked on the next one.
    if (free >= taskMinutes.review && (day === 0 ? due > 0 : open.size > 0))
      take({ kind: "review", minutes: taskMinutes.review });
    const isMock = (days - 1 - day) % mockEvery === 0 && open.size > 0;
    if (isMock && free >= taskMinutes.interview) take({ kind: "interview", minutes: taskMinutes.interview });
    for (let isLevel = true, idle = 0; idle < 2; isLevel = !isLevel) {
      const at = isLevel ? 0 : toClimb.findIndex(({ level }) => open.has(level));
      const id = isLevel ? toPass[0] : toClimb[at]?.id;
      const kind = isLevel ? "level" : "ladder";
      if (id === undefined || free < taskMinutes[kind]) {
        idle++;
        continue;
      }
      idle = 0;
      take({ kind, id, minutes: taskMinutes[kind] });
      if (isLevel) open.add(toPass.shift() as string);
      else toClimb.splice(at, 1);
    }
    const [worst] = drills;
    if (free >= taskMinutes.drill)
      take({ kind: "drill", ...(worst ? { weakest: worst.kind } : {}), minutes: taskMinutes.drill });
    return { tasks, minutes: minutes - free };
  });
  return { days: planned, left: toPass.length };
}
