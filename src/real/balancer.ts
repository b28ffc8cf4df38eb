/** Boxes behind a real balancer: what its policies do, alike boxes, one of them slow, one of them dead. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Prng } from "../exact/prng.ts";
import { balancing, type Policy, routedTimes } from "../labs/index.ts";
import { openBench, type RealBench } from "./bench.ts";
import { figuresOf, halfWidths, settled, type TimesMs } from "./figures.ts";
import { haproxy, haproxyArgs, haproxyConfig } from "./haproxy.ts";
import type { Keeper } from "./keeper.ts";
import { type Lateness, latenessOf } from "./lateness.ts";
import { nginx, nginxArgs, nginxConfig } from "./nginx.ts";
import type { SendResult, SoFar } from "./open-loop.ts";
import { type Arrivals, drawTraffic, pathOf } from "./plan.ts";
import { type Located, locate, startOnPorts } from "./program.ts";

export const balancerCases = ["alike", "slow", "dead"] as const;
export type BalancerCase = (typeof balancerCases)[number];
const policies = ["round-robin", "two", "least"] as const satisfies readonly Policy[];

export interface BalancerSetup {
  readonly program: "nginx" | "haproxy" | undefined;
  readonly cases: readonly BalancerCase[];
  readonly boxes: number;
  readonly serviceMs: number;
  readonly load: number;
  readonly seconds: number;
  readonly seed: number;
}

/** A policy in a case: measured, the same arrivals and services sent where it would, and the lab. */
export interface Balanced {
  readonly of: BalancerCase;
  readonly policy: Policy;
  readonly measured: TimesMs;
  readonly halfWidth: TimesMs;
  readonly sameTrace: TimesMs;
  /** Null where the slow box gets more than it can do, so that there is no steady state. */
  readonly lab: { readonly meanMs: number; readonly p95Ms: number } | null;
  readonly requests: number;
  readonly lost: number;
}

export interface BalancerFound {
  readonly program: string;
  readonly version: string;
  readonly rows: readonly Balanced[];
  readonly late: Lateness;
}

export type BalancerNews =
  | { readonly phase: "calibrating" }
  | {
      readonly phase: "measuring";
      readonly of: BalancerCase;
      readonly seconds: number;
      readonly program: string;
    }
  | ({ readonly phase: "measured"; readonly share: number } & SoFar)
  | { readonly phase: "computing" };

/** The slow box takes so many times as long. */
const slowTimes = 3;
/** When a box dies, as a share of the measurement; what is judged comes after. */
const deadShare = 0.2;
const warmUpMs = 1_000;

/** Puts the balancer before boxes and measures each policy with the same requests. */
export async function realBalancer(
  setup: BalancerSetup,
  keeper: Keeper,
  tell: (news: BalancerNews) => void,
): Promise<BalancerFound> {
  const known = [nginx, haproxy].filter(({ name }) => setup.program === undefined || name === setup.program);
  const located = await locate(known);
  tell({ phase: "calibrating" });
  const { serviceMs, seed } = setup;
  const opened = await openBench(keeper, { serviceMs, cv2: 1, seed });
  const { server } = opened;
  const bench = { ...opened, setup, keeper, located, tell };
  const rows: Balanced[] = [];
  const lateMs: number[] = [];
  await server.ask("seen", undefined);
  for (const of of setup.cases) {
    const one = await measure(bench, of);
    rows.push(...one.rows);
    lateMs.push(...one.lateMs);
  }
  const late = latenessOf(await server.ask("seen", undefined), Float64Array.from(lateMs), serviceMs);
  return { program: located.name, version: located.version, rows, late };
}

interface BalancerBench extends RealBench {
  readonly setup: BalancerSetup;
  readonly keeper: Keeper;
  readonly located: Located;
  readonly tell: (news: BalancerNews) => void;
}

async function measure(
  { setup, keeper, server, client, located, held: { meanMs: heldMs }, tell }: BalancerBench,
  of: BalancerCase,
) {
  const { boxes, serviceMs, load, seconds, seed } = setup;
  const slow = Array.from({ length: boxes * policies.length }, (_, n) =>
    of === "slow" && n % boxes === 0 ? slowTimes : 1,
  );
  const { first, ports: opened } = await server.ask("listen", { boxes: slow.length, slots: 1, slow });
  const folder = keeper.folder();
  const { ports, started } = await startOnPorts(keeper, located, policies.length, (free) => {
    const fronts = policies.map((policy, n) => ({
      policy,
      port: free[n]!,
      boxes: opened.slice(n * boxes, (n + 1) * boxes),
    }));
    const config = join(folder, "balancer.conf");
    const isNginx = located.name === nginx.name;
    writeFileSync(config, isNginx ? nginxConfig(folder, fronts) : haproxyConfig(fronts));
    return isNginx ? nginxArgs(folder, config) : haproxyArgs(config);
  });
  const ratePerSec = (load * boxes * 1_000) / heldMs;
  const traffic = { ratePerSec: () => ratePerSec, ratePerSecMax: ratePerSec, serviceMs, cv2: 1 };
  const play = (arrivals: Arrivals, hear?: (soFar: SoFar) => void) =>
    Promise.all(
      ports.map((port, n) => {
        const paths = Array.from(arrivals.serviceMs, pathOf);
        return client.ask("play", { port, atMs: arrivals.atMs, paths }, n === 0 ? hear : undefined);
      }),
    );
  await play(drawTraffic({ ...traffic, forMs: warmUpMs, seed: seed + 1 }));
  const forMs = seconds * 1_000;
  const arrivals = drawTraffic({ ...traffic, forMs, seed });
  tell({ phase: "measuring", of, seconds, program: located.name });
  const startMs = performance.now();
  const deadMs = of === "dead" ? deadShare * forMs : Number.POSITIVE_INFINITY;
  const death =
    of === "dead" &&
    setTimeout(() => {
      for (let n = 0; n < policies.length; n++) void server.ask("kill", { box: first + n * boxes });
    }, deadMs);
  const results = await play(arrivals, (soFar) =>
    tell({ phase: "measured", share: Math.min(1, (performance.now() - startMs) / forMs), ...soFar }),
  ).finally(() => clearTimeout(death || undefined));
  await started.stop();
  tell({ phase: "computing" });
  const rows: Balanced[] = [];
  for (const [n, result] of results.entries()) {
    const about = { deadMs, heldMs, slow: slow.slice(0, boxes), first: first + n * boxes };
    rows.push(balancedOf(setup, of, policies[n]!, arrivals, result, about));
    await setImmediate(); // Ctrl-C is heard between two of them
  }
  return { lateMs: results.flatMap(({ lateMs }) => [...lateMs]), rows };
}

function balancedOf(
  { boxes, load, serviceMs, seed }: BalancerSetup,
  of: BalancerCase,
  policy: Policy,
  { atMs, serviceMs: wantedMs }: Arrivals,
  { latencyMs, serviceMs: tookMs, boxes: servedBy }: SendResult,
  { deadMs, heldMs, slow, first }: { deadMs: number; heldMs: number; slow: readonly number[]; first: number },
): Balanced {
  // What a box held a slot for, as one that is not slow would have; a lost one is as long as it was to be.
  const ownMs = (n: number) =>
    Number.isNaN(tookMs[n]!)
      ? (wantedMs[n]! * heldMs) / serviceMs
      : tookMs[n]! / (slow[servedBy[n]! - first] ?? 1);
  const traceMs = routedTimes({
    requests: atMs.length,
    boxes,
    policy,
    prng: new Prng(seed),
    arrival: (n) => atMs[n]!,
    service: (n, box) => ownMs(n) * slow[box]!,
    deadAt: deadMs,
  });
  // After a death both count from where it is over.
  const counts = (times: Float64Array) =>
    settled(of === "dead" ? times.filter((_, n) => atMs[n]! > deadMs) : times).filter(
      (ms) => !Number.isNaN(ms),
    );
  const measured = counts(latencyMs);
  const isSteady = of !== "slow" || policy !== "round-robin" || load * slowTimes < 1;
  const left = of === "dead" ? boxes - 1 : boxes;
  const { simulated } = balancing.run({
    load: (load * boxes) / left,
    boxes: left,
    policy,
    slow: of === "slow" ? slowTimes : 1,
    service: heldMs,
    requests: balancing.knobs.requests.fallback,
    seed,
  }) as Extract<ReturnType<typeof balancing.run>, { simulated: unknown }>;
  return {
    of,
    policy,
    measured: figuresOf(measured),
    halfWidth: halfWidths(measured),
    sameTrace: figuresOf(counts(traceMs)),
    lab: isSteady ? { meanMs: simulated.meanMs, p95Ms: simulated.p95Ms } : null,
    requests: atMs.length,
    lost: latencyMs.filter((ms) => Number.isNaN(ms)).length,
  };
}
