import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decide, verdictSeeds } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { screeningRun } from "../../src/sim/index.ts";
import { copyWith, decidedByLastBit, nudged, otherMath, shifts } from "../helpers/last-bit.ts";
import { namedDesigns } from "../helpers/named-designs.ts";

/** What the language's own text settles to the last bit, constants among it. */
const settled =
  /^(?:abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2)$/;
const leftOpen = /^(?:exp|expm1|log|log1p|log2|log10|pow)$/;

describe("another engine's mathematics", () => {
  test("is the next number in either direction, and the same where the result is whole or none", () => {
    for (const x of [1 / 3, -1 / 3, 1e-9, 12_345.678]) {
      expect([x, nudged(x, 1)]).toContain((x + nudged(x, 1)) / 2);
      expect(Math.abs(nudged(x, 1))).toBeGreaterThan(Math.abs(x));
      expect(Math.abs(nudged(x, -1))).toBeLessThan(Math.abs(x));
    }
    for (const x of [0, 1, -3, 1_024, Number.POSITIVE_INFINITY]) expect(nudged(x, 1)).toBe(x);
    expect(nudged(Number.NaN, 1)).toBeNaN();
  });

  test("goes up, down, or either way as the argument has it, the same each time", () => {
    const arguments_ = Array.from({ length: 300 }, (_, i) => 0.01 + i / 77);
    for (const shift of shifts) {
      const { exp } = otherMath(shift);
      const ways = new Set(arguments_.map((x) => Math.sign(exp(x) - Math.exp(x))));
      expect([...ways].sort()).toEqual(shift === "up" ? [1] : shift === "down" ? [-1] : [-1, 0, 1]);
      expect(arguments_.map(exp)).toEqual(arguments_.map(exp));
    }
  });

  test("is all that differs in a copy of the game, which asks it for powers too", () => {
    const asked = new Set<string>();
    const math = otherMath("up", 0);
    for (const name of Object.getOwnPropertyNames(math) as Exclude<keyof Math, symbol>[]) {
      const own = math[name] as unknown;
      if (typeof own !== "function") continue;
      const heard = (...args: number[]) => {
        asked.add(name);
        return own(...args);
      };
      Object.defineProperty(math, name, { value: heard });
    }
    const cache = levels[5]!;
    const [seed = 0] = verdictSeeds;
    const copy = copyWith(math);
    const verdict = copy.decide(copy.levels[5]!, cache.lesson, [seed], screeningRun);
    expect(verdict).toEqual(decide(cache, cache.lesson, [seed], screeningRun));
    expect([...asked]).toEqual(expect.arrayContaining(["exp", "expm1", "log", "log1p", "pow"]));
  });

  test("shows in the figures when it is wrong in the fifth place, so what is moved is heard", () => {
    const single = levels[0]!;
    const copy = copyWith(otherMath("up", 2 ** 36));
    const own = decide(single, single.lesson, [11]);
    expect(copy.decide(copy.levels[0]!, single.lesson, [11]).outcomes).not.toEqual(own.outcomes);
  });
});

test("a verdict hangs on no function whose last bit is open but those that are moved", () => {
  const src = new URL("../../src/", import.meta.url);
  const sources = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(?:sim|game|levels)[/\\].*\.ts$/.test(file),
  );
  const used = sources.flatMap((file) => [
    ...readFileSync(new URL(file, src), "utf8").matchAll(/Math\.(\w+)/g),
  ]);
  const names = new Set(used.map(([, name]) => name!));
  expect([...names].filter((name) => !settled.test(name) && !leftOpen.test(name))).toEqual([]);
  expect(names.size).toBeGreaterThan(10);
});

test("no table of draws is laid out by a logarithm: another engine has the same streams", () => {
  const math = Object.create(Math, {
    log2: {
      value: () => {
        throw new Error("log2 is asked");
      },
    },
  });
  const copy = copyWith(math);
  const single = levels[0]!;
  expect(copy.decide(copy.levels[0]!, single.lesson, [11])).toEqual(decide(single, single.lesson, [11]));
});

test.each([
  [1, "naive", 11],
  [4, "lesson", 23],
  [9, "lesson", 37],
])("no verdict hangs on the last bit: level %i, %s, seed %i", (number, name, seed) => {
  const level = levels.find((each) => each.number === number)!;
  const { design } = namedDesigns(level).find((each) => each.name === name)!;
  expect(decidedByLastBit(level, design, [seed])).toEqual([]);
});
