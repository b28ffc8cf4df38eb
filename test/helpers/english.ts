/** The game in English, for tests. */
import { type Lesson, lessonsIn } from "../../src/levels/index.ts";
import { words } from "../../src/words/en/index.ts";
import { texts } from "../../src/words/en/texts.ts";

export { words };
export const { glossary } = texts;
export const lessons: readonly Lesson[] = lessonsIn(texts.prose);

/** The lesson of a level's number or id. */
export function findLesson(name: string): Lesson | undefined {
  return lessons.find(({ level }) => String(level.number) === name || level.id === name);
}
