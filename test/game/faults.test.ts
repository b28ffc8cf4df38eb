/** What can be lost singly, part by part: when it is there, the event that takes one, and the least that bears its loss. */
import { describe, expect, test } from "vitest";
import { eventOf, type FaultPart, faultOf, isOneMachine, singlePoints } from "../../src/game/audit/faults.ts";
import { type AuditFault, faultName, faultParts, faultsOf, isCurable, pick } from "../../src/game/index.ts";
import { type Design, design, type SettingValue } from "../../src/sim/index.ts";

type Needs = readonly (readonly [path: string, enough: SettingValue, less: SettingValue])[];
interface Known {
  /** Designs without it, however near. */
  readonly without: readonly string[];
  /** The least that has it. */
  readonly least: string;
  readonly event: object;
  /** All of these help together, and not one less; of nothing that helps there is no list. */
  readonly needs?: Needs;
}

const copies: Needs = [["db.replicas", 1, 0]];
const zones: Needs = [
  ["cache.zones", 2, 1],
  ["cache.nodes", 2, 1],
];
const known: Readonly<Record<FaultPart, Known>> = {
  box: {
    without: ["dns"],
    least: "dns · box 1",
    event: { what: "restart", tier: "box", durationSec: 30 },
  },
  lb: {
    without: ["dns · web 1×2", "dns · lb 1"],
    least: "dns · lb 1 · web 1×2",
    event: { what: "crash", tier: "lb", boxes: 1 },
    needs: [["lb.nodes", 2, 1]],
  },
  web: {
    without: ["dns · lb 1"],
    least: "dns · web 1×2",
    event: { what: "crash", tier: "web", boxes: 1 },
    needs: [
      ["web.count", 2, 1],
      ["lb.nodes", 1, 0],
    ],
  },
  sessions: {
    without: ["dns · web 1×2"],
    least: "dns · web 1×2 · sessions node",
    event: { what: "crash", tier: "sessions", boxes: 1 },
    needs: [["sessions.store", "pair", "node"]],
  },
  cache: {
    without: ["dns · web 1×2"],
    least: "dns · web 1×2 · cache 1",
    event: { what: "cache-restart", nodes: 1 },
    needs: [["cache.nodes", 2, 1]],
  },
  db: {
    without: ["dns · web 1×2"],
    least: "dns · web 1×2 · db 1",
    event: { what: "crash", tier: "primary", boxes: 1 },
    needs: copies,
  },
  replicas: {
    without: ["dns · web 1×2 · db 1"],
    least: "dns · web 1×2 · db 1 + 1×2",
    event: { what: "crash", tier: "replica", boxes: 1 },
    needs: [["db.replicas", 2, 1]],
  },
  shards: {
    without: ["dns · web 1×2"],
    least: "dns · web 1×2 · shards 1×2",
    event: { what: "crash", tier: "shard", boxes: 1 },
    needs: [["shards.replicas", 1, 0]],
  },
  kv: {
    without: ["dns · web 1×2"],
    least: "dns · web 1×2 · kv 1",
    event: { what: "crash", tier: "kv", boxes: 1 },
    needs: [["kv.nodes", 2, 1]],
  },
  queue: {
    without: ["dns · web 1×2"],
    least: "dns · web 1×2 · queue memory",
    event: { what: "restart", tier: "queue", durationSec: 30 },
  },
  workers: {
    without: ["dns · web 1×2 · queue memory"],
    least: "dns · web 1×2 · workers 1×2",
    event: { what: "crash", tier: "workers", boxes: 1 },
    needs: [["workers.count", 2, 1]],
  },
  "zone-A": {
    without: ["dns · web 1×2 · kv 1"],
    least: "dns · web 1×2 · cache 1",
    event: { what: "flood", zone: "A" },
    needs: zones,
  },
  "zone-B": {
    without: [
      "dns · web 1×2 · cache 1 zones=2",
      "dns · web 1×2 · cache 2",
      "dns · web 1×2 · shards 1×2",
      "dns · web 1×2 · db 1 + 1×2",
    ],
    least: "dns · web 1×2 · cache 2 zones=2",
    event: { what: "flood", zone: "B" },
    needs: zones,
  },
  site: { without: [], least: "dns", event: { what: "region-outage" }, needs: [["dns.geo", true, false]] },
  cdn: {
    without: ["dns"],
    least: "dns · cdn static",
    event: { what: "cdn-outage" },
    needs: [["cdn.fallback", true, false]],
  },
};

const has = (line: string, part: FaultPart) => faultsOf(design(line)).some((fault) => fault.part === part);
const nothing = design("dns");
/** Whether a shop that sells these bears a loss of a design, where the start has nothing. */
const bearsIn = (built: Design, fault: AuditFault, sold: readonly (readonly [string, SettingValue])[]) =>
  isCurable({ start: nothing, shop: sold.map(([path, value]) => pick(path, [value])) }, built, fault);
/** A loss is borne by all that it takes together, and by nothing less. */
function expectBorne(built: Design, fault: AuditFault, needs: Needs): void {
  const sold = needs.map(([path, enough]) => [path, enough] as const);
  expect(bearsIn(built, fault, sold)).toBe(true);
  for (const [missing, , less] of needs) {
    const short = sold.map(([path, enough]) => [path, path === missing ? less : enough] as const);
    expect(bearsIn(built, fault, short), missing).toBe(false);
  }
}

describe.each(faultParts)("%s", (part) => {
  const { without, least, event, needs } = known[part];

  test("is there from the first of it on", () => {
    expect(without.filter((line) => has(line, part))).toEqual([]);
    expect(has(least, part)).toBe(true);
  });

  test("is taken by an event at its own site, as long as it says", () => {
    const built = design(`${least} · @korea · web 1×2`);
    const span = { atSec: 10, untilSec: 40 };
    for (const region of [undefined, "korea"] as const) {
      const fault = region ? { part, region } : { part };
      const where = part === "cdn" ? {} : { region: region ?? "us" };
      expect(eventOf(built, fault, 10, 40)).toEqual({ label: faultName(fault), ...span, ...event, ...where });
    }
  });

  test("is borne by all that it takes together, and by nothing less", () => {
    if (needs) expectBorne(design(least), { part }, needs);
    else expect(bearsIn(design(least), { part }, [])).toBe(false);
  });

  test("has a name that tells it, and its site where that is not home", () => {
    for (const fault of [{ part }, { part, region: "korea" }] as const)
      expect(faultOf(faultName(fault))).toStrictEqual(fault);
  });
});

test("a zone, a site and the CDN are more than one machine; all else is one", () => {
  expect(faultParts.filter((part) => !isOneMachine({ part }))).toEqual(["zone-A", "zone-B", "site", "cdn"]);
});

describe("a zone", () => {
  test.each([
    ["zone-A", "db 1", [["db.zones", "AB", "A"], ...copies]],
    ["zone-A", "db 1", [["db.zones", "B", "A"], ...copies]],
    ["zone-A", "shards 1×2", [["shards.replicas", 1, 0]]],
    ["zone-A", "cache 1", zones],
    ["zone-B", "db 1 + 1×2 zones=B", [["db.zones", "AB", "B"]]],
    ["zone-B", "cache 2 zones=2", zones],
    ["zone-B", "shards 1×2 replicas=1", []],
  ] as const)("%s with %s alone is there, and is borne by what moves that", (part, line, needs: Needs) => {
    const built = design(`dns · web 1×2 · ${line}`);
    expect(faultsOf(built).map((fault) => fault.part)).toContain(part);
    expectBorne(built, { part }, needs);
  });

  test("has copies without a primary too", () => {
    const parts = (line: string) =>
      faultsOf(design(`dns geo · sync async · web 1×2 · db 1 · @korea · ${line}`)).flatMap(
        ({ part, region }) => (region && part.startsWith("zone") ? [part] : []),
      );
    expect(parts("web 1×2 · db 0 + 1×2")).toEqual(["zone-A"]);
    expect(parts("web 1×2 · db 0 + 1×2 zones=B")).toEqual(["zone-B"]);
    expect(parts("web 1×2 · db 0 + 2×2 zones=AB")).toEqual(["zone-A", "zone-B"]);
    expect(parts("web 1×2")).toEqual([]);
  });
});

test("what helps is asked of the site that is hit, by what stands there", () => {
  const built = design("dns · web 1×2 · db 1 · @korea · web 1×2 · cache 1");
  const home = [
    ["db.zones", "AB"],
    ["db.replicas", 1],
  ] as const;
  const abroad = [
    ["@korea.cache.zones", 2],
    ["@korea.cache.nodes", 2],
  ] as const;
  const bears = (sold: readonly (readonly [string, SettingValue])[]) =>
    ([{ part: "zone-A" }, { part: "zone-A", region: "korea" }] as const).map((fault) =>
      bearsIn(built, fault, sold),
    );
  expect([
    bears(home),
    bears(abroad),
    bears([...home, ...abroad]),
    bears(zones.map(([path]) => [path, 2])),
  ]).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [false, false],
  ]);
});

test("another site has a primary of its own only where it keeps its data to itself, and no CDN", () => {
  const abroad = (sync: string) =>
    faultsOf(design(`dns geo · cdn static · ${sync}web 1×2 · db 1 · @korea · web 1×2 · db 1`))
      .map(faultName)
      .filter((name) => /^(?:db|cdn)/.test(name));
  expect(abroad("")).toEqual(["db", "cdn", "db@korea"]);
  expect(abroad("sync async · ")).toEqual(["db", "cdn"]);
});

describe("a single point of failure", () => {
  const shop = [
    ...Object.values(known).flatMap(({ needs }) =>
      (needs ?? []).map(([path, enough]) => pick(path, [enough])),
    ),
    pick("@korea.lb.nodes", [2]),
  ];
  const pointsOf = (line: string, sold = shop) =>
    singlePoints({ start: nothing, shop: sold }, design(line)).map(faultName);
  const all = "dns · lb 1 · web 1×2 · sessions node · cache 1 · db 1 · kv 1 · queue durable · workers 1×2";

  test("is what nothing works without, where there is but one and the shop has more", () => {
    expect(pointsOf(all)).toEqual(["lb", "sessions", "db"]);
    expect(pointsOf("dns · web 1×2 · shards 1×2")).toEqual(["shards"]);
    expect(pointsOf(all, [])).toEqual([]);
    expect(pointsOf(all, [pick("lb.nodes", [2])])).toEqual(["lb"]);
  });

  test("is none where there are two", () => {
    expect(pointsOf("dns · lb 2 · web 1×2 · sessions pair · db 1 + 1×2 · shards 1×2 replicas=1")).toEqual([]);
  });

  test("is one of its own site", () => {
    expect(pointsOf("dns · lb 2 · web 1×2 · @korea · lb 1 · web 1×2")).toEqual(["lb@korea"]);
    expect(pointsOf("dns · lb 1 · web 1×2 · @korea · lb 2 · web 1×2")).toEqual(["lb"]);
    expect(pointsOf("dns · lb 2 · web 1×2 · @korea · lb 1 · web 1×2", [pick("lb.nodes", [2])])).toEqual([]);
  });
});

test("what is everywhere the same is sold once for all sites", () => {
  const built = design("dns · web 1×2 · @korea · web 1×2");
  expect(bearsIn(built, { part: "site", region: "korea" }, [["dns.geo", true]])).toBe(true);
});
