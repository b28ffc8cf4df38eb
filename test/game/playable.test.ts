/** What can be played without being a level: a made-up system goes the whole way from the shop to the verdict. */
import { describe, expect, it } from "vitest";
import {
  beginRecording,
  decide,
  finish,
  inSlices,
  movesFrom,
  neighbour,
  type Playable,
  pick,
  recordVerdict,
  refusals,
  verdictSeeds,
  whatIf,
} from "../../src/game/index.ts";
import { design, mixed, patientClients, photoData } from "../../src/sim/index.ts";

const sandbox: Playable = {
  id: "made-up",
  scenario: {
    ticks: 60,
    tickSec: 1,
    streams: mixed([[0, 3_000]], { page: 0.9, write: 0.1 }, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: [],
  },
  start: design("dns · box 1"),
  shop: [pick("box.size", [1, 2, 4, 8])],
  goals: [{ indicator: "availability", atLeast: 0.99 }],
};
const seed = verdictSeeds[0] as number;

describe("a playable that is no level", () => {
  it("is bought for, recorded, judged on every seed and asked what one change would have done", () => {
    const recording = finish(beginRecording(sandbox, sandbox.start, seed).rest);
    expect(recording.outcome.passed).toBe(false);
    expect(recording.goalsSoFar.length).toBeGreaterThan(0);

    const changes = finish(inSlices(sandbox, whatIf(sandbox, sandbox.start, seed)));
    const [best] = changes;
    if (!best) throw new Error("no change was tried");
    expect(best.outcome.passed).toBe(true);

    const bought = neighbour(sandbox, sandbox.start, sandbox.shop[0]!, 1);
    expect(bought).toEqual(movesFrom(sandbox, sandbox.start)[0]);
    expect(refusals(sandbox, best.design)).toEqual([]);
    expect(refusals(sandbox, design("dns · box 16"))).toEqual([
      { code: "other-values", path: "box.size", sold: ["1", "2", "4", "8"], wanted: "16" },
    ]);

    const again = finish(beginRecording(sandbox, best.design, seed).rest).outcome;
    const verdict = finish(inSlices(sandbox, recordVerdict(best.design, again)));
    expect(verdict).toEqual(decide(sandbox, best.design));
    expect(verdict.passed).toBe(true);
  });

  it("may cost what it will without a budget, and not a dollar more than one that it has", () => {
    const { costPerMonth } = decide(sandbox, design("dns · box 8")).outcomes[0]?.report ?? {
      costPerMonth: 0,
    };
    const withBudget = (budget: number) => decide({ ...sandbox, budget }, design("dns · box 8")).passed;
    expect(costPerMonth).toBeGreaterThan(0);
    expect(decide(sandbox, design("dns · box 8")).passed).toBe(true);
    expect(withBudget(costPerMonth)).toBe(true);
    expect(withBudget(costPerMonth - 0.01)).toBe(false);
  });

  it("has one star to win where it names no others", () => {
    expect(decide(sandbox, design("dns · box 8")).stars).toBe(1);
    const two = { goals: [], design: sandbox.start };
    const three = { goals: [{ indicator: "availability", atLeast: 2 } as const], design: sandbox.start };
    expect(decide({ ...sandbox, stars: { two, three } }, design("dns · box 8")).stars).toBe(2);
  });
});
