/** No level tells an idea that is not to blame: test/game has two of them. */
import { describe } from "vitest";
import { lessons } from "../helpers/english.ts";
import { testCounterfactuals, testRandomLosses } from "../helpers/wrong-ideas.ts";

describe.each(lessons.map(({ level }) => level))("level $number", (level) => {
  testCounterfactuals(level);
  testRandomLosses(level, 12);
});
