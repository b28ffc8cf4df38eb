/** A lab: how often a copy answers without the write that its reader made a moment ago. */

import { exponentials, hash32, TABLE_SIZE } from "../chance/random.ts";
import { streamOf } from "../chance/streams.ts";
import { newLoad } from "../engine/world.ts";
import { Station } from "../queueing/station.ts";
import { checkFields, type LabProblem } from "./input.ts";

export interface LagLabInput {
  readonly writesPerSec: number;
  /** Mean time to apply one write on the copy. */
  readonly replaySec: number;
  /** Writes applied side by side; 1 when not given, as most databases do by default. */
  readonly appliers?: number;
  /** Way from the primary to the copy and its batching. */
  readonly lagBaseSec: number;
  /** Mean age of the write that a reader looks for (exponential). */
  readonly ageSec: number;
  readonly ticks?: number;
  readonly seed: number;
}

export interface LagFigures {
  /** Share of reads that do not find their own write. */
  readonly staleShare: number;
  readonly lagMeanMs: number;
  /** Share of time the copy spends on applying. */
  readonly utilization: number;
}

export interface LagLabResult {
  readonly ok: true;
  readonly simulated: LagFigures;
  /** Null where the copy cannot keep up: then its lag grows without end. */
  readonly theory: { readonly [K in keyof LagFigures]: LagFigures[K] | null };
  /** Mean lag at the end of each second, in seconds. */
  readonly lagSeries: Float64Array;
}

const particles = 256;

/**
 * Follows one copy's apply queue and compares, particle by particle, its lag with the age of the write looked for.
 * Theory for one applier (M/M/1): P(stale) = P(age < base + T), T ~ Exp(μ − λ) the time to be applied, age ~ Exp(1/a):
 * 1 − e^(−base/a) · (μ − λ)/(μ − λ + 1/a). It is the t-visibility of Bailis (PBS, 2012).
 */
export function lagLab(input: LagLabInput): LagLabResult | LabProblem {
  const problem = checkFields(input, {
    writesPerSec: { min: 0, max: 1e7 },
    replaySec: { min: 1e-7, max: 10 },
    appliers: { min: 1, max: 1_024, whole: true },
    lagBaseSec: { min: 0, max: 3_600 },
    ageSec: { min: 1e-6, max: 1e6 },
    ticks: { min: 1, max: 100_000, whole: true },
    seed: { min: 0, max: 4_294_967_295, whole: true },
  });
  if (problem) return problem;
  const { writesPerSec, replaySec, appliers = 1, lagBaseSec, ageSec, ticks = 600, seed } = input;
  const station = new Station(particles, seed, 1);
  const load = newLoad();
  load.arrivalRatePerSec = writesPerSec;
  load.serviceTimeSec = replaySec;
  load.servers = appliers;
  const lagSeries = new Float64Array(ticks);
  let stale = 0;
  let lagSum = 0;
  let utilization = 0;
  for (let tick = 0; tick < ticks; tick++) {
    station.step(load, tick, 1);
    const start = hash32(seed, tick, streamOf("labs")) & (TABLE_SIZE - 1) & ~(particles - 1);
    const { waitSec, serviceUnit } = station;
    let sum = 0;
    for (let k = 0; k < particles; k++) {
      const lag = lagBaseSec + waitSec[k]! + serviceUnit[k]! * replaySec;
      sum += lag;
      if (lag > exponentials[start + k]! * ageSec) stale++;
    }
    lagSeries[tick] = sum / particles;
    lagSum += sum / particles;
    utilization += station.utilization / ticks;
  }
  return {
    ok: true,
    simulated: {
      staleShare: stale / (ticks * particles),
      lagMeanMs: (lagSum / ticks) * 1_000,
      utilization,
    },
    theory: theoryOf(writesPerSec, replaySec, appliers, lagBaseSec, ageSec),
    lagSeries,
  };
}

function theoryOf(
  writesPerSec: number,
  replaySec: number,
  appliers: number,
  lagBaseSec: number,
  ageSec: number,
): LagLabResult["theory"] {
  const utilization = (writesPerSec * replaySec) / appliers;
  if (utilization >= 1) return { staleShare: null, lagMeanMs: null, utilization: null };
  if (appliers > 1) return { staleShare: null, lagMeanMs: null, utilization };
  const spare = 1 / replaySec - writesPerSec;
  const found = Math.exp(-lagBaseSec / ageSec) * (spare / (spare + 1 / ageSec));
  return { staleShare: 1 - found, lagMeanMs: (lagBaseSec + 1 / spare) * 1_000, utilization };
}
