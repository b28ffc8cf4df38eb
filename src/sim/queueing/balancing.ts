import { erlangC } from "./erlang.ts";

/** How a balancer picks a box. */
export type BalancingPolicy = "random" | "round-robin" | "two-choices" | "least-connections";

/** One queue whose wait stands for that of n boxes behind a balancer. */
export interface EffectiveQueue {
  /** Servers of that queue, boxesPooled × serversPerBox; may be a fraction. */
  servers: number;
  /** How many boxes act as one, 1…n. */
  boxesPooled: number;
  /** ca² of the arrivals at that queue. */
  arrivalCv2: number;
  /** The share that waits is Erlang C of `servers` to this power. */
  waitPower: number;
}

/** Utilizations between which the laws are asked: nothing waits below, and above there is no equilibrium. */
const rhoMin = 0.02;
const rhoMax = 0.99;
/** How the share that waits at all boxes together falls with their number: C^(n^0.72) (a fit). */
const growth = 0.72;

/**
 * The queue that waits like n boxes of c servers each behind a policy, at a utilization ρ. Its two figures are the
 * share P that waits and the mean wait V, in service times, of those who do; C is Erlang C of one box.
 * - random: every box alone, M/M/c (exact);
 * - round robin: every box gets every n-th request, E_n/M/c: V = 1/c(1 − σ), where σ solves
 *   σ = (1 + (1 − σ)/nρ)^−n (Takács 1962), and P = C^(ln σ/ln ρ): exact for c = 1, where P = σ;
 * - least connections (join the shortest queue): P = C^(n^(0.72 − 0.028 ln c)), cV = 1 + 1.03 ρ^(n^0.72)/n(1 − ρ): one
 *   completion where lines are rare, one queue for all near saturation;
 * - two choices: endless boxes have P = C^(2 c^0.2) (ρ² for c = 1) and cV = 1 + ρ²P + ρ⁶P³ + ρ¹⁴P⁷ + … (the
 *   supermarket model of Vvedenskaya 1996 and Mitzenmacher 2001), two boxes are least connections, and between them
 *   lies what 1/n leaves.
 *
 * The last two are fits to the exact simulation over n = 2…16, c = 1…8, ρ = 0.3…0.95; docs/model/balancer.md has
 * the errors of all. Give a station `servers`, `arrivalCv2` and `waitPower`, and `boxesPooled / boxes` of the
 * arrivals and queue limit; what departs and waits is then to be multiplied by `boxes / boxesPooled`.
 */
export function effectiveQueue(
  policy: BalancingPolicy,
  boxes: number,
  serversPerBox: number,
  utilization: number,
): EffectiveQueue {
  const rho = Math.min(rhoMax, Math.max(rhoMin, utilization));
  if (boxes <= 1 || policy === "random")
    return { servers: serversPerBox, boxesPooled: 1, arrivalCv2: 1, waitPower: 1 };
  if (policy === "round-robin") return inTurn(boxes, serversPerBox, rho);
  const { logShare, wait } =
    policy === "least-connections"
      ? shortestLine(boxes, serversPerBox, rho)
      : twoChoices(boxes, serversPerBox, rho);
  const boxesPooled = Math.fround(Math.min(boxes, Math.max(1, 1 / (wait * (1 - rho)))));
  const servers = boxesPooled * serversPerBox;
  const waitPower = Math.fround(logShare / logErlangC(servers, rho));
  return { servers, boxesPooled, arrivalCv2: 1, waitPower };
}

/** ln C, however small C is. */
function logErlangC(servers: number, rho: number): number {
  return Math.max(-700, Math.log(erlangC(servers, rho * servers)));
}

/** E_n/M/c; with ca² = 2(1 − ρ)/(1 − σ) − 1 the mean wait ½(ca² + 1)/c(1 − ρ) is 1/c(1 − σ). It tends to 1/n at saturation. */
function inTurn(n: number, serversPerBox: number, rho: number): EffectiveQueue {
  let low = 0;
  let high = 1 - 1e-9;
  for (let i = 0; i < 50; i++) {
    const sigma = (low + high) / 2;
    if (Math.exp(-n * Math.log1p((1 - sigma) / (n * rho))) > sigma) low = sigma;
    else high = sigma;
  }
  return {
    servers: serversPerBox,
    boxesPooled: 1,
    arrivalCv2: Math.fround((2 * (1 - rho)) / (1 - high) - 1),
    waitPower: Math.fround(Math.log(high) / Math.log(rho)),
  };
}

/** Of all who come: ln of the share that waits, and the mean wait of those, in service times over the servers of a box. */
interface Waiting {
  logShare: number;
  wait: number;
}

function shortestLine(n: number, serversPerBox: number, rho: number): Waiting {
  const power = growth - 0.028 * Math.log(serversPerBox);
  return {
    logShare: n ** power * logErlangC(serversPerBox, rho),
    wait: 1 + (1.03 * rho ** (n ** growth)) / (n * (1 - rho)),
  };
}

function twoChoices(n: number, serversPerBox: number, rho: number): Waiting {
  const endless = 2 * serversPerBox ** 0.2;
  const power = endless - (endless - 2 ** growth) * (2 / n) ** 0.84;
  const logShare = power * logErlangC(serversPerBox, rho);
  const share = Math.exp(logShare);
  let longer = 0;
  for (let line = rho * rho * share; line > 1e-6; line *= line * rho * rho * share) longer += line;
  const wait = 1 + longer * (1 - 2 / n) + (rho ** 1.6 * (0.91 + 0.38 / n)) / (n ** 1.1 * (1 - rho));
  // Lines are seldom empty and seldom long: of an exponential wait with the same mean, more must wait for less.
  const even = Math.min(1, longer * longer) * Math.max(0, 1 - 1.5 / n);
  return { logShare: logShare * (1 - even), wait: wait * Math.exp(logShare * even) };
}
