/** What is read, in words. */
import { eventsAhead, trafficOf } from "../../../present/briefing.ts";
import { showGoal } from "../../../present/indicators.ts";
import { grouped, money } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import { progressOf } from "../../model/progress.ts";
import type { ScreenOf, State, Visit } from "../../model/types.ts";

export function spokenBriefing(words: Words, { lesson }: Visit): string[] {
  const { level, prose } = lesson;
  const rates = trafficOf(level.scenario);
  return [
    `Level ${level.number}, ${prose.title}. ${prose.promise}.`,
    prose.story,
    `Traffic: ${grouped(rates[0] ?? 0)} requests a second at first, at most ${grouped(Math.max(...rates))}.`,
    ...eventsAhead(lesson).map(({ atSec, words: event }) =>
      atSec === undefined ? `At some time: ${event}` : `At ${atSec} seconds: ${event}`,
    ),
    `Goals: ${[...level.goals.map((goal) => showGoal(words, goal)), `bill at most ${money(level.budget)} a month`].join(", ")}.`,
    `Second star: ${prose.stars.two} Third star: ${prose.stars.three}`,
    "What the chapter says.",
    ...prose.lesson.flatMap(({ title, text }) => [`${title}.`, text]),
  ];
}

/** The reference card of a passed level. */
export function spokenReference(state: State, screen: ScreenOf<"reference">): string[] {
  const { prose, level } = screen.lesson;
  const progress = progressOf(state.save, level.id);
  return [
    `Level ${level.number}, ${prose.title}, passed with ${progress?.stars ?? 0} of 3 stars.`,
    ...(progress?.bestDesign
      ? [`Your cheapest design: ${progress.bestDesign}, ${money(progress.bestCostPerMonth ?? 0)} a month.`]
      : []),
    prose.debrief,
    ...prose.lesson.flatMap(({ title, text }) => [`${title}.`, text]),
    ...prose.cards.flatMap(({ question, answer }) => [question, answer]),
  ];
}
