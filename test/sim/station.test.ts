import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { hash32 } from "../../src/sim/chance/random.ts";
import { addSojourns } from "../../src/sim/queueing/pairing.ts";
import { Station } from "../../src/sim/queueing/station.ts";
import recorded from "../golden/exact-queues.json" with { type: "json" };
import { overloadAt, overloadedQueues } from "../helpers/overload.ts";
import { loadOf, seeds, steady, testSteady, worstErrors } from "../helpers/steady-station.ts";
import { meanOf, quantileOf, simulateQueue } from "../oracle/queue.ts";

describe("a station at a steady load agrees with Erlang", () => {
  testSteady([1, 8, 1_000], [0.3, 0.95]);

  test("ticks of ten seconds and of a minute agree as well", () => {
    for (const dtSec of [10, 60]) {
      for (const mode of ["auto", "particles"] as const) {
        const worst = worstErrors(256, mode, 8, 0.9, 300, dtSec);
        expect(worst.mean).toBeLessThan(0.015);
        expect(worst.p99).toBeLessThan(0.03);
      }
    }
  });
});

describe("a station through overload agrees with the exact simulation", () => {
  for (const { servers, serviceTimeSec } of overloadedQueues) {
    test(`${servers} servers, 0.7 → 1.3 for 60 s → 0.7: mean, p95 and p99 of the run are within 1 %`, () => {
      const capacity = servers / serviceTimeSec;
      const exact = recorded.overloaded[`${servers} servers`];
      for (const particles of [64, 256]) {
        for (const seed of seeds) {
          const station = new Station(particles, seed, 0);
          const sojournSec = new Float64Array(particles);
          const histogram = new LatencyHistogram();
          const load = loadOf({ servers, serviceTimeSec });
          for (let tick = 0; tick < 300; tick++) {
            load.arrivalRatePerSec = overloadAt(tick) * capacity;
            station.step(load, tick, 1);
            sojournSec.fill(0);
            addSojourns(
              sojournSec,
              station.waitSec,
              station.serviceUnit,
              serviceTimeSec,
              0,
              hash32(seed, tick, 1),
            );
            histogram.addAll(sojournSec, load.arrivalRatePerSec / particles);
          }
          expect(Math.abs(histogram.meanSec / exact.mean - 1)).toBeLessThan(0.01);
          expect(Math.abs(histogram.quantileSec(0.95) / exact.p95 - 1)).toBeLessThan(0.01);
          expect(Math.abs(histogram.quantileSec(0.99) / exact.p99 - 1)).toBeLessThan(0.01);
        }
      }
    });
  }

  test("the account of requests is exact, and departures are smooth, full in overload and while draining", () => {
    const station = new Station(64, 1, 0);
    const load = loadOf({ servers: 8 });
    let accepted = 0;
    let departed = 0;
    for (let tick = 0; tick < 300; tick++) {
      load.arrivalRatePerSec = tick >= 60 && tick < 120 ? 1040 : 560;
      station.step(load, tick, 1);
      accepted += load.arrivalRatePerSec;
      departed += station.departureRatePerSec;
      expect(Math.abs(accepted - departed - station.ledgerBacklog)).toBeLessThan(1e-6);
      if (tick < 60 || tick > 185) expect(station.departureRatePerSec).toBeCloseTo(560, 9);
      if (tick >= 60 && tick < 175) expect(station.departureRatePerSec).toBeCloseTo(800, 9);
    }
  });
});

describe("a finite queue loses what the exact simulation loses", () => {
  for (const [servers, queueLimit] of [
    [1, 5],
    [8, 20],
    [64, 100],
  ] as const) {
    for (const rho of [0.8, 0.95, 1, 1.1, 1.5]) {
      test(`${servers} servers, ${queueLimit} places, at ${rho}`, () => {
        const serviceTimeSec = 0.02;
        const arrivalRatePerSec = (rho * servers) / serviceTimeSec;
        const untilSec = 600_000 / arrivalRatePerSec;
        const phases = [{ untilSec, arrivalRatePerSec }];
        const exact = simulateQueue({
          servers,
          serviceTimeSec,
          queueLimit,
          phases,
          recordFromSec: 20,
          seed: 11,
        });
        const load = loadOf({ servers, serviceTimeSec, arrivalRatePerSec, queueLimit });
        const samples = steady(64, 1, "auto", load, 300);
        const station = new Station(64, 2, 0);
        let lost = 0;
        for (let tick = 0; tick < 200; tick++) {
          station.step(load, tick, 1);
          if (tick >= 100) lost += station.blockedShare / 100;
        }
        expect(Math.abs(lost - exact.blocked / exact.arrivals)).toBeLessThan(0.004);
        expect(Math.abs(meanOf(samples) / meanOf(exact.sojournSec) - 1)).toBeLessThan(0.04);
        const p99 = quantileOf(samples, 0.99) / quantileOf(exact.sojournSec, 0.99) - 1;
        expect(Math.abs(p99)).toBeLessThan(0.06);
      });
    }
  }
});

describe("a station behaves", () => {
  const anyLoad = fc.record({
    arrivalRatePerSec: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true })),
    serviceTimeSec: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 100, noNaN: true })),
    servers: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })),
    serviceCv2: fc.constantFrom(0, 0.5, 1, 4),
    arrivalCv2: fc.constantFrom(0, 0.25, 1, 3),
    queueLimit: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 0, max: 5000 })),
  });

  test("whatever it is asked, no figure is negative or not a number, and requests are conserved", () => {
    fc.assert(
      fc.property(
        fc.array(anyLoad, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0.1, 1, 10, 60),
        fc.integer(),
        (loads, dtSec, seed) => {
          const station = new Station(16, seed, 1);
          for (const [tick, load] of loads.entries()) {
            const before = station.ledgerBacklog;
            station.step(load, tick, dtSec);
            for (const value of [...station.waitSec, ...station.serviceUnit]) {
              expect(Number.isFinite(value) && value >= 0).toBe(true);
            }
            for (const share of [station.utilization, station.blockedShare]) {
              expect(share >= 0 && share <= 1).toBe(true);
            }
            for (const value of [station.backlog, station.meanWaitSec, station.departureRatePerSec]) {
              expect(Number.isFinite(value) && value >= 0).toBe(true);
            }
            const accepted = load.arrivalRatePerSec * (1 - station.blockedShare) * dtSec;
            const held = station.ledgerBacklog - before;
            const departed = station.departureRatePerSec * dtSec;
            expect(Math.abs(accepted - departed - held)).toBeLessThan(
              1e-6 * (1 + accepted + departed + before),
            );
          }
        },
      ),
      { numRuns: 500, seed: 42 },
    );
  });

  test("more servers never lower the number of departures", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 2000, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 20 }),
        (rates, servers) => {
          const few = new Station(16, 1, 0);
          const more = new Station(16, 1, 0);
          let byFew = 0;
          let byMore = 0;
          for (const [tick, arrivalRatePerSec] of rates.entries()) {
            few.step(loadOf({ arrivalRatePerSec, servers }), tick, 1);
            more.step(loadOf({ arrivalRatePerSec, servers: servers + 1 }), tick, 1);
            byFew += few.departureRatePerSec;
            byMore += more.departureRatePerSec;
            expect(byMore).toBeGreaterThanOrEqual(byFew - 1e-9 * byFew);
          }
        },
      ),
      { numRuns: 200, seed: 42 },
    );
  });

  test("the same seed gives the same bytes, and another seed others", () => {
    const bytes = (seed: number) => {
      const station = new Station(64, seed, 7);
      const kept: number[] = [];
      for (let tick = 0; tick < 50; tick++) {
        station.step(loadOf({ arrivalRatePerSec: 60 + tick }), tick, 1);
        kept.push(...station.waitSec, ...station.serviceUnit);
      }
      return Buffer.from(Float64Array.from(kept).buffer).toString("base64");
    };
    expect(bytes(5)).toBe(bytes(5));
    expect(bytes(5)).not.toBe(bytes(6));
  });

  test("a fixed run has these bytes on every version of Node", () => {
    const station = new Station(64, 2024, 7);
    let digest = 0x811c9dc5;
    for (let tick = 0; tick < 300; tick++) {
      const arrivalRatePerSec = 600 + ((tick * 37) % 400);
      const queueLimit = tick < 200 ? Number.POSITIVE_INFINITY : 40;
      station.step(
        loadOf({ arrivalRatePerSec, servers: 8, serviceCv2: tick < 100 ? 1 : 2, queueLimit }),
        tick,
        1,
      );
      for (const value of [...station.waitSec, ...station.serviceUnit, station.blockedShare]) {
        for (const word of new Uint32Array(Float64Array.of(value).buffer)) {
          digest = Math.imul(digest ^ word, 0x01000193);
        }
      }
    }
    expect((digest >>> 0).toString(16)).toBe("ede62f91");
  });

  test("a restart loses what waited and says how much", () => {
    const station = new Station(64, 1, 0);
    for (let tick = 0; tick < 10; tick++) station.step(loadOf({ arrivalRatePerSec: 150 }), tick, 1);
    expect(station.restart()).toBeCloseTo(500, 6);
    expect(station.ledgerBacklog).toBe(0);
    expect(station.backlog).toBe(0);
  });

  test("without capacity everything waits; when it returns the line is served", () => {
    const station = new Station(64, 1, 0);
    const load = loadOf({ arrivalRatePerSec: 50 });
    for (let tick = 0; tick < 50; tick++) station.step(load, tick, 1);
    load.servers = 0;
    for (let tick = 50; tick < 60; tick++) station.step(load, tick, 1);
    expect(station.departureRatePerSec).toBe(0);
    expect(station.ledgerBacklog).toBeCloseTo(500, 6);
    load.servers = 1;
    station.step(load, 60, 1);
    expect(station.departureRatePerSec).toBeCloseTo(100, 6);
    expect(station.meanWaitSec).toBeGreaterThan(4);
    for (let tick = 61; tick < 90; tick++) station.step(load, tick, 1);
    expect(station.ledgerBacklog).toBe(0);
    expect(station.meanWaitSec).toBeLessThan(0.05);
  });

  test("a load that creeps up meets no jump between the closed form and the particles", () => {
    const station = new Station(256, 1, 0);
    let before = 0;
    for (let tick = 0; tick < 400; tick++) {
      station.step(loadOf({ arrivalRatePerSec: 50 + tick * 0.1 }), tick, 1);
      const { meanWaitSec } = station;
      if (tick > 50) expect(Math.abs(meanWaitSec - before)).toBeLessThan(0.15 * before + 0.002);
      before = meanWaitSec;
    }
  });
});
