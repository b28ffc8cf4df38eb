/** The grades of an interview's four cells: what each asks for, by the bar. The physics are the same for all. */
import { cameBack, type InterviewFacts, isTooMuch, lossesOf, passMark, rightShareOf } from "./facts.ts";
import type { Bar, Grade, RubricCell } from "./machine.ts";

/** What a 2, a 3 and a 4 take at least. */
type Steps = readonly [two: number, three: number, four: number];

/** What a bar asks for. */
export interface Needs {
  /** Questions that matter. */
  readonly questions: Steps;
  /** The share of the figures that is right. */
  readonly rightShare: Steps;
  /** Losses that a design that passes may fail to bear for a 3; without it any number. For a 4 it is none. */
  readonly lossesMax?: number;
  /** Whether a 4 asks for twice the traffic. */
  readonly bearsTwice: boolean;
  /** Rungs that are passed. */
  readonly rungs: Steps;
}

export const needsOf: Readonly<Record<Bar, Needs>> = {
  junior: { questions: [1, 3, 4], rightShare: [0.1, 0.4, 0.6], bearsTwice: false, rungs: [1, 1, 2] },
  senior: {
    questions: [2, 4, 5],
    rightShare: [0.3, 0.6, 0.8],
    lossesMax: 1,
    bearsTwice: false,
    rungs: [1, 2, 3],
  },
  staff: {
    questions: [3, 5, 6],
    rightShare: [0.5, 0.8, 1],
    lossesMax: 0,
    bearsTwice: true,
    rungs: [1, 3, 4],
  },
};

/** Shares are sums of halves: what is missing by less is not missing. */
const epsilon = 1e-9;

/** Whether a value comes up to what a 2, a 3 and a 4 take. */
function reaches(value: number, [two, three, four]: Steps) {
  return { two: value >= two - epsilon, three: value >= three - epsilon, four: value >= four - epsilon };
}

type Grading = (facts: InterviewFacts, needs: Needs) => Grade;

const gradings: Readonly<Record<RubricCell, Grading>> = {
  requirements({ asked, unasked }, { questions }) {
    const { two, three, four } = reaches(asked.useful.length, questions);
    const returned = unasked.filter(cameBack).length;
    if (four && asked.idle.length === 0 && returned === 0) return 4;
    if (three && returned <= 1) return 3;
    return two ? 2 : 1;
  },
  numbers(facts, { rightShare }) {
    const { two, three, four } = reaches(rightShareOf(facts), rightShare);
    return four ? 4 : three ? 3 : two ? 2 : 1;
  },
  design({ judged }, { lossesMax = Number.POSITIVE_INFINITY, bearsTwice }) {
    if (!judged) return 1;
    const missed = judged.goals.filter(({ met }) => !met).length;
    if (!judged.passed) return missed <= 1 ? 2 : 1;
    if (lossesOf(judged) > lossesMax) return 2;
    const bears = !bearsTwice || judged.growth[0]?.passed === true;
    return judged.audit?.holds && bears ? 4 : 3;
  },
  depth({ rungs, twist }, needs) {
    const { two, three, four } = reaches(rungs.filter(({ mark }) => mark >= passMark).length, needs.rungs);
    const isHeld = twist.judged?.passed === true;
    if (four && isHeld && twist.isExplained && !isTooMuch(twist)) return 4;
    if (three) return 3;
    return two || isHeld ? 2 : 1;
  },
};

/** The grade of each cell. */
export function gradesOf(facts: InterviewFacts): Readonly<Record<RubricCell, Grade>> {
  const needs = needsOf[facts.bar];
  return {
    requirements: gradings.requirements(facts, needs),
    numbers: gradings.numbers(facts, needs),
    design: gradings.design(facts, needs),
    depth: gradings.depth(facts, needs),
  };
}
