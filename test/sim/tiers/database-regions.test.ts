import { describe, expect, test } from "vitest";
import { roundTripSec, shippingAwaySec } from "../../../src/sim/scenario/capacities.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { latencyOf, play, scenarioOf } from "./data-scenarios.ts";

const outage: ScenarioEvent = {
  label: "dark",
  what: "region-outage",
  region: "us",
  atSec: 300,
  untilSec: 500,
};
const regions = { us: 0.55, korea: 0.45 };
const shares = { page: 0.88, own: 0.02, write: 0.1 };

function twoSites(sync: string, home = "db 16 + 2×16 zones=B", away = "db 0 + 3×16 zones=B"): string {
  const mode = sync === "none" ? "" : `sync ${sync} · `;
  return `dns geo ttl=30s check=10s · ${mode}web 60×32 · ${home} · @korea · web 60×32 · ${away}`;
}

const calm = scenarioOf({ ratePerSec: 20_000, shares, regions, ticks: 200 });
const dark = scenarioOf({ ratePerSec: 20_000, shares, regions, ticks: 600, events: [outage] });

/** Mean answer time of one region's requests of a kind, in ms. */
function regionMs(played: ReturnType<typeof play>, region: string, kind: string): number {
  const row = played.report.latency.find((entry) => entry.region === region && entry.kind === kind);
  return row?.meanMs ?? Number.NaN;
}

describe("asynchronous copying between sites", () => {
  test("answers reads where users are, and sends writes to the primary across the distance", () => {
    const played = play(twoSites("async"), calm);
    const between = roundTripSec("us", "korea") * 1_000;
    expect(regionMs(played, "korea", "page")).toBeCloseTo(regionMs(played, "us", "page"), 0);
    expect(regionMs(played, "korea", "write") - regionMs(played, "us", "write")).toBeCloseTo(between, -1);
    expect(played.report.ledger.failed).toBe(0);
  });

  test("promotes the other site's copy when the primary's region goes dark", () => {
    const { indicator, report } = play(twoSites("async"), dark);
    expect(indicator("lostWrites")).toBeCloseTo(shippingAwaySec("us", "korea") * 2_000, 6);
    expect(indicator("primaryDownSec")).toBe(40);
    expect(
      report.notes.flatMap((note) => (note.what === "promoted" ? [[note.place, note.atSec]] : [])),
    ).toEqual([["db@korea", 340]]);
    expect(indicator("availability")).toBeGreaterThan(0.95);
  });

  test("takes the old primary back as a copy that first has to catch up", () => {
    const { mean, series } = play(twoSites("async"), { ...dark, ticks: 800 });
    expect(mean("replicas.up", 400, 500)).toBe(0);
    expect(mean("replicas.up", 600, 700)).toBe(1);
    const lag = series("replicas.lagMs");
    expect(lag[500]).toBeGreaterThan(60_000);
    expect(lag[790]).toBeLessThan(110);
  });

  test("reads its own last write less reliably far away", () => {
    const own = scenarioOf({
      ratePerSec: 20_000,
      shares: { page: 0.7, own: 0.2, write: 0.1 },
      regions: { korea: 1 },
      ticks: 400,
    });
    const stale = play(twoSites("async"), own).indicator("staleOwnReadShare");
    expect(stale).toBeCloseTo(1 - Math.exp(-(shippingAwaySec("us", "korea") + 0.000_13) / 2), 2);
  });
});

describe("synchronous copying between sites", () => {
  test("loses nothing, and every write waits for the other site", () => {
    const async = play(twoSites("async"), dark);
    const sync = play(twoSites("sync"), dark);
    expect(sync.indicator("lostWrites")).toBe(0);
    const more = regionMs(sync, "us", "write") - regionMs(async, "us", "write");
    const before = roundTripSec("us", "korea") * 1_000;
    expect(more).toBeGreaterThan(before * 0.5);
    expect(
      regionMs(play(twoSites("sync"), calm), "us", "write") -
        regionMs(play(twoSites("async"), calm), "us", "write"),
    ).toBeCloseTo(before, 0);
    expect(regionMs(play(twoSites("sync"), calm), "korea", "write")).toBeGreaterThan(2 * before);
  });

  test("stops writes when the other site goes dark, until it is struck off", () => {
    const away = { ...outage, region: "korea" } as ScenarioEvent;
    const scenario = { ...dark, events: [away] };
    expect(play(twoSites("sync"), scenario).failedFor("db", "copy-silent")).toBeGreaterThan(40 * 1_000);
    expect(play(twoSites("async"), scenario).failedFor("db", "copy-silent")).toBe(0);
  });
});

describe("no copying between sites", () => {
  test("keeps each region's data at its nearest site, and there alone", () => {
    const played = play(twoSites("none"), calm);
    expect(played.report.ledger.failed).toBe(0);
    expect(regionMs(played, "korea", "write")).toBeCloseTo(regionMs(played, "us", "write"), 0);
    const { failedFor, indicator } = play(twoSites("none"), dark);
    expect(failedFor("db@korea", "data-elsewhere")).toBeGreaterThan(1_000_000);
    expect(indicator("availability")).toBeLessThan(0.85);
  });

  test("is not needed where only the home site has a store: all its requests cross the distance", () => {
    const line = "dns geo · web 60×32 · db 16 + 2×16 · @korea · web 60×32";
    const played = play(line, calm);
    expect(played.report.ledger.failed).toBe(0);
    expect(regionMs(played, "korea", "page") - regionMs(played, "us", "page")).toBeCloseTo(178, -1);
  });
});

describe("one region", () => {
  test("that goes dark comes back with all it had", () => {
    const { indicator } = play("dns · web 60×32 · db 16 + 2×16", dark);
    expect(indicator("lostWrites")).toBe(0);
    expect(latencyOf(play("dns · web 60×32 · db 16 + 2×16", calm).report, "page").requests).toBeGreaterThan(
      0,
    );
  });
});
