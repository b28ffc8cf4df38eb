/**
 * Other simulators from the registry on the same M/M/8. They are dependencies of this folder alone (package.json
 * beside this file) and are fetched when the bench first needs them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const folder = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);

export interface Sample {
  readonly customers: number;
  readonly ms: number;
  readonly sojourns: Float64Array;
}

/** Eight servers of mean service time 1, loaded to 0.8. */
export const workload = { servers: 8, arrivalRate: 6.4 } as const;

/** Fetches what is missing. Returns why that did not work, or undefined. */
export function fetchOthers(): string | undefined {
  if (existsSync(`${folder}node_modules/simjs`) && existsSync(`${folder}node_modules/simscript`))
    return undefined;
  console.error("Fetching simscript and simjs into bench/node_modules …");
  const { status } = spawnSync("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund", "--silent"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0
    ? undefined
    : "simscript and simjs are not installed and could not be fetched: run `npm ci --prefix bench` when the registry can be reached";
}

interface SimJs {
  Sim: new () => { addEntity(type: unknown): void; simulate(until: number): void; time(): number };
  Entity: new (
    ...args: never[]
  ) => {
    time(): number;
    setTimer(sec: number): { done(then: () => void): void };
    useFacility(facility: unknown, sec: number): { done(then: () => void): void };
  };
  Facility: (new (name: string, discipline: unknown, servers: number) => unknown) & { FCFS: unknown };
  Random: new (seed: number) => { exponential(rate: number): number };
}

/** simjs: events in a heap, callbacks. */
export function runSimJs(customers: number): Sample {
  // Its bundle exports to a browser's window only.
  const window: { Sim?: SimJs } = {};
  const file = `${folder}node_modules/simjs/sim.js`;
  vm.runInThisContext(`(function (window) {${readFileSync(file, "utf8")}\n})`)(window);
  const { Sim, Entity, Facility, Random } = window.Sim as SimJs;
  const random = new Random(1);
  const sojourns = new Float64Array(customers);
  let done = 0;
  let arrived = 0;
  const facility = new Facility("servers", Facility.FCFS, workload.servers);
  class Customers extends Entity {
    start(): void {
      if (arrived++ >= customers) return;
      const came = this.time();
      this.useFacility(facility, random.exponential(1)).done(() => {
        sojourns[done++] = this.time() - came;
      });
      this.setTimer(random.exponential(workload.arrivalRate)).done(() => this.start());
    }
  }
  const sim = new Sim();
  const began = performance.now();
  sim.addEntity(Customers);
  sim.simulate(Number.POSITIVE_INFINITY);
  return { customers: done, ms: performance.now() - began, sojourns: sojourns.subarray(0, done) };
}

interface SimScript {
  Simulation: new (
    options?: object,
  ) => {
    timeNow: number;
    generateEntities(type: unknown, interval: unknown, max: number): void;
    finished: { addEventListener(listener: () => void): void };
    start(): void;
  };
  Entity: new (
    ...args: never[]
  ) => {
    simulation: { timeNow: number };
    enterQueue(queue: unknown): Promise<void>;
    leaveQueue(queue: unknown): void;
    delay(sec: number): Promise<void>;
  };
  Queue: new (name: string, capacity?: number) => unknown;
  Exponential: new (mean: number, seed: number) => { sample(): number };
}

/** simscript: entities as asynchronous functions. */
export async function runSimScript(customers: number): Promise<Sample> {
  Object.assign(globalThis, { requestAnimationFrame: (then: () => void) => setImmediate(then) });
  const { Simulation, Entity, Queue, Exponential } = require(
    `${folder}node_modules/simscript/dist/index.js`,
  ) as SimScript;
  const service = new Exponential(1, 1);
  const servers = new Queue("servers", workload.servers);
  const sojourns = new Float64Array(customers);
  let done = 0;
  class Customer extends Entity {
    async script(): Promise<void> {
      const came = this.simulation.timeNow;
      await this.enterQueue(servers);
      await this.delay(service.sample());
      this.leaveQueue(servers);
      sojourns[done++] = this.simulation.timeNow - came;
    }
  }
  const simulation = new Simulation();
  simulation.generateEntities(Customer, new Exponential(1 / workload.arrivalRate, 2), customers);
  const began = performance.now();
  await new Promise<void>((resolve) => {
    simulation.finished.addEventListener(resolve);
    simulation.start();
  });
  return { customers: done, ms: performance.now() - began, sojourns: sojourns.subarray(0, done) };
}
