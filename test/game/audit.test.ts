import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AtPeak,
  type AuditFault,
  atPeak,
  audit,
  auditCheck,
  auditOf,
  auditRow,
  availabilityAfter,
  counts,
  faultName,
  faultParts,
  faultsOf,
  finish,
  gravestFirst,
  isCurable,
  judgedSec,
  lossAtSec,
  lostSec,
  type Playable,
  peakScenario,
  pick,
  toggle,
  undisturbedAt,
  worstFirst,
} from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import {
  type Curve,
  design,
  type Gauge,
  mixed,
  patientClients,
  photoData,
  Run,
  type Scenario,
  searchRun,
} from "../../src/sim/index.ts";
import { calmPeak } from "../helpers/calm-peak.ts";
import { playableDesign } from "../helpers/playable.ts";

/** Two of everything, with room to spare, at home and in Korea. */
const tier =
  "lb 2 interval=5s retry · web 8×8 · sessions pair · cache 4 zones=2 invalidate · kv 3 · queue durable attempts=3 dead · workers 6×8";
const two = design(
  `dns geo ttl=5s check=5s · cdn static fallback · sync async · ${tier} · db 16 + 4×16 zones=AB copy=semi · @korea · ${tier} · db 0 + 4×16 zones=AB`,
);
const one = design(
  "dns · cdn static · lb 1 · web 1×8 · sessions node · cache 1 · kv 1 · queue durable attempts=3 dead · workers 1×8 · db 16 + 1×16",
);

function day(ratePerSec: Curve, regions: Readonly<Record<string, number>> = { us: 1 }): Scenario {
  return {
    ticks: 600,
    tickSec: 1,
    streams: [
      ...mixed(ratePerSec, { page: 0.9, write: 0.06, order: 0.04 }, regions, 0.3),
      { kind: "photo", curve: [[0, 2]], regions, mobileShare: 1 },
      { kind: "asset", curve: [[0, 60]], regions, mobileShare: 1 },
    ],
    data: { ...photoData, objects: 20_000 },
    clients: { ...patientClients, sessionSec: 1_800 },
    events: [{ label: "dies", what: "crash", tier: "web", boxes: 1, atSec: 100 }],
  };
}

const playable: Playable = {
  id: "light",
  scenario: day([
    [0, 100],
    [300, 300],
    [600, 200],
  ]),
  start: two,
  shop: [],
  goals: [
    { indicator: "availability", atLeast: 0.95 },
    { indicator: "lostWrites", atMost: 0 },
  ],
};
const across: Playable = { ...playable, scenario: day([[0, 300]], { us: 0.5, korea: 0.5 }) };

test("orders and photos are counted where any of the requests are such, and nowhere else", () => {
  const lostIn = (mix: Parameters<typeof mixed>[1]) => {
    const streams = mixed([[0, 20]], mix, { us: 1 }, 0);
    const scenario = { ...playable.scenario, events: [], streams };
    return Object.keys(finish(atPeak({ scenario }, design("dns · box 2"))).lost);
  };
  expect(lostIn({ page: 0.9, order: 0.1 })).toContain("orders");
  expect(lostIn({ page: 0.9, order: 0.1 })).not.toContain("photos");
  expect(lostIn({ page: 0.9, photo: 0.1 })).toContain("photos");
  expect(lostIn({ page: 0.9, photo: 0.1 })).not.toContain("orders");
});

test("of photos those are lost that failed: none where none did, with a queue or without", () => {
  const scenario = { ...day([[0, 5]]), events: [] };
  for (const line of [
    "dns · lb 1 · web 2×8 · db 8",
    "dns · lb 1 · web 2×8 · db 8 · queue durable · workers 4×8",
  ]) {
    const { lost } = finish(atPeak({ scenario }, design(line), undefined, searchRun));
    expect(lost.photos, line).toBe(0);
  }
});

test("a check tells the share that is done, from none to all", () => {
  const weak = design("dns · lb 2 · web 2×8 · db 8");
  for (const shop of [[], [pick("db.replicas", [0, 1])]]) {
    const shares = [...auditCheck({ ...playable, goals: [], shop, start: weak }, weak, searchRun)];
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  }
});

describe("what can be lost", () => {
  test("is every part that a design has, once at each site, and nothing of which there is none", () => {
    expect(faultsOf(two).map(faultName)).toEqual([
      ...["lb", "web", "sessions", "cache", "db", "replicas", "kv", "queue", "workers"],
      ...["zone-A", "zone-B", "site", "cdn"],
      ...["lb@korea", "web@korea", "sessions@korea", "cache@korea", "replicas@korea", "kv@korea"],
      ...["queue@korea", "workers@korea", "zone-A@korea", "zone-B@korea", "site@korea"],
    ]);
    expect(faultsOf(design("dns · box 2")).map(faultName)).toEqual(["box", "site"]);
    expect(faultsOf(design("dns · lb 2 · web 4×8 · shards 4×8")).map(faultName)).toEqual([
      ...["lb", "web", "shards", "zone-A", "site"],
    ]);
    const all = [two, one, design("dns · box 2"), design("dns · web 4×8 · shards 4×8 replicas=1")];
    expect(new Set(all.flatMap(faultsOf).map(({ part }) => part))).toEqual(new Set(faultParts));
  });

  test("zone B is there when something stands in it", () => {
    const hasB = (line: string) => faultsOf(design(line)).some(({ part }) => part === "zone-B");
    expect(hasB("dns · web 4×8 · db 8 + 1×8")).toBe(false);
    expect(hasB("dns · web 4×8 · db 8 + 1×8 zones=AB")).toBe(true);
    expect(hasB("dns · web 4×8 · cache 1 zones=2 · db 8")).toBe(false);
    expect(hasB("dns · web 4×8 · cache 2 zones=2 · db 8")).toBe(true);
    expect(hasB("dns · web 4×8 · shards 4×8")).toBe(false);
    expect(hasB("dns · web 4×8 · shards 4×8 replicas=1")).toBe(true);
  });
});

/** What shows that one of a part is away, and by how much; nothing where no gauge counts it. */
const shown: Readonly<Partial<Record<AuditFault["part"], readonly [Gauge, number]>>> = {
  box: ["box.up", 1],
  lb: ["lb.boxes", 1],
  web: ["web.boxes", 1],
  cache: ["cache.up", 0.25],
  replicas: ["replicas.boxes", 1],
  kv: ["kv.up", 1 / 3],
  queue: ["queue.up", 1],
  workers: ["workers.boxes", 1],
  "zone-B": ["replicas.boxes", 2],
  site: ["site.up", 1],
  cdn: ["cdn.up", 1],
};
/** Where the part is not back at once: it is let in after a check, built anew, or known by names later. */
const lateSec: Readonly<Partial<Record<AuditFault["part"], number>>> = { web: 5, "zone-B": 120 };

describe("a fault takes exactly one of its part, for two minutes, and it comes back", () => {
  const parts = Object.keys(shown) as AuditFault["part"][];
  test.each(parts)("%s", (part) => {
    const on = part === "box" ? design("dns · box 4") : two;
    for (const region of part === "cdn" || part === "box" ? [undefined] : [undefined, "korea" as const]) {
      const scenario = peakScenario(across, on, region ? { part, region } : { part });
      const run = new Run(on, scenario, { ...searchRun, seed: 1 });
      while (!run.done) run.advance();
      const [gauge, by] = shown[part]!;
      const column = (name: string) => run.world.gauges.column(name as Gauge);
      const here = column(region ? gauge.replace(".", "@korea.") : gauge);
      const lossSec = lossAtSec(on);
      const whole = here[lossSec - 1]!;
      const away = here.findIndex((value) => value < whole - 1e-9);
      const back = here.findLastIndex((value) => value < whole - 1e-9) + 1;
      expect(away, "gone from").toBe(lossSec);
      expect(back, "back at").toBe(lossSec + lostSec + (lateSec[part] ?? 0));
      const least = Math.min(...here.subarray(lossSec, lossSec + lostSec));
      expect(whole - least, "taken").toBeCloseTo(by, 6);
      if (part === "cdn" || part === "box") continue;
      const there = column(region ? gauge : gauge.replace(".", "@korea."));
      expect(Math.min(...there), "elsewhere").toBe(there[0]);
    }
  });
});

test("the losses that take most are tried first, in their order, and all others after them", () => {
  const gravest = ["zone-A", "db", "shards", "site", "lb", "sessions", "zone-B", "cache"] as const;
  const others = faultParts.filter((part) => !(gravest as readonly string[]).includes(part));
  const tried = gravestFirst([...others, ...[...gravest].reverse()].map((part) => ({ part })));
  expect(tried.map(({ part }) => part)).toEqual([...gravest, ...others]);
});

test("writes are among what a loss took where a store keeps them, and nowhere else", () => {
  const lostOf = (line: string, { number }: { readonly number: number }) => {
    const level = levels.find((each) => each.number === number)!;
    return finish(atPeak(level, design(line), undefined, { ...searchRun, seed: 11 })).lost;
  };
  expect(lostOf("dns · box 1", { number: 1 })).not.toHaveProperty("writes");
  expect(lostOf("dns · web 1×2 · db 1", { number: 2 })).toHaveProperty("writes");
});

test("a loss is judged for ten minutes, as drills and papers tell it", () => {
  expect(judgedSec).toBe(10 * 60);
});

describe("the day of the audit", () => {
  test("is the level's traffic at its peak, all the time, without the level's events", () => {
    const scenario = peakScenario(playable, two);
    expect(scenario.events).toEqual([]);
    expect(scenario.streams.map(({ curve }) => curve)).toEqual(
      [270, 18, 12, 2, 60].map((rate) => [[0, expect.closeTo(rate, 9)]]),
    );
    expect(scenario.ticks * scenario.tickSec).toBe(lossAtSec(two) + judgedSec);
  });

  test("gives a tier that scales more time to find its size", () => {
    expect(lossAtSec(design("dns · lb 2 · web 4×8 target=60 min=2 max=9 · db 4"))).toBeGreaterThan(
      lossAtSec(design("dns · lb 2 · web 4×8 · db 4")),
    );
  });

  test("is one of seconds, on a level of any tick", () => {
    for (const level of levels) expect(peakScenario(level, level.lesson).tickSec, level.id).toBe(1);
  });
});

describe("a loss holds", () => {
  const row = (found: Partial<AtPeak>, part: AuditFault["part"] = "lb", level = playable) =>
    auditRow(level, two, { part }, { ...calmPeak, ...found });

  test("down to the level's goal for a zone, a site and the CDN, and never below 99 % for a machine", () => {
    expect([row({ availability: 0.95 }, "site").holds, row({ availability: 0.9499 }, "site").holds]).toEqual([
      true,
      false,
    ]);
    expect([row({ availability: 0.99 }).holds, row({ availability: 0.9899 }).holds]).toEqual([true, false]);
    const strict = { ...playable, goals: [{ indicator: "availability", atLeast: 0.995 } as const] };
    expect([
      row({ availability: 0.995 }, "lb", strict).holds,
      row({ availability: 0.9949 }, "lb", strict).holds,
    ]).toEqual([true, false]);
  });

  test("by 99 % where the level says nothing, or its day is one of hours", () => {
    const goals = [{ indicator: "availability", atLeast: 0.999 } as const];
    const long = (ticks: number) => ({ ...playable.scenario, ticks });
    expect(availabilityAfter({ ...playable, goals: [] })).toBe(0.99);
    expect(availabilityAfter({ goals, scenario: long(1_200) })).toBe(0.999);
    expect(availabilityAfter({ goals, scenario: long(1_201) })).toBe(0.99);
  });

  test("only while nothing is lost for good beyond the level's goals", () => {
    expect(row({ indicators: { lostWrites: 0 } })).toMatchObject({ holds: true, missed: [] });
    expect(row({ indicators: { lostWrites: 1 } })).toMatchObject({ holds: false, missed: ["lostWrites"] });
    // Of what the level has no goal for, any loss is borne.
    expect(row({ indicators: { lostJobs: 99 } }).holds).toBe(true);
  });

  test("however slow it is: a goal for answer times is none of the audit's", () => {
    const goals = [{ indicator: "latencyP95Ms", atMost: 0 } as const];
    expect(row({}, "lb", { ...playable, goals }).holds).toBe(true);
  });

  test("its outage is the longest row of seconds below the bound, not their sum", () => {
    const failedPerSec = [1, 1, 0, 2, 2, 2, 0];
    const closedPerSec = failedPerSec.map(() => 100);
    expect(row({ failedPerSec, closedPerSec }).outageSec).toBe(3);
  });
});

describe("a loss counts where the shop sells what it takes", () => {
  const selling = (...shop: Playable["shop"]) => ({ shop, start: one });
  test.each<[AuditFault["part"], Playable["shop"][number]]>([
    ["lb", pick("lb.nodes", [1, 2])],
    ["web", pick("web.count", [1, 2])],
    ["sessions", pick("sessions.store", ["node", "pair"])],
    ["cache", pick("cache.nodes", [1, 2])],
    ["replicas", pick("db.replicas", [1, 2])],
    ["kv", pick("kv.nodes", [1, 2])],
    ["workers", pick("workers.count", [1, 2])],
    ["cdn", toggle("cdn.fallback")],
    ["site", toggle("dns.geo")],
  ])("%s", (part, offer) => {
    expect(isCurable(selling(), one, { part })).toBe(false);
    expect(isCurable(selling(offer), one, { part })).toBe(true);
  });

  test("a zone: all that stands in it can stand elsewhere", () => {
    const zones = pick("db.zones", ["A", "AB"]);
    const nodes = [pick("cache.nodes", [1, 2]), pick("cache.zones", [1, 2])];
    expect(isCurable(selling(zones), one, { part: "zone-A" })).toBe(false);
    expect(isCurable(selling(zones, ...nodes), one, { part: "zone-A" })).toBe(true);
  });

  test("or the start has it; nothing helps a broker or the box that is all there is", () => {
    expect(isCurable({ shop: [], start: two }, one, { part: "lb" })).toBe(true);
    for (const part of ["queue", "box"] as const)
      expect(isCurable({ shop: levels.flatMap(({ shop }) => shop), start: two }, two, { part })).toBe(false);
  });
});

describe("the audit", () => {
  const light = { ...playable, goals: [{ indicator: "availability", atLeast: 0.99 } as const] };

  test("holds for a design with two of everything under a light load", () => {
    // Names take their time to forget a site: no other loss needs so much room.
    const goals = [{ indicator: "availability", atLeast: 0.98 } as const];
    const found = audit({ ...across, goals }, two, { particles: 64 });
    expect(found.rows.filter(counts).map(({ fault }) => faultName(fault))).toEqual([]);
    expect(found).toMatchObject({ holds: true, undisturbed: { holds: true } });
    expect(found.rows).toHaveLength(faultsOf(two).length);
  });

  test("does not where there is one of anything, and says of what", () => {
    const found = audit(light, one);
    expect(found.undisturbed.holds).toBe(true);
    expect(found.holds).toBe(false);
    expect(
      found.rows
        .filter(counts)
        .map(({ fault }) => fault.part)
        .sort(),
    ).toEqual(["cdn", "lb", "sessions", "site", "web", "zone-A"].sort());
    const dead = found.rows.find(({ fault }) => fault.part === "lb")!;
    // All but the files that the CDN has are lost in two minutes of ten.
    expect(dead.availability).toBeGreaterThan(1 - lostSec / judgedSec);
    expect(dead.availability).toBeLessThan(1 - (0.8 * lostSec) / judgedSec);
    expect(dead.outageSec).toBe(lostSec);
    expect(dead.failedBy[0]).toMatchObject({ place: "lb", reason: "node-down" });
    // A fifth of ten minutes' orders: 12 a second.
    expect(dead.lost.orders).toBeCloseTo(12 * lostSec, -2);
    expect(found.rows.find(({ fault }) => fault.part === "sessions")!.lost.sessions).toBeGreaterThan(100);
  });

  test("does not hold where the design does not even undisturbed", () => {
    const crowd = { ...light, shop: [], scenario: day([[0, 3_000]]) };
    const weak = design("dns · lb 2 · web 2×2 · db 4");
    const found = auditOf(undisturbedAt(crowd, finish(atPeak(crowd, weak))), []);
    expect(found).toMatchObject({ holds: false, rows: [], undisturbed: { holds: false } });
  });

  test("tells the worst first: what counts, then by availability, what nothing cures at the end", () => {
    const row = (availability: number, holds: boolean, isCurable: boolean) => ({
      ...auditRow(playable, two, { part: "lb" }, { ...calmPeak, availability }),
      holds,
      isCurable,
    });
    const rows = [row(0.2, false, false), row(1, true, true), row(0.995, false, true), row(0.99, true, true)];
    expect(worstFirst(rows).map(({ availability }) => availability)).toEqual([0.995, 0.99, 1, 0.2]);
  });

  test("of any design throws nothing, sums what it loses, and is sorted", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(playableDesign(), fc.nat(), (any, at) => {
        const faults = faultsOf(any);
        const few = [faults[at % faults.length]!, faults[(at * 7 + 3) % faults.length]!];
        const rows = few.map((fault) => auditRow(across, any, fault, finish(atPeak(across, any, fault))));
        for (const { availability, failedBy, lost, outageSec } of rows) {
          expect(availability).toBeGreaterThanOrEqual(0);
          expect(availability).toBeLessThanOrEqual(1);
          expect(failedBy.reduce((sum, { count }) => sum + count, 0)).toBe(lost.requests);
          expect(outageSec).toBeLessThanOrEqual(judgedSec);
        }
        const sorted = auditOf(undisturbedAt(across, calmPeak), rows).rows;
        expect(sorted).toEqual(worstFirst(sorted));
      }),
      { numRuns: 6 },
    );
  });
});

test("the peak tells of every part that works what share of its time it does, and of nothing else", () => {
  const scenario = day([[0, 400]]);
  const { utilization } = finish(atPeak({ scenario }, one, undefined, searchRun));
  const shares = Object.fromEntries(utilization.map(({ place, share }) => [place, share]));
  for (const place of ["lb", "web", "sessions", "cache", "db", "replicas", "workers"]) {
    expect(shares[place], place).toBeGreaterThan(0);
    expect(shares[place], place).toBeLessThan(1);
  }
  for (const { place } of utilization) expect(faultParts).toContain(place);
});
