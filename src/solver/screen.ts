/**
 * Screening: few particles, long steps, wide bounds. It may only throw away what no exact run would pass; how
 * far beyond its bounds a design is tells how sure that is.
 */
import {
  type AtPeak,
  type AuditFault,
  atPeak,
  auditRow,
  availabilityAfter,
  counts,
  daySeeds,
  faultsOf,
  finish,
  type Goal,
  type GoalIndicator,
  gravestFirst,
  indicatorValue,
  isCurable,
  judgeReport,
  type Level,
  meets,
  type Outcome,
  type PeakRun,
  targetOf,
  undisturbedAt,
  worstOf,
} from "../game/index.ts";
import {
  type Design,
  type Figures,
  type Indicator,
  type IndicatorTraits,
  indicatorTraits,
  partsOfIndicator,
  type Run,
  screeningRun,
  searchRun,
} from "../sim/index.ts";
import { most, runUntilSealed, type Slack, slowTimes } from "./sealed.ts";

/** How far from its goal a screened value may be and still be run again. */
export const slack: Slack = { ratio: 1.2, ratioFloor: 1, share: 1.6, shareFloor: 0.002, bill: 1.02 };
/** How far from its goal a value of a search run may be and an exact run still meet it. */
const narrowSlack: Slack = { ratio: 1.1, ratioFloor: 1, share: 1.4, shareFloor: 0.001, bill: 1.01 };

/** A run is given up when it is so many times as far from a goal as its slack allows. */
export const givenUpAt = 1.5;
/** What a sealed run has lost is counted whole a tick later, and a share is rounded: a part in a thousand is none too much. */
const sealedMargin = 1.002;

/** A value over its bound: above 1 it is beyond it; Infinity where there is no value. */
function excess(goal: Goal, value: number, by: Slack = slack): number {
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
  if ("atMost" in goal) return value / most(goal, by);
  const { atLeast } = goal;
  if (atLeast <= 1) return (1 - value) / most(goal, by);
  return value > 0 ? atLeast / by.ratio / value : Number.POSITIVE_INFINITY;
}

/** What screening says: 1 or less when a design may pass; otherwise how far it is beyond the bounds, and of what. */
export interface Screened {
  readonly excess: number;
  readonly of: "bill" | "goals";
}

function worst(
  level: Level,
  report: Figures,
  by: Slack,
  counts: (goal: Goal) => boolean = () => true,
): Screened {
  const bill = report.costPerMonth / (level.budget * by.bill);
  const farthest = Math.max(
    0,
    ...level.goals.filter(counts).map((goal) => excess(goal, indicatorValue(report, goal.indicator), by)),
  );
  return farthest > 1 || farthest >= bill ? { excess: farthest, of: "goals" } : { excess: bill, of: "bill" };
}

/** Few particles in shorter steps: by these a tail is known to some parts in a hundred. */
const secondScreening = { particles: screeningRun.particles, stride: 4 } as const;

/** What is known of a goal's indicator; of the bill only that no tail decides it. */
function traitsOf({ indicator }: Goal): Pick<IndicatorTraits, "isTail" | "isKnownInLongSteps"> {
  if (indicator === "costPerMonth") return { isTail: false, isKnownInLongSteps: false };
  return indicatorTraits[partsOfIndicator(indicator).name];
}

/**
 * So many times as many slow answers as a percentile allows are too many in shorter steps, too, and so many times fewer
 * are few enough: of designs that only a tail spoke against and short steps did not seal, none had more than 1.2 times as
 * many, and over designs of all levels short steps had at most 1.25 times as many as those of four ticks.
 */
export const surelySlowTimes = 1.6;

/**
 * Screens a design: in long steps, and again in short ones when it is only a tail that speaks against it, and that not
 * clearly.
 * @param toldUpTo how far beyond the bounds of its goals a design may be to be told how far; `givenUpAt` at most
 */
export function screen(level: Level, design: Design, toldUpTo = givenUpAt): Screened {
  const [seed = Number.NaN] = daySeeds(level);
  const beyond: Screened = { excess: givenUpAt, of: "goals" };
  const times = Math.min(givenUpAt, toldUpTo * sealedMargin);
  const coarse = runUntilSealed(
    level,
    design,
    { seed, ...screeningRun },
    { by: slack, times, slowFrom: givenUpAt, tailTimes: surelySlowTimes },
  );
  if (!coarse) return beyond;
  // Causes, which cost most of a report, are of no use here.
  const figures = coarse.figures();
  const all = worst(level, figures, slack);
  if (all.excess <= 1) return all;
  // Not a tail: when one request in a hundred is slow, a few more or less decide between the one answer time and the other.
  const sure = worst(level, figures, slack, (goal) => !traitsOf(goal).isTail);
  if (sure.excess > 1) return sure;
  const fine = runUntilSealed(level, design, { seed, ...secondScreening }, { by: slack, times });
  return fine ? worst(level, fine.figures(), slack) : beyond;
}

/** The first run of a search: its steps decide only what they decide clearly. */
const firstLook = { particles: searchRun.particles, stride: 4 } as const;

/**
 * How far steps of four ticks move a time of whole pages, or a share answered: half of this was the most over designs of
 * all levels. Of other figures nothing so narrow is known.
 */
const stepSlack: Slack = { ratio: 1.04, ratioFloor: 1, share: 1.1, shareFloor: 0.001, bill: 1.01 };
/** And how far they move a bill, as a share of it. */
const billMovedMax = 0.004;

/** A goal, its value in a run, and how many times as many answers were too slow as it allows, where it is of answer times. */
interface SeenGoal {
  readonly goal: Goal;
  readonly value: number;
  readonly slowTimes?: number | undefined;
}

/** What a run that is over says of goals, and its bill. */
interface SeenRun {
  readonly costPerMonth: number;
  readonly seen: (goal: Goal) => SeenGoal;
}

function seenIn(run: Run): SeenRun {
  const figures = run.figures();
  return {
    costPerMonth: figures.costPerMonth,
    seen: (goal) => ({
      goal,
      value: indicatorValue(figures, goal.indicator),
      slowTimes: slowTimes(run, goal),
    }),
  };
}

/** Whether longer steps could have made a goal of a value that misses it, or the other way round. */
function isDoubtful(
  { goal, value, slowTimes }: SeenGoal,
  by = traitsOf(goal).isKnownInLongSteps ? stepSlack : narrowSlack,
): boolean {
  if (Number.isNaN(value)) return true;
  // A percentile leaps where hardly anything is as slow as it; how much is slower does not.
  if (slowTimes !== undefined) return slowTimes * surelySlowTimes > 1 && slowTimes < surelySlowTimes;
  if (goal.indicator === "costPerMonth") return Math.abs(value / targetOf(goal) - 1) < by.bill - 1;
  // Where nothing may be lost, nothing is lost in steps of any length.
  if (value === targetOf(goal)) return value !== 0 && value !== 1;
  if (excess(goal, value, by) > 1) return false;
  if ("atMost" in goal) {
    const { atMost } = goal;
    return atMost <= 1
      ? value * by.share + by.shareFloor > atMost
      : value * by.ratio + by.ratioFloor > atMost;
  }
  const { atLeast } = goal;
  return atLeast <= 1 ? (1 - value) * by.share + by.shareFloor > 1 - atLeast : value / by.ratio < atLeast;
}

/** How far steps of four ticks move some shares of designs that screening keeps, in parts of the value: at most a third of this was seen. */
export const movedMax: Readonly<Partial<Record<GoalIndicator, number>>> = {
  hitRatio: 0.01,
  staleReadShare: 0.1,
};

/** Whether a goal that is met in longer steps is met in short ones, too. */
function isSurelyMet(each: SeenGoal): boolean {
  const { goal, value } = each;
  if (!meets(goal, value)) return false;
  if (!isDoubtful(each)) return true;
  const moved = movedMax[goal.indicator];
  return moved !== undefined && meets(goal, "atMost" in goal ? value * (1 + moved) : value * (1 - moved));
}

/** What a run in longer steps settles of what a search wants to know: nothing, that the design fails, or all of it. */
function settled(level: Level, { costPerMonth, seen }: SeenRun): "fails" | "all" | undefined {
  const misses = (each: SeenGoal) => !meets(each.goal, each.value);
  const isClear = (each: SeenGoal) => !isDoubtful(each) || isSurelyMet(each);
  const goals = level.goals.map(seen);
  if (goals.some((each) => misses(each) && isClear(each))) return "fails";
  const toBudget = Math.abs(costPerMonth / level.budget - 1);
  if (!goals.every(isClear) || toBudget < billMovedMax) return undefined;
  // A star won on another day has a run of its own; where the second is missed nobody asks for the third.
  const { two, three } = level.stars;
  const [ofTwo, ofThree] = [two, three].map((star) => (star.scenario ? [] : star.goals.map(seen)));
  if (!ofTwo?.every(isClear)) return undefined;
  return ofTwo.some(misses) || ofThree?.every(isClear) ? "all" : undefined;
}

/** How many stars a design has on a day for certain, by a run in longer steps; -1 where it may fail. */
function starsAtLeast(level: Level, { costPerMonth, seen }: SeenRun): number {
  const areMet = (goals: readonly Goal[]) => goals.every((goal) => isSurelyMet(seen(goal)));
  const { two, three } = level.stars;
  if (!areMet(level.goals) || costPerMonth > level.budget * (1 - billMovedMax)) return -1;
  // What another day or the lamps decide is known of a run of its own alone.
  if (two.scenario || two.lamps || !areMet(two.goals)) return 1;
  return three.scenario || three.lamps || !areMet(three.goals) ? 2 : 3;
}

/**
 * What the search runs of a screened design say, one for each kind of day that a seed may bring: that of the day which
 * decides; undefined when one fails, unless by so little that it is close.
 */
export function look(level: Level, design: Design): Outcome | "close" | undefined {
  const firsts: FirstLook[] = [];
  for (const seed of daySeeds(level)) {
    const first = lookFirst(level, design, seed);
    if (!first) return undefined;
    firsts.push(first);
  }
  const outcomes: Outcome[] = [];
  let isClose = false;
  for (const first of firsts) {
    // The day that decides is the one with the fewest stars, of equals the first: no other is looked at more closely.
    const fewest = Math.min(...outcomes.map(({ stars }) => stars));
    if (first.starsAtLeast >= fewest) continue;
    const found = first.outcome ?? lookAgain(level, design, first.seed);
    if (!found) return undefined;
    if (found === "close") isClose = true;
    else outcomes.push(found);
  }
  return isClose ? "close" : audited(level, design, worstOf(outcomes));
}

/**
 * How an audit is looked at before it is run as the game runs it, the coarsest first: each decides only what it decides
 * clearly. A loss and its end fall between two steps of either. Of what screening's slack allows for, long steps moved
 * a thirteenth at the most, over designs of all levels.
 */
const auditLooks: readonly { readonly run: PeakRun; readonly by?: Slack }[] = [
  { run: screeningRun, by: slack },
  { run: firstLook },
];

/** An outcome with the audit that its third star asks for. */
function audited(level: Level, design: Design, outcome: Outcome): Outcome {
  if (outcome.stars < 3 || !level.stars.three.audit) return outcome;
  return holdsAudit(level, design) ? outcome : { ...outcome, stars: 2 };
}

/** Whether a design holds the audit; a loss is run as the game runs it only where longer steps leave a doubt. */
function holdsAudit(level: Level, design: Design): boolean {
  const curable = faultsOf(design).filter((fault) => isCurable(level, design, fault));
  let open: readonly (AuditFault | undefined)[] = [...gravestFirst(curable), undefined];
  for (const { run, by } of auditLooks) {
    const doubtful: (AuditFault | undefined)[] = [];
    for (const fault of open) {
      const bounds = boundsAfter(level, fault, finish(atPeak(level, design, fault, run)));
      const clear = bounds.filter((each) => !isDoubtful(each, by));
      if (clear.some(({ goal, value }) => !meets(goal, value))) return false;
      if (clear.length < bounds.length) doubtful.push(fault);
    }
    open = doubtful;
  }
  return open.every((fault) => {
    const found = finish(atPeak(level, design, fault, { particles: searchRun.particles }));
    return fault ? !counts(auditRow(level, design, fault, found)) : undisturbedAt(level, found).holds;
  });
}

/** What an audit asks for after a loss, and how it came out; with nothing lost it asks for availability alone. */
function boundsAfter(
  level: Level,
  fault: AuditFault | undefined,
  { availability, indicators }: AtPeak,
): readonly SeenGoal[] {
  const answered: Goal = { indicator: "availability", atLeast: availabilityAfter(level, fault) };
  const forGood = fault ? level.goals.filter(({ indicator }) => indicator in indicators) : [];
  return [
    { goal: answered, value: availability },
    ...forGood.map((goal) => ({ goal, value: indicators[goal.indicator as Indicator] ?? 0 })),
  ];
}

/** What a day says in long steps. */
interface FirstLook {
  readonly seed: number;
  /** The outcome, where the steps settle all of it. */
  readonly outcome?: Outcome;
  /** So many stars for certain; -1 where not even that it passes is. */
  readonly starsAtLeast: number;
}

/** Looks at a day in long steps; undefined where the design fails there. */
function lookFirst(level: Level, design: Design, seed: number): FirstLook | undefined {
  const run = runUntilSealed(level, design, { seed, ...firstLook }, { by: narrowSlack, times: givenUpAt });
  if (!run) return undefined;
  const seen = seenIn(run);
  const says = settled(level, seen);
  if (says === "fails") return undefined;
  if (says !== "all") return { seed, starsAtLeast: starsAtLeast(level, seen) };
  const outcome = judgeReport(level, design, run.report(), searchRun);
  return outcome.passed ? { seed, outcome, starsAtLeast: outcome.stars } : undefined;
}

/** Looks at a day in short steps; undefined where the design fails there, unless by so little that it is close. */
function lookAgain(level: Level, design: Design, seed: number): Outcome | "close" | undefined {
  const run = runUntilSealed(level, design, { seed, ...searchRun }, { by: narrowSlack, times: 1 });
  if (!run) return undefined;
  const report = run.report();
  const outcome = judgeReport(level, design, report, searchRun);
  if (outcome.passed) return outcome;
  return worst(level, report, narrowSlack).excess <= 1 ? "close" : undefined;
}
