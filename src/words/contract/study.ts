/** The words of Study: what is asked again, how it is asked, and what the deck is called where it is taken along. */
import type { SumId } from "../../levels/recall.ts";
import type { UnitSlip } from "../../study/reckoning.ts";
import type { InputName } from "../../study/sums.ts";

/** The numbers of a sum by the names of its inputs, and what it comes to. */
export interface SumFigures {
  readonly of: Readonly<Record<InputName, number>>;
  readonly truth: number;
}

/** The words of one sum. */
export interface SumWords {
  ask(found: SumFigures): string;
  /** What the answer is counted in. */
  readonly unit: string;
  /** How it comes to that: the way, with its numbers. */
  why(found: SumFigures): string;
}

export interface StudyWords {
  readonly title: string;
  readonly about: string;
  /** On the map: what there is to recall today. */
  line(found: { readonly today: number; readonly min: number }): string;
  /** The same when today's is done, and how many more would be due. */
  rest(more: number): string;
  /** So many cards, of those that were asked for beyond today's. */
  cards(count: number): string;
  /** An interview is not over, and how to go on with it. */
  readonly interviewOpen: string;
  /** There is no card yet. */
  readonly empty: string;
  /** The state of so many cards could not be read. */
  mended(cards: number): string;
  /** Ladders are on their way. */
  readonly loading: string;
  /** The level that opens something, by its number. */
  level(number: number): string;
  position(found: { readonly at: number; readonly of: number }): string;
  readonly think: string;
  readonly show: string;
  readonly first: string;
  readonly answer: string;
  readonly grade: string;
  /** Of a card whose answer is seen: that it wants a mark. */
  readonly gradeFirst: string;
  /** A review is over. */
  done(found: { readonly knew: number; readonly of: number }): string;
  /** Beyond it: what `Enter` does. */
  more(cards: number): string;
  readonly noMore: string;
  /** Where a card comes from. */
  from(found: { readonly level: number; readonly title: string }): string;
  readonly sums: Readonly<Record<SumId, SumWords>>;
  readonly inputs: Readonly<Record<InputName, string>>;
  readonly units: Readonly<Record<UnitSlip, string>>;
  readonly mistakes: MistakeWords;
  readonly prompt: PromptWords;
  readonly deck: DeckWords;
}

/** A card of what a run has shown to be wrong. */
export interface MistakeWords {
  design(found: { readonly line: string; readonly question: string }): string;
  /** The question of a trend, and of a wrong idea. */
  trend(expected: string): string;
  readonly idea: string;
  answer(found: { readonly said: string; readonly truth: string; readonly explanation: string }): string;
  trendAnswer(truth: string): string;
  ideaAnswer(found: { readonly title: string; readonly why: string }): string;
  missed(goals: readonly { readonly value: string; readonly goal: string }[]): string;
}

/** The review without a screen. */
export interface PromptWords {
  begin(line: string): string;
  readonly shows: string;
  readonly grades: string;
  /** What was typed is none of the marks. */
  readonly which: string;
  readonly stopped: string;
  /** Nothing is left for today, and how to go on all the same. */
  readonly hasMore: string;
}

/** The deck where it is taken along. */
export interface DeckWords {
  readonly name: string;
  readonly heads: readonly [id: string, question: string, answer: string, level: string];
}
