/** The log of a run: what has room in it, and what a dark site has to tell. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { type LogLine, logOf, newestFitting } from "../../src/present/log.ts";
import { findLesson, words } from "../helpers/english.ts";
import { recordingOf } from "../helpers/recorded.ts";

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

test("of a site that is dark no part is told to be down or empty, and that it is dark is told", () => {
  const lesson = findLesson("9") as Lesson;
  const recording = recordingOf(lesson.level, lesson.level.lesson, 11);
  const outage = recording.outcome.report.causes.find(
    (cause) => cause.what === "event" && cause.event === "region-outage" && cause.absent === undefined,
  );
  const told = logOf(words, lesson, recording).filter(({ tick }) => tick === outage?.tick);
  const texts = told.map(({ text }) => text);
  expect(told.some(({ kind, text }) => kind === "event" && /region/.test(text))).toBe(true);
  expect(texts.filter((text) => /(primary|replicas).* down$|cache.* lost \d/.test(text))).toEqual([]);
});
