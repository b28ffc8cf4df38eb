/** The prediction in words. */
import { askedOf } from "../../../present/answers.ts";
import type { ScreenOf, State } from "../../model/types.ts";

export function spokenPrediction({ words }: State, screen: ScreenOf<"prediction">): string[] {
  const { spoken } = words;
  const { question, options, unit } = askedOf(words, screen.visit.lesson, screen.about);
  const begin = [spoken.expect, question];
  if (unit !== undefined) return [...begin, spoken.answer({ typed: screen.typed, unit })];
  return [
    ...begin,
    ...options.map(({ text }, n) => spoken.option({ number: n + 1, option: text })),
    spoken.chosen({ at: screen.at + 1, of: options.length, option: options[screen.at]?.text ?? "" }),
  ];
}
