import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design, formatDesign } from "../../../src/sim/design/notation.ts";
import type { Gauge, Indicator } from "../../../src/sim/index.ts";
import { CacheModel, Popularity } from "../../../src/sim/keys/popularity.ts";
import type { Report } from "../../../src/sim/report/report.ts";
import { Run, simulate } from "../../../src/sim/run.ts";
import { cdnPerGb, egressPerGb, meteredSecPerMonth } from "../../../src/sim/scenario/capacities.ts";
import { mixed, patientClients, photoData, type Scenario } from "../../../src/sim/scenario/scenario.ts";
import { tieredPrice } from "../../../src/sim/tiers/edge/egress.ts";

const options = { seed: 1, particles: 64, stride: 1 };
const regions = { us: 0.55, europe: 0.3, asia: 0.15 } as const;

/** Level 7: pages and as many files, from three regions. */
const world: Scenario = {
  ticks: 600,
  tickSec: 1,
  streams: [
    ...mixed([[0, 50_000]], { page: 0.76, feed: 0.19, write: 0.05 }, regions, 0.3),
    { kind: "asset", curve: [[0, 50_000]], regions, mobileShare: 0.3 },
  ],
  data: photoData,
  clients: patientClients,
  billBandwidth: true,
  events: [
    { label: "rebrand", what: "rebrand", atSec: 300 },
    { label: "outage", what: "cdn-outage", atSec: 450, untilSec: 478 },
  ],
};
const quiet: Scenario = { ...world, ticks: 100, events: [] };
/** Files of one region alone, from boxes that never wait. */
const light: Scenario = {
  ...quiet,
  streams: [
    ...mixed([[0, 20]], { page: 1 }, { asia: 1 }, 0),
    { kind: "asset", curve: [[0, 20]], regions: { asia: 1 }, mobileShare: 0 },
  ],
};

const rest = "dns · lb 2 · cache 3 zones=2 invalidate · db 4 + 6×4 zones=AB";

function run(parts: string, scenario = world): Report {
  return simulate(design(`${rest} · ${parts}`), scenario, options);
}

function indicator(report: Report, name: Indicator): number {
  return report.indicators[name] ?? Number.NaN;
}

function billed(report: Report, id: string): number {
  return report.bill.find((line) => line.id === id)?.perMonth ?? 0;
}

function gauge(parts: string, name: Gauge, scenario = world): Float64Array {
  const played = new Run(design(`${rest} · ${parts}`), scenario, options);
  while (!played.done) played.advance();
  return played.world.gauges.column(name);
}

describe("the content delivery level", () => {
  test("starts with too few boxes, and twice the boxes leave Asia where it is", () => {
    expect(indicator(run("web 8×8"), "availability")).toBeLessThan(0.95);
    const naive = run("web 20×8");
    expect(indicator(naive, "availability")).toBeGreaterThan(0.99);
    expect(indicator(naive, "asia.pageLoadP95Ms")).toBeGreaterThan(8 * 170 - 1);
    expect(indicator(naive, "worstRegionPageLoadP95Ms")).toBe(indicator(naive, "asia.pageLoadP95Ms"));
    expect(naive.costPerMonth).toBeGreaterThan(42_000);
  });

  test("edges, versioned names and a fallback with room: under a second everywhere, for less", () => {
    const lesson = run("web 12×8 · cdn static versioned fallback");
    expect(indicator(lesson, "worstRegionPageLoadP95Ms")).toBeLessThan(950);
    expect(indicator(lesson, "availability")).toBeGreaterThan(0.99);
    expect(indicator(lesson, "staleAssetSecMax")).toBe(0);
    expect(indicator(lesson, "edgeHitRatio")).toBeGreaterThan(0.95);
    expect(lesson.costPerMonth).toBeLessThan(42_000);
  });

  test("an outage near one region's clients takes that region's files and nobody else's", () => {
    const during = (region?: "europe" | "us"): Scenario => ({
      ...quiet,
      events: [
        { label: "outage", what: "cdn-outage", atSec: 40, untilSec: 60, ...(region ? { region } : {}) },
      ],
    });
    const lostIn = (scenario: Scenario) => {
      const { failedBy } = run("web 12×8 · cdn static", scenario).ledger;
      return failedBy.find(({ place, reason }) => place === "cdn" && reason === "edge-down")?.count ?? 0;
    };
    const everywhere = lostIn(during());
    expect(everywhere).toBeGreaterThan(0);
    expect(lostIn(during("europe")) / everywhere).toBeCloseTo(0.3, 3);
    expect(lostIn(during("us")) / everywhere).toBeCloseTo(0.55, 3);
  });

  test("without a fallback the files of the outage fail at the edge", () => {
    const wrong = run("web 12×8 · cdn static versioned");
    expect(indicator(wrong, "availability")).toBeLessThan(0.99);
    expect(wrong.ledger.failedBy).toEqual([
      // 95 % of 50,000 a second for 28 s.
      { place: "cdn", reason: "edge-down", count: 1_330_000 },
    ]);
  });

  test("with a fallback they fail until clients have given the edge up", () => {
    const lesson = run("web 12×8 · cdn static versioned fallback");
    // 95 % of 50,000 a second for 5 s.
    expect(lesson.ledger.failedBy).toContainEqual({ place: "cdn", reason: "edge-down", count: 237_500 });
  });

  test("a fallback without room drowns the origin while the edges are down", () => {
    const tight = run("web 8×8 · cdn static versioned fallback");
    expect(indicator(tight, "asia.pageLoadP95Ms")).toBeGreaterThan(1_000);
    expect(tight.causes.some((cause) => cause.what === "saturated" && cause.place === "web")).toBe(true);
  });

  test("a time to live of 5 s asks the origin for two files in five", () => {
    const short = run("web 12×8 · cdn static versioned fallback ttl=5s");
    expect(indicator(short, "edgeHitRatio")).toBeGreaterThan(0.55);
    expect(indicator(short, "edgeHitRatio")).toBeLessThan(0.65);
    const long = run("web 12×8 · cdn static versioned fallback");
    // Every file that the origin sends again is billed.
    expect(short.costPerMonth).toBeGreaterThan(long.costPerMonth + 3_000);
  });

  test("the old logo stays for a time to live, a minute when purged, not at all under a new name", () => {
    const oldFor = (settings: string) => run(`web 12×8 · cdn static fallback ${settings}`);
    expect(indicator(oldFor("ttl=365d"), "staleAssetSecMax")).toBe(300);
    expect(indicator(oldFor("ttl=30s"), "staleAssetSecMax")).toBeGreaterThanOrEqual(28);
    expect(indicator(oldFor("ttl=30s"), "staleAssetSecMax")).toBeLessThanOrEqual(30);
    const purged = oldFor("purge");
    expect(indicator(purged, "staleAssetSecMax")).toBe(60);
    expect(billed(purged, "cdn-purge")).toBe((200_000 - 1_000) * 0.005);
    expect(indicator(oldFor("versioned"), "staleAssetSecMax")).toBe(0);
    expect(billed(oldFor("versioned"), "cdn-purge")).toBe(0);
  });

  test("new names and purges empty the edges once; prefetching softens that, and its bytes are billed", () => {
    const hits = gauge("web 12×8 · cdn static versioned fallback", "cdn.hitRatio");
    expect(hits[299]).toBeGreaterThan(0.98);
    expect(hits[300]).toBeLessThan(0.6);
    const purged = gauge("web 12×8 · cdn static purge fallback", "cdn.hitRatio");
    expect(purged[330]).toBeGreaterThan(0.98);
    expect(purged[360]).toBeLessThan(0.6);
    const warm = gauge("web 12×8 · cdn static versioned fallback prefetch", "cdn.hitRatio");
    expect(warm[300]).toBeGreaterThan((hits[300] as number) + 0.2);
    const report = run("web 12×8 · cdn static versioned fallback prefetch ttl=60s");
    expect(billed(report, "cdn-prefetch")).toBeGreaterThan(100);
  });

  test("the archive is stored and billed, and lowers the hit ratio", () => {
    const usual = run("web 12×8 · cdn static versioned fallback");
    const archive = run("web 12×8 · cdn archive versioned fallback");
    expect(indicator(archive, "edgeHitRatio")).toBeLessThan(indicator(usual, "edgeHitRatio") - 0.03);
    expect(archive.costPerMonth).toBeGreaterThan(usual.costPerMonth + 1_000);
    expect(indicator(archive, "asia.pageLoadP95Ms")).toBeCloseTo(indicator(usual, "asia.pageLoadP95Ms"), -2);
  });
});

describe("edges", () => {
  test("hit as often as a cache with a time to live and room for all would, at their region's rate", () => {
    for (const [region, share] of Object.entries(regions)) {
      const one: Scenario = {
        ...quiet,
        streams: quiet.streams.map((stream) => ({ ...stream, regions: { [region]: 1 } })),
      };
      const report = run("web 20×8 · cdn static fallback ttl=60s", one);
      const model = new CacheModel(new Popularity(photoData.assets, photoData.zipf));
      const expected = model.solve({
        policy: "lru",
        capacity: 1e12,
        ttlRequests: 50_000 * 0.95 * 60,
      });
      expect(Math.abs(indicator(report, "edgeHitRatio") - expected), `${region} ${share}`).toBeLessThan(
        0.002,
      );
    }
    const report = run("web 20×8 · cdn static fallback ttl=60s", quiet);
    const whole = run("web 20×8 · cdn static fallback ttl=60s", {
      ...quiet,
      streams: quiet.streams.map((stream) => ({ ...stream, regions: { us: 1 } })),
    });
    // Three edges each learn from their own users only.
    expect(indicator(report, "edgeHitRatio")).toBeLessThan(indicator(whole, "edgeHitRatio") - 0.02);
  });

  test("answer in their own round trip, and fetch what they lack over the whole distance", () => {
    const asset = (report: Report) => report.latency.find((row) => row.kind === "asset");
    const near = simulate(design("dns · box 32 · cdn static fallback ttl=365d"), light, options);
    expect(asset(near)?.p50Ms).toBeGreaterThan(18);
    expect(asset(near)?.p50Ms).toBeLessThan(22);
    const far = simulate(design("dns · box 32"), light, options);
    expect(asset(far)?.p50Ms).toBeGreaterThan(167);
    expect(asset(far)?.p50Ms).toBeLessThan(180);
  });
});

describe("a page load", () => {
  test("is its round trips, the answer and the slowest file, not a sum of percentiles", () => {
    const answer = 2.6;
    const far = simulate(design("dns · box 32"), light, options);
    expect(indicator(far, "asia.pageLoadP50Ms")).toBeGreaterThan(8 * 170 + answer / 2 - 2);
    expect(indicator(far, "asia.pageLoadP50Ms")).toBeLessThan(8 * 170 + 2 * answer + 2);
    const near = simulate(design("dns · box 32 · cdn static fallback ttl=365d"), light, options);
    expect(indicator(near, "asia.pageLoadP50Ms")).toBeGreaterThan(3 * 170 + 5 * 20 + answer / 2 - 2);
    expect(indicator(near, "asia.pageLoadP50Ms")).toBeLessThan(3 * 170 + 5 * 20 + 2 * answer + 2);
  });

  test("agrees with drawing answers and files one by one", () => {
    // Exponential answers of a box that never waits, each on a core that is next to alone; a quarter of the files come from the origin.
    const scenario: Scenario = { ...light, data: { ...photoData, assets: 20, zipf: 0 }, ticks: 400 };
    const report = simulate(design("dns · box 32 · cdn static fallback ttl=5s"), scenario, {
      ...options,
      particles: 256,
    });
    const model = new CacheModel(new Popularity(20, 0));
    const hit = model.solve({
      policy: "lru",
      capacity: 1e12,
      ttlRequests: 20 * 0.95 * 5,
    });
    let state = 1;
    const uniform = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const exponential = (meanMs: number) => -Math.log(uniform()) * meanMs;
    const pages = Array.from({ length: 200_000 }, () => {
      const file = uniform() < hit ? 100 : 100 + 170 + exponential(0.2);
      return 3 * 170 + exponential(2.2) + file;
    }).sort((a, b) => a - b);
    expect(Math.abs(indicator(report, "asia.pageLoadP50Ms") / (pages[100_000] as number) - 1)).toBeLessThan(
      0.01,
    );
    expect(Math.abs(indicator(report, "asia.pageLoadP95Ms") / (pages[190_000] as number) - 1)).toBeLessThan(
      0.01,
    );
  });

  test("is shorter with fewer round trips, and told where pages show no files", () => {
    const plain: Scenario = { ...light, streams: light.streams.filter(({ kind }) => kind !== "asset") };
    const trips = (pageRoundTrips: number) =>
      indicator(
        simulate(
          design("dns · box 32"),
          { ...light, clients: { ...patientClients, pageRoundTrips } },
          options,
        ),
        "asia.pageLoadP50Ms",
      );
    expect(Math.abs(trips(8) - trips(4) - 4 * 170)).toBeLessThan(2);
    const report = simulate(design("dns · box 32"), plain, options);
    expect(report.indicators["asia.pageLoadP50Ms"]).toBeUndefined();
  });
});

describe("bytes", () => {
  test("cost by tiers, each later one cheaper", () => {
    expect(tieredPrice(0, egressPerGb)).toBe(0);
    expect(tieredPrice(10_000, egressPerGb)).toBeCloseTo(900, 9);
    expect(tieredPrice(60_000, egressPerGb)).toBeCloseTo(900 + 40_000 * 0.085 + 10_000 * 0.07, 9);
    expect(tieredPrice(200_000, cdnPerGb)).toBeCloseTo(850 + 3_200 + 6_000 + 50_000 * 0.04, 9);
  });

  test("are those of the answers: 4 KB a page, 1 KB a write, 8 KB a file", () => {
    const report = run("web 20×8", quiet);
    const gb = ((50_000 * (0.95 * 4 + 0.05) + 50_000 * 8) / 1e6) * meteredSecPerMonth;
    expect(billed(report, "egress")).toBeCloseTo(tieredPrice(gb, egressPerGb), -1);
    const edge = run("web 20×8 · cdn static fallback", quiet);
    const edgeGb = ((50_000 * 0.95 * 8) / 1e6) * meteredSecPerMonth;
    expect(billed(edge, "cdn")).toBeCloseTo(tieredPrice(edgeGb, cdnPerGb), -1);
  });

  test("are a fixed contract unless the scenario bills them", () => {
    const { billBandwidth: _, ...fixed } = quiet;
    const ids = run("web 20×8 · cdn static fallback", fixed).bill.map((line) => line.id);
    expect(ids).not.toContain("egress");
    expect(ids).not.toContain("cdn");
  });
});

describe("the books", () => {
  test("are exact, and no figure is wrong, for any edge and any traffic", () => {
    const settings = fc.record({
      assets: fc.constantFrom("static", "archive"),
      ttl: fc.constantFrom("5s", "1h", "365d"),
      flags: fc.subarray(["versioned", "purge", "fallback", "prefetch"]),
      rate: fc.constantFrom(0, 1, 5_000, 1e9),
      stride: fc.constantFrom(1, 10),
      web: fc.constantFrom(0, 12),
    });
    fc.assert(
      fc.property(settings, ({ assets, ttl, flags, rate, stride, web }) => {
        const built = design(`${rest} · web ${web}×8 · cdn ${assets} ttl=${ttl} ${flags.join(" ")}`);
        const scenario: Scenario = {
          ...world,
          ticks: 60,
          streams: [
            ...mixed([[0, rate]], { page: 0.9, write: 0.1 }, regions, 0),
            { kind: "asset", curve: [[0, rate]], regions, mobileShare: 0 },
          ],
          events: [
            { label: "rebrand", what: "rebrand", atSec: 10 },
            { label: "outage", what: "cdn-outage", atSec: 33, untilSec: 47 },
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
        expect(Number.isFinite(report.costPerMonth)).toBe(true);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test("come out the same twice", () => {
    const once = () =>
      JSON.stringify(run("web 12×8 · cdn static purge fallback prefetch", { ...world, ticks: 120 }));
    expect(once()).toBe(once());
  });
});
