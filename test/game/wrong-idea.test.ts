/** Whose idea a failed design is: told only when running it without the idea shows that it is to blame. */
import { describe, expect, test } from "vitest";
import { type Level, play } from "../../src/game/index.ts";
import { design, formatDesign, searchRun } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";
import { ideasOf, seed, testCounterfactuals, told } from "../helpers/wrong-ideas.ts";

const levels = lessons.map(({ level }) => level);
const levelOf = (number: number) => levels.find((level) => level.number === number) as Level;

describe.each(levels)("level $number", (level) => {
  test("names the idea of each of its wrong answers", () => {
    for (const { letter, design: wrong } of ideasOf(level)) {
      if (formatDesign(wrong) === formatDesign(level.start)) continue;
      if (play(level, wrong, seed, searchRun).passed) continue;
      const same = ideasOf(level).filter((idea) => formatDesign(idea.design) === formatDesign(wrong));
      const letters = told(level, wrong);
      expect(
        same.some((idea) => letters.includes(idea.letter)),
        `${letter}: ${letters.join()}`,
      ).toBe(true);
    }
  });
});

// test/deep has every level.
describe.each(levels.filter(({ number }) => [4, 6].includes(number)))("level $number", testCounterfactuals);

describe("no idea is told", () => {
  test("in a start, nor in what passes", () => {
    for (const level of levels) {
      expect(told(level, level.start)).toEqual([]);
      expect(told(level, level.lesson)).toEqual([]);
    }
  });

  test("of replicas in zone A, when they stand in A and B", () => {
    const line = "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 3×4 zones=AB · kv 1";
    expect(told(levelOf(5), design(line))).not.toContain("A");
  });
});
