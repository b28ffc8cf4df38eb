/**
 * Run: npm run bench, with -- --check against the baseline or -- --write to renew it. How fast the simulator is, beside an exact event heap and other simulators, in one run, so
 * that ratios hold on a busy machine.
 */
import { fileURLToPath } from "node:url";
import { level as cacheLevel } from "../src/levels/06-cache/level.ts";
import { level as shardsLevel } from "../src/levels/12-database-scaling/level.ts";
import { level as finaleLevel } from "../src/levels/finale/level.ts";
import { Hop, Route, Source } from "../src/sim/engine/flow.ts";
import { Walk } from "../src/sim/engine/walk.ts";
import { newLoad } from "../src/sim/engine/world.ts";
import {
  type Design,
  design,
  queueLab,
  reportedRun,
  type Scenario,
  screeningRun,
  searchRun,
  simulate,
} from "../src/sim/index.ts";
import { sojournQuantileSec } from "../src/sim/queueing/erlang.ts";
import { Station } from "../src/sim/queueing/station.ts";
import { look, screen } from "../src/solver/screen.ts";
import { candidates } from "../src/solver/space.ts";
import { runFiveHops } from "../test/helpers/five-hops.ts";
import { calm } from "../test/helpers/scenarios.ts";
import { quantileOf, simulateQueue } from "../test/oracle/queue.ts";
import { against } from "./baseline.ts";
import { bestMs, figure, markdown } from "./measure.ts";
import { fetchOthers, runSimJs, runSimScript, workload } from "./others.ts";
import { startsCpuMs } from "./starts.ts";

const rounds = 7;
let missed = 0;

function heap(customers: number) {
  const { servers, arrivalRate } = workload;
  const phases = [{ untilSec: customers / arrivalRate, arrivalRatePerSec: arrivalRate }];
  return simulateQueue({ servers, serviceTimeSec: 1, phases, seed: 1 });
}

function verdict(holds: boolean): string {
  if (!holds) missed++;
  return holds ? "✓" : "✗";
}

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}; best of ${rounds} rounds, in turns.\n`,
);

// ------------------------------------------------------------------ whole designs, against the event heap

const runs = [
  { name: "level 12's lesson, K = 64", level: shardsLevel, how: searchRun, customers: 550_000, wishMs: 60 },
  {
    name: "level 12's lesson, K = 256",
    level: shardsLevel,
    how: reportedRun,
    customers: 1_300_000,
    wishMs: 200,
  },
  { name: "level 12's lesson, screening", level: shardsLevel, how: screeningRun },
  { name: "level 6's lesson, screening", level: cacheLevel, how: screeningRun, customers: 35_000, wishMs: 3 },
] as const;
const times = bestMs(
  [
    { name: "heap", run: () => heap(1_000_000) },
    ...runs.map(({ name, level, how }) => ({
      name,
      run: () => simulate(level.lesson, level.scenario, { seed: 11, ...how }),
      times: how === screeningRun ? 20 : 1,
    })),
  ],
  rounds,
);
const heapMsPerCustomer = (times.get("heap") as number) / 1_000_000;
console.log(
  "Whole runs of 600 ticks, and how many customers of M/M/8 the event heap serves in the same time:\n",
);
console.log(
  markdown(
    ["run", "ms", "bar", "ticks/s", "designs/s", "heap's customers", "bar", "ratio", ""],
    runs.map((run) => {
      const ms = times.get(run.name) as number;
      const customers = ms / heapMsPerCustomer;
      const bar = "customers" in run ? run.customers : undefined;
      return [
        run.name,
        figure(ms),
        "wishMs" in run ? `≤ ${run.wishMs}` : "",
        figure((600 / ms) * 1_000),
        figure(1_000 / ms),
        figure(customers),
        bar === undefined ? "" : `≤ ${figure(bar)}`,
        bar === undefined ? "" : (customers / bar).toFixed(2),
        bar === undefined ? "" : verdict(customers <= bar),
      ];
    }),
  ),
);

// ------------------------------------------------------------------ a search, against the event heap

const searches = [cacheLevel, finaleLevel].map((level) => ({
  name: `search of ${level.id}, a design`,
  level,
  // A few of all corners of the space; putting the space together is not measured.
  few: [...candidates(level, { part: { index: 0, of: 400 } })],
}));
const searchTimes = bestMs(
  searches.map(({ name, level, few }) => ({
    name,
    run: () => {
      for (const { design } of few) if (screen(level, design).excess <= 1) look(level, design);
    },
  })),
  3,
);
const searchRatios = searches.map(({ name, few }) => {
  const ms = (searchTimes.get(name) as number) / few.length;
  return { name, ms, customers: ms / heapMsPerCustomer };
});
console.log("\nA design of a search, screened and, where it may pass, run again:\n");
console.log(
  markdown(
    ["search", "ms", "heap's customers"],
    searchRatios.map(({ name, ms, customers }) => [name, figure(ms), figure(customers)]),
  ),
);

// ------------------------------------------------------------------ a chain of five queues

const chains = [
  ["steady", 0, 64],
  ["changing every tick", 100, 64],
  ["steady", 0, 256],
  ["changing every tick", 100, 256],
] as const;
const chainTicks = 20_000;
const chainName = (load: string, particles: number) => `${load}, K = ${particles}`;
const chainTimes = bestMs(
  chains.map(([load, wave, particles]) => ({
    name: chainName(load, particles),
    run: () =>
      runFiveHops(particles, 1, chainTicks, (tick) => 1_000 + wave * Math.sin(tick / 50), { warmUp: 0 }),
  })),
  3,
);
console.log(
  "\nA chain of five queues with a cache branch (bar: 100,000 ticks/s at K = 64 on a quiet core):\n",
);
console.log(
  markdown(
    ["load", "ticks/s"],
    chains.map(([load, , particles]) => {
      const name = chainName(load, particles);
      return [name, figure((chainTicks / (chainTimes.get(name) as number)) * 1_000)];
    }),
  ),
);

// ------------------------------------------------------------------ what the cost depends on

const roomy = design("dns · lb 4 · web 60×32 · cache 8 · db 32 + 12×16");
const atRate = (factor: number): Scenario => calm({ page: 10 * factor, feed: factor, write: factor }, 600);
const play = (d: Design, scenario: Scenario) => () => simulate(d, scenario, { seed: 1, ...searchRun });
const lengths = [5, 20, 80] as const;
const costs = bestMs(
  [
    { name: "×1", run: play(roomy, atRate(1)) },
    { name: "×1000", run: play(roomy, atRate(1_000)) },
    ...lengths.map((length) => ({ name: `${length} queues`, run: () => chain(length, 2_000) })),
  ],
  rounds,
);
const rateRatio = (costs.get("×1000") as number) / (costs.get("×1") as number);
const perQueue = lengths.map((length) => (costs.get(`${length} queues`) as number) / length / 2);
const growth = (perQueue[2] as number) / (perQueue[0] as number);
console.log(`
What the cost depends on:

${markdown(
  ["", "ratio", "bar", ""],
  [
    [
      "1,000 times as many requests a second: time ÷ time",
      rateRatio.toFixed(2),
      "≤ 1.5",
      verdict(rateRatio <= 1.5),
    ],
    [
      "16 times as many queues: time per queue ÷ time per queue",
      growth.toFixed(2),
      "≤ 1.5",
      verdict(growth <= 1.5),
    ],
  ],
)}
(${lengths.map((length, i) => `${length} queues: ${figure((perQueue[i] as number) * 1_000)} ns a queue and tick`).join("; ")})`);

/** So many queues one after the other, each at 80 %, as the engine walks a route. */
function chain(length: number, ticks: number): number {
  const load = newLoad();
  load.servers = 8;
  load.serviceTimeSec = 0.02;
  const route = new Route(new Source("page", 0, "us", 0, 1), 0);
  const stations = Array.from({ length }, (_, i) => new Station(64, 1, i));
  stations.forEach((station, i) => {
    const hop = new Hop(i);
    hop.station = station;
    hop.serviceSec = load.serviceTimeSec;
    route.hops.push(hop);
  });
  const walk = new Walk(64, 1);
  for (let tick = 0; tick < ticks; tick++) {
    load.arrivalRatePerSec = 320 + 20 * Math.sin(tick / 50);
    for (let i = 0; i < length; i++) (stations[i] as Station).step(load, tick, 1);
    walk.run(route, tick, 9, Number.POSITIVE_INFINITY);
  }
  return walk.elapsedSec[0] as number;
}

// ------------------------------------------------------------------ others on M/M/8 at 0.8

const { servers, arrivalRate } = workload;
const theoryP99 = sojournQuantileSec(servers, arrivalRate, 1, 0.99);
const rows: string[][] = [];
function tell(name: string, customersPerSec: string, p99: number): void {
  const off = (p99 / theoryP99 - 1) * 100;
  rows.push([name, customersPerSec, p99.toFixed(3), `${off >= 0 ? "+" : "−"}${Math.abs(off).toFixed(1)} %`]);
}

// One tick is one simulated second of 1,000 requests; any other rate costs the same.
const labTicks = 20_000;
const labInput = {
  arrivalRatePerSec: 1_000,
  serviceRatePerSec: 1_000 / arrivalRate,
  servers,
  serviceCv2: 1,
  dtSec: 1,
  seed: 1,
};
const lab = bestMs([{ name: "lab", run: () => queueLab({ ...labInput, ticks: labTicks }) }], 3);
const { simulated } = queueLab({ ...labInput, ticks: labTicks });
// Like with like: what is moved here are particles, each of which stands for any number of requests.
const labPerSec = (labTicks * reportedRun.particles * 1_000) / (lab.get("lab") as number);
tell("zero-to-millions, K = 256", figure(labPerSec), (simulated.p99Ms / 1_000) * (1_000 / arrivalRate));
const exact = heap(4_000_000);
tell("exact event heap of the tests", figure(1_000 / heapMsPerCustomer), quantileOf(exact.sojournSec, 0.99));
const problem = fetchOthers();
if (problem === undefined) {
  // Enough customers for a p99 within a few percent, after a tenth of them to warm up.
  const others = [
    { name: "simjs 2.0.3", customers: 400_000, run: runSimJs },
    { name: "simscript 1.0.37", customers: 150_000, run: runSimScript },
  ];
  for (const { name, customers, run } of others) {
    await run(customers / 10);
    const { ms, sojourns } = await run(customers);
    tell(name, figure((customers / ms) * 1_000), quantileOf(sojourns, 0.99));
  }
}
console.log(
  `\nM/M/8 at ρ = 0.8; p99 of the time in the system, in service times, theory ${theoryP99.toFixed(3)}:\n`,
);
console.log(markdown(["simulator", "customers moved/s", "p99", "off"], rows));
console.log("(Here 256 particles a tick are moved; they may stand for any number of requests.)");
if (problem !== undefined) console.log(`\n${problem}`);

// ------------------------------------------------------------------ headless commands

const game = fileURLToPath(new URL("../dist/play.js", import.meta.url));
const starts = startsCpuMs(
  { bare: ["-e", "0"], "--version": [game, "--version"], "levels --json": [game, "levels", "--json"] },
  10,
);
const startRatios = ["--version", "levels --json"].map((name) => {
  const ratio = (starts.get(name) as number) / (starts.get("bare") as number);
  return { name, ratio };
});
console.log(`\nCPU of a headless command, in starts of Node with nothing to do (\`node -e 0\`):\n`);
console.log(
  markdown(
    ["command", "ratio", "bar", ""],
    startRatios.map(({ name, ratio }) => [name, ratio.toFixed(2), "≤ 1.3", verdict(ratio <= 1.3)]),
  ),
);

const slower = against("bench", {
  ...Object.fromEntries(
    runs.map(({ name }) => [
      `${name}, in the event heap's customers`,
      (times.get(name) as number) / heapMsPerCustomer,
    ]),
  ),
  ...Object.fromEntries(
    searchRatios.map(({ name, customers }) => [`${name}, in the event heap's customers`, customers]),
  ),
  ...Object.fromEntries(startRatios.map(({ name, ratio }) => [`${name}, in starts of Node`, ratio])),
});

console.log(missed === 0 ? "\nAll bars are met." : `\n${missed} bars are missed.`);
process.exitCode = missed + slower.length === 0 ? 0 : 1;
