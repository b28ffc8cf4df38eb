/** A retry storm, really: a surge, clients with patience and retries, and whether the server comes back. */
import { setImmediate } from "node:timers/promises";
import { retries } from "../labs/index.ts";
import { capacities } from "../sim/index.ts";
import { openBench } from "./bench.ts";
import type { Keeper } from "./keeper.ts";
import { type Lateness, latenessOf } from "./lateness.ts";
import type { Patience, SoFar } from "./open-loop.ts";
import { type Arrivals, drawTraffic, pathOf } from "./plan.ts";
import { playStorm, type StormEnd } from "./storm.ts";

export interface StormSetup {
  readonly servers: number;
  readonly serviceMs: number;
  /** By first attempts alone, before and after the surge. */
  readonly load: number;
  /** The surge brings so many times as much, for so long. */
  readonly factor: number;
  readonly forSec: number;
  readonly attempts: number;
  /** Retries as a share of first attempts, of the run that shows the cure. */
  readonly budget: number;
  readonly runs: number;
  readonly seed: number;
}

/** How one storm went: shares answered, attempts a request in the end, and whether it is down for good. */
export interface StormFate {
  readonly before: number;
  readonly during: number;
  readonly after: number;
  readonly attemptsAfter: number;
  readonly isDown: boolean;
}

/** How many of so many storms played exactly stay down. */
export interface Odds {
  readonly down: number;
  readonly of: number;
}

export interface StormFound {
  /** Each run, and the same arrivals and services played exactly. */
  readonly runs: readonly { readonly measured: StormFate; readonly sameTrace: StormFate }[];
  readonly odds: Odds;
  readonly simulated: StormFate;
  /** The first run again, its clients with a budget. */
  readonly cure: {
    readonly measured: StormFate;
    readonly sameTrace: StormFate;
    readonly odds: Odds;
    readonly simulated: StormFate;
  };
  readonly load: number;
  readonly late: Lateness;
}

export type StormNews =
  | { readonly phase: "calibrating" }
  | { readonly phase: "measuring"; readonly seconds: number; readonly runs: number }
  | ({ readonly phase: "measured"; readonly share: number } & SoFar)
  | { readonly phase: "computing" };

const calmMs = 5_000;
/** From the surge's end on, and the part of it in which its fate is told. */
const afterMs = 20_000;
const toldMs = 5_000;
const timeoutMs = 500;
const backoffMs = 500;
const warmUpMs = 1_500;
/** So many play side by side. */
const atOnce = 4;
/** Storms that are played exactly to know the odds. */
const playedExactly = 60;
/** Answered less than so much, long after the surge, is down; as the lab has it. */
const downBelow = 0.5;

/** Plays storms on a server and beside it. */
export async function realRetries(
  setup: StormSetup,
  keeper: Keeper,
  tell: (news: StormNews) => void,
): Promise<StormFound> {
  const { servers, serviceMs, load, runs, seed } = setup;
  tell({ phase: "calibrating" });
  const { server, client, held } = await openBench(keeper, { serviceMs, cv2: 1, seed });
  const ratePerSec = (load * servers * 1_000) / held.meanMs;
  const storm = { ...setup, ratePerSec, heldMs: held.meanMs };
  const queueLimit = Math.round(queueLimitOf(storm));
  const { ports } = await server.ask("listen", { boxes: runs + 2, slots: servers, queueLimit });
  const send = (box: number, arrivals: Arrivals, budget?: number, hear?: (soFar: SoFar) => void) =>
    client.ask(
      "play",
      {
        port: ports[box] ?? 0,
        atMs: arrivals.atMs,
        paths: Array.from(arrivals.serviceMs, pathOf),
        patience: patienceOf(storm, budget),
      },
      hear,
    );
  const calm = { ...storm, factor: 1 };
  await send(runs + 1, stormTraffic(calm, seed + runs, warmUpMs));
  await server.ask("seen", undefined);
  const forMs = endMs(setup);
  // The last is the first once more, its clients with a budget.
  const plans = Array.from({ length: runs + 1 }, (_, run) => stormTraffic(storm, seed + (run % runs)));
  const batches = Math.ceil(plans.length / atOnce);
  tell({ phase: "measuring", seconds: (batches * forMs) / 1_000, runs: plans.length });
  const measured: StormFate[] = [];
  const lateMs: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const startMs = performance.now();
    const hear = (soFar: SoFar) =>
      tell({
        phase: "measured",
        share: Math.min(1, (batch + (performance.now() - startMs) / forMs) / batches),
        ...soFar,
      });
    const from = batch * atOnce;
    const results = await Promise.all(
      plans
        .slice(from, from + atOnce)
        .map((arrivals, n) =>
          send(from + n, arrivals, from + n === runs ? setup.budget : undefined, n === 0 ? hear : undefined),
        ),
    );
    results.forEach(({ latencyMs, attempts, lateMs: late }, n) => {
      const isAnswered = Uint8Array.from(latencyMs, (ms) => (Number.isNaN(ms) ? 0 : 1));
      measured.push(fateOf(setup, plans[from + n]!, { isAnswered, attempts }));
      lateMs.push(...late);
    });
  }
  const late = latenessOf(await server.ask("seen", undefined), Float64Array.from(lateMs), serviceMs);
  tell({ phase: "computing" });
  const odds = await oddsOf(storm);
  const curedOdds = await oddsOf(storm, setup.budget);
  return {
    runs: plans.slice(0, runs).map((arrivals, n) => ({
      measured: measured[n]!,
      sameTrace: exactFate(storm, arrivals),
    })),
    odds,
    simulated: simulatedFate(storm),
    cure: {
      measured: measured[runs]!,
      sameTrace: exactFate(storm, plans[runs]!, setup.budget),
      odds: curedOdds,
      simulated: simulatedFate(storm, setup.budget),
    },
    load,
    late,
  };
}

/** A storm on servers that hold a slot so long as was measured. */
interface Storm extends StormSetup {
  readonly ratePerSec: number;
  readonly heldMs: number;
}

const endMs = ({ forSec }: StormSetup) => calmMs + forSec * 1_000 + afterMs;

/** As many may wait as wait out three time limits: what the lab takes. */
const queueLimitOf = ({ servers, heldMs }: Storm) => (3 * timeoutMs * servers) / heldMs;

function patienceOf({ attempts, ratePerSec }: Storm, budget: number | undefined): Patience {
  const patience = { timeoutMs, attempts, backoffMs };
  if (budget === undefined) return patience;
  const savedMax = budget * ratePerSec * capacities.delaySec.retryReserve;
  return { ...patience, budget: { share: budget, savedMax } };
}

function stormTraffic(storm: Storm, seed: number, forMs = endMs(storm)): Arrivals {
  const { ratePerSec, factor, forSec, serviceMs } = storm;
  const isSurge = (atMs: number) => atMs >= calmMs && atMs < calmMs + forSec * 1_000;
  return drawTraffic({
    ratePerSec: (atMs) => ratePerSec * (isSurge(atMs) ? factor : 1),
    ratePerSecMax: ratePerSec * Math.max(1, factor),
    forMs,
    serviceMs,
    cv2: 1,
    seed,
  });
}

/** What became of the requests, by when they were first sent. */
export function fateOf(setup: StormSetup, { atMs }: Arrivals, { isAnswered, attempts }: StormEnd): StormFate {
  const surgeEndMs = calmMs + setup.forSec * 1_000;
  const share = (of: Uint8Array, fromMs: number, untilMs: number) => {
    const within = of.filter((_, n) => atMs[n]! >= fromMs && atMs[n]! < untilMs);
    return within.reduce((sum, each) => sum + each, 0) / within.length;
  };
  const lastMs = endMs(setup) - toldMs;
  const after = share(isAnswered, lastMs, Number.POSITIVE_INFINITY);
  return {
    before: share(isAnswered, 0, calmMs),
    during: share(isAnswered, calmMs, surgeEndMs),
    after,
    attemptsAfter: share(attempts, lastMs, Number.POSITIVE_INFINITY),
    isDown: after < downBelow,
  };
}

/** The same arrivals and services, which take as much longer as timers make them. */
function exactFate(storm: Storm, arrivals: Arrivals, budget?: number): StormFate {
  const serviceMs = arrivals.serviceMs.map((ms) => (ms * storm.heldMs) / storm.serviceMs);
  const server = { slots: storm.servers, queueLimit: queueLimitOf(storm) };
  const end = playStorm({ ...arrivals, serviceMs }, server, patienceOf(storm, budget));
  return fateOf(storm, arrivals, end);
}

async function oddsOf(storm: Storm, budget?: number): Promise<Odds> {
  let down = 0;
  for (let n = 0; n < playedExactly; n++) {
    // Other draws than those that are measured.
    if (exactFate(storm, stormTraffic(storm, storm.seed + 1_000 + n), budget).isDown) down++;
    await setImmediate(); // Ctrl-C is heard between two of them
  }
  return { down, of: playedExactly };
}

function simulatedFate(storm: Storm, budget?: number): StormFate {
  const { servers, factor, forSec, attempts, ratePerSec, heldMs, seed } = storm;
  const result = retries.run({
    ...{ arrival: ratePerSec, service: 1_000 / heldMs, servers, factor, attempts, budget, seed },
    ...{ at: calmMs / 1_000, for: forSec, ticks: endMs(storm) / 1_000 },
    ...{ timeout: timeoutMs / 1_000, backoff: backoffMs / 1_000 },
  });
  if (!("simulated" in result)) throw new Error("the lab does not know this storm");
  const { answeredBefore, answeredDuring, answeredAfter, attemptsAfter } = result.simulated;
  return {
    before: answeredBefore,
    during: answeredDuring,
    after: answeredAfter,
    attemptsAfter,
    isDown: result.isCollapsed,
  };
}
