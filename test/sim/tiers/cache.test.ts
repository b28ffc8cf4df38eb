import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design, formatDesign } from "../../../src/sim/design/notation.ts";
import type { Gauge, Indicator } from "../../../src/sim/index.ts";
import type { Report } from "../../../src/sim/report/report.ts";
import { Run, simulate } from "../../../src/sim/run.ts";
import {
  mixed,
  patientClients,
  photoData,
  type Scenario,
  type ScenarioEvent,
} from "../../../src/sim/scenario/scenario.ts";

const options = { seed: 1, particles: 64, stride: 1 };

/** The home feed of level 6. */
const feed: Scenario = {
  ticks: 600,
  tickSec: 1,
  streams: mixed(
    [
      [0, 34_000],
      [300, 42_000],
    ],
    { page: 0.76, feed: 0.19, write: 0.04, order: 0.01 },
    { us: 1 },
    0.3,
  ),
  data: photoData,
  clients: patientClients,
  events: [
    { label: "restart", what: "cache-restart", nodes: 1, atSec: 200, untilSec: 215 },
    { label: "sale", what: "sale", share: 0.05, atSec: 350 },
    { label: "crawler", what: "crawl", objects: 4_000_000, atSec: 450, untilSec: 550 },
  ],
};
const quiet: Scenario = { ...feed, ticks: 120, events: [] };

const rest = "dns · lb 2 interval=10s retry · web 8×8 · db 4 + 6×4 zones=AB · kv 1";

function run(cache: string, scenario = feed): Report {
  return simulate(design(`${rest} · ${cache}`), scenario, options);
}

function indicator(report: Report, name: Indicator): number {
  return report.indicators[name] ?? Number.NaN;
}

function gauge(notation: string, name: Gauge, scenario: Scenario): Float64Array {
  const played = new Run(design(notation), scenario, options);
  while (!played.done) played.advance();
  return played.world.gauges.column(name);
}

describe("the cache level", () => {
  test("starts overloaded: every identical query is paid for again", () => {
    const start = simulate(design(rest), feed, options);
    expect(indicator(start, "availability")).toBeLessThan(0.5);
    expect(indicator(start, "hitRatio")).toBe(0);
  });

  test("three nodes in two zones, an hour, invalidation: fast and whole for less than $5,000, and old for an hour where an invalidation was lost", () => {
    const lesson = run("cache 3 zones=2 ttl=1h invalidate");
    expect(indicator(lesson, "latencyP95Ms")).toBeLessThan(60);
    expect(indicator(lesson, "availability")).toBeGreaterThan(0.999);
    expect(indicator(lesson, "hitRatio")).toBeGreaterThan(0.8);
    // The sale is 250 s before the end.
    expect(indicator(lesson, "staleSecMax")).toBe(250);
    expect(indicator(lesson, "staleReadShare")).toBeLessThan(0.002);
    expect(indicator(lesson, "ordersLost")).toBe(0);
    expect(lesson.costPerMonth).toBe(4_738);
  });

  test("one node: its restart sends every read to the database at once, and the level's goals are missed", () => {
    const one = run("cache 1 ttl=1h invalidate");
    expect(indicator(one, "availability")).toBeLessThan(0.995);
    expect(indicator(one, "latencyP95Ms")).toBeGreaterThan(60);
    const losing = one.causes.filter((cause) => cause.what === "losing").map(({ tick }) => tick);
    expect(Math.min(...losing)).toBeGreaterThanOrEqual(200);
    expect(Math.min(...losing)).toBeLessThan(230);
    const calm = run("cache 1 ttl=1h invalidate", { ...feed, events: feed.events.slice(1) });
    expect(indicator(calm, "availability")).toBe(1);
  });

  test("a time to live of 5 s reloads all the time, 60 s still too often", () => {
    const five = run("cache 3 zones=2 ttl=5s invalidate");
    expect(indicator(five, "hitRatio")).toBeLessThan(0.38);
    expect(indicator(five, "latencyP95Ms")).toBeGreaterThan(1_000);
    const sixty = run("cache 3 zones=2 ttl=60s invalidate");
    expect(indicator(sixty, "hitRatio")).toBeLessThan(0.58);
    expect(indicator(sixty, "latencyP95Ms")).toBeGreaterThan(60);
  });

  test("an hour or for ever without invalidation is fast and wrong", () => {
    for (const ttl of ["1h", "never"]) {
      const wrong = run(`cache 3 zones=2 ttl=${ttl}`);
      expect(indicator(wrong, "latencyP95Ms")).toBeLessThan(60);
      expect(indicator(wrong, "staleSecMax")).toBe(250);
      expect(indicator(wrong, "staleReadShare")).toBeGreaterThan(0.05);
    }
    expect(indicator(run("cache 3 zones=2 ttl=60s"), "staleSecMax")).toBeLessThanOrEqual(60);
  });

  test("orders in the cache alone go with the node that restarts", () => {
    const only = run("cache 3 zones=2 ttl=1h invalidate only");
    // A third of the orders of 200 s at 340 to 390 a second.
    expect(indicator(only, "ordersLost")).toBeGreaterThan(23_500);
    expect(indicator(only, "ordersLost")).toBeLessThan(25_500);
  });

  test("more of the same meets the latency, far over any budget", () => {
    const naive = simulate(design("dns · lb 2 · web 16×8 · db 4 + 8×4 zones=AB · kv 1"), feed, options);
    expect(indicator(naive, "latencyP95Ms")).toBeLessThan(60);
    expect(naive.costPerMonth).toBeGreaterThan(7_000);
  });
});

describe("each setting of the cache", () => {
  test("nodes and memory: room for more objects hits more, and costs by the gigabyte", () => {
    const small = run("cache 3 memory=1 ttl=1h", quiet);
    const large = run("cache 3 memory=4 ttl=1h", quiet);
    const wide = run("cache 6 memory=1 ttl=1h", quiet);
    expect(indicator(large, "hitRatio")).toBeGreaterThan(indicator(small, "hitRatio") + 0.05);
    expect(indicator(wide, "hitRatio")).toBeGreaterThan(indicator(small, "hitRatio") + 0.03);
    expect(large.costPerMonth - small.costPerMonth).toBeCloseTo((3 * 3 * 114) / 6, 6);
  });

  test("eviction: a crawler hurts FIFO most, LRU less, LFU not at all; with spare memory nothing is evicted", () => {
    const fallOf = (cache: string) => {
      const hits = gauge(`${rest} · ${cache}`, "cache.hitRatio", {
        ...feed,
        events: [{ label: "crawler", what: "crawl", objects: 4_000_000, atSec: 300, untilSec: 400 }],
      });
      return (hits[299] as number) - (hits[400] as number);
    };
    const [lru, fifo, lfu] = ["lru", "fifo", "lfu"].map((policy) =>
      fallOf(`cache 3 memory=1 ttl=1h evict=${policy}`),
    ) as [number, number, number];
    expect(lru).toBeGreaterThan(0.02);
    expect(fifo).toBeGreaterThan(lru + 0.01);
    expect(lfu).toBeLessThan(0.005);
    expect(fallOf("cache 3 memory=4 ttl=1h")).toBeLessThan(0.005);
    const evicted = (cache: string) =>
      Math.max(...gauge(`${rest} · ${cache}`, "cache.evictionsPerSec", feed));
    expect(evicted("cache 3 memory=1 ttl=1h")).toBeGreaterThan(1_000);
    expect(evicted("cache 3 memory=4 ttl=1h")).toBe(0);
  });

  test("invalidation: fresher reads for fewer hits", () => {
    const on = run("cache 3 ttl=1h invalidate", quiet);
    const off = run("cache 3 ttl=1h", quiet);
    // One invalidation in a hundred is lost.
    expect(indicator(on, "staleReadShare")).toBeLessThan(indicator(off, "staleReadShare") / 80);
    expect(indicator(on, "hitRatio")).toBeLessThan(indicator(off, "hitRatio"));
  });

  test("a lease: while the database is slow, the readers of an expired key do not all go there", () => {
    const slow: ScenarioEvent = {
      label: "slow",
      what: "slow",
      tier: "primary",
      boxes: 1,
      speed: 0.005,
      atSec: 30,
      untilSec: 90,
    };
    const hot: Scenario = {
      ...quiet,
      streams: mixed([[0, 15_000]], { page: 1 }, { us: 1 }, 0),
      data: { ...photoData, objects: 500 },
      events: [slow],
    };
    const at = (lease: string) =>
      simulate(design(`dns · lb 2 · web 9×8 · db 4 · cache 3 ttl=5s ${lease}`), hot, options);
    expect(indicator(at("lease"), "hitRatio")).toBeGreaterThan(indicator(at(""), "hitRatio") + 0.02);
    expect(indicator(at("lease"), "latencyP99Ms")).toBeLessThan(indicator(at(""), "latencyP99Ms"));
  });

  test("zones: a flood takes the nodes of its zone, and all of them when they stand in one", () => {
    const flood: Scenario = {
      ...quiet,
      streams: mixed([[0, 10_000]], { page: 0.8, feed: 0.2 }, { us: 1 }, 0),
      events: [{ label: "flood", what: "flood", zone: "A", atSec: 60 }],
    };
    const hits = (zones: number) =>
      gauge(`${rest} · cache 4 ttl=1h zones=${zones}`, "cache.hitRatio", flood)[119] as number;
    expect(hits(1)).toBe(0);
    expect(hits(2)).toBeGreaterThan(0.6);
    // The survivors learn the lost keys; one of three zones is less than one of two.
    expect(hits(3)).toBeGreaterThanOrEqual(hits(2) - 0.01);
    const near = run("cache 3 ttl=1h zones=1", quiet);
    const far = run("cache 3 ttl=1h zones=3", quiet);
    expect(indicator(far, "latencyMeanMs")).toBeGreaterThan(indicator(near, "latencyMeanMs") + 0.3);
  });

  test("each site has a cache of its own, fed by its own users; a dark site forgets", () => {
    const scenario: Scenario = {
      ...quiet,
      ticks: 300,
      streams: mixed([[0, 8_000]], { page: 1 }, { us: 0.8, korea: 0.2 }, 0),
      events: [{ label: "dark", what: "region-outage", region: "us", atSec: 100, untilSec: 200 }],
    };
    const two = "dns geo ttl=10s check=5s · box 16 · cache 2 ttl=5m · @korea · box 16 · cache 2 ttl=5m";
    const home = gauge(two, "cache.hitRatio", scenario);
    const away = gauge(two, "cache@korea.hitRatio", scenario);
    expect(home[90]).toBeGreaterThan((away[90] as number) + 0.05);
    expect(away[199]).toBeGreaterThan(away[90] as number);
    expect(home[235]).toBeLessThan((home[90] as number) - 0.05);
  });
});

describe("the books", () => {
  test("are exact, and no figure is wrong, for any cache and any traffic", () => {
    const settings = fc.record({
      nodes: fc.integer({ min: 1, max: 32 }),
      memory: fc.constantFrom(1, 6, 12),
      ttl: fc.constantFrom("1s", "60s", "1h", "never"),
      evict: fc.constantFrom("lru", "fifo", "lfu"),
      flags: fc.subarray(["invalidate", "lease", "only"]),
      zones: fc.integer({ min: 1, max: 3 }),
      rate: fc.constantFrom(0, 1, 3_000, 1e9),
      stride: fc.constantFrom(1, 10),
    });
    fc.assert(
      fc.property(settings, ({ nodes, memory, ttl, evict, flags, zones, rate, stride }) => {
        const cache = `cache ${nodes} memory=${memory} ttl=${ttl} evict=${evict} zones=${zones} ${flags.join(" ")}`;
        const built = design(`${rest} · ${cache}`);
        const scenario: Scenario = {
          ...feed,
          ticks: 60,
          streams: mixed([[0, rate]], { page: 0.7, feed: 0.1, write: 0.1, order: 0.1 }, { us: 1 }, 0),
          events: [
            { label: "restart", what: "cache-restart", nodes: 2, atSec: 5, untilSec: 12 },
            { label: "sale", what: "sale", share: 0.3, atSec: 15 },
            { label: "crawl", what: "crawl", objects: 1e6, atSec: 20, untilSec: 30 },
            { label: "flood", what: "flood", zone: "A", atSec: 40 },
          ],
        };
        const report = simulate(built, scenario, { seed: 1, particles: 16, stride });
        const { offered, answered, failed, inFlight, failedBy } = report.ledger;
        expect(answered + failed + inFlight, formatDesign(built)).toBe(offered);
        expect(failedBy.reduce((sum, row) => sum + row.count, 0)).toBe(failed);
        for (const [name, value] of Object.entries(report.indicators)) {
          expect(Number.isNaN(value), name).toBe(false);
          expect(value, name).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  test("come out the same twice", () => {
    const once = () =>
      JSON.stringify(run("cache 3 ttl=60s invalidate lease zones=2", { ...feed, ticks: 260 }));
    expect(once()).toBe(once());
  });
});

describe("the boxes' own memory stands before the cache", () => {
  const post: Scenario = {
    ...quiet,
    streams: [{ kind: "post", curve: [[0, 12_000]], regions: { us: 1 }, mobileShare: 0 }],
    events: [{ label: "post", what: "celebrity", readsPerSec: 0, likesPerSec: 0, atSec: 0 }],
  };
  const play = (parts: string) => {
    const played = new Run(design(`dns · lb 4 · ${parts} · db 8`), post, options);
    while (!played.done) played.advance();
    return played;
  };
  const askedPerSec = (parts: string) => play(parts).world.tally.cacheLookups / post.ticks;
  const hitRatio = (parts: string) => indicator(play(parts).report(), "hitRatio");

  test("12,000 readers of a post that 24 boxes keep for 2 s ask the cache 12 times a second", () => {
    expect(askedPerSec("web 24×16 local=2s · cache 2")).toBeCloseTo(12, 1);
    expect(askedPerSec("web 24×16 · cache 2")).toBeGreaterThan(11_900);
  });

  test("the hit ratio is that of what reached the cache", () => {
    // Of 12 a second that still come, one in sixty finds an entry of 5 s gone; of 12,000, next to none.
    expect(hitRatio("web 24×16 local=2s · cache 2 ttl=5s")).toBeLessThan(0.99);
    expect(hitRatio("web 24×16 · cache 2 ttl=5s")).toBeGreaterThan(0.998);
  });
});
