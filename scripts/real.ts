/**
 * Real servers beside the simulator, as a table.
 *
 *   npm run real                      every experiment, about five minutes; prints docs/model/real.md
 *   npm run real -- --only queue      one of them, or several with commas between
 *   npm run real -- --service 80      services of 80 ms: what a busy machine can still time
 *   npm run real -- --levels 1,4,6,10 [--answers lesson,A]
 *                                     the lesson and every wrong answer of levels as real processes, or some of them: a
 *                                     minute each; rows of earlier runs stay
 *   npm run real -- --write           also writes it
 *
 * Other work on the machine shows in the figures: give these processes the right of way (`sudo nice -n -20`).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, type } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stackPrograms } from "../src/cli/stack-programs.ts";
import {
  apart,
  Interrupted,
  type Keeper,
  type Lateness,
  RealProblem,
  realBalancer,
  realCache,
  realQueue,
  realRetries,
  withKeeper,
} from "../src/real/index.ts";
import { answersOf, levelRow, levelRows, withLevelRows } from "./real/levels.ts";

const PAPER = fileURLToPath(new URL("../docs/model/real.md", import.meta.url));
const seed = 11;

/** A row of the table: what was measured, beside what two ways of reckoning say. */
interface Row {
  readonly of: string;
  readonly simulated: string;
  readonly exactly: string;
  readonly measured: string;
  readonly difference: string;
  readonly interval: string;
}

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
const tell = ({ phase }: { readonly phase: string }) => phase !== "measured" && console.error(phase);
const measure = <T>(work: (keeper: Keeper) => Promise<T>) => withKeeper(stop.signal, work);

const ms = (value: number | null | undefined) => (typeof value === "number" ? `${value.toFixed(1)} ms` : "–");
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const off = (measured: number, expected: number) =>
  `${measured >= expected ? "+" : "−"}${percent(Math.abs(measured / expected - 1))}`;
const points = (measured: number, expected: number) =>
  `${measured >= expected ? "+" : "−"}${Math.abs((measured - expected) * 100).toFixed(1)} points`;
const lateness = ({ share, isJudged }: Lateness) =>
  isJudged ? "" : ` (this machine was late by ${percent(share)} of the service time: not to be judged by)`;

async function queue(): Promise<readonly Row[]> {
  const cases = [
    { servers: 1, load: 0.8, seconds: 40 },
    { servers: 2, load: 0.8, seconds: 30 },
    { servers: 4, load: 0.8, seconds: 30 },
  ];
  const rows: Row[] = [];
  for (const { servers, load, seconds } of cases) {
    const setup = { servers, load, seconds, serviceMs, cv2: 1, seed };
    const found = await measure((keeper) => realQueue(setup, keeper, tell));
    const reasons = apart(found);
    for (const name of ["meanMs", "p95Ms"] as const) {
      const [real, trace] = [found.measured[name] ?? 0, found.sameTrace[name] ?? 0];
      const why = reasons[name] === "within" ? "" : ` (${reasons[name]})`;
      rows.push({
        of: `queue, c = ${servers}, ρ = ${found.load.toFixed(2)}, ${name === "meanMs" ? "mean" : "p95"}${lateness(found.late)}`,
        simulated: ms(found.simulated[name]),
        exactly: ms(trace),
        measured: ms(real),
        difference: `${off(real, trace)}${why}`,
        interval: `± ${ms(found.halfWidth[name])}`,
      });
    }
  }
  return rows;
}

async function retries(): Promise<readonly Row[]> {
  const usual = { servers: 4, serviceMs, factor: 2, forSec: 5, attempts: 3, budget: 0.1, runs: 3, seed };
  const rows: Row[] = [];
  for (const load of [0.45, 0.55, 0.65]) {
    const found = await measure((keeper) => realRetries({ ...usual, load }, keeper, tell));
    const down = found.runs.filter(({ measured }) => measured.isDown).length;
    const same = found.runs.filter(({ measured, sameTrace }) => measured.isDown === sameTrace.isDown).length;
    const fate = (isDown: boolean) => (isDown ? "stays down" : "comes back");
    rows.push(
      {
        of: `retry storm, load ${load} doubled for 5 s${lateness(found.late)}`,
        simulated: fate(found.simulated.isDown),
        exactly: `${found.odds.down} of ${found.odds.of} stay down`,
        measured: `${down} of ${found.runs.length} stay down`,
        difference: `${same} of ${found.runs.length} end as their own trace`,
        interval: "",
      },
      {
        of: "the same with a retry budget of 0.1",
        simulated: fate(found.cure.simulated.isDown),
        exactly: `${found.cure.odds.down} of ${found.cure.odds.of} stay down`,
        measured: fate(found.cure.measured.isDown),
        difference: "",
        interval: "",
      },
    );
  }
  return rows;
}

async function balancer(): Promise<readonly Row[]> {
  const cases = ["alike", "slow", "dead"] as const;
  const setup = { program: undefined, cases, boxes: 4, serviceMs, load: 0.6, seconds: 20, seed };
  const { rows, program, version, late } = await measure((keeper) => realBalancer(setup, keeper, tell));
  return rows.map(({ of, policy, measured, halfWidth, sameTrace, lab }) => ({
    of: `${program} ${version}, 4 boxes, load 0.6, ${of === "alike" ? of : `one ${of}`}, ${policy}, p95${lateness(late)}`,
    simulated: ms(lab?.p95Ms),
    exactly: ms(sameTrace.p95Ms),
    measured: ms(measured.p95Ms),
    difference: off(measured.p95Ms, sameTrace.p95Ms),
    interval: `± ${ms(halfWidth.p95Ms)}`,
  }));
}

async function cache(): Promise<readonly Row[]> {
  const traffic = { reads: 200, changes: 4, computeMs: 50, seconds: 30 };
  const setup = { keys: 5_000, zipf: 0.9, capacity: 500, ...traffic, seed };
  const found = await measure((keeper) => realCache(setup, keeper, tell));
  const server = `${found.program} ${found.version}`;
  const row = (of: string, measured: number, simulated: number, theory?: number): Row => ({
    of: `${server}, ${of}`,
    simulated: percent(simulated),
    exactly: theory === undefined ? "–" : `${percent(theory)} (theory)`,
    measured: percent(measured),
    difference: points(measured, simulated),
    interval: "",
  });
  return [
    ...found.policies.map(({ policy, measured, simulated, theory, held }) =>
      row(`${policy}, ${held} of ${setup.keys} keys held, hits`, measured, simulated, theory),
    ),
    ...found.refill.map(({ afterReads, measured, simulated }) =>
      row(`hits ${afterReads} reads after a restart`, measured, simulated),
    ),
    ...found.hotKey.flatMap(({ guard, measured, simulated }) => [
      row(
        `one hot key, ${guard === "none" ? "no guard" : guard}, hits`,
        measured.hitRatio,
        simulated.hitRatio,
      ),
      row(`the same, old values`, measured.staleShare, simulated.staleShare),
    ]),
  ];
}

const experiments = { queue, retries, balancer, cache };
type Name = keyof typeof experiments;
const names = Object.keys(experiments) as Name[];

function paper(rows: readonly Row[], busy: readonly number[]): string {
  const cores = availableParallelism();
  const load = Math.max(...busy);
  const loaded =
    load > cores
      ? `, loaded with other work (up to ${load.toFixed(0)} programs at its ${cores} cores; the measuring ones had the right of way)`
      : "";
  const machine = `${cores} cores, ${cpus()[0]?.model.trim() || "processor not told"}, ${type()} ${release().split("-")[0]}, Node ${process.version.slice(1)}${loaded}`;
  return [
    "# Beside real servers",
    `Written by \`npm run real -- --write\` on one machine: ${machine}. Everything on loopback, services of ${serviceMs} ms held by timers, Poisson arrivals from a second process, latency from the planned arrival. "Exactly" is the same trace, reckoned from the arrivals and services that were recorded: it has the same luck, so that the difference to it is the machine (HTTP, timers, scheduler) and what simulation differs by besides is luck. Intervals are of 95 %, by batch means. \`npx play real\` shows each of these on your own machine.`,
    [
      "| case | simulated | exactly | measured | difference | interval |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
      ...rows.map(
        ({ of, simulated, exactly, measured, difference, interval }) =>
          `| ${of} | ${simulated} | ${exactly} | ${measured} | ${difference} | ${interval} |`,
      ),
    ].join("\n"),
    "## Where it is off, and why",
    "- **Queue**: a millisecond or so of HTTP and scheduling a request; timers make services longer, which goes into the model. Over a minute at ρ = 0.8 chance moves a mean by a third, and the same trace moves with it.",
    "- **Retry storms**: near the tipping point equal runs end differently, really and exactly; the simulator tells one fate there. Away from it all agree.",
    "- **Balancer**: the lab has other draws than the run. Least connections and two choices count connections as the balancer sees them, a moment later than in the trace. While round robin sends a slow box more than it can do, its line grows, and how far depends on which requests it got.",
    "- **Cache**: Redis looks at five random entries and at a clock of one second, so it comes near LRU and LFU and is neither; its LFU counters begin low and need minutes to tell keys apart. After a restart the lab is of an exact LRU.",
    "- **One hot key**: told by some dozens of changes, so that figures of old values move by a fifth from run to run.",
    "",
  ].join("\n\n");
}

const { values } = parseArgs({
  options: {
    only: { type: "string", default: names.join(",") },
    service: { type: "string", default: "20" },
    levels: { type: "string" },
    answers: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const serviceMs = Number(values.service);
const only = values.only.split(",");
const strange = only.filter((name) => !names.some((known) => known === name));
if (strange.length > 0 || !(serviceMs >= 5 && serviceMs <= 200)) {
  console.error(`--only takes ${names.join(", ")}; --service a time in ms from 5 to 200`);
  process.exit(2);
}
/** Runs answers of levels; each row is written as soon as it is there, so that a run that is cut short is not lost. */
async function playLevels(numbers: readonly number[], names: readonly string[] | undefined): Promise<void> {
  for (const answer of answersOf(numbers, names)) {
    const row = await levelRow(answer, stackPrograms(), stop.signal);
    console.log(row);
    if (values.write) writeFileSync(PAPER, withLevelRows(readFileSync(PAPER, "utf8"), [row]));
  }
}

try {
  if (values.levels !== undefined) {
    await playLevels(values.levels.split(",").map(Number), values.answers?.split(","));
    process.exit();
  }
  const before = existsSync(PAPER) ? readFileSync(PAPER, "utf8") : "";
  const rows: Row[] = [];
  const busy: number[] = [];
  for (const name of names.filter((each) => only.includes(each))) {
    console.error(name);
    rows.push(...(await experiments[name]()));
    busy.push(loadavg()[0] ?? 0);
  }
  const text = withLevelRows(paper(rows, busy), levelRows(before));
  console.log(text);
  if (values.write) writeFileSync(PAPER, text);
} catch (problem) {
  if (problem instanceof Interrupted) process.exit(130);
  if (!(problem instanceof RealProblem)) throw problem;
  console.error(JSON.stringify(problem.trouble));
  process.exit(2);
}
