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
  verdictSeeds,
} from "../game/index.ts";
import { type Design, type Report, Run, screeningRun, searchRun } from "../sim/index.ts";

/** How far from its goal a screened value may be and still be run again. */
const slack = { ratio: 1.2, share: 1.6, shareFloor: 0.002, bill: 1.02 } as const;
/** How far from its goal a value of a search run may be and an exact run still meet it. */
const narrowSlack = { ratio: 1.1, share: 1.4, shareFloor: 0.001, bill: 1.01 } as const;

type Slack = { readonly [K in keyof typeof slack]: number };

/** A run is given up when it has lost so many times what its bound allows. */
const givenUpAt = 1.5;
/** Steps of a run between two looks at its losses. */
const stepsBetweenLooks = 4;

const firstSeed = verdictSeeds[0] as number;

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
  report: Report,
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
function runUntil(level: Level, design: Design, fidelity: Fidelity, lossesMax: number): Report | undefined {
  const run = new Run(design, level.scenario, { seed: firstSeed, ...fidelity });
  const { ledger, userFacing } = run.world;
  for (let n = 1; !run.done; n++) {
    run.advance();
    if (n % stepsBetweenLooks === 0 && ledger.totals(userFacing).failed > lossesMax) return undefined;
  }
  return run.report();
}

/** Few particles, but every tick. */
const secondScreening = { particles: screeningRun.particles, stride: 1 } as const;

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
  const all = worst(level, coarse, slack);
  if (all.excess <= 1) return all;
  const sure = worst(level, coarse, slack, (goal) => !isTail(goal));
  if (sure.excess > 1) return sure;
  const fine = runUntil(level, design, secondScreening, lossesMax);
  return fine ? worst(level, fine, slack) : { excess: givenUpAt, of: "goals" };
}

/** A search takes no more steps than this where long steps can be trusted. */
const searchStepsMax = 600;

/** The run of a search: on long days two ticks a step, unless a goal is about a tail. */
function searchRunOf({ scenario, goals }: Level): Fidelity {
  const stride = goals.some(isTail) ? 1 : Math.ceil(scenario.ticks / searchStepsMax);
  return { ...searchRun, stride };
}

/** What the search run of a screened design says; undefined when it fails, unless by so little that it is close. */
export function look(level: Level, design: Design): Outcome | "close" | undefined {
  const fidelity = searchRunOf(level);
  const report = runUntil(level, design, fidelity, lossesAllowed(level, narrowSlack));
  if (!report) return undefined;
  const outcome = judgeReport(level, design, report, fidelity);
  if (outcome.passed) return outcome;
  return worst(level, report, narrowSlack).excess <= 1 ? "close" : undefined;
}
