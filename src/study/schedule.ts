/**
 * When a card comes back: FSRS 6 (ts-fsrs) in whole days, aiming at nine of ten recalled. All time comes with the
 * call; what is kept of a card is plain JSON, exact, with nothing left out that the next answer needs.
 */
import { createEmptyCard, type Card as FsrsCard, fsrs, type Grade, Rating, State } from "ts-fsrs";
import { type CardState, type CardStates, dayMs, intervalMaxDays, latestMs, stateOf } from "./card-state.ts";

/** What a player says of a card once its answer is seen. */
export const recalls = ["forgot", "knew", "easy"] as const;
export type Recall = (typeof recalls)[number];

const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: intervalMaxDays,
  // Days are the smallest step: nobody keeps a game open for a step of ten minutes.
  enable_short_term: false,
  enable_fuzz: false,
});

const ratings: Readonly<Record<Recall, Grade>> = {
  forgot: Rating.Again,
  knew: Rating.Good,
  easy: Rating.Easy,
};

/**
 * A card's state after an answer. It always comes back at least a day after the answer, whatever the clock did before:
 * an answer that was given "later than now" counts as given just now.
 * @param before its state so far; undefined when it was never answered
 */
export function afterAnswer(before: CardState | undefined, recall: Recall, atMs: number): CardState {
  const nowMs = sane(atMs);
  const now = new Date(nowMs);
  const { card } = scheduler.next(
    before ? toFsrs(before, nowMs) : createEmptyCard(now),
    now,
    ratings[recall],
  );
  // The scheduler keeps its three answers a day apart, beyond its own longest interval.
  const restDays = Math.max(1, Math.min(intervalMaxDays, Math.round((card.due.getTime() - nowMs) / dayMs)));
  return {
    dueAt: new Date(nowMs + restDays * dayMs).toISOString(),
    answeredAt: now.toISOString(),
    stabilityDays: card.stability,
    difficulty: card.difficulty,
    answers: (before?.answers ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + (recall === "forgot" && before ? 1 : 0),
  };
}

function sane(atMs: number): number {
  return Math.max(0, Math.min(latestMs, Math.trunc(atMs)));
}

function toFsrs(
  { dueAt, answeredAt, stabilityDays, difficulty, answers, lapses }: CardState,
  nowMs: number,
): FsrsCard {
  const [due, answered] = [Date.parse(dueAt), Date.parse(answeredAt)];
  return {
    due: new Date(due),
    last_review: new Date(Math.min(answered, nowMs)),
    stability: stabilityDays,
    difficulty,
    elapsed_days: 0, // worked out by the scheduler
    scheduled_days: Math.round((due - answered) / dayMs),
    learning_steps: 0,
    reps: answers,
    lapses,
    state: State.Review,
  };
}

/** All states with one card answered; a state that cannot be read gives way to a new one. */
export function withAnswer(
  cards: CardStates,
  answer: { readonly card: string; readonly recall: Recall; readonly atMs: number },
): CardStates {
  const { card, recall, atMs } = answer;
  return { ...cards, [card]: { ...afterAnswer(stateOf(cards, card), recall, atMs) } };
}

/** How long after its answer a card counts as answered today, in ms: a night lies between two reviews. */
const todayMs = 12 * 3_600_000;

/** Whether a card was answered in the hours before. */
export function isAnsweredToday({ answeredAt }: CardState, nowMs: number): boolean {
  const sinceMs = nowMs - Date.parse(answeredAt);
  return sinceMs >= 0 && sinceMs < todayMs;
}

/**
 * How overdue a card is: the time since its answer as a multiple of the time that it was to rest, from 1 on when it is
 * due. One that was never answered is just due, and so is one whose answer lies more than a day ahead: the clock was
 * set back, and nobody waits until it is there again.
 */
export function overdueness(state: CardState | undefined, nowMs: number): number {
  if (!state) return 1;
  const answeredMs = Date.parse(state.answeredAt);
  if (answeredMs > nowMs + dayMs) return 1;
  return (nowMs - answeredMs) / (Date.parse(state.dueAt) - answeredMs);
}
