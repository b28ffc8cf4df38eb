/** What several seeds say together. */
import { describe, expect, it } from "vitest";
import { type Outcome, verdictOf } from "../../src/game/index.ts";

const outcome = (stars: Outcome["stars"], lost: Partial<Outcome["report"]["ledger"]> = {}): Outcome => ({
  report: { ledger: { failedBy: [], ...lost }, causes: [] } as unknown as Outcome["report"],
  goals: [{ indicator: "availability", target: 0.99, bound: "atLeast", value: 0.5, met: stars > 0 }],
  withinBudget: true,
  passed: stars > 0,
  stars,
  starGoals: [],
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
