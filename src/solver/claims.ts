/** The claims that every level must prove, over designs named in its data and over its space. */
import {
  dayKind,
  designAt,
  failsBy,
  fellOrSaturated,
  type GoalResult,
  type Level,
  movesFrom,
  type Outcome,
  play,
  refusals,
  spaceSize,
  type Verdict,
  verdictOf,
  verdictSeeds,
  type WrongAnswer,
  worstOf,
} from "../game/index.ts";
import { type Design, formatDesign, luckyRun, problemsOf } from "../sim/index.ts";
import { byDay } from "./by-day.ts";
import type { Claim, ClaimName, Failing, Measured, QuickClaim, Statement } from "./claim.ts";
import { Found } from "./found.ts";
import { look, screen } from "./screen.ts";

/** A goal must be met or missed by so much of its value … */
const marginOfValue = 0.03;
/** … or, for shares near 1, of what it allows to fail. */
const marginOfErrorBudget = 0.1;
/** A prime, so that it shares no factor with a stride. */
const sampleStep = 7_919;
const sampleSize = 120;
/** Days with traffic of their own on which every named design must come out as it does on the fixed seeds. */
const luckSeeds = verdictSeeds.slice(0, 2);

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

/** The quick claims, over every named design on every seed and a sample of the space; nothing is run yet. */
export function quickClaimsOf(level: Level, found = new Found(level)): QuickClaim[] {
  const verdictOn = (design: Design) => found.verdictOn(design);
  const { start, lesson, alsoPasses, biggerBox, stars } = level;
  const passing = [lesson, alsoPasses];
  const all = [start, ...passing, biggerBox, stars.two.design, stars.three.design];
  const named = [...new Map(all.map((design) => [formatDesign(design), design])).values()];
  /** A claim about one design's verdict. */
  const about = (
    name: ClaimName,
    design: Design,
    expected: Statement,
    holds: (verdict: Verdict) => boolean,
  ): QuickClaim => ({
    name,
    prove: () => {
      const verdict = verdictOn(design);
      return claim(name, design, expected, said(verdict), holds(verdict));
    },
  });
  const starClaim = (name: ClaimName, star: 2 | 3, design: Design): QuickClaim => ({
    name,
    prove: () => {
      const verdict = verdictOn(design);
      const got: Statement = { ...said(verdict), starGoals: judgedFor(star, verdict) };
      return claim(name, design, { code: "stars", stars: star }, got, verdict.stars >= star);
    },
  });
  const isAnother = formatDesign(alsoPasses) !== formatDesign(lesson);
  return [
    about("start-fails", start, { code: "fails" }, ({ passed }) => !passed),
    about("lesson-passes", lesson, { code: "passes" }, ({ passed }) => passed && sold(level, lesson)),
    ...level.wrongAnswers.map((wrong) => {
      const name: ClaimName = wrong.letter === "naive" ? "naive-answer" : `wrong-answer-${wrong.letter}`;
      return { name, prove: () => wrongAnswerClaim(level, name, wrong, verdictOn) };
    }),
    about("bigger-box-fails", biggerBox, { code: "fails" }, ({ passed }) => !passed),
    { name: "concept-is-necessary", prove: () => conceptClaim(level) },
    about(
      "two-designs-pass",
      alsoPasses,
      { code: "another-passes" },
      ({ passed }) => passed && sold(level, alsoPasses) && isAnother,
    ),
    starClaim("star-2-reachable", 2, stars.two.design),
    starClaim("star-3-reachable", 3, stars.three.design),
    {
      name: "same-on-every-seed",
      prove: () => {
        const days = named.flatMap((design) => {
          const lucky = luckSeeds.map((seed) => play(level, design, seed, luckyRun));
          return verdictsByDay(level, [...verdictOn(design).outcomes, ...lucky]);
        });
        return seedsClaim(level, days);
      },
    },
    { name: "margins-are-clear", prove: () => marginClaim(level, [start, ...passing].map(verdictOn)) },
  ];
}

function claim(claim: ClaimName, design: Design, expected: Statement, got: Statement, ok: boolean): Claim {
  return { claim, design: formatDesign(design), expected, got, ok };
}

function sold(level: Level, design: Design): boolean {
  return refusals(level, design).length === 0;
}

/** A verdict in short: stars, or the goals missed; and which expectations of it did not hold. */
function said(
  verdict: Verdict,
  notSo: readonly Failing[] = [],
): Extract<Statement, { readonly code: "verdict" }> {
  const worst = verdict.outcomes.find((outcome) => !outcome.passed);
  if (verdict.passed || !worst) return { code: "verdict", stars: verdict.stars, missed: [], notSo };
  const { goals, withinBudget, report } = worst;
  const bill = withinBudget ? {} : { costPerMonth: report.costPerMonth };
  return { code: "verdict", stars: 0, missed: measured(goals.filter(({ met }) => !met)), ...bill, notSo };
}

/** The goals of a star in the run that won the fewest. */
function judgedFor(star: 2 | 3, { stars, outcomes }: Verdict): readonly GoalResult[] {
  return outcomes.find((outcome) => outcome.stars === stars)?.starGoals[star - 2] ?? [];
}

function measured(goals: readonly GoalResult[]): Measured[] {
  return goals.map(({ indicator, value }) => ({ indicator, value }));
}

function wrongAnswerClaim(
  level: Level,
  name: ClaimName,
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
      expected: { code: "not-sold" },
      got: { code: offered ? "sold" : "not-sold" },
      ok: !offered,
    };
  }
  const { overBudget, misses = [], by, saturates } = wrong.fails;
  const verdict = verdictOn(wrong.design);
  const ways: Failing[] = [
    ...(overBudget ? [{ code: "over-budget" } as const] : []),
    ...misses.map((indicator) => ({ code: "misses", indicator }) as const),
    ...(by ? [{ code: "loses", ...by } as const] : []),
    ...(saturates ? [{ code: "saturates", place: saturates } as const] : []),
  ];
  // Where events are left to chance, the kind of day that decides must make it fail; another may let it pass.
  const { seed } = worstOf(verdict.outcomes).report;
  const day = dayKind(level, seed);
  const outcomes = verdict.outcomes.filter(({ report }) => dayKind(level, report.seed) === day);
  const notSo = ways.filter((way) => !outcomes.every((outcome) => failsSo(outcome, way)));
  const ok = !outcomes.some((outcome) => outcome.passed) && notSo.length === 0 && ways.length > 0;
  return claim(name, wrong.design, { code: "failing", ways }, said(verdict, notSo), ok);
}

function failsSo(outcome: Outcome, way: Failing): boolean {
  switch (way.code) {
    case "over-budget":
      return !outcome.withinBudget;
    case "misses":
      return outcome.goals.some((goal) => goal.indicator === way.indicator && !goal.met && isClear(goal));
    case "loses":
      return failsBy(outcome.report, way);
    case "saturates":
      return fellOrSaturated(outcome.report, way.place);
  }
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
  // Each sample at another place in its stretch: a stride that an offer's choices divide would always take the same one.
  for (let n = 0; (n + 1) * stride <= size; n++)
    consider(designAt(level, n * stride + ((n * sampleStep) % stride)));
  const expected = { code: "none-without-concept" } as const;
  for (const [line, design] of tried)
    if (passesQuickly(level, design))
      return claim("concept-is-necessary", design, expected, { code: "design-passes", line }, false);
  const got = { code: "none-of-tried", tried: tried.size } as const;
  return claim("concept-is-necessary", level.lesson, expected, got, tried.size > 0);
}

/** Whether a design passes: screened first, decided exactly only when close. */
export function passesQuickly(level: Level, design: Design): boolean {
  return (
    screen(level, design).excess <= 1 &&
    look(level, design) !== undefined &&
    verdictSeeds.every((seed) => play(level, design, seed).passed)
  );
}

/** A verdict of each kind of day that decides. */
function verdictsByDay(level: Level, outcomes: readonly Outcome[]): Verdict[] {
  const verdicts = byDay(outcomes, ({ report }) => dayKind(level, report.seed)).map(verdictOf);
  // One kind of day on which it always fails decides.
  const failed = verdicts.filter((verdict) => verdict.unanimous && !verdict.passed);
  return failed.length > 0 ? failed : verdicts;
}

function seedsClaim(level: Level, verdicts: readonly Verdict[]): Claim {
  const split = verdicts.filter((verdict) => !verdict.unanimous);
  return claim(
    "same-on-every-seed",
    level.lesson,
    { code: "one-verdict-on", seeds: [verdictSeeds.length] },
    split.length === 0 ? { code: "one-verdict" } : { code: "designs-differ", count: split.length },
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
  const got: Statement =
    thin.length === 0 ? { code: "clear" } : { code: "thin", goals: measured(thin.map(({ goal }) => goal)) };
  const expected = { code: "margin", share: marginOfValue } as const;
  return claim("margins-are-clear", level.lesson, expected, got, thin.length === 0);
}

/** Whether some seed misses no goal clearly. */
function only(verdict: Verdict): boolean {
  return verdict.outcomes.some(
    (outcome) =>
      !outcome.passed && outcome.withinBudget && !outcome.goals.some((goal) => !goal.met && isClear(goal)),
  );
}
