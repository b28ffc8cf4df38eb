/** A language that nobody speaks, on a plain level, and in the fog: test/deep has every level. */
import { describe, expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import { drawDesign } from "../../src/present/picture/index.ts";
import { lessons, testEveryScreen } from "../helpers/every-screen.ts";
import { pseudo, words } from "../helpers/pseudo-language.ts";
import { raggedEdges } from "../levels/frames.ts";

test("the language is longer, has wide letters, and keeps figures, units and keys", () => {
  const shown = pseudo("The box keeps 12 ms of `Enter`, p95 3 GB");
  expect(shown).toMatch(/^Ţĥééé? /);
  expect(shown).toContain("12 ms");
  expect(shown).toContain("`Enter`");
  expect(shown).toContain("p95 3 GB");
  expect(width(shown)).toBeGreaterThan([...shown].length);
});

for (const lesson of lessons.filter(({ level }) => [1, 11].includes(level.number)))
  describe(lesson.level.id, () => testEveryScreen(lesson));

test("pictures with wide names join all their lines", () => {
  const busy = () => ({ utilization: 0.5, queue: 12, lostPerSec: 3, reason: "timeout" as const });
  for (const cells of [50, 60, 80, 120])
    for (const { level } of lessons)
      for (const live of [undefined, busy]) {
        const options = { words: words.picture, width: cells, single: true, ...(live ? { live } : {}) };
        const lines = drawDesign(level.lesson, options);
        for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(cells);
        expect(raggedEdges(lines), lines.join("\n")).toEqual([]);
      }
});
