import { describe, expect, test } from "vitest";
import { finish, tracing } from "../../src/game/index.ts";
import { dayOf, design, Run, searchRun, simulate } from "../../src/sim/index.ts";
import { findLesson, lessons } from "../helpers/english.ts";
import { followedAt } from "../helpers/followed.ts";

const levelOf = (name: string) => (findLesson(name) as (typeof lessons)[0]).level;

test("a trace begins with the name, then the way there, then the parts in path order", () => {
  const level = levelOf("6");
  const { median } = finish(tracing(level, level.lesson, 11, 100));
  const places = median?.hops.map(({ place }) => place) ?? [];
  expect(places.slice(0, 4)).toEqual(["dns", "network", "lb", "web"]);
  expect(places).toContain("cache");
});

test("the slow one is slower than the median one, and the stops sum to the whole", () => {
  const level = levelOf("6");
  const { median, slow } = finish(tracing(level, level.lesson, 11, 300));
  expect(slow?.totalMs).toBeGreaterThan(median?.totalMs ?? 0);
  for (const trace of [median, slow]) expect(trace).toMatchObject({ outcome: "answered" });
  for (const trace of [median, slow])
    expect(trace?.hops.reduce((sum, { ms }) => sum + ms, 0)).toBeCloseTo(trace?.totalMs ?? 0, 6);
});

test("a failed one ends where it failed, with the reason", () => {
  const level = levelOf("1");
  const noName = finish(tracing(level, level.start, 11, 10)).failed;
  expect(noName?.lostAt).toEqual({ place: "dns", reason: "no-domain" });
  expect(noName?.outcome).toBe("failed");
  expect(noName?.hops.map(({ place }) => place)).toEqual(["dns"]);
  const nano = level.wrongAnswers[0];
  if (!nano || !("design" in nano)) throw new Error("level 1 has lost its naive answer");
  const late = finish(tracing(level, nano.design, 11, 350)).failed;
  expect(late?.lostAt).toEqual({ place: "box", reason: "timeout" });
  expect(late?.totalMs).toBeGreaterThan(3_000);
});

test("a file that its edge does not answer is a failure like any other: it ends there, with the reason", () => {
  const level = levelOf("7");
  const alone = level.wrongAnswers.find(
    (answer) => "design" in answer && answer.fails.by?.reason === "edge-down",
  );
  if (!alone || !("design" in alone)) throw new Error("level 7 has no answer that its edges fail");
  const outage = dayOf(level.scenario, 11).events.find(({ what }) => what === "cdn-outage");
  const { failed } = finish(tracing(level, alone.design, 11, outage!.atSec + 5));
  expect(failed?.kind).toBe("asset");
  expect(failed?.lostAt).toEqual({ place: "cdn", reason: "edge-down" });
  expect(failed?.hops.map(({ place }) => place)).toEqual(["dns", "network"]);
});

test("taking a trace changes nothing about the run", () => {
  const level = levelOf("5");
  const once = finish(tracing(level, level.lesson, 11, 60));
  expect(finish(tracing(level, level.lesson, 11, 60))).toEqual(once);
});

test("every level's lesson can be traced at any time", () => {
  for (const { level } of lessons)
    for (const tick of [0, Math.floor(level.scenario.ticks * 0.6)]) {
      const { median } = finish(tracing(level, level.lesson, 11, tick));
      expect(
        median?.hops.every(({ ms }) => Number.isFinite(ms) && ms >= 0),
        level.id,
      ).toBe(true);
    }
});

/** Of the goals of blame: where a request that runs out of patience waited, and that its trace shows it. */
describe("a request whose client gives up", () => {
  /** Level 6 with a cache that forgets after 5 s: the web tier has no room, all else is idle. */
  const level = levelOf("6");
  const short = design(
    "dns · lb 2 interval=10s retry · web 8×8 · cache 1 ttl=5s invalidate · db 4 + 4×4 zones=B copy=semi fresh · kv 1",
  );

  test("is charged to the place where it waited, not to where its time ended", () => {
    const report = simulate(short, level.scenario, { seed: 11, ...searchRun });
    const late = report.ledger.failedBy.filter(({ reason }) => reason === "timeout");
    const all = late.reduce((sum, { count }) => sum + count, 0);
    const web = late.find(({ place }) => place === "web")?.count ?? 0;
    expect(all).toBeGreaterThan(10_000);
    expect(web / all).toBeGreaterThan(0.99);
  });

  test("has its wait in its trace", () => {
    const run = new Run(short, level.scenario, { seed: 11, ...searchRun });
    let seen = 0;
    while (!run.done) {
      run.advance();
      if (run.world.tick % 20 !== 0) continue;
      const { failed } = run.traces();
      if (failed?.lostAt?.reason !== "timeout") continue;
      seen++;
      const { lostAt } = failed;
      const there = failed.hops.filter(({ place }) => place === lostAt.place);
      const most = Math.max(...failed.hops.map(({ ms }) => ms));
      expect(there.some(({ ms }) => ms === most)).toBe(true);
      expect(failed.totalMs).toBeGreaterThan(level.scenario.clients.timeoutSec * 1_000);
    }
    expect(seen).toBeGreaterThan(3);
  });
});

test("a client of a dark site waits until it gives up", () => {
  const level = levelOf("9");
  const outage = dayOf(level.scenario, 11).events.find(({ what }) => what === "region-outage");
  const { failed } = finish(tracing(level, level.lesson, 11, outage!.atSec + 2));
  expect(failed?.lostAt?.reason).toBe("site-down");
  expect(failed?.totalMs).toBe(level.scenario.clients.timeoutSec * 1_000);
});

test("the median and the slow request take what the run's own percentiles say; on every level: test/deep", () => {
  for (const name of ["5", "8"]) {
    const level = levelOf(name);
    expect(
      followedAt(level, level.lesson, 11, [0.05, 0.4]).filter(({ isFar }) => isFar),
      name,
    ).toEqual([]);
  }
});

test("there is a request of every sort that a level is about", () => {
  const sorts = (name: string, tick: number) => {
    const level = levelOf(name);
    return Object.keys(finish(tracing(level, level.lesson, 11, tick)));
  };
  expect(sorts("2", 300)).toContain("log");
  expect(sorts("5", 100)).toContain("write");
  expect(sorts("7", 100)).toContain("page");
  expect(sorts("10", 230)).toContain("job");
  const celebrity = levelOf("12").scenario.events.find(({ what }) => what === "celebrity")?.atSec ?? 0;
  expect(sorts("12", celebrity + 5)).toEqual(expect.arrayContaining(["like", "post"]));
  expect(sorts("11", 100)).toContain("order");
});

test("a page of level 7 takes eight trips from Asia without edges, and three with them", () => {
  const level = levelOf("7");
  const total = (line: string) => finish(tracing(level, design(line), 11, 100)).page;
  const rest = "lb 2 interval=10s retry · web 20×8 · cache 3 zones=2 invalidate · db 4 + 3×4 zones=B · kv 1";
  const far = total(`dns · ${rest}`);
  const near = total(`dns · cdn static versioned fallback · ${rest}`);
  expect(far?.region).toBe("asia");
  expect(far?.totalMs).toBeGreaterThan(8 * 170);
  expect(near?.totalMs).toBeLessThan(700);
});

test("a photo goes through its upload, the line and three steps", () => {
  const level = levelOf("10");
  const { job } = finish(tracing(level, level.lesson, 11, 230));
  expect(job?.hops.map(({ place, step }) => step ?? place)).toEqual(
    expect.arrayContaining(["queue", "crop", "sharpen", "blur"]),
  );
  // The viral minute fills the line.
  expect(job?.totalMs).toBeGreaterThan(10_000);
});

test("a photo waits for nothing where nobody is in line, long in a long line, and has no trace where nobody works", () => {
  const level = levelOf("10");
  const queueMs = (line: string, tick: number) =>
    finish(tracing(level, design(line), 11, tick)).job?.hops.findLast(({ place }) => place === "queue")?.ms;
  const rest =
    "dns · lb 2 interval=10s retry · web 20×8 · cache 3 zones=2 invalidate · db 4 + 3×4 zones=B · queue durable";
  expect(queueMs(`${rest} · workers 40×8`, 20)).toBe(0);
  expect(queueMs(`${rest} · workers 1×2`, 20)).toBeGreaterThan(60_000);
  expect(queueMs(rest, 60)).toBeUndefined();
  expect(finish(tracing(level, design(rest), 11, 60)).job).toBeUndefined();
});
