/** How long must one measure? One queue, watched again and again for so many minutes: how far the results lie apart. */
import { Prng } from "../exact/prng.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";

const knobs = {
  load: { is: "number", sign: "ρ", min: 0.05, max: 0.98 },
  minutes: { is: "number", sign: "m", min: 0.1, max: 10_000 },
  service: { is: "number", sign: "ms", min: 0.1, max: 10_000, fallback: 100 },
  repeats: { is: "number", sign: "n", min: 10, max: 10_000, whole: true, fallback: 60 },
  seed: seedKnob,
} as const;

export interface MeasuringResult {
  /** Half of the interval in which 95 of 100 such measurements lie, as a share of the true mean. */
  readonly simulated: { readonly halfWidthShare: number };
  /** Null for less than so many times what the queue remembers: what is seen then follows no such law. */
  readonly theory: { readonly halfWidthShare: number | null };
  /** How long the queue remembers, in seconds: 1 / (μ (1 − √ρ)²). */
  readonly relaxationSec: number;
}

/** From so many relaxation times on measurements err as the law says. */
const relaxationsMin = 20;
/** Standard deviations to either side of the mean between which 95 of 100 lie. */
const deviations = 1.96;

interface Setup {
  readonly load: number;
  readonly minutes: number;
  readonly service: number;
  readonly repeats: number;
  readonly seed: number;
}

/** How long a queue remembers, in seconds: 1 / (μ (1 − √ρ)²) of what finishes μ a second (Cohen 1982). */
export function relaxationSecOf(load: number, servicePerSec: number): number {
  return 1 / (servicePerSec * (1 - Math.sqrt(load)) ** 2);
}

/**
 * Half of the interval of the mean time, as a share of it, after so many mean services. The mean number inside M/M/1,
 * averaged over a time t, varies by 2ρ(1 + ρ)/((1 − ρ)⁴ μ t) (Whitt 1989); by Little's law the mean time varies by
 * the same share.
 */
export function halfWidthShareOf(load: number, services: number): number {
  const variance = (2 * load * (1 + load)) / ((1 - load) ** 4 * services);
  return (deviations * Math.sqrt(variance)) / (load / (1 - load));
}

/** M/M/1, begun as it stands in the middle of a day. */
function run({ load, minutes, service, repeats, seed }: Setup): MeasuringResult {
  const steps = (minutes * 60_000) / service;
  const truth = load / (1 - load);
  const prng = new Prng(seed);
  let squares = 0;
  for (let n = 0; n < repeats; n++) squares += (meanInside(prng, load, steps) / truth - 1) ** 2;
  const relaxationSec = relaxationSecOf(load, 1_000 / service);
  const isLong = minutes * 60 >= relaxationsMin * relaxationSec;
  return {
    simulated: { halfWidthShare: deviations * Math.sqrt(squares / repeats) },
    theory: { halfWidthShare: isLong ? halfWidthShareOf(load, steps) : null },
    relaxationSec,
  };
}

/** Mean number in the queue and being served over a time, in mean services. */
function meanInside(prng: Prng, load: number, time: number): number {
  let inside = Math.floor(Math.log(prng.uniform()) / Math.log(load));
  let left = time;
  let area = 0;
  for (;;) {
    const rate = inside > 0 ? 1 + load : load;
    const stay = prng.exponential() / rate;
    if (stay >= left) return (area + inside * left) / time;
    area += inside * stay;
    left -= stay;
    inside += inside === 0 || prng.uniform() * rate < load ? 1 : -1;
  }
}

export const measuring: Lab<typeof knobs, MeasuringResult> = { name: "measuring", knobs, run };

export const measuringBench = benchOf(measuring, {
  name: "measuring",
  unit: "share",
  sweep: { id: "minutes", values: [1, 2, 5, 10, 20, 30, 60], start: 3 },
  others: [{ id: "load", values: [0.3, 0.5, 0.7, 0.8, 0.9, 0.95], start: 1 }],
  settings: (turned) => {
    const minutes = numberAt(turned, "minutes");
    const repeats = Math.round(Math.min(2_000, Math.max(60, 2_000 / minutes)));
    return { load: numberAt(turned, "load"), minutes, repeats };
  },
  trial: ({ simulated, theory }) => ({
    measured: simulated.halfWidthShare,
    theory: theory.halfWidthShare,
  }),
});
