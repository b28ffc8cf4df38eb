/**
 * The debrief of a run as data: what held, what did not, why, and what one change would have done. It is made here
 * and nowhere else; the screen draws it, the spoken form tells it, `play simulate` prints it.
 */
import {
  type AuditCheck,
  type Calibration,
  type Counterfactual,
  type Explanation,
  explain,
  type Foretold,
  type GoalResult,
  goalsOfChance,
  type Level,
  type Luck,
  type Outcome,
  type Population,
  type StarRules,
  targetOf,
  topicsOf,
} from "../game/index.ts";
import { type Excerpt, excerptOn, type Lesson } from "../levels/index.ts";
import type { Design } from "../sim/index.ts";
import type { GoalLine, StarGoalLine } from "../words/contract/spoken.ts";
import { money, percent } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { answerText } from "./answers.ts";
import { causesTold, type Told } from "./causes.ts";
import { type Comparison, comparisonOf, type Lamp, lampsFor } from "./comparison.ts";
import { indicatorName, missedBy, showChange, showIndicator, showResult, showShare } from "./indicators.ts";
import { changeName, delta } from "./offers.ts";
import { faultIn, type Sited } from "./sites.ts";

/** What one change does to one goal. */
export interface Effect {
  readonly name: string;
  readonly change: string;
  readonly was: "met" | "missed";
  readonly is: "met" | "missed";
}

/** A change that was really run. */
export interface TriedChange {
  readonly name: string;
  /** What it adds to the bill, with its sign. */
  readonly delta: string;
  readonly passed: boolean;
  /** Undefined of a system of one's own, which has none. */
  readonly stars: Outcome["stars"] | undefined;
  /** Whether the audit holds with it, which did not hold before. */
  readonly holdsAudit: boolean;
  /** On the goals that it moves. */
  readonly effects: readonly Effect[];
}

/** What the player expected, beside what is so. */
export interface ForetoldResult {
  readonly answer: string;
  readonly right: boolean;
  readonly truth: string;
  /** How many predictions have come true so far. */
  readonly calibration: string;
  /** Why it is so; "" where the run alone says it. */
  readonly explanation: string;
}

export interface Debrief {
  /** On the run on view. */
  readonly passed: boolean;
  /** The level's goals, then the budget. */
  readonly goals: readonly GoalLine[];
  /** How the goals of the further stars came out, as far as a pass has asked for them. */
  readonly starGoals: readonly StarGoalLine[];
  /** What of it is a matter of chance, in sentences; empty where nothing is, or while it is being tried. */
  readonly luck: readonly string[];
  /** The finale's; elsewhere there are none. */
  readonly lamps: readonly Lamp[];
  /** Empty when nothing went wrong. */
  readonly why: readonly Told[];
  /** Where it began: what a chart should show. */
  readonly first: Explanation["first"];
  /** What is said of the classic wrong ideas that the failure comes of. */
  readonly ideas: readonly string[];
  /** Undefined while they are being tried. */
  readonly changes: readonly TriedChange[] | undefined;
  /** Undefined where the designs that pass are too few or not known. */
  readonly comparison: Comparison | undefined;
  readonly expected: ForetoldResult | undefined;
  readonly chapter: {
    /** "" of a system of one's own. */
    readonly quote: string;
    readonly from: string;
    /** What it comes to, said to those who have made it work. */
    readonly meaning?: string;
    /** Which command shows it with real processes. */
    readonly forReal?: string;
  };
  /** The excerpt that explains what a run failed by: the idea behind it, where there is one. */
  readonly excerpt: Excerpt | undefined;
  /** A supplement, a correction, an honest limit. */
  readonly card: { readonly title: string; readonly text: string } | undefined;
}

/** What is known of a run when its debrief is made. */
export interface Debriefed {
  readonly design: Design;
  readonly outcome: Outcome;
  /** On all seeds; false while they have not all spoken. */
  readonly passed?: boolean;
  readonly population?: Population | undefined;
  /** The letters of the wrong ideas that the failure comes of. */
  readonly ideas?: readonly string[] | undefined;
  readonly whatIf?: readonly Counterfactual[] | undefined;
  /** What other days with traffic of their own were like. */
  readonly luck?: Luck | undefined;
  /** Whether the task of the third star, where there is one, has been done. */
  readonly taskDone?: boolean | undefined;
  /** What was expected of the run, and how many predictions have come true so far. */
  readonly foretold?: (Foretold & { readonly known: Calibration }) | undefined;
  /** Whether the player has been told before why a modest overload fails most of what is asked. */
  readonly knowsCollapse?: boolean | undefined;
  /** The fact card to show, by its id. */
  readonly card?: string | undefined;
}

/** Everything that there is to say of a run of a level. */
export function debriefOf(words: Words, lesson: Lesson, run: Debriefed): Debrief {
  const { level, prose, isOwn = false } = lesson;
  const { design, outcome, passed = false, population, ideas = [], whatIf, luck } = run;
  const { taskDone = false, foretold, knowsCollapse } = run;
  const card = prose.factCards.find(({ id }) => id === run.card);
  const { report } = outcome;
  const missed = outcome.goals.filter(({ met }) => !met).map(({ indicator }) => indicator);
  // Goals alone do not win a star that waits for its task.
  const starsMax = level.stars.three.task && !taskDone ? 2 : 3;
  return {
    passed: outcome.passed,
    goals: [
      ...outcome.goals.map((goal) => goalLine(words, goal)),
      ...(Number.isFinite(level.budget) ? [budgetLine(words, level.budget, outcome)] : []),
    ],
    starGoals: [
      ...starGoalLines(words, level.stars, outcome),
      ...(outcome.audit ? [auditLine(words, level, design, outcome.audit)] : []),
    ],
    luck: luck ? luckTold(words, luck) : [],
    lamps: lampsFor(words, level, design, report),
    why: causesTold(words, lesson, design, report, knowsCollapse),
    first: explain(report, missed).first,
    ideas: ideas.flatMap((letter) => {
      const idea = prose.wrongAnswers[letter];
      return idea ? [words.causes.idea(idea)] : [];
    }),
    changes: whatIf?.map((each) => changeOf(words, level, each, outcome, isOwn ? undefined : starsMax)),
    comparison: comparisonOf(words, level, report, population, passed),
    expected: foretold && {
      answer: answerText(words, lesson, foretold, foretold.answer),
      right: foretold.right,
      truth: answerText(words, lesson, foretold, foretold.truth),
      calibration: words.prediction.calibration(foretold.known),
      explanation: foretold.about === "question" ? explanationOf(words, lesson) : "",
    },
    chapter: {
      quote: isOwn ? "" : words.reading.quote(prose.sentence.text),
      from: prose.sentence.from,
      ...(outcome.passed && !isOwn ? { meaning: prose.debrief } : {}),
      ...(outcome.passed && !isOwn && prose.forReal ? { forReal: prose.forReal } : {}),
    },
    excerpt: outcome.passed ? undefined : excerptOn(prose, topicsOf(outcome, ideas)),
    card: card && { title: words.reading.cards[card.kind], text: card.text },
  };
}

/** Why the answer to a level's question is what it is; where the run has no say in it, that is said. */
function explanationOf({ prediction }: Words, { level, prose }: Lesson): string {
  const { explanation } = prose.prediction;
  return "stated" in level.prediction.truth ? `${prediction.stated} ${explanation}` : explanation;
}

/** A goal with where it stands. */
export function goalLine(words: Words, goal: GoalResult): GoalLine {
  return {
    met: goal.met,
    name: indicatorName(words, goal.indicator),
    value: showResult(words, goal),
    bound: goal.bound,
    target: showIndicator(words, goal.indicator, goal.target),
    missed: missedBy(words, goal),
  };
}

/** The goals of the further stars with where they stand; what the third asks as the second has is told once. */
function starGoalLines(words: Words, rules: StarRules, { starGoals }: Outcome): StarGoalLine[] {
  return starGoals.flatMap((goals, at) => {
    const [star, rule] = at === 0 ? ([2, rules.two] as const) : ([3, rules.three] as const);
    const isApart = rule.scenario !== undefined;
    return goals
      .filter((goal) => at === 0 || isApart || !starGoals[0]!.some((before) => isSameGoal(before, goal)))
      .map((goal) => ({ ...goalLine(words, goal), star, isApart }));
  });
}

function isSameGoal(one: GoalResult, other: GoalResult): boolean {
  return one.indicator === other.indicator && one.target === other.target;
}

/** The audit as a goal of the third star: the loss that is not borne, or that each is. */
function auditLine(
  words: Words,
  { goals }: Level,
  design: Sited,
  { holds, undisturbed, broken, gone }: AuditCheck,
): StarGoalLine {
  const { availability, atLeast } = broken ?? undisturbed;
  const { audit } = words;
  const line = {
    met: holds,
    name: broken
      ? audit.lostPart(audit.fault(faultIn(broken.fault, design)))
      : holds
        ? audit.every
        : audit.peak,
    value: holds ? audit.borne : showShare(availability, atLeast),
    bound: "atLeast" as const,
    target: percent(atLeast),
    missed: holds ? "" : audit.see,
    star: 3 as const,
    isApart: false,
  };
  const goal = gone && goals.find(({ indicator }) => indicator === gone.indicator);
  if (!goal) return line;
  const { indicator, value } = gone;
  return {
    ...line,
    name: `${line.name}: ${indicatorName(words, indicator)}`,
    value: showIndicator(words, indicator, value),
    bound: "atMost" in goal ? "atMost" : "atLeast",
    target: showIndicator(words, indicator, targetOf(goal)),
  };
}

/** Whether the verdict is a matter of chance, and of what share; where it is not, whether a goal is. */
export function luckTold(words: Words, luck: Luck): string[] {
  const { runs, passed } = luck;
  if (passed > 0 && passed < runs) return [words.causes.chance({ met: passed, of: runs, goal: undefined })];
  return goalsOfChance(luck).map(({ indicator, met }) =>
    words.causes.chance({ met, of: runs, goal: indicatorName(words, indicator) }),
  );
}

function budgetLine({ debrief }: Words, budget: number, { withinBudget, report }: Outcome): GoalLine {
  return {
    met: withinBudget,
    name: debrief.bill,
    value: money(report.costPerMonth),
    bound: "atMost",
    target: money(budget),
    missed: withinBudget ? "" : debrief.over(report.costPerMonth - budget),
  };
}

/** Less than this share of what it was, a goal has not moved. */
const movedShare = 1e-3;

/** From no value to one, or from one to none, is a move as well. */
function hasMoved(was: number, is: number): boolean {
  if (Number.isNaN(was) || Number.isNaN(is)) return Number.isNaN(was) !== Number.isNaN(is);
  return Math.abs(is - was) > movedShare * Math.max(1e-9, Math.abs(was));
}

function changeOf(
  words: Words,
  level: Level,
  { moves, costDelta, outcome }: Counterfactual,
  before: Outcome,
  starsMax: 2 | 3 | undefined,
): TriedChange {
  const effects = outcome.goals.flatMap((goal, at): Effect[] => {
    const was = before.goals[at]!;
    const { indicator } = goal;
    if (!hasMoved(was.value, goal.value)) return [];
    // What is read as the same has not moved, unless it crosses its target.
    if (showResult(words, was) === showResult(words, goal)) return [];
    return [
      {
        name: indicatorName(words, indicator),
        change: showChange(words, indicator, was.value, goal.value),
        was: was.met ? "met" : "missed",
        is: goal.met ? "met" : "missed",
      },
    ];
  });
  const { passed } = outcome;
  const holdsAudit = before.audit?.holds === false && outcome.audit?.holds === true;
  const stars = starsMax && (Math.min(outcome.stars, starsMax) as Outcome["stars"]);
  return {
    name: changeName(words, level, moves),
    delta: delta(costDelta),
    passed,
    stars,
    holdsAudit,
    effects,
  };
}
