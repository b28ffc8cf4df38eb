/** A line of notation as somebody types it. */
import { describe, expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import { designSoFar, readLine } from "../../src/present/line.ts";
import { withNear } from "../../src/present/written.ts";
import { design, formatDesign } from "../../src/sim/index.ts";
import type { UsageWords } from "../../src/words/contract/cli.ts";
import { lessons } from "../helpers/english.ts";

const { level } = lessons[0]!;
/** What is told, as data. */
const usage = {
  notation: ({ line, near }) => JSON.stringify({ line, near }),
  notSold: ({ refusal, more }) => JSON.stringify({ offer: typeof refusal, more }),
} as Pick<UsageWords, "notation" | "notSold">;
const read = (text: string) => readLine(usage, level, text);
const flaw = (text: string) => {
  const found = read(text);
  return "flaw" in found ? JSON.parse(found.flaw) : undefined;
};

test("a line that the shop sells is its design", () => {
  const found = read(formatDesign(level.lesson));
  expect("design" in found && formatDesign(found.design)).toBe(formatDesign(level.lesson));
});

describe("a line that cannot be read", () => {
  test("is told again with what was meant, whole up to forty characters", () => {
    expect(flaw("dns · bocs 1")).toEqual({ line: "dns · bocs 1", near: "dns · box 1" });
    const long = `dns · bocs 1 ${"x".repeat(27)}`;
    expect(long).toHaveLength(40);
    expect(flaw(long).line).toBe(long);
    expect(flaw(`${long}y`).line).toBe(`${long.slice(0, 39)}…`);
  });

  test("counts cells, here and where it stands in a file: a wide letter is two", () => {
    const wide = (count: number) => `dns · bocs ${"가".repeat(count)}`;
    expect(flaw(wide(14)).line).toBe(wide(14));
    const inFile = (line: string) =>
      withNear({
        code: "notation",
        where: "design",
        line,
        error: { at: 7, found: "bocs", expected: { code: "part", known: [] } },
      }).problem;
    for (const line of [wide(15), wide(40)]) {
      expect(width(flaw(line).line)).toBeLessThanOrEqual(40);
      expect(inFile(line)).toMatchObject({ line: flaw(line).line });
    }
  });
});

test("of what the shop does not sell the first is told, and how many more there are", () => {
  expect(flaw("dns · box 1 · cache 1")).toEqual({ offer: "object", more: expect.any(Number) });
  const [few, many] = ["dns · box 1 · cache 1", "dns · box 1 · cache 1 · kv 1 · shards 2×4"].map(
    (line) => flaw(line).more as number,
  );
  expect(many).toBeGreaterThan(few!);
});

test("of a line still being typed the parts that can be read count, from the first on, however they are parted", () => {
  for (const parted of ["·", ";", "|", ",", "•", "・"]) {
    const soFar = (rest: string) => {
      const found = designSoFar(`dns ${parted} web 2×8${rest.replaceAll("·", parted)}`);
      return found && formatDesign(found);
    };
    const whole = formatDesign(design("dns · web 2×8"));
    expect(["", " ·", " · ca", " · cache x", " · ca · db"].map(soFar)).toEqual(Array(5).fill(whole));
    expect(soFar(" · db 4")).toBe(formatDesign(design("dns · web 2×8 · db 4")));
  }
  expect(designSoFar("what")).toBeUndefined();
  expect(designSoFar("")).toBeUndefined();
});
