/** Levels that begin with the player's own system, in the player's commands. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, type LevelProgress, type Save } from "../../src/saves/shape.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { designEntries } from "../../src/ui/model/designs.ts";
import { withChange } from "../../src/ui/model/save-changes.ts";
import {
  type Action,
  initialState,
  mapRowsOf,
  reduce as reduceTimed,
  type Screen,
  type State,
} from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";

const [first, second] = lessons as [Lesson, Lesson];
const atMs = Date.UTC(2026, 10, 25, 12);
const reduce = (state: State, action: Action) => reduceTimed(state, { ...action, atMs });
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command }), state);

/** A player who has passed the first level so. */
function saveWith(reached: Partial<LevelProgress>): Save {
  const level = { ...emptyLevel(), passed: true, stars: 1 as const, ...reached };
  return { ...emptySave(), levels: { [first.level.id]: level } };
}

/** On the second level's briefing. */
function begin(save: Save): State {
  const base = initialState(words, mapRowsOf(lessons), save, []);
  return press({ ...base, screen: { kind: "map", at: 1 } }, "confirm");
}

function visitOf({ screen }: State) {
  return (screen as Extract<Screen, { kind: "board" | "briefing" }>).visit;
}
const boardOf = (state: State) => formatDesign(visitOf(state).sitting.design);
const carried = (state: State, unfair?: "passes" | "over-budget") =>
  reduce(state, { type: "carried", level: second.level.id, unfair });

const own = saveWith({ lastPassed: "dns · box 4" });

describe("a level's first briefing", () => {
  test("has the player's own last design tried, and puts it on the board once it is known to fail", () => {
    const reading = begin(own);
    expect(jobOf(reading)?.id).toBe(`${second.level.id}|carry`);
    const known = carried(reading);
    expect(jobOf(known)).toBeUndefined();
    const board = press(known, "confirm");
    expect(boardOf(board)).toBe("dns · box 4");
    expect(spokenLines(board)).toContain(words.board.carry.whole);
  });

  test("says so when the own design would pass or costs too much, and the level's own start stands", () => {
    for (const why of ["passes", "over-budget"] as const) {
      const board = press(carried(begin(own), why), "confirm");
      expect(boardOf(board)).toBe(formatDesign(second.level.start));
      const said = why === "passes" ? words.board.carry.passes : words.board.carry.overBudget;
      expect(spokenLines(board)).toContain(said);
    }
  });

  test("leaves alone whoever has begun meanwhile", () => {
    const changed = press(begin(own), "confirm", "right");
    expect(boardOf(carried(changed))).toBe(boardOf(changed));
    expect(jobOf(carried(changed))).toBeUndefined();
  });

  test("knows of saves from before only the cheapest design that passed, and begins with that", () => {
    expect(boardOf(carried(begin(saveWith({ bestDesign: "dns · box 8" }))))).toBe("dns · box 8");
  });

  test("of somebody who has passed by the solution alone begins as the level does", () => {
    expect(jobOf(begin(saveWith({ passed: false, practice: true })))).toBeUndefined();
  });

  test("survives a design that cannot be read", () => {
    const state = begin(saveWith({ lastPassed: "db 4 · nonsense" }));
    expect(jobOf(state)).toBeUndefined();
    expect(boardOf(state)).toBe(formatDesign(second.level.start));
  });
});

test("the level's own start is one key away, and undo brings one's own back", () => {
  const board = press(carried(begin(own)), "confirm");
  const over = press(board, "reset");
  expect(boardOf(over)).toBe(formatDesign(second.level.start));
  expect(boardOf(press(over, "undo"))).toBe("dns · box 4");
});

test("what a level was begun with is saved, and stands there again another day", () => {
  const known = carried(begin(own));
  const save = known.outbox.reduce(withChange, own);
  expect(save.levels[second.level.id]?.startDesign).toBe("dns · box 4");
  const again = begin(save);
  expect(jobOf(again)).toBeUndefined();
  expect(boardOf(again)).toBe("dns · box 4");
});

test("a level that was begun goes on as it was left", () => {
  const left = { ...emptyLevel(), lastDesign: "dns · web 1×4 · db 2" };
  const save = { ...own, levels: { ...own.levels, [second.level.id]: left } };
  const base = initialState(words, mapRowsOf(lessons), save, []);
  const board = press({ ...base, screen: { kind: "map", at: 1 } }, "confirm");
  expect(boardOf(board)).toBe("dns · web 1×4 · db 2");
  expect(jobOf(board)).toBeUndefined();
});

test("the list of designs offers one's own as this shop allows it", () => {
  const board = press(carried(begin(own), "passes"), "confirm");
  const entry = designEntries(board, visitOf(board)).find(({ kind }) => kind === "before");
  expect(entry?.notation).toBe("dns · box 4");
});

test("the design of the latest pass is what later levels begin with; a practice pass is not", () => {
  const run = {
    type: "run",
    level: first.level.id,
    passed: true,
    stars: 1,
    costPerMonth: 80,
    attempt: true,
  } as const;
  const passed = withChange(emptySave(), { ...run, line: "dns · box 8", practice: false, atMs });
  const later = withChange(passed, { ...run, line: "dns · box 2", practice: true, atMs });
  const missed = withChange(later, {
    ...run,
    passed: false,
    stars: 0,
    line: "dns · box 1",
    practice: false,
    atMs,
  });
  expect(missed.levels[first.level.id]?.lastPassed).toBe("dns · box 8");
});

test("the finale begins with what was built for it on the way", () => {
  const finale = findLesson("13") as Lesson;
  const save: Save = {
    ...emptySave(),
    levels: Object.fromEntries(
      lessons
        .filter((lesson) => lesson !== finale)
        .map(({ level }) => [
          level.id,
          { ...emptyLevel(), passed: true, stars: 1 as const, lastPassed: formatDesign(level.lesson) },
        ]),
    ),
  };
  const base = initialState(words, mapRowsOf(lessons), save, []);
  const state = press({ ...base, screen: { kind: "map", at: lessons.indexOf(finale) } }, "confirm");
  const known = reduce(state, { type: "carried", level: finale.level.id, unfair: undefined });
  const { cdn, tools } = visitOf(known).sitting.design;
  expect([cdn.assets, cdn.versioned, tools.logs, tools.business]).toEqual(["static", true, "sampled", true]);
});
