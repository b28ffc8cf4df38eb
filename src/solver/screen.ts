/**
 * Screening: few particles, long steps, wide bounds. It may only throw away what no exact run would pass; how
 * far beyond its bounds a design is tells how sure that is.
 */
import {
  type Fidelity,
  type Goal,
  indicatorValue,
  judgeReport,
  type Level,
  type Outcome,
  play,
  targetOf,
  verdictSeeds,
} from "../game/index.ts";
import { type Design, type Figures, Run, screeningRun, searchRun } from "../sim/index.ts";

/** How far from its goal a screened value may be and still be run again. */
const slack = { ratio: 1.2, share: 1.6, shareFloor: 0.002, bill: 1.02 } as const;
/** How far from its goal a value of a search run may be and an exact run still meet it. */
const narrowSlack = { ratio: 1.1, share: 1.4, shareFloor: 0.001, bill: 1.01 } as const;

type Slack = { readonly [K in keyof typeof slack]: number };

/** A run is given up when it has lost so many times what its bound allows. */
const givenUpAt = 1.5;
/** Steps of a run between two looks at its losses. */
const stepsBetweenLooks = 4;

const firstSeed = verdictSeeds[0]!;

/** A value over its bound: above 1 it is beyond it; Infinity where there is no value. */
function excess(goal: Goal, value: number, by: Slack = slack): number {
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
  if ("atMost" in goal) {
    const { atMost } = goal;
    return value / (atMost <= 1 ? atMost * by.share + by.shareFloor : atMost * by.ratio + 1);
  }
  const { atLeast } = goal;
  if (atLeast <= 1) return (1 - value) / ((1 - atLeast) * by.share + by.shareFloor);
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
  const most = Math.max(
    0,
    ...level.goals.filter(counts).map((goal) => excess(goal, indicatorValue(report, goal.indicator), by)),
  );
  return most > 1 || most >= bill ? { excess: most, of: "goals" } : { excess: bill, of: "bill" };
}

/** Requests that users wait for, over a level's day: the same for every design. */
const offered = new Map<Level, number>();

function offeredIn(level: Level): number {
  const known = offered.get(level);
  if (known !== undefined) return known;
  const { report } = play(level, level.start, firstSeed, screeningRun);
  offered.set(level, report.ledger.offered);
  return report.ledger.offered;
}

/** Requests that may fail before availability, where it is a goal, is beyond its bound. */
function lossesAllowed(level: Level, by: Slack): number {
  const bounds = level.goals.flatMap((goal) =>
    goal.indicator === "availability" && "atLeast" in goal
      ? [(1 - goal.atLeast) * by.share + by.shareFloor]
      : [],
  );
  return Math.min(1, ...bounds) * offeredIn(level);
}

/** Runs a design to its end, or until it has failed so many requests: what fails stays failed. */
function runUntil(level: Level, design: Design, fidelity: Fidelity, lossesMax: number): Run | undefined {
  const run = new Run(design, level.scenario, { seed: firstSeed, ...fidelity });
  const { ledger, userFacing } = run.world;
  for (let n = 1; !run.done; n++) {
    run.advance();
    if (n % stepsBetweenLooks === 0 && ledger.totals(userFacing).failed > lossesMax) return undefined;
  }
  return run;
}

/** Few particles in shorter steps: by these a tail is known to some parts in a hundred. */
const secondScreening = { particles: screeningRun.particles, stride: 4 } as const;

/**
 * Whether long steps can be trusted with an indicator. Not with a tail: when one request in a hundred is slow, whether
 * it is a few more or less decides between the one answer time and the other.
 */
function isTail({ indicator }: Goal): boolean {
  return /P9\d/.test(indicator);
}

/** Screens a design: in long steps, and again in short ones when it is only a tail that speaks against it. */
export function screen(level: Level, design: Design): Screened {
  const lossesMax = lossesAllowed(level, slack) * givenUpAt;
  const coarse = runUntil(level, design, screeningRun, lossesMax);
  if (!coarse) return { excess: givenUpAt, of: "goals" };
  // Causes, which cost most of a report, are of no use here.
  const figures = coarse.figures();
  const all = worst(level, figures, slack);
  if (all.excess <= 1) return all;
  const sure = worst(level, figures, slack, (goal) => !isTail(goal));
  if (sure.excess > 1) return sure;
  const fine = runUntil(level, design, secondScreening, lossesMax);
  return fine ? worst(level, fine.figures(), slack) : { excess: givenUpAt, of: "goals" };
}

/** The first run of a search: its steps decide only what they decide clearly. */
const firstLook = { particles: searchRun.particles, stride: 4 } as const;

/** The whole of what a search looks for in a level, stars included. */
function starGoals({ stars }: Level): readonly Goal[] {
  return [...stars.two.goals, ...stars.three.goals];
}

/** Whether longer steps could have made a goal of a value that misses it, or the other way round. */
function isDoubtful(goal: Goal, value: number): boolean {
  if (Number.isNaN(value)) return true;
  if (goal.indicator === "costPerMonth") return Math.abs(value / targetOf(goal) - 1) < narrowSlack.bill - 1;
  // Where nothing may be lost, nothing is lost in steps of any length.
  if (value === targetOf(goal)) return value !== 0 && value !== 1;
  if (excess(goal, value, narrowSlack) > 1) return false;
  if ("atMost" in goal) {
    const { atMost } = goal;
    return atMost <= 1
      ? value * narrowSlack.share + narrowSlack.shareFloor > atMost
      : value * narrowSlack.ratio + 1 > atMost;
  }
  const { atLeast } = goal;
  return atLeast <= 1
    ? (1 - value) * narrowSlack.share + narrowSlack.shareFloor > 1 - atLeast
    : value / narrowSlack.ratio < atLeast;
}

/** Whether a run in longer steps settles what a search wants to know. A star won on another day wants short ones. */
function settles(level: Level, report: Figures): boolean {
  if (level.stars.two.scenario || level.stars.three.scenario) return false;
  const isClear = (goal: Goal) => !isDoubtful(goal, indicatorValue(report, goal.indicator));
  return level.goals.every(isClear) && starGoals(level).every(isClear);
}

/** What the search run of a screened design says; undefined when it fails, unless by so little that it is close. */
export function look(level: Level, design: Design): Outcome | "close" | undefined {
  const lossesMax = lossesAllowed(level, narrowSlack);
  const first = runUntil(level, design, firstLook, lossesMax * givenUpAt);
  if (!first) return undefined;
  if (settles(level, first.figures())) {
    const outcome = judgeReport(level, design, first.report(), firstLook);
    return outcome.passed ? outcome : undefined;
  }
  const run = runUntil(level, design, searchRun, lossesMax);
  if (!run) return undefined;
  const report = run.report();
  const outcome = judgeReport(level, design, report, searchRun);
  if (outcome.passed) return outcome;
  return worst(level, report, narrowSlack).excess <= 1 ? "close" : undefined;
}
