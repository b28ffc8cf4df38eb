/** Ladders as they are climbed: what was answered on a rung, what comes next, and how well players know their marks. */

/** 1 weak, 2 a pass, 3 strong: the sample that an answer resembles. */
export const marks = [1, 2, 3] as const;
export type LadderMark = (typeof marks)[number];

/** Every ladder has as many. */
export const rungCount = 4;

/** A rung as far as it was answered. */
export interface RungAnswer {
  /** Which one, from 0 on. */
  readonly rung: number;
  /** The seed of the climb. */
  readonly seed: number;
  readonly figureRight?: boolean;
  /** An answer that was begun and left. */
  readonly draft?: string;
  readonly said?: string;
  readonly guess?: LadderMark;
  readonly ticks: readonly number[];
  readonly mark?: LadderMark;
}

/** A climb as far as it has come. */
export interface Climb {
  /** Those that are marked, from the first one up. */
  readonly marked: readonly RungAnswer[];
  /** The one to be answered, as far as it was; undefined when all are marked. */
  readonly current: RungAnswer | undefined;
}

/** What is to be done on a rung. */
export type RungStep = "figure" | "answer" | "guess" | "points";

/** The climb of a seed, among all that was answered on a ladder. */
export function climbOf(answers: readonly RungAnswer[], seed: number): Climb {
  const marked: RungAnswer[] = [];
  for (let rung = 0; rung < rungCount; rung++) {
    const answer = answers.findLast((each) => each.seed === seed && each.rung === rung);
    if (answer?.mark === undefined) return { marked, current: answer ?? { rung, seed, ticks: [] } };
    marked.push(answer);
  }
  return { marked, current: undefined };
}

/** The seed of the climb that was left half done, if one was. */
export function unfinishedSeed(answers: readonly RungAnswer[]): number | undefined {
  const seed = answers.at(-1)?.seed;
  return seed !== undefined && climbOf(answers, seed).current ? seed : undefined;
}

/** The marks of the latest climb, from the first rung up. */
export function latestMarks(answers: readonly RungAnswer[]): LadderMark[] {
  const seed = answers.at(-1)?.seed;
  return seed === undefined ? [] : climbOf(answers, seed).marked.flatMap(({ mark }) => mark ?? []);
}

/** The first thing that is not done yet; the samples come after the points, when the player has seen enough of them. */
export function stepOf({ figureRight, said, guess }: RungAnswer, asksFigure: boolean): RungStep {
  if (asksFigure && figureRight === undefined) return "figure";
  if (said === undefined) return "answer";
  return guess === undefined ? "guess" : "points";
}

/** With a point ticked, or taken back. */
export function withTick(answer: RungAnswer, point: number): RungAnswer {
  const { ticks } = answer;
  const others = ticks.filter((each) => each !== point);
  return {
    ...answer,
    ticks: others.length < ticks.length ? others : [...ticks, point].sort((a, b) => a - b),
  };
}

/** Marked; what was said has done its service. */
export function withMark({ said: _, draft: __, ...answer }: RungAnswer, mark: LadderMark): RungAnswer {
  return { ...answer, mark };
}

/** What was answered on a ladder, among what is kept of all. */
export function answersTo<A extends RungAnswer>(
  ladders: Readonly<Record<string, readonly A[]>>,
  id: string,
): readonly A[] {
  return Object.hasOwn(ladders, id) ? (ladders[id] ?? []) : [];
}

/** So many answers are kept of a ladder: five climbs. */
export const answersMax = 5 * rungCount;

/** All answers of a ladder with one that is new or has come further. */
export function withRung<A extends RungAnswer>(answers: readonly A[], answer: A): A[] {
  const others = answers.filter(({ seed, rung }) => seed !== answer.seed || rung !== answer.rung);
  return [...others, answer].slice(-answersMax);
}

/** How well marks were foretold. */
export interface MarkCalibration {
  /** Rungs that are marked, and those of them whose mark came as expected. */
  readonly of: number;
  readonly right: number;
  /** The expected mark minus the one given, on average: above 0 for those who think too well of their answers. */
  readonly bias: number;
}

/** How well the marks of some answers were foretold. */
export function markCalibration(answers: readonly RungAnswer[]): MarkCalibration {
  const off = answers.flatMap(({ guess, mark }) =>
    guess === undefined || mark === undefined ? [] : [guess - mark],
  );
  const right = off.filter((each) => each === 0).length;
  return {
    of: off.length,
    right,
    bias: off.reduce((sum, each) => sum + each, 0) / Math.max(1, off.length),
  };
}
