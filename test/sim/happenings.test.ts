import { describe, expect, it } from "vitest";
import { type EventOf, Happenings, slowdown } from "../../src/sim/engine/happenings.ts";
import { isWithin, overlapShare } from "../../src/sim/engine/time.ts";
import {
  design,
  type Gauge,
  patientClients,
  photoData,
  Run,
  type Scenario,
  type ScenarioEvent,
  searchRun,
} from "../../src/sim/index.ts";

const outage = (region: "us" | "korea", atSec: number, untilSec: number): ScenarioEvent => ({
  label: region,
  what: "region-outage",
  region,
  atSec,
  untilSec,
});

describe("what is happening", () => {
  const at = (timeSec: number, dtSec = 1) => ({ timeSec, dtSec });

  it("an event counts for the part of a step in which it is in force, at both of its ends", () => {
    const events = [outage("us", 10.25, 12.5)];
    const share = (timeSec: number, dtSec?: number) =>
      new Happenings(at(timeSec, dtSec), events, "region-outage", () => true).share;
    expect([9, 10, 11, 12, 13].map((sec) => share(sec))).toEqual([0, 0.75, 1, 0.5, 0]);
    expect(share(10, 10)).toBeCloseTo(0.225, 12);
  });

  it("events at a time add up to the whole step at most, and only those that concern who asks", () => {
    const events = [outage("us", 0, 0.5), outage("korea", 0, 0.75)];
    const share = (concerns: (event: EventOf<"region-outage">) => boolean) =>
      new Happenings(at(0), events, "region-outage", concerns).share;
    expect(share(({ region }) => region === "us")).toBe(0.5);
    expect(share(({ region }) => region === "korea")).toBe(0.75);
    expect(share(() => true)).toBe(1);
    expect(share(() => false)).toBe(0);
  });

  it("amounts are weighted by the share of the step", () => {
    const posts: ScenarioEvent[] = [
      { label: "a", what: "celebrity", readsPerSec: 100, likesPerSec: 1, atSec: 0, untilSec: 0.5 },
      { label: "b", what: "celebrity", readsPerSec: 40, likesPerSec: 1, atSec: 0 },
    ];
    const celebrities = new Happenings(at(0), posts, "celebrity", () => true);
    expect(celebrities.sum(({ readsPerSec }) => readsPerSec)).toBe(90);
  });

  it("a moment lies in the step that it begins, and in no other", () => {
    expect([isWithin(at(3), 3), isWithin(at(3), 3.999), isWithin(at(3), 4), isWithin(at(3), 2.999)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(overlapShare(at(3), 4, 5)).toBe(0);
  });

  it("slow boxes of several events are so many together, at their mean speed", () => {
    const slow = (boxes: number, speed: number): ScenarioEvent => ({
      label: "slow",
      what: "slow",
      tier: "web",
      boxes,
      speed,
      atSec: 0,
    });
    const of = (...events: ScenarioEvent[]) => slowdown(new Happenings(at(0), events, "slow", () => true));
    expect(of()).toEqual({ boxes: 0, speed: 1 });
    expect(of(slow(1, 0.2), slow(3, 0.6))).toEqual({ boxes: 4, speed: 0.5 });
  });
});

describe("two regions dark at once", () => {
  const parts = "lb 1 · web 4×8 · shards 2×8 · queue durable · workers 2×4" as const;
  const twoSites = design(`dns geo · sync async · ${parts} · @korea · ${parts}`);
  const scenario: Scenario = {
    ticks: 60,
    tickSec: 1,
    streams: (["page", "photo"] as const).map((kind) => ({
      kind,
      curve: [[0, kind === "page" ? 100 : 5]],
      regions: { us: 0.5, korea: 0.5 },
      mobileShare: 0,
    })),
    data: photoData,
    clients: patientClients,
    events: [outage("us", 20, 50), outage("korea", 30, 50)],
  };

  it("nothing is up in either, whichever went first", () => {
    const run = new Run(twoSites, scenario, { seed: 1, ...searchRun });
    while (!run.done) run.advance();
    const up = (gauge: Gauge) => [...run.world.gauges.column(gauge)].slice(32, 48);
    for (const place of ["site", "shards", "queue", "workers"] as const)
      for (const gauge of [`${place}.up`, `${place}@korea.up`] as const)
        expect([gauge, Math.max(...up(gauge))]).toEqual([gauge, 0]);
  });
});
