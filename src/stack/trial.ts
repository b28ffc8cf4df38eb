/** A level's day with a design, scaled to one machine: what runs, what is asked of it, what is expected. */
import { findDay, type Goal, inSlices, type Level, playing, verdictSeeds } from "../game/index.ts";
import { type Design, dayOf, formatDesign, withEventStreams } from "../sim/index.ts";
import { expressedDay } from "./cannot.ts";
import { type Stack, stackOf } from "./plan.ts";
import { type ExpectedRuns, predicting, scaledGoal } from "./predict.ts";
import { type Scale, scaledDesign, scaledScenario, scaleOf } from "./scale.ts";

export interface StackTrial {
  readonly level: Level;
  /** At full size. */
  readonly design: Design;
  readonly scale: Scale;
  readonly stack: Stack;
  /** The level's goals as they stand for the scaled system. */
  readonly goals: readonly Goal[];
  /** Plays the prediction, slice by slice. */
  readonly predict: () => Generator<void, ExpectedRuns>;
}

/**
 * The seed of the day to try a design on: the one on which it does worst in the game, where it misses a goal there;
 * otherwise the first of the level's. Yields after each slice.
 */
export function* findTrialDay(level: Level, design: Design): Generator<unknown, number> {
  const worst = yield* inSlices(level, findDay(level, design));
  const { goals } = yield* playing(level, design, worst);
  return goals.every(({ met }) => met) ? verdictSeeds[0]! : worst;
}

/** The trial of a design on the day that a seed makes of a level, in so many seconds. */
export function trialOf(level: Level, design: Design, seed: number, seconds: number): StackTrial {
  const day = expressedDay(withEventStreams(dayOf(level.scenario, seed)));
  // Scaled as the lesson is too, so that its own run can be compared.
  const scale = scaleOf([design, level.lesson], level.scenario, seconds);
  return {
    level,
    design,
    scale,
    stack: stackOf(scaledDesign(design, scale), scaledScenario(day, scale), scale),
    goals: level.goals.map((goal) => scaledGoal(goal, scale)),
    predict: () => predicting(design, day, scale, seed),
  };
}

/** What is expected of a stack, as a file beside it says. */
export interface ExpectedFile {
  readonly format: "zero-to-millions expected 1";
  readonly level: number;
  readonly design: string;
  readonly scale: Scale;
  readonly roundTripMs: number;
  readonly indicators: ExpectedRuns["indicators"];
}

export function expectedFile(
  { level, design, scale, stack }: StackTrial,
  { indicators }: ExpectedRuns,
): ExpectedFile {
  return {
    format: "zero-to-millions expected 1",
    level: level.number,
    design: formatDesign(design),
    scale,
    roundTripMs: stack.plan.roundTripMs,
    indicators,
  };
}
