import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import { bill } from "../../../src/sim/report/cost.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { play, traffic } from "./web-helpers.ts";

const dies: ScenarioEvent = { label: "dies", atSec: 200, what: "crash", tier: "web", boxes: 1 };
const rest = "db 8 · kv 1";

describe("a box dies", () => {
  test("published by names alone, one user in N fails for the whole rest", () => {
    const report = play(`dns · web 9×8 · ${rest}`, traffic(9_000, [dies]));
    expect(report.lost("web", "box-down")).toBeCloseTo((9_000 * 400) / 9, -1);
  });

  test("behind a balancer one request in N fails until the check has missed often enough", () => {
    for (const [settings, sec] of [
      ["", 60],
      ["interval=10", 20],
      ["interval=10 misses=1", 10],
      ["interval=5 misses=3", 15],
    ] as const) {
      const report = play(`dns · lb 1 ${settings} · web 9×8 · ${rest}`, traffic(9_000, [dies]));
      expect(report.lost("web", "box-down"), settings).toBeCloseTo((9_000 * sec) / 9, -1);
    }
  });

  test("trying another box saves those requests for the price of a second connection", () => {
    const without = play(`dns · lb 1 · web 9×8 · ${rest}`, traffic(9_000, [dies]));
    const with_ = play(`dns · lb 1 retry · web 9×8 · ${rest}`, traffic(9_000, [dies]));
    expect(with_.lost("web", "box-down")).toBe(0);
    expect(with_.is("availability")).toBeGreaterThan(0.9999);
    expect(with_.is("latencyP99Ms")).toBeGreaterThan(without.is("latencyP99Ms") + 30);
    expect(with_.is("latencyP50Ms")).toBeLessThan(without.is("latencyP50Ms") + 3);
  });

  test("what it was working on is lost", () => {
    const report = play(`dns · lb 1 retry · web 9×8 · ${rest}`, traffic(20_000, [dies]));
    // 2,222 requests a second of some 3 ms each are 6 or 7 inside the box.
    expect(report.lost("web", "lost-with-box")).toBeGreaterThanOrEqual(4);
    expect(report.lost("web", "lost-with-box")).toBeLessThanOrEqual(7);
  });

  test("a box that comes back is let in after one good check, at once by names", () => {
    const back: ScenarioEvent = { ...dies, untilSec: 300 };
    const named = play(`dns · web 4×8 · ${rest}`, traffic(4_000, [back])).column("web.boxes");
    expect([named[299], named[301]]).toEqual([3, 4]);
    const checked = play(`dns · lb 1 · web 4×8 · ${rest}`, traffic(4_000, [back])).column("web.boxes");
    expect([checked[329], checked[331]]).toEqual([3, 4]);
  });

  test("the only box takes everybody with it", () => {
    const report = play(`dns · lb 2 retry · web 1×8 · ${rest}`, traffic(1_000, [{ ...dies, untilSec: 300 }]));
    expect(report.is("worstTickAvailability")).toBe(0);
    expect(report.causes.some((cause) => cause.what === "down" && cause.place === "web")).toBe(true);
  });
});

describe("public and private addresses", () => {
  const scan: ScenarioEvent = { label: "scan", atSec: 100, what: "scan", boxes: 1 };
  const scanned = (line: string) => play(`${line} · ${rest}`, traffic(15_000, [scan]));

  test("a scan takes a box with a public address for good, and finds none behind a balancer", () => {
    const hidden = scanned("dns · lb 1 · web 8×8");
    expect(hidden.is("breachedBoxes")).toBe(0);
    expect(hidden.column("web.boxes").at(-1)).toBe(8);
    const open = scanned("dns · lb 1 public · web 8×8");
    expect(open.is("breachedBoxes")).toBe(1);
    expect(open.column("web.boxes")[99]).toBe(8);
    expect(open.column("web.boxes").at(-1)).toBe(7);
  });

  test("without a balancer every box is public, and whoever is sent to the one taken gets no answer", () => {
    const open = scanned("dns · web 8×8");
    expect(open.is("breachedBoxes")).toBe(1);
    expect(open.column("web.up").at(-1)).toBeCloseTo(7 / 8, 6);
  });

  test("no more boxes are taken than there are", () => {
    const all = play(`dns · web 2×8 · ${rest}`, traffic(1_000, [{ ...scan, boxes: 5 }]));
    expect(all.is("breachedBoxes")).toBe(2);
    expect(all.column("web.up").at(-1)).toBe(0);
  });

  test("where nobody scans there is nothing to say of breaches", () => {
    expect(play(`dns · web 8×8 · ${rest}`, traffic(15_000)).indicators["breachedBoxes"]).toBeUndefined();
  });
});

describe("policies", () => {
  test("the shorter the lines a policy makes, the shorter the tail: least < two < round robin < random", () => {
    // Pages of 2 ms, whose data is next to free: sixteen boxes of one core at ρ = 0.9.
    const pages = traffic((16 * 0.9) / 0.002);
    const p99 = (policy: string) => {
      const report = play(`dns · lb 1 policy=${policy} · web 16×1 · db 32`, pages, { particles: 256 });
      return ((report.latency[0]?.p99Ms ?? 0) - 31.3) / 2;
    };
    const [random, turn, two, least] = ["random", "round-robin", "two", "least"].map(p99) as [
      number,
      number,
      number,
      number,
    ];
    // The exact simulation, in service times: 45.8, 25.0, 9.7, 6.6.
    expect(random).toBeGreaterThan(45.8 * 0.9);
    expect(random).toBeLessThan(45.8 * 1.1);
    expect(turn).toBeGreaterThan(25 * 0.85);
    expect(turn).toBeLessThan(25 * 1.15);
    expect(two).toBeGreaterThan(9.7 * 0.85);
    expect(two).toBeLessThan(9.7 * 1.15);
    expect(least).toBeGreaterThan(6.6 * 0.85);
    expect(least).toBeLessThan(6.6 * 1.15);
  });

  test("with a slow box, taking turns feeds it too much and the shortest line does not", () => {
    const slow: ScenarioEvent = {
      label: "slow",
      atSec: 100,
      untilSec: 500,
      what: "slow",
      tier: "web",
      boxes: 2,
      speed: 0.3,
    };
    const run = (policy: string) =>
      play(`dns · lb 1 policy=${policy} · web 9×8 · ${rest}`, traffic(15_000, [slow]));
    const turn = run("round-robin");
    const two = run("two");
    const least = run("least");
    expect(turn.is("latencyP95Ms")).toBeGreaterThan(1_000);
    expect(least.is("availability")).toBeGreaterThan(0.999);
    expect(two.is("availability")).toBeGreaterThan(turn.is("availability"));
    expect(least.is("latencyP95Ms")).toBeLessThan(turn.is("latencyP95Ms"));
  });
});

describe("the balancer itself", () => {
  const node: ScenarioEvent = {
    label: "node",
    atSec: 300,
    untilSec: 400,
    what: "crash",
    tier: "lb",
    boxes: 1,
  };
  test("a single node that dies takes everything down; of a pair, half fails for three seconds", () => {
    const single = play(`dns · lb 1 · web 4×8 · ${rest}`, traffic(5_000, [node]));
    const pair = play(`dns · lb 2 · web 4×8 · ${rest}`, traffic(5_000, [node]));
    expect(single.lost("lb")).toBe(5_000 * 100);
    expect(pair.lost("lb")).toBe((5_000 * 3) / 2);
    expect(single.is("worstTickAvailability")).toBe(0);
  });

  test("both nodes of a pair are as many as one", () => {
    const report = play(
      `dns · lb 2 · web 4×8 · ${rest}`,
      traffic(5_000, [{ ...node, what: "crash", tier: "lb", boxes: 2 }]),
    );
    expect(report.lost("lb")).toBe(5_000 * 100);
  });

  test("a node carries 125,000 requests a second", () => {
    const files = traffic(150_000, [], { shares: { asset: 1 }, ticks: 60 });
    expect(play("dns · lb 1 · web 60×8", files).is("availability")).toBeLessThan(0.95);
    expect(play("dns · lb 2 · web 60×8", files).is("availability")).toBeGreaterThan(0.999);
  });

  test("half a millisecond is what it costs in time, 140 dollars a node in money", () => {
    const files = traffic(1_000, [], { shares: { asset: 1 }, ticks: 60 });
    const mean = (line: string) => play(line, files).latency[0]?.meanMs ?? 0;
    expect(mean("dns · lb 1 · web 2×8") - mean("dns · web 2×8")).toBeCloseTo(0.5, 1);
    expect(bill(design("lb 2 · web 2×8")).find((line) => line.id === "lb")?.perMonth).toBe(280);
  });

  test("steps of ten seconds tell the same story", () => {
    const fine = play(`dns · lb 2 · web 9×8 · ${rest}`, traffic(9_000, [dies, node]));
    const coarse = play(`dns · lb 2 · web 9×8 · ${rest}`, traffic(9_000, [dies, node]), { stride: 10 });
    expect(coarse.lost("lb")).toBeCloseTo(fine.lost("lb"), -1);
    expect(coarse.lost("web")).toBeCloseTo(fine.lost("web"), -1);
  });
});

test("a balancer says how many of its nodes are alive, long after the others took the address over", () => {
  const half: ScenarioEvent = {
    label: "half",
    atSec: 200,
    untilSec: 300,
    what: "crash",
    tier: "lb",
    boxes: 1,
  };
  const nodes = play(`dns · lb 2 · web 9×8 · ${rest}`, traffic(9_000, [half])).column("lb.boxes");
  expect([nodes[150], nodes[250], nodes[350]]).toEqual([2, 1, 2]);
});

test("boxes that are not alike are told apart: the slow one burns while the others keep up", () => {
  const slow: ScenarioEvent = {
    label: "slow",
    atSec: 200,
    untilSec: 300,
    what: "slow",
    tier: "web",
    boxes: 1,
    speed: 0.3,
  };
  const run = play(`dns · lb 1 · web 9×8 · ${rest}`, traffic(15_000, [slow]));
  const at = (tick: number) =>
    [1, 2].map((n) => [run.column(`web.boxesOf${n}`)[tick], run.column(`web.utilizationOf${n}`)[tick]]);
  expect(at(150).map(([boxes]) => boxes)).toEqual([9, 0]);
  const [others, one] = at(280) as [number[], number[]];
  expect([others[0], one[0]]).toEqual([8, 1]);
  expect(one[1]).toBeGreaterThan(0.95);
  expect(others[1]).toBeLessThan(0.9);
});
