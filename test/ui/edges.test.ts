/** The smallest and the largest of what can be built, on the smallest screen, at rest and at work. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { width } from "../../src/present/cells.ts";
import { emptySave } from "../../src/saves/index.ts";
import { design } from "../../src/sim/index.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { cutParts, drawnAt, playedOf, runAt, visitOf } from "../helpers/screens.ts";

const small = { columns: 80, rows: 24 } as const;
const twoSites =
  "dns geo · sync async · lb 2 · web 48×8 · sessions pair · cache 4 · shards 16×8 replicas=1 · queue durable · workers 6×8" +
  " · @korea · lb 2 · web 48×8 · sessions pair · cache 4 · shards 16×8 replicas=1 · queue durable · workers 6×8";

const built = [
  { name: "no box at all", level: "1", line: "dns", parts: ["dns", "empty rack"] },
  { name: "nothing at all", level: "1", line: "empty", parts: ["no name yet", "empty rack"] },
  { name: "one box", level: "1", line: "dns · box 1", parts: ["dns", "the box"] },
  {
    name: "48 boxes",
    level: "4",
    line: "dns · lb 2 · web 48×8 · db 8",
    parts: ["balancer", "web", "primary"],
  },
  {
    name: "16 shards with copies in two sites",
    level: "13",
    line: twoSites,
    parts: ["us", "korea", "shards", "workers"],
  },
] as const;

describe.each(built)("$name", ({ level, line, parts }) => {
  const lesson = findLesson(level) as Lesson;
  const made = design(line);
  const played = playedOf(lesson, made);
  const board = { kind: "board", visit: visitOf(lesson, made) } as const;

  test("has its picture on the board and in the run, whole and in its room", () => {
    for (const screen of [board, ...[0, 0.3, 0.6, 0.999].map((share) => runAt(lesson, played, share))]) {
      const lines = drawnAt(screen, small);
      expect(lines).toHaveLength(small.rows);
      for (const each of lines) expect(width(each), each).toBeLessThanOrEqual(small.columns);
      expect(cutParts(lines, lesson)).toEqual([]);
      const text = lines.join("\n");
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      for (const part of parts) expect(text, `${screen.kind}: ${part}\n${text}`).toContain(part);
    }
  });

  test("is told aloud", () => {
    const state = {
      ...initialState(words, mapRowsOf(lessons), emptySave(), []),
      screen: runAt(lesson, played, 0.6),
      size: small,
    };
    const told = spokenLines(state).join("\n");
    expect(told).not.toMatch(/NaN|Infinity|undefined/);
    expect(told.length).toBeGreaterThan(100);
  });
});

test("a run in which nobody is answered has no times, and says so without a figure", () => {
  const lesson = findLesson("1") as Lesson;
  const played = playedOf(lesson, design("box 2"));
  const text = drawnAt(runAt(lesson, played, 0.5), small).join("\n");
  expect(text).toMatch(/✗ p95 none/);
  expect(text).toMatch(/availability 0 %/);
  expect(text).not.toMatch(/NaN|Infinity/);
});

test("a terminal that shrinks in the middle of an outage stops the run; back in its size nothing was missed", () => {
  const lesson = findLesson("9") as Lesson;
  const played = playedOf(lesson, lesson.level.start);
  const running = { ...runAt(lesson, played, 0.55), playing: true } as State["screen"];
  const state = { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen: running, size: small };
  const at = (each: State) => (each.screen.kind === "run" ? Math.floor(each.screen.at) : -1);
  const hidden = reduce(state, { type: "resized", columns: 40, rows: 10, isHidden: true, atMs: 0 });
  const later = reduce(hidden, { type: "tick", beats: 200, atMs: 0 });
  const back = reduce(later, { type: "resized", ...small, atMs: 0 });
  expect(at(back)).toBe(at(state));
  expect(back.message).toBe(words.run.pausedTooSmall);
  const on = reduce(back, { type: "command", command: "pause", atMs: 0 });
  expect(at(reduce(on, { type: "tick", beats: 40, atMs: 0 }))).toBeGreaterThan(at(state));
});
