import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterRun,
  designAt,
  earnedStars,
  inSlices,
  movesFrom,
  neighbour,
  type Offer,
  readShareCode,
  recordAll,
  refusals,
  shareCode,
  sittingAfter,
  spaceSize,
  startSitting,
  whatIf,
} from "../../src/game/index.ts";
import { design, formatDesign, simulatorVersion } from "../../src/sim/index.ts";
import { refusal as refusalWords } from "../../src/words/en/problems.ts";
import { lessons } from "../helpers/english.ts";

const levels = lessons.map(({ level }) => level);
const first = levels[0] as (typeof levels)[0];

describe("the shop", () => {
  it("offers every single change of the start of level 1, with what it costs", () => {
    const moves = movesFrom(first, first.start).map((move) => [formatDesign(move.design), move.costDelta]);
    expect(moves).toEqual([
      ["dns", 1],
      ["box 1", 15],
      ["box 2", 70],
      ["box 4", 140],
      ["box 32", 1_121],
    ]);
  });

  it("steps to the next and the previous choice and stops at the ends", () => {
    const boxSize = first.shop.find(({ id }) => id === "box.size") as Offer;
    const up = neighbour(first, first.start, boxSize, 1);
    expect(up && formatDesign(up.design)).toBe("box 1");
    expect(neighbour(first, first.start, boxSize, -1)).toBeUndefined();
  });

  it.each(lessons)(
    "of level $level.number sells every design of its space, and what moves lead to",
    ({ level }) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: spaceSize(level) - 1 }), (index) => {
          const bought = designAt(level, index);
          const unsold = refusals(level, bought).filter(({ code }) => code !== "cannot-work");
          expect(unsold).toEqual([]);
          for (const move of movesFrom(level, bought))
            expect(refusals(level, move.design).filter(({ code }) => code !== "cannot-work")).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
  );

  it("names what a shop does not sell", () => {
    const [refusal] = refusals(first, design("dns · web 2×8"));
    expect(refusal).toEqual({ code: "not-sold", path: "web.count" });
    expect(refusal && refusalWords(refusal)).toBe("the shop does not sell web.count: leave it out");
  });
});

describe("a sitting", () => {
  it("undoes and redoes every change, and forgets the undone ones after a new one", () => {
    const [a, b, c] = ["box 1", "box 2", "box 4"].map((line) => design(line));
    let sitting = startSitting(first.start);
    for (const next of [a, b]) sitting = sittingAfter(sitting, { type: "take", design: next as never });
    sitting = sittingAfter(sitting, { type: "undo" });
    expect(formatDesign(sitting.design)).toBe("box 1");
    sitting = sittingAfter(sitting, { type: "redo" });
    expect(formatDesign(sitting.design)).toBe("box 2");
    sitting = sittingAfter(sittingAfter(sitting, { type: "undo" }), { type: "take", design: c as never });
    expect(sittingAfter(sitting, { type: "redo" })).toBe(sitting);
  });

  it("changes nothing when there is nothing to undo", () => {
    const sitting = startSitting(first.start);
    expect(sittingAfter(sitting, { type: "undo" })).toBe(sitting);
  });
});

describe("share codes", () => {
  it.each(lessons)("of level $level.number lead back to the same design and seed", ({ level }) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: spaceSize(level) - 1 }),
        fc.integer({ min: 0, max: 4_294_967_295 }),
        (index, seed) => {
          const bought = designAt(level, index);
          const code = shareCode(level, bought, seed);
          expect(code?.length).toBeLessThan(30);
          const read = readShareCode(code as string, levels);
          if ("problem" in read) throw new Error(read.problem.code);
          expect([formatDesign(read.design), read.seed, read.level.id]).toEqual([
            formatDesign(bought),
            seed,
            level.id,
          ]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("are read over eight lines at most, wherever they are broken, and what follows is none of them", () => {
    const code = shareCode(first, first.lesson, 4_000_000_000) as string;
    // What begins like one must be whole: its first four characters stay together.
    const broken = (lines: number) =>
      code
        .slice(0, 3 + lines)
        .replace(/(?<=^.{4,})/g, "\n")
        .trimEnd() + code.slice(3 + lines);
    for (const count of [2, 3, 7, 8])
      expect(readShareCode(broken(count), levels), `${count}`).toHaveProperty("seed");
    expect(readShareCode(broken(9), levels)).toHaveProperty("problem");
    for (const after of [", it is", "! cheap", " (mine)\nand more", "\nBob"])
      expect(readShareCode(code + after, levels), after).toHaveProperty("seed", 4_000_000_000);
  });

  it("are read in italics too, whether or not the line at their end would be a letter of theirs", () => {
    for (let seed = 0; seed < 120; seed++) {
      const code = shareCode(first, first.lesson, seed) as string;
      expect(readShareCode(`_${code}_`, levels), code).toMatchObject({ seed, version: simulatorVersion });
    }
  });

  it("have a seed that fits in 32 bits", () => {
    const of = (seed: number) => readShareCode(shareCode(first, first.lesson, seed) as string, levels);
    expect(of(2 ** 32 - 1)).toHaveProperty("seed", 2 ** 32 - 1);
    expect(of(2 ** 32)).toEqual({ problem: { code: "seed", max: 2 ** 32 - 1 } });
  });

  it("notice a single changed letter", () => {
    const code = shareCode(first, first.lesson, 11) as string;
    for (let at = 4; at < code.length; at++)
      for (const letter of "0a9z") {
        if (code[at] === letter || code[at] === "-") continue;
        expect(readShareCode(code.slice(0, at) + letter + code.slice(at + 1), levels)).toHaveProperty(
          "problem",
        );
      }
  });
});

describe("a share code of another version", () => {
  /** Of the first level, with the letter that checks it: found by trying. */
  const codeOf = (index: number, version: number) => {
    const body = `ztm-${first.number}-${index.toString(36)}-b-${version.toString(36)}`;
    const codes = [..."0123456789abcdefghijklmnopqrstuvwxyz_"].map((letter) => body + letter);
    return codes.find((code) => {
      const read = readShareCode(code, levels);
      return !("problem" in read) || read.problem.code === "no-design";
    }) as string;
  };
  const own = simulatorVersion;

  it("runs as far as its design is sold, and says its version", () => {
    expect(readShareCode(codeOf(3, own - 1), levels)).toMatchObject({ version: own - 1, seed: 11 });
  });

  it("whose design is not sold any more says that it is of another version; one of this version does not", () => {
    expect(readShareCode(codeOf(spaceSize(first), own - 1), levels)).toEqual({
      problem: { code: "no-design", level: "1", made: { version: own - 1, own } },
    });
    expect(readShareCode(codeOf(spaceSize(first), own), levels)).toEqual({
      problem: { code: "no-design", level: "1" },
    });
  });
});

describe("progress", () => {
  const nothing = { passed: false, practice: false, stars: 0 } as const;
  const win = { passed: true, stars: 2, costPerMonth: 90, line: "a", practice: false } as const;

  it("keeps the best design by stars, then by cost", () => {
    const better = afterRun(afterRun(nothing, win), { ...win, costPerMonth: 80, line: "b" });
    expect(better).toMatchObject({ passed: true, stars: 2, bestCostPerMonth: 80, bestDesign: "b" });
    expect(afterRun(better, { ...win, costPerMonth: 99, line: "c" })).toMatchObject({ bestDesign: "b" });
    expect(afterRun(better, { ...win, stars: 3, costPerMonth: 99, line: "d" })).toMatchObject({
      bestDesign: "d",
      stars: 3,
    });
  });

  it("gives a revealed solution practice credit and no star", () => {
    expect(afterRun(nothing, { ...win, practice: true })).toEqual({
      passed: false,
      practice: true,
      stars: 0,
    });
    expect(earnedStars(3, { taskDone: true, practice: true })).toBe(0);
  });

  it("withholds the third star until its task is done", () => {
    expect(earnedStars(3, { taskDone: false, practice: false })).toBe(2);
    expect(earnedStars(3, { taskDone: true, practice: false })).toBe(3);
  });
});

describe("what if", () => {
  it("really runs every affordable change and finds the box that passes", () => {
    const steps = inSlices(first, whatIf(first, design("dns · box 1"), 11));
    let step = steps.next();
    while (!step.done) step = steps.next();
    const [best] = step.value;
    expect(best && formatDesign(best.design)).toBe("dns · box 2");
    expect(best?.outcome.passed).toBe(true);
    for (const { outcome } of step.value)
      expect(outcome.report.costPerMonth).toBeLessThanOrEqual(first.budget);
  });
});

describe("a recording", () => {
  it("is decided before it is shown, and shows what the report says", () => {
    const recording = recordAll(first, first.lesson, 11);
    const failed = recording.series("failed").reduce((sum, n) => sum + n, 0);
    expect(failed).toBe(recording.outcome.report.ledger.failed);
    const lost = recording.losses
      .flatMap(({ perStep }) => [...perStep])
      .reduce((sum, requests) => sum + requests, 0);
    expect(lost).toBe(failed);
  });
});
