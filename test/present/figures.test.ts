import { expect, test } from "vitest";
import { paragraph } from "../../src/present/cells.ts";
import { table } from "../../src/present/table.ts";
import { grouped, milliseconds, money, percent } from "../../src/words/figures.ts";

test.each([
  [0, "0 %"],
  [0.000_01, "<0.01 %"],
  [0.000_4, "0.04 %"],
  [0.003, "0.3 %"],
  [0.546, "54.6 %"],
  [0.964, "96.4 %"],
  [0.985, "98.5 %"],
  [0.995, "99.5 %"],
  [0.998_7, "99.87 %"],
  [0.999, "99.9 %"],
  [0.999_96, "99.996 %"],
  [0.999_999_9, "99.999 %"],
  [1, "100 %"],
])("a share of %d is %s", (share, text) => {
  expect(percent(share)).toBe(text);
});

test("a failure is never rounded away, and a miss never looks like a hit", () => {
  for (const goal of [0.95, 0.985, 0.99, 0.995, 0.999])
    expect(percent(goal - 0.000_6)).not.toBe(percent(goal));
});

test("money, counts and times", () => {
  expect([money(71), money(1_234.4), money(0.4), money(-30)]).toEqual(["$71", "$1,234", "$0.40", "−$30"]);
  expect(grouped(335_340_000)).toBe("335,340,000");
  expect([milliseconds(0.42), milliseconds(8.14), milliseconds(3_105)]).toEqual([
    "0.42 ms",
    "8.1 ms",
    "3,105 ms",
  ]);
});

test("a paragraph is broken at spaces, a figure and its unit stay together", () => {
  expect(paragraph("it waits for 45 ms here", 15)).toEqual(["it waits for", "45 ms here"]);
  for (const line of paragraph("one two three four five six", 9)) expect(line.length).toBeLessThanOrEqual(9);
});

test("columns of a table stand under each other", () => {
  expect(
    table(
      [
        ["a", "1"],
        ["bbb", "20"],
      ],
      [1],
    ),
  ).toBe("a     1\nbbb  20");
});
