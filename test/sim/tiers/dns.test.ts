import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import type { Indicator } from "../../../src/sim/index.ts";
import type { Report } from "../../../src/sim/report/report.ts";
import { Run, simulate } from "../../../src/sim/run.ts";
import { mixed, patientClients, photoData, type Scenario } from "../../../src/sim/scenario/scenario.ts";

const options = { seed: 1, particles: 64, stride: 1 };
const shares = { us: 0.55, korea: 0.45 } as const;

/** Users at both ends; Virginia dark for 200 of 600 s. */
const dark: Scenario = {
  ticks: 600,
  tickSec: 1,
  streams: mixed([[0, 400]], { page: 1 }, shares, 0),
  data: photoData,
  clients: patientClients,
  events: [{ label: "dark", what: "region-outage", region: "us", atSec: 300, untilSec: 500 }],
};
const quiet: Scenario = { ...dark, ticks: 60, events: [] };
const two = "box 32 · @korea · box 32";

function indicator(report: Report, name: Indicator): number {
  return report.indicators[name] ?? Number.NaN;
}

function run(notation: string, scenario = dark, stride = 1): Report {
  return simulate(design(notation), scenario, { ...options, stride });
}

/** Requests per second that enter the home site, step by step. */
function atHome(notation: string, scenario: Scenario): number[] {
  const played = new Run(design(notation), scenario, options);
  const rates: number[] = [];
  while (!played.done) {
    played.advance();
    rates.push(played.world.sites[0]!.routes.reduce((sum, route) => sum + route.offeredPerSec, 0));
  }
  return rates;
}

/** Availability by resolvers one by one: each asks again when its answer is one TTL old, and gets the known truth. */
function byResolver(check: number, ttl: number): number {
  const resolvers = 4_000;
  let lost = 0;
  for (let r = 0; r < resolvers; r++) {
    let asksAt = -ttl + ((r + 0.5) / resolvers) * ttl;
    let home = true;
    for (let t = 0; t < 600; t++) {
      while (asksAt <= t) {
        const isKnownDark = asksAt >= 300 + 3 * check && asksAt < 500 + 3 * check;
        home = !isKnownDark;
        asksAt += ttl;
      }
      if (home && t >= 300 && t < 500) lost++;
    }
  }
  return 1 - (shares.us * lost) / resolvers / 600;
}

describe("names", () => {
  test("without a domain nobody finds the site", () => {
    const report = run("box 32", quiet);
    expect(indicator(report, "availability")).toBe(0);
    expect(report.ledger.failedBy.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      "dns: no-domain",
    ]);
    expect(indicator(run("dns · box 32", quiet), "availability")).toBe(1);
  });

  test("with geo send each user to the nearest site, without to the home site", () => {
    const one = run("dns · box 32", quiet);
    const geo = run(`dns geo · ${two}`, quiet);
    expect(indicator(one, "korea.latencyP50Ms")).toBeGreaterThan(178);
    expect(indicator(geo, "korea.latencyP50Ms")).toBeLessThan(70);
    expect(indicator(geo, "us.latencyP50Ms")).toBeCloseTo(indicator(one, "us.latencyP50Ms"), -1);
    expect(indicator(run(`dns · ${two}`, quiet), "korea.latencyP50Ms")).toBeGreaterThan(178);
    // Europe is nearer to Virginia than to Seoul.
    const europe: Scenario = { ...quiet, streams: mixed([[0, 100]], { page: 1 }, { europe: 1 }, 0) };
    const latency = indicator(run(`dns geo · ${two}`, europe), "latencyP50Ms");
    expect(latency).toBeGreaterThan(85);
    expect(latency).toBeLessThan(130);
  });
});

describe("when a site goes dark", () => {
  test("users fail for three checks and then, on average, half a TTL, as resolvers counted one by one do", () => {
    for (const [check, ttl] of [
      [10, 30],
      [10, 10],
      [5, 60],
      [60, 30],
      [10, 300],
    ] as const) {
      const report = run(`dns geo ttl=${ttl}s check=${check}s · ${two}`);
      const expected = byResolver(check, ttl);
      expect(
        Math.abs(indicator(report, "availability") - expected),
        `check ${check} s, TTL ${ttl} s`,
      ).toBeLessThan(0.002);
      expect(report.ledger.failedBy.map(({ place }) => place)).toEqual(["dns"]);
    }
  });

  test("without a second site, or without geo, everybody fails until it is back", () => {
    for (const notation of ["dns · box 32", "dns geo · box 32", `dns · ${two}`])
      expect(indicator(run(notation), "availability")).toBeCloseTo(1 - 200 / 600, 3);
  });

  test("its users come back over one TTL after the checks have seen it", () => {
    const rates = atHome(`dns geo ttl=40s check=10s · ${two}`, dark);
    const own = 400 * shares.us;
    expect(rates[299]).toBeCloseTo(own, 6);
    expect(rates[329]).toBeCloseTo(own, 6);
    expect(rates[350]).toBeCloseTo(own * (1 - 20.5 / 40), 6);
    expect(rates[380]).toBe(0);
    expect(rates[525]).toBe(0);
    expect(rates[550]).toBeCloseTo((own * 20.5) / 40, 6);
    expect(rates[580]).toBeCloseTo(own, 6);
  });

  test("the survivor needs room for both: one that was busy with its own melts", () => {
    const busy: Scenario = { ...dark, streams: mixed([[0, 4_000]], { page: 1 }, shares, 0) };
    const roomy = run("dns geo ttl=10s check=5s · box 16 · @korea · box 16", busy);
    const tight = run("dns geo ttl=10s check=5s · box 16 · @korea · box 8", busy);
    expect(indicator(roomy, "availability")).toBeGreaterThan(0.97);
    expect(indicator(tight, "availability")).toBeLessThan(0.9);
    expect(tight.causes.some((cause) => cause.what === "saturated" && cause.place === "box@korea")).toBe(
      true,
    );
  });

  test("steps of ten seconds lose as many", () => {
    const notation = `dns geo ttl=30s check=10s · ${two}`;
    const shifted: Scenario = {
      ...dark,
      events: [{ label: "dark", what: "region-outage", region: "us", atSec: 303, untilSec: 498 }],
    };
    const fine = indicator(run(notation, shifted), "availability");
    const coarse = indicator(run(notation, shifted, 10), "availability");
    expect(Math.abs(fine - coarse)).toBeLessThan(0.002);
  });

  test("the books stay exact", () => {
    const { ledger } = run(`dns geo ttl=30s check=10s · ${two}`);
    expect(ledger.answered + ledger.failed + ledger.inFlight).toBe(ledger.offered);
    expect(ledger.failedBy.reduce((sum, row) => sum + row.count, 0)).toBe(ledger.failed);
  });
});

describe("the level of data centers, as far as names and regions go", () => {
  const home = "lb 2 interval=10s retry";
  const stores = "cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB";
  const away = "cache 4 zones=2 invalidate · db 0 + 6×4 zones=AB";
  const scenario: Scenario = {
    ...dark,
    streams: mixed(
      [
        [0, 50_000],
        [600, 80_000],
      ],
      { page: 0.76, feed: 0.19, write: 0.05 },
      shares,
      0.3,
    ),
  };
  const sites = (ttl: string, us = 15, korea = 15) =>
    run(
      `dns geo ttl=${ttl} · sync async · ${home} · web ${us}×8 · ${stores} · @korea · ${home} · web ${korea}×8 · ${away}`,
      scenario,
    );

  test("one region: Seoul is far away and the outage takes everybody, however many boxes", () => {
    const doubled = run(`dns · ${home} · web 44×8 · ${stores}`, scenario);
    expect(indicator(doubled, "korea.latencyP50Ms")).toBeGreaterThan(180);
    expect(indicator(doubled, "availability")).toBeLessThan(0.7);
  });

  test("two regions with room for each other: near everybody, and most of the outage is bridged", () => {
    const lesson = sites("30s");
    expect(indicator(lesson, "us.latencyP50Ms")).toBeLessThan(100);
    expect(indicator(lesson, "korea.latencyP50Ms")).toBeLessThan(100);
    expect(indicator(lesson, "latencyP99Ms")).toBeLessThan(300);
    expect(indicator(lesson, "availability")).toBeGreaterThan(0.95);
    expect(indicator(sites("10s"), "availability")).toBeGreaterThan(0.964);
  });

  test("a TTL of 300 s, or a survivor without room, does not get there", () => {
    const slow = sites("5m");
    expect(indicator(slow, "availability")).toBeLessThan(0.87);
    expect(slow.ledger.failedBy[0]).toMatchObject({ place: "dns", reason: "site-down" });
    const split = sites("30s", 12, 10);
    expect(indicator(split, "availability")).toBeLessThan(0.9);
    expect(split.ledger.failedBy[0]?.place).toBe("web@korea");
  });
});
