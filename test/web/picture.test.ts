import { describe, expect, test } from "vitest";
import { slice, width } from "../../src/present/cells.ts";
import { meanings } from "../../src/ui/frame/theme.ts";
import { fitted, leastLetterPx, pushedTo } from "../../src/web/room.ts";
import { type Maker, Rows } from "../../src/web/rows.ts";
import { inksOf, pageTheme, piecesOf } from "../../src/web/theme.ts";
import { tellIn } from "../../src/web/told.ts";
import { FakeNode, fakeMaker } from "./fake-page.ts";

const maker = fakeMaker as unknown as Maker;
const theme = pageTheme("dark");

function page(fits: (text: string) => boolean = () => true) {
  const parent = new FakeNode("div");
  return { parent, rows: new Rows(maker, parent as unknown as HTMLElement, fits) };
}

describe("the colors of a page", () => {
  test.each(meanings)("%s keeps its text and its cells, and is cut like any other text", (meaning) => {
    const line = `a ${theme[meaning]("b c d")} e`;
    expect(width(line)).toBe(9);
    expect(
      piecesOf(slice(line, 0, 5))
        .map(({ text }) => text)
        .join(""),
    ).toBe("a b c");
  });

  test("a meaning within another comes to its end, and the other goes on", () => {
    const line = theme.muted(`bill ${theme.money("$5")} a month`);
    expect(piecesOf(line).map(({ text, look }) => [text, look])).toEqual([
      ["bill ", "muted"],
      ["$5", "money"],
      [" a month", "muted"],
    ]);
  });

  test("every color on a page is one of the theme's, on a dark ground and on a light one", () => {
    for (const name of ["dark", "light"] as const) {
      const inks = inksOf(name).map(([property]) => property.slice(2));
      const looks = meanings.flatMap((meaning) =>
        piecesOf(pageTheme(name)[meaning]("x"))[0]!.look.split(" "),
      );
      expect(looks.filter((look) => look !== "" && look !== "bold").sort()).toEqual(inks.sort());
    }
  });

  test("what is no text and no style is dropped", () => {
    const pieces = piecesOf("a\u001B]0;title\u0007b\u001B[2Jc\u0000");
    expect(pieces.map(({ text }) => text).join("")).not.toMatch(/[\u0000-\u001F]/);
  });
});

describe("the rows of a picture", () => {
  test("only rows that changed are touched", () => {
    const { parent, rows } = page();
    expect(rows.show(["a", "b", "c"])).toBe(3);
    const [first] = parent.children;
    expect(rows.show(["a", "B", "c"])).toBe(1);
    expect(parent.children.map(({ textContent }) => textContent)).toEqual(["a", "B", "c"]);
    expect(parent.children[0]).toBe(first);
    expect(rows.show(["a", "B", "c"])).toBe(0);
  });

  test("a lower screen has as many rows as lines, and an empty line is as high as any", () => {
    const { parent, rows } = page();
    rows.show(["a", "b", "c"]);
    rows.show(["a", ""]);
    expect(parent.children.map(({ textContent }) => textContent)).toEqual(["a", " "]);
  });

  test("all is drawn anew when the font is another", () => {
    const { rows } = page();
    rows.show(["a", "b"]);
    rows.forget();
    expect(rows.show(["a", "b"])).toBe(2);
  });

  test("a character that the font draws too wide stands in a box of its cells; others stay text", () => {
    const { parent, rows } = page((text) => text !== "▶" && text !== "웹");
    rows.show([`─▶ web 웹${theme.good("▶")}`]);
    const row = parent.children[0]!;
    expect(row.textContent).toBe("─▶ web 웹▶");
    expect(row.looks()).toEqual(["cells1: ▶", "cells2: 웹", "good cells1: ▶"]);
  });

  test("of a row that changed, nodes stay that can be written anew, and all is what it would be on a new page", () => {
    const { parent, rows } = page((text) => text !== "▶");
    const { good, bad, muted, data } = theme;
    const lines = [
      `load ${good("12 %")} of ${muted("100 %")} │ next`,
      `load ${good("97 %")} of ${muted("100 %")} │ next`,
      `load ${bad("98 %")} of ${muted("100 %")} │ next`,
      `load ${bad("98 %")}${data("▶")} of │ next`,
      good("all"),
      "",
      `${data("▶")} load`,
      `load ${good("12 %")} of ${muted("100 %")} │ next`,
    ];
    let before: readonly FakeNode[] = [];
    for (const line of lines) {
      rows.show([line]);
      const fresh = page((text) => text !== "▶");
      fresh.rows.show([line]);
      const [row, anew] = [parent.children[0]!, fresh.parent.children[0]!];
      expect([row.textContent, row.looks()]).toEqual([anew.textContent, anew.looks()]);
      const { childNodes } = row;
      if (line === lines[1] || line === lines[2]) expect(childNodes).toEqual(before);
      before = [...childNodes];
    }
  });

  test("markup in a line is text", () => {
    const { parent, rows } = page();
    rows.show(['<img src=x onerror="alert(1)">']);
    expect(parent.children[0]!.children).toEqual([]);
    expect(parent.textContent).toBe('<img src=x onerror="alert(1)">');
  });
});

describe("a screen in words", () => {
  const tell = (parent: FakeNode, lines: readonly string[]) =>
    tellIn(maker, parent as unknown as HTMLElement, lines);

  test("lines that stay keep their elements, so that only what is new is read aloud", () => {
    const parent = new FakeNode("div");
    tell(parent, ["Board", "bill 5", "", "keys"]);
    const [board, , keys] = parent.children;
    const { kept, fresh } = tell(parent, ["Board", "bill 6", "more", "keys"]);
    expect([kept, fresh.map(({ textContent }) => textContent)]).toEqual([2, ["bill 6", "more"]]);
    expect(parent.children.map(({ textContent }) => textContent)).toEqual([
      "Board",
      "bill 6",
      "more",
      "keys",
    ]);
    expect([parent.children[0], parent.children[3]]).toEqual([board, keys]);
    expect(parent.children[3]).toBe(keys);
  });
});

describe("how far a frame is pushed along", () => {
  const to = (at: number, from: number, end: number) => pushedTo({ at, length: 100 }, { from, to: end });

  test.each([
    ["what is on view pushes nothing", 40, 50, 140, 40],
    ["what ends beyond it pushes so far", 0, 50, 130, 30],
    ["what begins before it pushes back", 90, 20, 60, 20],
    ["of what is longer the start is on view", 0, 30, 300, 30],
    ["nothing lies before the start", 10, -5, 60, 0],
  ])("%s", (_, at, from, end, expected) => {
    expect(to(at, from, end)).toBe(expected);
  });
});

describe("how large letters are", () => {
  const shape = { width: 0.6, height: 1.2 };
  const at = (w: number, h: number, liked = 16) => fitted({ width: w, height: h, density: 1 }, shape, liked);

  test("they are as the reader likes them where eighty columns fit, and a cell has no part of a pixel", () => {
    const { letterPx, rowPx, room } = at(1280, 720);
    expect(letterPx * 0.6).toBeCloseTo(Math.round(letterPx * 0.6), 9);
    expect(Math.abs(letterPx - 16)).toBeLessThan(1);
    expect(room.columns * letterPx * 0.6).toBeLessThanOrEqual(1280);
    expect(room.rows * rowPx).toBeLessThanOrEqual(720);
  });

  test("they shrink so that the smallest screen fits, but not below the least, where the picture is scrolled", () => {
    expect(at(560, 700).room).toMatchObject({ columns: 80 });
    expect(at(560, 700).letterPx).toBeLessThan(16);
    const narrow = at(320, 560);
    expect(narrow.room).toEqual({ columns: 80, rows: 46 });
    expect(narrow.letterPx).toBeGreaterThanOrEqual(leastLetterPx);
    expect(at(200, 100).room).toEqual({ columns: 80, rows: 24 });
  });

  test("they grow in a very large window, and with what the reader has chosen", () => {
    expect(at(3840, 2160).letterPx).toBeGreaterThan(20);
    expect(at(1280, 720, 20).letterPx).toBeGreaterThan(at(1280, 720).letterPx);
  });
});
