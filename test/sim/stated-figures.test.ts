import { describe, expect, test } from "vitest";
import { design } from "../../src/sim/design/notation.ts";
import { Retries } from "../../src/sim/engine/retries.ts";
import { numberedGauges, placeGauges, totalGauges } from "../../src/sim/names/gauges.ts";
import { Run, searchRun } from "../../src/sim/run.ts";
import { delaySec } from "../../src/sim/scenario/capacities.ts";
import {
  mixed,
  patientClients,
  photoData,
  type Scenario,
  type ScenarioEvent,
} from "../../src/sim/scenario/scenario.ts";
import { visible } from "../../src/sim/tiers/operations/fog.ts";
import { play, roomyWeb, scenarioOf } from "./tiers/data-scenarios.ts";

/** Figures that the simulator states about itself, in a comment or on a page of the model: each holds. */

describe("a retry budget", () => {
  /** How many of 1,000 refused requests give up, after so many calm seconds of 100 fresh requests each. */
  function givenUp(calmSec: number): number {
    const retries = new Retries(1, { ...patientClients, attempts: 2, retryBudget: 0.1, backoffSec: 1 }, 1);
    let lost = 0;
    const giveUp = (_s: number, _bucket: number, requests: number) => {
      lost += requests;
    };
    for (let tick = 0; tick < calmSec; tick++) retries.decide(tick, 100, giveUp);
    retries.fail(calmSec - 1, 0, 1, 0, 1_000, 0, 1);
    retries.decide(calmSec, 100, giveUp);
    return lost;
  }

  test("keeps the tokens of the last ten seconds, none older", () => {
    // The second in which they are refused pays in as well.
    expect(givenUp(4)).toBeCloseTo(1_000 - 5 * 10);
    expect(givenUp(9)).toBeCloseTo(1_000 - 10 * 10);
    expect(givenUp(60)).toBeCloseTo(1_000 - 10 * 10);
  });
});

describe("what is told of a saturated part", () => {
  test("is the load of a step harder than nineteen in twenty of the spell", () => {
    // Overloaded from the first second on, and more so every second: 2,000 to 4,000 requests a second.
    const rising: Scenario = {
      ticks: 200,
      tickSec: 1,
      streams: mixed(
        [
          [0, 2_000],
          [200, 4_000],
        ],
        { page: 1 },
        { us: 1 },
        0,
      ),
      data: photoData,
      clients: patientClients,
      events: [],
    };
    const { causes } = play("dns · box 2", rising).report;
    const told = causes.find((cause) => cause.what === "saturated");
    expect(told).toMatchObject({ place: "box" });
    const asked = told?.what === "saturated" ? (told.askedPerSec ?? 0) : 0;
    expect(asked).toBeGreaterThan(2_000 + 0.93 * 2_000);
    expect(asked).toBeLessThan(2_000 + 0.97 * 2_000);
  });
});

test("of a part it is told that it is down while it is, and of no other", () => {
  const crash = { label: "crash", what: "crash", tier: "web", boxes: 1, atSec: 30 } as const;
  const downOn = (events: readonly ScenarioEvent[]) =>
    play(
      "dns · lb 1 · web 1×8 · db 8",
      scenarioOf({ ratePerSec: 50, shares: { page: 1 }, ticks: 120, events }),
    ).report.causes.filter(({ what }) => what === "down");
  expect(downOn([])).toEqual([]);
  expect(downOn([crash])).toMatchObject([{ place: "web", tick: 30 }]);
});

describe("a promoted replica of a shard", () => {
  test("is missing among the replicas until a new one is built", () => {
    const crash: ScenarioEvent = {
      label: "crash",
      what: "crash",
      tier: "shard",
      boxes: 1,
      atSec: 60,
      untilSec: 400,
    };
    const reading = scenarioOf({ ratePerSec: 8_000, shares: { page: 1 }, ticks: 400, events: [crash] });
    const run = play(`${roomyWeb} · shards 4×8 replicas=2 place=modulo`, reading);
    const promoted = 60 + 40;
    const rebuilt = promoted + delaySec.replicaRebuild;
    const busy = (from: number, until: number) => run.mean("shards.utilization", from, until);
    // One replica of that shard carries the reads of two; the other three shards are as before.
    expect(busy(promoted + 5, rebuilt - 5) / busy(20, 60)).toBeCloseTo((3 + 2) / 4, 2);
    expect(busy(rebuilt + 5, 400) / busy(20, 60)).toBeCloseTo(1, 2);
  });
});

describe("a page", () => {
  test("waits for eight of its files together, so that most pages wait for one that is far", () => {
    const scenario: Scenario = {
      ticks: 400,
      tickSec: 1,
      streams: [
        ...mixed([[0, 20]], { page: 1 }, { asia: 1 }, 0),
        { kind: "asset", curve: [[0, 240]], regions: { asia: 1 }, mobileShare: 0 },
      ],
      data: { ...photoData, assets: 200, zipf: 0 },
      clients: patientClients,
      events: [],
    };
    const { indicator } = play("dns · box 32 · cdn static fallback ttl=5s", scenario, { particles: 256 });
    const hit = indicator("edgeHitRatio");
    // Of three files one is far on fewer than half of the pages, of eight on more.
    expect(1 - hit ** 3).toBeLessThan(0.45);
    expect(1 - hit ** 8).toBeGreaterThan(0.6);
    const [site, edge, far] = [3 * 170, 5 * 20, 170];
    expect(indicator("asia.pageLoadP50Ms")).toBeGreaterThan(site + edge + far);
  });
});

describe("people whose session is gone", () => {
  test("find out one by one, each at the next thing they ask", () => {
    const dies: ScenarioEvent = { label: "dies", atSec: 100, what: "crash", tier: "web", boxes: 1 };
    const scenario = scenarioOf({
      ratePerSec: 1_000,
      shares: { page: 1 },
      events: [dies],
      clients: { sessionSec: 1_500 },
    });
    const run = new Run(design("dns · lb 1 sticky retry · web 10×8 · db 32 + 4×8 · kv 1"), scenario, {
      seed: 1,
      ...searchRun,
    });
    while (!run.done) run.advance();
    const { ledger, losses } = run.world;
    const lost = losses.of(ledger.bucket("web", "logged-out"))?.perStep ?? new Float64Array();
    // 50,000 people ask 1,000 times a second: of the 5,000 logged out about a hundred ask in a second.
    const [, ...after] = [...lost].slice(100);
    expect(Math.max(...lost)).toBeLessThan(120);
    expect(after.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4_500);
    expect(after[150]).toBeLessThan(after[10]! / 3);
  });
});

describe("in the fog", () => {
  /** What one machine knows about itself. */
  const ofHosts = [
    "utilization",
    "cpu",
    "busiestCpu",
    "idlestCpu",
    "slots",
    "backlog",
    "up",
    "askedPerSec",
    "canPerSec",
    "boxes",
    "booting",
    "paidBoxes",
    "memoryUsed",
    "disk",
  ];

  test.each(placeGauges)(
    "%s of a part is seen with the metrics that measure it, and with nothing else",
    (gauge) => {
      const seen = (tools: string) => visible(design(`dns · ${tools}`), `web.${gauge}`);
      expect(seen("tools metrics=tiers")).toBe(true);
      expect(seen("tools metrics=hosts")).toBe(ofHosts.includes(gauge));
      for (const other of ["tools logs=full", "tools business", "tools ci=canary"])
        expect(seen(other)).toBe(false);
    },
  );

  test.each(numberedGauges)("%s of single boxes is seen with the metrics of hosts", (gauge) => {
    const seen = (tools: string) => visible(design(`dns · ${tools}`), `web.${gauge}3`);
    expect([seen("tools metrics=hosts"), seen("tools business")]).toEqual([true, false]);
  });

  test.each(totalGauges)("%s is seen as far as somebody counts it", (gauge) => {
    const seen = (tools: string) => visible(design(`dns · ${tools}`), gauge);
    for (const counting of ["tools logs=sampled", "tools logs=full", "tools metrics=tiers"])
      expect(seen(counting)).toBe(true);
    for (const other of ["tools metrics=hosts", "tools business"])
      expect(seen(other)).toBe(gauge === "offered");
  });

  test("orders are seen with business metrics alone", () => {
    expect(visible(design("dns · tools business"), "business.ordersShare")).toBe(true);
    expect(visible(design("dns · tools logs=full metrics=tiers"), "business.ordersShare")).toBe(false);
  });
});
