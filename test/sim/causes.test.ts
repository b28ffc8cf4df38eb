/** The links of a chain as a run leaves them: their order, and what a part that was saturated was asked for. */
import { expect, test } from "vitest";
import { type Cause, design, searchRun, simulate } from "../../src/sim/index.ts";
import { calm } from "../helpers/scenarios.ts";

const order: readonly Cause["what"][] = ["event", "down", "saturated", "losing"];

/** A small box under so many pages a second that restarts on the way. */
const causesAt = (page: number, ticks: number) =>
  simulate(
    design("dns · box 1"),
    {
      ...calm({ page }, ticks),
      events: [{ label: "again", what: "restart", tier: "box", durationSec: 5, atSec: 20 }],
    },
    { seed: 1, ...searchRun },
  ).causes;

test("stand in order of time; in one tick what happened, what fell, what was saturated, what was lost", () => {
  const causes = causesAt(900, 60);
  for (const [at, cause] of causes.entries()) {
    const before = causes[at - 1];
    if (before === undefined) continue;
    expect(before.tick).toBeLessThanOrEqual(cause.tick);
    if (before.tick === cause.tick)
      expect(order.indexOf(before.what)).toBeLessThanOrEqual(order.indexOf(cause.what));
  }
  expect(causes.filter(({ tick }) => tick === 20).map(({ what }) => what)).toEqual(
    expect.arrayContaining(["event", "down"]),
  );
  expect(new Set(causes.map(({ what }) => what))).toEqual(new Set(order));
});

test("a part that was saturated says what it was asked for, however short that was", () => {
  for (const ticks of [8, 12, 20, 40]) {
    const [busy, ...others] = causesAt(900, ticks).filter(({ what }) => what === "saturated");
    expect(busy, `${ticks}`).toMatchObject({ place: "box", askedPerSec: expect.any(Number) });
    expect(others.length, `${ticks}`).toBeLessThanOrEqual(1);
  }
});
