/** Whoever adds up the dollars on a picture comes to the bill: on parts, in sums of sites, and in the lines below. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawDesign } from "../../../src/present/picture/index.ts";
import { design, forecast } from "../../../src/sim/index.ts";
import { affordableDesigns } from "../../helpers/designs.ts";
import { findLesson, lessons, words } from "../../helpers/english.ts";
import { sampled } from "../../helpers/sampled.ts";

/** What a board leaves for its picture at 80×24, 100×30, 120×40 and 200×60. */
const rooms = [
  { width: 44, height: 17 },
  { width: 64, height: 23 },
  { width: 78, height: 33 },
  { width: 158, height: 53 },
] as const;

const dollarsOn = (lines: readonly string[]) =>
  [...lines.join("\n").matchAll(/\$([\d,]+)/g)].reduce(
    (sum, [, dollars = ""]) => sum + Number(dollars.replaceAll(",", "")),
    0,
  );

test.each(sampled(lessons, 3).map((lesson) => [lesson.level.number, lesson] as const))(
  "level %s: the dollars on a picture come to the bill at every size",
  (_, { level }) => {
    const built = fc.sample(affordableDesigns(level), { numRuns: 1, seed: 31 });
    for (const each of [level.start, level.lesson, ...built]) {
      const { fixed, metered, perMonth } = forecast(each, level.scenario);
      const bill = [...fixed, ...metered];
      for (const room of rooms) {
        const lines = drawDesign(each, { words: words.picture, since: level.start, bill, ...room });
        expect(lines.length).toBeLessThanOrEqual(room.height);
        expect(dollarsOn(lines), lines.join("\n")).toBe(Math.round(perMonth));
      }
    }
  },
);

test("a picture with prices has them although the same design was drawn while it ran", () => {
  const { level } = findLesson("4")!;
  const built = design("dns · lb 2 · web 9×8 · db 8");
  const { fixed, metered } = forecast(built, level.scenario);
  const options = { words: words.picture, width: 78, height: 33 };
  const priced = () => drawDesign(built, { ...options, bill: [...fixed, ...metered] });
  const still = priced();
  drawDesign(built, { ...options, live: () => undefined });
  expect(priced()).toEqual(still);
  expect(drawDesign(built, { ...options, live: () => undefined }).join("\n")).not.toContain("$");
});

test("a name and an edge without a frame have their prices below, and a rack's sum stands in its head", () => {
  const draw = (line: string, height: number) => {
    const { level } = findLesson("7")!;
    const built = design(line);
    const { fixed, metered } = forecast(built, level.scenario);
    const bill = [...fixed, ...metered];
    return drawDesign(built, { words: words.picture, bill, width: 44, height }).join("\n");
  };
  expect(draw("dns · cdn static · lb 2 · web 10×8 · cache 4 · db 4 + 6×4 · kv 1", 17)).toMatch(
    /dns \$1 {2}cdn \$[\d,]+ {2}traffic out \$[\d,]+/,
  );
  const two = "dns geo · lb 2 · web 4×8 · db 4 + 2×4 · @korea · lb 2 · web 4×8 · db 0 + 2×4";
  expect(draw(two, 12)).toMatch(/us \$[\d,]+ .*korea \$[\d,]+ /);
});
