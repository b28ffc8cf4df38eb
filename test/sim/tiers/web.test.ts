import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { patientClients, type ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { mean, members, play, traffic } from "./web-helpers.ts";

const rest = "db 8 · kv 1";
const cpuOf = (line: string, kind: Parameters<typeof traffic>[2], rate = 3_000) =>
  mean(play(line, traffic(rate, [], { ticks: 60, ...kind })).column("web.cpu"));

describe("what a request costs", () => {
  test("a page takes 2 ms of a vCPU, of which n do n^0.98", () => {
    expect(cpuOf(`dns · web 1×8 · ${rest}`, {}, 2_000)).toBeCloseTo((2_000 * 0.002) / 7.674, 2);
    expect(cpuOf(`dns · web 1×32 · ${rest}`, {}, 2_000)).toBeCloseTo((2_000 * 0.002) / 29.857, 2);
  });

  test("a file takes 0.2 ms, an upload of events half a millisecond", () => {
    expect(cpuOf(`dns · web 1×1 · ${rest}`, { shares: { asset: 1 } })).toBeCloseTo(0.6, 1);
    expect(cpuOf(`dns · web 1×1 · ${rest}`, { shares: { log: 1 } }, 300)).toBeCloseTo(0.15, 1);
  });

  test("what the cache answers costs half", () => {
    const scenario = traffic(10_000);
    const without = play(`dns · lb 1 · web 8×8 · db 32`, scenario).column("web.cpu");
    const cached = play(`dns · lb 1 · web 8×8 · db 32 · cache 2`, scenario);
    const hits = cached.column("cache.hitRatio");
    const expected = 1 - (hits[500] as number) / 2;
    expect((cached.column("web.cpu")[500] as number) / (without[500] as number)).toBeCloseTo(expected, 1);
  });

  test("a photo is 100 ms in the request, 0.3 ms when a queue takes it", () => {
    const photos = { shares: { photo: 1 } } as const;
    expect(cpuOf("dns · web 4×8 · db 8", photos, 80)).toBeCloseTo((80 * 0.1) / (4 * 7.674), 2);
    expect(cpuOf("dns · web 4×8 · db 8 · queue durable · workers 4×8", photos, 80)).toBeLessThan(0.01);
  });

  test("a store without joins leaves the feed's to the application, which asks for all rows at once", () => {
    const feeds = { shares: { feed: 1 } } as const;
    const relational = cpuOf("dns · web 4×8 · db 16", feeds, 500);
    const keyValue = cpuOf("dns · web 4×8 · kv 4 everything", feeds, 500);
    expect(keyValue / relational).toBeCloseTo((2 + 20 * 0.02) / 2, 1);
  });

  test("asking a shared store for the session costs a twentieth of a millisecond of CPU", () => {
    const local = cpuOf(`dns · lb 1 sticky · web 2×8 · ${rest}`, { clients: members }, 2_000);
    const shared = cpuOf(`dns · lb 1 · web 2×8 · sessions pair · ${rest}`, { clients: members }, 2_000);
    expect(shared / local).toBeCloseTo(2.05 / 2, 2);
  });
});

describe("queueing", () => {
  test("one core answers like M/M/1", () => {
    // ρ = 0.8 of 0.2 ms: times to answer are exponential with mean 1 ms.
    const report = play("dns · web 1×1", traffic(4_000, [], { shares: { asset: 1 } }), { particles: 256 });
    const [files] = report.latency;
    expect((files?.meanMs ?? 0) - 30).toBeCloseTo(1, 1);
    expect(((files?.p95Ms ?? 0) - 30) / Math.log(20)).toBeCloseTo(1, 0);
    expect(((files?.p99Ms ?? 0) - 30) / Math.log(100)).toBeCloseTo(1, 0);
  });

  test("pages stay exponential beside rare heavy photos, and wait behind them", () => {
    const alone = play("dns · web 2×8 · db 32", traffic(2_000));
    const mixed_ = play(
      "dns · web 2×8 · db 32",
      traffic(2_040, [], { shares: { page: 2_000 / 2_040, photo: 40 / 2_040 } }),
    );
    const page = (report: typeof alone) => report.latency.find((row) => row.kind === "page");
    expect(page(mixed_)?.p50Ms).toBeGreaterThan(page(alone)?.p50Ms ?? 0);
    expect(page(mixed_)?.p95Ms).toBeLessThan(2 * (page(alone)?.p95Ms ?? 0));
  });

  test("more than the boxes can do waits, times out and is refused; a larger box or more boxes cure it", () => {
    const small = play(`dns · lb 1 · web 2×4 · ${rest}`, traffic(5_000));
    expect(small.is("availability")).toBeLessThan(0.2);
    expect(small.lost("web", "timeout") + small.lost("web", "queue-full")).toBeGreaterThan(2_000_000);
    expect(small.causes.some((cause) => cause.what === "saturated" && cause.place === "web")).toBe(true);
    expect(play(`dns · lb 1 · web 2×8 · ${rest}`, traffic(5_000)).is("availability")).toBeGreaterThan(0.999);
    expect(play(`dns · lb 1 · web 4×4 · ${rest}`, traffic(5_000)).is("availability")).toBeGreaterThan(0.999);
  });

  test("one of N boxes carries one Nth: the same price in more boxes loses less", () => {
    const crash: ScenarioEvent = {
      label: "down",
      atSec: 300,
      untilSec: 400,
      what: "crash",
      tier: "web",
      boxes: 1,
    };
    const lost = (boxes: string) =>
      play(`dns · web ${boxes} · ${rest}`, traffic(6_000, [crash])).lost("web", "box-down");
    expect(lost("3×16")).toBeCloseTo((6_000 * 100) / 3, -1);
    expect(lost("6×8")).toBeCloseTo((6_000 * 100) / 6, -1);
    expect(lost("12×4")).toBeCloseTo((6_000 * 100) / 12, -1);
  });

  test("a restart of every process fails everybody for as long as it takes", () => {
    const restart: ScenarioEvent = {
      label: "restart",
      atSec: 100,
      what: "restart",
      tier: "web",
      durationSec: 15,
    };
    expect(play(`dns · lb 1 · web 4×8 · ${rest}`, traffic(2_000, [restart])).lost("web")).toBe(2_000 * 15);
    const coarse = play(`dns · lb 1 · web 4×8 · ${rest}`, traffic(2_000, [restart]), { stride: 10 });
    expect(coarse.lost("web", "process-down")).toBe(2_000 * 15);
  });

  test("a site with neither box nor web tier has nothing that answers", () => {
    expect(play("dns", traffic(10)).lost("web", "no-server")).toBe(10 * 600);
  });
});

describe("workers", () => {
  // Slow feeds: the database holds each worker some 50 ms instead of 16.
  const slowDatabase: ScenarioEvent = {
    label: "slow",
    atSec: 200,
    untilSec: 400,
    what: "slow",
    tier: "primary",
    boxes: 1,
    speed: 0.35,
  };
  const feeds = { shares: { feed: 1 } } as const;

  test("a slow database empties the pool of workers while the cores idle; a larger pool cures it", () => {
    const few = play("dns · lb 1 · web 4×8 pool=5 · db 16", traffic(3_000, [slowDatabase], feeds));
    const many = play("dns · lb 1 · web 4×8 pool=200 · db 16", traffic(3_000, [slowDatabase], feeds));
    expect(few.column("web.slots")[300]).toBeGreaterThan(0.9);
    expect(few.column("web.cpu")[300]).toBeLessThan(0.5);
    expect(few.column("web.backlog")[300]).toBeGreaterThan(100);
    expect(few.is("availability")).toBeLessThan(0.95);
    expect(many.column("web.slots")[300]).toBeLessThan(0.5);
    expect(many.is("availability")).toBeGreaterThan(0.999);
    expect(few.causes.some((cause) => cause.what === "saturated" && cause.place === "web")).toBe(true);
  });

  test("as many workers are busy as arrive in the time that one is held (Little)", () => {
    const report = play("dns · lb 1 · web 4×8 pool=64 · db 16", traffic(3_000, [], feeds), {
      particles: 256,
    });
    const arrivalsPerBox = 3_000 / 4;
    const heldSec = (report.is("latencyMeanMs") - 30.5) / 1_000;
    expect(mean(report.column("web.slots"), 50) * 64).toBeCloseTo(arrivalsPerBox * heldSec, 0);
  });

  test("the feedback through the pool settles instead of swinging", () => {
    const slots = play("dns · lb 1 · web 4×8 pool=12 · db 16", traffic(2_500, [], feeds)).column("web.slots");
    const tail = Array.from(slots.slice(300));
    expect(Math.max(...tail) - Math.min(...tail)).toBeLessThan(0.2);
  });
});

describe("whatever is asked of it", () => {
  const web = fc.record({
    boxes: fc.constantFrom("1×1", "2×32", "7×8", "400×32", "3×1"),
    lb: fc.constantFrom(
      "",
      "lb 1",
      "lb 4 policy=two retry",
      "lb 2 policy=least sticky",
      "lb 2 policy=random public sticky retry",
    ),
    scaled: fc.constantFrom(
      "",
      "target=60 min=1 max=9",
      "target=95 min=3 max=400 boot=10 cooldown=10 window=10",
      "target=1 min=0 max=0",
    ),
    pool: fc.constantFrom("", "pool=1", "pool=4096"),
    store: fc.constantFrom("", "sessions pair", "sessions node", "sessions sql"),
    rest: fc.constantFrom("db 8", "kv 1 everything", "cache 2", "db 1 · cache 1"),
    rate: fc.constantFrom(0, 1e-6, 0.3, 40, 3_000, 1e9),
    sessionSec: fc.constantFrom(0, 1, 1_500, 1e6),
    dt: fc.constantFrom(1, 10, 60),
    stride: fc.constantFrom(1, 10),
    attempts: fc.constantFrom(1, 3),
    faults: fc.subarray<ScenarioEvent>([
      { label: "a", atSec: 20, untilSec: 45, what: "crash", tier: "web", boxes: 1 },
      { label: "b", atSec: 30, what: "crash", tier: "web", boxes: 500 },
      { label: "c", atSec: 10, untilSec: 50, what: "slow", tier: "web", boxes: 2, speed: 0 },
      { label: "d", atSec: 15, untilSec: 60, what: "scan", boxes: 2 },
      { label: "e", atSec: 33, what: "restart", tier: "web", durationSec: 7 },
      { label: "f", atSec: 41, untilSec: 44, what: "crash", tier: "lb", boxes: 2 },
      { label: "g", atSec: 52, untilSec: 59, what: "crash", tier: "sessions", boxes: 2 },
    ]),
  });

  test("the books close, no figure is absurd, and the same run comes out the same", () => {
    fc.assert(
      fc.property(web, (w) => {
        const line = `dns · ${w.lb ? `${w.lb} · ` : ""}web ${w.boxes} ${w.scaled} ${w.pool} · ${w.store ? `${w.store} · ` : ""}${w.rest}`;
        const scenario = traffic(w.rate, w.faults, {
          ticks: 70,
          tickSec: w.dt,
          shares: { page: 0.4, feed: 0.2, write: 0.1, asset: 0.2, photo: 0.05, log: 0.05 },
          clients: { ...patientClients, attempts: w.attempts, sessionSec: w.sessionSec },
        });
        const options = { particles: 16, stride: w.stride };
        const once = play(line, scenario, options);
        for (const name of ["web.utilization", "web.cpu", "web.slots", "web.up"] as const)
          for (const value of once.column(name))
            if (!(value >= 0 && value <= 1 + 1e-9)) throw new Error(`${name} ${value}`);
        for (const name of ["web.backlog", "web.boxes", "web.paidBoxes", "web.sessions"] as const)
          for (const value of once.column(name))
            if (!(value >= 0 && value < 1e16)) throw new Error(`${name} ${value}`);
        expect(JSON.stringify(play(line, scenario, options))).toBe(JSON.stringify(once));
      }),
      { numRuns: 150 },
    );
  });
});
