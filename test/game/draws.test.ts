/** Chance by name: cards, drills and days that somebody has shared must come out the same for ever. */
import { describe, expect, test } from "vitest";
import { drawsOf, hashOf, oneOf, shuffled } from "../../src/game/draws.ts";

test("a name's hash is FNV-1a, as others reckon it", () => {
  expect(["", "a", "foobar"].map(hashOf)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

describe("draws", () => {
  /** mulberry32, reckoned with whole numbers of any size instead of 32 bits. */
  function* mulberry(seed: number): Generator<number> {
    const mask = 0xffff_ffffn;
    for (let state = BigInt(seed); ; ) {
      state = (state + 0x6d2b_79f5n) & mask;
      let mixed = ((state ^ (state >> 15n)) * (state | 1n)) & mask;
      mixed ^= (mixed + (((mixed ^ (mixed >> 7n)) * (mixed | 61n)) & mask)) & mask;
      yield Number(mixed ^ (mixed >> 14n)) / 2 ** 32;
    }
  }

  test("follow from a name alone, by mulberry32", () => {
    for (const name of ["2026-11-26", "drill 7", ""]) {
      const draw = drawsOf(name);
      const reckoned = mulberry(hashOf(name));
      for (let n = 0; n < 200; n++) expect(draw(), `${name} ${n}`).toBe(reckoned.next().value);
    }
  });

  test("of a list take each of its entries alike, and nothing else", () => {
    const draw = drawsOf("list");
    const counts = new Map<string, number>();
    for (let n = 0; n < 3_000; n++) {
      const one = oneOf(["a", "b", "c"], draw);
      counts.set(one, 1 + (counts.get(one) ?? 0));
    }
    expect([...counts.keys()].sort()).toEqual(["a", "b", "c"]);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
    expect([0, 0.999_999].map((at) => oneOf(["first", "middle", "last"], () => at))).toEqual([
      "first",
      "last",
    ]);
  });

  test("put a list into every order, each as often as any other, and leave the list alone", () => {
    const draw = drawsOf("order");
    const list = [1, 2, 3];
    const counts = new Map<string, number>();
    for (let n = 0; n < 6_000; n++) {
      const order = shuffled(list, draw).join("");
      counts.set(order, 1 + (counts.get(order) ?? 0));
    }
    expect([...counts.keys()].sort()).toEqual(["123", "132", "213", "231", "312", "321"]);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
    expect(list).toEqual([1, 2, 3]);
  });
});
