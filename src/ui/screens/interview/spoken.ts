/** The interview in words: the part, what the interviewer says, what was typed, what to do. No clock runs through it. */

import { estimateText } from "../../../present/interview.ts";
import { sampleOf } from "../../../present/ladders.ts";
import { designSoFar } from "../../../present/line.ts";
import { describe } from "../../../present/picture/index.ts";
import { limitMs, summaryWords, timedPhases } from "../../../study/interview/machine.ts";
import { marks } from "../../../study/ladders.ts";
import { type InterviewNow, interviewNow, linedSteps, typedSteps } from "../../model/interview.ts";
import type { InterviewBundle, InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import {
  askedOf,
  cellTold,
  knownLines,
  questionTold,
  readLines,
  reportSpoken,
  stagesTold,
  subOf,
} from "./told.ts";

export function spokenInterview(state: State, screen: InterviewScreen): string[] {
  const { bundle, report } = screen;
  if (!bundle) return [state.words.study.loading];
  // Nothing is told twice, such as a line that the twist left as it was.
  if (report) return [...new Set(reportSpoken(state, bundle, report))];
  const now = interviewNow(state, screen);
  if (!now) return [bundle.texts.screen.door.broken];
  const { minutes, phase } = now.interview;
  const timed = timedPhases.find((each) => each === phase);
  const { hints, minutes: told } = bundle.texts.screen;
  return [
    subOf(state, bundle, now, screen),
    ...(timed && minutes !== undefined ? [told(limitMs(timed, minutes) / 60_000)] : []),
    ...bodyOf(state, screen, bundle, now),
    ...typing(state, screen, now),
    ...(screen.flaw === undefined ? [] : [screen.flaw]),
    hints[now.step],
  ];
}

function bodyOf(state: State, screen: InterviewScreen, bundle: InterviewBundle, now: InterviewNow): string[] {
  const { interview, about, step, rung } = now;
  const { texts, ladders } = bundle;
  const { door } = texts.screen;
  switch (step) {
    case "prompt":
    case "verdict":
    case "outcome":
      return readLines(state, bundle, now);
    case "judging":
    case "rejudging":
      return stagesTold(state, bundle, screen).map(({ name, done }) =>
        texts.screen.stage({ name, percent: Math.round(100 * done) }),
      );
    case "clarify": {
      const all = about.clarifications.map((_, n) => questionTold(state, bundle, now, n));
      const { text = "", under } = all[screen.at] ?? {};
      const row = door.row({ at: screen.at + 1, of: all.length, text });
      return under === undefined ? [row] : [row, under];
    }
    case "estimate": {
      const posed = about.estimates[screen.at];
      if (!posed) return [];
      const { ask, unit } = estimateText(bundle.texts, posed);
      const known = screen.isAsideShown ? knownLines(state, bundle, now) : [];
      return [...known, ask, texts.screen.number(unit)];
    }
    case "cover":
      return summaryWords.map((word, n) =>
        ladders.screen.point({
          number: n + 1,
          text: texts.screen.summaryWords[word],
          isTicked: interview.covered.includes(word),
          isFocus: n === screen.at,
        }),
      );
    case "marks":
      return cellTold(bundle, now, ": ");
    case "points":
      return [
        ...askedOf(state, bundle, now),
        ...(rung?.posed.prose.points ?? []).map((text, n) =>
          ladders.screen.point({
            number: n + 1,
            text,
            isTicked: rung?.answer.ticks.includes(n) ?? false,
            isFocus: n === screen.at,
          }),
        ),
        ladders.screen.flags(rung?.posed.prose.redFlags ?? []),
      ];
    case "samples":
      return [
        ...askedOf(state, bundle, now),
        ...(rung
          ? marks.map((mark) =>
              ladders.screen.sample({ number: mark, ...sampleOf(ladders, rung.posed, mark) }),
            )
          : []),
        ...said(bundle, rung?.answer.said),
      ];
    case "guess":
      return [...askedOf(state, bundle, now), ...said(bundle, rung?.answer.said)];
    default:
      // What is known begins with the prompt, and that is all that is asked of a design.
      if (screen.isAsideShown && step === "design") return knownLines(state, bundle, now);
      return [...askedOf(state, bundle, now), ...(screen.isAsideShown ? knownLines(state, bundle, now) : [])];
  }
}

function said({ texts }: InterviewBundle, answer: string | undefined): string[] {
  return answer ? [`${texts.screen.yours}: ${answer}`] : [];
}

/** What is typed, and the design that it makes so far. */
function typing({ words }: State, { field }: InterviewScreen, { step }: InterviewNow): string[] {
  if (!typedSteps.has(step)) return [];
  const design = linedSteps.has(step) ? designSoFar(field.text) : undefined;
  return [
    words.spoken.answer(field.text === "" ? undefined : field.text),
    ...(design ? describe(words.picture, design) : []),
  ];
}
