/** Cards as they are read: a question and its answer, on the screen, at a prompt and in a file alike. */
import type { Expectation, GoalIndicator } from "../game/index.ts";
import { indicatorTraits, partsOfIndicator } from "../sim/index.ts";
import type { Card, Due, MissedGoal, Mistake } from "../study/deck.ts";
import type { PosedSum } from "../study/sums.ts";
import type { SumFigures } from "../words/contract/study.ts";
import type { Words } from "../words/index.ts";
import { answerText, askedOf } from "./answers.ts";
import { showGoal, showIndicator } from "./indicators.ts";

/** A card in words. */
export interface CardText {
  readonly question: string;
  readonly answer: string;
}

/** What a card asks, and what is right. */
export function cardText(words: Words, card: Card): CardText {
  switch (card.kind) {
    case "prose":
      return { question: card.question, answer: card.answer };
    case "sum":
      return sumText(words, card.posed);
    case "mistake":
      return mistakeText(words, card);
  }
}

/** A sum's question, and the way to its truth. */
export function sumText({ study }: Words, { name: sum, values, truth }: PosedSum): CardText {
  const { ask, why } = study.sums[sum];
  const figures = { of: values as SumFigures["of"], truth };
  return { question: ask(figures), answer: why(figures) };
}

function mistakeText(
  words: Words,
  { lesson, mistake }: Extract<Card, { readonly kind: "mistake" }>,
): CardText {
  const { mistakes } = words.study;
  const { design, missed } = mistake;
  const goals = missed.flatMap((goal) => missedText(words, goal));
  const { question, answer } = saidOf(words, lesson, mistake);
  return {
    question: mistakes.design({ line: design, question }),
    answer: goals.length === 0 ? answer : `${answer} ${mistakes.missed(goals)}`,
  };
}

function saidOf(words: Words, lesson: Card["lesson"], { about, of, answer, truth }: Mistake): CardText {
  const { mistakes } = words.study;
  if (about === "idea") {
    const { title, why } = lesson.prose.wrongAnswers[of] ?? { title: of, why: "" };
    return { question: mistakes.idea, answer: mistakes.ideaAnswer({ title, why }) };
  }
  if (about === "trend") {
    const indicator = indicatorOf(of);
    const trend = (key: string) =>
      indicator ? answerText(words, lesson, { about, answer: "same", indicator, was: 0 }, key) : key;
    return { question: mistakes.trend(trend(answer)), answer: mistakes.trendAnswer(trend(truth)) };
  }
  const expected = { about, answer } as Expectation;
  return {
    question: askedOf(words, lesson, about).question,
    answer: mistakes.answer({
      said: answerText(words, lesson, expected, answer),
      truth: answerText(words, lesson, expected, truth),
      explanation: about === "question" ? lesson.prose.prediction.explanation : "",
    }),
  };
}

/** A missed goal in words; nothing where the save names none that there is. */
function missedText(words: Words, { indicator, bound, target, value }: MissedGoal) {
  const known = indicatorOf(indicator);
  if (!known) return [];
  return [
    {
      value: showIndicator(words, known, value),
      goal: showGoal(words, { indicator: known, bound, target }),
    },
  ];
}

function indicatorOf(name: string): GoalIndicator | undefined {
  if (name === "costPerMonth") return name;
  const parts = partsOfIndicator(name as Exclude<GoalIndicator, "costPerMonth">);
  return Object.hasOwn(indicatorTraits, parts.name) ? (name as GoalIndicator) : undefined;
}

/** What there is to recall, in a line. */
export function dueLine({ study }: Words, { today, todayMin, cards }: Due): string {
  return today > 0 ? study.line({ today, min: todayMin }) : study.rest(cards.length);
}

/** The level that a card is of. */
export function cardOrigin({ study }: Words, { lesson: { level, prose } }: Card): string {
  return study.from({ level: level.number, title: prose.title });
}
