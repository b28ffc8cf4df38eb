/** Drills: a seed asks the same everywhere, what is right is marked as right, and a flaw is what the simulator says. */
import { describe, expect, test } from "vitest";
import { type FaultName, faultName, faultsOf } from "../../src/game/index.ts";
import { drillText, markedText } from "../../src/present/drills.ts";
import { design, problemsOf } from "../../src/sim/index.ts";
import { letterAt, lettersIn, numberIn } from "../../src/study/drills/answer.ts";
import { type FlawName, flaws, runFlaw } from "../../src/study/drills/flaw.ts";
import {
  type Drill,
  type DrillKind,
  drillKinds,
  drillsOf,
  markDrill,
  rightAnswer,
} from "../../src/study/drills/index.ts";
import { fatalMarkMax, judgeOrder, type OrderName, orders } from "../../src/study/drills/order.ts";
import { loadLadders } from "../../src/words/index.ts";
import { words } from "../helpers/english.ts";

const texts = await loadLadders("en");
const seeds = Array.from({ length: 1_000 }, (_, seed) => seed);

test("of 1,000 seeds the right answer of every drill is marked as right", () => {
  for (const seed of seeds)
    for (const drill of drillsOf(seed, drillKinds.length))
      expect(markDrill(drill, rightAnswer(drill)).mark, drill.id).toBe(1);
});

describe("a seed", () => {
  test("asks the same each time, and more drills begin with the same ones", () => {
    for (const seed of seeds.slice(0, 20)) {
      expect(drillsOf(seed, 8)).toEqual(drillsOf(seed, 8));
      expect(drillsOf(seed, 8).slice(0, 3)).toEqual(drillsOf(seed, 3));
    }
  });

  test("asks each kind once before any comes twice; of one kind nothing else", () => {
    for (const seed of seeds.slice(0, 20)) {
      const kinds = drillsOf(seed, 4).map(({ kind }) => kind);
      expect([...kinds].sort()).toEqual([...drillKinds].sort());
      for (const kind of drillKinds)
        expect(new Set(drillsOf(seed, 5, kind).map((each) => each.kind))).toEqual(new Set([kind]));
    }
  });

  test.each(drillKinds)("asks for %s in more than one way, never with the answer in place", (kind) => {
    const asked = seeds.slice(0, 200).map((seed) => drillsOf(seed, 1, kind)[0] as Drill);
    const told = new Set(asked.map((drill) => JSON.stringify(drillText(words, texts, drill, 80))));
    expect(told.size).toBeGreaterThan(20);
    for (const drill of asked)
      if (drill.kind === "order") {
        const { steps }: { readonly steps: readonly string[] } = orders[drill.order];
        expect(drill.shown).not.toEqual(steps);
      }
  });
});

describe.each(Object.keys(flaws) as FlawName[])("the flaw %s", (name) => {
  const { line, breaks, holds }: { line: string; breaks: FaultName; holds: readonly FaultName[] } =
    flaws[name];

  test("is a design that is allowed, and what is asked of it can be lost", () => {
    const built = design(line);
    expect(problemsOf(built)).toEqual([]);
    const faults = faultsOf(built).map(faultName);
    for (const fault of [breaks, ...holds]) expect(faults).toContain(fault);
  });

  test("breaks by its own loss alone: each of the others is run, and borne", () => {
    expect(runFlaw(name, breaks).holds).toBe(false);
    for (const fault of holds) expect(runFlaw(name, fault).holds, fault).toBe(true);
  });
});

describe.each(Object.keys(orders) as OrderName[])("the order %s", (name) => {
  const { steps, fatal }: { steps: readonly string[]; fatal: readonly (readonly [string, string])[] } =
    orders[name];

  test("has words for each step and for no other, and fatal pairs that are in order", () => {
    expect(Object.keys(words.drills.orders[name].steps).sort()).toEqual([...steps].sort());
    expect(fatal.length).toBeGreaterThan(0);
    for (const [first, then] of fatal) expect(steps.indexOf(first)).toBeLessThan(steps.indexOf(then));
    expect(steps).toEqual(expect.arrayContaining(fatal.flat()));
  });

  test("counts each pair of neighbors that is the wrong way around as one, and caps the mark where it is fatal", () => {
    const pairs = (steps.length * (steps.length - 1)) / 2;
    expect(judgeOrder(name, steps)).toEqual({ inversions: 0, fatal: [], mark: 1 });
    for (let at = 0; at + 1 < steps.length; at++) {
      const [first, then] = [steps[at] as string, steps[at + 1] as string];
      const order = steps.map((step, n) => (n === at ? then : n === at + 1 ? first : step));
      const judged = judgeOrder(name, order);
      const isFatal = fatal.some(([a, b]) => a === first && b === then);
      expect(judged.inversions).toBe(1);
      expect(judged.fatal).toEqual(isFatal ? [[first, then]] : []);
      expect(judged.mark).toBe(isFatal ? fatalMarkMax : 1 - 1 / pairs);
    }
  });

  test("backwards is worth nothing", () => {
    expect(judgeOrder(name, [...steps].reverse()).mark).toBe(0);
  });
});

describe("what is typed", () => {
  test.each([
    ["12,000", 12_000],
    ["12 000 a second", 12_000],
    ["≈ 1.5 M", 1.5e6],
    ["20k", 20_000],
    ["3e4", 30_000],
    ["약 600", 600],
    ["６００", 600],
    ["1,2", 1],
    ["0", 0],
    ["5 minutes", 5],
    ["7 boxes", 7],
    [`${"9".repeat(10_000)}`, undefined],
    ["many", undefined],
    ["", undefined],
  ])("as %s is the number %s", (text, value) => {
    expect(numberIn(text)).toBe(value);
  });

  test.each([
    ["c a b", ["c", "a", "b"]],
    ["CAB", ["c", "a", "b"]],
    ["c, a → b", ["c", "a", "b"]],
    ["3 1 2", []],
    ["", []],
  ])("as %s is the letters %j", (text, letters) => {
    expect(lettersIn(text)).toEqual(letters);
  });

  const odd = ["", " ", "x".repeat(10_000), "로드 밸런서", "-", "a a a a a a a", "\u001b[m", "e", "z"];
  test.each(drillKinds)("of no kind that %s takes is worth nothing, and is told so", (kind) => {
    const [drill] = drillsOf(7, 1, kind) as [Drill];
    for (const text of odd) {
      const marked = markDrill(drill, text);
      expect(marked.mark, text).toBe(0);
      expect(marked.unread, text).toBeDefined();
      expect(markedText(words, texts, drill, marked).length).toBeGreaterThan(1);
    }
  });
});

describe("an answer that is wrong", () => {
  const of = <K extends DrillKind>(kind: K) => drillsOf(3, 1, kind)[0] as Extract<Drill, { kind: K }>;

  test("of a flaw is run, and told that it was borne", () => {
    const drill = of("flaw");
    const { breaks }: { readonly breaks: FaultName } = flaws[drill.flaw];
    const at = drill.options.findIndex((fault) => fault !== breaks);
    const marked = markDrill(drill, letterAt(at));
    expect(marked).toMatchObject({ mark: 0, row: { holds: true } });
    expect(markedText(words, texts, drill, marked)[0]).toMatch(/^Lost and borne: /);
  });

  test("of an estimate by a factor of three is half right, with the factor told", () => {
    const drill = of("estimate");
    const marked = markDrill(drill, String(drill.posed.truth * 3));
    expect(marked.mark).toBe(0.5);
    expect(markedText(words, texts, drill, marked)[0]).toBe("Your number is 3.00 times the truth.");
  });

  test("of an order names the fatal pair", () => {
    const drill = of("order");
    const backwards = [...drill.shown]
      .map((_, at) =>
        rightAnswer(drill)
          .split(" ")
          .at(-1 - at),
      )
      .join(" ");
    const lines = markedText(words, texts, drill, markDrill(drill, backwards));
    expect(lines.some((line) => line.startsWith("Fatal: "))).toBe(true);
  });
});
