/** Boxes with a queue each behind a balancer, request by request: what the policies do, and what one slow box does to them. */
import { Prng } from "../exact/prng.ts";
import { seedKnob } from "./knobs.ts";
import { benchOf, type Lab, numberAt } from "./lab.ts";
import {
  type Answers,
  answersOf,
  erlangMixQuantile,
  geometricShare,
  inverse,
  msOf,
  type QueueTimes,
} from "./times.ts";

const policies = ["round-robin", "random", "two", "least"] as const;
export type Policy = (typeof policies)[number];

const knobs = {
  load: { is: "number", sign: "ρ", min: 0.01, max: 0.99 },
  boxes: { is: "number", sign: "n", min: 1, max: 64, whole: true, fallback: 8 },
  policy: { is: "word", words: policies },
  slow: { is: "number", sign: "f", min: 1, max: 20, fallback: 1 },
  service: { is: "number", sign: "ms", min: 0.01, max: 10_000, fallback: 20 },
  requests: { is: "number", sign: "n", min: 1_000, max: 2_000_000, whole: true, fallback: 200_000 },
  seed: seedKnob,
} as const;

export interface BalancingResult {
  readonly simulated: Answers;
  /** Null where no formula is known, and where the slow box cannot keep up. */
  readonly theory: QueueTimes;
}

/** From so many boxes on they are as good as without number. */
const boxesMany = 32;

interface Setup {
  readonly load: number;
  readonly boxes: number;
  readonly policy: Policy;
  /** One box takes so many times as long as the others. */
  readonly slow: number;
  readonly service: number;
  readonly requests: number;
  readonly seed: number;
}

/** Poisson arrivals, exponential work; the load is that of boxes which are all alike. */
function run(setup: Setup): BalancingResult {
  return { simulated: counted(setup), theory: theoryOf(setup) };
}

function counted({ load, boxes, policy, slow, service, requests, seed }: Setup): Answers {
  const prng = new Prng(seed);
  const serviceSec = service / 1_000;
  const gapSec = serviceSec / (boxes * load);
  let nowSec = 0;
  return answersOf(
    routedTimes({
      ...{ requests, boxes, policy, prng },
      arrival: () => {
        nowSec += prng.exponential() * gapSec;
        return nowSec;
      },
      service: (_, box) => prng.exponential() * serviceSec * (box === 0 ? slow : 1),
    }),
  );
}

/** Requests, in order, before boxes that serve one after the other; times in a unit of one's own. */
export interface Routed {
  readonly requests: number;
  readonly boxes: number;
  readonly policy: Policy;
  readonly prng: Prng;
  arrival(n: number): number;
  service(n: number, box: number): number;
  /** When the first box dies: those in it ask again, and nobody is sent there any more. */
  readonly deadAt?: number;
}

/** How long each takes, request by request. */
export function routedTimes({
  requests,
  boxes,
  policy,
  prng,
  arrival,
  service,
  deadAt = Number.POSITIVE_INFINITY,
}: Routed): Float64Array {
  const inside = Array.from({ length: boxes }, () => new Departures());
  const times = new Float64Array(requests);
  const boxOf = new Int16Array(requests);
  let turn = -1;
  /** The boxes that live are those from here on. */
  let from = 0;
  const after = (box: number, steps: number) => from + ((box - from + steps) % (boxes - from));
  const any = () => from + Math.floor(prng.uniform() * (boxes - from));
  const pick = (): number => {
    if (policy === "random") return any();
    if (policy === "round-robin") return after(turn, 1);
    if (policy === "two") {
      const one = any();
      const living = boxes - from;
      const other = living > 1 ? after(one, 1 + Math.floor(prng.uniform() * (living - 1))) : one;
      return inside[other]!.count < inside[one]!.count ? other : one;
    }
    let best = after(turn, 1);
    // Equals take turns.
    for (let i = 2; i <= boxes - from; i++) {
      const box = after(turn, i);
      if (inside[box]!.count < inside[best]!.count) best = box;
    }
    return best;
  };
  const send = (n: number, came: number, now: number) => {
    for (const each of inside) each.until(now);
    const box = pick();
    turn = box;
    boxOf[n] = box;
    const leaves = Math.max(now, inside[box]!.last) + service(n, box);
    inside[box]!.add(leaves);
    times[n] = leaves - came;
  };
  for (let n = 0; n < requests; n++) {
    const now = arrival(n);
    if (from === 0 && now >= deadAt && boxes > 1) {
      inside[0]!.until(deadAt);
      from = 1;
      turn = Math.max(turn, from);
      const left = inside[0]!.count;
      const theirs = [...boxOf.subarray(0, n).keys()].filter((each) => boxOf[each] === 0).slice(-left);
      if (left > 0) for (const each of theirs) send(each, arrival(each), deadAt);
    }
    send(n, now, now);
  }
  return times;
}

/** When those in a box leave it, the next one first. */
class Departures {
  last = 0;
  #times = new Float64Array(64);
  #head = 0;
  count = 0;

  add(time: number): void {
    const capacity = this.#times.length;
    if (this.count === capacity) {
      const grown = new Float64Array(2 * capacity);
      for (let i = 0; i < capacity; i++) grown[i] = this.#times[(this.#head + i) % capacity]!;
      this.#times = grown;
      this.#head = 0;
    }
    this.#times[(this.#head + this.count++) % this.#times.length] = time;
    this.last = time;
  }

  until(now: number): void {
    while (this.count > 0 && this.#times[this.#head]! <= now) {
      this.#head = (this.#head + 1) % this.#times.length;
      this.count--;
    }
  }
}

/**
 * Each box by itself: `random` M/M/1; `round-robin` E_n/M/1, since each gets every n-th arrival. `two`: boxes without
 * number (Mitzenmacher 1996, Vvedenskaya 1996), a share ρ^(2^i − 1) of which holds at least i; fewer boxes have longer
 * tails (at eight of them and ρ = 0.9 by a fifth), so it is said from 32 on. `least`: no formula.
 */
function theoryOf({ load, boxes, policy, slow, service }: Setup): QueueTimes {
  const serviceSec = service / 1_000;
  const none = { meanMs: null, p95Ms: null, p99Ms: null };
  const rates = Array.from({ length: boxes }, (_, box) => 1 / (serviceSec * (box === 0 ? slow : 1)));
  const arrivalPerSec = load / serviceSec;
  const isMany = boxes >= boxesMany && slow === 1;
  if (policy === "least" || (policy === "two" && !isMany) || arrivalPerSec >= rates[0]!) return none;
  if (policy === "two") {
    const atLeast = (i: number) => load ** (2 ** i - 1);
    const stages: number[] = [];
    for (let i = 0; atLeast(i) > 1e-12; i++) stages.push(atLeast(i) ** 2 - atLeast(i + 1) ** 2);
    return msOf((q) => erlangMixQuantile(stages, serviceSec, q), serviceSec * meanStage(stages));
  }
  // In each box time is exponential, slower by the share of its arrivals that find it busy.
  const ways = rates.map((ratePerSec) => {
    const busy =
      policy === "random"
        ? arrivalPerSec / ratePerSec
        : geometricShare((s) => (1 / (1 + (s * ratePerSec) / (arrivalPerSec * boxes))) ** boxes);
    return ratePerSec * (1 - busy);
  });
  const longer = (sec: number) => ways.reduce((sum, rate) => sum + Math.exp(-rate * sec), 0) / boxes;
  const meanSec = ways.reduce((sum, rate) => sum + 1 / rate, 0) / boxes;
  return msOf((q) => inverse(longer, 1 - q, 1), meanSec);
}

const meanStage = (stages: readonly number[]) => stages.reduce((sum, share, i) => sum + share * (i + 1), 0);

export const balancing: Lab<typeof knobs, BalancingResult> = { name: "balancing", knobs, run };

export const balancingBench = benchOf(balancing, {
  name: "balancing",
  unit: "ms",
  sweep: { id: "load", values: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], start: 5 },
  others: [
    { id: "policy", values: policies, start: 0 },
    { id: "slow", values: [1, 2, 4], start: 0 },
  ],
  settings: (turned) => ({
    load: numberAt(turned, "load"),
    policy: policies.find((policy) => policy === turned.policy) ?? policies[0],
    slow: numberAt(turned, "slow"),
    requests: 150_000,
  }),
  trial: ({ simulated, theory }) => ({ measured: simulated.p95Ms, theory: theory.p95Ms }),
});
