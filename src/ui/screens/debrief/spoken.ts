/** The debrief in words. */
import { costOf, type Level, type Played, verdictSeeds, wrongIdea } from "../../../game/index.ts";
import { causeLines, ideaLines } from "../../../present/causes-en.ts";
import {
  type Comparison,
  comparisonOf,
  figureWords,
  lampsFor,
  rankWords,
} from "../../../present/comparison.ts";
import { missedBy, shortArrow } from "../../../present/debrief.ts";
import { grouped, money } from "../../../present/figures.ts";
import { indicatorName, showIndicator } from "../../../present/indicators-en.ts";
import { choiceWords, delta, offerName } from "../../../present/offers.ts";
import { taskChoices } from "../../../present/third-star.ts";
import type { DebriefScreen } from "../../model/types.ts";

export function spokenDebrief({ visit, played, whatIf, panel }: DebriefScreen): string[] {
  const { outcome } = played.recording;
  if (panel?.kind === "share") return [`Share code: ${panel.code}`];
  if (panel?.kind === "reveal")
    return ["Show the solution? It counts as practice, without stars. Enter: yes. Escape: no."];
  if (panel?.kind === "task") {
    const words = visit.lesson.prose.task;
    const left = taskChoices(visit.lesson).filter((key) => !panel.chosen.includes(key));
    return [
      words?.question ?? "",
      ...panel.chosen.map((key, at) => `${at + 1}: ${words?.options[key] ?? key}`),
      `Choice ${panel.at + 1} of ${left.length}: ${words?.options[left[panel.at] ?? ""] ?? ""}`,
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
        `${goal.met ? "Met" : "Missed"}: ${indicatorName(goal.indicator)} ${showIndicator(goal.indicator, goal.value)}, goal ${goal.bound === "atMost" ? "at most" : "at least"} ${showIndicator(goal.indicator, goal.target)}. ${missedBy(goal)}`,
    ),
    ...spokenLamps(visit.lesson.level, played),
    "Why:",
    ...causeLines(visit.lesson, outcome.report, 1_000).map((line) => line.trim()),
    ...ideaLines(visit.lesson, wrongIdea(visit.lesson.level, played.design, outcome), 1_000),
    ...(whatIf ?? []).map(({ move, outcome: other }, at) => {
      const name = `${offerName(move.offer.id)} ${choiceWords(move.offer, move.choice.label)}`;
      const effects = other.goals.map(
        (goal, index) =>
          `${indicatorName(goal.indicator)} ${shortArrow(goal.indicator, outcome.goals[index]?.value ?? Number.NaN, goal.value)}`,
      );
      return `Change ${at + 1}: ${name}, ${delta(move.costDelta)} a month: ${effects.join(", ")}. ${other.passed ? "Passes." : "Not enough."}`;
    }),
    ...spokenPopulation(comparisonOf(played)),
    ...(visit.prediction
      ? [
          `You expected ${visit.prediction.answer}: ${visit.prediction.right ? "right" : "not so"}. ${visit.lesson.prose.prediction.explanation}`,
        ]
      : []),
    visit.lesson.prose.debrief,
  ];
}

/** The same in words. */
export function spokenPopulation(comparison: Comparison | undefined): string[] {
  if (!comparison) return [];
  const { passing, passed, ranks, figures } = comparison;
  return [
    `${grouped(passing)} designs pass this level.`,
    ...figureWords.map((words) => {
      const { figure, name, show } = words;
      const rank = ranks[figure];
      const range = `theirs ${show(rank.edges[0] as number)} to ${show(rank.edges.at(-1) as number)}`;
      const better = passed ? `, ${rankWords(words, rank)} of them` : "";
      return `Your ${name}: ${show(figures[figure])}, ${range}${better}.`;
    }),
  ];
}

/** The same in words. */
export function spokenLamps(level: Level, played: Played): string[] {
  return lampsFor(level, played).map(
    ({ title, isLit, sentence }) => `Lamp ${title}: ${isLit ? "green" : "dark"}. ${sentence}`,
  );
}
