/** The page after the last level, and endless growth, in the player's commands. */
import { describe, expect, test } from "vitest";
import { type Endurance, play, wearable } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/shape.ts";
import { design, formatDesign, screeningRun } from "../../src/sim/index.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { courseTally, growing, ownSystem } from "../../src/ui/model/course.ts";
import { offered } from "../../src/ui/model/offered.ts";
import {
  type Action,
  initialState,
  mapRowsOf,
  reduce as reduceTimed,
  type State,
} from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { allPassed, drawnAt, playedOf, visitOf } from "../helpers/screens.ts";

const size = { columns: 80, rows: 24 };
const finale = findLesson("finale") as Lesson;
/** The first seconds of its day, enough of a run for a screen, with a goal that nothing meets. */
const begun = { ...finale.level.scenario, ticks: 4 };
const goals = [{ indicator: "availability", atLeast: 1.1 }] as const;
const short: Lesson = { ...finale, level: { ...finale.level, goals, scenario: begun, grown: () => begun } };
const atMs = Date.UTC(2026, 10, 25, 12);
const reduce = (state: State, action: Action) => reduceTimed(state, { ...action, atMs });
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command }), state);
const onMap = (save: Save): State => ({
  ...initialState(words, mapRowsOf(lessons), save, []),
  screen: { kind: "map", at: 0 },
});
const isOffered = (state: State, command: Command) =>
  offered(state, { unicode: true }).some(({ commands }) => commands.includes(command));

describe("the page after the last level", () => {
  test("is locked until the last level is passed, and says which that is", () => {
    const { [finale.level.id]: _, ...others } = allPassed.levels;
    const map = onMap({ ...allPassed, levels: others });
    expect(isOffered(map, "course")).toBe(false);
    const after = press(map, "course");
    expect(after.screen.kind).toBe("map");
    expect(after.message).toContain(finale.prose.title);
  });

  test("opens from the map once it is passed, and goes back there", () => {
    const map = onMap(allPassed);
    expect(isOffered(map, "course")).toBe(true);
    const page = press(map, "course");
    expect(page.screen.kind).toBe("course");
    expect(press(page, "back").screen).toEqual({ kind: "map", at: lessons.indexOf(finale) });
  });

  test("comes after the last level's debrief, where other levels have a next one", () => {
    const last = lessons.map((lesson) => (lesson === finale ? short : lesson));
    const played = playedOf(short, finale.level.lesson);
    const visit = visitOf(short, finale.level.lesson);
    const rest = { scroll: 0, beats: 0, progress: 0 } as const;
    const map = { ...onMap(allPassed), mapRows: mapRowsOf(last) };
    const debrief: State = { ...map, screen: { kind: "debrief", visit, played, ...rest } };
    expect(press(debrief, "next").screen.kind).toBe("course");
  });

  test("draws the system that passed last, and falls back on the cheapest and the lesson", () => {
    const own = "dns · lb 2 · web 3×2 · db 2";
    const withLast = (reached: object): Save => ({
      ...allPassed,
      levels: {
        ...allPassed.levels,
        [finale.level.id]: { ...emptyLevel(), passed: true, stars: 1 as const, ...reached },
      },
    });
    const systemOf = (save: Save) => ownSystem({ mapRows: mapRowsOf(lessons), save })?.design;
    expect(systemOf(withLast({ lastPassed: own, bestDesign: "dns · box 1" }))).toEqual(design(own));
    expect(systemOf(withLast({ bestDesign: own }))).toEqual(design(own));
    expect(systemOf(withLast({ lastPassed: "no design" }))).toEqual(finale.level.lesson);
    const drawn = drawnAt({ kind: "course" }, size, withLast({ lastPassed: own })).join("\n");
    expect(drawn).toContain("3 × 2");
  });

  test.each([
    [80, 24],
    [100, 30],
    [120, 40],
  ])("shows every part of the system whole at %i×%i, with the figures below it", (columns, rows) => {
    const drawn = drawnAt({ kind: "course" }, { columns, rows }, allPassed);
    expect(drawn.filter((line) => line.includes("…"))).toEqual([]);
    expect(drawn.filter((line) => /workers/.test(line)).length).toBeGreaterThan(0);
    const [foot, figures] = [/^ .*└─+┘/, /stars +28 of 42/].map((shape) =>
      drawn.findIndex((l) => shape.test(l)),
    );
    expect(foot).toBeGreaterThan(0);
    expect(figures).toBeGreaterThan(foot as number);
  });

  test("counts levels, stars, runs, predictions and the days between the first and the last", () => {
    const predictions = [
      { answer: "a", right: true, at: "2026-11-01T10:00:00.000Z" },
      { answer: "b", right: false, at: "2026-11-03T09:00:00.000Z" },
      { answer: "c", right: true, at: "2026-11-03T11:00:00.000Z" },
    ];
    const level = { ...emptyLevel(), passed: true, stars: 3 as const, attempts: 4 };
    const levels = { [lessons[0]!.level.id]: { ...level, predictions }, [lessons[1]!.level.id]: level };
    const mapRows = mapRowsOf(lessons);
    const tally = courseTally({ mapRows, save: { ...emptySave(), levels } });
    expect(tally).toEqual({
      ...{ passed: 2, levels: lessons.length, stars: 6, starsOf: 3 * lessons.length },
      ...{ runs: 8, right: 2, predictions: 3, days: 3 },
    });
    expect(courseTally({ mapRows, save: emptySave() }).days).toBe(0);
  });
});

describe("endless growth", () => {
  const { level } = finale;
  const { report } = play(short.level, level.lesson, 11, screeningRun);
  const growth = press(onMap(allPassed), "course", "confirm");
  const built = growth.screen.kind === "endless" ? growth.screen.design : level.start;
  const day = (factor: number, passed: boolean): Endurance => ({
    ...{ factor, report, passed, score: passed ? 80 : 0 },
    ...(passed
      ? {}
      : { first: { what: "saturated", place: "web", atSec: 100, peak: 1.4, untilSec: 200 } as never }),
  });

  test("begins with the player's own system and works until it is over", () => {
    expect(formatDesign(built)).toBe(formatDesign(level.lesson));
    expect(jobOf(growth)).toBeUndefined();
    const named = press(growth, "confirm");
    expect(jobOf(named)?.id).toBe(`${level.id}|endless|1`);
    const over = reduce(named, { type: "endured", design: built });
    expect(jobOf(over)).toBeUndefined();
  });

  test("plays one day after another, each with a quarter more traffic, until one fails", () => {
    const days = [...growing({ lesson: short, design: level.start, days: [], named: ["web"] })].flatMap(
      (step) => (typeof step === "object" && step.type === "endured" && step.day ? [step.day] : []),
    );
    expect(days.map(({ factor }) => factor)).toEqual([1]);
    expect(days[0]?.passed).toBe(false);
  });

  test("shows each day as it comes, and what the days that passed are worth", () => {
    const one = reduce(press(growth, "confirm"), { type: "endured", design: built, day: day(1, true) });
    const two = reduce(one, { type: "endured", design: built, day: day(1.25, true) });
    expect(spokenLines(two).join("\n")).toContain(words.endless.total(160));
    expect(spokenLines(two).join("\n")).toContain(words.endless.playing(1.25 * 1.25));
    expect(drawnAt(two.screen, size, allPassed).join("\n")).toContain("× 1.25");
  });

  test("asks what gives way first before the first day and before each doubling, and says whether it was that", () => {
    const parts = wearable(built);
    expect(parts).toEqual(["cdn", "lb", "web", "sessions", "cache", "shards", "kv", "queue", "workers"]);
    expect(drawnAt(growth.screen, size, allPassed).join("\n")).toContain(words.endless.naming(1));
    const named = press(growth, "down", "down", "confirm");
    let state = named;
    for (let n = 0; n < 4; n++)
      state = reduce(state, { type: "endured", design: built, day: day(1.25 ** n, true) });
    // 1.25 to the third power is less than two, to the fourth it is more.
    expect(jobOf(state)).toBeUndefined();
    expect(spokenLines(state).join("\n")).toContain(words.endless.naming(2));
    const on = press(state, "confirm");
    expect(jobOf(on)?.id).toBe(`${level.id}|endless|2`);
    const fails = (from: State) =>
      reduce(reduce(from, { type: "endured", design: built, day: day(3, false) }), {
        type: "endured",
        design: built,
      });
    const part = words.places.part({ name: "web" });
    expect(spokenLines(fails(on)).join("\n")).toContain(words.endless.named({ part, isRight: true }));
    const other = fails(press(state, "up", "confirm"));
    const balancer = words.places.part({ name: "lb" });
    expect(spokenLines(other).join("\n")).toContain(words.endless.named({ part: balancer, isRight: false }));
  });

  test("asks nothing more after a day that fails, even right before a doubling", () => {
    let state = press(growth, "confirm");
    for (let n = 0; n < 4; n++)
      state = reduce(state, { type: "endured", design: built, day: day(1.25 ** n, n < 3) });
    expect(jobOf(state)).toBeDefined();
    expect(spokenLines(state).join("\n")).not.toContain(words.endless.naming(2));
  });

  test("goes on after the days that were played, and waits at a doubling", () => {
    const days = [0, 1, 2].map((n) => day(1.25 ** n, true));
    const steps = [...growing({ lesson: short, design: level.start, days, named: ["web"] })];
    const told = steps.flatMap((step) => (typeof step === "object" && step.type === "endured" ? [step] : []));
    expect(told.map(({ day: each }) => each?.factor)).toEqual([1.25 ** 3]);
  });

  test("keeps the best score of all, and says it", () => {
    const over = (state: State, score: number) =>
      reduce(
        reduce(press(state, "confirm"), { type: "endured", design: built, day: { ...day(1, true), score } }),
        { type: "endured", design: built },
      );
    const once = over(growth, 90);
    expect(once.save.levels[level.id]?.bestGrowth).toBe(90);
    expect(spokenLines(once).join("\n")).toContain(words.endless.best(90));
    const again = over({ ...once, screen: growth.screen }, 50);
    expect(again.save.levels[level.id]?.bestGrowth).toBe(90);
  });

  test("takes no day of another design, and leads back to the page it came from", () => {
    const other = reduce(growth, { type: "endured", design: level.start, day: day(1, true) });
    expect(other.screen).toBe(growth.screen);
    expect(press(growth, "back").screen.kind).toBe("course");
  });
});

describe("the eight lamps in a row", () => {
  const lampsOf = (state: State) => drawnAt(state.screen, { columns: 120, rows: 40 })[1] ?? "";
  const boardWith = (built = level13.start): State => ({
    ...onMap(emptySave()),
    screen: { kind: "board", visit: visitOf(finale, built) },
  });
  const level13 = finale.level;

  test("stand on the finale's board: lit, dark, and those that only a run can tell", () => {
    expect(lampsOf(boardWith())).toContain("lamps ●●·○○·○○  dark: data centers, CDN, services, monitoring");
    expect(lampsOf(boardWith(level13.lesson))).toContain("lamps ●●·●··●●");
    expect(spokenLines(boardWith()).join("\n")).toContain("Only a run can tell: cache, shards.");
  });

  test("are all known once the design on the board has been run", () => {
    const last = playedOf(short, level13.lesson);
    const visit = { ...visitOf(short, level13.lesson), last };
    // A cache that has just begun to fill answers too little.
    expect(lampsOf({ ...boardWith(), screen: { kind: "board", visit } })).toMatch(/lamps ●●[●○]●●[●○]●●/);
  });

  test("stand on no other level's board", () => {
    const [first] = lessons as [Lesson];
    const visit = visitOf(first, first.level.start);
    expect(lampsOf({ ...boardWith(), screen: { kind: "board", visit } })).not.toContain("lamps");
  });
});
