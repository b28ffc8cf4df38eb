/** The debrief in words. */
import { costOf, verdictSeeds } from "../../../game/index.ts";
import { areAlike, type Comparison, rankText, showMeasure } from "../../../present/comparison.ts";
import { runCard } from "../../../present/run-card.ts";
import { starsLeft, taskChoices } from "../../../present/third-star.ts";
import { trapsOf } from "../../../present/traps.ts";
import type { Words } from "../../../words/index.ts";
import { spokenRuns } from "../../frame/kept-runs.ts";
import { progressOf } from "../../model/reached.ts";
import { formAt, isFilm, sharedForms, sharedPlay, sharedText } from "../../model/sharing.ts";
import type { DebriefPanel, DebriefScreen, State } from "../../model/types.ts";
import { spokenAudit } from "./audit.ts";
import { debriefFor } from "./layout.ts";

export function spokenDebrief(
  state: Pick<State, "words" | "save" | "address">,
  screen: DebriefScreen,
): string[] {
  const { words, save } = state;
  const { visit, played, panel } = screen;
  const { spoken } = words;
  const { lesson } = visit;
  if (panel?.kind === "runs") return spokenRuns(words, visit);
  if (panel?.kind === "audit") return spokenAudit(words, screen);
  if (panel?.kind === "sharing") return spokenSharing(state, screen, panel);
  if (panel?.kind === "traps") {
    const traps = trapsOf(lesson, progressOf(save, lesson.level.id)?.trapsSeen ?? []);
    const trap = traps[panel.at];
    return [
      words.traps.title,
      spoken.choice({ at: panel.at + 1, of: traps.length, option: trap?.title ?? "" }),
      ...(trap?.isKnown ? [trap.why] : []),
    ];
  }
  if (panel?.kind === "reveal") return [spoken.reveal];
  if (panel?.kind === "task") {
    const { task } = lesson.prose;
    const left = taskChoices(lesson.level).filter((key) => !panel.chosen.includes(key));
    const option = task?.options[left[panel.at] ?? ""] ?? "";
    return [
      task?.question ?? "",
      ...panel.chosen.map((key, at) => spoken.option({ number: at + 1, option: task?.options[key] ?? key })),
      spoken.choice({ at: panel.at + 1, of: left.length, option }),
    ];
  }
  const perMonth = costOf(played);
  const verdict = !played.verdict
    ? spoken.deciding(verdictSeeds.length - 1)
    : played.verdict.passed
      ? spoken.passed({ stars: lesson.isOwn ? undefined : played.stars, perMonth })
      : spoken.notYet(perMonth);
  const {
    passed,
    goals,
    starGoals,
    luck,
    lamps,
    why,
    ideas,
    changes,
    comparison,
    expected,
    chapter,
    excerpt,
    card,
  } = debriefFor(words, screen);
  const left = starsLeft(words, lesson, played, visit);
  return [
    verdict,
    ...(left ? [spoken.starsLeft(left)] : []),
    ...goals.map(spoken.goal),
    ...starGoals.map(spoken.starGoal),
    ...luck,
    ...lamps.map(spoken.lamp),
    (played.verdict?.passed ?? passed) ? spoken.hurt : spoken.why,
    ...(why.length === 0 ? [words.debrief.nothingWrong] : []),
    ...why.map(({ label, sentence }) => (/\d/.test(label) ? `${label}: ${sentence}` : sentence)),
    ...(excerpt ? [spoken.readWhy(excerpt.title)] : []),
    ...ideas,
    ...(changes ?? []).map(({ name, delta, passed, stars, holdsAudit, effects }, at) =>
      spoken.change({ number: at + 1, name, delta, effects, holdsAudit, passed, stars }),
    ),
    ...spokenPopulation(words, comparison),
    ...(expected ? [spoken.expected(expected)] : []),
    ...(chapter.meaning === undefined ? [] : [chapter.meaning]),
    ...(chapter.forReal === undefined ? [] : [chapter.forReal]),
    ...(card ? [spoken.passage(card.title), card.text] : []),
  ];
}

/** What can be shared: the form in focus, what it is, and its text or how it is made. */
function spokenSharing(
  state: Pick<State, "words" | "address">,
  screen: DebriefScreen,
  { at, making }: Extract<DebriefPanel, { kind: "sharing" }>,
): string[] {
  const { share: words, spoken } = state.words;
  const form = formAt(at);
  const text = isFilm(form) ? undefined : sharedText(state, screen, form);
  return [
    words.title,
    spoken.choice({ at: at + 1, of: sharedForms.length, option: words.forms[form] }),
    words.about[form],
    ...(making
      ? [words.filming]
      : !text
        ? [words.make.replaceAll("`", "")]
        : "why" in text
          ? [text.why]
          : form === "card"
            ? [words.cardAloud(runCard(state.words, sharedPlay(screen)))]
            : text.lines),
  ];
}

/** Where the run stands among all designs that pass. */
export function spokenPopulation(words: Words, comparison: Comparison | undefined): string[] {
  if (!comparison) return [];
  const { passing, passed, measures } = comparison;
  return [
    words.spoken.passing(passing),
    ...measures.map((measure) => {
      const { name, value, rank } = measure;
      const show = (each: number) => showMeasure(words, measure, each);
      if (areAlike(words, measure)) return `${name}: ${words.comparison.same(show(rank.least))}.`;
      return words.spoken.figure({
        name,
        value: show(value),
        from: show(rank.least),
        to: show(rank.greatest),
        ...(passed ? { rank: rankText(words, measure) } : {}),
      });
    }),
  ];
}
