/** The levels in teaching order. Adding one: its folder and a line here. */
import type { Level } from "../game/index.ts";
import { prose as singleServerEnglish } from "./01-single-server/en.ts";
import { level as singleServer } from "./01-single-server/level.ts";
import type { LevelProse } from "./prose.ts";

/** A level with its words. */
export interface Lesson {
  readonly level: Level;
  readonly prose: LevelProse;
}

export const lessons: readonly Lesson[] = [{ level: singleServer, prose: singleServerEnglish }];

/** The lesson of a level's number, its id, or a part of its id ("cache"); undefined when there is none. */
export function findLesson(name: string): Lesson | undefined {
  return (
    lessons.find(({ level }) => String(level.number) === name || level.id === name) ??
    lessons.find(({ level }) => name.length >= 3 && level.id.includes(name.toLowerCase()))
  );
}

export { type Chapter, chapters } from "./chapters.ts";
export { glossary } from "./glossary-en.ts";
export { type OfferWords, offerWords } from "./offers-en.ts";
export type { LevelProse } from "./prose.ts";
