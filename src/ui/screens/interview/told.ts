/** What the interviewer says, drawn and spoken alike. */

import type { Playable } from "../../../game/index.ts";
import {
  answerText,
  cellLines,
  estimateText,
  judgedLines,
  promptLines,
  questionText,
  twistLines,
} from "../../../present/interview.ts";
import { reportLines } from "../../../present/interview-report.ts";
import type { SavedReport } from "../../../saves/shape.ts";
import type { Judged } from "../../../study/interview/judge.ts";
import { questionsMax, type RubricCell, summaryWords } from "../../../study/interview/machine.ts";
import type { InterviewReport } from "../../../study/interview/report.ts";
import type { InterviewNow } from "../../model/interview.ts";
import { levelNamed } from "../../model/interviews.ts";
import { rungPlace } from "../../model/ladders.ts";
import type { InterviewBundle, InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

/** Where the player is: the part, and what the interview is about. */
export function subOf(
  state: State,
  { texts, ladders }: InterviewBundle,
  now: InterviewNow | undefined,
  { report }: InterviewScreen,
): string {
  const { screen } = texts;
  if (report || !now) return screen.phases.report;
  const { interview, about } = now;
  const place =
    interview.phase === "dive"
      ? ladders.rung(rungPlace({ marked: interview.rungs.filter(({ mark }) => mark !== undefined) }))
      : interview.phase === "clarify"
        ? screen.questionsLeft(questionsMax - interview.asked.length)
        : "";
  return [
    screen.phases[interview.phase],
    ...(place === "" ? [] : [place]),
    screen.terms({ level: levelNamed(state, about.level), bar: interview.bar }),
  ].join(" · ");
}

/** A step that is only read. */
export function readLines({ words }: State, { texts }: InterviewBundle, now: InterviewNow): string[] {
  const { interview, about, step } = now;
  if (step === "prompt") return promptLines(texts, words, about);
  const { judged, line, rejudged, changedLine } = interview;
  const [found, of] = step === "verdict" ? [judged, line] : [rejudged, changedLine];
  return found ? judgedLines(texts, words, found as unknown as Judged, of) : [];
}

/** A report as it is kept. */
export function reportTold({ words }: State, { texts }: InterviewBundle, { report }: SavedReport): string[] {
  return reportLines(texts, words, report as unknown as InterviewReport);
}

/** What is known of the case: the prompt, and what was asked. */
export function knownLines(
  { words }: State,
  { texts }: InterviewBundle,
  { interview, about }: InterviewNow,
): string[] {
  const asked = interview.asked.flatMap((id) => about.clarifications.find((each) => each.id === id) ?? []);
  return [
    ...promptLines(texts, words, about),
    ...asked.map((each) =>
      texts.screen.answered({ question: questionText(texts, each), answer: answerText(texts, words, each) }),
    ),
  ];
}

/** A question of the list, with its answer once it was asked. */
export function questionTold(
  { words }: State,
  { texts }: InterviewBundle,
  { interview, about }: InterviewNow,
  n: number,
): { readonly text: string; readonly under?: string; readonly isDone: boolean } {
  const question = about.clarifications[n]!;
  const isDone = interview.asked.includes(question.id);
  const text = questionText(texts, question);
  return isDone ? { text, under: answerText(texts, words, question), isDone } : { text, isDone };
}

export function estimateTold(
  { words }: State,
  { texts }: InterviewBundle,
  posed: InterviewNow["about"]["estimates"][number],
) {
  return estimateText(texts, words, posed);
}

/** A cell of the report with what each of its grades takes. */
export function cellTold(
  { words }: State,
  { texts }: InterviewBundle,
  { interview }: InterviewNow,
  cell: RubricCell | undefined,
): string[] {
  return cell === undefined ? [] : cellLines(texts, words, cell, interview.bar);
}

/** What is asked above a field, or above what was answered. */
export function askedOf({ words }: State, { texts, ladders }: InterviewBundle, now: InterviewNow): string[] {
  const { interview, about, step, rung } = now;
  const { screen } = texts;
  switch (step) {
    case "design":
      return promptLines(texts, words, about).slice(0, 1);
    case "change":
      return twistLines(texts, words, about);
    case "explain":
      return [...twistLines(texts, words, about), `${screen.explain}: ${interview.changedLine ?? ""}`];
    case "summary":
      return summaryWords.map((word) => screen.summaryWords[word]);
    case "figure": {
      const figure = rung?.posed.figure;
      return [rung?.posed.ask ?? "", ...(figure ? [screen.number(ladders.units[figure.unit])] : [])];
    }
    default:
      return rung ? [rung.posed.ask] : [];
  }
}

/** What a line is held against: the case, or the case after its twist. */
export function playableNow({ about, step }: InterviewNow): Playable {
  return step === "change" ? about.twist.playable : about.playable;
}
