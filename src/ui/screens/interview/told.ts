/** What the interviewer says, drawn and spoken alike. */

import type { Playable } from "../../../game/index.ts";
import {
  answerText,
  cellLines,
  judgedLines,
  promptLines,
  questionText,
  twistLines,
} from "../../../present/interview.ts";
import { type ReportSection, reportSections, spokenReport } from "../../../present/interview-report.ts";
import { figureText } from "../../../present/ladders.ts";
import { choiceWords, offerName } from "../../../present/offers.ts";
import type { SavedReport } from "../../../saves/shape.ts";
import { judgingWork, stagesDone } from "../../../study/interview/judge.ts";
import { cells, questionsMax, summaryWords } from "../../../study/interview/machine.ts";
import { readReport } from "../../../study/interview/reports.ts";
import type { LadderTexts } from "../../../words/contract/ladders.ts";
import type { Words } from "../../../words/index.ts";
import { type InterviewNow, linedSteps, toJudge } from "../../model/interview.ts";
import { levelNamed } from "../../model/interviews.ts";
import { rungPlace } from "../../model/ladders.ts";
import type { InterviewBundle, InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

/** Where the player is: the part, and what the interview is about. */
export function subOf(
  state: State,
  bundle: InterviewBundle,
  now: InterviewNow | undefined,
  { report, at }: InterviewScreen,
): string {
  const { texts, ladders } = bundle;
  const { screen } = texts;
  if (report) return screen.part({ at: at + 1, of: reportParts(state, bundle, report).length });
  if (!now) return screen.phases.report;
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
  if (step === "prompt") return promptLines(texts, about);
  const { judged, line, rejudged, changedLine } = interview;
  const [found, of] = step === "verdict" ? [judged, line] : [rejudged, changedLine];
  return found ? judgedLines(texts, words, found, of) : [];
}

/** How far each stage of judging the design is. */
export function stagesTold(
  state: State,
  { texts }: InterviewBundle,
  { progress }: InterviewScreen,
): readonly { readonly name: string; readonly done: number }[] {
  const waits = toJudge(state);
  if (!waits) return [];
  const { playable, design, isWhole } = waits;
  return stagesDone(judgingWork(playable, design, isWhole), progress).map(({ stage, done }) => ({
    name: texts.screen.works[stage],
    done,
  }));
}

/** The parts of a report as it is kept; one that cannot be read is a part that says so. */
export function reportParts(
  { words }: State,
  bundle: InterviewBundle,
  kept: SavedReport,
): readonly ReportSection[] {
  const report = readReport(kept);
  const { texts } = bundle;
  return report
    ? reportSections(bundle, words, report)
    : [{ head: texts.screen.phases.report, lines: [texts.report.unread] }];
}

/** The same for those who listen, all of it. */
export function reportSpoken({ words }: State, bundle: InterviewBundle, kept: SavedReport): string[] {
  const report = readReport(kept);
  return report ? spokenReport(bundle, words, report) : [bundle.texts.report.unread];
}

/** What is known of the case: the prompt, and what was told that matters. */
export function knownLines(
  { words }: State,
  { texts }: InterviewBundle,
  { interview, about, step }: InterviewNow,
): string[] {
  const asked = interview.asked.flatMap(
    (id) => about.clarifications.find((each) => each.id === id && each.matters) ?? [],
  );
  return [
    ...promptLines(texts, about),
    ...asked.map((each) =>
      texts.screen.answered({ question: questionText(texts, each), answer: answerText(texts, words, each) }),
    ),
    ...(linedSteps.has(step) ? soldLines(words, texts, about.playable) : []),
  ];
}

/** What can be written in a line: everything that is sold, as a shop calls it, with what it can be set to. */
function soldLines(words: Words, { screen }: InterviewBundle["texts"], playable: Playable): string[] {
  return [
    screen.sold,
    ...playable.shop.map((offer) =>
      screen.offer({
        name: offerName(words, playable, offer),
        values: offer.choices.map(({ label }) => choiceWords(words, offer, label)).join(", "),
      }),
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

/** The cell of the report that is to be marked, with what each of its grades takes. */
export function cellTold({ texts }: InterviewBundle, { interview }: InterviewNow, gap?: string): string[] {
  const cell = cells[interview.marks.length];
  return cell === undefined ? [] : cellLines(texts, cell, interview.bar, gap);
}

/** What is asked above a field, or above what was answered. */
export function askedOf({ words }: State, { texts, ladders }: InterviewBundle, now: InterviewNow): string[] {
  const { interview, about, step, rung } = now;
  const { screen } = texts;
  switch (step) {
    case "design":
      return promptLines(texts, about).slice(0, 1);
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
    case "points":
    case "samples":
      return rung ? [rung.posed.ask, ...figureTold(ladders, rung)] : [];
    default:
      return rung ? [rung.posed.ask] : [];
  }
}

/** Whether the number that was asked for was right, and what it is. */
function figureTold(ladders: LadderTexts, { answer, posed }: NonNullable<InterviewNow["rung"]>): string[] {
  if (!posed.figure) return [];
  return [`${ladders.screen.figure(answer.figureRight ?? false)} ${figureText(ladders, posed.figure)}`];
}

/** What a line is held against: the case, or the case after its twist. */
export function playableNow({ about, step }: InterviewNow): Playable {
  return step === "change" ? about.twist.playable : about.playable;
}
