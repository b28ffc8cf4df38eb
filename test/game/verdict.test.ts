/** What several seeds say together, and whose idea a failed design is. */
import { describe, expect, it } from "vitest";
import { type Level, type Outcome, verdictOf, wrongIdea } from "../../src/game/index.ts";
import { design } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const outcome = (stars: Outcome["stars"], lost: Partial<Outcome["report"]["ledger"]> = {}): Outcome => ({
  report: { ledger: { failedBy: [], ...lost }, causes: [] } as unknown as Outcome["report"],
  goals: [{ indicator: "availability", target: 0.99, bound: "atLeast", value: 0.5, met: stars > 0 }],
  withinBudget: true,
  passed: stars > 0,
  stars,
});

describe("a verdict on several seeds", () => {
  it("has the fewest stars that any seed gives", () => {
    expect(verdictOf([outcome(3), outcome(1), outcome(2)])).toMatchObject({ passed: true, stars: 1 });
    expect(verdictOf([outcome(3), outcome(3)]).stars).toBe(3);
  });

  it("fails when one seed fails, and then has none", () => {
    expect(verdictOf([outcome(3), outcome(0)])).toMatchObject({ passed: false, stars: 0 });
  });

  it("is unanimous when every seed gives the same stars", () => {
    expect(verdictOf([outcome(2), outcome(2)]).unanimous).toBe(true);
    expect(verdictOf([outcome(2), outcome(3)]).unanimous).toBe(false);
  });
});

describe("the classic wrong idea", () => {
  const base = (lessons[3] as (typeof lessons)[number]).level;
  const idea = design("dns · web 6×8 · db 8 · kv 1");
  const one = design("dns · web 7×8 · db 8 · kv 1");
  const two = design("dns · web 7×16 · db 8 · kv 1");
  const three = design("dns · web 7×16 · db 16 · kv 1");
  const misses = ["availability"] as const;
  const by = { place: "web", reason: "box-down" } as const;
  const levelWith = (fails: object): Level => ({
    ...base,
    start: design("dns"),
    wrongAnswers: [{ letter: "A", design: idea, fails }],
  });
  const alike = outcome(0, { failedBy: [{ ...by, count: 9 }] });

  it("is told in a design that differs in one setting and misses the same goals", () => {
    const level = levelWith({ misses });
    expect(wrongIdea(level, idea, alike)).toBe("A");
    expect(wrongIdea(level, one, alike)).toBe("A");
    expect(wrongIdea(level, two, alike)).toBeUndefined();
  });

  it("is told in a design that differs in two settings where the place of its failing is the same, not in three", () => {
    const level = levelWith({ misses, by });
    expect(wrongIdea(level, two, alike)).toBe("A");
    expect(wrongIdea(level, three, alike)).toBeUndefined();
    expect(wrongIdea(level, two, outcome(0))).toBeUndefined();
  });

  it("is nobody's who passes", () => {
    expect(wrongIdea(levelWith({ misses }), idea, outcome(1))).toBeUndefined();
  });
});
