import { expect, test } from "vitest";
import { dayKind, daySeeds } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { dayOf, rateAt } from "../../src/sim/index.ts";
import * as own from "../../src/sim/scenario/capacities.ts";
import { conscienceCases, titleOf } from "../helpers/conscience.ts";
import * as tenth from "../helpers/tenth-sheet.ts";
import { tenthOf, withTenfoldWork } from "../helpers/tenth-town.ts";
import { findDesign } from "../helpers/whole-designs.ts";

test("the sheet that whole designs are played by has every figure of the tenth town", () => {
  expect({ ...tenth }).toEqual({ ...withTenfoldWork(own) });
  expect(tenth.databaseSec.write).toBe(10 * own.databaseSec.write);
});

test("the tenth town has the events of the seed's day, at their times, and none left to chance", () => {
  const timesOf = (scenario: ReturnType<typeof tenthOf>) =>
    scenario.events.map(({ label, what, atSec, untilSec }) => ({ label, what, atSec, untilSec }));
  for (const { scenario } of levels)
    for (const seed of [11, 23]) {
      const town = tenthOf(scenario, seed);
      expect(timesOf(town)).toEqual(timesOf(dayOf(scenario, seed)));
      expect(town.drawn).toBeUndefined();
      const [stream, whole] = [town.streams[0]!, scenario.streams[0]!];
      expect(rateAt(stream.curve, 100)).toBeCloseTo(rateAt(whole.curve, 100) / 10);
    }
});

test("a level that is played beside every single request is so on every kind of day its verdict is over", () => {
  const numbers = new Set(conscienceCases.map(({ level }) => level));
  for (const number of numbers) {
    const { level } = findDesign({ level: number, name: "lesson" });
    const played = conscienceCases
      .filter((each) => each.level === number)
      .map(({ day }) => dayKind(level, day));
    expect(new Set(played), `level ${number}`).toEqual(
      new Set(daySeeds(level).map((seed) => dayKind(level, seed))),
    );
  }
});

test("no two whole designs of the list go by the same name", () => {
  const titles = conscienceCases.map(titleOf);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).toEqual(expect.arrayContaining(["level 5, lesson", "level 5, lesson, day 23"]));
});
