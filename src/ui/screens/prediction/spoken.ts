/** The prediction in words. */
import type { Expectation } from "../../../game/index.ts";
import { answerText, askedOf } from "../../../present/answers.ts";
import type { ScreenOf, State } from "../../model/types.ts";

export function spokenPrediction({ words }: State, screen: ScreenOf<"prediction">): string[] {
  const { spoken } = words;
  const { question, options, unit } = askedOf(words, screen.visit.lesson, screen.about);
  const begin = [spoken.expect, question];
  if (unit !== undefined) {
    const { typed, visit, about } = screen;
    const answer =
      typed === ""
        ? undefined
        : answerText(words, visit.lesson, { about, answer: typed } as Expectation, typed);
    return [...begin, spoken.answer(answer)];
  }
  return [
    ...begin,
    ...options.map(({ text }, n) => spoken.option({ number: n + 1, option: text })),
    spoken.chosen({ at: screen.at + 1, of: options.length, option: options[screen.at]?.text ?? "" }),
  ];
}
