/** What holds for every design in every scenario. A failure prints all that replays it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Design,
  design,
  emptyDesign,
  formatDesign,
  type Indicator,
  problemsOf,
  type Report,
  Run,
  type RunOptions,
  type Scenario,
  simulate,
  withValues,
} from "../../src/sim/index.ts";
import { firstWrong, replay } from "../helpers/first-wrong.ts";
import { grounds, playableDesign } from "../helpers/playable.ts";
import { onlyWhole } from "../helpers/sampled.ts";
import { anyScenario, calm } from "../helpers/scenarios.ts";

/** `RUNS=20000 npx vitest run test/sim/properties.test.ts` looks longer; `.ci/run` does, too. */
const numRuns = Number(process.env.RUNS ?? 120);

const anyOptions: fc.Arbitrary<RunOptions> = fc.record({
  seed: fc.integer({ min: 0, max: 0xffffffff }),
  particles: fc.constantFrom(16, 64),
  stride: fc.constantFrom(1, 1, 10),
});

const screening = { seed: 1, particles: 16, stride: 1 };

/** Fails with all that is needed to see it again. */
function demand(holds: boolean, what: string, at: readonly [Design, Scenario, RunOptions]): void {
  if (!holds) throw new Error(`${what}\n${replay(...at)}`);
}

/** The busiest that any part was in any tick of a run. */
function busiest(run: Run): number {
  const { gauges } = run.world;
  return Math.max(
    0,
    ...gauges.names
      .filter((name) => name.endsWith(".utilization"))
      .flatMap((name) => [...gauges.column(name)]),
  );
}

function played(d: Design, scenario: Scenario, options: RunOptions): Run {
  const run = new Run(d, scenario, options);
  while (!run.done) run.advance();
  return run;
}

describe("any design in any scenario", () => {
  it("keeps exact books, finite figures and ordered percentiles in every tick", () => {
    fc.assert(
      fc.property(playableDesign(), anyScenario(), anyOptions, (d, scenario, options) => {
        expect(problemsOf(d)).toEqual([]);
        const wrong = firstWrong(d, scenario, options);
        demand(wrong === undefined, wrong ?? "", [d, scenario, options]);
      }),
      { numRuns },
    );
  });

  it("gives the same bytes for the same seed, however often the report is asked for", () => {
    fc.assert(
      fc.property(playableDesign(), anyScenario(40), anyOptions, (d, scenario, options) => {
        const once = JSON.stringify(simulate(d, scenario, options));
        const watched = new Run(d, scenario, options);
        while (!watched.done) {
          watched.report();
          watched.advance();
        }
        demand(JSON.stringify(watched.report()) === once, "two runs differ", [d, scenario, options]);
      }),
      { numRuns: Math.ceil(numRuns / 8) },
    );
  });
});

/** Rates that a ground of the table can be given; which of them suit it, the run says. */
const anyRates = fc.record({
  page: fc.double({ min: 0.1, max: 4_000, noNaN: true }),
  feed: fc.double({ min: 0.1, max: 500, noNaN: true }),
  write: fc.double({ min: 0.1, max: 400, noNaN: true }),
  own: fc.double({ min: 0.1, max: 100, noNaN: true }),
});

describe("a system without faults and with room to spare", () => {
  it("fails nothing", () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.constantFrom(...grounds), anyRates, fc.nat(1_000), (d, rates, seed) => {
        const scenario = calm(rates, 120);
        const options = { ...screening, seed };
        const run = played(d, scenario, options);
        if (busiest(run) > 0.7) return;
        looked++;
        const { failed, failedBy } = run.report().ledger;
        demand(failed === 0, `lost ${JSON.stringify(failedBy)}`, [d, scenario, options]);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
    expect(looked).toBeGreaterThan(numRuns / 40);
  });

  it("is much the same in steps of one second and of ten", () => {
    fc.assert(
      fc.property(fc.constantFrom(...grounds), anyRates, fc.nat(1_000), (d, rates, seed) => {
        const scenario = calm(rates, 600);
        const options = { seed, particles: 64, stride: 1 };
        const run = played(d, scenario, options);
        if (busiest(run) > 0.7) return;
        const fine = run.report();
        const coarse = simulate(d, scenario, { seed, particles: 16, stride: 10 });
        const near = (a: number, b: number, share: number) => Math.abs(a - b) <= share * Math.max(a, b);
        const at = [d, scenario, options] as const;
        const of = (report: Report, name: Indicator) => report.indicators[name] ?? 0;
        demand(near(fine.ledger.offered, coarse.ledger.offered, 1e-6), "offered differs", at);
        demand(near(fine.costPerMonth, coarse.costPerMonth, 0.02), "the bill differs", at);
        for (const [name, share] of [
          ["latencyMeanMs", 0.1],
          ["latencyP50Ms", 0.1],
          ["latencyP95Ms", 0.15],
        ] as const)
          demand(
            near(of(fine, name), of(coarse, name), share),
            `${name}: ${of(fine, name)} in steps of 1 s, ${of(coarse, name)} in steps of 10 s`,
            at,
          );
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  });
});

const ample =
  "dns · lb 4 · web 60×8 pool=4096 · sessions pair · cache 6 zones=2 · db 32 + 12×16 · kv 12 everything · queue durable attempts=3 dead · workers 60×8";

/** What each part can do, by setting; and what tells its own throughput when everything else has plenty. */
const capacities: readonly {
  readonly setting: string;
  readonly values: readonly number[];
  readonly line?: string;
  readonly rates: Parameters<typeof calm>[0];
  /** Jobs done, instead of requests answered. */
  readonly jobs?: true;
}[] = [
  { setting: "box.size", values: [1, 2, 4, 8, 16, 32], line: "dns", rates: { page: 1, write: 0.1 } },
  {
    setting: "lb.nodes",
    values: [1, 2, 3, 4],
    line: ample.replace("web 60×8", "web 400×32"),
    rates: { page: 60 },
  },
  { setting: "web.count", values: [1, 2, 3, 5, 8, 20, 60], rates: { page: 4 } },
  {
    setting: "web.size",
    values: [1, 2, 4, 8, 16, 32],
    line: ample.replace("60×8", "6×8"),
    rates: { page: 4 },
  },
  {
    setting: "cache.nodes",
    values: [1, 2, 3, 5, 8],
    line: ample.replace("db 32 + 12×16", "db 4"),
    rates: { page: 4 },
  },
  {
    setting: "cache.memory",
    values: [1, 2, 4, 6, 8, 12],
    line: ample.replace("db 32 + 12×16", "db 4"),
    rates: { page: 4 },
  },
  {
    setting: "db.size",
    values: [1, 2, 4, 8, 16, 32],
    line: "dns · lb 4 · web 60×8 · db 1",
    rates: { write: 4 },
  },
  {
    setting: "db.replicas",
    values: [0, 1, 2, 4, 8, 12],
    line: "dns · lb 4 · web 60×8 · db 4",
    rates: { page: 5 },
  },
  {
    setting: "db.replicaSize",
    values: [1, 2, 4, 8, 16],
    line: "dns · lb 4 · web 60×8 · db 4 + 3×4",
    rates: { page: 5 },
  },
  {
    setting: "kv.nodes",
    values: [1, 2, 3, 4, 8],
    line: "dns · lb 4 · web 200×8 · kv 1 everything",
    rates: { page: 12, write: 1 },
  },
  {
    setting: "shards.count",
    values: [1, 2, 4, 8, 16],
    line: "dns · lb 4 · web 60×8 · shards 1×2",
    rates: { page: 5, write: 0.5 },
  },
  {
    setting: "shards.size",
    values: [1, 2, 4, 8, 16],
    line: "dns · lb 4 · web 60×8 · shards 3×2",
    rates: { page: 5, write: 0.5 },
  },
  { setting: "workers.count", values: [1, 2, 4, 8, 20], rates: { photo: 0.2 }, jobs: true },
  {
    setting: "workers.size",
    values: [1, 2, 4, 8, 16],
    line: ample.replace("workers 60×8", "workers 4×1"),
    rates: { photo: 0.2 },
    jobs: true,
  },
];

describe("more capacity", () => {
  it.each(capacities)(
    "never lowers what gets through: $setting",
    ({ setting, values, line, rates, jobs }) => {
      fc.assert(
        fc.property(fc.double({ min: 1, max: 1_500, noNaN: true }), fc.nat(1_000), (factor, seed) => {
          const scenario = calm(
            Object.fromEntries(Object.entries(rates).map(([kind, rate]) => [kind, rate * factor])),
            60,
          );
          const options = { ...screening, seed };
          let before = 0;
          for (const value of values) {
            const d = withValues(design(line ?? ample), { [setting]: value });
            const run = played(d, scenario, options);
            const through = jobs ? run.world.tally.jobsDone : run.report().ledger.answered;
            demand(through >= before * 0.998 - 20, `${through} get through, ${before} with less`, [
              d,
              scenario,
              options,
            ]);
            before = Math.max(before, through);
          }
        }),
        { numRuns: Math.ceil(numRuns / 40) },
      );
    },
  );
});

describe("the ends of the range", () => {
  const every = {
    page: 1,
    feed: 1,
    own: 1,
    write: 1,
    asset: 1,
    log: 1,
    photo: 1,
    like: 1,
    order: 1,
    post: 1,
  };
  const times = (factor: number) =>
    Object.fromEntries(Object.entries(every).map(([kind, rate]) => [kind, rate * factor])) as typeof every;

  it.each(grounds.map((d) => [formatDesign(d), d] as const))(
    "without any traffic, %s loses nothing",
    (_, d) => {
      for (const scenario of [calm({}), calm(times(0))]) {
        expect(firstWrong(d, scenario, screening)).toBeUndefined();
        const report = simulate(d, scenario, screening);
        expect(report.ledger).toEqual({ offered: 0, answered: 0, failed: 0, inFlight: 0, failedBy: [] });
        expect(report.indicators.availability).toBe(1);
      }
    },
  );

  it.each(grounds.map((d) => [formatDesign(d), d] as const))(
    "at 10⁹ requests a second of each kind, %s keeps its books",
    (_, d) => {
      const scenario = calm(times(1e9), 60);
      expect(firstWrong(d, scenario, screening)).toBeUndefined();
      expect(simulate(d, scenario, screening).ledger.failed).toBeGreaterThan(1e10);
    },
  );

  it("without any capacity, everything fails and is accounted for", () => {
    for (const d of [
      emptyDesign(),
      design("dns"),
      design("dns · db 4 + 3×4"),
      design("dns · cache 3 · kv 2"),
    ]) {
      const { offered, answered, inFlight, failed } = simulate(d, calm(times(50)), screening).ledger;
      expect({ answered, inFlight }).toEqual({ answered: 0, inFlight: 0 });
      expect(failed).toBe(offered);
    }
  });

  onlyWhole("100,000 ticks come to their end", () => {
    const scenario = calm({ page: 300, write: 10 }, 100_000, { tickSec: 60 });
    const report = simulate(grounds[1] as Design, scenario, screening);
    expect(report.ledger.offered).toBe(310 * 60 * 100_000);
    expect(report.indicators.availability).toBe(1);
  });
});
