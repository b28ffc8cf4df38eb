/** What is kept of a card, read with care, and which of two states of it counts. When it comes back is `schedule.ts`. */

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

export const dayMs = 86_400_000;
/** A card that is never forgotten comes back once a year. */
export const intervalMaxDays = 365;
/** Clocks that say more than this are wrong; what is reckoned from it must still be a date. */
export const latestMs = Date.UTC(9000, 0);

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
