/** Questions before a run and answers to them, as a player reads them. */
import type { Expectation } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import { grouped } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { indicatorName } from "./indicators.ts";

/** A question: with options by their keys, or for a number. */
export interface AskedQuestion {
  readonly question: string;
  readonly options: readonly { readonly key: string; readonly text: string }[];
  /** What is counted; undefined where there are options. */
  readonly unit?: string;
}

/** What a player is asked before a run: the level's question, or whether every goal will be met. */
export function askedOf(words: Words, { level, prose }: Lesson, about: "question" | "goals"): AskedQuestion {
  const { prediction } = level;
  if (about === "goals") {
    const { question, yes, no } = words.prediction.goals;
    return {
      question,
      options: [
        { key: "yes", text: yes },
        { key: "no", text: no },
      ],
    };
  }
  const { question, options, unit } = prose.prediction;
  if (prediction.kind === "number") return { question, options: [], unit: unit?.[1] ?? "" };
  return { question, options: prediction.options.map((key) => ({ key, text: options[key] ?? key })) };
}

/** An answer in words: an option, a number with its unit, where an indicator goes. */
export function answerText(words: Words, lesson: Lesson, expected: Expectation, answer: string): string {
  if (expected.about === "trend") {
    const name = indicatorName(words, expected.indicator);
    return words.prediction.trend({ name, trend: answer as typeof expected.answer });
  }
  const { options, unit } = askedOf(words, lesson, expected.about);
  if (unit === undefined) return options.find(({ key }) => key === answer)?.text ?? answer;
  const value = Number.parseFloat(answer);
  const figure = Number.isInteger(value) ? grouped(value) : Number.isNaN(value) ? answer : String(value);
  const [one, many] = lesson.prose.prediction.unit ?? ["", ""];
  return `${figure} ${value === 1 ? one : many}`.trimEnd();
}
