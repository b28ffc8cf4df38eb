/** The level of the day in words. */
import { dayFacts } from "../../../present/day.ts";
import { firstDate, lastDate } from "../../../rooms/day/index.ts";
import { lessonsOf } from "../../model/progress.ts";
import type { DayScreen } from "../../model/room-screens.ts";
import { cardSaved, countedOn } from "../../model/rooms.ts";
import type { State } from "../../model/types.ts";

/** Why there is nothing to show yet, or never will be. */
export function waitingFor({ words }: Pick<State, "words">, { date, problem }: DayScreen): string {
  return problem
    ? words.day.noDay({ text: date, problem, first: firstDate, last: lastDate })
    : words.day.proving;
}

/** What a day's page tells, in its parts; undefined until it is proven. */
export function dayTold(state: State, { day, date }: DayScreen) {
  if (!day) return undefined;
  const { words } = state;
  const counted = countedOn(state, date);
  return {
    ...dayFacts(words, lessonsOf(state.mapRows), day),
    card: counted ? words.day.card(cardSaved(date, counted)) : undefined,
  };
}

export function spokenDay(state: State, screen: DayScreen): string[] {
  const { day: words, onCall } = state.words;
  const told = dayTold(state, screen);
  if (!told) return [words.title, waitingFor(state, screen)];
  return [
    told.title,
    told.story,
    ...told.changes,
    ...told.goals,
    told.judgedBy,
    told.card === undefined ? words.firstCounts : words.counted({ card: told.card }),
    words.daysPlayed(Object.keys(state.save.days).length),
    ...(screen.opening ? [onCall.running] : []),
  ];
}
