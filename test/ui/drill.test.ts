/** Drills as they are played: typed, marked by the function of the command line, explained. */
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave } from "../../src/saves/index.ts";
import { type DrillKind, drillKinds, drillsOf, rightAnswer } from "../../src/study/drills/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import type { DrillScreen } from "../../src/ui/model/study-screens.ts";
import { showMap } from "../../src/ui/model/transitions.ts";
import { initialState, isTyping, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons, words } from "../helpers/english.ts";

const noonMs = Date.UTC(2026, 10, 26, 12);
const first = lessons[0]?.level.id as string;
const save = { ...emptySave(), levels: { [first]: { ...emptyLevel(), passed: true } } };

const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: noonMs }), state);
const type = (state: State, text: string) =>
  [...text].reduce((now, char) => reduce(now, { type: "text", char, atMs: noonMs }), state);

function drillOf(state: State): DrillScreen {
  expect(state.screen.kind).toBe("drill");
  return state.screen as DrillScreen;
}

const waiting = () => {
  const map = { ...initialState(words, mapRowsOf(lessons), save, []), nowMs: noonMs };
  return press(showMap(map, "study"), "confirm", "drill");
};
const begun = () => reduce(waiting(), { type: "ladders", texts: ladders, atMs: noonMs });
/** The round at the drill of a kind. */
const at = (kind: DrillKind, state = begun()): State => {
  const screen = drillOf(state);
  return { ...state, screen: { ...screen, at: screen.drills.findIndex((each) => each.kind === kind) } };
};

function linesOf(state: State, columns = 80, rows = 24): readonly string[] {
  const frame = { columns, rows, words, theme: plainTheme, still: true, unicode: true };
  return draw({ ...state, size: { columns, rows } }, frame).lines;
}

const right = (state: State) => {
  const { drills, at } = drillOf(state);
  return press(type(state, rightAnswer(drills[at] as (typeof drills)[number])), "confirm");
};

describe("a round", () => {
  test("begins from Study, one drill of each kind, as the command line gives them for that seed", () => {
    const { drills, seed } = drillOf(begun());
    expect(drills.map(({ kind }) => kind).sort()).toEqual([...drillKinds].sort());
    expect(drills).toEqual(drillsOf(seed, drillKinds.length));
    expect(linesOf(begun())[0]).toContain(`seed ${seed}`);
  });

  test("waits with a rung's figure until the ladders are there, and the next round has them at once", () => {
    const early = at("rung", waiting());
    expect(linesOf(early).join("\n")).toContain(words.study.loading);
    expect(spokenLines(early)[0]).toBe(words.study.loading);
    expect(press(type(early, "7"), "confirm").save.drills).toEqual({});
    const there = reduce(early, { type: "ladders", texts: ladders, atMs: noonMs });
    expect(linesOf(there).join("\n")).not.toContain(words.study.loading);
    const { drills, texts } = drillOf(press({ ...there, screen: { ...drillOf(there), at: 4 } }, "confirm"));
    expect([drills.length, texts]).toEqual([drillKinds.length, ladders]);
  });

  test("leaves each mark in the save, by its kind and with its time, once", () => {
    const state = press(right(at("estimate")), "help", "back");
    expect(state.save.drills).toEqual({ estimate: [{ mark: 1, at: new Date(noonMs).toISOString() }] });
    expect(state.outbox.map(({ type }) => type)).toEqual(["drill"]);
  });

  test("of right answers is worth everything, and another one follows", () => {
    let state = begun();
    for (const _ of drillOf(state).drills) {
      expect(isTyping(state)).toBe(true);
      state = right(state);
      expect(drillOf(state).marked?.mark).toBe(1);
      expect(isTyping(state)).toBe(false);
      state = press(state, "confirm");
    }
    expect(linesOf(state).join("\n")).toContain("100 of 100 over 4 drills.");
    expect(drillOf(press(state, "confirm")).at).toBe(0);
  });

  test("marks nothing that it cannot read, and says what it wants", () => {
    const state = press(begun(), "confirm");
    expect(state.message).toBe(words.drills.unread.nothing);
    for (const kind of ["estimate", "rung"] as const)
      expect(press(type(at(kind), "many"), "confirm").message).toBe(words.drills.unread.number);
    expect(press(type(at("order"), "a b"), "confirm").message).toBe(words.drills.unread.letters);
    expect(press(type(at("flaw"), "a b"), "confirm").message).toBe(words.drills.unread.letter);
  });

  test("tells in one line of 80 cells how to answer any figure, whatever it is counted in", () => {
    for (const unit of Object.values(ladders.units))
      expect(words.drills.number({ unit, within: "1.005" }).length).toBeLessThanOrEqual(78);
  });

  test("takes no more text once an answer is marked, and never more than a line", () => {
    const marked = right(begun());
    expect(type(marked, "9").screen).toEqual(marked.screen);
    expect(drillOf(type(begun(), "부하".repeat(5_000))).typed.length).toBeLessThanOrEqual(40);
  });

  test("is left for the map at any time", () => {
    for (const state of [begun(), right(begun())]) expect(press(state, "back").screen.kind).toBe("map");
  });
});

describe.each([
  [80, 24],
  [120, 40],
] as const)("at %d×%d", (columns, rows) => {
  test("every drill and every answer has room for its question, its options and what came of it", () => {
    let state = begun();
    for (const drill of drillOf(state).drills) {
      for (const shown of [state, right(state)]) {
        const lines = linesOf(shown, columns, rows);
        expect(lines).toHaveLength(rows);
        const text = lines.join("\n");
        expect(text).toContain("> ");
        if (drill.kind === "flaw")
          for (const letter of ["a", "b", "c"])
            expect(text).toMatch(new RegExp(`${letter}  the |${letter}  one |${letter}  zone`));
      }
      expect(linesOf(right(state), columns, rows).join("\n")).toContain("100 of 100");
      state = press(right(state), "confirm");
    }
  });
});

test("a drill is told with its picture in words, and its answer", () => {
  let state = begun();
  for (const { kind } of drillOf(state).drills) {
    const told = spokenLines(state).join("\n");
    expect(told).toContain(`Drill ${drillOf(state).at + 1} of 4: ${words.drills.kinds[kind]}.`);
    if (kind === "flaw") expect(told).toMatch(/balancer/i);
    state = right(state);
    expect(spokenLines(state).join("\n")).toContain("100 of 100");
    state = press(state, "confirm");
  }
});
