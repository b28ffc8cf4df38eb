import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { design } from "../../../src/sim/design/notation.ts";
import type { RunOptions } from "../../../src/sim/engine/world.ts";
import type { Gauge, Indicator } from "../../../src/sim/index.ts";
import { fixedCostPerMonth } from "../../../src/sim/report/cost.ts";
import type { Report } from "../../../src/sim/report/report.ts";
import { Run, searchRun } from "../../../src/sim/run.ts";
import {
  databasePricePerMonth,
  databaseScaling,
  databaseSec,
  sharding,
} from "../../../src/sim/scenario/capacities.ts";
import { type RequestKind, requestKinds } from "../../../src/sim/scenario/kinds.ts";
import type { Scenario, ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { latencyOf, scenarioOf } from "./data-scenarios.ts";

/** More web than any test needs, so that only the shards speak. */
const web = "dns · web 60×32";
const celebrity: ScenarioEvent = {
  label: "celebrity",
  what: "celebrity",
  atSec: 60,
  untilSec: 160,
  readsPerSec: 120_000,
  likesPerSec: 15_000,
};
const calm = scenarioOf({ ratePerSec: 60_000, shares: { write: 0.6, page: 0.3, own: 0.1 }, ticks: 120 });
const idol: Scenario = { ...calm, ticks: 200, events: [celebrity] };

interface Played {
  readonly report: Report;
  readonly failedShare: (kind: RequestKind) => number;
  readonly indicator: (name: Indicator) => number;
  readonly series: (name: Gauge) => Float64Array;
}

function play(line: string, scenario: Scenario, options: Partial<RunOptions> = {}): Played {
  const run = new Run(design(line), scenario, { seed: 3, ...searchRun, ...options });
  while (!run.done) run.advance();
  const report = run.report();
  return {
    report,
    failedShare: (kind) => {
      const { offered, failed } = run.world.ledger;
      const k = requestKinds.indexOf(kind);
      return (failed[k] as number) / Math.max(1, offered[k] as number);
    },
    indicator: (name) => report.indicators[name] ?? Number.NaN,
    series: (name) => run.world.gauges.column(name),
  };
}

const failedFor = ({ report }: Played, reason: string) =>
  report.ledger.failedBy.filter((row) => row.reason === reason).reduce((n, row) => n + row.count, 0);

const mean = (values: Float64Array, from: number, to: number) =>
  values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);

describe("sharding writes", () => {
  test("eight shards take the writes that are too many for three", () => {
    const three = play(`${web} · shards 3×8`, calm);
    const eight = play(`${web} · shards 8×8`, calm);
    expect(three.indicator("availability")).toBeLessThan(0.9);
    expect(eight.indicator("availability")).toBeGreaterThan(0.999);
    expect(eight.indicator("writeP99Ms")).toBeLessThan(60);
  });

  test("bigger boxes do as well", () => {
    expect(play(`${web} · shards 3×32`, calm).indicator("availability")).toBeGreaterThan(0.999);
  });

  test("what one shard of eight must do agrees with the mean of its share of the work", () => {
    const { series } = play(`${web} · shards 8×8 place=modulo`, calm);
    // 36,000 writes of 0.5 ms, 6,000 + 18,000 reads of 0.2 ms, over 8 boxes of 6.498 effective cores.
    const expected = (36_000 * 0.000_5 + 24_000 * 0.000_2) / (8 * 6.498);
    expect((series("shards.utilization")[100] as number) / expected).toBeCloseTo(1, 2);
    expect((series("hotShard.utilization")[100] as number) / expected).toBeCloseTo(1, 1);
  });

  test("by country or by date one shard gets what should be for all", () => {
    const byUser = play(`${web} · shards 8×8`, calm);
    for (const key of ["country", "signup"]) {
      const bad = play(`${web} · shards 8×8 key=${key}`, calm);
      expect(bad.indicator("hotShardShare")).toBeGreaterThan(3 * byUser.indicator("hotShardShare"));
      expect(bad.indicator("availability")).toBeLessThan(0.9);
      expect(
        bad.report.causes.some((cause) => cause.what === "saturated" && cause.place === "hotShard"),
      ).toBe(true);
    }
  });

  test("the bill counts shards, their replicas and the dedicated one", () => {
    const cost = (line: string) => fixedCostPerMonth(design(line)) - fixedCostPerMonth(design(web));
    const price = databasePricePerMonth[8] as number;
    expect(cost(`${web} · shards 8×8`)).toBe(8 * price);
    expect(cost(`${web} · shards 8×8 replicas=1`)).toBe(16 * price);
    expect(cost(`${web} · shards 8×8 dedicated`)).toBe(8 * price + 999);
  });
});

test("a copy repeats what was written, not what the primary was asked to read", () => {
  const ratePerSec = 40_000;
  const shares = { page: 0.65, own: 0.25, write: 0.1 };
  const run = play(`${web} · shards 2×4 replicas=1`, scenarioOf({ ratePerSec, shares, ticks: 60 }));
  const { cheapRead, replay } = databaseSec;
  const work = (ratePerSec / 2) * (shares.page * cheapRead + shares.write * replay);
  expect(run.series("shards.utilization")[59]).toBeCloseTo(work / (databaseScaling.cores[4] as number), 2);
});

describe("what a full shard refuses", () => {
  const asked = (writesPerSec: number, pagesPerSec: number) => {
    const ratePerSec = writesPerSec + pagesPerSec;
    return scenarioOf({
      ratePerSec,
      shares: { write: writesPerSec / ratePerSec, page: pagesPerSec / ratePerSec },
      ticks: 60,
    });
  };

  test("is not repeated by its copy, which answers every read beside what was written", () => {
    // Two primaries of four cores make 14,000 writes a second; their copies have room for those beside the reads.
    const run = play(`${web} · shards 2×4 replicas=1`, asked(60_000, 18_000));
    expect(run.failedShare("write")).toBeGreaterThan(0.7);
    expect(run.failedShare("page")).toBe(0);
    expect(latencyOf(run.report, "page").p99Ms).toBeLessThan(120);
  });

  test("makes nothing in the cache invalid", () => {
    const hits = (writesPerSec: number) => {
      const scenario = asked(writesPerSec, 18_000);
      const few = { ...scenario, data: { ...scenario.data, objects: 50_000 } };
      const run = play(`${web} · cache 4 invalidate · shards 2×4 replicas=1`, few);
      return { ratio: mean(run.series("cache.hitRatio"), 30, 60), written: 1 - run.failedShare("write") };
    };
    const many = hits(60_000);
    expect(many.written).toBeLessThan(0.3);
    const made = hits(60_000 * many.written);
    expect(made.written).toBeGreaterThan(0.98);
    expect(many.ratio).toBeCloseTo(made.ratio, 2);
    expect(hits(100).ratio).toBeGreaterThan(made.ratio + 0.1);
  });

  test("enters nobody's feed", () => {
    // By country one shard is full and the smallest is not: what is beside its own writes are posts that were made.
    const busyOfSmallest = (feed: string) => {
      const run = play(`${web} · shards 8×4 replicas=1 key=country ${feed}`, asked(60_000, 1));
      const { series } = run;
      const of = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => series(`shards.utilizationOf${i}` as Gauge)[59]!);
      return { busy: Math.min(...of), written: 1 - run.failedShare("write") };
    };
    const plain = busyOfSmallest("");
    const fed = busyOfSmallest("feed");
    expect(fed.written).toBeLessThan(0.8);
    const insertOverWrite = sharding.feedInsertSec / databaseSec.write;
    expect(fed.busy / plain.busy - 1).toBeCloseTo(fed.written * insertOverWrite, 2);
  });

  test("does not wait there: of the answered, as many come from the full shard as it has let in", () => {
    // By country one shard is asked for 45 % of them, and makes a good part less.
    const run = play(`${web} · shards 8×4 replicas=1 key=country`, asked(40_000, 1));
    const { meanMs, p50Ms, p99Ms } = latencyOf(run.report, "write");
    const madePerSec = (databaseScaling.cores[4] as number) / databaseSec.write;
    const answeredPerSec = 40_000 * (1 - run.failedShare("write"));
    expect(madePerSec / answeredPerSec).toBeLessThan(0.3);
    // The others answer at once.
    expect((meanMs - p50Ms) / (p99Ms - p50Ms)).toBeCloseTo(madePerSec / answeredPerSec, 1);
  });
});

describe("reads", () => {
  const reading = scenarioOf({ ratePerSec: 200_000, shares: { page: 0.9, write: 0.1 }, ticks: 90 });
  test("replicas take them off the primaries", () => {
    const without = play(`${web} · shards 6×8`, reading);
    const alone = play(`${web} · shards 6×8 replicas=2`, reading);
    expect(without.indicator("availability")).toBeLessThan(0.98);
    expect(alone.indicator("availability")).toBeGreaterThan(0.999);
    expect(latencyOf(alone.report, "write").p99Ms).toBeLessThan(latencyOf(without.report, "write").p99Ms);
  });

  const feeds = scenarioOf({ ratePerSec: 12_000, shares: { feed: 0.5, page: 0.3, write: 0.2 }, ticks: 90 });
  test("a feed over all shards waits for the slowest, a copied feed for one", () => {
    const joined = play(`${web} · shards 8×8 replicas=1`, feeds);
    const copied = play(`${web} · shards 8×8 replicas=1 feed`, feeds);
    expect(joined.indicator("crossShardShare")).toBeCloseTo(0.5 / 0.8, 2);
    expect(copied.indicator("crossShardShare")).toBe(0);
    // Copies are paid for by whoever writes.
    const writer = (run: Played) => run.series("shards.utilization")[80] as number;
    expect(writer(joined)).toBeGreaterThan(0);
    expect(writer(copied)).not.toBe(writer(joined));
  });

  test("one slow shard in eight is in the tail of one page in eight, and of every feed over all", () => {
    const slow: ScenarioEvent = {
      label: "slow",
      what: "slow",
      tier: "shard",
      boxes: 1,
      atSec: 0,
      speed: 0.05,
    };
    const quiet = scenarioOf({
      ratePerSec: 400,
      shares: { feed: 0.3, page: 0.7 },
      ticks: 120,
      events: [slow],
    });
    const over = (run: Played, kind: RequestKind) => latencyOf(run.report, kind).meanMs;
    const joined = play(`${web} · shards 8×8 place=modulo`, quiet);
    const well = play(`${web} · shards 8×8 place=modulo`, { ...quiet, events: [] });
    const pageHarm = over(joined, "page") - over(well, "page");
    const feedHarm = over(joined, "feed") - over(well, "feed");
    // Twenty times slower: 0.25 ms more become 4.7 ms, for an eighth of the pages; 0.43 ms become 8.6 ms for each feed.
    expect(pageHarm).toBeGreaterThan(0.4);
    expect(pageHarm).toBeLessThan(0.9);
    expect(feedHarm).toBeGreaterThan(6);
  });

  test("waiting for the slowest of eight follows the law of the maximum", () => {
    // Idle shards: each part is exponential with the mean of partSec, so the slowest has a mean of H(8) times that.
    const idle = scenarioOf({ ratePerSec: 50, shares: { feed: 1 }, ticks: 400 });
    const joined = latencyOf(
      play(`${web} · shards 8×1 place=modulo`, idle, { particles: 256 }).report,
      "feed",
    ).meanMs;
    const single = latencyOf(
      play(`${web} · shards 8×1 place=modulo feed`, idle, { particles: 256 }).report,
      "feed",
    ).meanMs;
    let harmonic = 0;
    for (let i = 1; i <= 8; i++) harmonic += 1 / i;
    const partMs = 1.2 / 8 + 0.2;
    expect((joined - single + 1.2) / (harmonic * partMs)).toBeCloseTo(1, 1);
  });
});

describe("a crashed shard", () => {
  const crash: ScenarioEvent = {
    label: "crash",
    what: "crash",
    tier: "shard",
    boxes: 1,
    atSec: 30,
    untilSec: 110,
  };
  const faulty: Scenario = { ...calm, events: [crash] };

  test("fails an eighth of the users until it is back, when there is no replica", () => {
    const run = play(`${web} · shards 8×8 place=modulo`, faulty);
    expect(run.failedShare("write")).toBeCloseTo(80 / 120 / 8, 2);
    expect(run.failedShare("page")).toBeCloseTo(80 / 120 / 8, 2);
    expect(run.indicator("shardDownSec")).toBe(80);
  });

  test("fails writes alone and for 40 s, when there is one; the tail that was not copied is lost", () => {
    const run = play(`${web} · shards 8×8 replicas=1 place=modulo`, faulty);
    expect(run.failedShare("write")).toBeCloseTo(40 / 120 / 8, 2);
    expect(run.failedShare("page")).toBe(0);
    // 4,500 writes/s on that shard, 3 ms behind.
    expect(run.indicator("lostWrites")).toBeCloseTo(13.5, 0);
  });

  test("fails every feed that asks all shards", () => {
    const feeds = scenarioOf({ ratePerSec: 3_000, shares: { feed: 1 }, ticks: 120, events: [crash] });
    expect(play(`${web} · shards 8×8`, feeds).failedShare("feed")).toBeCloseTo(80 / 120, 1);
    expect(play(`${web} · shards 8×8 place=modulo feed`, feeds).failedShare("feed")).toBeCloseTo(
      80 / 120 / 8,
      1,
    );
  });

  test("a flood of zone A takes all primaries, one of zone B all copies: then the primaries are read", () => {
    const flood = (zone: "A" | "B"): Scenario => ({
      ...scenarioOf({ ratePerSec: 20_000, shares: { write: 0.2, page: 0.8 }, ticks: 400 }),
      events: [{ label: "flood", what: "flood", zone, atSec: 60, untilSec: 120 }],
    });
    const design = `${web} · shards 4×8 replicas=1`;
    const first = play(design, flood("A"));
    expect(failedFor(first, "shard-down")).toBeCloseTo(20_000 * 0.2 * 40, -3);
    const second = play(design, flood("B"));
    expect(second.report.ledger.failed).toBe(0);
    const busy = second.series("shards.utilization");
    // Until copies have been built again, 120 s after the flood, the primaries read too.
    expect(busy[200]! / busy[50]!).toBeGreaterThan(1.3);
    expect(busy[239]).toBeCloseTo(busy[200]!, 1);
    expect(busy[260]).toBeCloseTo(busy[50]!, 1);
  });

  test("loses its part of a step of ten seconds", () => {
    const exact = play(`${web} · shards 8×8 place=modulo`, faulty).failedShare("write");
    const screened = play(`${web} · shards 8×8 place=modulo`, faulty, { stride: 10, particles: 16 });
    expect(screened.failedShare("write")).toBeCloseTo(exact, 2);
  });
});

describe("the celebrity", () => {
  const with_ = (settings: string, local = 0, count = 8) =>
    play(`${web} local=${local}s · shards ${count}×8 replicas=1 ${settings}`, idol);

  test("heats one shard: an eighth of the users suffers who never heard of her", () => {
    const run = with_("");
    expect(run.failedShare("like")).toBeGreaterThan(0.6);
    expect(run.failedShare("post")).toBeGreaterThan(0.7);
    const inEvent = run.failedShare("write") * 2;
    expect(inEvent).toBeGreaterThan(0.04);
    expect(inEvent).toBeLessThan(0.14);
  });

  test("is not helped by twice the shards", () => {
    const eight = with_("");
    const sixteen = with_("", 0, 16);
    expect(sixteen.failedShare("like")).toBeGreaterThan(eight.failedShare("like") - 0.15);
    expect(sixteen.failedShare("post")).toBeGreaterThan(eight.failedShare("post") - 0.05);
  });

  test("alone on a dedicated shard leaves the neighbours well, and herself not", () => {
    const run = with_("dedicated");
    expect(run.failedShare("write")).toBe(0);
    expect(run.failedShare("page")).toBe(0);
    expect(run.failedShare("post")).toBeGreaterThan(0.5);
    expect(run.failedShare("like")).toBeGreaterThan(0.3);
  });

  test("likes that her row refuses leave the post in the cache", () => {
    const hits = (likesPerSec: number, lease: string) => {
      const crowd: Scenario = {
        ...calm,
        ticks: 160,
        events: [{ ...celebrity, likesPerSec } as ScenarioEvent],
      };
      const run = play(`${web} · cache 8 invalidate ${lease} · shards 8×32 replicas=1`, crowd);
      return { ratio: mean(run.series("cache.hitRatio"), 80, 160), refused: run.failedShare("like") };
    };
    for (const lease of ["", "lease"]) {
      const all = hits(15_000, lease);
      const made = hits(990, lease);
      expect(made.refused).toBe(0);
      expect(all.refused).toBeGreaterThan(0.9);
      expect(all.ratio).toBeCloseTo(made.ratio, 2);
    }
  });

  test("one row takes 1,000 updates a second, whatever the box", () => {
    const likes: Scenario = {
      ...calm,
      ticks: 200,
      events: [{ ...celebrity, readsPerSec: 0 } as ScenarioEvent],
    };
    for (const size of [16, 32]) {
      const run = play(`${web} · shards 4×${size} replicas=1`, likes);
      expect(run.failedShare("like")).toBeGreaterThan(0.6);
      expect(run.report.causes.some((cause) => cause.what === "saturated" && cause.place === "hotRow")).toBe(
        true,
      );
      expect(failedFor(run, "row-locked")).toBeGreaterThan(500_000);
    }
    const split = play(`${web} · shards 4×32 replicas=1 salt=64`, likes);
    expect(split.failedShare("like")).toBe(0);
  });

  test("salting cures the likes; the reads still meet one shard", () => {
    const run = with_("salt=64 counter");
    expect(run.failedShare("like")).toBe(0);
    expect(run.failedShare("post")).toBeGreaterThan(0.5);
  });

  test("without a summed counter every read asks all sub-keys, and the neighbours pay", () => {
    const summed = with_("salt=64 counter");
    const asked = with_("salt=64");
    expect(summed.failedShare("page")).toBeLessThan(0.1);
    expect(asked.failedShare("page")).toBeGreaterThan(0.2);
    expect(asked.indicator("crossShardShare")).toBeGreaterThan(summed.indicator("crossShardShare"));
  });

  test("a local cache cures the reads; the likes still meet one row", () => {
    const run = with_("", 2);
    expect(run.failedShare("post")).toBeLessThan(0.1);
    expect(run.failedShare("like")).toBeGreaterThan(0.6);
    expect(run.indicator("staleSecMax")).toBe(2);
  });

  test("salting with a local cache cures both, a dedicated shard adds nothing", () => {
    const both = with_("salt=64 counter", 2);
    expect(both.indicator("availability")).toBeGreaterThan(0.9999);
    expect(both.indicator("writeP99Ms")).toBeLessThan(60);
    expect(with_("salt=64 counter dedicated", 2).indicator("availability")).toBeGreaterThan(0.9999);
  });

  describe("whose likes are counted apart", () => {
    const cached = (likes: string, local = 0, events: readonly ScenarioEvent[] = []) =>
      play(`${web} local=${local}s · cache 4 zones=2 invalidate · shards 8×8 replicas=1 ${likes}`, {
        ...idol,
        events: [...idol.events, ...events],
      });
    const restart: ScenarioEvent = { label: "restart", what: "cache-restart", nodes: 1, atSec: 120 };
    const elsewhere = ["likes=memory", "likes=stream"];

    test("has no hot row: a shard is written one sum a second, and a like is as good as any other write", () => {
      for (const likes of elsewhere) {
        const run = cached(likes, 2);
        expect(run.failedShare("like"), likes).toBe(0);
        expect(run.failedShare("post"), likes).toBe(0);
        expect(Math.max(...run.series("hotRow.utilization")), likes).toBe(0);
      }
      expect(cached("", 2).failedShare("like")).toBeGreaterThan(0.6);
    });

    test("has a hot cache node: what is over 100,000 a second goes on to the one shard", () => {
      for (const likes of elsewhere) {
        const run = cached(likes);
        expect(run.failedShare("post"), likes).toBeGreaterThan(0.02);
        expect(run.failedShare("post"), likes).toBeLessThan(cached("salt=64 counter").failedShare("post"));
      }
    });

    test("loses half a second of likes in memory with the node, and none of a stream", () => {
      expect(cached("likes=memory", 2, [restart]).indicator("lostWrites")).toBeCloseTo(7_500, -1);
      expect(cached("likes=memory", 2).indicator("lostWrites")).toBe(0);
      expect(cached("likes=stream", 2, [restart]).indicator("lostWrites")).toBe(0);
    });

    test("loses nothing before she posts, and fails no like but while the node starts anew", () => {
      expect(cached("likes=memory", 2, [{ ...restart, atSec: 30 }]).indicator("lostWrites")).toBe(0);
      const away = cached("likes=memory", 2, [{ ...restart, untilSec: 130 }]);
      expect(away.failedShare("like")).toBeCloseTo(0.1, 2);
      expect(failedFor(away, "cache-down")).toBeCloseTo(150_000, -3);
    });

    test("waits 5 ms for a stream, and shows counts a second late", () => {
      const mean = (run: Played) => latencyOf(run.report, "like").meanMs;
      const [memory, stream] = elsewhere.map((likes) => cached(likes, 2)) as [Played, Played];
      expect(mean(stream)).toBeGreaterThan(mean(memory));
      expect(mean(stream) - mean(memory)).toBeLessThan(6);
      expect(cached("likes=stream").indicator("staleSecMax")).toBe(1);
    });

    test("pays for the stream alone", () => {
      const price = (likes: string) => fixedCostPerMonth(design(`${web} · cache 4 · shards 8×8 ${likes}`));
      expect(price("likes=stream") - price("")).toBe(420);
      expect(price("likes=memory")).toBe(price(""));
    });
  });

  test("120,000 reads a second become as many as there are boxes, per local time", () => {
    const run = with_("salt=64 counter", 2);
    const before = run.series("hotShard.utilization")[50] as number;
    const during = run.series("hotShard.utilization")[120] as number;
    // 30 reads a second of 0.4 ms are nothing; the likes are an eighth of 7.5 cores.
    expect(during - before).toBeLessThan(0.3);
  });

  test("on one relational database reads her post as a read of 0.4 ms", () => {
    const run = play(`${web} · db 32 + 2×32`, {
      ...idol,
      streams: scenarioOf({ ratePerSec: 1_000, shares: { page: 1 } }).streams,
    });
    expect(run.failedShare("like")).toBeGreaterThan(0.5);
    expect(latencyOf(run.report, "post").requests).toBeGreaterThan(10_000_000);
  });
});

describe("one more shard", () => {
  const ninth: Scenario = {
    ...scenarioOf({ ratePerSec: 95_000, shares: { write: 0.6, page: 0.3, own: 0.1 }, ticks: 260 }),
    events: [{ label: "ninth", what: "add-shard", atSec: 40 }],
  };

  test("on a ring moves a ninth of the keys and nobody notices", () => {
    const run = play(`${web} · shards 8×8 replicas=1`, ninth);
    expect(run.indicator("movedKeysShare")).toBeGreaterThan(0.08);
    expect(run.indicator("movedKeysShare")).toBeLessThan(0.15);
    expect(run.indicator("reshardingFailedShare")).toBe(0);
    expect(run.indicator("reshardingUtilizationMax")).toBeLessThan(0.95);
    expect(run.report.notes.some((note) => note.what === "resharded")).toBe(true);
  });

  test("by remainder moves eight ninths, and loads every shard until it fails", () => {
    const run = play(`${web} · shards 8×8 replicas=1 place=modulo`, ninth);
    expect(run.indicator("movedKeysShare")).toBeCloseTo(8 / 9, 2);
    expect(run.indicator("reshardingUtilizationMax")).toBe(1);
    expect(run.indicator("reshardingFailedShare")).toBeGreaterThan(0.02);
    expect(run.indicator("reshardSec")).toBeGreaterThan(90);
  });

  test("takes its share of the work afterwards", () => {
    const run = play(`${web} · shards 8×8 replicas=1`, ninth);
    const mean = run.series("shards.utilization");
    expect((mean[250] as number) / (mean[30] as number)).toBeCloseTo(8 / 9, 1);
  });
});

describe("two sites", () => {
  const both = (sync: string) =>
    `dns geo · sync ${sync} · web 30×32 · shards 8×8 replicas=1 · @europe · web 30×32 · shards 8×8 replicas=1`;
  const split = scenarioOf({
    ratePerSec: 20_000,
    shares: { write: 0.5, page: 0.5 },
    regions: { us: 0.5, europe: 0.5 },
    ticks: 200,
  });

  test("Europe reads its own copy and writes across the ocean", () => {
    const run = play(both("async"), split);
    const of = (kind: string, region: string) =>
      run.report.latency.find((row) => row.kind === kind && row.region === region)?.p50Ms ?? Number.NaN;
    expect(of("page", "europe") - of("page", "us")).toBeLessThan(5);
    expect(of("write", "europe") - of("write", "us")).toBeGreaterThan(75);
    const sync = play(both("sync"), split);
    const home = sync.report.latency.find((row) => row.kind === "write" && row.region === "us")?.p50Ms ?? 0;
    expect(home - of("write", "us")).toBeGreaterThan(75);
  });

  test("another site takes over when home is out, less what was not copied", () => {
    const out: Scenario = {
      ...split,
      events: [{ label: "outage", what: "region-outage", region: "us", atSec: 50, untilSec: 190 }],
    };
    const run = play(both("async"), out);
    expect(run.report.notes.some((note) => note.what === "leads")).toBe(true);
    expect(run.indicator("lostWrites")).toBeGreaterThan(100);
    expect(play(both("sync"), out).indicator("lostWrites")).toBe(0);
  });
});

describe("the books", () => {
  test("balance in every extreme", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 0.01, 50, 20_000, 1e9),
        fc.constantFrom(1, 2, 8, 16, 32),
        fc.constantFrom(1, 8, 32),
        fc.constantFrom(
          "",
          "replicas=2",
          "likes=memory",
          "likes=stream salt=16",
          "dedicated salt=64",
          "salt=16 feed counter replicas=1",
        ),
        fc.constantFrom("user", "country", "signup"),
        fc.constantFrom("ring", "modulo"),
        fc.constantFrom(1, 10, 60),
        (rate, count, size, settings, key, place, stride) => {
          const events: ScenarioEvent[] = [
            { ...celebrity, atSec: 10, untilSec: 40 } as ScenarioEvent,
            { label: "crash", what: "crash", tier: "shard", boxes: 2, atSec: 15 },
            { label: "slow", what: "slow", tier: "shard", boxes: 1, atSec: 5, untilSec: 30, speed: 0 },
            { label: "grow", what: "add-shard", atSec: 20 },
          ];
          const shares = { write: 0.2, page: 0.3, feed: 0.2, own: 0.1, order: 0.1, log: 0.1 };
          const scenario = scenarioOf({ ratePerSec: rate, shares, ticks: 60, events });
          const line = `${web} · shards ${count}×${size} ${settings} key=${key} place=${place}`;
          const { report } = play(line.replace(/ +/g, " "), scenario, { particles: 16, stride });
          const { offered, answered, failed, inFlight, failedBy } = report.ledger;
          expect(answered + failed + inFlight).toBe(offered);
          expect(failedBy.reduce((n, row) => n + row.count, 0)).toBe(failed);
          for (const [name, value] of Object.entries(report.indicators)) {
            expect(value, name).not.toBeNaN();
            expect(value, name).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  test("are the same to the last byte for the same seed", () => {
    const line = `${web} local=2s · shards 8×8 replicas=1 salt=16`;
    expect(JSON.stringify(play(line, idol).report)).toBe(JSON.stringify(play(line, idol).report));
  });

  test("cost about the same for 4 and for 32 shards", () => {
    const timed = (count: number) => {
      const from = process.cpuUsage().user;
      play(`${web} · shards ${count}×8 replicas=1 salt=64 counter feed`, idol);
      return process.cpuUsage().user - from;
    };
    timed(4);
    timed(32);
    expect(timed(32)).toBeLessThan(4 * timed(4) + 20_000);
  });
});

describe("the shards one by one", () => {
  const at = (run: Played, gauge: "utilizationOf" | "boxesOf", tick: number, count: number) =>
    Array.from({ length: count }, (_, i) => run.series(`shards.${gauge}${i + 1}`)[tick] as number);

  test("are as busy as their mean says, and while a celebrity posts exactly one of eight is hot", () => {
    const run = play(`${web} · shards 8×8 replicas=1`, idol);
    for (const tick of [30, 120]) {
      const each = at(run, "utilizationOf", tick, 8);
      const mean = each.reduce((sum, busy) => sum + busy, 0) / 8;
      expect(run.series("shards.utilization")[tick]).toBeCloseTo(mean, 9);
      expect(Math.max(...each)).toBeCloseTo(run.series("hotShard.utilization")[tick] as number, 9);
      expect(each.filter((busy) => busy > 0.99).length).toBe(tick === 30 ? 0 : 1);
    }
  });

  test("are down one by one", () => {
    const crash: ScenarioEvent = { label: "crash", what: "crash", tier: "shard", boxes: 2, atSec: 40 };
    const run = play(`${web} · shards 8×8`, { ...calm, events: [crash] });
    expect(at(run, "boxesOf", 30, 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(at(run, "boxesOf", 60, 8).filter((boxes) => boxes === 0).length).toBe(2);
  });

  test("are one more when one more joins", () => {
    const join: ScenarioEvent = { label: "ninth", what: "add-shard", atSec: 40 };
    const run = play(`${web} · shards 8×8`, { ...calm, events: [join] });
    expect(at(run, "boxesOf", 30, 9)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(at(run, "boxesOf", 60, 9)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(at(run, "utilizationOf", 60, 9)[8]).toBeGreaterThan(0);
  });
});
