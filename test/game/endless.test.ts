import { describe, expect, test } from "vitest";
import {
  doublingsBefore,
  type Endurance,
  enduranceScore,
  endure,
  growthPerDay,
  type Level,
  wasForeseen,
  wearable,
} from "../../src/game/index.ts";
import {
  design,
  type FaultCause,
  mixed,
  patientClients,
  photoData,
  type Report,
} from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const level = { budget: 30_000 };
const day = (factor: number, costPerMonth: number, passed = true, share = 1) => ({
  factor,
  passed,
  report: { costPerMonth, indicators: { availability: share, ordersShare: share } } as unknown as Report,
});

describe("a day of endless growth", () => {
  test("is worth a hundred when it carries the level's own traffic whole for the whole budget", () => {
    expect(enduranceScore(level, day(1, 30_000))).toBe(100);
  });

  test("is worth as much more as it carries, and as it costs less", () => {
    expect(enduranceScore(level, day(2, 30_000))).toBe(200);
    expect(enduranceScore(level, day(1, 15_000))).toBe(200);
    expect(enduranceScore(level, day(1, 60_000))).toBe(50);
  });

  test("is worth less for what fails", () => {
    expect(enduranceScore(level, day(1, 30_000, true, 0.9))).toBeCloseTo(81);
  });

  test("is worth nothing when it does not pass, however cheap it was", () => {
    expect(enduranceScore(level, day(8, 100, false))).toBe(0);
  });
});

describe("what growth can wear out", () => {
  test.each([
    ["empty", ""],
    ["dns · box 2", "web"],
    ["dns · web 1×2", "web"],
    ["dns · web 0×2 target=60", "web"],
    ["dns · cdn static · lb 1 · web 1×2", "cdn lb web"],
    ["dns · web 1×2 · sessions pair", "web sessions"],
    ["dns · web 1×2 · sessions node", "web sessions"],
    ["dns · web 1×2 · cache 1 · db 4", "web cache db"],
    ["dns · web 1×2 · db 4 + 1×4", "web db replicas"],
    ["dns · web 1×2 · shards 1×4 · kv 1", "web shards kv"],
    ["dns · web 1×2 · queue durable", "web queue"],
    ["dns · web 1×2 · workers 1×4", "web workers"],
    // A part that stands at any site.
    ["dns geo · web 1×2 · @korea · web 1×2 · cache 1", "web cache"],
  ])("of %s is: %s", (line, parts) => {
    expect(wearable(design(line)).join(" ")).toBe(parts);
  });
});

test("a part of the shards is foreseen by the shards, a box by the web tier, whatever the site", () => {
  const gave = (place: string) => ({ place }) as unknown as FaultCause;
  for (const place of ["shards", "hotShard", "hotRow", "dedicatedShard", "hotShard@korea"])
    expect([wasForeseen("shards", gave(place)), wasForeseen("db", gave(place))], place).toEqual([
      true,
      false,
    ]);
  for (const place of ["box", "web", "web@korea"]) expect(wasForeseen("web", gave(place)), place).toBe(true);
  for (const place of ["db", "cache"])
    expect([wasForeseen(place as "db", gave(place)), wasForeseen("web", gave(place))]).toEqual([true, false]);
});

test("traffic has doubled once from the fourth day on, and twice from the seventh", () => {
  expect([0, 3, 4, 6, 7, 10].map(doublingsBefore)).toEqual([0, 0, 1, 1, 2, 3]);
  expect(growthPerDay ** 4).toBeGreaterThan(2);
});

test("a part wears out from the first of it on", () => {
  const ones = [
    ["dns · cdn static · box 1", "cdn"],
    ["dns · lb 1 · web 1×2", "lb"],
    ["dns · lb 1 · web 1×2 · sessions node", "sessions"],
    ["dns · web 1×2 · cache 1", "cache"],
    ["dns · web 1×2 · db 1", "db"],
    ["dns · web 1×2 · db 1 + 1×1", "replicas"],
    ["dns · web 1×2 · kv 1", "kv"],
    ["dns · web 1×2 · queue durable · workers 1×2", "workers"],
  ] as const;
  for (const [line, part] of ones) expect(wearable(design(line)), line).toContain(part);
});

describe("growth", () => {
  const base = lessons[0]!.level;
  const calm = {
    ...{ ticks: 5, tickSec: 1, data: photoData, clients: patientClients, events: [] },
    streams: mixed([[0, 1]], { page: 1 }, { us: 1 }, 0),
  } as const;
  const grownBy: number[] = [];
  const grown = (factor: number) => {
    grownBy.push(factor);
    return calm;
  };
  const built = design("dns · box 2");
  /** Level 1 with next to no traffic, however much it grows. */
  const easy = {
    ...base,
    scenario: calm,
    grown,
    goals: [{ indicator: "availability", atLeast: 0.5 }],
  } as Level;
  const daysOf = (level: Level, before: readonly Endurance[] = []) =>
    [...endure(level, built, before)].filter((each) => typeof each !== "number");

  test("goes on for 32 days at most, a quarter more each, and from the days before", () => {
    const [first] = daysOf({ ...easy, goals: [{ indicator: "availability", atLeast: 1.1 }] } as Level);
    expect(first).toMatchObject({ factor: 1, passed: false, score: 0 });
    const before = Array.from({ length: 30 }, () => first!);
    expect(daysOf(easy, before).map(({ factor }) => factor)).toEqual([
      growthPerDay ** 30,
      growthPerDay ** 31,
    ]);
    expect(grownBy).toEqual([1, growthPerDay ** 30, growthPerDay ** 31]);
  });

  test("ends with the first day that misses a goal, and there is none without a level that grows", () => {
    expect(daysOf({ ...easy, goals: [{ indicator: "availability", atLeast: 1.1 }] } as Level)).toHaveLength(
      1,
    );
    const { grown: _, ...fixed } = easy;
    expect(daysOf(fixed as Level)).toEqual([]);
  });
});
