/** Cases of an interview: what a seed draws, what may be asked, and that a design passes. */
import { describe, expect, test } from "vitest";
import { play, refusals } from "../../../src/game/index.ts";
import { type LevelId, levels } from "../../../src/levels/index.ts";
import { forecast, searchRun } from "../../../src/sim/index.ts";
import { caseRules } from "../../../src/study/interview/case-data.ts";
import {
  interviewCase,
  mixedLevels,
  playableOf,
  systemOf,
  twistOf,
} from "../../../src/study/interview/cases.ts";
import type { ToldAnswer } from "../../../src/study/interview/clarifications.ts";
import { judgeEstimate } from "../../../src/study/interview/estimates.ts";
import { questionsMax } from "../../../src/study/interview/machine.ts";
import { grownBy } from "../../../src/study/interview/scenario.ts";
import { combinationsOf } from "../../helpers/interview-combinations.ts";

const ids = levels.map(({ id }) => id as LevelId);
const seeds = [1, 2, 3, 4, 5];
const isTold = ({ inputs, goals = [], budget, regions = {}, events = [] }: ToldAnswer) =>
  budget !== undefined ||
  goals.length > 0 ||
  events.length > 0 ||
  Object.keys(regions).length > 1 ||
  (inputs !== undefined && Object.values(inputs).every((value) => Number.isFinite(value)));

describe.each(ids)("%s", (id) => {
  const cases = seeds.map((seed) => interviewCase(id, seed, "senior"));

  test("has the same case for the same seed, and others for others", () => {
    const plain = (each: unknown) => JSON.stringify(each);
    expect(seeds.map((seed) => plain(interviewCase(id, seed, "senior")))).toEqual(cases.map(plain));
    expect(new Set(cases.map(plain)).size).toBe(seeds.length);
  });

  test("has the same system whatever the bar", () => {
    for (const [n, seed] of seeds.entries())
      expect(JSON.stringify(interviewCase(id, seed, "staff").playable)).toBe(
        JSON.stringify(cases[n]?.playable),
      );
  });

  test("has questions that tell something and others that tell nothing", () => {
    for (const { clarifications } of cases) {
      expect(clarifications).toHaveLength(13);
      const useful = clarifications.filter(({ matters }) => matters);
      expect(useful.length).toBeGreaterThanOrEqual(questionsMax);
      for (const each of clarifications) expect(isTold(each.told), each.id).toBe(each.matters);
    }
  });

  test("reckons each estimate from what is told or asked with it", () => {
    for (const { estimates } of cases)
      for (const posed of estimates) {
        for (const value of Object.values(posed.values)) expect(value, posed.name).toBeGreaterThan(0);
        expect(judgeEstimate(posed, String(posed.truth))?.mark, posed.name).toBe(1);
        expect(judgeEstimate(posed, String(posed.truth * 6))?.mark, posed.name).toBe(0);
      }
  });

  test("has model answers that its shop sells and its budget pays, whatever is drawn and whatever the twist", () => {
    for (const drawn of combinationsOf(id)) {
      const { playable, model } = systemOf(id, drawn, id);
      const twists = caseRules[id].twists.map(({ name }) => twistOf(id, drawn, playable, name));
      for (const each of [{ playable, model }, ...twists]) {
        expect(refusals(each.playable, each.model)).toEqual([]);
        const { perMonth } = forecast(each.model, each.playable.scenario);
        expect(perMonth).toBeLessThanOrEqual(each.playable.budget ?? 0);
      }
    }
  });

  test("is found again by the address of its playable, after its twist and grown as well", () => {
    for (const { playable, twist } of cases)
      for (const each of [playable, twist.playable, grownBy(playable, 10), grownBy(twist.playable, 2)])
        expect(JSON.stringify(playableOf(each.id))).toBe(JSON.stringify(each));
  });
});

test("no other text is an address", () => {
  for (const text of [
    "",
    "03-scaling",
    "interview 99-none 1",
    "interview 03-scaling x",
    "interview 03-scaling 1 +none",
  ])
    expect(playableOf(text)).toBeUndefined();
});

test("a mixed interview draws from several levels", () => {
  const drawn = Array.from({ length: 60 }, (_, seed) => interviewCase("mix", seed, "senior").level);
  expect(new Set(drawn)).toEqual(new Set(mixedLevels));
});

test.each(["03-scaling", "05-replication"] as const)(
  "the model answers of %s pass what is hardest of it, before each twist and after it",
  (id) => {
    const drawn = combinationsOf(id).at(-1)!;
    const { playable, model } = systemOf(id, drawn, id);
    const twists = caseRules[id].twists.map(({ name }) => twistOf(id, drawn, playable, name));
    for (const each of [{ playable, model }, ...twists])
      expect(play(each.playable, each.model, 11, searchRun).passed, each.playable.id).toBe(true);
  },
);

test("a twist that the money does not follow is missed by the design before it", () => {
  const drawn = combinationsOf("04-load-balancer").at(-1)!;
  const { playable, model } = systemOf("04-load-balancer", drawn, "");
  const { playable: after } = twistOf("04-load-balancer", drawn, playable, "smaller-budget");
  expect(forecast(model, after.scenario).perMonth).toBeGreaterThan(after.budget ?? 0);
});
