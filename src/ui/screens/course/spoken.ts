/** The page after the last level in words. */
import { describe } from "../../../present/picture/index.ts";
import { courseTally, ownSystem } from "../../model/course.ts";
import type { State } from "../../model/types.ts";

export function spokenCourse(state: State): string[] {
  const { course, picture, spoken } = state.words;
  const own = ownSystem(state);
  return [
    course.name,
    course.about,
    ...(own ? describe(picture, own.design) : []),
    ...course.figures(courseTally(state)).map(([name, figure]) => spoken.named({ name, figure })),
    course.closing,
  ];
}
