import { describe, expect, test } from "vitest";
import { folded } from "../../../src/present/picture/folded.ts";
import { edgesOf } from "../../../src/present/picture/graph.ts";
import type { Extent } from "../../../src/present/picture/grid.ts";
import type { PictureOptions } from "../../../src/present/picture/index.ts";
import { paired } from "../../../src/present/picture/paired.ts";
import { type Part, partsOf } from "../../../src/present/picture/parts.ts";
import { spread } from "../../../src/present/picture/spread.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";
import { inTones } from "../../helpers/in-tones.ts";

/** Each arrangement by itself: the least room that it takes, and how it stands there and where there is more. */

const stores = "lb 2 · web 9×8 · sessions pair · cache 3 · db 4 + 3×4";
const jobs = "queue durable · workers 6×8";
const designs: Readonly<Record<string, string>> = {
  nothing: "empty",
  box: "dns · box 2",
  small: "dns · web 2×8 · db 4",
  stores: `dns · cdn static · ${stores}`,
  copies: "dns · lb 2 · web 2×8 · db 0 + 2×4 · workers 2×8",
  jobs: `dns · ${stores} · ${jobs}`,
  lanes: `dns · lb 2 · web 9×8 · sessions pair · db 4 + 3×4 · ${jobs}`,
  shards: `cdn static · lb 2 · box 2 · web 6×8 · cache 3 · shards 8×8 · kv 1 · ${jobs}`,
  sites: `dns geo · cdn static · sync async · ${stores} · ${jobs} · @korea · lb 2 · web 9×8 · db 0 + 1×4`,
  waiting: "dns geo · web 2×8 · sessions pair · db 4 · @korea · lb 2 · web 2×8 · db 4",
  apart: "dns geo · lb 2 · web 6×8 · db 4 · @korea · web 4×8 · shards 4×8",
};

const style = {
  isShort: false,
  isStacked: true,
  isDeep: false,
  rowGap: 1,
  gutter: 3,
  left: 1,
  labels: true,
  plain: new Set(["users"]),
};
const close = { ...style, rowGap: 0, gutter: 2, left: 0, labels: false, plain: new Set(["users", "dns"]) };
const deep = { ...close, isDeep: true, plain: new Set(["users", "dns", "cdn"]) };
const ways = {
  "along a line": [spread, style],
  "along a line, short and close": [spread, { ...close, isShort: true }],
  "in lines": [folded, style],
  "in lines, beside each other": [folded, { ...close, isStacked: false }],
  "in lines, the first of them the way": [folded, deep],
  "beside each other": [paired, deep],
} as const;

const users = {
  id: "users",
  kind: "users",
  site: -1,
  name: words.picture.parts.users.name,
  head: { text: "12/s", changed: false },
  lines: [],
  marks: [],
  isNew: false,
  isSingle: false,
  isGhost: false,
  isData: false,
  stack: 0,
  bought: 0,
  headRoom: 0,
  pricePerMonth: 0,
} satisfies Part;

const detail = { rows: 1, pad: 0, live: false, headInTitle: false, prices: false };

function drawIn(way: keyof typeof ways, line: string, room: Extent, more: Partial<PictureOptions> = {}) {
  const [draw, given] = ways[way];
  const built = design(line);
  const options: PictureOptions = { words: words.picture, width: room.width, ...more };
  const parts = [users, ...partsOf(words.picture, built, undefined)];
  const edges = edgesOf(words.picture, built, parts);
  return draw(built, parts, edges, { ...given, detail }, options, room)?.lines(false);
}

/** The least from which on something fits, by halves. */
function least(most: number, fits: (value: number) => boolean): number | undefined {
  if (!fits(most)) return undefined;
  let [no, yes] = [0, most];
  while (yes - no > 1) {
    const half = Math.floor((no + yes) / 2);
    if (fits(half)) yes = half;
    else no = half;
  }
  return yes;
}

describe("an arrangement takes the least room that it can, and draws in it what it draws in more", () => {
  test.each(Object.keys(ways) as (keyof typeof ways)[])("%s", async (way) => {
    const pages = Object.entries(designs).map(([name, line]) => {
      const width = least(200, (cells) => drawIn(way, line, { width: cells, height: 60 }) !== undefined);
      if (width === undefined) return `[${name}] never`;
      const height = least(60, (rows) => drawIn(way, line, { width, height: rows }) !== undefined) as number;
      const tight = drawIn(way, line, { width, height }, { phase: 1, focus: "web" });
      const wide = drawIn(way, line, { width: width + 27, height: height + 3 }, { phase: 2 });
      const dark = { dark: new Map([["us" as const, "dark until t=500"]]) };
      const inTheDark = drawIn(way, line, { width: width + 14, height: height + 1 }, { ...dark, phase: 3 });
      return `[${name}] ${width}×${height}\n${[tight, wide, inTheDark].map((each) => inTones(each ?? [])).join("\n\n")}`;
    });
    await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot(
      `../../golden/layouts/${way.replaceAll(/, | /g, "-")}.txt`,
    );
  });
});
