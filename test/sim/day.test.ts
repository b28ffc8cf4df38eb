import { describe, expect, test } from "vitest";
import { runExactly } from "../../src/exact/index.ts";
import { daySeeds, decidingDay, type Level, verdictSeeds } from "../../src/game/index.ts";
import { findLevel } from "../../src/levels/index.ts";
import {
  dayKindOf,
  dayOf,
  design,
  patientClients,
  photoData,
  possibleEvents,
  reportedRun,
  type Scenario,
  simulate,
} from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";

const outage = (place: "box" | "web", atSec: number) =>
  ({
    label: `${place}-restarts`,
    what: "restart",
    tier: place,
    durationSec: 20,
    atSec,
    untilSec: atSec + 20,
  }) as const;

const scenario: Scenario = {
  ticks: 120,
  tickSec: 1,
  streams: [{ kind: "page", curve: [[0, 10]], regions: { us: 1 }, mobileShare: 0 }],
  data: { ...photoData, objects: 1_000 },
  clients: patientClients,
  events: [{ label: "late", what: "news", atSec: 60 }],
  drawn: [{ oneOf: [outage("box", 30), outage("web", 30)], laterSec: 50 }],
};
const seeds = Array.from({ length: 200 }, (_, i) => i);

describe("the day of a seed", () => {
  test("has one of each event of chance, by its seed alone, among the others in order of time", () => {
    for (const seed of seeds) {
      const { events, drawn } = dayOf(scenario, seed);
      expect(drawn).toBeUndefined();
      expect(events).toHaveLength(2);
      expect(events[0]!.atSec).toBeLessThanOrEqual(events[1]!.atSec);
      expect(dayOf(scenario, seed)).toEqual(dayOf(scenario, seed));
    }
    expect(new Set(seeds.map((seed) => dayKindOf(scenario, seed)))).toEqual(new Set(["0", "1"]));
  });

  test("comes between its time and so much later, both ends included, and lasts as long", () => {
    const times = seeds.flatMap((seed) =>
      dayOf(scenario, seed).events.flatMap((event) => (event.what === "restart" ? [event] : [])),
    );
    expect(Math.min(...times.map(({ atSec }) => atSec))).toBe(30);
    expect(Math.max(...times.map(({ atSec }) => atSec))).toBe(80);
    for (const { atSec, untilSec } of times) expect((untilSec ?? 0) - atSec).toBe(20);
  });

  test("comes so many whole ticks later, the last one included, where a tick is a minute", () => {
    const minutes: Scenario = {
      ...scenario,
      tickSec: 60,
      events: [],
      drawn: [{ oneOf: [outage("box", 600)], laterSec: 180 }],
    };
    const times = seeds.map((seed) => dayOf(minutes, seed).events[0]?.atSec);
    expect(new Set(times)).toEqual(new Set([600, 660, 720, 780]));
  });

  test("takes its events of chance in turn where they are shuffled, in every order as often as in any other", () => {
    const names = ["a", "b", "c"] as const;
    const shuffled: Scenario = {
      ...scenario,
      events: [],
      drawn: names.map((label) => ({ oneOf: [{ label, what: "news", atSec: 10 }] })),
      shuffledEverySec: 30,
    };
    const orders = new Map<string, number>();
    const kinds = new Map<string, string>();
    for (let seed = 0; seed < 600; seed++) {
      const { events, shuffledEverySec } = dayOf(shuffled, seed);
      expect(events.map(({ atSec }) => atSec)).toEqual([10, 40, 70]);
      expect(shuffledEverySec).toBeUndefined();
      const order = events.map(({ label }) => label).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
      // Another order is another kind of day, and the same one is the same.
      const kind = dayKindOf(shuffled, seed);
      expect(kinds.get(order) ?? kind).toBe(kind);
      kinds.set(order, kind);
    }
    expect(new Set(kinds.values()).size).toBe(6);
    expect([...orders.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    for (const times of orders.values()) expect(times).toBeGreaterThan(60);
  });

  test("is the scenario itself where nothing is left to chance", () => {
    const { drawn: _, ...certain } = scenario;
    expect(dayOf(certain, 3)).toBe(certain);
    expect(dayKindOf(certain, 3)).toBe("");
  });

  test("is what a run and an exact run play", () => {
    const box = design("dns · box 2");
    const [hit, spared] = ["0", "1"].map((kind) => seeds.find((seed) => dayKindOf(scenario, seed) === kind)!);
    const failed = (seed: number) => simulate(box, scenario, { seed, ...reportedRun }).ledger.failed;
    expect(failed(hit!)).toBeGreaterThan(100);
    expect(failed(spared!)).toBe(0);
    expect(runExactly(box, scenario, hit!).failed).toBeGreaterThan(100);
    expect(runExactly(box, scenario, spared!).failed).toBe(0);
  });
});

describe.each(lessons.filter(({ level }) => level.scenario.drawn))("level $level.number", ({ level }) => {
  test("has, between the fixed seeds, a day of every place that an event of chance may strike", () => {
    const days = verdictSeeds.map((seed) => dayOf(level.scenario, seed));
    for (const { label } of possibleEvents(level.scenario))
      expect(
        days.some(({ events }) => events.some((event) => event.label === label)),
        label,
      ).toBe(true);
  });

  test("makes more than one kind of day of its fixed seeds, where an event has alternatives", () => {
    const hasAlternatives = level.scenario.drawn?.some(({ oneOf }) => oneOf.length > 1) ?? false;
    expect(daySeeds(level).length > 1).toBe(hasAlternatives);
  });

  test("does not tell when, for the day is not known", () => {
    expect(level.announces).not.toBe("when");
    expect(level.announces).toBeDefined();
  });
});

describe("the day that is shown", () => {
  const level = findLevel("5") as Level;
  const labelsFor = (copies: string) => {
    const line = `dns · lb 2 interval=10s retry · web 8×8 · db 4 + ${copies} · kv 1`;
    const seed = decidingDay(level, design(line));
    return dayOf(level.scenario, seed).events.map(({ label }) => label);
  };

  test("is the one that decides: the flood of the zone in which all copies stand", () => {
    expect(labelsFor("6×4 zones=B")).toContain("flood-b");
    expect(labelsFor("3×4")).toContain("flood-a");
  });

  test("is that of the first alternatives where none decides", () => {
    expect(labelsFor("6×4 zones=AB")).toContain("flood-a");
  });
});
