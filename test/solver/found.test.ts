/** What claims and rules share: the game's own verdicts and audits, each found once. */
import { describe, expect, test } from "vitest";
import { audit, counts, daySeeds, decide, type Level, verdictSeeds } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import { design, reportedRun } from "../../src/sim/index.ts";
import { Found } from "../../src/solver/index.ts";

const four = findLevel("4") as Level;
const best = four.stars.three.design;
const free = { goals: [], design: best } as const;
/** Three stars wherever the audit holds. */
const audited: Level = {
  ...four,
  goals: [],
  budget: 1e6,
  stars: { two: free, three: { ...free, audit: true } },
};
const fragile = design("dns · lb 1 interval=10s retry · web 9×8 · db 8 · kv 1");

describe("a verdict that was found", () => {
  test.each([
    ["that holds the audit", best, 3],
    ["that does not", fragile, 2],
  ] as const)("is the game's own, of a design %s, whatever was asked before", (_, built, stars) => {
    const expected = decide(audited, built);
    expect(expected.stars).toBe(stars);
    const found = new Found(audited);
    expect(found.starsOf(built)).toBe(stars);
    expect(found.verdictOn(built)).toEqual(expected);
    expect(found.verdictOn(built)).toEqual(expected);
    expect(found.hasThree(built)).toBe(stars === 3);
  });

  test("is not found again: its runs and its audit are the same ones on fewer seeds", () => {
    const found = new Found(audited);
    const [all] = found.verdictOn(best).outcomes;
    const [day] = found.verdictOn(best, daySeeds(audited)).outcomes;
    expect(all?.audit).toBeDefined();
    expect(day?.report).toBe(all?.report);
    expect(day?.audit).toBe(all?.audit);
  });
});

test("verdicts are over the seeds that are named for a level, and over all fixed ones where none are", () => {
  const seedsIn = (found: Found) => found.verdictOn(four.start).outcomes.map(({ report }) => report.seed);
  expect(seedsIn(new Found(four, daySeeds(four)))).toEqual(daySeeds(four));
  expect(daySeeds(four)).not.toEqual(verdictSeeds);
  expect(seedsIn(new Found(four))).toEqual(verdictSeeds);
});

test("an audit that was found holds and breaks as the whole one does, and tells what counts", () => {
  const found = new Found(four);
  for (const built of [best, fragile]) {
    const whole = audit(four, built, { ...reportedRun, seed: verdictSeeds[1]! });
    const { holds, undisturbed, rows } = found.auditOf(built);
    expect([holds, undisturbed]).toEqual([whole.holds, whole.undisturbed]);
    expect(rows.filter(counts)).toEqual(whole.rows.filter(counts));
    expect(found.auditOf(built)).toBe(found.auditOf(built));
  }
  expect(found.auditOf(fragile).holds).toBe(false);
});
