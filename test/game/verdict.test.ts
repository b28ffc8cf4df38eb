/** What several seeds say together. */
import { describe, expect, it } from "vitest";
import { decide, type Outcome, type Playable, pick, verdictOf, worstOf } from "../../src/game/index.ts";
import { dayKindOf, design, type Scenario } from "../../src/sim/index.ts";
import { calm } from "../helpers/scenarios.ts";

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

describe("the audit of a verdict", () => {
  /** A box on a day without news, or one on which it restarts: on that day the third star's goal is missed. */
  const scenario: Scenario = calm({ page: 2 }, 30, {
    drawn: [
      {
        oneOf: [
          { label: "news", what: "news", atSec: 5 },
          { label: "again", what: "restart", tier: "box", durationSec: 20, atSec: 5 },
        ],
      },
    ],
  });
  const built = design("dns · box 1");
  const playable: Playable = {
    id: "audited",
    scenario,
    start: built,
    shop: [pick("dns.geo", [false, true])],
    goals: [],
    stars: {
      two: { goals: [], design: built },
      three: { goals: [{ indicator: "availability", atLeast: 0.9 }], design: built, audit: true },
    },
  };
  const seedOf = (kind: string) =>
    [1, 2, 3, 4, 5, 6, 7, 8].find((seed) => dayKindOf(scenario, seed) === kind)!;
  const [calmDay, badDay] = [seedOf("0"), seedOf("1")];
  const audits = (seeds: readonly number[]) => {
    const { stars, outcomes } = decide(playable, built, seeds, { particles: 16, stride: 1 });
    return [stars, outcomes.map(({ audit }) => audit !== undefined)] as const;
  };

  it("is made where every seed has three stars, once for all, and by nobody where one misses a goal", () => {
    expect(audits([calmDay])).toEqual([2, [true]]);
    expect(audits([calmDay, badDay])).toEqual([2, [false, false]]);
    expect(audits([badDay, calmDay])).toEqual([2, [false, false]]);
    expect(audits([calmDay, calmDay])).toEqual([2, [true, true]]);
  });
});

describe("the outcome that decides", () => {
  const near = (stars: Outcome["stars"], value: number, passed = false) =>
    ({
      stars,
      passed,
      goals: [{ bound: "atLeast", target: 1, value, met: value >= 1 }],
    }) as unknown as Outcome;

  it("has the fewest stars, and of those that fail is the farthest from passing; of equals the first", () => {
    const worst = (...outcomes: readonly Outcome[]) => outcomes.indexOf(worstOf(outcomes));
    expect(worst(near(2, 1, true), near(1, 1, true), near(3, 1, true))).toBe(1);
    expect(worst(near(0, 0.5), near(0, 0.4), near(0, 0.6))).toBe(1);
    expect(worst(near(0, 0.4), near(0, 0.4))).toBe(0);
    expect(worst(near(1, 1, true), near(1, 0.2, true))).toBe(0);
    expect(worst(near(0, 0.9), near(1, 0.1, true))).toBe(0);
    expect(worst(near(1, 0.1, true), near(0, 0.9))).toBe(1);
  });
});
