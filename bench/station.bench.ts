// Run: npx tsx bench/station.bench.ts
import { Path } from "../src/sim/chain.ts";
import { LatencyHistogram } from "../src/sim/histogram.ts";
import { Station } from "../src/sim/station.ts";
import { simulateQueue } from "../test/oracle/queue.ts";

/** The five queues of a web request: balancer, web, cache, database on a miss, the way back. */
const HOPS = [
  { servers: 2, serviceTimeSec: 0.001 },
  { servers: 16, serviceTimeSec: 0.014 },
  { servers: 4, serviceTimeSec: 0.0032 },
  { servers: 8, serviceTimeSec: 0.036 },
  { servers: 1, serviceTimeSec: 0.0009 },
];
const HIT_RATIO = 0.8;

function ticksPerSec(particles: number, ticks: number, mode: "auto" | "particles", wave: number): number {
  const stations = HOPS.map((_, i) => new Station(particles, 1, i, mode));
  const loads = HOPS.map((hop) => ({
    ...hop,
    arrivalRatePerSec: 0,
    serviceCv2: 1,
    arrivalCv2: 1,
    queueLimit: Number.POSITIVE_INFINITY,
  }));
  const path = new Path(particles);
  const histogram = new LatencyHistogram();
  const began = performance.now();
  for (let tick = 0; tick < ticks; tick++) {
    const rate = 1000 + wave * Math.sin(tick / 50);
    path.begin(1, tick, 99);
    for (let i = 0; i < HOPS.length; i++) {
      const load = loads[i]!;
      load.arrivalRatePerSec = i === 3 ? rate * (1 - HIT_RATIO) : rate;
      stations[i]!.step(load, tick, 1);
      if (i === 3) {
        path.fork(HIT_RATIO);
        path.addWhere(0, stations[i]!, load.serviceTimeSec);
      } else path.add(stations[i]!, load.serviceTimeSec);
    }
    histogram.addAll(path.totalSec, rate / particles);
  }
  return (ticks / (performance.now() - began)) * 1000;
}

const round = (value: number) => Math.round(value).toLocaleString("en-US");
for (const particles of [64, 256]) {
  for (const [name, mode, wave] of [
    ["steady load", "auto", 0],
    ["load changing every tick", "auto", 100],
    ["particles only, steady", "particles", 0],
    ["particles only, changing", "particles", 100],
  ] as const) {
    ticksPerSec(particles, 5_000, mode, wave);
    const best = Math.max(...[1, 2, 3].map(() => ticksPerSec(particles, 30_000, mode, wave)));
    console.log(`five-queue chain, K = ${particles}, ${name}: ${round(best)} ticks/s`);
  }
}
for (let i = 0; i < 2; i++) {
  const began = performance.now();
  const { arrivals } = simulateQueue({
    servers: 8,
    serviceTimeSec: 1,
    phases: [{ untilSec: 500_000, arrivalRatePerSec: 6.4 }],
    seed: i,
  });
  if (i === 1) {
    console.log(
      `exact event heap, M/M/8 at 0.8: ${round((arrivals / (performance.now() - began)) * 1000)} requests/s`,
    );
  }
}
