/** Sums: numbers by a seed, the truth by a formula, a slip told by its factor. */
import { describe, expect, test } from "vitest";
import { estimate } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { sumIds, sumsOfLevels } from "../../src/levels/recall.ts";
import { closeFactor, halfFactor } from "../../src/study/reckoning.ts";
import { judgeSum, type PosedSum, poseSum, sums } from "../../src/study/sums.ts";

const some = Array.from({ length: 50 }, (_, n) => `seed ${n}`);

describe.each(sumIds)("%s", (sum) => {
  const posed = some.map((name) => poseSum(sum, name));

  test("has numbers that vary, and a truth that is one", () => {
    expect(new Set(posed.map(({ truth }) => truth)).size).toBeGreaterThan(2);
    for (const { truth } of posed) expect(truth).toBeGreaterThan(0);
    for (const { truth } of posed) expect(Number.isFinite(truth)).toBe(true);
  });

  test("is the same for the same name", () => {
    expect(some.map((name) => poseSum(sum, name))).toEqual(posed);
  });

  test("takes the truth for right", () => {
    for (const each of posed) expect(judgeSum(each, each.truth).mark).toBe(1);
  });

  test("moves with every number it is given", () => {
    const [first] = posed as [PosedSum];
    for (const [name, list] of Object.entries(sums[sum].inputs)) {
      const truths = list.map((value) =>
        sums[sum].truth((input) => (input === name ? value : (first.values[input] ?? 1))),
      );
      expect(new Set(truths).size, name).toBe(list.length);
    }
  });
});

test("every sum comes with one level that there is", () => {
  expect(Object.values(sumsOfLevels).flat().sort()).toEqual([...sumIds].sort());
  expect(Object.keys(sumsOfLevels)).toEqual(levels.map(({ id }) => id));
});

describe("the formulas", () => {
  const posed = (sum: PosedSum["name"], values: PosedSum["values"]) =>
    sums[sum].truth((name) => values[name] ?? 1);

  test("agree with the estimate pad", () => {
    const { peakPerSec = 0, busyCores = 0 } = estimate({
      dailyUsers: 10e6,
      requestsPerUserDaily: 10,
      peakFactor: 2,
      workMs: 5,
    });
    const perSec = posed("requests-per-sec", { usersMillions: 10, requestsPerUserDaily: 10, peakFactor: 2 });
    expect(perSec).toBeCloseTo(peakPerSec, 6);
    expect(posed("busy-cores", { arrivalRatePerSec: perSec, workMs: 5 })).toBeCloseTo(busyCores, 6);
  });

  test.each([
    ["99.9 % leaves 43.2 minutes of a month", "downtime", { availability: 0.999 }, 43.2],
    [
      "two copies of 99 % are both away for 8.6 s a day",
      "in-parallel",
      { availability: 0.99, copies: 2 },
      8.64,
    ],
    [
      "of 10,000 a second 2 % miss at 98 %",
      "behind-a-cache",
      { arrivalRatePerSec: 10_000, hitRatio: 0.98 },
      200,
    ],
    ["five boxes at 60 % are four at 75 %", "after-a-loss", { boxes: 5, utilization: 0.6 }, 75],
    [
      "of two regions each may be half of 80 % busy",
      "surviving-region",
      { regions: 2, targetUtilization: 0.8 },
      40,
    ],
    ["1,500 × 500 KB are 6 Gbit/s", "egress", { arrivalRatePerSec: 1_500, objectKb: 500 }, 6],
    [
      "30 M followers at 100,000 a second take 300 s",
      "fan-out",
      { followersMillions: 30, insertsPerSec: 1e5 },
      300,
    ],
    [
      "90,000 waiting, 300 more a second than come, are gone in five minutes",
      "queue-drain",
      { backlog: 90_000, arrivalRatePerSec: 100, serviceRatePerSec: 400 },
      5,
    ],
  ] as const)("%s", (_, sum, values, truth) => {
    expect(posed(sum, values)).toBeCloseTo(truth, 6);
  });
});

describe("an answer", () => {
  const posed: PosedSum = {
    ...poseSum("requests-per-sec", "any"),
    values: { usersMillions: 10, requestsPerUserDaily: 60, peakFactor: 3 },
    truth: (10e6 * 60 * 3) / 86_400,
  };
  const judged = (factor: number) => judgeSum(posed, posed.truth * factor);

  test("within a factor of two is right, within five half right, either way", () => {
    expect([closeFactor, halfFactor]).toEqual([2, 5]);
    for (const factor of [1.99, 1 / 1.99]) expect(judged(factor).mark).toBe(1);
    for (const factor of [2.01, 1 / 2.01, 4.99, 1 / 4.99]) expect(judged(factor).mark).toBe(0.5);
    for (const factor of [5.01, 1 / 5.01]) expect(judged(factor).mark).toBe(0);
  });

  test("that left the peak out is told so", () => {
    expect(judged(1 / 3)).toMatchObject({ mark: 0.5, slip: { input: "peakFactor" } });
  });

  test("that took thousands for ones is told so", () => {
    expect(judged(1_000)).toMatchObject({ mark: 0, slip: { unit: "thousand" } });
  });

  test.each([
    ["how many copies there are", "in-parallel", { availability: 0.9, copies: 3 }, 8_640, "copies"],
    [
      "the share that hits",
      "behind-a-cache",
      { arrivalRatePerSec: 4_000, hitRatio: 0.98 },
      4_000,
      "hitRatio",
    ],
    [
      "what keeps coming",
      "queue-drain",
      { backlog: 90_000, arrivalRatePerSec: 300, serviceRatePerSec: 350 },
      90_000 / 350 / 60,
      "arrivalRatePerSec",
    ],
  ] as const)("that left out %s is told so", (_, name, values, typed, input) => {
    const truth = sums[name].truth((each) => (values as PosedSum["values"])[each] ?? 1);
    expect(judgeSum({ ...poseSum(name, "any"), values, truth }, typed).slip).toEqual({ input });
  });

  test("that nothing explains is told nothing", () => {
    expect(Object.keys(judged(7))).toEqual(["ratio", "mark"]);
    expect(judged(7).ratio).toBeCloseTo(7, 9);
  });

  test.each([0, -3, Number.NaN])("of %d is worth nothing", (answer) => {
    expect(judgeSum(posed, answer).mark).toBe(0);
  });
});
