/** The deck: what is asked again of the levels that are passed. A card's id never changes. */
import type { Lesson } from "../levels/index.ts";
import { type SumId, sumsOfLevels, trivia } from "../levels/recall.ts";
import { type CardStates, stateOf } from "./card-state.ts";
import { isAnsweredToday, overdueness } from "./schedule.ts";
import { type PosedSum, poseSum } from "./sums.ts";

/** A prediction that did not come true, or a wrong idea that a design failed by, with that run's figures. */
export interface Mistake {
  readonly about: "question" | "goals" | "trend" | "idea";
  /** Of a trend its indicator, of an idea its letter; otherwise "". */
  readonly of: string;
  /** What was expected and what was true, as keys or numbers; of an idea "". */
  readonly answer: string;
  readonly truth: string;
  /** The design that was run, in one-line notation. */
  readonly design: string;
  /** The goals that the run missed. */
  readonly missed: readonly MissedGoal[];
}

/** A goal that a run missed. */
export interface MissedGoal {
  readonly indicator: string;
  readonly bound: "atMost" | "atLeast";
  readonly target: number;
  readonly value: number;
}

/** A card; its words are made where it is shown. */
export type Card = { readonly id: string; readonly lesson: Lesson } & (
  | { readonly kind: "prose"; readonly question: string; readonly answer: string }
  | { readonly kind: "sum"; readonly posed: PosedSum }
  | { readonly kind: "mistake"; readonly mistake: Mistake }
);

/** What is kept of a level, as far as the deck needs it. */
export interface PassedLevel {
  readonly passed: boolean;
  readonly mistakes: readonly Mistake[];
}

/** The id of a sum's card. */
function sumCardId(sum: SumId): string {
  return `sum-${sum}`;
}

/** The id of a mistake's card: the same mistake is one card, with the figures of the last time. */
function mistakeCardId(level: string, { about, of }: Mistake): string {
  return of === "" ? `${level}-m-${about}` : `${level}-m-${about}-${of}`;
}

/**
 * All cards of the levels that are passed, in teaching order: of each its mistakes, sums, questions and cards. The
 * numbers of a sum change once it was answered.
 */
export function deckOf(
  lessons: readonly Lesson[],
  reached: (level: string) => PassedLevel | undefined,
  states: CardStates,
): Card[] {
  return lessons.flatMap((lesson): Card[] => {
    const { level, prose } = lesson;
    const known = reached(level.id);
    if (!known?.passed) return [];
    const mistakes = known.mistakes.map(
      (mistake): Card => ({ id: mistakeCardId(level.id, mistake), lesson, kind: "mistake", mistake }),
    );
    const sums = (sumsOfLevels[level.id] ?? []).map((sum): Card => {
      const id = sumCardId(sum);
      const round = stateOf(states, id)?.answers ?? 0;
      return { id, lesson, kind: "sum", posed: poseSum(sum, `round ${round}`) };
    });
    const asked = [...prose.questions, ...prose.cards]
      .filter(({ id }) => !trivia.has(id))
      .map(({ id, question, answer }): Card => ({ id, lesson, kind: "prose", question, answer }));
    return [...mistakes, ...sums, ...asked];
  });
}

/** The ids of the deck's cards of which something is kept that cannot be read. Cards that are no more are left alone. */
export function unreadable(deck: readonly Card[], states: CardStates): string[] {
  return deck
    .map(({ id }) => id)
    .filter((id) => Object.hasOwn(states, id) && stateOf(states, id) === undefined);
}

/** So many cards make a review, and so many more come to whoever asks for more. */
export const reviewCards = 10;
export const moreCards = 5;

/** How long a card takes, in seconds: to think, to read, to be honest. */
const cardSec = 25;

/** What there is to recall. */
export interface Due {
  /** All cards that are due, the most overdue first, in terms of the time they were to rest. */
  readonly cards: readonly Card[];
  /** How many of them are for today: the rest is put off without a word. */
  readonly today: number;
  /** What today's take, in whole minutes. */
  readonly todayMin: number;
}

/** The cards that are due. */
export function dueOf(deck: readonly Card[], states: CardStates, nowMs: number): Due {
  const rated = deck.map((card) => {
    const state = stateOf(states, card.id);
    return {
      card,
      isToday: state !== undefined && isAnsweredToday(state, nowMs),
      over: overdueness(state, nowMs),
    };
  });
  const cards = rated
    .filter(({ over }) => over >= 1)
    .sort((a, b) => b.over - a.over)
    .map(({ card }) => card);
  const answered = rated.filter(({ isToday }) => isToday).length;
  const today = Math.min(cards.length, Math.max(0, reviewCards - answered));
  return { cards, today, todayMin: Math.ceil((today * cardSec) / 60) };
}
