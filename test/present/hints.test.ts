/** The first hint speaks of the player's own design, as its run has shown it. */
import { describe, expect, test } from "vitest";
import type { Played } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { hintsMax, hintsOf } from "../../src/present/hints.ts";
import { type Design, design } from "../../src/sim/index.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { decidingRecordingOf } from "../helpers/recorded.ts";

const lessonOf = (number: number) => findLesson(String(number)) as Lesson;
const played = (lesson: Lesson, built: Design): Played => ({
  design: built,
  recording: decidingRecordingOf(lesson.level, built),
  stars: 0,
  practice: false,
});
const first = (number: number, line: string) => {
  const lesson = lessonOf(number);
  return hintsOf(words, lesson, played(lesson, design(line)))[0] ?? "";
};

describe("the first hint", () => {
  test("names what gives way first in the last run, with its figures", () => {
    expect(first(1, "dns · box 1")).toBe(
      "Your last run gives way first at t=300: the box is asked for 1.35 times what it can do, until t=390: 600 requests/s, not 445.",
    );
    const balancer = "dns · lb 2 interval=10s retry";
    expect(first(5, `${balancer} · web 8×8 · db 4 + 3×4 zones=AB · kv 1`)).toMatch(
      /the replicas are asked for [\d.]+ times/,
    );
    // What the flood takes is nobody's mistake; what was lost with it is.
    expect(first(5, `${balancer} · web 8×8 · db 16 · kv 1`)).toMatch(
      /^Of your last run: 817,600 writes were lost;/,
    );
    expect(first(5, `${balancer} · web 8×8 · db 4 + 1×4 zones=B · kv 1`)).toMatch(
      /the replicas are asked for [\d.]+ times/,
    );
  });

  test("names what gives way although something was lost for good, unless an event took that along", () => {
    const lesson = lessonOf(1);
    const { recording, ...rest } = played(lesson, design("dns · box 1"));
    const { outcome } = recording;
    const lost = { indicator: "lostWrites", bound: "atMost", target: 0, value: 7, met: false } as const;
    const { report } = outcome;
    const causes = report.causes.map((cause) =>
      cause.what === "saturated" ? ({ ...cause, what: "down" } as unknown as typeof cause) : cause,
    );
    const hintOf = (of: typeof report) =>
      hintsOf(
        words,
        {
          ...lesson,
          level: { ...lesson.level, goals: [...lesson.level.goals, { indicator: "lostWrites", atMost: 0 }] },
        },
        {
          ...rest,
          recording: {
            ...recording,
            outcome: {
              ...outcome,
              goals: [...outcome.goals, lost],
              report: { ...of, indicators: { ...of.indicators, lostWrites: 7 } },
            },
          },
        },
      )[0];
    expect(hintOf(report)).toMatch(/^Your last run gives way first at t=300/);
    expect(hintOf({ ...report, causes })).toMatch(/^Of your last run: 7 writes were lost/);
  });

  test("tells what is missed where nothing gives way", () => {
    const line =
      "dns · lb 2 interval=10s retry · web 20×8 · cache 4 invalidate zones=2 · db 4 + 6×4 zones=AB · kv 1";
    expect(first(7, line)).toMatch(/^Of your last run: A page \(p95\) takes .* in Asia\.$/);
  });

  test("of a run that keeps every promise says what is nearest to its limit", () => {
    expect(first(1, "dns · box 2")).toMatch(
      /keeps every promise; nearest to its limit: p95 \d+ ms, goal ≤ 60 ms/,
    );
  });

  test("asks for a run where there was none: it knows no answer before the question is asked", () => {
    for (const lesson of lessons) {
      const [hint] = hintsOf(words, lesson, undefined);
      expect(hint).toBe(words.board.hint.runFirst);
    }
  });

  test.each(lessons)(
    "speaks of the start of level $level.number, and two hints of the level follow",
    (lesson) => {
      const hints = hintsOf(words, lesson, played(lesson, lesson.level.start));
      expect(hints).toHaveLength(hintsMax);
      expect(hints[0]).toMatch(/your last run/i);
      expect(hints[0]).not.toMatch(/undefined|NaN|Infinity/);
      expect(hints.slice(1)).toEqual(lesson.prose.hints);
    },
  );
});
