import { describe, expect, test } from "vitest";
import { type Goal, judge } from "../../src/game/index.ts";
import { agreementOf } from "../helpers/searched.ts";

const goals: readonly Goal[] = [
  { indicator: "latencyP95Ms", atMost: 100 },
  { indicator: "availability", atLeast: 0.99 },
];
const results = (latencyP95Ms: number, availability: number) =>
  judge(goals, {
    indicators: { latencyP95Ms, availability },
    costPerMonth: 0,
    ledger: { offered: 1, answered: 1, failed: 0, inFlight: 0 },
  });

describe("what exact runs make of a report's verdict", () => {
  test("they agree when every goal comes out the same, however far the figures are apart", () => {
    expect(agreementOf(results(50, 1), [results(99, 0.991), results(10, 1)])).toBe("agreed");
    expect(agreementOf(results(500, 0), [results(101, 0.5)])).toBe("agreed");
  });

  test("they are near when either is within 3 % of a value, or within a tenth of what may fail", () => {
    expect(agreementOf(results(97.1, 1), [results(150, 1)])).toBe("near");
    expect(agreementOf(results(96.9, 1), [results(150, 1)])).toBe("apart");
    expect(agreementOf(results(50, 0.9909), [results(50, 0.5)])).toBe("near");
    expect(agreementOf(results(50, 0.9911), [results(50, 0.5)])).toBe("apart");
  });

  test("it is chance when they differ among themselves, and apart when another goal is", () => {
    expect(agreementOf(results(50, 1), [results(150, 1), results(50, 1)])).toBe("chance");
    expect(agreementOf(results(50, 1), [results(150, 0.5), results(50, 0.5)])).toBe("apart");
  });
});
