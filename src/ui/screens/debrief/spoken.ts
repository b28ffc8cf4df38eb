/** The debrief in words. */
import { costOf, type Level, type Played, verdictSeeds } from "../../../game/index.ts";
import { causeLines, ideaLines } from "../../../present/causes.ts";
import { type Comparison, compared, comparisonOf, lampsFor, rankText } from "../../../present/comparison.ts";
import { indicatorName, missedBy, showChange, showIndicator } from "../../../present/indicators.ts";
import { changeName, delta } from "../../../present/offers.ts";
import { taskChoices } from "../../../present/third-star.ts";
import { grouped, money } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import type { DebriefScreen } from "../../model/types.ts";

export function spokenDebrief(
  words: Words,
  { visit, played, whatIf, ideas, panel }: DebriefScreen,
): string[] {
  const { outcome } = played.recording;
  if (panel?.kind === "share") return [`Share code: ${panel.code}`];
  if (panel?.kind === "reveal")
    return ["Show the solution? It counts as practice, without stars. Enter: yes. Escape: no."];
  if (panel?.kind === "task") {
    const { task } = visit.lesson.prose;
    const left = taskChoices(visit.lesson.level).filter((key) => !panel.chosen.includes(key));
    return [
      task?.question ?? "",
      ...panel.chosen.map((key, at) => `${at + 1}: ${task?.options[key] ?? key}`),
      `Choice ${panel.at + 1} of ${left.length}: ${task?.options[left[panel.at] ?? ""] ?? ""}`,
      ...(panel.wrong ? ["Not quite. Try again."] : []),
    ];
  }
  const verdict = !played.verdict
    ? `Deciding on ${verdictSeeds.length - 1} more tries.`
    : played.verdict.passed
      ? `Passed, ${played.stars} of 3 stars, ${money(costOf(played))} a month.`
      : `Not yet. ${money(costOf(played))} a month.`;
  return [
    `Debrief. ${verdict}`,
    ...outcome.goals.map(
      (goal) =>
        `${goal.met ? "Met" : "Missed"}: ${indicatorName(words, goal.indicator)} ${showIndicator(words, goal.indicator, goal.value)}, goal ${goal.bound === "atMost" ? "at most" : "at least"} ${showIndicator(words, goal.indicator, goal.target)}. ${missedBy(words, goal)}`,
    ),
    ...spokenLamps(words, visit.lesson.level, played),
    "Why:",
    ...causeLines(words, visit.lesson, outcome.report, 1_000).map((line) => line.trim()),
    ...(ideas ?? []).flatMap((letter) => ideaLines(words, visit.lesson, letter, 1_000)),
    ...(whatIf ?? []).map(({ moves, costDelta, outcome: other }, at) => {
      const name = changeName(words, moves);
      const effects = other.goals.map(
        (goal, index) =>
          `${indicatorName(words, goal.indicator)} ${showChange(words, goal.indicator, outcome.goals[index]?.value ?? Number.NaN, goal.value)}`,
      );
      return `Change ${at + 1}: ${name}, ${delta(costDelta)} a month: ${effects.join(", ")}. ${other.passed ? `Passes with ${other.stars} of 3 stars.` : "Not enough."}`;
    }),
    ...spokenPopulation(words, comparisonOf(played)),
    ...(visit.prediction
      ? [
          `You expected ${visit.prediction.answer}: ${visit.prediction.right ? "right" : "not so"}. ${visit.lesson.prose.prediction.explanation}`,
        ]
      : []),
    ...(outcome.passed ? [visit.lesson.prose.debrief] : []),
  ];
}

/** The same in words. */
export function spokenPopulation(words: Words, comparison: Comparison | undefined): string[] {
  if (!comparison) return [];
  const { passing, passed, ranks, figures } = comparison;
  return [
    `${grouped(passing)} designs pass this level.`,
    ...compared.map(({ figure, show }) => {
      const rank = ranks[figure];
      const range = `theirs ${show(rank.edges[0] as number)} to ${show(rank.edges.at(-1) as number)}`;
      const better = passed ? `, ${rankText(words, figure, rank)} of them` : "";
      return `Your ${words.comparison.names[figure]}: ${show(figures[figure])}, ${range}${better}.`;
    }),
  ];
}

/** The same in words. */
export function spokenLamps(words: Words, level: Level, played: Played): string[] {
  return lampsFor(words, level, played).map(
    ({ title, isLit, sentence }) => `Lamp ${title}: ${isLit ? "green" : "dark"}. ${sentence}`,
  );
}
