/** Why a run failed and what befell one request, told of findings made by hand: whole results, and each limit. */
import { describe, expect, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import {
  causeSentence,
  causesTold,
  chainTold,
  explainsCollapse,
  lossLines,
  spellsAfter,
  toldLines,
} from "../../src/present/causes.ts";
import { hitsOf, missesOf } from "../../src/present/misses.ts";
import type { LossNow } from "../../src/present/moment.ts";
import {
  aboutLine,
  asClientsSee,
  kindsOf,
  longestHop,
  missingTold,
  noTime,
  rowsOf,
  stopOf,
  verdictLine,
} from "../../src/present/trace.ts";
import { design, emptyDesign, type Report, type Trace, type TraceHop } from "../../src/sim/index.ts";
import type { Words } from "../../src/words/index.ts";
import { findLesson, words } from "../helpers/english.ts";

/** Words that say what they were given. */
const saying = <T>() =>
  new Proxy({}, { get: (_, name) => (found?: unknown) => JSON.stringify([name, found]) }) as T;
const bare: Words = {
  ...words,
  causes: saying<Words["causes"]>(),
  misses: saying<Words["misses"]>(),
};
const one = findLesson("1")!;

const reportOf = (more: object = {}) =>
  ({
    ...{ ticks: 100, tickSec: 1, seed: 1, causes: [], bill: [], latency: [], notes: [], costPerMonth: 50 },
    ...{ indicators: {}, ledger: { offered: 1_000, failed: 0, answered: 10, failedBy: [] } },
    ...more,
  }) as unknown as Report;
const cause = (what: string, tick: number, more: object = {}) => ({
  ...{ what, place: "web", tick, untilTick: 99, reason: "timeout", count: 10, label: "crowd", event: "news" },
  ...more,
});

describe("a chain", () => {
  const chain = (causes: readonly object[], failed = 0) =>
    chainTold(
      bare,
      { crowd: "a crowd" },
      emptyDesign(),
      reportOf({ causes, ledger: { offered: 1_000, failed, answered: 1, failedBy: [] } }),
    ).map(({ label, sentence }) => [label, sentence.startsWith("[") ? JSON.parse(sentence)[0] : sentence]);

  test("tells in order of time, and of one moment the event, the fall, the overload, the loss", () => {
    const all = [
      cause("losing", 9),
      cause("saturated", 9),
      cause("down", 9, { place: "db" }),
      cause("event", 9, { event: "crash" }),
    ];
    for (const causes of [all, all.toReversed()])
      expect(chain(causes, 10).map(([, sentence]) => sentence)).toEqual([
        "a crowd",
        "down",
        "overloaded",
        "losing",
      ]);
    expect(chain([cause("losing", 12), cause("saturated", 9)], 10)).toEqual([
      ["t=9", "overloaded"],
      ["t=12", "losing"],
    ]);
  });

  test("tells the larger loss later where it came later, and an event between two falls", () => {
    const losses = [cause("losing", 20, { count: 50 }), cause("losing", 12, { count: 30, place: "db" })];
    expect(chain(losses, 80).map(([label]) => label)).toEqual(["t=12", "t=20"]);
    const crash = (tick: number) => cause("event", tick, { event: "crash", label: "crowd" });
    const falls = [
      ...[crash(5), cause("down", 5, { place: "db" }), crash(60), cause("down", 60, { place: "cache" })],
      ...[cause("losing", 5, { place: "db", reason: "primary-down", count: 50 })],
      cause("losing", 60, { place: "cache", reason: "node-down", count: 30 }),
    ];
    const told = chain(falls, 80);
    expect(told.map(([label]) => Number(String(label).slice(2)))).toEqual(
      told.map(([label]) => Number(String(label).slice(2))).sort((x, y) => x - y),
    );
    expect(told.slice(-3).map(([, sentence]) => sentence)).toEqual(["a crowd", "down", "losing"]);
  });

  test("says until when a fall lasted: a tick after its last, and no later than the end of the run", () => {
    const until = (...spells: readonly (readonly [number, number])[]) => {
      const falls = spells.map(([tick, untilTick]) => cause("down", tick, { untilTick, place: "db" }));
      const report = reportOf({ causes: falls });
      const [fall] = falls as unknown as Report["causes"];
      const text = causeSentence(bare, {}, emptyDesign(), fall!, report, spellsAfter(fall!, report));
      return (JSON.parse(text) as [string, { spell: object }])[1].spell;
    };
    expect(until([10, 30])).toEqual({ kind: "until", until: "t=31" });
    expect(until([10, 98])).toEqual({ kind: "until", until: "t=99" });
    expect(until([10, 99])).toEqual({ kind: "to-end" });
    expect(until([10, 30], [40, 50])).toEqual({ kind: "again", until: "t=31", from: "t=40", to: "t=51" });
    expect(until([10, 30], [40, 99])).toEqual({ kind: "again-to-end", until: "t=31", from: "t=40" });
    expect(until([10, 101], [102, 105], [106, 107])).toEqual({ kind: "times", until: "t=100", more: 2 });
  });

  test("takes a loss as a share of what was sent, be it a single request", () => {
    const share = (offered: number) => {
      const report = reportOf({ ledger: { offered, failed: 1, answered: 0, failedBy: [] } });
      const lost = cause("losing", 9, { count: 1, untilTick: 9 }) as unknown as Report["causes"][number];
      return (
        JSON.parse(causeSentence(bare, {}, emptyDesign(), lost, report)) as [string, { share: number }]
      )[1].share;
    };
    expect([0, 1, 4].map(share)).toEqual([1, 1, 0.25]);
  });

  test("counts what no link tells, where one of them tells any", () => {
    expect(chain([cause("losing", 9, { count: 70 })], 71).at(-1)).toEqual(["", "rest"]);
    expect(chain([cause("losing", 9, { count: 70 })], 70)).toHaveLength(1);
    expect(chain([cause("losing", 9, { count: 1 })], 2).at(-1)).toEqual(["", "rest"]);
    expect(chain([cause("saturated", 9)], 70).map(([, sentence]) => sentence)).toEqual(["overloaded"]);
  });

  test("calls an event by its label where a level has no words for it", () => {
    const told = (events: Readonly<Record<string, string>>) =>
      chainTold(
        bare,
        events,
        emptyDesign(),
        reportOf({ causes: [cause("event", 8), cause("saturated", 9)] }),
      )[0];
    expect(told({ crowd: "a crowd" })?.sentence).toBe("a crowd");
    expect(told({})?.sentence).toBe("crowd");
  });
});

describe("why", () => {
  const why = (report: object, level: object = {}, knowsCollapse?: boolean) =>
    causesTold(
      bare,
      { ...one, level: { ...one.level, goals: [], budget: 100, ...level } as Level } as Lesson,
      emptyDesign(),
      reportOf(report),
      knowsCollapse,
    ).map(({ label, sentence }) => [label, ...(JSON.parse(sentence) as [string, unknown])]);
  const slow = [
    { kind: "read", region: "us", p99Ms: 100 },
    { kind: "write", region: "us", p99Ms: 200 },
  ];
  const p95 = [{ indicator: "latencyP95Ms", atMost: 9 }];
  const late = { indicators: { latencyP95Ms: 10 }, latency: slow };
  const slowest = ["✗", "slowestKind", { slow: { kind: "write", ms: 200 }, fast: { kind: "read", ms: 100 } }];

  test("says of a missed goal what it has to say, but of answer times where something was overloaded", () => {
    expect(why(late, { goals: p95 })).toEqual([slowest]);
    expect(why({ ...late, causes: [cause("saturated", 9)] }, { goals: p95 }).map(([, name]) => name)).toEqual(
      ["overloaded"],
    );
    expect(why({ ...late, causes: [cause("down", 9)] }, { goals: p95 }).map(([, name]) => name)).toEqual([
      "down",
      "slowestKind",
    ]);
    const lost = { goals: [{ indicator: "oversold", atMost: 0 }] };
    const busy = { indicators: { oversold: 3 }, causes: [cause("saturated", 9)] };
    expect(why(busy, lost).map(([label, name]) => [label, name])).toEqual([
      ["t=9", "overloaded"],
      ["✗", "oversold"],
    ]);
    expect(why({ indicators: { latencyP95Ms: 9 } }, { goals: p95 })).toEqual([]);
  });

  test("says of a bill that is too large by how much, and what of it costs most", () => {
    const bill = [
      { id: "web", perMonth: 40 },
      { id: "db", perMonth: 80 },
    ];
    expect(why({ costPerMonth: 100 })).toEqual([]);
    expect(why({ costPerMonth: 120, bill })).toEqual([
      ["✗", "overBudget", { over: 20, total: 120, largest: { id: "db", perMonth: 80 } }],
    ]);
    expect(why({ costPerMonth: 120 })).toEqual([["✗", "overBudget", { over: 20, total: 120 }]]);
  });

  test("explains a modest overload that worked in vain where something was missed, in short to who knows", () => {
    const collapse = {
      indicators: { inVainShare: 0.5 },
      causes: [cause("saturated", 9, { askedPerSec: 150, canPerSec: 100 })],
    };
    const over = { ...collapse, costPerMonth: 101 };
    const patienceSec = one.level.scenario.clients.timeoutSec;
    const found = { askedPerSec: 150, canPerSec: 100, share: 0.5, place: { name: "web" }, patienceSec };
    expect(why(over).at(-1)).toEqual(["", "inVain", found]);
    expect(why(over, {}, true).at(-1)).toEqual(["", "inVainAgain", 0.5]);
    expect(why(collapse).map(([, name]) => name)).toEqual(["asked"]);
    // The first part that is in trouble is asked before others.
    const two = [
      cause("saturated", 3, { place: "db", waiting: true }),
      cause("saturated", 9, { place: "cache", askedPerSec: 500, canPerSec: 100 }),
      cause("saturated", 12, { place: "lb", askedPerSec: 200, canPerSec: 100 }),
    ];
    expect(why({ ...over, causes: two }).at(-1)?.[2]).toMatchObject({ place: { name: "lb" } });
  });

  test("explains no overload of which it is not known what was asked, or what it can", () => {
    const explains = (found: object, level: object = { budget: 10 }) =>
      explainsCollapse(
        { ...one.level, goals: [], budget: 100, ...level } as Level,
        reportOf({ indicators: { inVainShare: 0.9, oversold: 1 }, causes: [cause("saturated", 9, found)] }),
      );
    expect([explains({ canPerSec: 0.7 }), explains({ askedPerSec: 1.5 })]).toEqual([false, false]);
    const modest = { askedPerSec: 150, canPerSec: 100 };
    const goals = (atMost: number) => ({ goals: [{ indicator: "oversold", atMost }] });
    expect([explains(modest), explains(modest, goals(0)), explains(modest, goals(1))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("says nothing of a goal that was met, nor of what has no value", () => {
    const oversold = { goals: [{ indicator: "oversold", atMost: 3 }] };
    expect(why({ indicators: { oversold: 3 } }, oversold)).toEqual([]);
    expect(why({ indicators: { oversold: 4 } }, oversold)).toEqual([["✗", "oversold", 4]]);
    expect(why({ indicators: { oversold: Number.NaN } }, oversold)).toEqual([]);
  });

  test("says that a cache or an edge answers too little where something was missed: below 60 and 80 %", () => {
    const hits = (hitRatio: number, edgeHitRatio: number, costPerMonth = 101) =>
      why({ indicators: { hitRatio, edgeHitRatio }, costPerMonth })
        .filter(([label]) => label === "")
        .map(([, name, share]) => [name, share]);
    expect(hits(0.59, 0.79)).toEqual([
      ["cacheAnsweredLittle", 0.59],
      ["edgeAnsweredLittle", 0.79],
    ]);
    expect(hits(0.6, 0.8)).toEqual([]);
    expect(hits(0, 0)).toEqual([]);
    expect(hits(0.59, 0.79, 100)).toEqual([]);
    expect(hitsOf(words, reportOf())).toEqual([]);
    expect(hitsOf(words, reportOf({ indicators: { hitRatio: 0.01, edgeHitRatio: 0.01 } }))).toHaveLength(2);
  });

  const slowestOf = (...latency: readonly (readonly [kind: string, p99Ms: number, region?: string])[]) =>
    why(
      {
        indicators: { latencyP99Ms: 10 },
        latency: latency.map(([kind, p99Ms, region = "us"]) => ({ kind, p99Ms, region })),
      },
      { goals: [{ indicator: "latencyP99Ms", atMost: 9 }] },
    )[0]?.[2] as { slow: object; fast: object } | undefined;

  test("names the slowest kind where it takes 1.3 times the quickest, and not all are slow", () => {
    expect([slowestOf(["read", 100], ["write", 130]), slowestOf(["read", 100], ["write", 129])]).toEqual([
      { slow: { kind: "write", ms: 130 }, fast: { kind: "read", ms: 100 } },
      undefined,
    ]);
    expect([
      slowestOf(["read", 2_500], ["write", 9_000])?.fast,
      slowestOf(["read", 2_501], ["write", 9_000]),
    ]).toEqual([{ kind: "read", ms: 2_500 }, undefined]);
    expect(slowestOf()).toBeUndefined();
  });

  test("does not look at what nobody waits for, and names regions where there are several", () => {
    expect(slowestOf(["asset", 1], ["log", 9_000], ["read", 100], ["write", 110])).toBeUndefined();
    expect(slowestOf(["write", 400, "korea"], ["read", 100], ["post", 300])).toEqual({
      slow: { kind: "write", ms: 400, region: "korea" },
      fast: { kind: "read", ms: 100, region: "us" },
    });
  });

  test("has its misses in the level's order, the bill last", () => {
    const goals = ["oversold", "latencyP95Ms", "breachedBoxes"].map((indicator) => ({
      indicator,
      atMost: 0,
    }));
    const misses = missesOf(
      bare,
      { ...one.level, goals, budget: 10 } as unknown as Level,
      reportOf({ indicators: { oversold: 1, latencyP95Ms: 1, breachedBoxes: 1 } }),
    );
    expect(misses.map(({ indicator, quiet }) => [indicator, quiet])).toEqual([
      ["oversold", undefined],
      ["latencyP95Ms", true],
      ["breachedBoxes", undefined],
      ["costPerMonth", undefined],
    ]);
  });
});

test("what is lost stands in columns: how much at their right, where and why", () => {
  const failedBy = [
    { place: "web", reason: "timeout", count: 12_345 },
    { place: "db", reason: "queue-full", count: 7 },
  ];
  const lines = lossLines(words, emptyDesign(), reportOf({ ledger: { failedBy } }));
  expect(lines.map((line) => /^ *[\d,]+/.exec(line)?.[0])).toEqual(["  12,345", "       7"]);
  const [first, second] = lines.map((line) => line.trim().split(/ {2,}/).slice(1));
  const { part, reason } = words.places;
  expect(first).toEqual([part({ name: "web" }), reason("timeout")]);
  expect(second).toEqual([part({ name: "db" }), reason("queue-full")]);
});

test("what is told has its label at the left of its first line, in eight cells", () => {
  const told = [
    { label: "0:09", sentence: "one two three" },
    { label: "", sentence: "four" },
  ];
  expect(toldLines(told, 16)).toEqual(["0:09    one two", "        three", "        four"]);
  expect(toldLines(told, 21, (label) => `<${label}>`)).toEqual(["<0:09    >one two three", "<        >four"]);
});

describe("a request", () => {
  const hop = (place: string, ms: number, step?: string) =>
    ({ place, ms, ...(step === undefined ? {} : { step }) }) as unknown as TraceHop;
  const trace = (hops: readonly TraceHop[], more: object = {}) =>
    ({
      ...{ kind: "read", region: "us", format: "html", outcome: "answered", hops },
      totalMs: hops.reduce((sum, { ms }) => sum + ms, 0),
      ...more,
    }) as unknown as Trace;
  const timeout = { outcome: "failed", lostAt: { place: "db", reason: "timeout" } };
  const withPatience = (timeoutSec: number) =>
    ({
      ...one.level,
      scenario: { ...one.level.scenario, clients: { ...one.level.scenario.clients, timeoutSec } },
    }) as Level;

  test("is seen by its client until that gives up, whose patience begins on the way", () => {
    const way = [hop("dns", 500), hop("network", 700)];
    const whole = trace([...way, hop("web", 600), hop("db", 900), hop("cache", 50)], timeout);
    const seen = asClientsSee(whole, withPatience(1));
    expect(seen.hops).toEqual([...way, hop("web", 600), hop("db", 400)]);
    expect(seen.totalMs).toBe(2_200);
    expect(asClientsSee(trace([hop("web", 1_000), hop("db", 1)], timeout), withPatience(1)).hops).toEqual([
      hop("web", 1_000),
    ]);
    expect(asClientsSee(trace([hop("web", 900), hop("db", 50)], timeout), withPatience(1)).totalMs).toBe(950);
  });

  test("is seen at a stop for whatever is left of its patience, and not where none is", () => {
    const stops = (...ms: readonly number[]) =>
      asClientsSee(trace([hop("web", ms[0]!), hop("db", ms[1]!)], timeout), withPatience(1)).hops.map(
        (at) => at.ms,
      );
    expect([stops(999.5, 9), stops(1_000, 9), stops(0.5, 0.5)]).toEqual([[999.5, 0.5], [1_000], [0.5, 0.5]]);
  });

  test("is seen whole where it was answered, or lost for another reason", () => {
    const hops = [hop("web", 3_000), hop("db", 20)];
    for (const more of [{}, { outcome: "failed", lostAt: { place: "db", reason: "queue-full" } }]) {
      const whole = trace(hops, more);
      expect(asClientsSee(whole, withPatience(1))).toBe(whole);
    }
  });

  test("stops once at a place where it does one thing after the other, but for a step of its own", () => {
    const joined = (...hops: readonly TraceHop[]) => asClientsSee(trace(hops), one.level).hops;
    expect(joined(hop("queue", 3), hop("queue", 40), hop("workers", 5))).toEqual([
      hop("queue", 43),
      hop("workers", 5),
    ]);
    const apart = [hop("web", 1), hop("db", 2), hop("web", 3)];
    expect(joined(...apart)).toEqual(apart);
    const stepped = [hop("web", 1), hop("web", 2, "render"), hop("web", 3)];
    expect(joined(...stepped)).toEqual(stepped);
  });

  test("has a row a stop, each from when it began; where it was lost is the last stop there, or one more", () => {
    const hops = [hop("web", 5), hop("db", 7), hop("web", 2)];
    const rows = (more: object) =>
      rowsOf(trace(hops, more)).map(({ place, ms, startMs, isLost }) => [place, ms, startMs, isLost]);
    expect(rows({})).toEqual([
      ["web", 5, 0, false],
      ["db", 7, 5, false],
      ["web", 2, 12, false],
    ]);
    expect(rows({ lostAt: { place: "web", reason: "timeout" } }).map(([, , , isLost]) => isLost)).toEqual([
      false,
      false,
      true,
    ]);
    expect(rows({ lostAt: { place: "lb", reason: "timeout" } })).toEqual([
      ["web", 5, 0, false],
      ["db", 7, 5, false],
      ["web", 2, 12, false],
      ["lb", 0, 14, true],
    ]);
    expect(rowsOf(trace([], { lostAt: { place: "lb", reason: "timeout" } }))).toHaveLength(1);
    const first = rowsOf(
      trace([hop("lb", 1), hop("web", 2)], { lostAt: { place: "lb", reason: "timeout" } }),
    );
    expect(first.map(({ isLost }) => isLost)).toEqual([true, false]);
  });

  const told = { ...words, trace: { ...saying<Words["trace"]>(), ...words.trace } };
  const telling: Words = { ...words, trace: saying<Words["trace"]>() };
  const parsed = (text: string) => (text === "" ? "" : (JSON.parse(text) as [string, object]));

  test("took longest where it spent most, the first of two; nothing is told of one stop or of no time", () => {
    const at = design("dns · lb 2 · web 2×8 · db 4");
    const verdict = (...hops: readonly TraceHop[]) => parsed(verdictLine(telling, at, trace(hops)));
    expect(verdict(hop("web", 1), hop("db", 3))).toEqual(["longest", { share: 0.75, stop: { name: "db" } }]);
    expect(verdict(hop("web", 2), hop("db", 2))).toEqual(["longest", { share: 0.5, stop: { name: "web" } }]);
    expect(verdict(hop("web", 0.25), hop("db", 0.25))).toEqual([
      "longest",
      { share: 0.5, stop: { name: "web" } },
    ]);
    expect([verdict(hop("web", 2)), verdict(), verdict(hop("web", 0), hop("db", 0))]).toEqual(["", "", ""]);
    expect(longestHop(trace([]))).toBeUndefined();
    expect(longestHop(trace([hop("web", 0)]))?.place).toBe("web");
    expect(parsed(verdictLine(telling, at, trace([hop("web", 2)], timeout)))).toEqual([
      "lost",
      { afterMs: 2, place: { name: "db" }, reason: "timeout", fate: expect.any(String) },
    ]);
  });

  test("stops at steps of their own, in the network, at a name that is known, at a part", () => {
    const stop = (place: string, ms: number, step?: string) => stopOf(hop(place, ms, step), emptyDesign());
    expect([stop("web", 3, "render"), stop("network", 3), stop("network", 0)]).toEqual([
      "render",
      "network",
      "network",
    ]);
    expect([stop("dns", 0), stop("dns", 1), stop("web", 0)]).toEqual([
      "known-name",
      { name: "dns" },
      { name: "web" },
    ]);
  });

  test("is told with its region where a level has several, and how late it was for those who had gone", () => {
    const streams = (...regions: readonly string[]) =>
      ({
        ...one.level,
        scenario: { ...one.level.scenario, streams: regions.map((region) => ({ regions: { [region]: 1 } })) },
      }) as unknown as Level;
    const about = (more: number, ...regions: readonly string[]) => {
      const seen = trace([hop("web", 5)]);
      return parsed(aboutLine(telling, seen, { ...seen, totalMs: 5 + more }, "slow", streams(...regions)))[1];
    };
    const bareOne = { kind: "read", format: "html", which: "slow" };
    expect(about(0, "us", "us")).toEqual(bareOne);
    expect(about(1, "us")).toEqual(bareOne);
    expect(about(1.5, "us")).toEqual({ ...bareOne, lateMs: 6.5 });
    expect(about(0, "us", "korea")).toEqual({ ...bareOne, region: "us" });
  });

  test("that is not there is missing, but of a failed one it is said what failed instead", () => {
    const losses: LossNow[] = [
      { place: "db", reason: "timeout", perSec: 3 },
      { place: "web", reason: "queue-full", perSec: 2 },
    ];
    const none = (which: "slow" | "failed", lost: readonly LossNow[]) => [
      missingTold(told, emptyDesign(), which, lost),
      noTime(told, which, lost),
    ];
    expect(none("failed", losses)).toEqual([
      words.trace.unfollowed({ place: { name: "db" }, reason: "timeout" }),
      words.trace.notFollowed,
    ]);
    expect(none("failed", [])).toEqual([words.trace.missing.failed, words.trace.none]);
    expect(none("slow", losses)).toEqual([words.trace.missing.slow, words.trace.none]);
  });

  test("can be looked at of the first three kinds always, of others where there is one", () => {
    expect(kindsOf({} as Parameters<typeof kindsOf>[0])).toEqual(["median", "slow", "failed"]);
    const page = { page: trace([]), like: trace([]) } as unknown as Parameters<typeof kindsOf>[0];
    expect(kindsOf(page)).toEqual(["median", "slow", "failed", "page", "like"]);
  });
});
