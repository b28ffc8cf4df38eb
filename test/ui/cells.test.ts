import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import {
  beside,
  ends,
  padBoth,
  padLeft,
  padRight,
  slice,
  truncate,
  width,
  wrap,
} from "../../src/present/cells.ts";
import { toAscii } from "../../src/present/glyphs.ts";
import { sampled } from "../helpers/sampled.ts";

const RED = "\u001B[31m한글abc\u001B[39m";

describe("cells", () => {
  test("wide characters count two, colours nothing", () => {
    expect(["", "abc", "한글", RED, "▶│✓…", "🙂"].map(width)).toEqual([0, 3, 4, 7, 4, 2]);
  });

  test("the short way to a width agrees with the long one for all glyphs of the game", () => {
    const all = "─│┌┐└┘├┤┬┴┼╭╮╰╯━▶◀▲▼▸◂✓✗★☆▁▂▃▄▅▆▇█░▒▓·×–—…≤≥→←↑↓±÷“”‘’$°é⏎␣";
    for (const glyph of all) expect(width(glyph), glyph).toBe(stringWidth(glyph));
    expect(width(all)).toBe([...all].length);
  });

  test("a width is what string-width says of any text of the scripts that terminals show in cells", () => {
    const pieces = [
      ..."aé한글中ｶＡ✓★█▁─→≤“…яΩⓐ☎⚠❤⌚ﬁ",
      "ｶﾞ",
      "e\u0301",
      "\u3000",
      "\u200b",
      "\u00ad",
      "\u0007",
    ];
    const emoji = ["👍", "👍🏽", "👩‍👩‍👧", "❤️", "🇰🇷", "1️⃣", "☎️", "🏳️‍🌈", "⚠️"];
    const text = fc.array(fc.constantFrom(...pieces, ...emoji, "ก็", "नि", RED), { maxLength: 8 });
    fc.assert(fc.property(text, (parts) => width(parts.join("")) === stringWidth(parts.join(""))));
  });

  test.each([
    ["Latin letters", 0xa1, 0x2b0],
    ["Latin letters with two marks", 0x1e00, 0x1eff],
    ["arrows, boxes, blocks and signs", 0x2010, 0x2bff],
    ["kana and their signs", 0x3000, 0x30ff],
    ["ideographs", 0x4dff, 0xa000],
    ["syllables of Hangul", 0xabff, 0xd7a4],
    ["full-width forms and half-width ones", 0xff00, 0xffef],
  ])("%s take as many cells alone as between others, as string-width counts them", (_, from, to) => {
    const differing: string[] = [];
    const codes = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    // The borders of a block are always among them: 31 shares no factor with the size of any.
    for (const code of new Set([...sampled(codes, 31), ...codes.slice(0, 3), ...codes.slice(-3)])) {
      const char = String.fromCharCode(code);
      for (const text of [char, `가${char}ş`])
        if (width(text) !== stringWidth(text)) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  test("padding fills to the width, and cuts what is wider", () => {
    expect(padRight("한글", 6)).toBe("한글  ");
    expect(padLeft("42", 5)).toBe("   42");
    expect(padBoth("ab", 5)).toBe(" ab  ");
    expect(padRight("abcdef", 4)).toBe("abc…");
    expect(width(padRight(RED, 10))).toBe(10);
  });

  test("truncating keeps colours whole and never halves a wide character", () => {
    expect(truncate("한글한글", 4)).toBe("한…");
    expect(truncate(RED, 5)).toBe("\u001B[31m한글\u001B[39m…");
    expect(truncate("abc", 3)).toBe("abc");
    expect(truncate("abc", 0)).toBe("");
  });

  test("a slice leaves out what either end cuts in half", () => {
    const cut = (start: number, end: number) => slice("한글x", start, end);
    expect([cut(0, 2), cut(0, 3), cut(1, 3), cut(1, 4), cut(2, 5)]).toEqual(["한", "한", "", "글", "글x"]);
  });

  test("paragraphs break at words, and words too long break too", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("abcdefghij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrap("first\nsecond", 20)).toEqual(["first", "second"]);
  });

  test("two blocks stand side by side, two words at the ends of a line", () => {
    expect(beside(["a", "bb"], 3, ["1"], "│")).toEqual(["a  │1", "bb │"]);
    expect(ends("left", "right", 12)).toBe("left   right");
    expect(ends("a long left", "right", 12)).toBe("a long…right");
  });
});

describe("ASCII twins", () => {
  test("a line keeps its width", () => {
    for (const line of ["┌─▶ ok ✓ 12 ≤ 40 …", "naïve café", "한글 x", RED]) {
      expect(toAscii(line)).toMatch(/^[\u0000-\u007F]*$/);
      expect(width(toAscii(line))).toBe(width(line));
    }
    expect(toAscii("naïve ✗")).toBe("naive X");
    expect(toAscii("서울 é db")).toBe("???? e db"); // a sign for each cell, not for each letter
  });
});
