/** Batches: one worker takes several jobs at once, so that what each batch costs on top is shared among them. */
import { Prng } from "../exact/prng.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";
import { type Answers, answersOf } from "./times.ts";

const knobs = {
  rate: { is: "number", sign: "λ", min: 0.001, max: 1e6 },
  batch: { is: "number", sign: "b", min: 1, max: 256, whole: true },
  hold: { is: "number", sign: "ms", min: 0, max: 1e6, isOptional: true },
  setup: { is: "number", sign: "ms", min: 0, max: 10_000, fallback: 40 },
  each: { is: "number", sign: "ms", min: 0.01, max: 10_000, fallback: 10 },
  jobs: { is: "number", sign: "n", min: 1_000, max: 2_000_000, whole: true, fallback: 100_000 },
  seed: seedKnob,
} as const;

export interface BatchingResult {
  readonly simulated: Answers & { readonly perSec: number };
  /** Null where no formula is known, and without end where more comes than can be done. */
  readonly theory: { readonly [K in keyof Answers]: number | null } & { readonly perSec: number };
  /** Jobs a second that full batches get done: b / (setup + b × each). */
  readonly mostPerSec: number;
}

interface Setup {
  /** Jobs a second. */
  readonly rate: number;
  readonly batch: number;
  /** The first job in line waits so long for others, in ms, where the batch is not full before; undefined until it is. */
  readonly hold: number | undefined;
  readonly setup: number;
  readonly each: number;
  readonly jobs: number;
  readonly seed: number;
}

/** How long a batch of so many takes, in seconds. */
const batchSecOf = ({ setup, each }: Setup, jobs: number) => (setup + jobs * each) / 1_000;

export const batching: Lab<typeof knobs, BatchingResult> = {
  name: "batching",
  knobs,
  run(setup) {
    const { rate, batch } = setup;
    const mostPerSec = batch / batchSecOf(setup, batch);
    return {
      simulated: counted(setup),
      theory: {
        meanMs: meanMsOf(setup, rate / mostPerSec),
        p95Ms: null,
        p99Ms: null,
        perSec: Math.min(rate, mostPerSec),
      },
      mostPerSec,
    };
  },
};

/** Every job, one by one: it comes, waits for its batch, and is done when all of the batch is. */
function counted(setup: Setup): BatchingResult["simulated"] {
  const { rate, batch, hold = Number.POSITIVE_INFINITY, jobs, seed } = setup;
  const prng = new Prng(seed);
  // The last batch may be filled by jobs that are not counted.
  const comesSec = new Float64Array(jobs + batch);
  for (let n = 1; n < comesSec.length; n++) comesSec[n] = comesSec[n - 1]! + prng.exponential() / rate;
  const times = new Float64Array(jobs);
  let freeSec = 0;
  for (let first = 0; first < jobs; ) {
    const untilSec = comesSec[first]! + hold / 1_000;
    const startSec = Math.max(freeSec, Math.min(untilSec, comesSec[first + batch - 1]!));
    let next = first + 1;
    while (next < first + batch && comesSec[next]! <= startSec) next++;
    freeSec = startSec + batchSecOf(setup, next - first);
    for (let n = first; n < Math.min(next, jobs); n++) times[n] = freeSec - comesSec[n]!;
    first = next;
  }
  return { ...answersOf(times), perSec: jobs / Math.max(freeSec, comesSec[jobs - 1]!) };
}

/** Nearer to what full batches can do the queue takes longer to settle than anybody watches. */
const loadMax = 0.95;
/** What is left out, and what a turn of the settled chain still moves, is less than this. */
const tailMax = 1e-7;
const turnsMax = 20_000;

/**
 * The mean time of a job, in ms: a worker that waits for `least` jobs and takes at most a batch (general bulk service,
 * Bailey 1954, Neuts 1967), by the chain of how many are in line when it is free. Over a turn of it come the jobs in
 * line, summed over time; by Little's law they give the time of one.
 */
function meanMsOf(setup: Setup, load: number): number | null {
  const { rate, batch, hold } = setup;
  // One job is a batch when it does not wait for others, a full batch when it waits for all; between, no formula is known.
  const least = hold === undefined ? batch : hold === 0 ? 1 : undefined;
  if (least === undefined || load > loadMax) return null;
  const arrivals = Array.from({ length: batch + 1 }, (_, jobs) => poisson(rate * batchSecOf(setup, jobs)));
  const inLine = settled(arrivals, least, batch, load);
  let area = 0;
  let turnSec = 0;
  inLine.forEach((share, line) => {
    const begun = Math.max(line, least);
    const sec = batchSecOf(setup, Math.min(begun, batch));
    // Until `least` are there, one more comes each 1/λ.
    const filling = ((begun - line) * (begun + line - 1)) / 2 / rate;
    area += share * (filling + begun * sec + (rate * sec * sec) / 2);
    turnSec += share * ((begun - line) / rate + sec);
  });
  return (area / turnSec / rate) * 1_000;
}

/** How likely each number in line is when the worker is free. */
function settled(
  arrivals: readonly Float64Array[],
  least: number,
  batch: number,
  load: number,
): Float64Array {
  // Each job more in line is less likely by at least the share that is idle.
  const lineMax = Math.ceil(batch + arrivals[batch]!.length - Math.log(tailMax) / (1 - load));
  let before = new Float64Array(lineMax + 1);
  before[0] = 1;
  for (let turn = 0; turn < turnsMax; turn++) {
    const after = new Float64Array(lineMax + 1);
    let moved = 0;
    for (let line = 0; line <= lineMax; line++) {
      const share = before[line]!;
      if (share === 0) continue;
      const begun = Math.max(line, least);
      const taken = Math.min(begun, batch);
      const chances = arrivals[taken]!;
      for (let come = 0; come < chances.length; come++) {
        const to = Math.min(lineMax, begun - taken + come);
        after[to] = after[to]! + share * chances[come]!;
      }
    }
    for (let line = 0; line <= lineMax; line++) moved += Math.abs(after[line]! - before[line]!);
    before = after;
    if (moved < tailMax) break;
  }
  return before;
}

/** The chances of 0, 1, 2 … of a mean; what is less likely than 10⁻¹⁵ beyond the mean is left out. */
function poisson(mean: number): Float64Array {
  const chances: number[] = [];
  let log = -mean;
  for (let n = 0; n <= mean || log > -34.5; n++) {
    chances.push(Math.exp(log));
    log += Math.log(mean / (n + 1));
  }
  return Float64Array.from(chances);
}

export const batchingBench = benchOf(batching, {
  name: "batching",
  unit: "ms",
  sweep: { id: "batch", values: [1, 2, 4, 8, 16, 32, 64], start: 0 },
  others: [
    { id: "jobs", values: [4, 10, 18], start: 0 },
    { id: "hold", values: [0, 200, "full"], start: 2 },
  ],
  settings: (turned) => ({
    rate: numberAt(turned, "jobs"),
    batch: numberAt(turned, "batch"),
    ...(turned.hold === "full" ? {} : { hold: numberAt(turned, "hold") }),
    jobs: 40_000,
  }),
  trial: ({ simulated, theory }) => ({ measured: simulated.meanMs, theory: theory.meanMs }),
});
