/** A load test that lies: one server under arrivals as they come in life, evenly spaced, and from users who wait for their answer. */
import { EventHeap } from "../exact/event-heap.ts";
import { Prng } from "../exact/prng.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";
import {
  type Answers,
  answersOf,
  erlangMixQuantile,
  exponentialQuantile,
  geometricShare,
  msOf,
  type QueueTimes,
} from "./times.ts";

const arrivalKinds = ["poisson", "even", "closed"] as const;
type ArrivalKind = (typeof arrivalKinds)[number];

const knobs = {
  load: { is: "number", sign: "ρ", min: 0.01, max: 0.99 },
  arrivals: { is: "word", words: arrivalKinds },
  cv2: { is: "number", sign: "v", min: 0, max: 100, fallback: 1 },
  users: { is: "number", sign: "u", min: 1, max: 10_000, whole: true, fallback: 10 },
  service: { is: "number", sign: "ms", min: 0.01, max: 10_000, fallback: 20 },
  requests: { is: "number", sign: "n", min: 1_000, max: 2_000_000, whole: true, fallback: 200_000 },
  seed: seedKnob,
} as const;

export interface LoadTestResult {
  readonly simulated: Answers;
  /** Null where no formula is known. */
  readonly theory: QueueTimes;
}

interface Setup {
  readonly load: number;
  readonly arrivals: ArrivalKind;
  readonly cv2: number;
  readonly users: number;
  readonly service: number;
  readonly requests: number;
  readonly seed: number;
}

const serviceSecOf = ({ service }: Setup) => service / 1_000;

/** How long a user rests, so that all together ask for the load as long as answers take no longer than the work. */
function thinkSecOf(setup: Setup): number {
  const serviceSec = serviceSecOf(setup);
  return Math.max(0, (setup.users * serviceSec) / setup.load - serviceSec);
}

export const loadTest: Lab<typeof knobs, LoadTestResult> = {
  name: "load-test",
  knobs,
  run: (setup) => ({
    simulated: answersOf(setup.arrivals === "closed" ? closed(setup) : open(setup)),
    theory: setup.arrivals === "closed" ? closedTheory(setup) : openTheory(setup),
  }),
};

/** Arrivals that do not wait for answers: the wait of each follows from the one before (Lindley 1952). */
function open(setup: Setup): Float64Array {
  const { load, arrivals, cv2, requests, seed } = setup;
  const prng = new Prng(seed);
  const serviceSec = serviceSecOf(setup);
  const gapSec = serviceSec / load;
  const times = new Float64Array(requests);
  let waitSec = 0;
  for (let n = 0; n < requests; n++) {
    const timeSec = waitSec + serviceSec * prng.unitMean(cv2);
    times[n] = timeSec;
    waitSec = Math.max(0, timeSec - gapSec * (arrivals === "even" ? 1 : prng.exponential()));
  }
  return times;
}

/** Users who rest, ask, and rest again once they are answered. */
function closed(setup: Setup): Float64Array {
  const { cv2, users, requests, seed } = setup;
  const prng = new Prng(seed);
  const serviceSec = serviceSecOf(setup);
  const thinkSec = thinkSecOf(setup);
  const asking = new EventHeap();
  for (let user = 0; user < users; user++) asking.push(prng.exponential() * thinkSec, user);
  const times = new Float64Array(requests);
  let freeSec = 0;
  for (let n = 0; n < requests; n++) {
    const nowSec = asking.nextTime;
    const user = asking.pop();
    freeSec = Math.max(freeSec, nowSec) + serviceSec * prng.unitMean(cv2);
    times[n] = freeSec - nowSec;
    asking.push(freeSec + prng.exponential() * thinkSec, user);
  }
  return times;
}

/** M/M/1; M/G/1 by its mean (Pollaczek 1930, Khinchine 1932); D/M/1; D/D/1, in which nobody ever waits. */
function openTheory(setup: Setup): QueueTimes {
  const { load, arrivals, cv2 } = setup;
  const serviceSec = serviceSecOf(setup);
  if (cv2 === 1) {
    const busy = arrivals === "even" ? geometricShare((s) => Math.exp(-s / load)) : load;
    const meanSec = serviceSec / (1 - busy);
    return msOf((q) => exponentialQuantile(meanSec, q), meanSec);
  }
  if (arrivals === "poisson") {
    const meanSec = serviceSec * (1 + (load * (1 + cv2)) / (2 * (1 - load)));
    return { meanMs: meanSec * 1_000, p95Ms: null, p99Ms: null };
  }
  return cv2 === 0 ? msOf(() => serviceSec, serviceSec) : { meanMs: null, p95Ms: null, p99Ms: null };
}

/**
 * Whoever asks sees the queue as it is without him (arrival theorem, Lavenberg and Reiser 1980): with n before him he
 * takes n + 1 exponential steps, n among the others as in the machine repair model.
 */
function closedTheory(setup: Setup): QueueTimes {
  const { cv2, users } = setup;
  if (cv2 !== 1) return { meanMs: null, p95Ms: null, p99Ms: null };
  const serviceSec = serviceSecOf(setup);
  const thinkSec = thinkSecOf(setup);
  const others = users - 1;
  const weights = [1];
  for (let n = 1; n <= others; n++)
    weights.push(thinkSec > 0 ? (weights[n - 1]! * (others - n + 1) * serviceSec) / thinkSec : 0);
  const stages = thinkSec > 0 ? weights : weights.map((_, n) => (n === others ? 1 : 0));
  const total = stages.reduce((sum, each) => sum + each, 0);
  const meanSec = (serviceSec * stages.reduce((sum, each, n) => sum + each * (n + 1), 0)) / total;
  return msOf((q) => erlangMixQuantile(stages, serviceSec, q), meanSec);
}

export const loadTestBench = benchOf(loadTest, {
  name: "load-test",
  unit: "ms",
  sweep: { id: "load", values: [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95], start: 2 },
  others: [
    { id: "arrivals", values: arrivalKinds, start: 1 },
    { id: "variability", values: [0, 1], start: 1 },
  ],
  settings: (turned) => ({
    load: numberAt(turned, "load"),
    arrivals: arrivalKinds.find((kind) => kind === turned.arrivals) ?? arrivalKinds[0],
    cv2: numberAt(turned, "variability"),
    requests: 100_000,
  }),
  trial: ({ simulated, theory }) => ({ measured: simulated.p95Ms, theory: theory.p95Ms }),
});
