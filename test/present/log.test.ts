/** The log of a run: what has room in it, and what a dark site has to tell. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { type LogLine, logOf, newestFitting } from "../../src/present/log.ts";
import { liveAt } from "../../src/present/moment.ts";
import { outagesOf } from "../../src/present/outages.ts";
import type { Cause } from "../../src/sim/index.ts";
import { findLesson, words } from "../helpers/english.ts";
import { watchedOf } from "../helpers/recorded.ts";

const line = (tick: number, kind: LogLine["kind"], text: string): LogLine => ({ tick, kind, text });
/** Texts that fit, where a text needs as many rows as it has words. */
const fitting = (log: readonly LogLine[], rows: number) =>
  newestFitting(log, rows, ({ text }) => text.split(" ").length).map(({ text }) => text);

describe("of the log has room", () => {
  const outage = line(300, "event", "dark");

  test("the newest, and of what is older as much as fits without a gap", () => {
    const log = [line(1, "note", "one"), line(2, "warn", "two rows"), line(3, "bad", "three")];
    expect(fitting(log, 1)).toEqual(["three"]);
    expect(fitting(log, 2)).toEqual(["three"]);
    expect(fitting(log, 3)).toEqual(["two rows", "three"]);
    expect(fitting(log, 4)).toEqual(["one", "two rows", "three"]);
    expect(fitting([], 4)).toEqual([]);
  });

  test("an event for ten ticks, whatever comes of it meanwhile", () => {
    const logAt = (tick: number) => [outage, line(300, "note", "empty"), line(tick, "bad", "failing")];
    expect(fitting(logAt(303), 2)).toEqual(["dark", "failing"]);
    expect(fitting(logAt(310), 2)).toEqual(["dark", "failing"]);
    expect(fitting(logAt(311), 2)).toEqual(["empty", "failing"]);
  });

  test("beside an event the newest only where it fits, and then nothing older in its place but what does", () => {
    expect(fitting([outage, line(301, "bad", "down"), line(302, "bad", "long one")], 2)).toEqual([
      "dark",
      "down",
    ]);
  });
});

test("shards that lose their primaries together are told once, with all that is lost, and others apart", () => {
  const lesson = findLesson("10") as Lesson;
  const recording = watchedOf(lesson.level, lesson.level.lesson, 11);
  const promoted = (atSec: number, place: "shards" | "db", lostWrites: number) =>
    ({ what: "promoted", place, lostWrites, atSec }) as const;
  const lost = { what: "primary-lost", place: "shards", atSec: 40 } as const;
  const { outcome: _, ...playback } = recording;
  const notes = [lost, lost, ...[28, 0, 31].map((writes) => promoted(80, "shards", writes))];
  const log = logOf(words, lesson, {
    ...playback,
    notes: [...notes, promoted(80, "db", 1), promoted(90, "shards", 0)],
  });
  expect(log.map(({ tick, text }) => `${tick} ${text}`)).toEqual([
    "40 the shards have lost 2 primaries",
    "80 3 copies take over at the shards; 59 writes are lost",
    "80 a copy takes over at the primary database; 1 write is lost",
    "90 a copy takes over at the shards; no write is lost",
  ]);
});

test("a primary that an event takes is told once", () => {
  const lesson = findLesson("13") as Lesson;
  const [event] = Object.keys(lesson.prose.events);
  const at = { tick: 220, untilTick: 220 };
  const causes = [{ what: "event", label: event, event: "shard-primary", ...at }] as unknown as Cause[];
  const notes = [40, 220].map((atSec) => ({ what: "primary-lost", place: "shards", atSec }) as const);
  const ten = findLesson("10") as Lesson;
  const recording = watchedOf(ten.level, ten.level.lesson, 11);
  const report = { ...recording.outcome.report, causes };
  const outcome = { ...recording.outcome, report };
  const log = logOf(words, lesson, { ...recording, names: [], notes, outcome });
  expect(log.map(({ tick, text }) => `${tick} ${text}`)).toEqual([
    "40 the shards have lost 1 primary",
    `220 ${lesson.prose.events[event!]}`,
  ]);
});

describe("of causes", () => {
  const lesson = findLesson("10") as Lesson;
  const recording = watchedOf(lesson.level, lesson.level.lesson, 11);
  const { outcome } = recording;
  const logWith = (causes: readonly Cause[]) =>
    logOf(words, lesson, {
      ...recording,
      notes: [],
      names: [],
      outcome: { ...outcome, report: { ...outcome.report, causes } },
    });
  const busy = (tick: number, untilTick: number): Cause => ({
    ...{ what: "saturated", place: "workers", utilization: 1, tick, untilTick },
  });
  const poison: Cause = { what: "event", label: "poison-photo", event: "poison", tick: 120, untilTick: 120 };
  const texts = (log: readonly LogLine[]) => log.map(({ text }) => text);

  test("an overload of workers that a poison job takes says so, and one that another event came before does not", () => {
    const workers = { name: "workers" } as const;
    expect(texts(logWith([poison, busy(150, 160)]))[1]).toBe(words.log.poisoned(workers));
    const crowd: Cause = { ...poison, label: "viral-filter", event: "news", tick: 140 };
    expect(texts(logWith([poison, crowd, busy(150, 160)]))[2]).toBe(words.log.overloaded(workers));
    expect(texts(logWith([busy(150, 160)]))).toEqual([words.log.overloaded(workers)]);
  });

  test("an overload is told once where it rests less than a minute, and again after that", () => {
    expect(logWith([busy(100, 110), busy(169, 200)]).map(({ tick }) => tick)).toEqual([100]);
    expect(logWith([busy(100, 110), busy(170, 200)]).map(({ tick }) => tick)).toEqual([100, 170]);
  });

  test("the jobs that wait are counted once: as the queue's depth, not as its workers' too", () => {
    const live = liveAt(recording, 300);
    expect(live("queue")?.depth).toBeGreaterThan(1_000);
    expect(live("workers")?.queue).toBeUndefined();
    expect(live("web")?.queue).toBeDefined();
  });

  test("a fall stands before what is lost by it, though it is measured a tick later", () => {
    const down = (tick: number): Cause => ({ what: "down", place: "sessions", tick, untilTick: tick + 50 });
    const lost: Cause = {
      ...{ what: "losing", place: "sessions", reason: "store-down", tick: 100, untilTick: 150, count: 1 },
    };
    const kinds = (log: readonly LogLine[]) => log.map(({ tick, text }) => [tick, /is down/.test(text)]);
    expect(kinds(logWith([lost, down(102)]))).toEqual(kinds(logWith([lost, down(101)])));
    expect(kinds(logWith([lost, down(101)]))).toEqual([
      [100, true],
      [100, false],
    ]);
    expect(kinds(logWith([lost, down(103)]))).toEqual([
      [100, false],
      [103, true],
    ]);
  });
});

test("of a site that is dark no part is told to be down or empty, and that it is dark is told", () => {
  const lesson = findLesson("9") as Lesson;
  const recording = watchedOf(lesson.level, lesson.level.lesson, 11);
  const outage = recording.outcome.report.causes.find(
    (cause) => cause.what === "event" && cause.event === "region-outage" && cause.absent === undefined,
  );
  const told = logOf(words, lesson, recording).filter(({ tick }) => tick === outage?.tick);
  const texts = told.map(({ text }) => text);
  expect(told.some(({ kind, text }) => kind === "event" && /region/.test(text))).toBe(true);
  expect(texts.filter((text) => /(primary|replicas).* down$|cache.* lost \d/.test(text))).toEqual([]);
});

test("a part is told to be down or empty until its site goes dark and again once it is not, and another site's always", () => {
  const lesson = findLesson("9") as Lesson;
  const recording = watchedOf(lesson.level, lesson.level.lesson, 11);
  const [outage] = outagesOf(lesson, 11);
  const { region, from, until } = outage!;
  const home = lesson.level.start.sites[0].region;
  const part = (name: "cache" | "db", at: typeof region) =>
    (at === home ? name : `${name}@${at}`) as Extract<Cause, { what: "down" }>["place"];
  const elsewhere = region === home ? "korea" : home;
  const toldAt = (tick: number, at: typeof region) => {
    const causes: Cause[] = [{ what: "down", place: part("db", at), tick, untilTick: tick + 1 }];
    const report = { ...recording.outcome.report, causes };
    const note = { what: "emptied", place: part("cache", at), share: 0.5 } as const;
    const notes = [{ ...note, atSec: tick * recording.tickSec }];
    const told = { ...recording, notes, names: [], outcome: { ...recording.outcome, report } };
    return logOf(words, lesson, told).length;
  };
  const ticks = [from - 1, from, until - 1, until];
  expect(ticks.map((tick) => toldAt(tick, region))).toEqual([2, 0, 0, 2]);
  expect(ticks.map((tick) => toldAt(tick, elsewhere))).toEqual([2, 2, 2, 2]);
});
