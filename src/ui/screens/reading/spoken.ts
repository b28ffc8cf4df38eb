/** What is read, in words. */

import { chapterOf, type Lesson } from "../../../levels/index.ts";
import { eventsAhead, mostOf, offersAhead, trafficOf } from "../../../present/briefing.ts";
import { showGoal } from "../../../present/indicators.ts";
import type { Words } from "../../../words/index.ts";
import { progressOf } from "../../model/reached.ts";
import type { ScreenOf, State, Visit } from "../../model/types.ts";

export function spokenBriefing(words: Words, { lesson }: Visit): string[] {
  const { spoken } = words;
  const { level, prose } = lesson;
  const rates = trafficOf(lesson);
  const offers = offersAhead(words, lesson);
  return [
    spoken.briefing({ number: level.number, title: prose.title, promise: prose.promise }),
    prose.story,
    spoken.traffic({ firstPerSec: mostOf(rates.subarray(0, 1)), mostPerSec: mostOf(rates) }),
    ...eventsAhead(words, lesson).map(({ atSec, words: event }) =>
      atSec === undefined ? event : spoken.event({ event, atSec }),
    ),
    spoken.goals({ goals: level.goals.map((goal) => showGoal(words, goal)), budget: level.budget }),
    spoken.stars(prose.stars),
    ...(offers.length === 0 ? [] : [spoken.newInShop(offers)]),
    ...prose.brief.flatMap(({ title, text }) => [spoken.passage(title), text]),
  ];
}

/** The level's chapter. */
export function spokenLesson(words: Words, lesson: Lesson): string[] {
  return [words.spoken.chapter, ...spokenChapter(words, lesson)];
}

/** Its excerpts, then its numbers. */
function spokenChapter({ spoken, reading }: Words, { prose }: Lesson): string[] {
  return [
    ...chapterOf(prose).flatMap(({ title, text }) => [spoken.passage(title), text]),
    spoken.numbers,
    ...prose.numbers.flatMap((number) => [spoken.passage(number.what), reading.number(number)]),
  ];
}

/** The reference card of a passed level. */
export function spokenReference(state: State, screen: ScreenOf<"reference">): string[] {
  const { spoken } = state.words;
  const { prose, level } = screen.lesson;
  const progress = progressOf(state.save, level.id);
  return [
    spoken.reference({ number: level.number, title: prose.title, stars: progress?.stars ?? 0 }),
    ...(progress?.bestDesign
      ? [spoken.cheapest({ design: progress.bestDesign, perMonth: progress.bestCostPerMonth ?? 0 })]
      : []),
    prose.debrief,
    ...spokenChapter(state.words, screen.lesson),
    ...prose.cards.flatMap(({ question, answer }) => [question, answer]),
  ];
}
