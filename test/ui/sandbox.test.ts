/** The sandbox on the screen: a system is made, filled in, run and judged; what is wrong is told and nothing is lost. */
import { describe, expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import { readSystemCode, type System } from "../../src/rooms/sandbox/index.ts";
import { emptySave, type Save } from "../../src/saves/index.ts";
import { forecast } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { playedAt, visitOf } from "../../src/ui/model/sandbox.ts";
import { type SystemScreen, systemDoors } from "../../src/ui/model/sandbox-screens.ts";
import { contextOf, initialState, isTyping, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines, textOf } from "../../src/ui/speak.ts";
import { lessons, words } from "../helpers/english.ts";
import { englishIn, lessons as foreignLessons, sizes } from "../helpers/every-screen.ts";
import { words as foreign } from "../helpers/pseudo-language.ts";
import { ownSystem, sandboxSave, sandboxScreens } from "../helpers/sandbox.ts";

const { sandbox } = words;
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: 0 }), state);
const type = (state: State, char: string) => reduce(state, { type: "text", char, atMs: 0 });
/** Another text in the field that is open. */
const retype = (state: State, text: string): State => {
  let now = press(state, "skip");
  while (fieldIn(now)) now = type(now, "");
  return type(now, text);
};
const fieldIn = ({ screen }: State) => (screen.kind === "system" ? screen.field?.text : undefined);

const begin = (save: Save = emptySave()): State => ({
  ...initialState(words, mapRowsOf(lessons), save, []),
  screen: { kind: "sandbox", at: 0 },
});
const example = press(begin(), "confirm");
const at = (state: State): SystemScreen => {
  expect(state.screen.kind).toBe("system");
  return state.screen as SystemScreen;
};
const saved = (state: State, n = 0): System => state.save.systems[n]?.system as unknown as System;
/** The form's part at a row. */
const opened = (state: State, section: NonNullable<SystemScreen["open"]>["section"], row: number): State => ({
  ...state,
  screen: { ...at(state), open: { section, row } },
});

describe("the list", () => {
  test("begins with the example, which is saved under a free name and opened", () => {
    expect(at(example).name).toBe("photos");
    const again = press(example, "back", "down", "confirm");
    expect(again.save.systems.map(({ name }) => name)).toEqual(["photos", "photos (2)"]);
    expect(saved(again, 1)).toEqual({ ...saved(again), name: "photos (2)" });
  });

  test("makes a system of every level that is open, with the events in the level's words", () => {
    const levels = Object.fromEntries(
      lessons.map(({ level }) => [level.id, { passed: true, practice: false, stars: 1 }]),
    ) as unknown as Save["levels"];
    for (const [n, { level, prose }] of lessons.entries()) {
      const state = begin({ ...emptySave(), levels });
      const made = press({ ...state, screen: { kind: "sandbox", at: n + 2 } }, "confirm");
      expect(at(made).name, made.message).toBe(prose.title);
      const [event] = level.scenario.events;
      const own = visitOf(made, prose.title);
      if (event) expect(saved(made).scenario.events[0]?.label).toBe(prose.events[event.label]);
      expect(own?.lesson.level.scenario).toMatchObject({ ticks: level.scenario.ticks });
      expect(own?.lesson.level.goals).toEqual(level.goals);
    }
  });

  test("names, copies and removes a system of one's own, and takes the removal back", () => {
    const list = press(example, "back");
    const typing = press(list, "rename");
    expect([contextOf(typing), isTyping(typing)]).toEqual(["filling", true]);
    const renamed = press(type(typing, "!"), "confirm");
    expect(renamed.save.systems[0]?.name).toBe("photos!");
    const copied = press(renamed, "copy");
    expect(copied.save.systems.map(({ name }) => name)).toEqual(["photos!", "photos! (2)"]);
    const removed = press(copied, "drop");
    expect(removed.save.systems).toHaveLength(1);
    expect(removed.message).toBe(sandbox.removed("photos! (2)"));
    expect(press(removed, "undo").save.systems.map(({ name }) => name)).toEqual(["photos!", "photos! (2)"]);
    const taken = press(type(press(removed, "undo", "rename"), ""), "confirm");
    expect(taken.save.systems[1]?.name).toBe("photos! (2");
    expect(press(begin(), "drop").message).toBe(sandbox.onlyMine);
  });

  test("reads a code that was pasted, and says what is wrong with one", () => {
    const code = at(press(example, "share")).code ?? "";
    expect(readSystemCode(code)).toMatchObject({ system: saved(example) });
    const field = press(begin(), "down", "confirm");
    expect(press(type(field, code.slice(0, -9)), "confirm").message).toBe(sandbox.codeProblem("form"));
    expect(press(type(field, code.slice(0, 9) + code.slice(10)), "confirm").message).toBe(
      sandbox.codeProblem("changed"),
    );
    expect(saved(press(type(field, code), "confirm"))).toEqual(saved(example));
  });

  test("says why a system cannot be read, and keeps it", () => {
    const broken = press({ ...begin(sandboxSave), screen: { kind: "sandbox", at: 2 } }, "confirm");
    expect(broken.message).toContain("design is 7: give a design in one line");
    expect(broken.save.systems).toHaveLength(3);
  });
});

describe("the form", () => {
  test("has prices, which move the bill, and are the list's where nothing stands", () => {
    const door = systemDoors.indexOf("prices");
    const billOf = (state: State) => {
      const { lesson, sitting } = visitOf(state, "photos")!;
      return forecast(sitting.design, lesson.level.scenario).perMonth;
    };
    const shown = (state: State) => spokenLines({ ...state, screen: { ...at(state), at: door } }).join("\n");
    expect(shown(example)).toContain(sandbox.listPrices);
    const moved = press(retype(press(opened(example, "prices", 0), "confirm"), "1.25"), "confirm");
    expect(saved(moved).scenario.prices).toEqual({ boxes: 1.25 });
    expect(shown(press(moved, "back"))).toContain(`boxes ${sandbox.timesListed(1.25)}`);
    // Three web boxes and two balancers.
    expect(billOf(moved)).toBeCloseTo(billOf(example) + 0.25 * (3 * 280 + 2 * 140), 6);
    const cleared = press(retype(press(moved, "confirm"), ""), "confirm");
    expect(billOf(cleared)).toBe(billOf(example));
    expect(shown(press(cleared, "back"))).toContain(sandbox.listPrices);
    const wrong = press(retype(press(moved, "confirm"), "-1"), "confirm");
    expect(wrong.message).toContain("scenario.prices.boxes is -1");
    expect(saved(wrong).scenario.prices).toEqual({ boxes: 1.25 });
  });

  test("keeps what is right, and undoes it", () => {
    const typed = retype(press(opened(example, "traffic", 1), "confirm"), "0:300 100:1,900");
    const kept = press(typed, "confirm");
    expect(saved(kept).scenario.streams[0]?.curve).toEqual([
      [0, 300],
      [100, 1_900],
    ]);
    expect(saved(press(kept, "undo"))).toEqual(saved(example));
    expect(saved(press(kept, "undo", "redo"))).toEqual(saved(kept));
  });

  test.each([
    ["traffic", 1, "0:-9", "scenario.streams[0].curve[0][1] is -9: give a number from 0 to 1000000000"],
    ["traffic", 1, "1e9", undefined],
    ["traffic", 1, "2e9", "scenario.streams[0].curve[0][1] is 2000000000: give a number"],
    ["traffic", 2, "us 0.5", "sums to 0.5: shares of all users sum to 1"],
    ["traffic", 2, "us 50% korea 50%", undefined],
    ["traffic", 2, "mars", "regions.mars is unknown"],
    ["events", 1, "600", "scenario.events[0].atSec is 600: the run ends at 600 s"],
    ["events", 1, "-1", "scenario.events[0].atSec is -1: give a number from 0"],
    ["events", 2, "200", "untilSec is 200: give a time after atSec (300)"],
    ["events", 2, "", undefined],
    ["goals", 2, "lots", 'goals[0].atLeast is "lots": give a number'],
    ["goals", 10, "", undefined],
    ["time", 0, "1.5", "scenario.ticks is 1.5: give a whole number from 1 to 100000"],
    ["data", 0, "2,000", undefined],
  ] as const)("answers in %s, row %i, to %j", (section, row, text, answer) => {
    const before = press(opened(example, section, row), "confirm");
    const after = press(retype(before, text), "confirm");
    if (answer === undefined) {
      expect(after.message).toBeUndefined();
      expect(fieldIn(after)).toBeUndefined();
    } else {
      expect(after.message).toContain(answer);
      // Nothing is lost: neither what was typed nor the system.
      expect(fieldIn(after)).toBe(text);
      expect(saved(after)).toEqual(saved(example));
      expect(draw(after, frame).lines.join(" ").replace(/\s+/g, " ")).toContain(answer);
      expect(saved(press(after, "back"))).toEqual(saved(example));
    }
  });

  test("goes through every kind of event, and each is one that can be run", () => {
    let state = opened(example, "events", 0);
    const seen = new Set<string>();
    for (let n = 0; n < 20; n++) state = press(state, "left");
    for (let n = 0; n < 20; n++) {
      seen.add(String(saved(state).scenario.events[0]?.what));
      state = press(state, "right");
    }
    expect(seen.size).toBe(20);
  });

  test("adds traffic, events and goals, and removes them", () => {
    for (const [section, list] of [
      ["traffic", "streams"],
      ["events", "events"],
    ] as const) {
      const count = saved(example).scenario[list].length;
      const last = { traffic: 8, events: 13 }[section];
      const added = press(opened(example, section, last), "confirm");
      expect(saved(added).scenario[list]).toHaveLength(count + 1);
      expect(saved(press(opened(added, section, 0), "drop")).scenario[list]).toHaveLength(count);
    }
    const more = press(opened(example, "goals", 9), "confirm");
    expect(saved(more).goals).toHaveLength(4);
    expect(press(opened(example, "data", 0), "drop").message).toBe(sandbox.nothingToDrop);
  });

  test("takes the design as a line, drawn while it is typed, and says what is wrong with it", () => {
    const line = press(example, "down", "confirm");
    const wrong = press(retype(line, "dns · cahce 3"), "confirm");
    expect(wrong.message).toContain('did you mean "dns · cache 3"?');
    expect(fieldIn(wrong)).toBe("dns · cahce 3");
    expect(draw(retype(line, "dns · box 2"), frame).lines.join("\n")).toContain("box");
    expect(saved(press(retype(line, "dns · box 2"), "confirm")).design).toBe("dns · box 2");
  });
});

const frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true } as const;

describe("a stay at a system", () => {
  const board = press(example, "confirm");
  const shopOf = ({ screen }: State) =>
    screen.kind === "board" ? screen.visit.lesson.level.shop.map(({ id }) => id) : [];

  test("sells every part, and the settings of those that are there", () => {
    expect(shopOf(board)).toContain("cache.ttl");
    expect(shopOf(board)).toContain("shards.count");
    expect(shopOf(board)).not.toContain("shards.key");
    const focus = shopOf(board).indexOf("shards.count");
    if (board.screen.kind !== "board") throw new Error("no board");
    const on: State = { ...board, screen: { ...board.screen, visit: { ...board.screen.visit, focus } } };
    const bought = press(on, "right");
    expect(shopOf(bought)).toContain("shards.key");
    expect(saved(bought).design).toContain("shards 1");
    expect(shopOf(press(bought, "undo"))).not.toContain("shards.key");
  });

  test("offers no handful of what is counted in hundreds, and all of what is counted in few", () => {
    if (board.screen.kind !== "board") throw new Error("no board");
    const { shop } = board.screen.visit.lesson.level;
    const labels = (id: string) => shop.find((offer) => offer.id === id)?.choices.map(({ label }) => label);
    expect(labels("web.pool")?.slice(0, 3)).toEqual(["0", "10", "12"]);
    expect(labels("web.count")?.slice(0, 3)).toEqual(["0", "1", "2"]);
    expect(labels("lb.misses")).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("is run with the changes near its design, laid out once for as long as that stands", () => {
    const played = ({ screen }: State) => {
      if (screen.kind !== "board") throw new Error("no board");
      return playedAt(screen.visit);
    };
    expect(played(press(board, "down"))).toBe(played(board));
    const atCopies = (state: State) =>
      played(state)
        .shop.find(({ id }) => id === "db.replicas")
        ?.choices.map(({ label }) => label);
    const focus = shopOf(board).indexOf("db.replicas");
    if (board.screen.kind !== "board") throw new Error("no board");
    const on: State = { ...board, screen: { ...board.screen, visit: { ...board.screen.visit, focus } } };
    const bought = press(on, "right");
    expect(atCopies(bought)).not.toEqual(atCopies(board));
    expect(atCopies(press(bought, "undo"))).toEqual(atCopies(board));
  });

  test("says that the way back is to the form", () => {
    expect(draw(board, frame).lines.at(-1)).not.toContain("map");
    expect(
      draw({ ...board, size: { columns: 120, rows: 40 } }, { ...frame, columns: 120, rows: 40 }).lines.at(-1),
    ).toContain("esc back");
  });

  test("has nothing of a level's, and leads back to the form", () => {
    for (const command of ["hint", "why", "brief", "designs", "ask"] as const)
      expect(press(board, command).message).toBe(sandbox.notHere);
    const { lines } = draw(board, frame);
    expect(lines.join("\n")).not.toMatch(/Infinity|NaN|☆/);
    expect(spokenLines(board).join("\n")).not.toMatch(/Infinity|NaN/);
    expect(at(press(board, "back")).name).toBe("photos");
  });

  test("is run from the form, and leaves nothing among the levels", () => {
    const running = press(opened(example, "traffic", 0), "run");
    expect(running.screen.kind).toBe("run");
    expect(press(running, "back").screen.kind).toBe("board");
    expect(running.save.levels).toEqual({});
    const poor = { ...ownSystem, budget: 10 };
    const save = { ...emptySave(), systems: [{ name: "1", system: poor, madeMs: 1, atMs: 1 }] };
    expect(press(press(begin(save), "confirm"), "run").message).toMatch(/over the budget of \$10/);
  });
});

test("is drawn and spoken in any language, at any size", () => {
  const state = { ...initialState(foreign, mapRowsOf(foreignLessons), sandboxSave, []), words: foreign };
  const plain = new Set<string>();
  for (const screen of sandboxScreens)
    for (const size of sizes) {
      const now: State = { ...state, screen, size };
      const { lines } = draw(now, { ...frame, ...size, words: foreign });
      expect(lines).toHaveLength(size.rows);
      for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(size.columns);
      if ("code" in screen) continue;
      for (const line of [...lines, ...spokenLines(now), ...textOf(now)])
        for (const word of englishIn(line)) plain.add(`${word}: ${line}`);
    }
  expect([...plain]).toEqual([]);
});
