// Run: npm run bench
import type { StationMode } from "../src/sim/station.ts";
import { runFiveHops } from "../test/helpers/five-hops.ts";
import { simulateQueue } from "../test/oracle/queue.ts";

function ticksPerSec(particles: number, ticks: number, mode: StationMode, wave: number): number {
  const began = performance.now();
  runFiveHops(particles, 1, ticks, (tick) => 1_000 + wave * Math.sin(tick / 50), { mode, warmUp: 0 });
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
