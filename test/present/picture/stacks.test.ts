import { expect, test } from "vitest";
import { type Detail, paintBox, sizeOf } from "../../../src/present/picture/box.ts";
import { Canvas } from "../../../src/present/picture/canvas.ts";
import type { PictureOptions } from "../../../src/present/picture/index.ts";
import { type Part, partsOf } from "../../../src/present/picture/parts.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";
import { byRoom } from "../../helpers/in-tones.ts";

/** A part that stands in many alike boxes: how many of them are drawn, and beside what, in each room. */

const detail = (rows: number, more: Partial<Detail> = {}): Detail => ({
  rows,
  pad: 0,
  live: false,
  headInTitle: false,
  prices: false,
  ...more,
});
const shards = (count: number) =>
  partsOf(words.picture, design(`dns · web 2×8 · shards ${count}×8`), undefined).find(
    ({ kind }) => kind === "shards",
  ) as Part;

/** What stands in a box of so many cells, line by line. */
function inside(part: Part, how: Detail, w: number, more: Partial<PictureOptions> = {}): string {
  const h = how.rows + 2;
  const canvas = new Canvas(w, h);
  paintBox(canvas, { part, x: 0, y: 0, w, h }, how, { words: words.picture, width: 80, ...more });
  return canvas
    .lines(false)
    .slice(1, -1)
    .map((line) =>
      line
        .map(({ text }) => text)
        .join("")
        .slice(1, -1)
        .trimEnd(),
    )
    .join(" / ")
    .trimEnd();
}

test("in each room as many small boxes are drawn as stand in it, and what else is known beside or below them", async () => {
  const pages = [1, 3, 8, 10, 24].flatMap((count) =>
    [1, 2, 3, 4, 5].map(
      (rows) =>
        `[${count} in ${rows}]\n${byRoom(8, 64, (w) => inside(shards(count), detail(rows), w)).join("\n")}`,
    ),
  );
  await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("../../golden/boxes/stacks.txt");
});

test("a running stack has a cell a box and one for a newcomer, and air between as long as nine stand apart", () => {
  const cells = (count: number, rows: number) =>
    sizeOf(shards(count), detail(rows, { live: true }), { words: words.picture, width: 80 }).w;
  const share = " 100%".length;
  for (const count of [7, 8, 9, 10, 11, 20]) {
    expect(cells(count, 1), `${count}`).toBe(2 + Math.max(9, count + 1 + share));
    const bars = count <= 9 ? 2 * count : count;
    expect(cells(count, 2), `${count}`).toBe(2 + Math.max(11, bars + 1 + share));
  }
});

test("boxes that stand one by one leave what is lost to the foot, with the reason", () => {
  const each = [0.2, 1.5].map((utilization) => ({ utilization }));
  const foot = (rows: number, one: boolean) => {
    const canvas = new Canvas(40, rows + 2);
    const live = () => ({
      utilization: 1,
      lostPerSec: 12,
      reason: "timeout" as const,
      ...(one ? { each } : {}),
    });
    const options = { words: words.picture, width: 80, live };
    paintBox(
      canvas,
      { part: shards(2), x: 0, y: 0, w: 40, h: rows + 2 },
      detail(rows, { live: true }),
      options,
    );
    const text = (canvas.lines(false).at(-1) ?? []).map((span) => span.text).join("");
    return text.replace(/[─└┘]+/g, "").trim();
  };
  expect(foot(1, true)).toBe("✗ 12/s waited");
  expect(foot(1, false)).toBe("waited");
  expect(foot(2, true)).toBe("waited");
});
