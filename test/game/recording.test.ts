/** A run that is watched while it is computed is the run that was computed at once. */
import { describe, expect, test } from "vitest";
import { beginRecording, finish, type Recording, recordAll, verdictSeeds } from "../../src/game/index.ts";
import { Run, reportedRun, simulate } from "../../src/sim/index.ts";
import { findLesson, lessons } from "../helpers/english.ts";

const seed = verdictSeeds[0] as number;
/** What can be shown after the first slice; a picture needs one tick. */
const firstTicksMax = 8;

describe.each([lessons[0], lessons.at(-1)].flatMap((lesson) => (lesson ? [lesson] : [])))(
  "a run of $level.id",
  ({ level }) => {
    test("shows its first ticks before it has computed more than a few", () => {
      const { playback, rest } = beginRecording(level, level.lesson, seed);
      rest.next();
      expect(playback.known).toBeGreaterThan(0);
      expect(playback.known).toBeLessThanOrEqual(firstTicksMax);
      expect(playback.series("offered")).toHaveLength(playback.known);
    });

    test("comes out the same, to the last byte, whether it is watched on the way or not", () => {
      const { playback, rest } = beginRecording(level, level.lesson, seed);
      let watched: Recording | undefined;
      for (let known = 0; watched === undefined; ) {
        const step = rest.next();
        if (step.done) watched = step.value;
        expect(playback.known, "what is known only grows").toBeGreaterThanOrEqual(known);
        known = playback.known;
        for (const name of playback.names) playback.series(name);
      }
      const atOnce = finish(beginRecording(level, level.lesson, seed).rest);
      expect(watched.outcome).toEqual(atOnce.outcome);
      expect(watched.goalsSoFar).toEqual(atOnce.goalsSoFar);
      expect(watched.outcome.report).toEqual(
        simulate(level.lesson, level.scenario, { seed, ...reportedRun }),
      );
      for (const name of atOnce.names) expect(watched.series(name)).toEqual(atOnce.series(name));
    });
  },
);

test("who watches has the audit with the verdict, for a run does not wait for it", () => {
  const { level } = findLesson("4")!;
  const watched = finish(beginRecording(level, level.stars.three.design, seed).rest).outcome;
  const { audit, stars, ...rest } = recordAll(level, level.stars.three.design, seed).outcome;
  expect(audit).toBeDefined();
  expect(watched).toMatchObject(rest);
  expect(watched.audit).toBeUndefined();
  expect(watched.stars).toBeGreaterThanOrEqual(stars);
});

test("the figures by which goals are judged on the way are those of the report at that moment", () => {
  for (const { level } of lessons) {
    const run = new Run(level.lesson, level.scenario, { seed, ...reportedRun });
    for (let tick = 0; tick < 50; tick++) run.advance();
    const { indicators, costPerMonth, ledger } = run.figures();
    const report = run.report();
    expect(indicators).toEqual(report.indicators);
    expect(costPerMonth).toBe(report.costPerMonth);
    expect(report.ledger).toMatchObject(ledger);
  }
});

test("the goals are looked at sixty times a run, in a short one after every step", () => {
  const { level } = lessons[0]!;
  const looks = (ticks: number) =>
    recordAll({ ...level, scenario: { ...level.scenario, ticks } }, level.start, seed).goalsSoFar.map(
      ({ tick }) => tick,
    );
  expect(looks(3)).toEqual([1, 2, 3]);
  expect(looks(120).slice(0, 3)).toEqual([2, 4, 6]);
  expect(looks(120)).toHaveLength(60);
});
