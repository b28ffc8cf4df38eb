/** Events that find nothing in a design are told as what they are, and explain nothing. */
import { describe, expect, test } from "vitest";
import { decidingDay, explain } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { logOf } from "../../src/present/log.ts";
import {
  type Design,
  design,
  type EventCause,
  emptyDesign,
  formatDesign,
  type ScenarioEvent,
  withValue,
} from "../../src/sim/index.ts";
import { absentPart } from "../../src/sim/report/absent.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { recordingOf } from "../helpers/recorded.ts";

const logLines = (lesson: Lesson, line: string) =>
  logOf(words, lesson, recordingOf(lesson.level, design(line), 11)).map(({ text }) => text);

/** A short day of the finale with these events; what nothing meets wins no stars, which cost a run for each part. */
function finaleWith(events: readonly ScenarioEvent[]): Lesson {
  const { level, prose } = findLesson("13") as Lesson;
  const { drawn: _, shuffledEverySec: __, ...scenario } = level.scenario;
  const goals = [{ indicator: "availability", atLeast: 2 }] as const;
  return { level: { ...level, goals, scenario: { ...scenario, ticks: 40, events } }, prose };
}

const koreanStoreDies = (atSec: number): ScenarioEvent => ({
  ...{ label: "session-node-dies-korea", what: "crash", tier: "sessions", boxes: 1 },
  ...{ atSec, region: "korea" },
});

describe("an event whose part was not bought", () => {
  test("says so in the log, and is no cause of what happens next", () => {
    const lesson = findLesson("5") as Lesson;
    const line = "dns · lb 2 interval=10s retry · web 9×8 · db 8 · kv 1";
    expect(logLines(lesson, line)).toContain("A replica goes offline: your design has no replicas");
    const seed = decidingDay(lesson.level, design(line));
    const { report } = recordingOf(lesson.level, design(line), seed).outcome;
    const { trigger, besides } = explain(report);
    expect([trigger, ...besides].map((event) => event?.label)).toEqual(["flood-a"]);
  });

  test("is told as the level tells it once there is something to hit", () => {
    const lesson = findLesson("5") as Lesson;
    const lines = logLines(lesson, "dns · lb 2 interval=10s retry · web 9×8 · db 4 + 3×4 zones=B · kv 1");
    expect(lines).toContain("A replica goes offline.");
    expect(lines.join("\n")).not.toMatch(/your design has no/);
  });

  test("says so of a site that was not bought, whatever it has at home, and nothing where the site is", () => {
    const short = finaleWith([
      koreanStoreDies(10),
      { label: "region-outage-korea", what: "region-outage", region: "korea", atSec: 20, untilSec: 30 },
    ]);
    const told = (built: Design) =>
      logLines(short, formatDesign(built)).filter(
        (line) => /Seoul|Korea/.test(line) && /dies|fails/.test(line),
      );
    const lines = told(short.level.start);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/: your design has no site in Korea$/);
    expect(told(short.level.lesson).join("\n")).not.toMatch(/your design has no/);
  });

  test("is not told where a twin of it hits another part: a primary that is a shard", () => {
    const dies = { label: "primary-dies", what: "crash", boxes: 1, atSec: 20 } as const;
    const twins = finaleWith([
      { ...dies, tier: "primary" },
      { ...dies, tier: "shard" },
    ]);
    const lines = logLines(twins, formatDesign(twins.level.lesson));
    expect(lines).toContain("A shard's primary dies.");
    expect(lines.join("\n")).not.toMatch(/your design has no/);
  });
});

test("every event of a part finds it in the lesson of its level, and nothing in an empty rack", () => {
  const ofParts = new Set(["restart", "crash", "slow", "cache-restart", "crawl", "cdn-outage", "poison"]);
  for (const { level } of lessons)
    for (const event of level.scenario.events) {
      const twins = level.scenario.events.filter(({ label }) => label === event.label);
      expect(
        twins.some((twin) => absentPart(level.lesson, twin) === undefined),
        `${level.id} ${event.label}`,
      ).toBe(true);
      if (ofParts.has(event.what)) expect(absentPart(emptyDesign(), event)).toBeDefined();
    }
});

test("a cause that is an event keeps what it misses", () => {
  const lesson = findLesson("7") as Lesson;
  const { report } = recordingOf(lesson.level, lesson.level.start, 11).outcome;
  const outage = report.causes.find(
    (cause): cause is EventCause => cause.what === "event" && cause.event === "cdn-outage",
  );
  expect(outage?.absent).toBe("cdn");
});

/** What each event would hit, with the least that it finds something in, and what is not yet enough. */
const found: readonly (readonly [object, string, readonly string[], readonly string[]])[] = [
  [{ what: "crash", tier: "box" }, "box", ["box 2"], ["web 2×8"]],
  [{ what: "crash", tier: "web" }, "web", ["web 1×4"], ["box 2"]],
  [{ what: "restart", tier: "lb" }, "lb", ["lb 1"], ["web 1×4"]],
  [{ what: "slow", tier: "primary" }, "db", ["db 2", "shards 2×4"], ["kv 1", "web 1×4"]],
  [{ what: "crash", tier: "replica" }, "replicas", ["db 2 + 1×4"], ["db 2"]],
  [{ what: "crash", tier: "shard" }, "shards", ["shards 2×4"], ["db 2"]],
  [{ what: "crash", tier: "kv" }, "kv", ["kv 1"], ["db 2"]],
  [
    { what: "crash", tier: "sessions" },
    "sessions",
    ["sessions pair", "sessions node"],
    ["sessions sql", "db 2"],
  ],
  [{ what: "crash", tier: "queue" }, "queue", ["queue memory", "queue durable"], ["workers 1×8"]],
  [{ what: "crash", tier: "workers" }, "workers", ["workers 1×8"], ["queue durable"]],
  [{ what: "cache-restart" }, "cache", ["cache 1"], ["db 2"]],
  [{ what: "crawl" }, "cache", ["cache 1"], ["db 2"]],
  [{ what: "cdn-outage" }, "cdn", ["cdn static"], ["dns"]],
  [{ what: "poison" }, "workers", ["workers 1×8"], ["queue durable"]],
  [{ what: "disk-fills" }, "replicas", ["db 2 + 1×4", "shards 2×4 replicas=1"], ["db 2", "shards 2×4"]],
  [{ what: "add-shard" }, "shards", ["shards 2×4"], ["db 2"]],
  [{ what: "region-outage", region: "korea" }, "site@korea", ["web 1×4 · @korea · web 1×4"], ["web 1×4"]],
  [{ what: "flood", zone: "A", region: "korea" }, "site@korea", ["web 1×4 · @korea · web 1×4"], ["web 1×4"]],
  [{ what: "region-outage", region: "us" }, "site", ["web 1×4"], []],
  [{ what: "crash", tier: "lb", region: "us" }, "lb", ["lb 1"], ["web 1×4 · @korea · lb 1"]],
];

/** The same of an event at one of two sites: what the other has is not hit. */
const atOneSite: readonly (readonly [object, string, string, string])[] = [
  [{ what: "crash", tier: "sessions", region: "korea" }, "sessions@korea", "sessions pair", "db 2"],
  [{ what: "crash", tier: "lb", region: "korea" }, "lb@korea", "lb 1", "db 2"],
  [{ what: "restart", tier: "queue", region: "korea" }, "queue@korea", "queue durable", "workers 1×8"],
  [{ what: "cache-restart", region: "korea" }, "cache@korea", "cache 1", "db 2"],
  [{ what: "crash", tier: "primary", region: "korea" }, "db@korea", "db 2", "db 0 + 1×2"],
];
test.each(atOneSite)(
  "%j finds a %s in Korea alone, an event of no region at home",
  (event, part, has, lacks) => {
    const { region: _, ...anywhere } = event as { region: string };
    const hits = (line: string, what: object) => absentPart(design(line), what as ScenarioEvent);
    const both = (home: string, korea: string) => `web 1×4 · ${home} · @korea · web 1×4 · ${korea}`;
    expect(hits(both(has, lacks), event)).toBe(part);
    expect(hits(both(lacks, has), event)).toBeUndefined();
    expect(hits(both(has, lacks), anywhere)).toBeUndefined();
    expect(hits(both(lacks, has), anywhere)).toBe(part.replace("@korea", ""));
  },
);

test("what strikes everywhere finds its part at either site", () => {
  const everywhere = [
    [{ what: "crawl" }, "cache 1", "cache"],
    [{ what: "slow", tier: "replica" }, "db 2 + 1×2", "replicas"],
    [{ what: "add-shard" }, "shards 2×4", "shards"],
  ] as const;
  for (const [event, has, part] of everywhere) {
    const hits = (line: string) => absentPart(design(line), event as unknown as ScenarioEvent);
    expect(hits(`web 1×4 · @korea · web 1×4 · ${has}`), part).toBeUndefined();
    expect(hits("web 1×4 · @korea · web 1×4"), part).toBe(part);
  }
});

test("what is not there is told with its site where there are two, and explains nothing", () => {
  const short = finaleWith([koreanStoreDies(20)]);
  const built = withValue(short.level.lesson, "@korea.sessions.store", "local");
  expect(logLines(short, formatDesign(built)).join("\n")).toContain(
    "your design has no session store in Korea",
  );
  const { report } = recordingOf(short.level, built, 11).outcome;
  const { trigger, besides } = explain(report);
  expect([trigger, ...besides].filter((event) => event !== undefined)).toEqual([]);
});
test.each(found)("%j finds a %s or nothing", (event, part, there, missing) => {
  const hits = (line: string) => absentPart(design(line), event as ScenarioEvent);
  for (const line of there) expect(hits(line), line).toBeUndefined();
  for (const line of missing) expect(hits(line), line).toBe(part);
});
