/** A station under a load that does not change, beside Erlang's formulas; over as many loads as one asks for. */
import { expect, test } from "vitest";
import { sojournMeanSec, sojournQuantileSec } from "../../src/sim/queueing/erlang.ts";
import { Station, type StationLoad, type StationMode } from "../../src/sim/queueing/station.ts";
import { meanOf, quantileOf } from "../oracle/queue.ts";

export const seeds = [1, 2, 3, 4];

export function loadOf(part: Partial<StationLoad>): StationLoad {
  return {
    arrivalRatePerSec: 100,
    serviceTimeSec: 0.01,
    servers: 1,
    serviceCv2: 1,
    arrivalCv2: 1,
    queueLimit: Number.POSITIVE_INFINITY,
    ...part,
  };
}

/** Sojourn samples of a steady station that serves `capacity` requests a second, after a warm-up. */
export function steady(
  particles: number,
  seed: number,
  mode: StationMode,
  load: StationLoad,
  ticks: number,
  dtSec = 1,
) {
  const station = new Station(particles, seed, 3, mode);
  const samples = new Float64Array(particles * ticks);
  let filled = 0;
  for (let tick = 0; tick < 100 + ticks; tick++) {
    station.step(load, tick, dtSec);
    if (tick < 100) continue;
    for (let i = 0; i < particles; i++) {
      samples[filled++] = station.waitSec[i]! + station.serviceUnit[i]! * load.serviceTimeSec;
    }
  }
  return samples;
}

export function worstErrors(
  particles: number,
  mode: StationMode,
  servers: number,
  rho: number,
  ticks = 300,
  dtSec = 1,
) {
  const capacity = 1000;
  const serviceTimeSec = servers / capacity;
  const arrivalRatePerSec = rho * capacity;
  const exact = (q: number) => sojournQuantileSec(servers, arrivalRatePerSec, 1 / serviceTimeSec, q);
  const worst = { mean: 0, p50: 0, p99: 0 };
  for (const seed of seeds) {
    const load = loadOf({ arrivalRatePerSec, serviceTimeSec, servers });
    const samples = steady(particles, seed, mode, load, ticks, dtSec);
    const off = (got: number, want: number) => Math.abs(got / want - 1);
    worst.mean = Math.max(
      worst.mean,
      off(meanOf(samples), sojournMeanSec(servers, arrivalRatePerSec, 1 / serviceTimeSec)),
    );
    worst.p50 = Math.max(worst.p50, off(quantileOf(samples, 0.5), exact(0.5)));
    worst.p99 = Math.max(worst.p99, off(quantileOf(samples, 0.99), exact(0.99)));
  }
  return worst;
}

/** Up to so many servers the closed form alone is held to its bounds. */
const closedMax = 64;

/** Tests for each number of servers at each share of what they can do. */
export function testSteady(numbers: readonly number[], shares: readonly number[]): void {
  for (const servers of numbers) {
    for (const rho of shares) {
      test(`${servers} servers at ${rho}: 256 particles are within 1.5 % (mean), 1 % (p50), 3 % (p99)`, () => {
        for (const mode of ["auto", "particles"] as const) {
          const worst = worstErrors(256, mode, servers, rho);
          expect(worst.mean).toBeLessThan(0.015);
          expect(worst.p50).toBeLessThan(0.01);
          expect(worst.p99).toBeLessThan(0.03);
        }
      });
      test(`${servers} servers at ${rho}: 64 particles have p99 within 4 % (10 % near saturation)`, () => {
        const bar = rho === 0.95 && servers <= 2 ? 0.1 : 0.04;
        expect(worstErrors(64, "auto", servers, rho).p99).toBeLessThan(bar);
        // Without the closed form a run of 300 ticks is a sample of 19,200: one percent more is noise.
        expect(worstErrors(64, "particles", servers, rho).p99).toBeLessThan(bar + 0.01);
      });
    }
  }

  test("the closed form alone is within 0.5 % (mean) and 1 % (p99)", () => {
    for (const servers of numbers.filter((each) => each <= closedMax)) {
      for (const rho of shares) {
        const worst = worstErrors(256, "auto", servers, rho, 640);
        expect(worst.mean).toBeLessThan(0.005);
        expect(worst.p99).toBeLessThan(0.01);
      }
    }
  });
}
