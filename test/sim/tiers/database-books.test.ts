import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponentials } from "../../../src/sim/chance/random.ts";
import { design } from "../../../src/sim/design/notation.ts";
import { newLoad, World } from "../../../src/sim/engine/world.ts";
import { bill } from "../../../src/sim/report/cost.ts";
import { screeningRun } from "../../../src/sim/run.ts";
import { databaseSec } from "../../../src/sim/scenario/capacities.ts";
import type { RequestKind } from "../../../src/sim/scenario/kinds.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { Mix } from "../../../src/sim/tiers/common/mix.ts";
import { ReplicaPool } from "../../../src/sim/tiers/database/replica-pool.ts";
import { play, scenarioOf } from "./data-scenarios.ts";

describe("a mix of works", () => {
  test("has the variance of the hyperexponential it is", () => {
    const mix = new Mix();
    const parts = [
      [300, 0.002],
      [100, 0.012],
      [50, 0.005],
    ] as const;
    for (const [rate, sec] of parts) mix.add(rate, sec);
    const load = newLoad();
    mix.fill(load, 1, 1, 0.001);
    let sum = 0;
    let squares = 0;
    let n = 0;
    for (const [rate, sec] of parts)
      for (let i = 0; i < rate; i++)
        for (let k = 0; k < 256; k++) {
          const time = sec * (exponentials[(k * 16 + i) % exponentials.length] as number);
          sum += time;
          squares += time * time;
          n++;
        }
    const mean = sum / n;
    expect(load.serviceTimeSec).toBeCloseTo(mean, 4);
    expect(load.serviceCv2).toBeCloseTo(squares / n / (mean * mean) - 1, 1);
  });
});

describe("the lag of a copy", () => {
  test("agrees with M/M/1: P(lag > age) = 1 − E[e^(−lag/2)] for waiting and applying together", () => {
    const scenario = scenarioOf({ ratePerSec: 1, shares: { page: 1 } });
    const world = new World(design("dns"), scenario, { seed: 3, particles: 256, stride: 1 });
    const copies = new ReplicaPool(world, 1);
    world.dtSec = 1;
    // A copy at a thousandth of its speed: reads take 0.2 s, λ = 4, μ = 5; applying takes 0.1 s.
    let stale = 0;
    const ticks = 3_000;
    for (world.tick = 0; world.tick < ticks; world.tick++) {
      copies.reads.clear();
      copies.reads.add(4, databaseSec.cheapRead);
      copies.step(world, 1, 1, 0.001, 0, 0);
      stale += copies.staleShare(world, 0, 0) / ticks;
    }
    const s = 1 / 2;
    const waiting = 1 - 0.8 + (0.8 * (5 - 4)) / (5 - 4 + s);
    const applying = 10 / (10 + s);
    expect(stale).toBeCloseTo(1 - waiting * applying, 2);
  });

  test("grows by what cannot be applied, and shrinks when there is time again", () => {
    const scenario = scenarioOf({ ratePerSec: 1, shares: { page: 1 } });
    const world = new World(design("dns"), scenario, { seed: 3, particles: 64, stride: 1 });
    const copies = new ReplicaPool(world, 1);
    world.dtSec = 1;
    // A nano copy may spend half its CPU on applying: 5,000 writes a second.
    for (world.tick = 0; world.tick < 60; world.tick++) {
      copies.reads.clear();
      copies.step(world, 1, 1, 1, 8_000, 0.3);
    }
    expect(copies.log.backlog).toBeCloseTo(3_000 * 60, 0);
    expect(copies.lagSec).toBeCloseTo(0.3 + (3_000 * 60) / 8_000, 0);
    expect(copies.log.catchUpSec(1)).toBeCloseTo(18, 1);
    for (; world.tick < 120; world.tick++) {
      copies.reads.clear();
      copies.step(world, 1, 1, 1, 1_000, 0.3);
    }
    expect(copies.log.backlog).toBe(0);
    expect(copies.lagSec).toBeLessThan(0.32);
  });
});

const kinds: RequestKind[] = ["page", "feed", "own", "write", "log", "like", "order", "photo", "post"];
const eventArbitrary: fc.Arbitrary<ScenarioEvent> = fc
  .tuple(
    fc.integer({ min: 0, max: 110 }),
    fc.option(fc.integer({ min: 1, max: 60 })),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([atSec, lasts, boxes]) => {
    const when = { label: "event", atSec, ...(lasts === null ? {} : { untilSec: atSec + lasts }) };
    return fc.constantFrom<ScenarioEvent>(
      { ...when, what: "crash", tier: "primary", boxes },
      { ...when, what: "crash", tier: "replica", boxes },
      { ...when, what: "crash", tier: "kv", boxes },
      { ...when, what: "flood", zone: "A" },
      { ...when, what: "flood", zone: "B" },
      { ...when, what: "slow", tier: "primary", boxes, speed: 0.1 },
      { ...when, what: "slow", tier: "replica", boxes, speed: 0 },
      { ...when, what: "report", cpuShare: 1 },
      { ...when, what: "region-outage", region: "us" },
      { ...when, what: "region-outage", region: "korea" },
    );
  });
const databases = [
  "db 1",
  "db 4 + 3×4 zones=AB fresh",
  "db 4 + 3×4 zones=B copy=semi recovery",
  "db 2 + 2×1 copy=sync backups",
  "db 32 + 1×1 zones=B promote=manual backups recovery",
  "kv 2 everything",
  "db 1 + 24×1 · kv 1",
  "sessions sql · db 8 + 1×8 zones=B",
];
const aways = [
  "",
  " · @korea · web 4×8 · db 0 + 2×4",
  " · @korea · web 4×8",
  " · @korea · web 4×8 · kv 1 everything",
];

describe("the books of the data tier", () => {
  test("balance in any design, at any rate, whatever happens", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...databases),
        fc.constantFrom(...aways),
        fc.constantFrom("none", "async", "sync"),
        fc.subarray(kinds, { minLength: 1 }),
        fc.constantFrom(0, 0.01, 50, 3_000, 1e9),
        fc.array(eventArbitrary, { maxLength: 4 }),
        fc.constantFrom(1, 10, 30),
        (db, away, sync, chosen, ratePerSec, events, stride) => {
          const mode = away === "" || sync === "none" ? "" : `sync ${sync} · `;
          const line = `dns geo · ${mode}web 8×32 · ${db}${away}`;
          const shares = Object.fromEntries(chosen.map((kind) => [kind, 1 / chosen.length]));
          const regions = { us: 0.6, korea: 0.4 };
          const scenario = scenarioOf({
            ratePerSec,
            shares,
            events,
            regions,
            ticks: 120,
            clients: { sessionSec: 100 },
          });
          const { report } = play(line, scenario, { particles: 16, stride });
          const { offered, answered, failed, inFlight, failedBy } = report.ledger;
          expect(offered).toBe(answered + failed + inFlight);
          expect(failedBy.reduce((sum, row) => sum + row.count, 0)).toBe(failed);
          for (const [name, value] of Object.entries(report.indicators)) {
            expect(value, `${name} of ${line}`).not.toBeNaN();
            expect(value, `${name} of ${line}`).toBeGreaterThanOrEqual(0);
          }
          expect(report.indicators["staleOwnReadShare"] ?? 0).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("are the same for the same seed, to the last byte", () => {
    const scenario = scenarioOf({
      ratePerSec: 24_000,
      shares: { page: 0.88, own: 0.02, write: 0.1 },
      events: [{ label: "flood", what: "flood", zone: "A", atSec: 100 }],
    });
    const line = "dns · web 9×8 · db 4 + 3×4 zones=B";
    const once = play(line, scenario).report;
    expect(JSON.stringify(play(line, scenario).report)).toBe(JSON.stringify(once));
    expect(JSON.stringify(play(line, scenario, { seed: 2 }).report)).not.toBe(JSON.stringify(once));
  });

  test("say much the same in steps of ten seconds", () => {
    const scenario = scenarioOf({
      ratePerSec: 24_000,
      shares: { page: 0.88, own: 0.02, write: 0.1 },
      events: [
        { label: "replica", what: "crash", tier: "replica", boxes: 1, atSec: 43, untilSec: 63 },
        { label: "flood", what: "flood", zone: "A", atSec: 105 },
      ],
    });
    const line = "dns · web 12×8 · db 4 + 3×4 zones=B";
    const exact = play(line, scenario);
    const coarse = play(line, scenario, screeningRun);
    expect(coarse.indicator("primaryDownSec")).toBe(exact.indicator("primaryDownSec"));
    expect(coarse.indicator("availability")).toBeCloseTo(exact.indicator("availability"), 2);
    expect(coarse.indicator("lostWrites") / exact.indicator("lostWrites")).toBeCloseTo(1, 1);
  });
});

describe("the bill", () => {
  test("has primaries, copies of all sites, and a tenth for backups", () => {
    const lines = new Map(
      bill(design("dns geo · web 1×2 · db 8 + 2×4 backups · @korea · web 1×2 · db 0 + 1×4")).map(
        ({ id, perMonth }) => [id, perMonth],
      ),
    );
    expect(lines.get("db")).toBe(499);
    expect(lines.get("replicas")).toBe(750);
    expect(lines.get("backups")).toBeCloseTo(99.9, 6);
  });
});
