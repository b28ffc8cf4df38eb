/** How far the simulator is from theory, from exact queues and from exact caches. */
import { LatencyHistogram } from "../../src/sim/chance/histogram.ts";
import { hash32 } from "../../src/sim/chance/random.ts";
import { newLoad } from "../../src/sim/engine/world.ts";
import type { EvictionPolicy } from "../../src/sim/keys/popularity.ts";
import { cacheLab } from "../../src/sim/labs/cache.ts";
import { sojournMeanSec, sojournQuantileSec } from "../../src/sim/queueing/erlang.ts";
import { addSojourns } from "../../src/sim/queueing/pairing.ts";
import { Station } from "../../src/sim/queueing/station.ts";
import { fiveHops, runFiveHops } from "../../test/helpers/five-hops.ts";
import { simulatePath } from "../../test/oracle/network.ts";
import { meanOf, quantileOf, simulateQueue } from "../../test/oracle/queue.ts";
import { balancingErrors } from "./balancing.ts";

const seeds = [1, 2, 3, 4];
const capacity = 1_000;

interface Errors {
  mean: number;
  p50: number;
  p95: number;
  p99: number;
}

const none = (): Errors => ({ mean: 0, p50: 0, p95: 0, p99: 0 });

function worse(into: Errors, histogram: LatencyHistogram, exact: (q: number) => number, mean: number): void {
  const off = (got: number, want: number) => Math.abs(got / want - 1);
  into.mean = Math.max(into.mean, off(histogram.meanSec, mean));
  into.p50 = Math.max(into.p50, off(histogram.quantileSec(0.5), exact(0.5)));
  into.p95 = Math.max(into.p95, off(histogram.quantileSec(0.95), exact(0.95)));
  into.p99 = Math.max(into.p99, off(histogram.quantileSec(0.99), exact(0.99)));
}

/** A station alone, run for some ticks; collects answer times after the warm-up. */
function runStation(
  particles: number,
  seed: number,
  servers: number,
  ticks: number,
  rateAt: (tick: number) => number,
  warmUp: number,
): LatencyHistogram {
  const station = new Station(particles, seed, 1);
  const sojournSec = new Float64Array(particles);
  const histogram = new LatencyHistogram();
  const load = newLoad();
  load.servers = servers;
  load.serviceTimeSec = servers / capacity;
  for (let tick = 0; tick < ticks; tick++) {
    load.arrivalRatePerSec = rateAt(tick);
    station.step(load, tick, 1);
    sojournSec.fill(0);
    addSojourns(
      sojournSec,
      station.waitSec,
      station.serviceUnit,
      load.serviceTimeSec,
      0,
      hash32(seed, tick, 9),
    );
    if (tick >= warmUp) histogram.addAll(sojournSec, load.arrivalRatePerSec / particles);
  }
  return histogram;
}

function steadyErrors(particles: number, servers: number): Errors {
  const worst = none();
  for (const rho of [0.3, 0.5, 0.7, 0.8, 0.9, 0.95]) {
    const rate = rho * capacity;
    const service = capacity / servers;
    for (const seed of seeds) {
      const histogram = runStation(particles, seed, servers, 400, () => rate, 100);
      worse(
        worst,
        histogram,
        (q) => sojournQuantileSec(servers, rate, service, q),
        sojournMeanSec(servers, rate, service),
      );
    }
  }
  return worst;
}

function overloadErrors(particles: number, servers: number): Errors {
  const rateAt = (tick: number) => (tick >= 60 && tick < 120 ? 1.3 : 0.7) * capacity;
  const phases = [
    { untilSec: 60, arrivalRatePerSec: 0.7 * capacity },
    { untilSec: 120, arrivalRatePerSec: 1.3 * capacity },
    { untilSec: 300, arrivalRatePerSec: 0.7 * capacity },
  ];
  const samples: number[] = [];
  let mean = 0;
  const runs = 40;
  for (let seed = 1; seed <= runs; seed++) {
    const { sojournSec } = simulateQueue({ servers, serviceTimeSec: servers / capacity, phases, seed });
    mean += meanOf(sojournSec) / runs;
    for (let i = seed % 8; i < sojournSec.length; i += 8) samples.push(sojournSec[i] as number);
  }
  const exact = Float64Array.from(samples);
  const worst = none();
  for (const seed of seeds)
    worse(worst, runStation(particles, seed, servers, 300, rateAt, 0), (q) => quantileOf(exact, q), mean);
  return worst;
}

function fiveHopErrors(particles: number): Errors {
  const exact = simulatePath(fiveHops, 1_000, 2_000_000, 20_000, 7);
  const worst = none();
  for (const seed of seeds)
    worse(
      worst,
      runFiveHops(particles, seed, 600, () => 1_000),
      (q) => quantileOf(exact, q),
      meanOf(exact),
    );
  return worst;
}

function cacheError(policy: EvictionPolicy): number {
  let worst = 0;
  for (const zipf of [0.6, 0.9, 1.2])
    for (const size of [200, 1_000, 10_000]) {
      const { simulated, theory } = cacheLab({ keys: 100_000, zipf, capacity: size, policy, seed: 5 });
      worst = Math.max(worst, Math.abs(simulated.hitRatio - theory.hitRatio));
    }
  return worst;
}

const count = (servers: number) => (servers === 1 ? "1 server" : `${servers} servers`);
const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const row = (what: string, against: string, errors: Errors) =>
  `| ${what} | ${against} | ${[errors.mean, errors.p50, errors.p95, errors.p99].map(percent).join(" | ")} |`;

/** Both tables of docs/model.md, as its lines. */
export function errorTables(): string {
  const lines = [
    "| case | against | mean | p50 | p95 | p99 |",
    "|---|---|---|---|---|---|",
    ...[64, 256].flatMap((particles) =>
      [1, 2, 8, 64, 1_000].map((servers) =>
        row(`steady, ${count(servers)}, K = ${particles}`, "Erlang C", steadyErrors(particles, servers)),
      ),
    ),
    ...[64, 256].flatMap((particles) =>
      [1, 8, 64].map((servers) =>
        row(
          `overload 0.7 → 1.3 → 0.7, ${count(servers)}, K = ${particles}`,
          "exact",
          overloadErrors(particles, servers),
        ),
      ),
    ),
    ...[64, 256].map((particles) =>
      row(`five hops with a cache branch, K = ${particles}`, "exact", fiveHopErrors(particles)),
    ),
    ...balancingErrors().map(({ what, against, worst }) => row(what, against, worst)),
    "",
    "| cache of 200 to 10,000 of 100,000 keys, Zipf 0.6–1.2 | worst error of the hit ratio |",
    "|---|---|",
    ...(["lru", "fifo", "lfu"] as const).map(
      (policy) => `| ${policy.toUpperCase()} against an exact cache | ${cacheError(policy).toFixed(4)} |`,
    ),
  ];
  return lines.join("\n");
}
