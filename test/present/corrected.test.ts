/** What was meant by a line with words mistyped: how many may be, and how far off. */
import { expect, test } from "vitest";
import { correctedLine } from "../../src/present/corrected.ts";
import { nearest } from "../../src/present/nearest.ts";

test("four mistyped words of a line are mended, and five are not", () => {
  const meant = "dns · lb 2 · web 2×8 · sessions pair · cache 1 · db 4";
  const four = "dns · lbb 2 · webb 2×8 · sesions pair · cahce 1 · db 4";
  expect(correctedLine(meant)).toBe(meant);
  expect(correctedLine(four)).toBe(meant);
  expect(correctedLine(four.replace("dns", "dnss"))).toBeUndefined();
});

test("a separator that is missing is put in its place", () => {
  expect(correctedLine("dns web 2×8 · db 4")).toBe("dns · web 2×8 · db 4");
});

test("a word that is like none, or a value that cannot be, is not mended", () => {
  for (const line of ["dns · elephant 2", "dns · web 2×8 · db -4"])
    expect(correctedLine(line), line).toBeUndefined();
});

test("a mistyped word is at most two letters away, one of three letters only one", () => {
  const known = ["cache", "web", "workers"];
  expect(["cache", "cashe", "cashy", "dashy"].map((word) => nearest(word, known))).toEqual([
    "cache",
    "cache",
    "cache",
    undefined,
  ]);
  expect(["web", "wev", "wevv", "xev", "we"].map((word) => nearest(word, known))).toEqual([
    "web",
    "web",
    "web",
    undefined,
    "web",
  ]);
});

test("a word of four letters that begins otherwise is one letter away at most", () => {
  expect(["tier", "tiex", "tixx", "xier", "xiex"].map((word) => nearest(word, ["tier"]))).toEqual([
    "tier",
    "tier",
    "tier",
    "tier",
    undefined,
  ]);
});

test("of two that are as near the first is meant, and the nearer of two wherever it stands", () => {
  expect(nearest("cats", ["cuts", "cots"])).toBe("cuts");
  expect(nearest("sharks", ["sparse", "shards"])).toBe("shards");
  expect(nearest("sharks", ["shards", "sparse"])).toBe("shards");
});

test("no word is longer than forty letters", () => {
  const long = "a".repeat(40);
  expect(nearest(long, [`${long}b`])).toBe(`${long}b`);
  expect(nearest(`${long}a`, [`${long}b`])).toBeUndefined();
});
