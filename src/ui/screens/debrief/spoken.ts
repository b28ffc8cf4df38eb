/** The debrief in words. */
import { costOf, type Level, type Played, verdictSeeds } from "../../../game/index.ts";
import { answerText } from "../../../present/answers.ts";
import { causeLines, ideaLines } from "../../../present/causes.ts";
import { type Comparison, compared, comparisonOf, lampsFor, rankText } from "../../../present/comparison.ts";
import { indicatorName, missedBy, showChange, showIndicator } from "../../../present/indicators.ts";
import { changeName, delta } from "../../../present/offers.ts";
import { taskChoices } from "../../../present/third-star.ts";
import type { Words } from "../../../words/index.ts";
import type { DebriefScreen } from "../../model/types.ts";

export function spokenDebrief(
  words: Words,
  { visit, played, whatIf, ideas, panel }: DebriefScreen,
): string[] {
  const { spoken } = words;
  const { outcome } = played.recording;
  const { lesson } = visit;
  if (panel?.kind === "share") return [spoken.share(panel.code)];
  if (panel?.kind === "reveal") return [spoken.reveal];
  if (panel?.kind === "task") {
    const { task } = lesson.prose;
    const left = taskChoices(lesson.level).filter((key) => !panel.chosen.includes(key));
    const option = task?.options[left[panel.at] ?? ""] ?? "";
    return [
      task?.question ?? "",
      ...panel.chosen.map((key, at) => spoken.option({ number: at + 1, option: task?.options[key] ?? key })),
      spoken.choice({ at: panel.at + 1, of: left.length, option }),
      ...(panel.wrong ? [spoken.wrong] : []),
    ];
  }
  const perMonth = costOf(played);
  const verdict = !played.verdict
    ? spoken.deciding(verdictSeeds.length - 1)
    : played.verdict.passed
      ? spoken.passed({ stars: played.stars, perMonth })
      : spoken.notYet(perMonth);
  return [
    verdict,
    ...outcome.goals.map((goal) =>
      spoken.goal({
        met: goal.met,
        name: indicatorName(words, goal.indicator),
        value: showIndicator(words, goal.indicator, goal.value),
        bound: goal.bound,
        target: showIndicator(words, goal.indicator, goal.target),
        missed: missedBy(words, goal),
      }),
    ),
    ...spokenLamps(words, lesson.level, played),
    spoken.why,
    ...causeLines(words, lesson, outcome.report, 1_000).map((line) => line.trim()),
    ...(ideas ?? []).flatMap((letter) => ideaLines(words, lesson, letter, 1_000)),
    ...(whatIf ?? []).map(({ moves, costDelta, outcome: other }, at) =>
      spoken.change({
        number: at + 1,
        name: changeName(words, moves),
        delta: delta(costDelta),
        effects: other.goals.map(({ indicator, value }, index) => ({
          name: indicatorName(words, indicator),
          change: showChange(words, indicator, outcome.goals[index]?.value ?? Number.NaN, value),
        })),
        ...(other.passed ? { stars: other.stars } : {}),
      }),
    ),
    ...spokenPopulation(words, comparisonOf(played)),
    ...(visit.prediction
      ? [
          spoken.expected({
            answer: answerText(lesson, visit.prediction.answer),
            right: visit.prediction.right,
            explanation: lesson.prose.prediction.explanation,
          }),
        ]
      : []),
    ...(outcome.passed ? [lesson.prose.debrief] : []),
  ];
}

/** Where the run stands among all designs that pass. */
export function spokenPopulation(words: Words, comparison: Comparison | undefined): string[] {
  if (!comparison) return [];
  const { passing, passed, ranks, figures } = comparison;
  return [
    words.spoken.passing(passing),
    ...compared.map(({ figure, show }) => {
      const { edges } = ranks[figure];
      return words.spoken.figure({
        name: words.comparison.names[figure],
        value: show(figures[figure]),
        from: show(edges[0] as number),
        to: show(edges.at(-1) as number),
        ...(passed ? { rank: rankText(words, figure, ranks[figure]) } : {}),
      });
    }),
  ];
}

/** The lamps, lit or dark. */
export function spokenLamps(words: Words, level: Level, played: Played): string[] {
  return lampsFor(words, level, played).map(words.spoken.lamp);
}
