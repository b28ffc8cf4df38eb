/** The claims that every level must prove, over designs named in its data and over its space. */
import {
  decide,
  designAt,
  failsBy,
  fellOrSaturated,
  type GoalResult,
  type Level,
  movesFrom,
  type Outcome,
  refusals,
  spaceSize,
  type Verdict,
  verdictSeeds,
  type WrongAnswer,
} from "../game/index.ts";
import { type Design, formatDesign, problemsOf } from "../sim/index.ts";
import { look, screen } from "./screen.ts";

/** One claim: what should be, what was found. */
export interface Claim {
  readonly claim: string;
  readonly design: string;
  readonly expected: string;
  readonly got: string;
  readonly ok: boolean;
}

/** A goal must be met or missed by so much of its value … */
const marginOfValue = 0.03;
/** … or, for shares near 1, of what it allows to fail. */
const marginOfErrorBudget = 0.1;
const sampleSize = 120;

/** The relative distance of a value from its goal; positive when it is met. */
export function margin(goal: GoalResult): number {
  const sign = goal.bound === "atMost" ? 1 : -1;
  if (goal.bound === "atLeast" && goal.target > 0.5 && goal.target <= 1)
    return goal.target === 1 ? goal.value - 1 : (goal.value - goal.target) / (1 - goal.target);
  if (goal.target === 0) return goal.value === 0 ? 1 : -1;
  return (sign * (goal.target - goal.value)) / goal.target;
}

/** Whether a goal is met or missed clearly enough that no seed can turn it. */
export function isClear(goal: GoalResult): boolean {
  const isShare = goal.bound === "atLeast" && goal.target > 0.5 && goal.target <= 1;
  if (Number.isNaN(goal.value)) return true;
  return Math.abs(margin(goal)) >= (isShare ? marginOfErrorBudget : marginOfValue);
}

/** A claim that is proven when somebody asks. */
export interface QuickClaim {
  readonly name: string;
  readonly prove: () => Claim;
}

/** The quick claims, over every named design on every seed and a sample of the space; nothing is run yet. */
export function quickClaimsOf(level: Level): QuickClaim[] {
  const decided = new Map<string, Verdict>();
  const verdictOn = (design: Design) => {
    const line = formatDesign(design);
    const known = decided.get(line) ?? decide(level, design);
    decided.set(line, known);
    return known;
  };
  const { start, lesson, alsoPasses, biggerBox, stars } = level;
  const passing = [lesson, alsoPasses];
  const named = [start, ...passing, biggerBox, stars.two.design, stars.three.design];
  /** A claim about one design's verdict. */
  const about = (
    name: string,
    design: Design,
    expected: string,
    holds: (verdict: Verdict) => boolean,
  ): QuickClaim => ({
    name,
    prove: () => {
      const verdict = verdictOn(design);
      return claim(name, design, expected, said(verdict), holds(verdict));
    },
  });
  const isAnother = formatDesign(alsoPasses) !== formatDesign(lesson);
  return [
    about("start fails", start, "fails", ({ passed }) => !passed),
    about("lesson passes", lesson, "passes", ({ passed }) => passed && sold(level, lesson)),
    ...level.wrongAnswers.map((wrong) => {
      const name = wrong.letter === "naive" ? "naive answer" : `wrong answer ${wrong.letter}`;
      return { name, prove: () => wrongAnswerClaim(level, name, wrong, verdictOn) };
    }),
    about("bigger box fails", biggerBox, "fails", ({ passed }) => !passed),
    { name: "concept is necessary", prove: () => conceptClaim(level) },
    about(
      "two designs pass",
      alsoPasses,
      "another design passes",
      ({ passed }) => passed && sold(level, alsoPasses) && isAnother,
    ),
    about("star 2 reachable", stars.two.design, "★★", ({ stars: won }) => won >= 2),
    about("star 3 reachable", stars.three.design, "★★★", ({ stars: won }) => won === 3),
    { name: "same on every seed", prove: () => seedsClaim(level, named.map(verdictOn)) },
    { name: "margins are clear", prove: () => marginClaim(level, [start, ...passing].map(verdictOn)) },
  ];
}

/** All of them, proven. */
export function quickClaims(level: Level): Claim[] {
  return quickClaimsOf(level).map(({ prove }) => prove());
}

function claim(name: string, design: Design, expected: string, got: string, ok: boolean): Claim {
  return { claim: name, design: formatDesign(design), expected, got, ok };
}

function sold(level: Level, design: Design): boolean {
  return refusals(level, design).length === 0;
}

/** A verdict in short: stars, or the goals missed. */
function said(verdict: Verdict): string {
  if (verdict.passed) return "★".repeat(verdict.stars);
  const worst = verdict.outcomes.find((outcome) => !outcome.passed) as Outcome;
  return missed(worst);
}

function missed(outcome: Outcome): string {
  const goals = outcome.goals
    .filter((goal) => !goal.met)
    .map((goal) => `${goal.indicator} ${Number(goal.value.toPrecision(4))}`);
  if (!outcome.withinBudget) goals.push(`bill ${Math.round(outcome.report.costPerMonth)}`);
  return `fails: ${goals.join(", ")}`;
}

function wrongAnswerClaim(
  level: Level,
  name: string,
  wrong: WrongAnswer,
  verdictOn: (design: Design) => Verdict,
): Claim {
  if ("notOffered" in wrong) {
    const offered = level.shop.some((offer) =>
      offer.choices.some((choice) => wrong.notOffered in choice.set),
    );
    return {
      claim: name,
      design: wrong.notOffered,
      expected: "not for sale",
      got: offered ? "for sale" : "not for sale",
      ok: !offered,
    };
  }
  const { fails } = wrong;
  const verdict = verdictOn(wrong.design);
  const reasons: string[] = [];
  const expected: string[] = [];
  const expect = (words: string, holds: (outcome: Outcome) => boolean) => {
    expected.push(words);
    if (!verdict.outcomes.every(holds)) reasons.push(`not so: ${words}`);
  };
  if (fails.overBudget) expect("over budget", (outcome) => !outcome.withinBudget);
  for (const indicator of fails.misses ?? [])
    expect(`misses ${indicator}`, (outcome) =>
      outcome.goals.some((goal) => goal.indicator === indicator && !goal.met && isClear(goal)),
    );
  const { by, saturates } = fails;
  if (by) expect(`${by.place}: ${by.reason}`, ({ report }) => failsBy(report, by));
  if (saturates) expect(`${saturates} saturates`, ({ report }) => fellOrSaturated(report, saturates));
  const ok =
    !verdict.outcomes.some((outcome) => outcome.passed) && reasons.length === 0 && expected.length > 0;
  return claim(name, wrong.design, expected.join(", "), [said(verdict), ...reasons].join("; "), ok);
}

/** No design without the concept passes: every neighbour of the lesson, and a sample of the space. */
function conceptClaim(level: Level): Claim {
  const tried = new Map<string, Design>();
  const consider = (design: Design) => {
    if (!level.concept(design) && problemsOf(design).length === 0) tried.set(formatDesign(design), design);
  };
  for (const move of movesFrom(level, level.lesson)) {
    consider(move.design);
    if (!level.concept(move.design)) for (const next of movesFrom(level, move.design)) consider(next.design);
  }
  const size = spaceSize(level);
  const stride = Math.max(1, Math.floor(size / sampleSize));
  for (let index = stride >> 1; index < size; index += stride) consider(designAt(level, index));
  for (const [line, design] of tried) {
    const found = passesQuickly(level, design);
    if (found) return claim("concept is necessary", design, "no pass without it", `passes: ${line}`, false);
  }
  return claim(
    "concept is necessary",
    level.lesson,
    "no pass without it",
    `none of ${tried.size} tried`,
    tried.size > 0,
  );
}

/** Whether a design passes: screened first, decided exactly only when close. */
export function passesQuickly(level: Level, design: Design): boolean {
  return (
    screen(level, design).excess <= 1 && look(level, design) !== undefined && decide(level, design).passed
  );
}

function seedsClaim(level: Level, verdicts: readonly Verdict[]): Claim {
  const split = verdicts.filter((verdict) => !verdict.unanimous);
  return claim(
    "same on every seed",
    level.lesson,
    `one verdict on ${verdictSeeds.length} seeds`,
    split.length === 0 ? "one verdict" : `${split.length} designs differ`,
    split.length === 0,
  );
}

function marginClaim(level: Level, verdicts: readonly Verdict[]): Claim {
  const thin = verdicts
    .flatMap((verdict) =>
      verdict.outcomes.flatMap((outcome) => outcome.goals.map((goal) => ({ verdict, goal }))),
    )
    // A failing design may meet or miss any one goal narrowly as long as another is missed clearly.
    .filter(({ verdict, goal }) =>
      verdict.passed ? !isClear(goal) : !goal.met && !isClear(goal) && only(verdict),
    );
  const names = [
    ...new Set(thin.map(({ goal }) => `${goal.indicator} ${Number(goal.value.toPrecision(5))}`)),
  ];
  return claim(
    "margins are clear",
    level.lesson,
    "3 % of a goal",
    names.join(", ") || "clear",
    thin.length === 0,
  );
}

/** Whether some seed misses no goal clearly. */
function only(verdict: Verdict): boolean {
  return verdict.outcomes.some(
    (outcome) => outcome.withinBudget && !outcome.goals.some((goal) => !goal.met && isClear(goal)),
  );
}
