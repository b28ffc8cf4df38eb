import { describe, expect, test } from "vitest";
import { sojournMeanSec } from "../../../src/sim/queueing/erlang.ts";
import {
  databaseScaling,
  databaseSec,
  delaySec,
  roundTripSec,
  serviceSec,
  webCpuSec,
} from "../../../src/sim/scenario/capacities.ts";
import type { ScenarioEvent } from "../../../src/sim/scenario/scenario.ts";
import { latencyOf, play, roomyWeb, scenarioOf } from "./data-scenarios.ts";

const reads = { page: 1 };
const mixedShares = { page: 0.88, own: 0.02, write: 0.1 };
const floodA: ScenarioEvent = { label: "flood", what: "flood", zone: "A", atSec: 100 };
const crash: ScenarioEvent = { label: "crash", what: "crash", tier: "primary", boxes: 1, atSec: 100 };
const replicaCrash: ScenarioEvent = {
  label: "replica",
  what: "crash",
  tier: "replica",
  boxes: 1,
  atSec: 100,
};
const copies = `${roomyWeb} · db 4 + 3×4 zones=B`;

function cores(vcpu: number): number {
  return databaseScaling.cores[vcpu] as number;
}

describe("one database box", () => {
  test("waits as Erlang says: mean read time at 80 % of its capacity", () => {
    const rate = 0.8 * (cores(4) / databaseSec.cheapRead);
    const { report } = play(`${roomyWeb} · db 4`, scenarioOf({ ratePerSec: rate, shares: reads }), {
      particles: 256,
    });
    const coreRate = cores(4) / 4 / databaseSec.cheapRead;
    // The cores of the web boxes are next to alone; those of the database are four fifths busy with each other.
    const waitSec = sojournMeanSec(4, rate, coreRate) - 1 / coreRate;
    const readSec = 0.8 ** (1 / 9) / coreRate;
    const expected = roundTripSec("us", "us") + webCpuSec.dynamic + serviceSec.lan + waitSec + readSec;
    expect(latencyOf(report, "page").meanMs).toBeCloseTo(expected * 1_000, 0);
    expect(report.ledger.failed).toBe(0);
  });

  test("answers no more than its cores can compute", () => {
    const capacity = cores(8) / databaseSec.write;
    const { report, failedFor } = play(
      `${roomyWeb} · db 8`,
      scenarioOf({ ratePerSec: capacity * 1.5, shares: { write: 1 } }),
    );
    expect(report.ledger.answered / 300).toBeLessThan(capacity * 1.01);
    expect(report.ledger.answered / 300).toBeGreaterThan(capacity * 0.95);
    expect(failedFor("db", "queue-full")).toBeGreaterThan(0);
  });

  test("of each size serves n^0.9 as much as the nano", () => {
    for (const vcpu of [1, 2, 16, 32]) {
      const rate = 0.5 * (cores(vcpu) / databaseSec.cheapRead);
      const { mean } = play(
        `${roomyWeb} · db ${vcpu}`,
        scenarioOf({ ratePerSec: rate, shares: reads, ticks: 60 }),
      );
      expect(mean("db.utilization", 10, 60)).toBeCloseTo(0.5, 2);
    }
  });

  test("charges a join six cheap reads, a write two and a half", () => {
    const busy = (shares: Parameters<typeof scenarioOf>[0]["shares"]) =>
      play(`${roomyWeb} · db 8`, scenarioOf({ ratePerSec: 2_000, shares, ticks: 60 })).mean(
        "db.utilization",
        10,
        60,
      );
    const page = busy({ page: 1 });
    expect(busy({ feed: 1 }) / page).toBeCloseTo(6, 1);
    expect(busy({ write: 1 }) / page).toBeCloseTo(2.5, 1);
    expect(busy({ post: 1 }) / page).toBeCloseTo(2, 1);
  });

  test("updates one row 1,000 times a second, whatever the box", () => {
    for (const size of [16, 32]) {
      const { report, failedFor } = play(
        `${roomyWeb} · db ${size}`,
        scenarioOf({ ratePerSec: 3_000, shares: { like: 1 }, ticks: 200 }),
      );
      expect(report.ledger.answered / 200).toBeGreaterThan(960);
      expect(report.ledger.answered / 200).toBeLessThan(1_030);
      expect(failedFor("db", "row-locked")).toBeGreaterThan(0);
    }
    const slow = play(`${roomyWeb} · db 32`, scenarioOf({ ratePerSec: 800, shares: { like: 1 } }));
    expect(slow.report.indicators["availability"]).toBe(1);
  });

  test("works for updates before they wait for their row, in vain or not", () => {
    const likes = scenarioOf({ ratePerSec: 1_800, shares: { like: 1 }, ticks: 120 });
    const { mean, failedFor } = play(`${roomyWeb} · db 16 + 2×4`, likes);
    expect(mean("db.utilization", 20, 120)).toBeCloseTo((1_800 * databaseSec.write) / cores(16), 2);
    expect(failedFor("db", "row-locked")).toBeGreaterThan(0.4 * 1_800 * 100);
    // Copies repeat what got its row, no more.
    expect(mean("replicas.utilization", 20, 120)).toBeCloseTo((1_000 * databaseSec.replay) / cores(4), 2);
  });

  test("is gone for good with its zone, and everything with it", () => {
    const { report, indicator } = play(
      `${roomyWeb} · db 32`,
      scenarioOf({ ratePerSec: 10_000, shares: mixedShares, events: [floodA] }),
    );
    expect(report.indicators["availability"]).toBeCloseTo(1 / 3, 2);
    expect(indicator("lostWrites")).toBeCloseTo(1_000 * 100, -3);
  });

  test("that comes back has lost nothing", () => {
    const back = play(
      `${roomyWeb} · db 8`,
      scenarioOf({ ratePerSec: 10_000, shares: mixedShares, events: [{ ...crash, untilSec: 130 }] }),
    );
    expect(back.indicator("availability")).toBeCloseTo(0.9, 2);
    expect(back.indicator("lostWrites")).toBe(0);
    expect(back.indicator("primaryDownSec")).toBe(30);
  });

  test("serves nobody where none was bought", () => {
    const { report, failedFor } = play(
      "dns · web 4×8",
      scenarioOf({ ratePerSec: 1_000, shares: mixedShares, ticks: 60 }),
    );
    expect(report.ledger.answered).toBe(0);
    expect(failedFor("db", "no-database")).toBeGreaterThan(50_000);
  });

  test("slows down with its CPU", () => {
    const events: ScenarioEvent[] = [
      { label: "slow", what: "slow", tier: "primary", boxes: 1, speed: 0.5, atSec: 100, untilSec: 200 },
    ];
    const { mean } = play(`${roomyWeb} · db 8`, scenarioOf({ ratePerSec: 10_000, shares: reads, events }));
    expect(mean("db.utilization", 110, 200) / mean("db.utilization", 10, 100)).toBeCloseTo(2, 1);
  });
});

describe("copies", () => {
  test("share the reads, and the primary keeps the writes", () => {
    const { mean } = play(
      `${roomyWeb} · db 4 + 3×4`,
      scenarioOf({ ratePerSec: 20_000, shares: { page: 0.9, write: 0.1 } }),
    );
    expect(mean("db.utilization", 50, 300)).toBeCloseTo((2_000 * databaseSec.write) / cores(4), 2);
    const perCopy = 6_000 * databaseSec.cheapRead + 2_000 * databaseSec.replay;
    expect(mean("replicas.utilization", 50, 300)).toBeCloseTo(perCopy / cores(4), 2);
  });

  test("replay every write, so that more of them do not make writes faster", () => {
    const answered = (line: string) =>
      play(line, scenarioOf({ ratePerSec: 10_000, shares: { write: 1 } })).report.ledger.answered;
    const alone = answered(`${roomyWeb} · db 4`);
    expect(answered(`${roomyWeb} · db 4 + 8×4`)).toBeCloseTo(alone, -4);
    const two = play(`${roomyWeb} · db 32 + 2×4`, scenarioOf({ ratePerSec: 10_000, shares: { write: 1 } }));
    const eight = play(`${roomyWeb} · db 32 + 8×4`, scenarioOf({ ratePerSec: 10_000, shares: { write: 1 } }));
    expect(eight.mean("replicas.utilization", 50, 300)).toBeCloseTo(
      two.mean("replicas.utilization", 50, 300),
      3,
    );
    expect(two.mean("replicas.utilization", 50, 300)).toBeCloseTo(
      (10_000 * databaseSec.replay) / cores(4),
      2,
    );
  });

  test("are planned for N − 1: with one of two away, the other drowns", () => {
    const scenario = scenarioOf({
      ratePerSec: 20_000,
      shares: { page: 0.95, write: 0.05 },
      events: [{ ...replicaCrash, untilSec: 220 }],
    });
    expect(play(`${roomyWeb} · db 4 + 2×4`, scenario).indicator("availability")).toBeLessThan(0.95);
    expect(play(`${roomyWeb} · db 4 + 3×4`, scenario).indicator("availability")).toBe(1);
  });

  test("that crash are replaced after 120 s, at the expense of the others", () => {
    const { series, mean } = play(
      `${roomyWeb} · db 4 + 3×4`,
      scenarioOf({ ratePerSec: 10_000, shares: reads, events: [replicaCrash] }),
    );
    const up = series("replicas.up");
    expect([up[99], up[100], up[219], up[220]]).toEqual([1, 2 / 3, 2 / 3, 1]);
    const perCore = ((10_000 / 2) * databaseSec.cheapRead) / cores(4);
    // Two sources give a fifth of one box between them.
    expect(mean("replicas.utilization", 110, 210)).toBeCloseTo(perCore / 0.9, 2);
  });

  test("leave the reads to the primary when none is there", () => {
    const { mean } = play(
      `${roomyWeb} · db 8 + 1×8`,
      scenarioOf({ ratePerSec: 10_000, shares: reads, events: [{ ...replicaCrash, untilSec: 220 }] }),
    );
    expect(mean("db.utilization", 0, 100)).toBe(0);
    expect(mean("db.utilization", 110, 220)).toBeGreaterThan((10_000 * databaseSec.cheapRead) / cores(8));
  });

  test("a slow one makes its share of the reads slow", () => {
    const slow: ScenarioEvent = {
      label: "slow",
      what: "slow",
      tier: "replica",
      boxes: 1,
      speed: 0.1,
      atSec: 0,
    };
    const page = (events: ScenarioEvent[]) =>
      latencyOf(
        play(`${roomyWeb} · db 8 + 4×8`, scenarioOf({ ratePerSec: 8_000, shares: reads, events })).report,
        "page",
      );
    const without = page([]);
    const withSlow = page([slow]);
    // A quarter of the reads take ten times their 0.25 ms, and wait.
    expect(withSlow.meanMs - without.meanMs).toBeGreaterThan(0.25 * 9 * 0.246 * 0.95);
  });

  describe("of which one is slowed down for a while", () => {
    const shares = { page: 0.74, feed: 0.19, own: 0.02, write: 0.05 };
    const slowed = (setting: string, speed: number) =>
      play(
        `${roomyWeb} · db 16 + 3×8 zones=AB copy=${setting}`,
        scenarioOf({
          ratePerSec: 10_000,
          shares,
          events: speed < 1 ? [{ ...slowCopy, speed }] : [],
        }),
      );
    const slowCopy = {
      label: "slow",
      what: "slow",
      tier: "replica",
      boxes: 1,
      atSec: 10,
      untilSec: 110,
    } as const;
    const even = slowed("async", 1);
    const one = slowed("async", 0.05);

    test("show how far that one is behind, and that it catches up", () => {
      expect(even.indicator("replicaLagMaxMs")).toBeLessThan(10);
      expect(one.indicator("replicaLagMaxMs")).toBeGreaterThan(1_000);
      const lag = one.series("replicas.lagMs");
      expect(lag[9]).toBeLessThan(10);
      expect(lag[60]).toBeGreaterThan(1_000);
      expect(lag[130]).toBeLessThan(10);
      expect(one.mean("replicas.utilization", 20, 100)).toBeGreaterThan(
        even.mean("replicas.utilization", 20, 100) + 0.1,
      );
    });

    test("grow no older than time passes when it stands still, and are then read without it", () => {
      const stopped = slowed("async", 0);
      const lag = stopped.series("replicas.lagMs");
      expect((lag[100] as number) - (lag[50] as number)).toBeCloseTo(50_000, 3);
      expect(stopped.mean("replicas.lagMs", 120, 300)).toBeLessThan(10);
      // It takes its third of the reads until it is 5 s behind.
      expect(stopped.report.ledger.failed).toBeLessThan(8 * 9_500 * 0.34);
      expect(stopped.report.ledger.failed).toBeGreaterThan(4 * 9_500 * 0.3);
    });

    test("miss one's own last write more often", () => {
      expect(one.indicator("staleOwnReadShare")).toBeGreaterThan(even.indicator("staleOwnReadShare") + 0.02);
    });

    test("let a write wait for the slowest, when it waits for all", () => {
      const p99 = (played: typeof one) => latencyOf(played.report, "write").p99Ms;
      expect(p99(slowed("sync", 0.05))).toBeGreaterThan(10 * p99(slowed("sync", 1)));
      expect(p99(slowed("sync", 0.5))).toBeGreaterThan(p99(slowed("sync", 1)));
      expect(p99(one)).toBe(p99(even));
      expect(p99(slowed("semi", 0.05))).toBe(p99(slowed("semi", 1)));
    });
  });
});

describe("failover", () => {
  const scenario = scenarioOf({ ratePerSec: 24_000, shares: mixedShares, events: [floodA] });

  test("refuses writes for 30 s of detection and 10 s of promotion, while reads go on", () => {
    const { report, failedFor, indicator, series } = play(copies, scenario);
    expect(indicator("primaryDownSec")).toBe(40);
    expect(failedFor("db", "primary-down")).toBe(40 * 2_400);
    expect(report.ledger.failed).toBe(40 * 2_400);
    const up = series("db.up");
    expect([up[99], up[100], up[139], up[140]]).toEqual([1, 0, 0, 1]);
  });

  test("loses lag × write rate when copying is asynchronous", () => {
    const { indicator } = play(copies, scenario);
    expect(indicator("lostWrites")).toBeCloseTo(delaySec.replicationHome * 2_400, 6);
  });

  test("loses nothing when a copy has acknowledged, and each write waits a little for it", () => {
    const none = play(copies, scenario);
    const semi = play(`${copies} copy=semi`, scenario);
    const sync = play(`${copies} copy=sync`, scenario);
    expect(semi.indicator("lostWrites")).toBe(0);
    expect(sync.indicator("lostWrites")).toBe(0);
    const writeMs = (played: typeof none) => latencyOf(played.report, "write").meanMs;
    expect(writeMs(semi) - writeMs(none)).toBeCloseTo(delaySec.zoneRoundTrip * 1_000, 0);
    expect(writeMs(sync)).toBeGreaterThan(writeMs(semi) + 0.1);
  });

  test("with synchronous copying every write waits for the slowest, and for the one that is away", () => {
    const events = [{ ...replicaCrash, untilSec: 160 }];
    const away = scenarioOf({ ratePerSec: 10_000, shares: mixedShares, events });
    const { failedFor } = play(`${copies} copy=sync`, away);
    expect(failedFor("db", "copy-silent")).toBe(60 * 1_000);
    expect(play(`${copies} copy=semi`, away).report.ledger.failed).toBe(0);
  });

  test("by hand takes five minutes more", () => {
    const long = scenarioOf({ ratePerSec: 5_000, shares: mixedShares, events: [floodA], ticks: 600 });
    expect(play(`${copies} promote=manual`, long).indicator("primaryDownSec")).toBe(330);
    expect(play(copies, long).indicator("primaryDownSec")).toBe(40);
  });

  test("needs a copy in another place than the primary", () => {
    const flooded = (zones: string) => play(`${roomyWeb} · db 4 + 3×4 zones=${zones}`, scenario);
    expect(flooded("A").indicator("availability")).toBeCloseTo(1 / 3, 2);
    expect(flooded("B").indicator("availability")).toBeGreaterThan(0.98);
    // B, A, B: one of two is promoted and one is left for all reads.
    expect(flooded("AB").mean("replicas.up", 145, 200)).toBeCloseTo(1 / 3, 9);
    expect(flooded("AB").mean("replicas.up", 265, 300)).toBeCloseTo(2 / 3, 9);
  });

  test("leaves a primary of the copy's size", () => {
    const writes = scenarioOf({ ratePerSec: 5_000, shares: { write: 1 }, events: [floodA] });
    const { mean } = play(`${roomyWeb} · db 32 + 3×4 zones=B`, writes);
    expect(mean("db.utilization", 50, 100)).toBeCloseTo((5_000 * databaseSec.write) / cores(32), 2);
    // All three places hold a copy, one of them being built: the copies give for it, not the primary.
    expect(mean("db.utilization", 180, 250)).toBeCloseTo((5_000 * databaseSec.write) / cores(4), 2);
  });

  test("loses the reads too while the only copy is being promoted", () => {
    const { failedFor } = play(`${roomyWeb} · db 8 + 1×8 zones=B`, scenario);
    expect(failedFor("db", "no-copy")).toBe(10 * 24_000 * 0.9);
  });

  test("happens after a crash as after a flood, in the zone of the copy", () => {
    const { indicator } = play(
      `${roomyWeb} · db 4 + 3×4`,
      scenarioOf({ ratePerSec: 20_000, shares: mixedShares, events: [crash] }),
    );
    expect(indicator("primaryDownSec")).toBe(40);
    expect(indicator("lostWrites")).toBeCloseTo(6, 1);
  });

  test("counts what no copy has although nobody has been promoted yet", () => {
    const late = scenarioOf({ ratePerSec: 24_000, shares: mixedShares, events: [{ ...floodA, atSec: 280 }] });
    expect(play(copies, late).indicator("lostWrites")).toBeCloseTo(7.2, 1);
  });

  test("recovery scripts bring most of the tail back, for some time of the primary", () => {
    const without = play(copies, scenario);
    const scripts = play(`${copies} recovery`, scenario);
    expect(scripts.indicator("recoveredWrites")).toBeCloseTo(0.9 * without.indicator("lostWrites"), 3);
    expect(scripts.indicator("lostWrites")).toBeCloseTo(0.1 * without.indicator("lostWrites"), 3);
    const during = scripts.mean("db.utilization", 145, 195) / without.mean("db.utilization", 145, 195);
    expect(during).toBeCloseTo(1 / 0.9, 1);
  });

  test("backups bring a lost database back, late and without its last minutes", () => {
    const long = scenarioOf({
      ratePerSec: 10_000,
      shares: mixedShares,
      events: [{ ...floodA, atSec: 350 }],
      ticks: 700,
    });
    const without = play(`${roomyWeb} · db 8`, long);
    const restored = play(`${roomyWeb} · db 8 backups`, long);
    expect(restored.indicator("primaryDownSec")).toBe(30 + 180);
    expect(restored.indicator("lostWrites")).toBeCloseTo(50 * 1_000, -2);
    expect(without.indicator("lostWrites")).toBeCloseTo(350 * 1_000, -3);
    expect(restored.report.costPerMonth - without.report.costPerMonth).toBeCloseTo(49.9, 1);
    // With a copy left, nobody touches the backup.
    expect(play(`${copies} backups`, long).indicator("lostWrites")).toBeLessThan(40);
  });
});

describe("one's own last write", () => {
  const scenario = scenarioOf({
    ratePerSec: 20_000,
    shares: { page: 0.7, own: 0.2, write: 0.1 },
    ticks: 600,
  });

  test("is missing where the copy is behind: P(lag > age) for exponential ages", () => {
    const { indicator } = play(`${roomyWeb} · db 4 + 3×4`, scenario, { particles: 256 });
    const lag = delaySec.replicationHome + (databaseSec.replay * 4) / cores(4);
    expect(indicator("staleOwnReadShare")).toBeCloseTo(1 - Math.exp(-lag / 2), 3);
  });

  test("is never missing when it is read at the primary, which works for it", () => {
    const plain = play(`${roomyWeb} · db 4 + 3×4`, scenario);
    const fresh = play(`${roomyWeb} · db 4 + 3×4 fresh`, scenario);
    expect(fresh.indicator("staleOwnReadShare")).toBe(0);
    const more = fresh.mean("db.utilization", 50, 600) - plain.mean("db.utilization", 50, 600);
    expect(more).toBeCloseTo((4_000 * databaseSec.cheapRead) / cores(4), 2);
  });

  test("is not missing where copies answer only after they have applied", () => {
    expect(play(`${roomyWeb} · db 4 + 3×4 copy=sync`, scenario).indicator("staleOwnReadShare")).toBe(0);
    expect(play(`${roomyWeb} · db 4`, scenario).indicator("staleOwnReadShare")).toBe(0);
  });

  test("is missed more often when the copies cannot keep up", () => {
    const busy = scenarioOf({ ratePerSec: 37_000, shares: { page: 0.7, own: 0.2, write: 0.1 } });
    const { indicator } = play(`${roomyWeb} · db 8 + 2×4`, busy);
    expect(indicator("replicaLagMaxMs")).toBeGreaterThan(30);
    expect(indicator("staleOwnReadShare")).toBeGreaterThan(0.01);
  });
});

describe("sessions in the database", () => {
  const scenario = scenarioOf({
    ratePerSec: 10_000,
    shares: reads,
    clients: { sessionSec: 600 },
    events: [{ ...crash, untilSec: 130 }],
  });

  test("cost the primary 0.2 ms for every request", () => {
    const sql = play("dns · lb 2 · web 60×32 · sessions sql · db 8 + 2×8", scenario);
    const pair = play("dns · lb 2 · web 60×32 · sessions pair · db 8 + 2×8", scenario);
    expect(sql.mean("db.utilization", 50, 100) - pair.mean("db.utilization", 50, 100)).toBeCloseTo(
      (10_000 * databaseSec.session) / cores(8),
      2,
    );
    expect(latencyOf(sql.report, "page").meanMs).toBeGreaterThan(latencyOf(pair.report, "page").meanMs + 0.2);
  });

  test("cannot be read without it, so that nobody is let in", () => {
    const { failedFor } = play("dns · lb 2 · web 60×32 · sessions sql · db 8 + 2×8", scenario);
    expect(failedFor("db", "session-unreadable")).toBe(30 * 10_000);
  });
});
