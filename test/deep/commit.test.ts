import { describe, expect, test } from "vitest";
import { runExactly } from "../../src/exact/index.ts";
import {
  type CommitSettings,
  commitTimes,
  crowding,
  design,
  mixed,
  patientClients,
  photoData,
  reportedRun,
  type Scenario,
  simulate,
  withEventStreams,
} from "../../src/sim/index.ts";

/** PostgreSQL 15 on one machine: a flush takes 0.1 ms, and the network next to nothing. */
const durable: CommitSettings = { flushed: true, flushMs: 0.1, networkMs: 0.1, trips: 0 };
const careless: CommitSettings = { ...durable, flushed: false };

/** Writes, the primary lost at 30 s; likes of one row from the first second when there are any. */
function scenario(commit: CommitSettings | undefined, likesPerSec = 0): Scenario {
  return withEventStreams({
    ticks: 120,
    tickSec: 1,
    streams: mixed([[0, 600]], { page: 0.6, write: 0.4 }, { us: 1 }, 0),
    data: photoData,
    clients: patientClients,
    events:
      likesPerSec > 0
        ? [{ label: "celebrity", what: "celebrity", readsPerSec: 1, likesPerSec, atSec: 0, untilSec: 120 }]
        : [{ label: "crash", what: "crash", tier: "primary", boxes: 1, atSec: 30 }],
    ...(commit ? { commit } : {}),
  });
}

const parts = design("dns · lb 1 · web 20×32 · db 32 + 2×32");

describe("what commits wait for", () => {
  test("without a word of it a row takes 1,000 updates a second and a copy is 3 ms behind", () => {
    expect(commitTimes(undefined)).toEqual({ rowLockSec: 0.001, shippingSec: 0.003, crowds: false });
    // One statement and the flush of a good network disk make about as much of it.
    const lan = commitTimes({ flushed: true, flushMs: 0.8, networkMs: 0.5, trips: 0 });
    expect(1 / lan.rowLockSec).toBeGreaterThan(900);
    expect(1 / lan.rowLockSec).toBeLessThan(1_100);
  });

  // Updates a second of one row with so many clients on PostgreSQL 15.
  for (const [clients, real] of [
    [2, 3_493],
    [4, 3_287],
    [8, 2_943],
    [16, 2_577],
    [32, 2_081],
    [64, 1_886],
  ] as const)
    test(`a row takes fewer updates the more clients crowd at it: ${clients} clients, ${real} a second`, () => {
      const times = commitTimes(durable);
      const found = 1 / (times.rowLockSec * crowding(times, clients));
      expect(Math.abs(found / real - 1)).toBeLessThan(0.15);
    });

  test("and several times as many where commits do not wait for the flush", () => {
    const found = 1 / commitTimes(careless).rowLockSec;
    expect(found).toBeGreaterThan(13_000);
    expect(found).toBeLessThan(21_500);
  });

  test("an asynchronous failover loses nothing of flushed commits, and tens of unflushed ones, as 240 writes a second did", () => {
    // Three killed primaries lost 0, 0 and 0; two that did not flush 35 and 53.
    const lost = (commit: CommitSettings | undefined) => {
      const report = simulate(parts, scenario(commit), { ...reportedRun, seed: 1 });
      const exact = runExactly(parts, scenario(commit), 1);
      expect(Math.abs(report.indicators.lostWrites! - (exact.indicators.lostWrites ?? 0))).toBeLessThan(20);
      return report.indicators.lostWrites!;
    };
    expect(lost(durable)).toBeLessThanOrEqual(1);
    const carelessly = lost(careless);
    expect(carelessly).toBeGreaterThan(30);
    expect(carelessly).toBeLessThan(60);
    expect(lost(undefined)).toBeLessThanOrEqual(1);
  });

  test("likes of one row beyond what it takes are lost or not, by the commit alone, as request by request", () => {
    for (const [commit, least, most] of [
      [undefined, 0.85, 0.95],
      [durable, 0.99, 1],
    ] as const) {
      const busy = { ...scenario(commit, 1_200), ticks: 60 };
      const report = simulate(parts, busy, { ...reportedRun, seed: 1 }).indicators.availability!;
      const exact = runExactly(parts, busy, 1).indicators.availability!;
      expect(report).toBeGreaterThanOrEqual(least);
      expect(report).toBeLessThanOrEqual(most);
      expect(Math.abs(report - exact)).toBeLessThan(0.02);
    }
  });
});
