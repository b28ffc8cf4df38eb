import { describe, expect, it } from "vitest";
import { labNames } from "../../src/labs/index.ts";
import { play, playJson } from "../helpers/command-line.ts";

type Ratio = { simulated: { hitRatio: number }; theory: { hitRatio: number } };

describe("play lab cache", () => {
  it.each(["lru", "fifo", "lfu"])("sets a real %s cache beside the formula", async (policy) => {
    const result = await playJson<Ratio>(
      ...["lab", "cache", "--keys", "20000", "--zipf", "0.9", "--capacity", "2000", "--policy", policy],
    );
    expect(Object.keys(result)).toEqual(["simulated", "theory"]);
    expect(Object.keys(result.simulated)).toEqual(["hitRatio"]);
    expect(Math.abs(result.simulated.hitRatio - result.theory.hitRatio)).toBeLessThan(0.004);
  });

  it("hits less when entries expire", async () => {
    const words = ["lab", "cache", "--keys", "20000", "--zipf", "0.9", "--capacity", "20000"];
    const forever = await playJson<Ratio>(...words);
    const short = await playJson<Ratio>(...words, "--ttl", "5", "--rate", "1000");
    expect(short.simulated.hitRatio).toBeLessThan(forever.simulated.hitRatio - 0.1);
    expect(Math.abs(short.simulated.hitRatio - short.theory.hitRatio)).toBeLessThan(0.01);
  });

  it("keeps what it holds until it is evicted when it samples", async () => {
    const words = ["lab", "cache", "--keys", "1000", "--zipf", "1", "--capacity", "100"];
    const sampled = [...words, "--policy", "sampled-lfu"];
    expect((await play(...sampled, "--rate", "500")).code).toBe(0);
    const { code, err } = await play(...sampled, "--ttl", "5");
    expect(code).toBe(2);
    expect(err).toContain("--ttl");
    expect((await play(...words, "--rate", "500")).code).toBe(2);
  });

  it("is an aligned table without --json", async () => {
    const { out, code } = await play("lab", "cache", "--keys", "1000", "--zipf", "1", "--capacity", "100");
    expect(code).toBe(0);
    expect(out).toMatch(/^ +simulated +theory +difference\nhit ratio +0\.\d+ +0\.\d+ +[+−]?\d+\.\d\d %\n$/);
  });
});

describe("play lab hot-key", () => {
  const words = ["lab", "hot-key", "--reads", "1000", "--changes", "50", "--compute", "0.02"];

  it("plays one key under each guard", async () => {
    const { simulated, theory } = await playJson<Record<string, Record<string, object>>>(...words);
    for (const found of [simulated, theory])
      expect(Object.keys(found!)).toEqual(["none", "lease", "version", "secondDelete"]);
  });

  it("is a table without --json, and names what is missing", async () => {
    const { out, code } = await play(...words);
    expect(code).toBe(0);
    expect(out).toMatch(/^ +hit ratio +theory +stale reads +theory +store reads\/s\nno guard +0\.8/);
    const without = await play("lab", "hot-key", "--reads", "10", "--changes", "1");
    expect(without.code).toBe(2);
    expect(without.err).toContain("--compute");
  });
});

describe("play lab shards", () => {
  interface Shards {
    movedShare: number;
    maxOverMean: number;
    shares: number[];
  }
  const lab = (...words: string[]) =>
    playJson<Shards>("lab", "shards", "--shards", "4", "--keys", "100000", ...words);

  it("moves 4 keys in 5 by the remainder and 1 in 5 on a ring when a fifth shard comes", async () => {
    const modulo = await lab("--placement", "modulo");
    const ring = await lab("--placement", "ring");
    expect(Object.keys(modulo)).toEqual(["movedShare", "maxOverMean", "shares", "ideal"]);
    expect(modulo.movedShare).toBeCloseTo(0.8, 2);
    expect(ring.movedShare).toBeCloseTo(0.2, 1);
    for (const { shares } of [modulo, ring]) {
      expect(shares).toHaveLength(4);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    }
  });

  it("moves nothing when nothing grows, and shows a popular key's shard", async () => {
    expect((await lab("--grow", "0")).movedShare).toBe(0);
    const { maxOverMean } = await lab("--zipf", "1.2");
    expect(maxOverMean).toBeGreaterThan(1.2);
  });

  it("says who has which share without --json", async () => {
    const { out } = await play("lab", "shards", "--shards", "3", "--placement", "ring", "--keys", "50000");
    expect(out).toContain("counted");
    expect(out).toMatch(/shard 3 +0\.3/);
  });
});

describe("play lab retries", () => {
  interface Retries {
    simulated: Record<string, number>;
    theory: { utilization: number; canStayCollapsed: boolean };
    isCollapsed: boolean;
    recoverySec: number | null;
    series?: Record<string, number[]>;
  }

  it("collapses for good with three retries, and comes back with a budget", async () => {
    const stormy = await playJson<Retries>("lab", "retries");
    expect(stormy).toMatchObject({
      isCollapsed: true,
      recoverySec: null,
      theory: { canStayCollapsed: true },
    });
    expect(stormy.theory.utilization).toBeCloseTo(0.7, 9);
    const budgeted = await playJson<Retries>("lab", "retries", "--budget", "0.1");
    expect(budgeted).toMatchObject({ isCollapsed: false, theory: { canStayCollapsed: false } });
    expect(budgeted.recoverySec).toBeGreaterThan(0);
    expect(stormy.series).toBeUndefined();
  });

  it("gives every second with --series", async () => {
    const { series } = await playJson<Retries>("lab", "retries", "--ticks", "200", "--series");
    expect(Object.keys(series ?? {})).toEqual(["offered", "attempts", "answered", "waiting"]);
    for (const each of Object.values(series ?? {})) expect(each).toHaveLength(200);
  });

  it("says in words how it ended", async () => {
    expect((await play("lab", "retries")).out).toContain("Collapsed");
    expect((await play("lab", "retries", "--attempts", "1")).out).toContain("Not collapsed");
  });
});

describe("play lab lag", () => {
  type Lag = Record<"simulated" | "theory", Record<string, number | null>>;

  it("sets the share of stale reads beside theory", async () => {
    const { simulated, theory } = await playJson<Lag>("lab", "lag", "--writes", "300", "--service", "500");
    expect(Object.keys(simulated)).toEqual(["staleShare", "lagMeanMs", "utilization"]);
    for (const [name, value] of Object.entries(simulated))
      expect(Math.abs((value as number) / (theory[name] as number) - 1)).toBeLessThan(0.03);
  });

  it("has no theory for a copy that cannot keep up", async () => {
    const { simulated, theory } = await playJson<Lag>("lab", "lag", "--writes", "600", "--service", "500");
    expect(theory).toEqual({ staleShare: null, lagMeanMs: null, utilization: null });
    expect(simulated.staleShare).toBeGreaterThan(0.9);
  });
});

describe("labs", () => {
  it("say the same for the same seed, and something else for another", async () => {
    const words = ["lab", "queue", "--arrival", "80", "--service", "12.5", "--servers", "8"];
    const { out } = await play(...words, "--seed", "3");
    expect((await play(...words, "--seed", "3")).out).toBe(out);
    expect((await play(...words, "--seed", "4", "--json")).out).not.toBe(
      (await play(...words, "--seed", "3", "--json")).out,
    );
  });

  it.each([
    ["load-test --load 0.5 --arrivals even --requests 5000", ["simulated", "theory"], "p95, ms"],
    ["measuring --load 0.5 --minutes 5 --repeats 20", ["simulated", "theory", "relaxationSec"], "relaxation"],
    ["balancing --load 0.5 --policy least --slow 2 --requests 5000", ["simulated", "theory"], "counted"],
    [
      "restart --keys 500 --zipf 1 --capacity 50 --at 1",
      ["simulated", "theory", "steadyHitRatio"],
      "long run",
    ],
    ["batching --rate 8 --batch 4 --jobs 1000", ["simulated", "theory", "mostPerSec"], "full batches"],
  ])("play lab %s counts beside theory", async (line, names, told) => {
    const words = ["lab", ...line.split(" ")];
    expect(Object.keys(await playJson<object>(...words))).toEqual(names);
    const { code, out } = await play(...words);
    expect(code).toBe(0);
    expect(out).toContain(told);
    expect(out).not.toContain("undefined");
  });

  it("tell their flags", async () => {
    const { out, code } = await play("lab", "--help");
    expect(code).toBe(0);
    for (const name of labNames) expect(out).toContain(`play lab ${name} `);
  });

  it.each([
    [["lab", "cash"], "did you mean cache?"],
    [["lab"], "lab needs"],
    [["lab", "cache", "--keys", "100", "--zipf", "1"], "--capacity is missing"],
    [
      ["lab", "cache", "--keys", "1e12", "--zipf", "1", "--capacity", "5"],
      "--keys 1e12: expected a whole number from 1 to 5000000",
    ],
    [["lab", "cache", "--keys", "9", "--zipf", "1", "--capacity", "5", "--rate", "7"], "--ttl"],
    [
      ["lab", "cache", "--keys", "9", "--zipf", "1", "--capacity", "5", "--policy", "mru"],
      "expected lru, fifo, lfu",
    ],
    [["lab", "shards", "--shards", "0", "--keys", "5"], "--shards 0: expected"],
    [["lab", "shards", "--shards", "2", "--keys", "5", "--placement", "hash"], "expected ring, modulo"],
    [["lab", "retries", "--for", "700"], "--for: the trigger must end before second 596"],
    [["lab", "lag", "--writes", "NaN", "--service", "5"], "--writes NaN: expected a number"],
    [["lab", "lag", "--servers", "5"], "lab lag has no option --servers (lab queue has)"],
  ])("play %j gets one line and code 2", async (words, expected) => {
    const { code, out, err } = await play(...words);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });
});
