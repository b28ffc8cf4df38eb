import { expect, test } from "vitest";
import { Cache } from "../../src/exact/cache.ts";
import { inexpressible, runExactly, runsOfOneDay } from "../../src/exact/index.ts";
import { Popular } from "../../src/exact/popular.ts";
import { Prng } from "../../src/exact/prng.ts";
import { Servers } from "../../src/exact/servers.ts";
import { design, mixed, patientClients, photoData, type Scenario } from "../../src/sim/index.ts";
import { CacheModel, Popularity } from "../../src/sim/keys/popularity.ts";
import { sojournMeanSec, waitQuantileSec } from "../../src/sim/queueing/erlang.ts";
import { play, playJson } from "../helpers/command-line.ts";
import { onlyWhole } from "../helpers/sampled.ts";

const quiet: Scenario = {
  ticks: 120,
  tickSec: 1,
  streams: mixed([[0, 600]], { page: 1 }, { us: 1 }, 0.3),
  data: { ...photoData, objects: 20_000 },
  clients: patientClients,
  events: [],
};

test("a queue of c servers waits as Erlang says", () => {
  const prng = new Prng(3);
  for (const [servers, load] of [
    [1, 0.7],
    [8, 0.85],
  ] as const) {
    const queue = new Servers(servers, 1e5);
    let now = 0;
    let sum = 0;
    const waits: number[] = [];
    const requests = 400_000;
    for (let i = 0; i < requests; i++) {
      now += prng.exponential() / (servers * load);
      const work = prng.exponential();
      const leaves = queue.take(now, work);
      sum += leaves - now;
      waits.push(leaves - now - work);
    }
    expect(sum / requests / sojournMeanSec(servers, servers * load, 1)).toBeCloseTo(1, 1.5);
    waits.sort((a, b) => a - b);
    const p95 = waits[Math.floor(0.95 * requests)] as number;
    expect(p95 / waitQuantileSec(servers, servers * load, 1, 0.95)).toBeCloseTo(1, 1);
  }
});

test("a queue takes as many as may wait, and not one more", () => {
  const queue = new Servers(2, 3);
  for (let i = 0; i < 5; i++) expect(queue.take(0, 1)).toBeGreaterThan(0);
  expect(queue.take(0, 1)).toBe(-1);
  // A second later two have left, and two who waited have begun.
  expect(queue.take(1, 1)).toBeGreaterThan(1);
});

test("a box's own work finds room where requests are refused", () => {
  const queue = new Servers(1, 1);
  expect([queue.take(0, 1), queue.take(0, 1), queue.take(0, 1)]).toEqual([1, 2, -1]);
  expect(queue.take(0, 1, true)).toBe(3);
});

test("servers that are held take nothing until they are let go", () => {
  const queue = new Servers(2, 10);
  queue.hold(1, 5);
  expect([queue.take(0, 1), queue.take(0, 1), queue.take(0, 9), queue.take(0, 1)]).toEqual([1, 2, 11, 6]);
});

test("a cache of real keys hits as often as Che says", () => {
  const popular = new Popular(20_000, 0.9);
  const prng = new Prng(5);
  for (const policy of ["lru", "fifo", "lfu"] as const) {
    const settings = { nodes: 2, entriesPerNode: 1_000, policy, ttlSec: Number.POSITIVE_INFINITY };
    const cache = new Cache({ ...settings, invalidates: false, leases: false }, popular, 1, prng);
    cache.warm(1_000, 0);
    for (let i = 0; i < 400_000; i++) {
      const key = popular.draw(prng);
      if (cache.look(key, i / 1_000) === 0) cache.fill(key, i / 1_000, i / 1_000, 0);
    }
    const model = new CacheModel(new Popularity(20_000, 0.9));
    const plan = { policy, capacity: 2_000, ttlRequests: Number.POSITIVE_INFINITY };
    expect(cache.hitRatio).toBeCloseTo(model.solve(plan), 2);
  }
});

test("a value read before a change and kept after it is old, and a lease keeps it out", () => {
  for (const leases of [false, true]) {
    const settings = { nodes: 1, entriesPerNode: 10, policy: "lru", ttlSec: 1e9, invalidates: true } as const;
    const cache = new Cache({ ...settings, leases }, new Popular(10, 1), 1, new Prng(1));
    cache.look(7, 1);
    const { lease } = cache;
    cache.change(7, 1.5);
    cache.invalidate(7);
    // Another has taken the next lease: the first one's is void for all that.
    cache.look(7, 1.6);
    cache.fill(7, 1.2, 2, lease);
    expect(cache.putBack).toBe(leases ? 0 : 1);
    cache.look(7, 3);
    expect(cache.staleHits).toBe(leases ? 0 : 1);
  }
});

test("every request that came was answered, failed or is on its way", () => {
  const scenario: Scenario = {
    ...quiet,
    events: [{ label: "box-down", what: "crash", tier: "web", boxes: 1, atSec: 40, untilSec: 80 }],
  };
  const report = runExactly(design("dns · lb 1 · web 3×2 · cache 1 memory=1 · db 1"), scenario, 4);
  const lost = report.failedBy.reduce((sum, { count }) => sum + count, 0);
  expect(report.failed).toBe(lost);
  expect(report.answered + report.failed + (report.indicators["inFlight"] ?? 0)).toBe(report.offered);
  expect(report.failedBy).toContainEqual(expect.objectContaining({ place: "web", reason: "box-down" }));
});

test("a dead box keeps connections open until they are given up, so a balancer that counts them sends it hardly any", () => {
  const scenario: Scenario = {
    ...quiet,
    ticks: 60,
    events: [{ label: "box-down", what: "crash", tier: "web", boxes: 1, atSec: 10 }],
  };
  const [turns, two, least] = ["round-robin", "two", "least"].map((policy) => {
    const parts = design(`dns · lb 1 ${policy === "round-robin" ? "" : `policy=${policy}`} · web 3×2 · db 2`);
    const { failedBy } = runExactly(parts, scenario, 4);
    return failedBy.find(({ reason }) => reason === "box-down")!.count;
  }) as [number, number, number];
  // A third of 600 a second to the end: it would be found a minute later.
  expect(turns / (200 * 50)).toBeCloseTo(1, 1);
  // As many wait for it as are in a box that works, for a quarter of a second each.
  for (const count of [two, least]) {
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(0.25 * turns);
  }
});

test("what fails says where and why; patience ends nowhere in particular", () => {
  const slow: Scenario = { ...quiet, clients: { ...quiet.clients, timeoutSec: 0.05 } };
  const { failedBy, failed } = runExactly(design("dns · box 1"), slow, 4);
  expect(failedBy.map(({ count, ...loss }) => loss)).toEqual([
    { reason: "timeout" },
    { place: "box", reason: "queue-full" },
  ]);
  expect(failed).toBe(failedBy.reduce((sum, { count }) => sum + count, 0));
  expect(runExactly(design("box 1"), quiet, 4).failedBy).toMatchObject([
    { place: "dns", reason: "no-domain" },
  ]);
});

test("the same seed is the same run, and another seed is another", () => {
  const run = (seed: number) => runExactly(design("dns · box 2"), quiet, seed).indicators;
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
});

test("whoever tries again without a budget tries as often as he may", () => {
  const scenario: Scenario = { ...quiet, clients: { ...patientClients, timeoutSec: 1, attempts: 3 } };
  // Six hundred requests a second where at most four hundred and fifty are answered.
  const report = runExactly(design("dns · box 1"), scenario, 2);
  expect(report.indicators["attemptsPerRequest"]).toBeGreaterThan(2.5);
  const careful = { ...scenario, clients: { ...scenario.clients, retryBudget: 0.1 } };
  expect(runExactly(design("dns · box 1"), careful, 2).indicators["attemptsPerRequest"]).toBeLessThan(1.12);
});

test("what cannot be played exactly is refused by name", async () => {
  expect(inexpressible(design("dns · box 2"), quiet)).toEqual([]);
  expect(inexpressible(design("dns · lb 1 sticky · web 2×8 · db 4"), quiet)).toEqual([{ code: "sticky" }]);
  expect(
    inexpressible(design("dns · box 2"), {
      ...quiet,
      events: [{ label: "x", what: "cdn-outage", atSec: 1 }],
    }),
  ).toEqual([{ code: "event", what: "cdn-outage" }]);
  const { code, err } = await play("exact", "7", "--design", "lesson");
  expect(code).toBe(2);
  expect(err).toMatch(/cannot be played exactly: users of other regions/);
});

test("the command prints the report beside an exact run", async () => {
  const { out, code } = await play("exact", "1", "--design", "lesson", "--runs", "1");
  expect(code).toBe(0);
  expect(out).toMatch(/availability +98\.\d+ % +98\.\d+ %/);
  for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
});

onlyWhole("it tells what lies between runs, and the same as JSON", async () => {
  const { out } = await play("exact", "1", "--design", "lesson", "--runs", "2");
  expect(out).toMatch(/availability +98\.\d+ % +98\.\d+ % +± <?0\.\d+ %/);
  expect(out).toContain("The report meets the goals; so does every exact run.");
  const json = await playJson<{ seeds: number[]; indicators: Record<string, Record<string, number>> }>(
    "exact",
    "1",
    "--design",
    "lesson",
    "--runs",
    "1",
  );
  expect(json.seeds).toEqual([11]);
  const { report, exact } = json.indicators["latencyP95Ms"] as { report: number; exact: number };
  expect(Math.abs(report / exact - 1)).toBeLessThan(0.08);
});

test("runs of one design have the same day, and luck of their own", () => {
  const losing = (tier: "web" | "lb") =>
    ({ label: tier, what: "crash", tier, boxes: 1, atSec: 2, untilSec: 8 }) as const;
  const scenario: Scenario = { ...quiet, ticks: 10, drawn: [{ oneOf: [losing("web"), losing("lb")] }] };
  const days = [1, 2, 3, 4].map((seed) =>
    [...runsOfOneDay(design("dns · lb 1 · web 2×2 · db 1"), scenario, seed, 2)].map((run) => {
      while (!run.done) run.advance();
      const { offered, failedBy } = run.report();
      return { offered, lostAt: [...new Set(failedBy.map(({ place }) => place))].join() };
    }),
  );
  for (const runs of days) {
    expect(new Set(runs.map(({ lostAt }) => lostAt)).size).toBe(1);
    expect(new Set(runs.map(({ offered }) => offered)).size).toBe(2);
  }
  expect(new Set(days.map(([first]) => first!.lostAt)).size).toBe(2);
});

test("balancer nodes that are lost serve again when they are back, or another does in their place", () => {
  const scenario: Scenario = {
    ...quiet,
    ticks: 12,
    events: [{ label: "lb", what: "crash", tier: "lb", boxes: 1, atSec: 2, untilSec: 8 }],
  };
  const badSeconds = (nodes: number) =>
    [...runExactly(design(`dns · lb ${nodes} · web 2×2 · db 1`), scenario, 3).failedAt.entries()]
      .filter(([, failed]) => failed > 100)
      .map(([sec]) => sec);
  expect(badSeconds(1)).toEqual([2, 3, 4, 5, 6, 7]);
  expect(badSeconds(2)).toEqual([2, 3, 4]);
});
