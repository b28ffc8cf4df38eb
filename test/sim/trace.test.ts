import { expect, test } from "vitest";
import { tracesAt } from "../../src/game/index.ts";
import { findLesson, lessons } from "../helpers/english.ts";

const levelOf = (name: string) => (findLesson(name) as (typeof lessons)[0]).level;

test("a trace begins with the name, then the way there, then the parts in path order", () => {
  const level = levelOf("6");
  const { median } = tracesAt(level, level.lesson, 11, 100);
  const places = median?.hops.map(({ place }) => place) ?? [];
  expect(places.slice(0, 4)).toEqual(["dns", "network", "lb", "web"]);
  expect(places).toContain("cache");
});

test("the slow one is slower than the median one, and the stops sum to the whole", () => {
  const level = levelOf("6");
  const { median, slow } = tracesAt(level, level.lesson, 11, 300);
  expect(slow?.totalMs).toBeGreaterThan(median?.totalMs ?? 0);
  for (const trace of [median, slow])
    expect(trace?.hops.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(trace?.totalMs ?? 0, 6);
});

test("a failed one ends where it failed, with the reason", () => {
  const level = levelOf("1");
  const noName = tracesAt(level, level.start, 11, 10).failed;
  expect(noName?.lostAt).toEqual({ place: "dns", reason: "no-domain" });
  expect(noName?.hops.map(({ place }) => place)).toEqual(["dns"]);
  const nano = level.wrongAnswers[0];
  if (!nano || !("design" in nano)) throw new Error("level 1 has lost its naive answer");
  const late = tracesAt(level, nano.design, 11, 350).failed;
  expect(late?.lostAt).toEqual({ place: "box", reason: "timeout" });
  expect(late?.totalMs).toBeGreaterThan(3_000);
});

test("taking a trace changes nothing about the run", () => {
  const level = levelOf("5");
  const once = tracesAt(level, level.lesson, 11, 60);
  expect(tracesAt(level, level.lesson, 11, 60)).toEqual(once);
});

test("every level's lesson can be traced at any time", () => {
  for (const { level } of lessons)
    for (const tick of [0, Math.floor(level.scenario.ticks * 0.6)]) {
      const { median } = tracesAt(level, level.lesson, 11, tick);
      expect(
        median?.hops.every(({ ms }) => Number.isFinite(ms) && ms >= 0),
        level.id,
      ).toBe(true);
    }
});
