/** Whose idea a failed design is: told only when running it without the idea shows that it is to blame. */
import { describe, expect, test } from "vitest";
import {
  finish,
  inSlices,
  type Level,
  movesFrom,
  type Outcome,
  play,
  type WrongAnswer,
  wrongIdeas,
} from "../../src/game/index.ts";
import {
  changedSettings,
  type Design,
  design,
  formatDesign,
  searchRun,
  valueAt,
  withValue,
} from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const seed = 11;
const levels = lessons.map(({ level }) => level);
const levelOf = (number: number) => levels.find((level) => level.number === number) as Level;

function told(level: Level, built: Design): readonly string[] {
  return finish(inSlices(level, wrongIdeas(level, built, play(level, built, seed, searchRun), seed)));
}

type Idea = Extract<WrongAnswer, { design: Design }>;
const ideasOf = (level: Level) => level.wrongAnswers.filter((answer): answer is Idea => "design" in answer);

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

describe.each(levels)("level $number", (level) => {
  test("names the idea of each of its wrong answers", () => {
    for (const { letter, design: wrong } of ideasOf(level)) {
      if (formatDesign(wrong) === formatDesign(level.start)) continue;
      if (play(level, wrong, seed, searchRun).passed) continue;
      const same = ideasOf(level).filter((idea) => formatDesign(idea.design) === formatDesign(wrong));
      const letters = told(level, wrong);
      expect(
        same.some((idea) => letters.includes(idea.letter)),
        `${letter}: ${letters.join()}`,
      ).toBe(true);
    }
  });

  test("never shows an idea against its own counterfactual", () => {
    for (const idea of ideasOf(level).slice(0, 2)) {
      const near = movesFrom(level, idea.design).filter((_, at, all) => at % Math.ceil(all.length / 3) === 0);
      for (const { design: built } of near) {
        const before = play(level, built, seed, searchRun);
        for (const letter of told(level, built)) {
          // Several ideas of a level may go by one letter.
          const causes = ideasOf(level).filter((each) => each.letter === letter);
          const afters = causes.map((cause) => play(level, without(level, cause, built), seed, searchRun));
          const better = afters.some((after) => isBetter(before, after));
          expect(better, `${letter} in ${formatDesign(built)}`).toBe(true);
        }
      }
    }
  });
});

describe("no idea is told", () => {
  test("in a start, nor in what passes", () => {
    for (const level of levels) {
      expect(told(level, level.start)).toEqual([]);
      expect(told(level, level.lesson)).toEqual([]);
    }
  });

  test("of replicas in zone A, when they stand in A and B", () => {
    const line = "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 3×4 zones=AB · kv 1";
    expect(told(levelOf(5), design(line))).not.toContain("A");
  });
});
