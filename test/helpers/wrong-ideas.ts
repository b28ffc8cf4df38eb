/** Wrong ideas that are told of a design, held against the same design without them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  finish,
  inSlices,
  type Level,
  movesFrom,
  type Outcome,
  type WrongAnswer,
  wrongIdeas,
} from "../../src/game/index.ts";
import { changedSettings, type Design, formatDesign, valueAt, withValue } from "../../src/sim/index.ts";
import { affordableDesigns } from "./designs.ts";
import { once, searchedOf } from "./recorded.ts";

export const seed = 11;

const toldOf = once<Level, readonly string[]>((level, built) =>
  finish(inSlices(level, wrongIdeas(level, built, searchedOf(level, built, seed), seed))),
);
export const told = (level: Level, built: Design): readonly string[] => toldOf(level, built, seed);

type Idea = Extract<WrongAnswer, { design: Design }>;
export const ideasOf = (level: Level) =>
  level.wrongAnswers.filter((answer): answer is Idea => "design" in answer);

/** The design with what tells an idea from the lesson set as in the lesson. */
function without(level: Level, idea: Idea, built: Design): Design {
  const paths = [...changedSettings(idea.design), ...changedSettings(level.lesson)].map(([path]) => path);
  return paths
    .filter((path) => valueAt(idea.design, path) !== valueAt(level.lesson, path))
    .reduce((undone, path) => withValue(undone, path, valueAt(level.lesson, path)), built);
}

/** Whether something that failed comes nearer to its target, or holds. */
function isBetter(before: Outcome, after: Outcome): boolean {
  const goals = before.goals.some((goal, i) => {
    const now = after.goals[i];
    if (goal.met || !now) return false;
    return now.met || !(Math.abs(now.value - goal.target) >= Math.abs(goal.value - goal.target));
  });
  return goals || (!before.withinBudget && after.withinBudget);
}

/** Ideas told of a design of which none makes anything better when it alone is undone. */
function blamedForNothing(level: Level, built: Design): string[] {
  const before = searchedOf(level, built, seed);
  return told(level, built).filter((letter) => {
    // Several ideas of a level may go by one letter.
    const causes = ideasOf(level).filter((each) => each.letter === letter);
    return !causes.some((cause) => isBetter(before, searchedOf(level, without(level, cause, built), seed)));
  });
}

/** What is near a level's first wrong answers is told no idea that is not to blame. */
export function testCounterfactuals(level: Level): void {
  test("never shows an idea against its own counterfactual", () => {
    for (const idea of ideasOf(level).slice(0, 2)) {
      const near = movesFrom(level, idea.design).filter((_, at, all) => at % Math.ceil(all.length / 3) === 0);
      for (const { design: built } of near)
        expect(blamedForNothing(level, built), formatDesign(built)).toEqual([]);
    }
  });
}

/** Nor is any loss at random. */
export function testRandomLosses(level: Level, count: number): void {
  test("never shows an idea of a random loss against its own counterfactual", () => {
    const losses = fc
      .sample(affordableDesigns(level), { numRuns: count, seed: 500 + level.number })
      .filter((built) => !searchedOf(level, built, seed).passed);
    expect(losses.length).toBeGreaterThan(0);
    for (const built of losses) expect(blamedForNothing(level, built), formatDesign(built)).toEqual([]);
  }, 600_000);
}
