/** Endless growth in words. */
import { doublingsBefore, growthPerDay, wearable } from "../../../game/index.ts";
import { enduranceTold, firstToGiveWay } from "../../../present/endless.ts";
import { cameAsNamed, growthScore, isNaming } from "../../model/course.ts";
import { progressOf } from "../../model/reached.ts";
import type { EndlessScreen, State } from "../../model/types.ts";

/** The score so far, and what is going on or how it ended. */
export function enduranceSentences({ words, save }: State, screen: EndlessScreen): string[] {
  const { endless } = words;
  const { lesson, days, isOver, named } = screen;
  const last = days.at(-1);
  const isRight = isOver ? cameAsNamed(screen) : undefined;
  const part = named.at(-1);
  const best = progressOf(save, lesson.level.id)?.bestGrowth;
  if (isNaming(screen)) return [endless.naming(2 ** doublingsBefore(days.length))];
  return [
    `${endless.total(growthScore(screen))}${best === undefined ? "" : ` ${endless.best(best)}`}`,
    ...(isRight === undefined || !part
      ? []
      : [endless.named({ part: words.places.part({ name: part }), isRight })]),
    isOver
      ? endless.over(last ? firstToGiveWay(words, lesson.prose.events, screen.design, last) : "")
      : endless.playing(last ? last.factor * growthPerDay : 1),
  ];
}

/** The parts to choose from, while one is to be named. */
export function wearableNames({ words }: Pick<State, "words">, screen: EndlessScreen): string[] {
  return isNaming(screen) ? wearable(screen.design).map((name) => words.places.part({ name })) : [];
}

export function spokenEndless(state: State, screen: EndlessScreen): string[] {
  const { words } = state;
  const { endless } = words;
  const names = wearableNames(state, screen);
  return [
    endless.name,
    endless.about,
    ...enduranceTold(words, screen.lesson.prose.events, screen.design, screen.days),
    ...enduranceSentences(state, screen),
    ...names.map((option, n) => words.spoken.option({ number: n + 1, option })),
    ...names
      .slice(screen.at, screen.at + 1)
      .map((option) => words.spoken.chosen({ at: screen.at + 1, of: names.length, option })),
  ];
}
