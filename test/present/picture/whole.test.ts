import { describe, expect, test } from "vitest";
import { drawDesign, mostPartsOf, type PictureOptions, picture } from "../../../src/present/picture/index.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** The picture as a whole: what it keeps between frames, how high it is, what it says of prices below it. */

const line =
  "dns · cdn static · tools logs=sampled metrics=tiers · lb 2 · web 9×8 · sessions pair · cache 3 · db 4 + 3×4 · queue durable · workers 6×8";
const two = "dns geo · sync async · lb 2 · web 9×8 · db 4 · @korea · lb 2 · web 9×8 · db 0 + 1×4";
const options = (more: Partial<PictureOptions> = {}): PictureOptions => ({
  words: words.picture,
  width: 80,
  ...more,
});
type Bill = NonNullable<PictureOptions["bill"]>;
const bill = (...all: readonly (readonly [string, number, number])[]) =>
  all.map(([id, perMonth, site]) => ({ id, perMonth, site })) as unknown as Bill;

test("what one frame has kept of a design changes nothing of what is drawn of it next", () => {
  const live = () => ({ utilization: 0.5 });
  const since = design(line.replace("web 9×8", "web 6×8").replace(" · cache 3", ""));
  const prices = bill(["web", 140, 0], ["logs", 40, -1]);
  const ways: readonly Partial<PictureOptions>[] = [
    { live },
    { since },
    { bill: prices },
    {},
    { live, since },
    { live, bill: prices },
    { live, since, bill: prices },
    { live },
  ];
  const afresh = ways.map((way) => picture(design(line), options(way)));
  for (const first of ways.slice(0, 4)) {
    const kept = design(line);
    picture(kept, options(first));
    expect(
      ways.map((way) => picture(kept, options(way))),
      `${Object.keys(first)} first`,
    ).toEqual(afresh);
  }
});

test.each([
  [60, 15],
  [71, 15],
  [72, 14],
  [109, 14],
  [110, 26],
  [150, 26],
])("in %d cells it takes %d lines, where no other height is given", (width, height) => {
  for (const built of [line, two].map((each) => design(each))) {
    expect(picture(built, options({ width }))).toEqual(picture(built, options({ width, height })));
    expect(picture(built, options({ width })).length).toBeLessThanOrEqual(height);
  }
});

test("in plain characters it has none but those, in its lines and below them", () => {
  for (const width of [60, 80, 130]) {
    const plain = drawDesign(design(line), options({ width, ascii: true }));
    expect(plain.join("")).toMatch(/^[ -~]*$/);
    expect(plain.length).toBe(drawDesign(design(line), options({ width })).length);
    expect(drawDesign(design(line), options({ width, ascii: false })).join("")).toMatch(/[┌·]/);
  }
});

test("the fullest of its sites has as many parts as stand there", () => {
  const most = (text: string) => mostPartsOf(words.picture, design(text));
  expect(most("dns · web 2×8 · db 4")).toBe(2);
  expect(most(two)).toBe(3);
  expect(most("dns geo · web 2×8 · db 4 · @korea · lb 2 · web 9×8 · cache 3 · kv 1 · db 0 + 1×4")).toBe(5);
});

describe("a price that has no room on its part stands below", () => {
  const sites =
    "dns geo · cdn static · sync async · web 9×8 · cache 1 · db 4 · @korea · web 9×8 · cache 1 · db 0 + 1×4";
  const below = (text: string, width: number, more: Partial<PictureOptions> = {}) => {
    const prices = bill(["domain", 1, 0], ["cdn", 20_044.4, 0], ["web", 30, 0]);
    const lines = drawDesign(design(text), options({ width, height: 17, bill: prices, ...more }));
    return lines.at(-1)?.trim();
  };
  test.each([
    ["dns · cdn static · web 2×8 · db 4", 40, 12, "dns $1  cdn $20,044"],
    [sites, 40, 12, "cdn $20,044  sites async"],
    [sites, 76, 17, "dns $1 · cdn $20,044 · sites async"],
  ])("of %s in %d × %d cells: %s", (text, width, height, told) => {
    expect(below(text, width, { height })).toBe(told);
    expect(below(text, width, { height, live: () => ({ utilization: 0.5 }) })).not.toContain("$");
  });
});
