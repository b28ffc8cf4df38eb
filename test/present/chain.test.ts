import { describe, expect, test } from "vitest";
import { type Level, toldLosses } from "../../src/game/index.ts";
import { causeSentence, chainTold, explainsCollapse, spellsAfter } from "../../src/present/causes.ts";
import { curvesOf } from "../../src/present/curves.ts";
import {
  type Cause,
  emptyDesign,
  type FaultCause,
  type LosingCause,
  type Report,
} from "../../src/sim/index.ts";
import type { Words } from "../../src/words/index.ts";
import { lessons, words } from "../helpers/english.ts";
import { recordingOf } from "../helpers/recorded.ts";

/** What is found of a cause, before a language makes a sentence of it: each limit on both sides. */

const { level } = lessons[0]!;

/** Words that say what they were given. */
const bare = {
  ...words,
  causes: new Proxy(
    {},
    { get: (_, name) => (found: unknown) => JSON.stringify([name, found]) },
  ) as Words["causes"],
};

const reportOf = (causes: readonly Cause[], more: object = {}) =>
  ({
    ticks: 100,
    tickSec: 1,
    causes,
    indicators: {},
    costPerMonth: 0,
    ledger: { offered: 10_000, failed: 0, answered: 1 },
    ...more,
  }) as unknown as Report;
const found = (cause: Cause, causes: readonly Cause[] = [cause]): [string, Record<string, unknown>] => {
  const report = reportOf(causes);
  return JSON.parse(causeSentence(bare, {}, emptyDesign(), cause, report, spellsAfter(cause, report)));
};
const saturated = (tick: number, untilTick: number, more: object = {}): FaultCause =>
  ({ what: "saturated", place: "web", utilization: 1, tick, untilTick, ...more }) as FaultCause;
const down = (tick: number, untilTick: number): FaultCause => ({
  what: "down",
  place: "db",
  tick,
  untilTick,
});
const losing = (count: number, tick = 0, untilTick = 10): Cause => ({
  what: "losing",
  place: "web",
  reason: "timeout",
  count,
  tick,
  untilTick,
});

describe("an overload", () => {
  test("is told as what is asked of a part in times of what it can do: nothing is more than 100 % busy", () => {
    const told = (askedPerSec: number) =>
      words.causes.asked({
        place: { name: "web" },
        spell: { kind: "to-end" },
        askedPerSec,
        canPerSec: 1_000,
      });
    expect([1_004, 1_006, 1_090, 5_284, 15_000].map((rate) => told(rate).split(",")[0])).toEqual([
      "the web tier is asked for all that it can do",
      "the web tier is asked for 1.01 times what it can do",
      "the web tier is asked for 1.09 times what it can do",
      "the web tier is asked for 5.3 times what it can do",
      "the web tier is asked for 15 times what it can do",
    ]);
  });

  test.each([
    [{ askedPerSec: 300, canPerSec: 100 }, "asked"],
    [{ askedPerSec: 100, canPerSec: 100 }, "asked"],
    [{ askedPerSec: 99, canPerSec: 100 }, "overloaded"],
    [{ askedPerSec: 5, canPerSec: 0 }, "overloaded"],
    [{ askedPerSec: 1, canPerSec: 0.5 }, "asked"],
    [{}, "overloaded"],
    [{ canPerSec: 0.5 }, "overloaded"],
    [{ askedPerSec: 0.5 }, "overloaded"],
    [{ waiting: true, askedPerSec: 300, canPerSec: 100 }, "held"],
  ])("with %j is told as %s", (more, as) => {
    expect(found(saturated(1, 5, more))[0]).toBe(as);
  });
});

describe("how long a fault lasted", () => {
  const spell = (cause: FaultCause, ...again: readonly FaultCause[]) =>
    found(cause, [...again, cause])[1]["spell"] as Record<string, unknown>;

  test("is to the end where the last tick still saw it, or until its end", () => {
    expect(spell(saturated(10, 99))).toEqual({ kind: "to-end" });
    expect(spell(saturated(10, 98))).toMatchObject({ kind: "until" });
  });

  test("of a fall ends one tick later than it was last down: it is back then", () => {
    const [fall, overload] = [spell(down(10, 30)), spell(saturated(10, 31))];
    expect(fall["until"]).toBe(overload["until"]);
  });

  test("is told with its second spell, or with how many more there were", () => {
    expect(spell(saturated(10, 20), saturated(40, 50))).toMatchObject({ kind: "again" });
    expect(spell(saturated(10, 20), saturated(40, 98))).toMatchObject({ kind: "again" });
    expect(spell(saturated(10, 20), saturated(40, 99))).toMatchObject({ kind: "again-to-end" });
    expect(spell(saturated(10, 20), saturated(40, 50), saturated(60, 70))).toMatchObject({
      kind: "times",
      more: 2,
    });
  });

  test("counts later spells of the same fault at the same part alone", () => {
    const cause = saturated(10, 20);
    const others = [
      saturated(5, 8),
      saturated(10, 20),
      down(40, 50),
      saturated(40, 50, { place: "db" }),
      losing(5, 40),
    ];
    expect(spellsAfter(cause, reportOf([cause, ...others]))).toEqual([]);
    const later = saturated(11, 20);
    expect(spellsAfter(cause, reportOf([cause, ...others, later]))).toEqual([later]);
  });
});

describe("a loss", () => {
  test("is told with its share of all requests from 0.05 % on", () => {
    expect(found(losing(5))[1]).toMatchObject({ count: 5, share: 0.0005 });
    expect(found(losing(4))[1]).not.toHaveProperty("share");
  });

  test("is told as coming by and by when it is less than 5 % over more than half of the run", () => {
    expect(found(losing(499, 10, 61))[1]).toHaveProperty("until");
    expect(found(losing(499, 10, 60))[1]).not.toHaveProperty("until");
    expect(found(losing(500, 10, 61))[1]).not.toHaveProperty("until");
  });

  test("that no link tells is counted in the end", () => {
    const told = (failed: number) =>
      chainTold(bare, {}, emptyDesign(), reportOf([losing(70)], { ledger: { offered: 1_000, failed } })).map(
        ({ sentence }) => JSON.parse(sentence) as [string, unknown],
      );
    expect(told(100).at(-1)).toEqual(["rest", 30]);
    expect(told(70)).toHaveLength(1);
  });
});

test("of many losses the three largest are told; where only one more is left that is told, too", () => {
  const each = (...counts: readonly number[]) => counts.map((count) => losing(count) as LosingCause);
  const losses = each(40, 30, 20, 9, 1);
  const counts = (from: readonly LosingCause[], failed = 100) =>
    toldLosses(from, failed).map(({ count }) => count);
  expect(counts(losses.slice(0, 3))).toEqual([40, 30, 20]);
  expect(counts(losses.slice(0, 4))).toEqual([40, 30, 20, 9]);
  expect(counts(losses)).toEqual([40, 30, 20]);
  // A trickle is none of them.
  expect(counts(each(40, 30, 20, 1), 101)).toEqual([40, 30, 20]);
});

describe("a collapse is explained", () => {
  const explains = (share: number, more: object, cost = 500) =>
    explainsCollapse(
      { ...level, budget: 100, goals: [] } as Level,
      reportOf([saturated(1, 50, more)], { indicators: { inVainShare: share }, costPerMonth: cost }),
    );
  const modest = { askedPerSec: 150, canPerSec: 100 };

  test("from half of the work in vain on", () => {
    expect([explains(0.5, modest), explains(0.49, modest)]).toEqual([true, false]);
  });

  test("where the overload was modest: more than can be done, at most twice as much", () => {
    const asked = [100, 101, 200, 201].map((askedPerSec) => explains(0.9, { askedPerSec, canPerSec: 100 }));
    expect(asked).toEqual([false, true, true, false]);
    expect(explains(0.9, { ...modest, waiting: true })).toBe(false);
    expect(explains(0.9, {})).toBe(false);
  });

  test("where something was missed", () => {
    expect([explains(0.9, modest, 101), explains(0.9, modest, 100)]).toEqual([true, false]);
  });
});

describe("a curve of answer times", () => {
  const curves = curvesOf(words, recordingOf(level, level.start, 11), [
    { indicator: "latencyP95Ms", atMost: 200 },
    { indicator: "availability", atLeast: 0.9 },
  ]);
  const curve = (name: string) => curves.find((each) => each.name === name);

  test("has no time where nobody was answered, and is bad beyond its goal", () => {
    for (const name of ["p50", "p95", "p99"]) {
      expect(curve(name)?.show(0), name).toBe("–");
      expect(curve(name)?.show(0.5), name).toBe("0.50 ms");
    }
    expect([200, 201].map((ms) => curve("p95")?.isBad?.(ms))).toEqual([false, true]);
    expect(curve("p99")?.isBad).toBeUndefined();
  });

  test("of what is answered is bad below what was promised", () => {
    const answered = curve(words.curves.answered);
    expect([0.9, 0.899].map((share) => answered?.isBad?.(share))).toEqual([false, true]);
    expect(answered?.top).toBe(1);
  });
});
