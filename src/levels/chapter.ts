/** A level's excerpts as the chapter has them, whether they are read before or after play. */
import type { Excerpt, LevelProse } from "./prose.ts";

/** The excerpts of brief and lesson in the order of their ids. */
export function chapterOf({ brief, lesson }: Pick<LevelProse, "brief" | "lesson">): readonly Excerpt[] {
  return [...brief, ...lesson].sort((a, b) => countOf(a) - countOf(b));
}

/** The number at the end of an id: "06-cache-p4" is the fourth. */
function countOf({ id }: Excerpt): number {
  return Number(/\d+$/.exec(id));
}
