/** A lab keeps the runs of a stay side by side. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { width } from "../../src/present/cells.ts";
import { emptySave } from "../../src/saves/index.ts";
import type { Design } from "../../src/sim/index.ts";
import { withValues } from "../../src/sim/index.ts";
import { drawRuns, spokenRuns } from "../../src/ui/frame/kept-runs.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { judged } from "../../src/ui/model/results.ts";
import type { Screen, Visit } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf } from "../../src/ui/reduce.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { drawnAt, playedOf, visitOf } from "../helpers/screens.ts";

const lab = findLesson("12.5") as Lesson;
const { start } = lab.level;
const frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };

/** The stay after these designs were run, one after the other. */
function stayOf(lesson: Lesson, designs: readonly Design[]): Visit {
  let visit = visitOf(lesson, lesson.level.start);
  for (const built of designs) {
    const { verdict, ...played } = playedOf(lesson, built);
    const run = visit.runs + 1;
    const moment = { kind: "run", at: 0, playing: false, speed: 1, beats: 0, progress: 0 } as const;
    const screen = { ...moment, visit: { ...visit, runs: run }, played } as Screen;
    const state = { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen };
    const told = judged(state, { type: "judged", run, verdict } as Parameters<typeof judged>[1]);
    visit = (told.screen as Extract<Screen, { kind: "run" }>).visit;
  }
  return visit;
}

describe("the lab", () => {
  const local = withValues(start, { "web.local": 2 });
  const stream = withValues(local, { "shards.likes": "stream" });
  const visit = stayOf(lab, [start, local, stream]);
  const lines = drawRuns(visit, 78, frame);
  const row = (name: RegExp) => lines.find((line) => name.test(line)) ?? "";

  test("has a column for each run: what was bought for it, its goals met or missed, its busiest shard, its bill", () => {
    expect(row(/^ +1 +2 +3/)).not.toBe("");
    expect(row(/^Likes/)).toMatch(/rows +rows +stream/);
    expect(row(/^Local/)).toMatch(/0s +2s +2s/);
    expect(row(/^availability/)).toMatch(/✗.*✗.*✓/);
    expect(row(/^hot shard busy/)).toMatch(/%.*%.*%/);
    expect(row(/^bill/)).toMatch(/\$30,216 ✓ +\$30,216 ✓ +\$30,636 ✓/);
  });

  test.each([
    [80, 24],
    [120, 40],
  ])("shows five runs whole on the board at %i×%i, with no figure cut", (columns, rows) => {
    const five = { ...visit, kept: [...visit.kept!, ...visit.kept!].slice(0, 5) };
    const screen = { kind: "board", visit: five, panel: { kind: "runs" } } as const;
    const drawn = drawnAt(screen, { columns, rows });
    expect(drawn.filter((line) => line.includes("…"))).toEqual([]);
    expect(drawn.some((line) => /^ +1 +2 +3 +4 +5\b/.test(line))).toBe(true);
  });

  test("leaves out what was never bought", () => {
    expect(row(/^Salt/)).toBe("");
  });

  test("says the same in words, a run a line", () => {
    const spoken = spokenRuns(words, visit);
    expect(spoken).toHaveLength(4);
    expect(spoken[3]).toMatch(/^Run 3: .*Likes stream; .*availability .*, met; /);
  });

  test("keeps the latest five, and shows as many as there is room for", () => {
    const six = stayOf(lab, [start, start, start, start, start, stream]);
    expect(six.kept).toHaveLength(5);
    const wide = drawRuns(six, 78, frame);
    expect(wide.find((line) => line.startsWith("Likes"))).toMatch(/rows +rows +rows +rows +stream/);
    const narrow = drawRuns(six, 45, frame);
    expect(narrow.find((line) => line.startsWith("Likes"))).toMatch(/rows +stream/);
    for (const [drawn, cells] of [
      [wide, 78],
      [narrow, 45],
    ] as const)
      expect(Math.max(...drawn.map(width))).toBeLessThanOrEqual(cells);
  });
});

test("a level that is no lab shows its last two runs", () => {
  const first = findLesson("1") as Lesson;
  const visit = stayOf(first, [first.level.start, first.level.lesson]);
  expect(visit.kept).toBeUndefined();
  expect(drawRuns(visit, 78, frame).join("\n")).toContain(words.board.twoRuns);
});
