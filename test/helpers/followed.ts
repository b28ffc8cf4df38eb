/** Requests that are followed through a run, held against what the run's panel shows of the same moment. */
import type { Level } from "../../src/game/index.ts";
import { asClientsSee } from "../../src/present/trace.ts";
import { type Design, Run, reportedRun, type Trace } from "../../src/sim/index.ts";

/** How far a request that is followed may be from the run's percentile: both are drawn from particles. */
const apart = { median: 0.05, slow: 0.1 } as const;

/** The median and the slow request of some moments beside the run's p50 and p99. */
export function followedAt(level: Level, built: Design, seed: number, shares: readonly number[]) {
  const { scenario } = level;
  const run = new Run(built, scenario, { seed, ...reportedRun });
  const [p50, , p99] = run.latencySeries;
  return shares.flatMap((share) => {
    const tick = Math.floor(scenario.ticks * share);
    while (run.world.tick <= tick) run.advance();
    const traces = run.traces();
    return (["median", "slow"] as const).flatMap((which) => {
      const shownMs = (which === "median" ? p50 : p99)[tick] ?? 0;
      const trace = traces[which];
      if (!trace && shownMs === 0) return [];
      const followedMs = trace ? asClientsSee(trace, level).totalMs : 0;
      return [
        { which, tick, shownMs, followedMs, isFar: !(Math.abs(followedMs / shownMs - 1) < apart[which]) },
      ];
    });
  });
}

/** The failed request of every so many ticks of a run. */
export function tracesOf(run: Run, every: number): Trace[] {
  const found: Trace[] = [];
  while (!run.done) {
    run.advance();
    if (run.world.tick % every !== 0) continue;
    const { failed } = run.traces();
    if (failed) found.push(failed);
  }
  return found;
}

/** Those whose client gave up without its patience, or the wait where it is charged, standing in the trace. */
export function patienceOf(traces: readonly Trace[], level: Level): Trace[] {
  const patienceMs = level.scenario.clients.timeoutSec * 1_000;
  return traces
    .filter(({ lostAt }) => lostAt?.reason === "timeout")
    .map((trace) => asClientsSee(trace, level))
    .filter(({ hops, lostAt, totalMs }) => {
      const most = Math.max(...hops.map(({ ms }) => ms));
      return totalMs < patienceMs || !hops.some(({ place, ms }) => place === lostAt?.place && ms === most);
    });
}
