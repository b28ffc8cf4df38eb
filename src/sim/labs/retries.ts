/** A lab: a short overload, and clients that try again. The retries are the simulator's own. */
import { emptyDesign } from "../design/design.ts";
import { Hop, type Route } from "../engine/flow.ts";
import { newStepContext, step } from "../engine/step.ts";
import { newLoad, type Tier, World } from "../engine/world.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { checkFields, type LabProblem } from "./input.ts";

export interface RetriesLabInput {
  /** Fresh requests per second before and after the trigger. */
  readonly ratePerSec: number;
  readonly servers: number;
  /** Mean time one server works on one attempt. */
  readonly serviceSec: number;
  /** The trigger multiplies the rate by `triggerFactor` for `triggerSec` seconds, starting at `triggerAtSec`. */
  readonly triggerFactor: number;
  readonly triggerAtSec: number;
  readonly triggerSec: number;
  /** Attempts in all; 1 is no retries. */
  readonly attempts: number;
  /** Retries allowed per fresh request; left out: no budget. */
  readonly budget?: number;
  readonly timeoutSec?: number;
  readonly backoffSec?: number;
  /** Attempts that may wait; more are refused at once. Left out: as many as wait out three time limits. */
  readonly queueLimit?: number;
  readonly ticks?: number;
  readonly seed: number;
}

export interface RetriesFigures {
  /** Share of fresh requests answered in time: before the trigger, during it, in the last quarter of the run. */
  readonly answeredBefore: number;
  readonly answeredDuring: number;
  readonly answeredAfter: number;
  /** Attempts per fresh request in the last quarter. */
  readonly attemptsAfter: number;
}

export interface RetriesLabResult {
  readonly ok: true;
  readonly simulated: RetriesFigures;
  /** The trigger is long gone and most requests still fail. */
  readonly isCollapsed: boolean;
  /** Seconds after the trigger's end until 97 in 100 are answered for good; null when that never came. */
  readonly recoverySec: number | null;
  readonly theory: {
    /** Load on the servers by fresh requests alone, and with every request tried as often as it may be. */
    readonly utilization: number;
    readonly utilizationCollapsed: number;
    /** Whether the second load can keep itself alive: more than the servers' capacity. */
    readonly canStayCollapsed: boolean;
  };
  /** By second: fresh requests, attempts, requests answered in time (all per second), and attempts waiting. */
  readonly series: {
    readonly offered: Float64Array;
    readonly attempts: Float64Array;
    readonly answered: Float64Array;
    readonly waiting: Float64Array;
  };
}

const particles = 256;

/** Plays an overload that ends, and says whether the system comes back. */
export function retriesLab(input: RetriesLabInput): RetriesLabResult | LabProblem {
  const problem = checkFields(input, {
    ratePerSec: { min: 0.01, max: 1e7 },
    servers: { min: 1, max: 100_000, whole: true },
    serviceSec: { min: 1e-6, max: 60 },
    triggerFactor: { min: 0, max: 1_000 },
    triggerAtSec: { min: 1, max: 100_000, whole: true },
    triggerSec: { min: 0, max: 100_000, whole: true },
    attempts: { min: 1, max: 20, whole: true },
    budget: { min: 0, max: Number.POSITIVE_INFINITY },
    timeoutSec: { min: 0.1, max: 15 },
    backoffSec: { min: 0, max: 60 },
    queueLimit: { min: 0, max: Number.POSITIVE_INFINITY },
    ticks: { min: 10, max: 20_000, whole: true },
    seed: { min: 0, max: 4_294_967_295, whole: true },
  });
  if (problem) return problem;
  const ticks = input.ticks ?? 600;
  const triggerEnd = input.triggerAtSec + input.triggerSec;
  if (triggerEnd > ticks - 4)
    return {
      ok: false,
      field: input.triggerAtSec > ticks - 4 ? "triggerAtSec" : "triggerSec",
      problem: { code: "trigger", beforeSec: ticks - 4 },
    };
  const scenario = scenarioOf(input, ticks);
  const world = new World(emptyDesign(), scenario, { seed: input.seed, particles, stride: 1 });
  const { timeoutSec } = scenario.clients;
  const queue = new OneQueue(
    world,
    input,
    input.queueLimit ?? (3 * timeoutSec * input.servers) / input.serviceSec,
  );
  const context = newStepContext(world, [queue], 1, null, () => {});
  const series = {
    offered: new Float64Array(ticks),
    attempts: new Float64Array(ticks),
    answered: new Float64Array(ticks),
    waiting: new Float64Array(ticks),
  };
  for (let tick = 0; tick < ticks; tick++) {
    step(context);
    series.offered[tick] = world.ledger.tickOffered;
    series.attempts[tick] = queue.attemptsPerSec;
    series.answered[tick] = world.ledger.tickAnswered;
    series.waiting[tick] = queue.waiting;
    world.tick++;
    world.timeSec += 1;
  }
  const lastQuarter = Math.floor(Math.max(triggerEnd, ticks - (ticks - triggerEnd) / 4));
  const simulated = {
    answeredBefore: share(series.answered, series.offered, 0, input.triggerAtSec),
    answeredDuring: share(
      series.answered,
      series.offered,
      input.triggerAtSec,
      Math.max(input.triggerAtSec + 1, triggerEnd),
    ),
    answeredAfter: share(series.answered, series.offered, lastQuarter, ticks),
    attemptsAfter: share(series.attempts, series.offered, lastQuarter, ticks),
  };
  const utilization = (input.ratePerSec * input.serviceSec) / input.servers;
  const repeats = Math.min(input.attempts, 1 + (input.budget ?? Number.POSITIVE_INFINITY));
  return {
    ok: true,
    simulated,
    isCollapsed: simulated.answeredAfter < 0.5,
    recoverySec: recoveryOf(series.answered, series.offered, triggerEnd),
    theory: {
      utilization,
      utilizationCollapsed: utilization * repeats,
      canStayCollapsed: utilization * repeats > 1,
    },
    series,
  };
}

function scenarioOf(input: RetriesLabInput, ticks: number): Scenario {
  const { ratePerSec: rate, triggerAtSec: from, triggerSec, triggerFactor } = input;
  const until = from + triggerSec;
  const peak = rate * triggerFactor;
  return {
    ticks,
    tickSec: 1,
    streams: [
      {
        kind: "page",
        curve:
          triggerSec > 0
            ? [
                [0, rate],
                [from, rate],
                [from, peak],
                [until, peak],
                [until, rate],
              ]
            : [[0, rate]],
        regions: { us: 1 },
        mobileShare: 0,
      },
    ],
    data: { objects: 1, objectKb: 1, zipf: 0, changesPerWrite: 0, assets: 0, assetKb: 0, growthShare: 0 },
    clients: {
      timeoutSec: input.timeoutSec ?? 3,
      attempts: input.attempts,
      backoffSec: input.backoffSec ?? 1,
      retryBudget: input.budget ?? Number.POSITIVE_INFINITY,
      pageRoundTrips: 1,
    },
    events: [],
  };
}

/** All that the lab has: one queue that works on everything it accepted, whether its client still waits or not. */
class OneQueue implements Tier {
  attemptsPerSec = 0;
  waiting = 0;
  readonly #route: Route;
  readonly #hop: Hop;
  readonly #station;
  readonly #load = newLoad();
  readonly #refused: number;

  constructor(world: World, input: RetriesLabInput, queueLimit: number) {
    this.#route = world.routes[0]!;
    this.#station = world.newStation();
    this.#hop = new Hop(world.placeNumber("web"));
    this.#hop.station = this.#station;
    this.#hop.serviceSec = input.serviceSec;
    this.#route.hops.push(this.#hop);
    this.#refused = world.ledger.bucket("web", "queue-full");
    this.#load.servers = input.servers;
    this.#load.serviceTimeSec = input.serviceSec;
    this.#load.queueLimit = queueLimit;
  }

  prepare(): void {
    this.#route.share = 1;
  }

  serve(world: World): void {
    this.#load.arrivalRatePerSec = this.#route.flowPerSec;
    this.#station.step(this.#load, world.tick, world.dtSec);
    this.#route.lose(this.#refused, this.#station.blockedShare);
    this.attemptsPerSec = this.#route.offeredPerSec;
    this.waiting = this.#station.backlog;
  }
}

function share(part: Float64Array, whole: Float64Array, from: number, until: number): number {
  let sum = 0;
  let of = 0;
  for (let t = from; t < until; t++) {
    sum += part[t]!;
    of += whole[t]!;
  }
  return of > 0 ? sum / of : 0;
}

/** The last second in which noticeably few were answered, counted from the trigger's end. */
function recoveryOf(answered: Float64Array, offered: Float64Array, from: number): number | null {
  let bad = from - 1;
  const span = 5;
  for (let t = from; t + span <= answered.length; t++)
    if (share(answered, offered, t, t + span) < 0.97) bad = t + span - 1;
  return bad >= answered.length - span ? null : bad + 1 - from;
}
