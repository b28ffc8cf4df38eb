import { describe, expect, test } from "vitest";
import { design } from "../../src/sim/design/notation.ts";
import { type RetriesLabInput, type RetriesLabResult, retriesLab } from "../../src/sim/labs/retries.ts";
import { Run, searchRun } from "../../src/sim/run.ts";
import { type RetriesCase, simulateRetries } from "../oracle/retries.ts";
import { scenarioOf } from "./tiers/data-scenarios.ts";

/** 200 attempts a second at most; the trigger asks for 320. */
const server = {
  servers: 4,
  serviceSec: 0.02,
  triggerAtSec: 30,
  timeoutSec: 3,
  backoffSec: 1,
  queueLimit: 1_800,
};
const at = (load: number, more: Partial<RetriesCase> = {}): RetriesCase => ({
  ...server,
  ratePerSec: load * 200,
  triggerFactor: 1.6 / load,
  triggerSec: 30,
  attempts: 3,
  budget: Number.POSITIVE_INFINITY,
  ticks: 240,
  seed: 5,
  ...more,
});

function lab(input: RetriesLabInput): RetriesLabResult {
  const result = retriesLab(input);
  if (!result.ok) throw new Error(result.problem.code);
  return result;
}

const share = (part: Float64Array, of: Float64Array, from: number, until: number) => {
  const sum = (values: Float64Array) => values.subarray(from, until).reduce((a, b) => a + b, 0);
  return sum(part) / sum(of);
};

describe("a short overload", () => {
  test("passes when nobody tries again", () => {
    const { simulated, isCollapsed, recoverySec } = lab(at(0.6, { attempts: 1 }));
    expect(simulated.answeredBefore).toBeGreaterThan(0.99);
    expect(simulated.answeredDuring).toBeLessThan(0.4);
    expect(simulated.answeredAfter).toBeGreaterThan(0.99);
    expect(isCollapsed).toBe(false);
    // 1,800 attempts wait at the end and drain at 80 a second; in time again when 600 are left.
    expect(recoverySec).toBeGreaterThan(10);
    expect(recoverySec).toBeLessThan(25);
  });

  test("outlives its cause when everybody tries three times: the server works on what nobody waits for", () => {
    const { simulated, isCollapsed, recoverySec, theory, series } = lab(at(0.6));
    expect(simulated.answeredBefore).toBeGreaterThan(0.99);
    expect(simulated.answeredAfter).toBeLessThan(0.01);
    expect(simulated.attemptsAfter).toBeCloseTo(3, 1);
    expect(isCollapsed).toBe(true);
    expect(recoverySec).toBeNull();
    expect(theory).toEqual({
      utilization: 0.6,
      utilizationCollapsed: expect.closeTo(1.8),
      canStayCollapsed: true,
    });
    // The very load that was well before.
    expect(series.offered[200]).toBeCloseTo(series.offered[20] as number, -1);
  });

  test("leaves a system with room for every retry as it was", () => {
    const { isCollapsed, theory } = lab(at(0.3));
    expect(theory.canStayCollapsed).toBe(false);
    expect(isCollapsed).toBe(false);
  });

  test("passes too when retries are budgeted to a tenth", () => {
    const { simulated, isCollapsed, series } = lab(at(0.6, { budget: 0.1 }));
    expect(isCollapsed).toBe(false);
    expect(simulated.answeredAfter).toBeGreaterThan(0.99);
    expect(share(series.attempts, series.offered, 0, 240)).toBeLessThan(1.11);
  });

  test("is too much for a budget that the capacity cannot carry", () => {
    const { isCollapsed, theory } = lab(at(0.8, { budget: 0.3 }));
    expect(theory.canStayCollapsed).toBe(true);
    expect(isCollapsed).toBe(true);
  });
});

describe("against the exact simulation of every client", () => {
  const grid: [string, number, number][] = [];
  for (const clients of [
    "1 attempt",
    "2 attempts",
    "3 attempts",
    "3 attempts, budget 0.1",
    "3 attempts, budget 0.3",
  ])
    for (const load of [0.3, 0.6, 0.8])
      for (const triggerSec of [2, 30]) grid.push([clients, load, triggerSec]);

  test.each(grid)("%s, load %d, trigger of %d s: same verdict, same figures", (clients, load, triggerSec) => {
    const budget = clients.includes("budget") ? Number(clients.split(" ").at(-1)) : Number.POSITIVE_INFINITY;
    const input = at(load, { attempts: Number(clients[0]), budget, triggerSec });
    const engine = lab(input);
    const exact = simulateRetries(input);
    const after = share(exact.answered, exact.offered, 200, 235);
    expect(engine.isCollapsed).toBe(after < 0.5);
    expect(Math.abs(share(engine.series.answered, engine.series.offered, 200, 235) - after)).toBeLessThan(
      0.01,
    );
    const whole = (outcome: { answered: Float64Array; offered: Float64Array }) =>
      share(outcome.answered, outcome.offered, 5, 235);
    expect(Math.abs(whole(engine.series) - whole(exact))).toBeLessThan(0.02);
    const tries = (outcome: { attempts: Float64Array; offered: Float64Array }) =>
      share(outcome.attempts, outcome.offered, 5, 235);
    expect(Math.abs(tries(engine.series) / tries(exact) - 1)).toBeLessThan(0.02);
  });
});

describe("in a level", () => {
  const page = scenarioOf({
    ratePerSec: [
      [0, 400],
      [60, 400],
      [60, 1_200],
      [90, 1_200],
      [90, 400],
    ],
    shares: { page: 1 },
    ticks: 300,
  });
  const play = (clients: Partial<typeof page.clients>) => {
    const run = new Run(
      design("dns · box 2"),
      { ...page, clients: { ...page.clients, ...clients } },
      { seed: 1, ...searchRun },
    );
    while (!run.done) run.advance();
    return run.report();
  };

  test("the books balance with retries, with and without a budget", () => {
    for (const clients of [
      { attempts: 3 },
      { attempts: 3, retryBudget: 0.1 },
      { attempts: 4, backoffSec: 0.3, timeoutSec: 1.5 },
    ]) {
      const { offered, answered, failed, inFlight, failedBy } = play(clients).ledger;
      expect(answered + failed + inFlight).toBe(offered);
      expect(failedBy.reduce((n, row) => n + row.count, 0)).toBe(failed);
      expect(inFlight).toBeLessThan(offered * 0.2);
    }
  });

  test("retries turn a passing peak into a lasting outage, and a budget turns it back", () => {
    const availability = (clients: Partial<typeof page.clients>) =>
      play(clients).indicators["availability"] as number;
    const none = availability({ attempts: 1 });
    const endless = availability({ attempts: 4, retryBudget: Number.POSITIVE_INFINITY });
    const budgeted = availability({ attempts: 4, retryBudget: 0.1 });
    expect(endless).toBeLessThan(none - 0.2);
    expect(budgeted).toBeGreaterThan(endless + 0.2);
  });

  test("an answer on the second attempt has taken the time of the first one too", () => {
    const p99 = (attempts: number) =>
      play({ attempts, retryBudget: 0.2 }).indicators["latencyP99Ms"] as number;
    expect(p99(3)).toBeGreaterThan(p99(1) + 500);
  });
});
