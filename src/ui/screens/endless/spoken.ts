/** Endless growth in words. */
import { growthPerDay } from "../../../game/index.ts";
import { enduranceTold, firstToGiveWay } from "../../../present/endless.ts";
import type { Words } from "../../../words/index.ts";
import type { EndlessScreen } from "../../model/types.ts";

/** The score so far, and what is going on or how it ended. */
export function enduranceSentences(words: Words, { lesson, days, isOver }: EndlessScreen): string[] {
  const { endless } = words;
  const last = days.at(-1);
  const score = days.reduce((sum, day) => sum + day.score, 0);
  return [
    endless.total(score),
    isOver
      ? endless.over(last ? firstToGiveWay(words, lesson.prose.events, last) : "")
      : endless.playing(last ? last.factor * growthPerDay : 1),
  ];
}

export function spokenEndless(words: Words, screen: EndlessScreen): string[] {
  const { endless } = words;
  return [
    endless.name,
    endless.about,
    ...enduranceTold(words, screen.lesson.prose.events, screen.days),
    ...enduranceSentences(words, screen),
  ];
}
