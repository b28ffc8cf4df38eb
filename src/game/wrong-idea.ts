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
    const undone = undo(level, answer, design);
    return undone ? [{ letter: answer.letter, undone }] : [];
  });
  if (ideas.length === 0) return [];
  const own = { design, seed, fidelity: searchRun };
  const [before, ...outcomes] = yield {
    runs: [own, ...ideas.map(({ undone }) => ({ ...own, design: undone }))],
    later: 0,
  };
  const behind = ideas
    .map(({ letter }, i) => ({ letter, gain: gainOf(before as Outcome, outcomes[i] as Outcome) }))
    .filter(({ gain }) => gain >= gainMin)
    .sort((a, b) => b.gain - a.gain)
    .map(({ letter }) => letter);
  // One idea may stand in several designs.
  return [...new Set(behind)];
}

/** The design without one idea, as the lesson would have it; undefined when the design does not carry the whole idea. */
function undo({ lesson, start }: Level, { design: wrong }: Idea, design: Design): Design | undefined {
  const all = [wrong, lesson, start].flatMap((each) => changedSettings(each).map(([path]) => path));
  const marks = [...new Set(all)].filter((path) => valueAt(wrong, path) !== valueAt(lesson, path));
  if (marks.length === 0 || marks.some((path) => valueAt(design, path) !== valueAt(wrong, path)))
    return undefined;
  // Whoever has bought none of a part has not had an idea about it.
  const isAbsent = (path: string) =>
    existence.test(path) && none.has(valueAt(design, path)) && !none.has(valueAt(wrong, path));
  if (all.some(isAbsent)) return undefined;
  return marks.reduce((undone, path) => withValue(undone, path, valueAt(lesson, path)), design);
}

/** Whether a part stands in a design that was not there in another. */
export function buysPart(before: Design, after: Design): boolean {
  return changedSettings(after).some(
    ([path]) => existence.test(path) && none.has(valueAt(before, path)) && !none.has(valueAt(after, path)),
  );
}

/** Settings that say whether there is a part at all, and their values where there is none. */
const existence = /(?:^|\.)(?:nodes|count|replicas|kind|assets|(?:box|db)\.size)$/;
const none: ReadonlySet<unknown> = new Set([0, "none"]);

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
