/** What a screen says, it says in full where it has room, and in ASCII as in Unicode. All levels: test/deep. */
import { expect, test } from "vitest";
import { toAscii } from "../../src/present/glyphs.ts";
import { lessons } from "../helpers/english.ts";
import { cutForNothing, drawnAt, playedOf, screensOf } from "../helpers/screens.ts";

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

for (const lesson of lessons.filter(({ level }) => [1, 9, 12].includes(level.number)))
  test(`level ${lesson.level.number}: nothing is cut beside free room, every glyph has a twin of one cell`, () => {
    const played = playedOf(lesson, lesson.level.lesson);
    for (const size of sizes)
      for (const screen of screensOf(lesson, played, size)) {
        const lines = drawnAt(screen, size);
        expect(cutForNothing(lines, size, lesson), `${screen.kind} at ${size.columns}`).toEqual([]);
        for (const line of lines) {
          const ascii = toAscii(line);
          expect(ascii).toMatch(/^[ -~]*$/);
          expect(ascii, line).not.toContain("??");
          expect(ascii.length).toBe([...line].length);
        }
      }
  });

test("a text that is cut beside free room is found, one that fills its row is not", () => {
  const size = { columns: 20, rows: 1 };
  expect(cutForNothing(["a name that is…     "], size)).toEqual(["a name that is…"]);
  expect(cutForNothing(["a name that fills …"], size)).toEqual([]);
  expect(cutForNothing(["left│a name…     7"], size)).toEqual(["a name…     7"]);
});
