import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  design,
  type Indicator,
  mixed,
  patientClients,
  photoData,
  type Reason,
  type Report,
  type Scenario,
  type ScenarioEvent,
  simulate,
  visible,
} from "../../../src/sim/index.ts";

const site = "lb 2 · web 15×8 · sessions pair · cache 3 ttl=1h invalidate · db 8 + 3×8 zones=AB";
const everything = "tools logs=sampled metrics=tiers business ci=canary";

const bad: ScenarioEvent = { label: "bad", atSec: 120, what: "bad-build", errorShare: 0.2 };
const checkout: ScenarioEvent = {
  label: "checkout",
  atSec: 240,
  what: "bad-build",
  errorShare: 0.3,
  silent: true,
};
const gray: ScenarioEvent = {
  label: "gray",
  atSec: 300,
  what: "gray",
  tier: "web",
  boxes: 1,
  errorShare: 0.3,
};
const disk: ScenarioEvent = { label: "disk", atSec: 450, untilSec: 540, what: "disk-fills" };

function quiet(events: readonly ScenarioEvent[], rps = 3_000, extra: Partial<Scenario> = {}): Scenario {
  return {
    ticks: 600,
    tickSec: 1,
    streams: mixed(
      [[0, rps]],
      { page: 0.75, feed: 0.18, own: 0.02, write: 0.04, order: 0.01 },
      { us: 1 },
      0.3,
    ),
    data: photoData,
    clients: patientClients,
    events,
    ...extra,
  };
}

function play(tools: string, scenario: Scenario, stride = 1): Report {
  const line = ["dns", tools, site].filter((part) => part !== "").join(" · ");
  return simulate(design(line), scenario, { seed: 11, particles: 16, stride });
}

function of(report: Report, name: Indicator): number {
  return report.indicators[name] as number;
}

function failures(report: Report, reason: Reason): number {
  return report.ledger.failedBy.find((row) => row.reason === reason)?.count ?? 0;
}

/** How long a fault lasted, from the events of the run. */
function lasted(report: Report, label: string): number {
  const note = report.notes.find((one) => one.what === "fault-mended" && one.label === label);
  return note?.what === "fault-mended" ? note.afterSec : Number.POSITIVE_INFINITY;
}

function found(report: Report, label: string) {
  const note = report.notes.find((one) => one.what === "fault-found" && one.label === label);
  return note?.what === "fault-found" ? note : undefined;
}

function finder(report: Report, label: string): string {
  return found(report, label)?.by ?? "nobody";
}

describe("level 11's day", () => {
  const day = quiet([bad, checkout, gray, { ...disk, untilSec: 570 }], 30_000);

  test("in the fog the bad build lasts six minutes and the rest is never found", () => {
    const report = play("", day);
    expect(of(report, "availability")).toBeLessThan(0.88);
    expect(of(report, "ordersShare")).toBeLessThan(0.74);
    expect(finder(report, "bad")).toBe("complaints");
    expect(lasted(report, "bad")).toBe(360);
    for (const label of ["checkout", "gray", "disk"]) expect(finder(report, label)).toBe("nobody");
  });

  test("all tools together keep both promises and find faults within 45 s on average", () => {
    const report = play(everything, day);
    expect(of(report, "availability")).toBeGreaterThan(0.995);
    expect(of(report, "ordersShare")).toBeGreaterThan(0.96);
    expect(of(report, "timeToDetectSecMean")).toBeLessThanOrEqual(45);
    expect(of(report, "faultsFound")).toBe(4);
    expect(report.bill.filter((line) => ["logs", "metrics", "business", "ci"].includes(line.id))).toEqual([
      { id: "logs", perMonth: 1_050 },
      { id: "metrics", perMonth: 150 },
      { id: "business", perMonth: 60 },
      { id: "ci", perMonth: 200 },
    ]);
  });

  test("host metrics alone see neither a bad build, nor the checkout, nor the one bad box", () => {
    const report = play("tools metrics=hosts", day);
    expect(of(report, "availability")).toBeLessThan(0.96);
    expect(of(report, "ordersShare")).toBeLessThan(0.8);
    expect([finder(report, "bad"), finder(report, "checkout"), finder(report, "gray")]).toEqual([
      "complaints",
      "nobody",
      "nobody",
    ]);
  });

  test("without a business metric all is green and a fifth of the orders is missing", () => {
    const report = play("tools logs=sampled metrics=tiers ci=canary", day);
    expect(of(report, "availability")).toBeGreaterThan(0.995);
    expect(of(report, "ordersShare")).toBeLessThan(0.85);
  });

  test("logging everything finds the same at a hundred times the price of a hundredth", () => {
    const sampled = play(everything, day);
    const full = play("tools logs=full metrics=tiers business ci=canary", day);
    expect(of(full, "availability")).toBeCloseTo(of(sampled, "availability"), 4);
    const logs = (report: Report) => report.bill.find((line) => line.id === "logs")?.perMonth ?? 0;
    // 30,000 requests/s of 2 KB, 0.4 × 2.63 M s a month, $0.5 a GB.
    expect(logs(full)).toBeCloseTo(30_000 * 2e-6 * 1_052_000 * 0.5, 0);
    expect(logs(sampled)).toBe(1_050);
  });

  test("a fast way back without a canary still costs 45 s of errors for everybody", () => {
    const rollback = play("tools logs=sampled metrics=tiers business ci=rollback", day);
    expect(lasted(rollback, "bad")).toBe(45);
    expect(of(rollback, "availability")).toBeLessThan(0.995);
    expect(of(rollback, "availability")).toBeGreaterThan(0.975);
  });
});

describe("a bad build", () => {
  const one = quiet([bad], 1_000);

  test("fails its share of the requests for as long as it is out, no more and no less", () => {
    const report = play("tools ci=rollback", one);
    expect(lasted(report, "bad")).toBe(60);
    expect(failures(report, "bad-build")).toBeCloseTo(0.2 * 1_000 * 60, -2);
  });

  test("hurts less with every tool", () => {
    const lost = ["", "tools deploy=automated", "tools metrics=tiers", "tools ci=rollback metrics=tiers"]
      .concat("tools ci=canary metrics=tiers")
      .map((tools) => failures(play(tools, one), "bad-build"));
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
    expect(lost[4] as number).toBeLessThan((lost[3] as number) / 10);
  });

  test("goes back faster when deployment is automated", () => {
    expect(lasted(play("tools metrics=tiers", one), "bad")).toBe(150);
    expect(lasted(play("tools metrics=tiers deploy=automated", one), "bad")).toBe(90);
  });

  test("never reaches users when a smoke test meets its errors; a rare error slips through", () => {
    expect(failures(play("tools smoke", one), "bad-build")).toBe(0);
    const rare = quiet([{ ...bad, errorShare: 0.02 }], 1_000);
    expect(failures(play("tools smoke", rare), "bad-build")).toBeGreaterThan(0);
    expect(finder(play("", rare), "bad")).toBe("nobody");
  });

  test("takes one service of three when services are split, for a little more latency", () => {
    const whole = play("", one);
    const split = play("services", one);
    expect(failures(split, "bad-build") / failures(whole, "bad-build")).toBeCloseTo(1 / 3, 2);
    const calm = quiet([], 1_000);
    const more = of(play("services", calm), "latencyMeanMs") - of(play("", calm), "latencyMeanMs");
    expect(more).toBeCloseTo(1, 1);
  });

  test("is stopped by a canary only where a log or metrics of the tier tell it from the boxes beside it", () => {
    const stopped = (tools: string) => finder(play(`tools ci=canary ${tools}`, one), "bad") === "canary";
    const watching = ["logs=sampled", "logs=full", "metrics=tiers"];
    const blind = ["", "metrics=hosts", "business", "traces"];
    expect(watching.map(stopped)).toEqual(watching.map(() => true));
    expect(blind.map(stopped)).toEqual(blind.map(() => false));
  });

  test("ends by itself when the next build replaces it", () => {
    const report = play("", quiet([{ ...bad, untilSec: 130 }], 1_000));
    expect(failures(report, "bad-build")).toBeCloseTo(0.2 * 1_000 * 10, -2);
  });
});

describe("a silent fault, a gray box, a filling disk", () => {
  test("only orders show a dead checkout button", () => {
    const report = play("tools business ci=rollback", quiet([checkout]));
    expect(finder(report, "checkout")).toBe("business");
    expect(lasted(report, "checkout")).toBe(60);
    expect(finder(play("tools logs=full metrics=tiers", quiet([checkout])), "checkout")).toBe("nobody");
  });

  test("only a central log shows one bad box among many, and a sample of little traffic is slow", () => {
    expect(finder(play("tools metrics=tiers business", quiet([gray])), "gray")).toBe("nobody");
    const log = play("tools logs=sampled", quiet([gray]));
    expect(lasted(log, "gray")).toBe(75);
    expect(found(log, "gray")?.box).toEqual(expect.any(Number));
    const little = quiet([gray], 300);
    expect(lasted(play("tools logs=full", little), "gray")).toBe(75);
    // 300/15 × 0.3 × 1 % is one line in 17 s; ten make a pattern.
    expect(lasted(play("tools logs=sampled", little), "gray")).toBeCloseTo(10 / 0.06 + 15, -1);
  });

  test("traces name one bad box in half the time of a log, and say nothing of a build", () => {
    const traces = play("tools traces", quiet([gray], 30_000));
    expect(finder(traces, "gray")).toBe("traces");
    expect(lasted(traces, "gray")).toBe(45);
    expect(found(traces, "gray")?.box).toEqual(expect.any(Number));
    expect(finder(play("tools traces", quiet([bad], 1_000)), "bad")).toBe("complaints");
  });

  test("host metrics see a disk in time when there is time; otherwise a third of the misses fails", () => {
    const slow = quiet([{ ...disk, untilSec: 580 }]);
    expect(failures(play("tools metrics=hosts", slow), "disk-full")).toBe(0);
    expect(failures(play("", slow), "disk-full")).toBeGreaterThan(0);
    const tight = play("tools metrics=hosts", quiet([disk]));
    expect(lasted(tight, "disk")).toBe(30);
    expect(failures(tight, "disk-full")).toBeLessThan(failures(play("", quiet([disk])), "disk-full"));
  });
});

describe("two regions on two versions", () => {
  const deploy: ScenarioEvent = { label: "deploy", atSec: 60, what: "deploy" };
  const outage: ScenarioEvent = {
    label: "dark",
    atSec: 200,
    untilSec: 300,
    what: "region-outage",
    region: "us",
  };
  const world: Scenario = {
    ...quiet([deploy], 800),
    ticks: 300,
    streams: mixed([[0, 800]], { page: 0.9, write: 0.1 }, { us: 0.55, korea: 0.45 }, 0.3),
  };
  const two = (tools: string, events = world.events) =>
    simulate(
      design(
        `dns geo ttl=30s · sync async · ${tools}lb 2 · web 8×8 · sessions pair · cache 2 · db 8 + 2×8 · ` +
          "@korea · lb 2 · web 8×8 · sessions pair · cache 2 · db 0 + 2×8",
      ),
      { ...world, events },
      { seed: 3, particles: 16, stride: 1 },
    );

  test("by hand, writes that cross regions fail from the deploy on", () => {
    const report = two("");
    // A fifth of Korea's writes, for 240 s.
    expect(of(report, "versionSkewErrors")).toBeCloseTo(0.2 * 0.45 * 80 * 240, -2);
    expect(failures(report, "version-skew")).toBeGreaterThan(0);
  });

  test("automated, for seconds; with smoke tests, not at all", () => {
    const automated = of(two("tools deploy=automated · "), "versionSkewErrors");
    expect(automated).toBeLessThan(of(two(""), "versionSkewErrors") / 8);
    expect(automated).toBeGreaterThan(0);
    expect(of(two("tools deploy=automated smoke · "), "versionSkewErrors")).toBe(0);
  });

  test("users who fail over to the other version's site meet it too", () => {
    expect(of(two("", [deploy, outage]), "versionSkewErrors")).toBeGreaterThan(
      1.5 * of(two(""), "versionSkewErrors"),
    );
  });

  describe("deployed one after the other", () => {
    const staggered = "tools deploy=staggered · ";
    const lostTo = (tools: string, event: ScenarioEvent) => failures(two(tools, [event]), "bad-build");
    const build = { ...bad, atSec: 60 };

    test("understand each other", () => {
      expect(of(two(staggered), "versionSkewErrors")).toBe(0);
    });

    test("show a bad build to the users of one region alone, for as long as it is watched and taken back", () => {
      const report = two(staggered, [build]);
      expect(finder(report, "bad")).toBe("stage");
      expect(lasted(report, "bad")).toBe(120);
      // A fifth of what 45 % of the users ask for: their writes travel to the other region, through their own web boxes.
      expect(failures(report, "bad-build")).toBeCloseTo(0.2 * 0.45 * 800 * 120, -2);
    });

    test("pass on to everybody what nobody sees in the first", () => {
      const silent: ScenarioEvent = { ...build, errorShare: 3e-4 };
      const everywhere = lostTo("tools deploy=automated · ", silent);
      expect(lostTo(staggered, silent)).toBeLessThan(everywhere);
      expect(lostTo(staggered, silent)).toBeGreaterThan(0.7 * everywhere);
    });

    test("make no difference to a system of one region", () => {
      const one = quiet([bad], 1_000);
      const lost = (tools: string) => failures(play(tools, one), "bad-build");
      expect(lost("tools deploy=staggered")).toBe(lost("tools deploy=automated"));
    });
  });

  test("one region never disagrees with itself", () => {
    expect(of(play("", quiet([deploy])), "versionSkewErrors")).toBe(0);
  });
});

describe("fog", () => {
  test("lifts with what was bought", () => {
    const none = design("dns");
    const hosts = design("dns · tools metrics=hosts");
    const all = design(`dns · ${everything}`);
    for (const gauge of [
      "web.cpu",
      "db@korea.utilization",
      "cache.hitRatio",
      "failed",
      "business.ordersPerSec",
    ] as const) {
      expect(visible(none, gauge)).toBe(false);
      expect(visible(all, gauge)).toBe(true);
    }
    expect(visible(none, "offered")).toBe(true);
    expect(visible(hosts, "web.cpu")).toBe(true);
    expect(visible(hosts, "cache.hitRatio")).toBe(false);
    expect(visible(design("dns · tools logs=sampled"), "failed")).toBe(true);
    expect(visible(design("dns · tools business"), "business.ordersPerSec")).toBe(true);
  });
});

describe("any tools, any steps", () => {
  test("the books balance and nothing is negative or NaN", () => {
    const choices = fc.record({
      logs: fc.constantFrom("none", "sampled", "full"),
      metrics: fc.constantFrom("none", "hosts", "tiers"),
      ci: fc.constantFrom("none", "rollback", "canary"),
      rest: fc.constantFrom("", " business", " smoke deploy=automated", " business smoke"),
    });
    fc.assert(
      fc.property(
        choices,
        fc.constantFrom(0, 1, 500, 1e9),
        fc.constantFrom(1, 10, 60),
        ({ logs, metrics, ci, rest }, rps, tickSec) => {
          const words = [`logs=${logs}`, `metrics=${metrics}`, `ci=${ci}`];
          const chosen = words.filter((word) => !word.endsWith("none")).join(" ") + rest;
          const scenario = quiet([bad, checkout, gray, disk], rps, {
            ticks: Math.ceil(600 / tickSec),
            tickSec,
          });
          const report = play(chosen === "" ? "" : `tools ${chosen.trim()}`, scenario);
          for (const [name, value] of Object.entries(report.indicators)) {
            expect(Number.isFinite(value), name).toBe(true);
            expect(value, name).toBeGreaterThanOrEqual(0);
          }
          const { offered, answered, failed, inFlight, failedBy } = report.ledger;
          expect(answered + failed + inFlight).toBe(offered);
          expect(failedBy.reduce((sum, row) => sum + row.count, 0)).toBe(failed);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("steps of ten seconds tell the same as seconds", () => {
    for (const tools of ["", everything]) {
      const fine = play(tools, quiet([bad, checkout, gray, disk]));
      const coarse = play(tools, quiet([bad, checkout, gray, disk]), 10);
      expect(of(coarse, "availability")).toBeCloseTo(of(fine, "availability"), 2);
      expect(of(coarse, "ordersShare")).toBeCloseTo(of(fine, "ordersShare"), 2);
      expect(of(coarse, "timeToDetectSecMean")).toBeCloseTo(of(fine, "timeToDetectSecMean"), 1);
    }
  });
});
