/** The labs on the screen: nothing is shown before it was foretold, every trial is kept, and the command line has the same. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type Bench,
  type BenchTrial,
  benches,
  benchNamed,
  changeOf,
  startOf,
  type Turned,
} from "../../src/labs/index.ts";
import { labReport, sameTrial } from "../../src/present/labs.ts";
import { emptySave, type Save } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import type { BenchScreen } from "../../src/ui/model/lab-screens.ts";
import { benchWork } from "../../src/ui/model/labs.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { play, playJson } from "../helpers/command-line.ts";
import { lessons, words } from "../helpers/english.ts";
import { startGame } from "../helpers/game.ts";
import { benchScreens } from "../helpers/labs.ts";
import { cutForNothing, cutParts } from "../helpers/screens.ts";

const labs = words.labScreens;
const noonMs = Date.UTC(2026, 10, 26, 12);
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: noonMs }), state);

const at = (bench: Bench, save: Save = emptySave()): State =>
  press(
    {
      ...initialState(words, mapRowsOf(lessons), save, []),
      screen: { kind: "labs", at: benches.indexOf(bench) },
    },
    "confirm",
  );
const on = (state: State): BenchScreen => {
  expect(state.screen.kind).toBe("bench");
  return state.screen as BenchScreen;
};

/** A trial that comes out as it is said to. */
function comes(state: State, measured: number): State {
  const { asked, name } = on(state);
  if (!asked) throw new Error("nothing was asked");
  const found: BenchTrial = { measured, theory: null };
  return reduce(state, { type: "benchTried", bench: name, turned: asked.turned, found, atMs: noonMs });
}

const kept = (state: State) => state.save.labs[on(state).name] ?? [];
const queue = benchNamed("queue");

describe("a bench", () => {
  test("is measured once without asking, and waits for what is said of each trial after that", () => {
    const begun = at(queue);
    expect(on(begun).asked?.turned).toEqual(startOf(queue));
    const first = comes(begun, 40);
    expect(kept(first)).toMatchObject([{ measured: 40 }]);
    expect(press(first, "confirm").message).toBe(labs.turnFirst);
    const turned = press(first, "right");
    expect(press(turned, "confirm").message).toBe(labs.expectFirst);
    const asked = press(turned, "option4", "confirm");
    expect(on(asked).asked).toEqual({ turned: on(turned).turned, expected: 4 });
    const second = comes(asked, 50);
    expect(kept(second)[1]).toMatchObject({ expected: 4, came: 4, measured: 50 });
    expect(second.message).toContain("as you said");
    expect(on(second).expected).toBeUndefined();
  });

  test("says so where it came otherwise", () => {
    const asked = press(comes(at(queue), 40), "right", "option3", "confirm");
    const after = comes(asked, 400);
    expect(kept(after)[1]).toMatchObject({ expected: 3, came: 5 });
    expect(after.message).toContain("not as you said");
  });

  test("draws no curve before three trials along it: it would tell what is asked", () => {
    const first = comes(at(queue), 40);
    expect(benchWork(first, on(first))).toBeUndefined();
    const second = comes(press(first, "right", "option4", "confirm"), 50);
    expect(benchWork(second, on(second))).toBeUndefined();
    const third = comes(press(second, "right", "option4", "confirm"), 67);
    expect(benchWork(third, on(third))).toMatchObject({ kind: "curve" });
    // Another knob is another curve.
    const other = comes(press(third, "down", "right", "option1", "confirm"), 22);
    expect(benchWork(other, on(other))).toBeUndefined();
  });

  test("tells what it shows after four trials, and the same key brings the table back", () => {
    let state = comes(at(queue), 40);
    expect(press(state, "why").message).toBe(labs.lessonAfter(3));
    for (const measured of [50, 67, 100])
      state = comes(press(state, "right", "option4", "confirm"), measured);
    const told = press(state, "why");
    expect(shown(told)).toContain(labs.benches.queue.lesson.slice(0, 40));
    expect(on(press(told, "why"))).not.toHaveProperty("isTold");
  });

  test("is found again as it was left, its knobs where the last trial stood", () => {
    const state = comes(press(comes(at(queue), 40), "right", "option4", "confirm"), 50);
    const again = at(queue, state.save);
    expect(on(again).turned).toEqual(on(state).turned);
    expect(on(again).asked).toBeUndefined();
    expect(press(state, "back").screen).toEqual({ kind: "labs", at: 0 });
  });

  test("passes over what is kept with knobs that it does not have", () => {
    const strange = {
      turned: { load: 7, flux: "x" },
      measured: 1,
      theory: null,
      at: "2026-11-26T12:00:00.000Z",
    };
    const state = at(queue, { ...emptySave(), labs: { queue: [strange], none: [strange] } });
    expect(on(state).asked?.turned).toEqual(startOf(queue));
    expect(kept(comes(state, 40))).toHaveLength(2);
  });

  test("forgets a trial of a bench that was left", () => {
    const begun = at(queue);
    const left = press(begun, "back");
    const found = { measured: 1, theory: null };
    const { asked } = on(begun);
    const turned = asked?.turned as Turned;
    expect(reduce(left, { type: "benchTried", bench: "queue", turned, found, atMs: 0 }).save).toBe(left.save);
  });

  test("keeps each knob within its values", () => {
    const first = comes(at(queue), 40);
    const far = press(first, ...Array.from({ length: 30 }, () => "right" as const));
    expect(on(far).turned.load).toBe(queue.sweep.values.at(-1));
    const near = press(first, ...Array.from({ length: 30 }, () => "left" as const));
    expect(on(near).turned.load).toBe(queue.sweep.values[0]);
  });
});

test.each([
  [100, 49, 1],
  [100, 51, 2],
  [100, 89, 2],
  [100, 91, 3],
  [100, 109, 3],
  [100, 111, 4],
  [100, 199, 4],
  [100, 201, 5],
  [0, 0, 3],
  [0, 1, 5],
])("from %d to %d is change %d", (before, after, change) => {
  expect(changeOf(before, after)).toBe(change);
});

const shown = (state: State, size = { columns: 80, rows: 24 }) =>
  draw({ ...state, size }, { ...size, words, theme: plainTheme, still: true, unicode: true }).lines.join(
    "\n",
  );

describe.each(benches.map((bench) => [bench.name, bench] as const))("the bench %s", (_, bench) => {
  const { screens, save } = benchScreens(bench);

  test.each([
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 60],
  ])("cuts nothing at %d×%d", (columns, rows) => {
    for (const screen of screens) {
      const state = { ...initialState(words, mapRowsOf(lessons), save, []), screen };
      const lines = shown(state, { columns, rows }).split("\n");
      expect(lines).toHaveLength(rows);
      expect([...cutParts(lines), ...cutForNothing(lines, { columns, rows })]).toEqual([]);
      expect(spokenLines(state).join("\n")).not.toMatch(/undefined|NaN/);
    }
  });

  test("has a report whose commands the command line takes", () => {
    const trials = screens.length > 0 ? (save.labs[bench.name] ?? []) : [];
    const report = labReport(labs, bench.name, trials as never);
    expect(report).toContain(`# ${labs.report.title}: ${labs.benches[bench.name].title}`);
    expect(report.split("\n").filter((line) => line.startsWith("| "))).toHaveLength(trials.length + 2);
    expect(report).not.toMatch(/undefined|NaN/);
  });
});

describe("the same trial on the command line", () => {
  test.each(["queue", "load-test", "shards"] as const)(
    "%s measures what the bench measured",
    async (name) => {
      const bench = benchNamed(name);
      const turned = startOf(bench);
      const { measured } = bench.trial(turned);
      const line = sameTrial(bench, turned).split(" ").slice(1);
      const found = await playJson<Record<string, Record<string, number> | number>>(...line);
      const figures =
        typeof found.simulated === "object" ? Object.values(found.simulated) : [found.movedShare];
      expect(figures).toContain(measured);
    },
  );

  test("and its report are those of the save", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-labs-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const none = await play("lab", "report", "--saves", folder);
    expect(none).toMatchObject({ code: 0, out: `${labs.report.none}\n` });
    const wrong = await play("lab", "report", "que", "--saves", folder);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("queue");
    expect(
      (await play("lab", "queue", "cache", "--arrival", "1", "--service", "2", "--servers", "1")).code,
    ).toBe(2);
  });
});

test("the door on the map leads to the labs, a trial runs, and the map counts it", async () => {
  const game = startGame({});
  onTestFinished(() => game.stop());
  game.press("enter");
  for (let n = 0; n <= lessons.length; n++) game.press("down");
  expect(game.frame()).toMatch(/▸ {4}Labs/);
  game.press("enter");
  expect(game.frame()).toContain(labs.benches.queue.question);
  game.press("enter");
  await game.see("40 ms");
  game.press("right", "4", "enter");
  await game.see("as you said");
  game.press("escape", "escape");
  expect(game.frame()).toContain(labs.trials(2));
});
