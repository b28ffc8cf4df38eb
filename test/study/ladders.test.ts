/** Ladders: every topic of an interview is prepared, every figure has a truth, every rung can be answered. */
import { describe, expect, it, test } from "vitest";
import { levels } from "../../src/levels/index.ts";
import { sojournMeanSec } from "../../src/sim/queueing/erlang.ts";
import {
  type FigureName,
  type FigureRule,
  figures,
  judgeFigure,
  type PosedFigure,
  poseFigure,
} from "../../src/study/figures/index.ts";
import { neutralIn } from "../../src/study/figures/rule.ts";
import { loadLadders } from "../../src/words/index.ts";

const { ladders, units, inputs } = await loadLadders("en");

/** What interviews ask on these topics, and the ladder that prepares for it. */
const topics = {
  "Design a photo site: what do you ask first": "ask-first",
  "users to average and peak requests a second": "users-to-rate",
  "storage for five years": "storage-five-years",
  "bandwidth and its bill": "bandwidth",
  "memory for the hot part": "hot-memory",
  "how many servers": "how-many-servers",
  "availability in minutes, in series, in parallel": "nines",
  "why p99, not the mean": "percentiles",
  "the API and the tables": "api-and-tables",
  "what happens when I type the URL": "type-the-url",
  "the TTL of a DNS record": "dns-ttl",
  "L4 or L7, where TLS ends": "l4-l7",
  "balancing policies": "balancing-policies",
  "who balances the balancer": "who-balances-the-balancer",
  "shallow or deep health checks": "health-checks",
  "rate limits, load shedding": "rate-limits",
  "sticky sessions": "sticky-sessions",
  "SQL or NoSQL": "sql-or-nosql",
  "CAP and PACELC": "cap",
  "the database is slow": "slow-database",
  "too many connections": "connections",
  "synchronous, asynchronous, quorum": "sync-async-quorum",
  "read your own writes": "read-your-writes",
  "failover step by step": "failover",
  "is a replica a backup": "backups",
  "when to shard": "when-to-shard",
  "which key": "which-key",
  "hash, range, directory": "hash-range-directory",
  "reshard live": "reshard-live",
  "ids, secondary indexes, transactions across shards": "ids-and-indexes",
  "a hot row": "hot-row",
  "fan-out on write or read": "fan-out",
  "a schema changed without downtime": "schema-change",
  "cache patterns and the invalidation race": "cache-patterns",
  stampede: "stampede",
  "keys that do not exist": "missing-keys",
  "the hit ratio falls by a point": "hit-ratio",
  "a cache node dies": "cache-node-dies",
  "what must not be cached": "never-cache",
  "push or pull CDN, private images": "push-or-pull",
  "where the images live": "where-images-live",
  "JWT or session": "jwt-or-session",
  "what signal scales out": "scale-out-signal",
  "deploys without downtime": "deploys",
  "active-active or active-passive": "active-active",
  "the surviving region": "surviving-region",
  "queue, log or pub/sub": "queue-log-pubsub",
  "exactly once": "exactly-once",
  "the queue grows": "queue-grows",
  "timeouts, retries, breakers": "retries-and-breakers",
  "four signals, burn rate": "four-signals",
  "p99 doubled": "p99-doubled",
  tracing: "tracing",
  "cut the bill": "cut-the-bill",
  "ten times the load": "ten-times",
  "monolith or services": "monolith-or-services",
};

const placeholders = (ask: string) => [...ask.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

describe("the ladders", () => {
  test.each(Object.entries(topics))("%s: prepared by %s", (_, id) => {
    expect(ladders.map((ladder) => ladder.id)).toContain(id);
  });

  it("are about five a level, each for a level that is there", () => {
    for (const { id } of levels) {
      const count = ladders.filter(({ level }) => level === id).length;
      expect(count, id).toBeGreaterThanOrEqual(4);
      expect(count, id).toBeLessThanOrEqual(7);
    }
    const known: readonly string[] = levels.map(({ id }) => id);
    expect(ladders.map(({ level }) => level).filter((level) => !known.includes(level))).toEqual([]);
  });

  it("have ids and questions of their own", () => {
    expect(new Set(ladders.map(({ id }) => id)).size).toBe(ladders.length);
    const asks = ladders.flatMap(({ rungs }) => rungs.map(({ ask }) => ask));
    expect(new Set(asks).size).toBe(asks.length);
  });

  test.each(ladders.map((ladder) => [ladder.id, ladder] as const))("%s can be climbed", (_, { rungs }) => {
    expect(
      rungs.some(({ figure }) => figure),
      "one rung asks for a figure",
    ).toBe(true);
    for (const { ask, figure, points, redFlags, samples } of rungs) {
      const inputs = figure ? Object.keys(figures[figure].inputs) : [];
      expect(new Set(placeholders(ask)), ask).toEqual(new Set(inputs));
      expect(points.length, ask).toBeGreaterThanOrEqual(3);
      expect(points.length, ask).toBeLessThanOrEqual(6);
      expect(redFlags.length, ask).toBeGreaterThanOrEqual(1);
      const { weak, pass, strong } = samples;
      expect(new Set([weak, pass, strong]).size, ask).toBe(3);
      // What is more to the point is seldom shorter.
      expect(strong.length, ask).toBeGreaterThan(weak.length);
    }
  });
});

describe("figures", () => {
  const all = Object.entries(figures) as [FigureName, FigureRule][];

  it("are each asked for by one rung", () => {
    const asked = ladders.flatMap(({ rungs }) => rungs.flatMap(({ figure }) => figure ?? []));
    expect([...asked].sort()).toEqual(all.map(([name]) => name).sort());
  });

  test.each(all)("%s has a truth for all its numbers, and a unit", (name, { inputs, truth, unit }) => {
    expect(units[unit]).toBeTruthy();
    const choices = Object.entries(inputs).reduce<Record<string, number>[]>(
      (made, [input, values = []]) =>
        made.flatMap((one) => values.map((value) => ({ ...one, [input]: value }))),
      [{}],
    );
    for (const values of choices) {
      const found = truth((input) => values[input] as number);
      expect(Number.isFinite(found) && found > 0, JSON.stringify(values)).toBe(true);
      if (unit === "percent" || unit === "percentile") expect(found).toBeLessThanOrEqual(100);
    }
    expect(poseFigure(name, "1").truth).toBeGreaterThan(0);
  });

  it("agree with the simulator where it knows: one server's answer time", () => {
    for (const seed of ["1", "2", "3", "4", "5", "6", "7", "8"]) {
      const { values, truth } = poseFigure("mm1-time", seed);
      const serviceRatePerSec = 1_000 / (values["ms"] as number);
      const arrivalRatePerSec = (serviceRatePerSec * (values["busy"] as number)) / 100;
      expect(truth).toBeCloseTo(1_000 * sojournMeanSec(1, arrivalRatePerSec, serviceRatePerSec), 6);
    }
  });

  it("follow from the seed alone, and change with it", () => {
    expect(poseFigure("peak-rate", "7")).toEqual(poseFigure("peak-rate", "7"));
    const posed = Array.from({ length: 30 }, (_, seed) => poseFigure("peak-rate", `${seed}`).truth);
    expect(new Set(posed).size).toBeGreaterThan(5);
  });

  describe.each(all)("%s as an answer", (name, rule) => {
    const posed = ["1", "2", "3"].map((seed) => poseFigure(name, seed));

    it("is right within its factor of the truth, either way, half right within five, and nothing else", () => {
      for (const each of posed) {
        const mark = (answer: number) => judgeFigure(each, answer).mark;
        const { truth, within } = each;
        for (const near of [truth, truth * within, truth / within]) expect(mark(near)).toBe(1);
        for (const far of [truth * within * 1.01, truth / within / 1.01, truth * 4.99, truth / 4.99])
          expect(mark(far)).toBe(0.5);
        for (const none of [truth * 5.01, truth / 5.01, 0, -truth, Number.NaN]) expect(mark(none)).toBe(0);
        expect(judgeFigure(each, truth)).toEqual({ ratio: 1, mark: 1 });
      }
    });

    it("is explained wherever a number was left out, by a name that there is", () => {
      const neutral = neutralIn(rule);
      for (const each of posed)
        for (const leftOut of Object.keys(each.values)) {
          const value = (input: string) =>
            input === leftOut ? neutral(input) : (each.values[input] as number);
          const answer = rule.truth(value);
          const off = Math.max(answer / each.truth, each.truth / answer);
          if (!(answer > 0) || !Number.isFinite(answer) || off <= each.within * 1.001) continue;
          const { slip } = judgeFigure(each, answer);
          expect(slip, `${leftOut} of ${JSON.stringify(each.values)}`).toBeDefined();
          if (slip && "input" in slip) expect(inputs[slip.input]).toBeTruthy();
        }
    });
  });

  it("name the peak, the bits and the term that were left out", () => {
    const slipOf = (name: FigureName, of: (truth: number, values: PosedFigure["values"]) => number) => {
      const posed = poseFigure(name, "1");
      return judgeFigure(posed, of(posed.truth, posed.values)).slip;
    };
    expect(slipOf("peak-rate", (truth, { peak = 1 }) => truth / peak)).toEqual({ input: "peak" });
    expect(slipOf("bandwidth-gbps", (truth) => truth / 8)).toEqual({ unit: "bits" });
    expect(slipOf("sync-write", (_, { commit = 1 }) => commit)).toEqual({ input: "rtt" });
    expect(slipOf("average-rate", (truth) => truth * 123)).toBeUndefined();
  });
});
