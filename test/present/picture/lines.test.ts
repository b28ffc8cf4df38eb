import { describe, expect, test } from "vitest";
import type { Box } from "../../../src/present/picture/box.ts";
import { Canvas } from "../../../src/present/picture/canvas.ts";
import { paintDark } from "../../../src/present/picture/dark.ts";
import {
  drawAcross,
  drawBack,
  drawDown,
  drawRoute,
  flowTone,
  type GridStyle,
  type Gutter,
  paintPlain,
} from "../../../src/present/picture/grid.ts";
import { drawLink } from "../../../src/present/picture/link.ts";
import { type Part, partsOf } from "../../../src/present/picture/parts.ts";
import type { PictureOptions } from "../../../src/present/picture/types.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** Lines between boxes: where they leave, turn and enter, where their label stands, what moves along them. */

const [dns, web] = partsOf(words.picture, design("dns · web 2×8 · db 4"), undefined) as [Part, Part];
const box = (x: number, y: number, w = 5, part: Part = web): Box => ({ part, x, y, w, h: 3 });
const style = { plain: new Set(["dns"]) } as unknown as GridStyle;

function drawn(cells: number, rows: number, draw: (canvas: Canvas) => void): string[] {
  const canvas = new Canvas(cells, rows);
  draw(canvas);
  return canvas.lines(false).map((line) => line.map(({ text }) => text).join(""));
}

describe("a way", () => {
  const route = (...points: readonly (readonly [number, number])[]) =>
    drawn(6, 4, (canvas) => drawRoute(canvas, points, undefined));
  test("ends in an arrow in the direction it comes from", () => {
    expect(route([0, 0], [3, 0])).toEqual(["───▶"]);
    expect(route([3, 0], [0, 0])).toEqual(["◀───"]);
    expect(route([0, 0], [0, 2])).toEqual(["│", "│", "▼"]);
    expect(route([0, 2], [0, 0])).toEqual(["▲", "│", "│"]);
    expect(route([0, 0], [2, 0], [2, 2], [4, 2])).toEqual(["──┐", "  │", "  └─▶"]);
  });

  test("of a single cell leads to the right", () => {
    expect(route([2, 0], [2, 0])).toEqual(["  ▶"]);
  });

  test("shows what moves along it in every fourth cell, one further in each phase, around its corners too", () => {
    const lit = (phase: number | undefined) => {
      const canvas = new Canvas(8, 3);
      drawRoute(
        canvas,
        [
          [0, 0],
          [4, 0],
          [4, 2],
          [6, 2],
        ],
        phase,
      );
      return canvas
        .lines(false)
        .flatMap((line, y) => {
          let x = 0;
          return line.flatMap(({ text, tone }) => {
            const at = x;
            x += text.length;
            return tone === "user" ? [...text].flatMap((c, i) => (c === " " ? [] : [`${at + i},${y}`])) : [];
          });
        })
        .join(" ");
    };
    expect(lit(undefined)).toBe("");
    expect(lit(0)).toBe("0,0 4,0 6,2");
    expect(lit(1)).toBe("1,0 4,1");
    expect(lit(2)).toBe("2,0 4,2");
    expect(lit(3)).toBe("3,0 5,2");
    expect(lit(4)).toBe(lit(0));
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])("is lit at its step %d when the flow has come so far", (step) => {
    for (const phase of [0, 1, 2, 3])
      expect(flowTone(phase)(step) === "user", `${phase}`).toBe(step % 4 === phase);
    expect(flowTone(0, 2)(step) === "user").toBe((step + 2) % 4 === 0);
    expect(flowTone(undefined)(step)).toBe("muted");
  });
});

describe("across", () => {
  const gutter = (start: number, end: number, isForked = false): Gutter => ({
    start,
    end,
    trunk: start + 1,
    isForked,
  });
  const across = (from: Box, to: Box, room: Gutter, label?: string) =>
    drawn(24, 8, (canvas) => drawAcross(canvas, from, to, room, style, label, undefined));

  test("a line leaves a frame at its right side and enters the next one's left", () => {
    expect(across(box(0, 0), box(10, 0), gutter(5, 10))).toEqual(["", "    ─────▶"]);
  });

  test("a line leaves a name with a blank between, and stops two cells before one", () => {
    expect(across(box(0, 0, 3, dns), box(10, 0), gutter(3, 10))).toEqual(["", "    ─────▶"]);
    expect(across(box(0, 0), box(12, 0, 3, dns), gutter(5, 12))).toEqual(["", "    ──────▶"]);
  });

  test("between two names that stand close there is an arrow alone, and it points to the right", () => {
    expect(across(box(0, 0, 5, dns), box(7, 0, 5, dns), gutter(5, 7))).toEqual(["", "    ─▶"]);
    expect(across(box(0, 0, 5, dns), box(6, 0, 5, dns), gutter(5, 6))).toEqual(["", "    ▶"]);
    expect(across(box(0, 0, 5, dns), box(5, 0, 5, dns), gutter(5, 5))).toEqual(["", "   ▶"]);
  });

  test("a line to another row turns in the gutter", () => {
    expect(across(box(0, 0), box(10, 4), gutter(5, 10, true))).toEqual([
      "",
      "    ──┐",
      "      │",
      "      │",
      "      │",
      "      └──▶",
    ]);
    expect(across(box(0, 4), box(10, 0), gutter(5, 10, true))[1]).toBe("      ┌──▶");
  });

  test("it turns no later than one cell before its end, and never before it leaves", () => {
    expect(across(box(0, 0), box(7, 4), { start: 5, end: 7, trunk: 9, isForked: true })).toEqual([
      "",
      "    ─┐",
      "     │",
      "     │",
      "     │",
      "     └▶",
    ]);
    expect(across(box(0, 0), box(7, 4), { start: 0, end: 7, trunk: 0, isForked: true })[1]).toBe("    │");
  });

  test("its label stands on it, with blanks where there is room, and not at all without", () => {
    expect(across(box(0, 0), box(16, 0), gutter(5, 16), "miss")[1]).toBe("    ─── miss ──▶");
    expect(across(box(0, 0), box(13, 0), gutter(5, 13), "miss")[1]).toBe("    ───miss─▶");
    expect(across(box(0, 0), box(11, 0), gutter(5, 11), "miss")[1]).toBe("    ──miss▶");
    expect(across(box(0, 0), box(9, 0), gutter(5, 9), "miss")[1]).toBe("    ────▶");
  });

  test("behind a fork its label stands on its own part of the way", () => {
    expect(across(box(0, 0), box(18, 4), gutter(5, 18, true), "miss")[5]).toBe("      └── miss ──▶");
  });

  test("its label gives way to what stands there", () => {
    const canvas = new Canvas(24, 3);
    canvas.text(9, 1, "x", "text");
    drawAcross(canvas, box(0, 0), box(16, 0), gutter(5, 16), style, "miss", undefined);
    expect(
      canvas
        .lines(false)[1]
        ?.map(({ text }) => text)
        .join(""),
    ).not.toContain("miss");
  });
});

describe("down and back", () => {
  test("a line leaves the foot of a box and enters the head of the next, a cell from its corner", () => {
    expect(drawn(12, 7, (canvas) => drawDown(canvas, box(0, 0), box(0, 4), "copy", undefined))).toEqual([
      "",
      "",
      " │",
      " │ copy",
      " ▼",
    ]);
  });

  test("its label stands beside it where a row is free for it, with a cell to spare", () => {
    const down = (cells: number, to: number) =>
      drawn(cells, 7, (canvas) => drawDown(canvas, box(0, 0), box(0, to), "copy", undefined)).join("");
    expect(down(7, 4)).toContain("copy");
    expect(down(6, 4)).not.toContain("copy");
    expect(down(12, 3)).not.toContain("copy");
  });

  test("a line leads back to the right side of a box further left", () => {
    expect(drawn(16, 3, (canvas) => drawBack(canvas, box(10, 0), box(0, 0), undefined))).toEqual([
      "",
      "     ◀─────",
    ]);
  });
});

describe("the link of two sites' data", () => {
  const link = (row: number | undefined, columns: readonly [number, number], label?: string) =>
    drawn(30, 6, (canvas) => drawLink(canvas, box(0, 0), box(12, 0), row, columns, label, undefined));
  test("goes around below both, and in from the right", () => {
    expect(link(4, [6, 19], "sync")).toEqual([
      "",
      "    ──┐          ◀─┐",
      "      │            │",
      "      │            │",
      "      └── sync ────┘",
    ]);
  });

  test("bears its name where the way below has seven cells more than that, or none", () => {
    expect(link(4, [6, 17], "sync")[4]).toContain("sync");
    expect(link(4, [6, 16], "sync").join("")).not.toContain("sync");
  });

  test("of sites above each other goes along one column", () => {
    expect(
      drawn(20, 8, (canvas) => drawLink(canvas, box(0, 0), box(0, 4), undefined, [8, 8], "sync", undefined)),
    ).toEqual(["", "    ────┐", "        │", "        │", "        │", "     ◀──┘"]);
  });
});

test("a part without a frame is a name with its figure below, in its own tone", () => {
  const tones = (part: Part, options: Partial<PictureOptions> = {}) => {
    const canvas = new Canvas(20, 4);
    paintPlain(canvas, box(1, 0, 3, part), { words: words.picture, width: 20, ...options });
    return canvas
      .lines(false)
      .map((line) =>
        line
          .map(({ text, tone }) => `${text.trim()} ${tone}`)
          .filter((text) => text.trim() !== "" && !text.startsWith(" ")),
      );
  };
  const users = { ...dns, id: "users", kind: "users", name: "users" } as const;
  expect(tones(dns)).toEqual([[], ["dns title"], ["ttl 5m muted"]]);
  expect(tones({ ...dns, head: { text: "ttl 5m", changed: true } })[2]).toEqual(["ttl 5m accent"]);
  expect(tones({ ...dns, isGhost: true })[1]).toEqual(["dns warn"]);
  expect(tones(users)[1]).toEqual(["users user"]);
  expect(tones(users, { focus: "users" })[1]).toEqual(["users focus"]);
});

describe("until when a site is dark", () => {
  const inUs = { ...web, region: "us" } as const;
  const dark = (rows: number, boxes: readonly Box[], text = "dark", paint?: (canvas: Canvas) => void) =>
    drawn(12, rows, (canvas) => {
      paint?.(canvas);
      paintDark(canvas, boxes, { words: words.picture, width: 12, dark: new Map([["us", text]]) });
    });
  test("stands once below its first box, or above it where the row below is taken", () => {
    const boxes = [box(0, 1, 5, inUs), box(6, 1, 5, inUs)];
    expect(dark(6, boxes)).toEqual(["", "", "", "", " dark"]);
    expect(dark(4, boxes)).toEqual([" dark"]);
    expect(dark(6, boxes, "dark", (canvas) => canvas.text(3, 4, "x", "text"))[0]).toBe(" dark");
  });

  test("stands at another of its boxes where the first has no room, with a cell to spare at its end", () => {
    expect(dark(5, [box(7, 1, 5, inUs), box(1, 1, 5, inUs)])).toEqual(["", "", "", "", "  dark"]);
    expect(dark(5, [box(6, 1, 5, inUs)])).toEqual(["", "", "", "", "       dark"]);
    expect(dark(5, [box(7, 1, 5, inUs)])).toEqual([]);
  });

  test("is said of no other site", () => {
    expect(dark(6, [box(0, 1, 5, { ...web, region: "korea" }), box(0, 1, 5, dns)])).toEqual([]);
  });
});
