/** The moment after a pass, in words. */
import { costOf } from "../../../game/index.ts";
import { lessonsOf } from "../../model/progress.ts";
import type { ScreenOf, State } from "../../model/types.ts";

/** What there is to say: that it holds, what is new about it, and what opens next. */
export function passSentences(
  { words, mapRows }: State,
  { visit, played, gain }: ScreenOf<"pass">,
): string[] {
  const { pass } = words;
  const lessons = lessonsOf(mapRows);
  const next = lessons[lessons.indexOf(visit.lesson) + 1];
  return [
    pass.holds({ stars: played.stars, perMonth: costOf(played) }),
    ...(gain === "first" && !visit.room ? [next ? pass.opens(next.prose.title) : pass.last] : []),
    ...(gain === "stars" ? [pass.moreStars] : []),
    ...(gain === "cheaper" ? [pass.cheapest] : []),
  ];
}

/** One line for those who listen. */
export function spokenPass(state: State, screen: ScreenOf<"pass">): string[] {
  return [`${screen.visit.lesson.prose.title}. ${passSentences(state, screen).join(" ")}`];
}
