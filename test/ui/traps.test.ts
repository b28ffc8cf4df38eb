/** After a pass: the level's wrong answers, to be tried, in the player's commands. */
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { trapsOf } from "../../src/present/traps.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/shape.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { offered } from "../../src/ui/model/offered.ts";
import { showDebrief } from "../../src/ui/model/transitions.ts";
import { initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { debriefFor } from "../../src/ui/screens/debrief/layout.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { drawnAt, playedOf, visitOf } from "../helpers/screens.ts";

const lesson = findLesson("1") as Lesson;
const { level, prose } = lesson;
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: 0 }), state);

const passed: Save = {
  ...emptySave(),
  levels: { [level.id]: { ...emptyLevel(), passed: true, stars: 1, lastDesign: "dns · box 2" } },
};
const winning = playedOf(lesson, level.lesson);

function debriefed(save: Save, played = winning): State {
  const base = initialState(words, mapRowsOf(lessons), save, []);
  return showDebrief(base, visitOf(lesson, played.design), played);
}

function screenOf<K extends Screen["kind"]>({ screen }: State, kind: K): Extract<Screen, { kind: K }> {
  expect(screen.kind).toBe(kind);
  return screen as Extract<Screen, { kind: K }>;
}

const keysOf = (state: State) => offered(state, { unicode: true }).flatMap(({ commands }) => commands);

describe("the traps", () => {
  test("open once the level is passed, and not before", () => {
    const early = debriefed(emptySave(), playedOf(lesson, level.start));
    expect(keysOf(early)).not.toContain("traps");
    expect(press(early, "traps").message).toBe(words.traps.early);
    expect(keysOf(debriefed(passed))).toContain("traps");
  });

  test("are the level's wrong answers, each once; why they fail is not told", () => {
    const open = press(debriefed(passed), "traps");
    const { lines } = { lines: drawnAt(open.screen, { columns: 80, rows: 24 }, passed) };
    for (const { title, why } of Object.values(prose.wrongAnswers)) {
      expect(lines.join("\n")).toContain(title);
      expect(lines.join(" ")).not.toContain(why.slice(0, 30));
    }
  });

  test("tell why on request, and from then on", () => {
    const asked = press(debriefed(passed), "traps", "answer");
    const [first] = trapsOf(lesson, []);
    expect(spokenLines(asked)).toContain(first?.why);
    expect(asked.save.levels[level.id]?.trapsSeen).toEqual([first?.letter]);
    expect(keysOf(asked)).not.toContain("answer");
  });

  test("go onto the board; undo brings the player's own back, and the save keeps it", () => {
    const tried = press(debriefed(passed), "traps", "confirm");
    const { visit } = screenOf(tried, "board");
    const [first] = trapsOf(lesson, []);
    expect(formatDesign(visit.sitting.design)).toBe(formatDesign(first!.design!));
    expect(tried.save.levels[level.id]?.lastDesign).toBe("dns · box 2");
    const back = screenOf(press(tried, "undo"), "board");
    expect(formatDesign(back.visit.sitting.design)).toBe(formatDesign(level.lesson));
  });

  test("that no shop sells yet are told why at once", () => {
    const at = trapsOf(lesson, []).findIndex(({ design }) => !design);
    expect(at).toBeGreaterThan(0);
    const downs = Array.from({ length: at }, (): Command => "down");
    const told = press(debriefed(passed), "traps", ...downs, "confirm");
    expect(told.message).toBe(words.traps.notSold);
    expect(spokenLines(told)).toContain(trapsOf(lesson, [])[at]?.why);
  });

  test("that were run tell why in their debrief, and are known from then on", () => {
    const trap = trapsOf(lesson, []).find(({ design }) => design);
    const ran = debriefed(passed, playedOf(lesson, trap!.design!));
    const debrief = debriefFor(words, screenOf(ran, "debrief"));
    expect(debrief.ideas.join(" ")).toContain(trap!.why);
    expect(ran.save.levels[level.id]?.trapsSeen).toEqual([trap!.letter]);
  });

  test("of a level that is not passed are told by nothing but what undoing them does", () => {
    const trap = trapsOf(lesson, []).find(({ design }) => design);
    const ran = debriefed(emptySave(), playedOf(lesson, trap!.design!));
    expect(debriefFor(words, screenOf(ran, "debrief")).ideas).toEqual([]);
  });
});

describe("a level without wrong answers", () => {
  const finale = lessons.at(-1)!;
  const last: Lesson = { ...finale, level: { ...finale.level, wrongAnswers: [] } };
  const all = [...lessons.slice(0, -1), last];
  const save: Save = {
    ...emptySave(),
    levels: { [last.level.id]: { ...emptyLevel(), passed: true, stars: 1 } },
  };
  // A short day of another level says enough for the keys beside it.
  const played = { ...winning, stars: 1 as const };
  const base = initialState(words, mapRowsOf(all), save, []);
  const state = showDebrief(base, visitOf(last, last.level.lesson), played);

  test("offers no traps, opens none, and says so", () => {
    expect(keysOf(state)).not.toContain("traps");
    const tried = press(state, "traps");
    expect(tried.screen).toEqual(state.screen);
    expect(tried.message).toBe(words.traps.none);
  });

  test("and the last one leads to the last page, to no next level", () => {
    const size = { columns: 120, rows: 60 };
    const text = draw(
      { ...state, size },
      { ...size, words, theme: plainTheme, still: true, unicode: true },
    ).lines.join("\n");
    expect(text).toContain("n the last page");
    expect(text).not.toContain("next level");
  });
});

test.each(lessons)(
  "every wrong answer of level $level.number is a trap with a title and a reason",
  (each) => {
    const letters = new Set(each.level.wrongAnswers.map(({ letter }) => letter));
    const traps = trapsOf(each, []);
    expect(new Set(traps.map(({ letter }) => letter))).toEqual(letters);
    for (const { title, why } of traps) expect([title, why]).not.toContain("");
  },
);
