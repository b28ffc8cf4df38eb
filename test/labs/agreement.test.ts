import { describe, expect, it, test } from "vitest";
import {
  balancing,
  batching,
  benches,
  benchNames,
  labNames,
  loadTest,
  measuring,
  queue,
  restart,
  startOf,
  type Turned,
  usageOf,
} from "../../src/labs/index.ts";

/** How far two figures may lie apart, as a share of the second. */
const within = (value: number, expected: number | null, share: number) => {
  expect(expected).not.toBeNull();
  expect(Math.abs(value / (expected ?? 0) - 1), `${value} beside ${expected}`).toBeLessThan(share);
};

const requests = 120_000;
/** So many requests at loads up to 0.8 leave a mean uncertain by two to three parts in a hundred. */
const bar = 0.07;

describe("balancing, counted request by request", () => {
  const at = { boxes: 8, slow: 1, service: 20, requests, seed: 1 } as const;

  test.each([
    ["random", 0.5, 1],
    ["random", 0.7, 1],
    ["random", 0.3, 2],
    ["round-robin", 0.5, 1],
    ["round-robin", 0.8, 1],
    ["round-robin", 0.4, 2],
  ] as const)(
    "%s agrees with its formula at a load of %d, one box %d times as slow",
    (policy, load, slow) => {
      const { simulated, theory } = balancing.run({ ...at, policy, load, slow }) as never as Found;
      within(simulated.meanMs, theory.meanMs, bar);
      within(simulated.p95Ms, theory.p95Ms, bar);
      within(simulated.p99Ms, theory.p99Ms, 1.3 * bar);
    },
  );

  it("has two choices agree with boxes without number where there are many", () => {
    const { simulated, theory } = balancing.run({
      ...at,
      policy: "two",
      load: 0.8,
      boxes: 64,
    }) as never as Found;
    within(simulated.meanMs, theory.meanMs, 0.04);
    within(simulated.p95Ms, theory.p95Ms, 0.05);
  });

  it("is one queue with one box, whatever the policy", () => {
    for (const policy of ["round-robin", "random", "two", "least"] as const) {
      const { simulated } = balancing.run({ ...at, policy, load: 0.6, boxes: 1 }) as never as Found;
      within(simulated.meanMs, 50, 0.05);
    }
  });

  it("gives a slow box no more than it can bear only where the balancer looks", () => {
    const tail = (policy: "round-robin" | "random" | "two" | "least") =>
      (balancing.run({ ...at, policy, load: 0.7, slow: 4, requests: 20_000 }) as never as Found).simulated
        .p95Ms;
    expect(tail("least")).toBeLessThan(tail("two"));
    expect(tail("two")).toBeLessThan(tail("round-robin") / 10);
  });

  it("has no formula where a slow box cannot keep up, nor for least connections", () => {
    for (const [policy, slow] of [
      ["random", 4],
      ["two", 2],
      ["two", 1],
      ["least", 1],
    ] as const) {
      const { theory } = balancing.run({ ...at, requests: 1_000, policy, load: 0.7, slow }) as never as Found;
      expect(theory).toEqual({ meanMs: null, p95Ms: null, p99Ms: null });
    }
  });
});

interface Found {
  readonly simulated: { readonly meanMs: number; readonly p95Ms: number; readonly p99Ms: number };
  readonly theory: { readonly [name in "meanMs" | "p95Ms" | "p99Ms"]: number | null };
}

describe("a load test that lies", () => {
  const at = { cv2: 1, users: 10, service: 20, requests: 200_000, seed: 3 } as const;

  test.each([
    ["poisson", 0.5],
    ["poisson", 0.8],
    ["even", 0.5],
    ["even", 0.8],
    ["closed", 0.5],
    ["closed", 0.95],
  ] as const)("%s arrivals agree with their formula at a load of %d", (arrivals, load) => {
    const { simulated, theory } = loadTest.run({ ...at, arrivals, load }) as never as Found;
    within(simulated.meanMs, theory.meanMs, 0.05);
    within(simulated.p95Ms, theory.p95Ms, 0.06);
  });

  it("shows no wait at all where work is always the same and arrivals are even", () => {
    const { simulated, theory } = loadTest.run({
      ...at,
      cv2: 0,
      arrivals: "even",
      load: 0.95,
    }) as never as Found;
    expect(simulated.p99Ms).toBeCloseTo(20, 6);
    expect(theory.p99Ms).toBeCloseTo(20, 6);
  });

  it("knows the mean alone of work that varies otherwise", () => {
    const { simulated, theory } = loadTest.run({
      ...at,
      cv2: 0,
      arrivals: "poisson",
      load: 0.7,
    }) as never as Found;
    within(simulated.meanMs, theory.meanMs, 0.04);
    expect(theory.p95Ms).toBeNull();
  });

  it("hides the knee: even arrivals and users who wait see less than what comes as in life", () => {
    const tail = (arrivals: "poisson" | "even" | "closed") =>
      (loadTest.run({ ...at, arrivals, load: 0.9 }) as never as Found).simulated.p95Ms;
    expect(tail("even")).toBeLessThan(tail("poisson") * 0.7);
    expect(tail("closed")).toBeLessThan(tail("poisson") * 0.5);
  });

  it("has a lone user wait for nobody", () => {
    const { simulated } = loadTest.run({ ...at, users: 1, arrivals: "closed", load: 0.9 }) as never as Found;
    within(simulated.meanMs, 20, 0.03);
  });
});

describe("how long one must measure", () => {
  const at = { service: 100, repeats: 400, seed: 9 } as const;

  test.each([
    [0.3, 5],
    [0.5, 10],
    [0.7, 20],
  ])("agrees with the law of variances at a load of %d in %d minutes", (load, minutes) => {
    const found = measuring.run({ ...at, load, minutes });
    if ("ok" in found) throw new Error("it must run");
    within(found.simulated.halfWidthShare, found.theory.halfWidthShare, 0.12);
  });

  it("knows no law below twenty relaxation times, and one from there on", () => {
    const of = (minutes: number) => {
      const found = measuring.run({ ...at, repeats: 10, load: 0.81, minutes });
      if ("ok" in found) throw new Error("it must run");
      return found;
    };
    // 0.1 s / (1 − 0.9)² is ten seconds; twenty of them are 200 s.
    expect(of(3).relaxationSec).toBeCloseTo(10, 9);
    expect(of(3.3).theory.halfWidthShare).toBeNull();
    expect(of(3.4).theory.halfWidthShare).not.toBeNull();
  });
});

describe("a cache after its restart", () => {
  const at = { keys: 2_000, zipf: 1, capacity: 400, rate: 1_000, seed: 2 } as const;

  test.each([0, 0.2, 1, 5])("agrees with what it can have read in %d s", (sec) => {
    const found = restart.run({ ...at, at: sec });
    if ("ok" in found) throw new Error("it must run");
    within(found.simulated.hitRatio, found.theory.hitRatio, 0.04);
  });

  it("is in the long run what a cache of that size is", () => {
    const found = restart.run({ ...at, at: 60 });
    if ("ok" in found) throw new Error("it must run");
    expect(found.theory.hitRatio).toBeCloseTo(found.steadyHitRatio, 9);
  });

  it("forgets nothing when all fits", () => {
    const found = restart.run({ ...at, keys: 50, capacity: 50, zipf: 0, at: 10 });
    if ("ok" in found) throw new Error("it must run");
    expect(found.simulated.hitRatio).toBe(1);
    expect(found.steadyHitRatio).toBeCloseTo(1, 9);
  });
});

describe("batches", () => {
  const at = { setup: 40, each: 10, jobs: 40_000, seed: 5 } as const;
  const found = (rate: number, batch: number, hold?: number) => {
    const result = batching.run({ ...at, rate, batch, hold });
    if ("ok" in result) throw new Error("it must run");
    return result;
  };

  test.each([
    [8, 1, 0],
    [16, 4, 0],
    [45, 16, 0],
    [16, 4, undefined],
    [45, 16, undefined],
  ])("%d jobs a second in batches of %d, held for %s ms, agree with bulk service", (rate, batch, hold) => {
    const { simulated, theory } = found(rate, batch, hold);
    within(simulated.meanMs, theory.meanMs, 0.04);
    within(simulated.perSec, rate, 0.02);
  });

  it("are one queue with work that is always the same where each job is a batch (Pollaczek, Khinchine)", () => {
    for (const load of [0.3, 0.8])
      within(found(load * 20, 1, 0).theory.meanMs ?? 0, 50 * (1 + load / (2 * (1 - load))), 1e-4);
  });

  it("wait for the last of them where few come: (b − 1)/(2λ) on top of the work, and not at all where what is there is taken", () => {
    within(found(0.01, 8).theory.meanMs ?? 0, (7 / (2 * 0.01)) * 1_000 + 120, 1e-4);
    within(found(0.01, 8, 0).theory.meanMs ?? 0, 50, 0.01);
    // The last one does not come in time: each job is held for as long as it may be.
    within(found(0.01, 8, 300).simulated.meanMs, 350, 0.01);
  });

  it("get b/(setup + b × each) done, and no more where more comes", () => {
    for (const [batch, most] of [
      [1, 20],
      [8, 200 / 3],
      [256, 256 / 2.6],
    ] as const) {
      const { mostPerSec, simulated, theory } = found(300, batch, 0);
      expect(mostPerSec).toBeCloseTo(most, 9);
      within(simulated.perSec, most, 0.02);
      expect(theory).toEqual({ meanMs: null, p95Ms: null, p99Ms: null, perSec: mostPerSec });
    }
  });

  it("have a formula up to 95 % of that, and none for those that are held for a while", () => {
    expect(found(18.9, 1, 0).theory.meanMs).not.toBeNull();
    expect(found(19.1, 1, 0).theory.meanMs).toBeNull();
    expect(found(10, 4, 1).theory.meanMs).toBeNull();
  });

  it("raise what is done and, where few come, the time as well: larger is not better", () => {
    const meanMs = (rate: number, batch: number, hold?: number) => found(rate, batch, hold).simulated.meanMs;
    expect(meanMs(18, 2)).toBeLessThan(meanMs(18, 1) / 2);
    expect(meanMs(4, 16)).toBeGreaterThan(10 * meanMs(4, 1));
    // Taking what is there has both.
    expect(meanMs(4, 16, 0)).toBeLessThan(1.1 * meanMs(4, 1, 0));
  });
});

describe("benches", () => {
  it("are there by every name, and every lab stands on one", () => {
    expect(benches.map(({ name }) => name).sort()).toEqual([...benchNames].sort());
    expect(new Set(benches.map(({ lab }) => lab.name))).toEqual(new Set(labNames));
  });

  test.each(benches.map((bench) => [bench.name, bench] as const))(
    "%s turns its knobs within what its lab's options take",
    (_, bench) => {
      for (const turn of [bench.sweep, ...bench.others]) {
        expect(turn.values[turn.start], turn.id).toBeDefined();
        for (const value of turn.values) {
          const turned: Turned = { ...startOf(bench), [turn.id]: value };
          for (const [name, set] of Object.entries(bench.settings(turned))) {
            const knob = bench.lab.knobs[name];
            if (knob?.is === "word") expect(knob.words).toContain(set);
            else {
              expect(knob, name).toBeDefined();
              expect(Number(set)).toBeGreaterThanOrEqual(knob?.min ?? Number.NaN);
              expect(Number(set)).toBeLessThanOrEqual(knob?.max ?? Number.NaN);
              if (knob?.whole) expect(Number.isInteger(set)).toBe(true);
            }
          }
        }
      }
    },
  );

  it("names what must be given without brackets", () => {
    expect(usageOf(queue.knobs)).toBe(
      "--arrival λ --service μ --servers c [--cv2 v] [--ticks n] [--dt s] [--seed s]",
    );
  });
});
