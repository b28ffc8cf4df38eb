/**
 * Tells the classic wrong ideas in a design that has failed, and checks each by running it: an idea is behind a
 * failure only when what it fails by really gets better once that idea alone is undone.
 */
import { changedSettings, type Design, formatDesign, searchRun, valueAt, withValue } from "../sim/index.ts";
import type { Level, WrongAnswer } from "./level.ts";
import type { Plan } from "./plan.ts";
import type { GoalResult, Outcome } from "./verdict.ts";

type Idea = Extract<WrongAnswer, { design: Design }>;

/** Part of the way to its target that a failed goal must come nearer for an idea to be its cause. */
const gainMin = 0.25;

/**
 * The letters of the wrong ideas that a failed design carries and fails by, the worst first; none when no idea is sure.
 * @param outcome how the design came out
 */
export function* wrongIdeas(
  level: Level,
  design: Design,
  outcome: Outcome,
  seed: number,
): Plan<readonly string[]> {
  // The start is where everybody begins, nobody's idea.
  if (outcome.passed || formatDesign(level.start) === formatDesign(design)) return [];
  const ideas = level.wrongAnswers.flatMap((answer) => {
    if (!("design" in answer)) return [];
    const marks = marksOf(level, answer, design);
    return marks ? [{ letter: answer.letter, marks, undone: undo(level, marks, design) }] : [];
  });
  if (ideas.length === 0) return [];
  const own = { design, seed, fidelity: searchRun };
  const [before, ...outcomes] = yield {
    runs: [own, ...ideas.map(({ undone }) => ({ ...own, design: undone }))],
    later: 0,
  };
  const blamed = ideas
    .map((idea, i) => ({ ...idea, gain: gainOf(before as Outcome, outcomes[i] as Outcome) }))
    .filter(({ gain }) => gain >= gainMin);
  // What is a part of a greater idea says nothing more.
  const isPart = (marks: readonly string[]) =>
    blamed.some(
      (other) => other.marks.length > marks.length && marks.every((path) => other.marks.includes(path)),
    );
  const behind = blamed
    .filter(({ marks }) => !isPart(marks))
    .sort((a, b) => b.gain - a.gain)
    .map(({ letter }) => letter);
  // One idea may stand in several designs.
  return [...new Set(behind)];
}

/** The settings in which an idea is wrong; undefined when the design does not carry the whole idea. */
function marksOf({ lesson, start }: Level, { design: wrong }: Idea, design: Design): string[] | undefined {
  const all = [wrong, lesson, start].flatMap((each) => changedSettings(each).map(([path]) => path));
  const marks = [...new Set(all)].filter((path) => valueAt(wrong, path) !== valueAt(lesson, path));
  if (marks.length === 0 || marks.some((path) => valueAt(design, path) !== valueAt(wrong, path)))
    return undefined;
  // Whoever has bought none of a part has not had an idea about it.
  return all.some((path) => isNone(path, design) && !isNone(path, wrong)) ? undefined : marks;
}

/** The design without an idea, as the lesson would have it. */
function undo({ lesson }: Level, marks: readonly string[], design: Design): Design {
  return marks.reduce((undone, path) => withValue(undone, path, valueAt(lesson, path)), design);
}

/** Whether a part stands in a design that was not there in another. */
export function buysPart(before: Design, after: Design): boolean {
  return changedSettings(after).some(([path]) => isNone(path, before) && !isNone(path, after));
}

/** Settings that say whether there is a part at all, or a tool, or a remedy, and their values where there is none. */
const existence = /(?:^|\.)(?:nodes|count|replicas|kind|assets|logs|metrics|ci|salt|(?:box|db)\.size)$/;

function isNone(path: string, design: Design): boolean {
  if (!existence.test(path)) return false;
  const value = valueAt(design, path);
  return value === 0 || value === "none" || (path.endsWith("salt") && value === 1);
}

/** How much better what failed becomes: the largest part of its way to the target that a failed goal, or the bill, goes. */
function gainOf(before: Outcome, after: Outcome): number {
  const gains = before.goals.map((goal, i) => (goal.met ? 0 : gained(goal, after.goals[i] as GoalResult)));
  return Math.max(0, ...gains, !before.withinBudget && after.withinBudget ? 1 : 0);
}

function gained(was: GoalResult, is: GoalResult): number {
  if (is.met) return 1;
  const distance = Math.abs(was.value - was.target);
  if (!Number.isFinite(is.value)) return 0;
  if (!Number.isFinite(distance)) return 1;
  const towards = was.bound === "atMost" ? was.value - is.value : is.value - was.value;
  return distance > 0 ? towards / distance : 0;
}
