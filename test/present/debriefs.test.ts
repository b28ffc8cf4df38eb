/** Believable losses and what is said of each: readable files whose cause an expert would sign. */
import { describe, expect, test } from "vitest";
import { describeOutcome } from "../../src/cli/commands/simulate.ts";
import { decidingDay, play } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { type Design, design, searchRun, withValues } from "../../src/sim/index.ts";
import { output } from "../../src/words/en/output.ts";
import { lessons, words } from "../helpers/english.ts";

const lessonOf = (number: number) => lessons.find(({ level }) => level.number === number) as Lesson;
const balanced = "dns · lb 2 interval=10s retry";

/** Losses by name: the level, and what was built in it. */
const losses: Readonly<Record<string, readonly [level: number, built: (lesson: Lesson) => Design]>> = {
  "01-one-vcpu": [1, () => design("dns · box 1")],
  "02-no-key-value": [2, () => design("dns · web 1×4 · db 2")],
  "03-one-large-box": [3, () => design("dns · web 1×32 · db 8 · kv 1")],
  "03-three-boxes": [3, () => design("dns · web 3×16 · db 8 · kv 1")],
  "04-no-balancer": [4, () => design("dns · web 6×8 · db 8 · kv 1")],
  "05-one-primary": [5, () => design(`${balanced} · web 8×8 · db 16 · kv 1`)],
  "05-replicas-in-two-zones": [5, () => design(`${balanced} · web 8×8 · db 4 + 3×4 zones=AB · kv 1`)],
  "06-forgets-after-5s": [
    6,
    () => design(`${balanced} · web 8×8 · cache 1 ttl=5s invalidate · db 4 + 6×4 zones=AB · kv 1`),
  ],
  "07-more-boxes": [
    7,
    () => design(`${balanced} · web 20×8 · cache 4 zones=2 invalidate · db 4 + 6×4 zones=AB · kv 1`),
  ],
  "08-too-high-a-target": [
    8,
    ({ level }) => withValues(level.lesson, { "web.target": 90, "web.max": 0, "sessions.store": "node" }),
  ],
  "09-small-survivor": [
    9,
    ({ level }) => withValues(level.lesson, { "web.count": 18, "@korea.web.count": 10 }),
  ],
  "10-no-queue": [10, ({ level }) => level.biggerBox],
  "10-queue-in-memory": [
    10,
    ({ level }) =>
      withValues(level.lesson, {
        "queue.kind": "memory",
        "queue.attempts": 0,
        "queue.dead": false,
        "workers.max": 0,
      }),
  ],
  "05-all-copies-drown": [5, () => design(`${balanced} · web 8×8 · db 4 + 1×4 zones=A · kv 1`)],
  "06-quarter-of-memory": [
    6,
    () => design(`${balanced} · web 8×8 · cache 2 ttl=1m memory=1 invalidate · db 4 + 6×4 zones=AB · kv 1`),
  ],
  "06-never-and-no-invalidation": [
    6,
    ({ level }) =>
      withValues(level.lesson, {
        "cache.ttl": Number.POSITIVE_INFINITY,
        "cache.invalidate": false,
      }),
  ],
  "07-no-fallback": [7, ({ level }) => withValues(level.lesson, { "cdn.fallback": false })],
  "08-sticky": [8, ({ level }) => withValues(level.lesson, { "lb.sticky": true, "sessions.store": "local" })],
  "09-data-stays-home": [9, ({ level }) => withValues(level.lesson, { "sync.mode": "none" })],
  "10-receipt": [10, ({ level }) => withValues(level.lesson, { "queue.ack": "receipt" })],
  "11-in-the-fog": [11, ({ level }) => level.start],
  "12-no-cure": [12, ({ level }) => withValues(level.lesson, { "shards.salt": 1, "shards.counter": false })],
};

describe("the debrief of a loss", () => {
  for (const [name, [number, built]] of Object.entries(losses))
    test(`${name} says what an expert would`, async () => {
      const lesson = lessonOf(number);
      const made = built(lesson);
      // The day that decides, as the command plays it.
      const outcome = play(lesson.level, made, decidingDay(lesson.level, made), searchRun);
      expect(outcome.passed).toBe(false);
      const text = describeOutcome(words, output, lesson, made, outcome);
      await expect(`${text}\n`).toMatchFileSnapshot(`../golden/debriefs/${name}.txt`);
    });
});

test("a modest overload that fails nearly all is explained: the work is done for clients that have gone", () => {
  const lesson = lessonOf(1);
  const lost = play(lesson.level, design("dns · box 1"), 11, searchRun);
  expect(lost.report.indicators.inVainShare).toBeGreaterThan(0.5);
  expect(describeOutcome(words, output, lesson, design("dns · box 1"), lost)).toMatch(
    /clients that had gone/,
  );
  const won = play(lesson.level, lesson.level.lesson, 11, searchRun);
  expect(won.report.indicators.inVainShare).toBeLessThan(0.5);
  expect(describeOutcome(words, output, lesson, lesson.level.lesson, won)).not.toMatch(
    /clients that had gone/,
  );
});

test("a photo that dies with its request is lost, and the slowest are never ready", () => {
  const { level } = lessonOf(10);
  const { goals } = play(level, level.start, 11, searchRun);
  const met = Object.fromEntries(goals.map(({ indicator, met: isMet }) => [indicator, isMet]));
  expect(met).toMatchObject({ lostJobs: false, photoReadyP95Sec: false });
});
