/** One queue, really: a server of slots under Poisson arrivals, beside its own trace, the simulator and theory. */
import { halfWidthShareOf, queue, relaxationSecOf } from "../labs/index.ts";
import { openBench } from "./bench.ts";
import {
  figureNames,
  figuresOf,
  halfWidths,
  momentsOf,
  sameTraceMs,
  settled,
  type TimeName,
  type TimesMs,
} from "./figures.ts";
import type { Keeper } from "./keeper.ts";
import { type Lateness, latenessOf } from "./lateness.ts";
import type { SendResult, SoFar } from "./open-loop.ts";
import { drawTraffic, pathOf } from "./plan.ts";
import type { HeldTimes, Seen } from "./slots-server.ts";

export interface QueueSetup {
  readonly servers: number;
  readonly serviceMs: number;
  readonly load: number;
  /** Squared coefficient of variation of the services. */
  readonly cv2: number;
  /** Without it as long as the precision takes, within bounds. */
  readonly seconds?: number | undefined;
  readonly seed: number;
}

/** How long one must measure, and what comes of it. */
export interface HowLong {
  /** How long the queue remembers. */
  readonly relaxationSec: number;
  readonly seconds: number;
  /** Half of the interval of the mean after so long, as a share of it. */
  readonly halfWidthShare: number;
  /** So long it would take to be as sure as one would like. */
  readonly wantedShare: number;
  readonly wantedSec: number;
}

export type QueueNews =
  | { readonly phase: "calibrating" }
  | { readonly phase: "measuring"; readonly calibration: HeldTimes; readonly howLong: HowLong }
  | ({ readonly phase: "measured"; readonly share: number } & SoFar);

/** Times in the system, and how busy the slots were. */
export type RealTimes = { readonly [K in TimeName]: number | null } & { readonly busy: number | null };

export interface QueueFound {
  readonly measured: RealTimes;
  readonly halfWidth: TimesMs;
  readonly sameTrace: RealTimes;
  readonly simulated: RealTimes;
  readonly theory: RealTimes;
  readonly requests: number;
  /** Requests without an answer. */
  readonly lost: number;
  readonly seconds: number;
  readonly service: { readonly meanMs: number; readonly cv2: number };
  readonly load: number;
  readonly late: Lateness;
}

/** As sure as one would like to be of a mean. */
const wantedShare = 0.1;
/** Left to itself a measurement takes at least and at most so long, in seconds. */
const secondsMin = 10;
const secondsMax = 60;
/** Before it counts, code is run until it is compiled. */
const warmUpMs = 1_500;

/**
 * How long to measure. c slots together drain like one that is c times as quick, so its law of errors is used, with
 * the variability of the services as in heavy traffic: what is remembered grows with v = (1 + cs²)/2, what lies
 * waiting too, and so the error of the number inside with v^1.5.
 */
export function howLong(
  { servers, load, cv2, seconds }: QueueSetup,
  serviceMs: number,
  meanMs: number,
): HowLong {
  const drainPerSec = (servers * 1_000) / serviceMs;
  const variability = (1 + cv2) / 2;
  const relaxationSec = variability * relaxationSecOf(load, drainPerSec);
  const inside = (load * drainPerSec * meanMs) / 1_000;
  const shareAfter = (sec: number) =>
    (variability ** 1.5 * halfWidthShareOf(load, sec * drainPerSec) * load) / (1 - load) / inside;
  const wantedSec = (shareAfter(1) / wantedShare) ** 2;
  const chosen = seconds ?? Math.ceil(Math.min(secondsMax, Math.max(secondsMin, wantedSec)));
  return { relaxationSec, seconds: chosen, halfWidthShare: shareAfter(chosen), wantedShare, wantedSec };
}

/** Starts a server and a client, and measures. */
export async function realQueue(
  setup: QueueSetup,
  keeper: Keeper,
  tell: (news: QueueNews) => void,
): Promise<QueueFound> {
  const { servers, serviceMs, load, cv2, seed } = setup;
  tell({ phase: "calibrating" });
  const { server, client, held: calibration } = await openBench(keeper, { serviceMs, cv2, seed });
  const {
    ports: [port = 0],
  } = await server.ask("listen", { boxes: 1, slots: servers });
  // What timers are late by makes services longer: the load is that of services as they are.
  const ratePerSec = (load * servers * 1_000) / calibration.meanMs;
  const traffic = { ratePerSec: () => ratePerSec, ratePerSecMax: ratePerSec, serviceMs, cv2 };
  const play = (forMs: number, own: number, hear?: (progress: SoFar) => void) => {
    const drawn = drawTraffic({ ...traffic, forMs, seed: own });
    const plan = { port, atMs: drawn.atMs, paths: Array.from(drawn.serviceMs, pathOf) };
    return client.ask("play", plan, hear).then((played) => ({ ...drawn, played }));
  };
  await play(warmUpMs, seed + 1);
  const steady = { servers, arrivalPerSec: ratePerSec, serviceMs: calibration.meanMs, cv2, seed };
  const plan = howLong(setup, calibration.meanMs, beside(steady).theory.meanMs ?? Number.NaN);
  await server.ask("seen", undefined);
  tell({ phase: "measuring", calibration, howLong: plan });
  const startMs = performance.now();
  const { atMs, played } = await play(plan.seconds * 1_000, seed, (progress) =>
    tell({
      phase: "measured",
      share: Math.min(1, (performance.now() - startMs) / (plan.seconds * 1_000)),
      ...progress,
    }),
  );
  return foundOf(setup, plan, atMs, played, await server.ask("seen", undefined));
}

function foundOf(
  { servers, serviceMs, cv2, seed }: QueueSetup,
  { seconds }: HowLong,
  atMs: Float64Array,
  { latencyMs, serviceMs: heldMs, lateMs }: SendResult,
  seen: Seen,
): QueueFound {
  const isAnswered = (_: number, n: number) => !Number.isNaN(latencyMs[n]!);
  const [came, took, held] = [atMs, latencyMs, heldMs].map((each) => each.filter(isAnswered)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const service = momentsOf(held);
  const arrivalPerSec = atMs.length / seconds;
  const load = (arrivalPerSec * service.mean) / (servers * 1_000);
  const measured = settled(took);
  const trace = sameTraceMs(came, held, servers);
  return {
    measured: {
      ...figuresOf(measured),
      busy: busyOf(held, servers, Math.max(...came.map((at, n) => at + took[n]!))),
    },
    halfWidth: halfWidths(measured),
    sameTrace: {
      ...figuresOf(settled(trace)),
      busy: busyOf(held, servers, Math.max(...came.map((at, n) => at + trace[n]!))),
    },
    simulated: beside({ servers, arrivalPerSec, serviceMs: service.mean, cv2: service.cv2, seed }).simulated,
    theory: beside({ servers, arrivalPerSec, serviceMs: service.mean, cv2, seed }).theory,
    requests: atMs.length,
    lost: atMs.length - came.length,
    seconds,
    service: { meanMs: service.mean, cv2: service.cv2 },
    load,
    late: latenessOf(seen, lateMs, serviceMs),
  };
}

/** The lab of the same queue: what the simulator and theory say. */
function beside(steady: {
  readonly servers: number;
  readonly arrivalPerSec: number;
  readonly serviceMs: number;
  readonly cv2: number;
  readonly seed: number;
}): { readonly simulated: RealTimes; readonly theory: RealTimes } {
  const { simulated, theory } = queue.run({
    arrival: steady.arrivalPerSec,
    service: 1_000 / steady.serviceMs,
    servers: steady.servers,
    cv2: steady.cv2,
    ticks: queue.knobs.ticks.fallback,
    dt: queue.knobs.dt.fallback,
    seed: steady.seed,
  }) as Exclude<ReturnType<typeof queue.run>, { ok: false }>;
  const times = ({ utilization: busy, ...figures }: typeof theory): RealTimes => ({ ...figures, busy });
  return { simulated: times(simulated), theory: times(theory) };
}

function busyOf(heldMs: Float64Array, servers: number, endMs: number): number {
  return heldMs.reduce((sum, each) => sum + each, 0) / (servers * endMs);
}

/** Why a figure of theory is not the measured one: it lies within the interval, or chance did it, or the machine. */
export type Apart = "within" | "luck" | "machine";

/** The server is further from its own trace than this share of it, and what it does is not the queue's. */
const machineShare = 0.1;

/** Where theory and measurement lie apart, and why. */
export function apart({
  measured,
  halfWidth,
  sameTrace,
  theory,
  service,
}: QueueFound): Readonly<Record<TimeName, Apart>> {
  const each = figureNames.map((name): [TimeName, Apart] => {
    const [real, trace, expected] = [measured[name] ?? 0, sameTrace[name] ?? 0, theory[name]];
    const ownMs = real - trace;
    if (Math.abs(ownMs) > machineShare * Math.max(trace, service.meanMs)) return [name, "machine"];
    const isWithin = expected === null || Math.abs(real - ownMs - expected) <= halfWidth[name];
    return [name, isWithin ? "within" : "luck"];
  });
  return Object.fromEntries(each) as Record<TimeName, Apart>;
}
