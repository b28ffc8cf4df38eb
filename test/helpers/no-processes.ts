/** Stacks without processes: for tests of what is said of a day, not of the day. */
import type { StackNews } from "../../src/real/index.ts";
import type { LoadResults, Stack } from "../../src/stack/index.ts";

/** What clients would have measured: everything answered, as quickly as asked. */
export function resultsOf(more: Partial<LoadResults> = {}): LoadResults {
  return {
    format: "zero-to-millions load 1",
    seconds: 60,
    indicators: { availability: 1, latencyP50Ms: 60, latencyP95Ms: 120, latencyP99Ms: 200 },
    offered: 1_000,
    answered: 1_000,
    failed: 0,
    reasons: {},
    lateP99Ms: 1,
    loopLateP99Ms: 1,
    ...more,
  };
}

/** The doors of real stacks, behind which nothing is started: clients find these results. */
export const withoutProcesses = (results: LoadResults) => ({
  locateServers: async () => ({}),
  runStack: async ({ processes, steps }: Stack, _: unknown, __: unknown, news: StackNews) => {
    news.started(processes.length);
    news.moment({ phase: "warm", sec: 0, perSec: 0, answeredShare: 1, latencyP95Ms: 0 });
    for (const step of steps) news.step(step);
    const all = { perSec: 100, answeredShare: 0.5, latencyP95Ms: 120, hitRatio: 0.5, waiting: 3 };
    news.moment({ phase: "run", sec: 5, ...all });
    news.moment({ phase: "drain", sec: 62, ...all });
    news.moment({ phase: "done", sec: 62, ...all });
    return results;
  },
});
