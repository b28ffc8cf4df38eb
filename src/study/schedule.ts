/**
 * When a card comes back: FSRS 6 (ts-fsrs) in whole days, aiming at nine of ten recalled. All time comes with the
 * call; what is kept of a card is plain JSON, exact, with nothing left out that the next answer needs.
 */
import { createEmptyCard, type Card as FsrsCard, fsrs, type Grade, Rating, State } from "ts-fsrs";

/** What a player says of a card once its answer is seen. */
export const recalls = ["forgot", "knew", "easy"] as const;
export type Recall = (typeof recalls)[number];

/** What is kept of a card that was answered. */
export interface CardState {
  /** When it is to come back and when it was last answered, ISO 8601. */
  readonly dueAt: string;
  readonly answeredAt: string;
  /** Days after which nine of ten such cards are recalled. */
  readonly stabilityDays: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  /** How often it was answered, and how often forgotten after it had been known. */
  readonly answers: number;
  readonly lapses: number;
}

/** The states of cards by their ids, as a save keeps them: whatever JSON stands there. */
export type CardStates = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const dayMs = 86_400_000;
/** A card that is never forgotten comes back once a year. */
const intervalMaxDays = 365;
/** Clocks that say more than this are wrong; what is reckoned from it must still be a date. */
const latestMs = Date.UTC(9000, 0);

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

/** A state as it was saved; undefined when it is none, as after an edit by hand. */
export function readState(raw: unknown): CardState | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const { dueAt, answeredAt, stabilityDays, difficulty, answers, lapses } = raw as Record<string, unknown>;
  if (!isWithin(stabilityDays, 1e-3, 1e5) || !isWithin(difficulty, 1, 10)) return undefined;
  if (!isCount(answers, 1) || !isCount(lapses, 0)) return undefined;
  if (!isTime(dueAt) || !isTime(answeredAt) || Date.parse(dueAt) <= Date.parse(answeredAt)) return undefined;
  return { dueAt, answeredAt, stabilityDays, difficulty, answers, lapses };
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}

function isCount(value: unknown, least: number): value is number {
  return isWithin(value, least, 1e6) && Number.isInteger(value);
}

function isTime(value: unknown): value is string {
  return (
    typeof value === "string" && isWithin(Date.parse(value), 0, latestMs + (intervalMaxDays + 1) * dayMs)
  );
}

/** The state of a card; undefined when it was never answered, or what is kept of it cannot be read. */
export function stateOf(states: CardStates, id: string): CardState | undefined {
  return Object.hasOwn(states, id) ? readState(states[id]) : undefined;
}

/** Of two states of one card, as two machines keep them, the one answered later; what cannot be read gives way. */
export function laterState(one: CardStates[string], other: CardStates[string]): CardStates[string] {
  const rank = (raw: unknown) => {
    const state = readState(raw);
    const { answeredAt = "", answers = 0 } = state ?? {};
    return { ms: state ? Date.parse(answeredAt) : -1, answers, text: JSON.stringify(raw) };
  };
  const [a, b] = [rank(one), rank(other)];
  const isLater = b.ms - a.ms || b.answers - a.answers || (b.text > a.text ? 1 : 0);
  return isLater > 0 ? other : one;
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
