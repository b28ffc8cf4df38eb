/** A curve as cells: where a place and a value stand, what joins them, and what lies over what. */
import { describe, expect, test } from "vitest";
import { cellOf, type Plot, plotCells, rowOfValue } from "../../src/present/plot.ts";

const plot = (rest: Partial<Plot>) =>
  plotCells({ cells: 4, rows: 2, line: [], marks: [], top: 8, ...rest }).map((row) =>
    row.map((cell) => cell?.char ?? " ").join(""),
  );

test("the first place of an axis stands at its beginning, the last at its end, the only one in the middle", () => {
  expect([0, 1, 2, 3, 4].map((at) => cellOf(at, 5, 41))).toEqual([0, 10, 20, 30, 40]);
  expect([0, 1, 2].map((at) => cellOf(at, 3, 6))).toEqual([0, 3, 5]);
  expect([0, 1].map((at) => cellOf(at, 2, 7))).toEqual([0, 6]);
  expect([cellOf(0, 1, 7), cellOf(0, 1, 8)]).toEqual([3, 4]);
});

test("the lowest value stands in the lowest row, the highest in the highest, and nothing beyond them", () => {
  const row = (value: number) => rowOfValue(value, 10, 20, 4);
  expect([-5, 10, 12.5, 12.6, 15.1, 17.6, 20, 99].map(row)).toEqual([3, 3, 3, 2, 1, 0, 0, 0]);
  expect(rowOfValue(10, 10, 10, 4)).toBe(3);
});

describe("a line", () => {
  test("joins its values by dots from one place to the next, level or steep, without a gap", () => {
    expect(plot({ line: [0, 0] })).toEqual(["    ", "⣀⣀⣀⡀"]);
    expect(plot({ line: [8, 8] })).toEqual(["⠉⠉⠉⠁", "    "]);
    expect(plot({ line: [0, 4] })).toEqual(["    ", "⣀⠤⠊⠁"]);
    expect(plot({ line: [0, 8] })).toEqual(["  ⡔⠁", "⡠⠊  "]);
    expect(plot({ line: [8, 0] })).toEqual(["⠑⢄  ", " ⠈⠢⡀"]);
    expect(plot({ line: [0, 8, 0] })).toEqual([" ⢠⢳ ", "⡠⠃⠈⡆"]);
  });

  test("has a gap where there is no value, on both sides of it", () => {
    expect(plot({ cells: 5, line: [0, null, 0] })).toEqual(["     ", "     "]);
    expect(plot({ cells: 5, line: [0, 0, null] })).toEqual(["     ", "⣀⣀⡀  "]);
    expect(plot({ cells: 5, line: [null, 0, 0] })).toEqual(["     ", "  ⣀⣀⡀"]);
    expect(plot({ line: [0] })).toEqual(["    ", "    "]);
  });
});

describe("a mark", () => {
  test("stands at its place and value, over the line and over an earlier mark", () => {
    const mark = (at: number, value: number, tone: "counted" | "own" | "last") => ({ at, value, tone });
    const line = [0, 0];
    expect(plot({ line, marks: [mark(0, 0, "counted")] })[1]).toBe("○⣀⣀⡀");
    expect(plot({ line, marks: [mark(1, 8, "own")] })).toEqual(["   ●", "⣀⣀⣀⡀"]);
    expect(plot({ line, marks: [mark(0, 1, "own"), mark(0, 1, "last")] })[1]).toBe("◆⣀⣀⡀");
  });

  test("keeps its tone, and the line has its own", () => {
    const [, row] = plotCells({
      ...{ cells: 4, rows: 2, line: [0, 0], top: 8 },
      marks: [{ at: 0, value: 0, tone: "own" }],
    });
    expect(row?.map((cell) => cell?.tone)).toEqual(["own", "line", "line", "line"]);
  });
});
