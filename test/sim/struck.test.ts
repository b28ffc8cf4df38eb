import { describe, expect, test } from "vitest";
import {
  design,
  type Gauge,
  type Happening,
  mixed,
  patientClients,
  photoData,
  Run,
  type Scenario,
  type ScenarioEvent,
  searchRun,
} from "../../src/sim/index.ts";

const site =
  "lb 2 · web 6×8 · sessions node · cache 2 zones=2 · kv 2 · queue durable attempts=3 · workers 3×4";
const relational = design(
  `dns geo ttl=10s · sync async · ${site} · db 8 + 2×8 zones=AB · @korea · ${site} · db 0 + 2×8 zones=AB`,
);
const sharded = design(`dns geo ttl=10s · ${site} · shards 4×8 · @korea · ${site} · shards 4×8`);
const [atSec, untilSec] = [60, 180];

function day(event: Happening): Scenario {
  const strikes: ScenarioEvent = { label: "strikes", atSec, untilSec, ...event };
  return {
    ticks: 400,
    tickSec: 1,
    streams: [
      ...mixed([[0, 600]], { page: 0.8, write: 0.1, order: 0.1 }, { us: 0.5, korea: 0.5 }, 0.3),
      { kind: "photo", curve: [[0, 10]], regions: { us: 0.5, korea: 0.5 }, mobileShare: 1 },
      { kind: "log", curve: [[0, 10]], regions: { us: 0.5, korea: 0.5 }, mobileShare: 1 },
    ],
    data: photoData,
    clients: { ...patientClients, sessionSec: 1_800 },
    events: [strikes],
  };
}

interface Struck {
  readonly event: Extract<Happening, { what: "crash" | "restart" | "cache-restart" | "flood" }>;
  /** What shows it, at home. */
  readonly gauge: Gauge;
  readonly on?: typeof relational;
}

// biome-ignore format: a table reads best with one row a line
const struck: readonly Struck[] = [
  { event: { what: "crash", tier: "lb", boxes: 1 }, gauge: "lb.boxes" },
  { event: { what: "crash", tier: "web", boxes: 1 }, gauge: "web.boxes" },
  { event: { what: "crash", tier: "sessions", boxes: 1 }, gauge: "sessions.up" },
  { event: { what: "crash", tier: "kv", boxes: 1 }, gauge: "kv.up" },
  { event: { what: "crash", tier: "workers", boxes: 1 }, gauge: "workers.boxes" },
  { event: { what: "crash", tier: "replica", boxes: 1 }, gauge: "replicas.boxes" },
  { event: { what: "crash", tier: "shard", boxes: 1 }, gauge: "shards.up", on: sharded },
  { event: { what: "cache-restart", nodes: 1 }, gauge: "cache.up" },
  { event: { what: "flood", zone: "A" }, gauge: "replicas.boxes" },
  { event: { what: "restart", tier: "queue", durationSec: untilSec - atSec }, gauge: "queue.up" },
  { event: { what: "restart", tier: "web", durationSec: untilSec - atSec }, gauge: "web.up" },
];

describe("an event that names a region strikes there alone, until it ends; without one, at home", () => {
  test.each(
    struck.map((row) => ({ ...row, name: `${row.event.what} ${"tier" in row.event ? row.event.tier : ""}` })),
  )("$name", ({ event, gauge, on = relational }) => {
    const sites = ["us", "korea"] as const;
    const isEverywhere = event.what === "restart" && event.tier === "web";
    for (const region of [...sites, ...(isEverywhere ? [] : [undefined])]) {
      const run = new Run(on, day(region ? { ...event, region } : event), {
        ...searchRun,
        seed: 1,
      });
      while (!run.done) run.advance();
      for (const site of sites) {
        const name = (site === "us" ? gauge : gauge.replace(".", "@korea.")) as Gauge;
        const column = run.world.gauges.column(name);
        const before = column[atSec - 1]!;
        const lowest = Math.min(...column.subarray(atSec, untilSec));
        expect(before, name).toBeGreaterThan(0);
        if (site === (region ?? "us")) expect(lowest, name).toBeLessThan(0.9 * before);
        else expect(Math.min(...column), name).toBe(before);
        expect(column.at(-1), name).toBe(before);
      }
    }
  });
});

describe("what a flood that ends took", () => {
  const only = design("dns · lb 2 · web 6×8 · cache 2 zones=2 · db 8");
  const flood: ScenarioEvent = { label: "flood", what: "flood", zone: "A", atSec };
  const column = (event: ScenarioEvent, gauge: Gauge) => {
    const scenario = { ...day(flood), events: [event] };
    const run = new Run(only, scenario, { ...searchRun, seed: 1 });
    while (!run.done) run.advance();
    return run.world.gauges.column(gauge);
  };

  test("is back: a primary without a copy goes on where it was; one that does not end takes it for good", () => {
    const ends = column({ ...flood, untilSec }, "db.up");
    expect([ends[atSec - 1], ends[atSec], ends[untilSec - 1], ends[untilSec]]).toEqual([1, 0, 0, 1]);
    expect(column(flood, "db.up").at(-1)).toBe(0);
  });

  test("is back, empty: the cache holds less than before, and more room again than while it lasted", () => {
    const ends = column({ ...flood, untilSec }, "cache.utilization");
    const goesOn = column(flood, "cache.utilization");
    // One node does the work of two, until there are two again.
    expect(ends[untilSec - 1]).toBe(goesOn[untilSec - 1]);
    expect(ends.at(-1)!).toBeLessThan(0.7 * goesOn.at(-1)!);
  });
});
