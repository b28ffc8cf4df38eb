/** Systems of one's own: read, written as a file and as a code, and every mistake told with its place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levels } from "../../src/levels/index.ts";
import { whatHappens } from "../../src/present/sandbox.ts";
import { withNear } from "../../src/present/written.ts";
import { readJson } from "../../src/process/json.ts";
import {
  codeLengthMax,
  exampleSystem,
  looksLikeSystem,
  readSystemCode,
  type System,
  systemCode,
  systemFromJson,
  systemText,
} from "../../src/rooms/sandbox/index.ts";
import { formatDesign, type Scenario } from "../../src/sim/index.ts";
import { anyDesign } from "../helpers/designs.ts";
import { words } from "../helpers/english.ts";
import { anyScenario, scenarioLine } from "../helpers/scenarios.ts";

const example = exampleSystem("a cache node restarts");

const anyGoals = fc.uniqueArray(
  fc.record({
    indicator: fc.constantFrom("availability", "latencyP95Ms", "costPerMonth", "europe.latencyP50Ms"),
    bound: fc.constantFrom("atMost", "atLeast"),
    target: fc.double({ min: 0, max: 1e12, noNaN: true }),
  }),
  { maxLength: 4, selector: ({ indicator, bound }) => `${indicator} ${bound}` },
);

/** Any system that can be written; what contradicts itself is none. */
const anySystem: fc.Arbitrary<System> = fc
  .record({
    design: anyDesign(),
    goals: anyGoals,
    scenario: anyScenario(),
    budget: fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined }),
    name: fc.option(fc.constantFrom("ours", "a shop — 日本"), { nil: undefined }),
  })
  .map(({ design, goals, scenario, budget, name }) => ({
    ...(name === undefined ? {} : { name }),
    design: formatDesign(design),
    goals: goals.map(({ indicator, bound, target }) => ({ indicator, [bound]: target })),
    ...(budget === undefined ? {} : { budget }),
    scenario: JSON.parse(scenarioLine(scenario)),
  }))
  .filter((value) => !systemFromJson(value).problem) as fc.Arbitrary<System>;

describe("a system as text", () => {
  test("is read as what was written, whatever system it is", () => {
    fc.assert(
      fc.property(anySystem, (system) => {
        const found = systemFromJson(readJson(systemText(system)).value);
        expect(found.system).toEqual(system);
        expect(JSON.parse(systemText(system))).toEqual(system);
      }),
      { numRuns: 40 },
    );
  });

  test("says on a line what has room on one, and a comment before what has one", () => {
    const text = systemText(example, { "": "all", "scenario.data": "what is stored" });
    expect(text).toMatch(/\n\n {4}\/\/ what is stored\n {4}"data": \{/);
    expect(text).toContain('{ "us": 0.7, "europe": 0.3 }');
    expect(readJson(text).value).toEqual(example);
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(112);
  });
});

describe("a system as a code", () => {
  test("is read as what was written, whatever system it is, where it is short enough", () => {
    fc.assert(
      fc.property(anySystem, (system) => {
        const code = systemCode(system);
        if (code === undefined) return;
        expect(code.length).toBeLessThanOrEqual(codeLengthMax);
        expect(readSystemCode(`look: ${code} , nice`)).toMatchObject({ system });
        expect(readSystemCode(`> ${code.match(/.{1,60}/g)?.join("\n> ")}`)).toMatchObject({ system });
      }),
      { numRuns: 40 },
    );
  });

  test("is short for a system like the example, and there is none for a very long one", () => {
    expect(systemCode(example)?.length).toBeLessThan(500);
    expect(looksLikeSystem(systemCode(example) ?? "")).toBe(true);
    const curve = Array.from({ length: 400 }, (_, n): [number, number] => [n, n * 1.7]);
    const [stream] = example.scenario.streams;
    const long = { ...example.scenario, streams: [{ ...stream!, curve }] };
    expect(systemCode({ ...example, scenario: long })).toBeUndefined();
  });

  test("does not survive a letter that was changed or lost", () => {
    const code = systemCode({ ...example, budget: 5_000 }) ?? "";
    for (let at = 4; at < code.length; at += 3) {
      const other = code[at] === "x" ? "y" : "x";
      for (const broken of [
        code.slice(0, at) + other + code.slice(at + 1),
        code.slice(0, at) + code.slice(at + 1),
      ])
        expect(readSystemCode(broken), broken).toHaveProperty("problem");
    }
    expect(readSystemCode("hello")).toEqual({ problem: "form" });
  });

  test("means the same for ever: what it leaves out never changes", () => {
    const kept = { ...exampleSystem("x"), goals: [], budget: 5_000 };
    expect(
      readSystemCode(
        "zts-DOWyOR5bxd1PNlABC03QT7dbgla3pgfbyyjhvr9vrwb3RohswSSogvEjjdee9ClvErxMbC2l2mhdQaUN1YpuLfja5uIemISXTJYb1eIXnYn6DR7jy871Ur4m7eBQYBtt4QaIgV8fJyfEZhE7xZZ7EV9fP9MvrY5RI8rWtRzGsiTx4v72PLbJJGCA3lkujBxxMohwxCzaHVuzlB9NSPeKZQLToJ6YGDrO9RbnaAm7XjtntV5uXEKxJwyrNq3ueGdsR57-bm0p1",
      ),
    ).toMatchObject({ system: kept });
  });
});

describe("what is wrong with a system", () => {
  const problemOf = (change: (system: { [key: string]: unknown } & System) => void) => {
    const copy = structuredClone(example) as { [key: string]: unknown } & System;
    change(copy);
    return systemFromJson(copy).problem;
  };

  test("is that two goals bound one figure from the same side; from both sides they may", () => {
    const twice = problemOf((s) => s.goals.push({ indicator: "availability", atLeast: 0.9 }));
    expect(twice).toEqual({ code: "twice", where: "goals[3]", first: "goals[0]" });
    expect(problemOf((s) => s.goals.push({ indicator: "availability", atMost: 1 }))).toBeUndefined();
  });

  test("is that an event strikes a site that the design does not have; the edges near its clients it may", () => {
    const struck = { what: "flood", zone: "A", region: "korea", atSec: 9 } as const;
    const missing = problemOf((s) => s.scenario.events.push(struck));
    expect(missing).toEqual({
      code: "no-site",
      where: "scenario.events[2].region",
      region: "korea",
      sites: ["us"],
    });
    const site = (s: System) => {
      s.design += " · @korea · web 2×4";
      s.scenario.events.push(struck);
    };
    expect(problemOf(site)).toBeUndefined();
    const edge = { what: "cdn-outage", region: "korea", atSec: 9 } as const;
    expect(problemOf((s) => s.scenario.events.push(edge))).toBeUndefined();
  });

  test("is told with the line of notation that may have been meant", () => {
    const problem = problemOf((s) => Object.assign(s, { design: "dns · cahce 3" }));
    expect(problem).toMatchObject({ code: "notation", where: "design" });
    expect(withNear(problem!).near).toBe("dns · cache 3");
  });
});

test("every level's day is one that a system may have", () => {
  for (const { id, scenario, start, goals } of levels) {
    const system = { design: formatDesign(start), goals, scenario: JSON.parse(scenarioLine(scenario)) };
    expect(systemFromJson(system).problem, id).toBeUndefined();
  }
});

test("the log calls an event by its own label, and one without by what it is", () => {
  const events = [
    { label: "crash", what: "crash", tier: "web", boxes: 1, atSec: 5 },
    { label: "Black Friday", what: "news", atSec: 9 },
  ] as const;
  const drawn = [
    { oneOf: [{ label: "rain", what: "restart", tier: "box", durationSec: 5, atSec: 7 }] },
  ] as const;
  const told = whatHappens(words, { ...(example.scenario as Scenario), events, drawn });
  expect(told).toEqual({ crash: words.sandbox.events.crash, "Black Friday": "Black Friday", rain: "rain" });
});
