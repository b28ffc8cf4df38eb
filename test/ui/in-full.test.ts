/** What had no room on a screen is read with one key, and nothing that is left of a text misleads. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { isCut, truncate, width } from "../../src/present/cells.ts";
import { indicatorName } from "../../src/present/indicators.ts";
import { emptySave } from "../../src/saves/index.ts";
import { design } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { bodyRows, columns, drawPage, type Frame } from "../../src/ui/frame/frame.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { contextOf, initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { playedOf, runAt, visitOf } from "../helpers/screens.ts";

const size = { columns: 80, rows: 24 } as const;
const frame: Frame = { ...size, words, theme: plainTheme, still: true, unicode: true };
const lesson = findLesson("9") as Lesson;
const lost = playedOf(lesson, lesson.level.start);
const won = playedOf(lesson, lesson.level.lesson);

const on = (screen: Screen): State => ({
  ...initialState(words, mapRowsOf(lessons), emptySave(), []),
  screen,
  size,
});
const press = (state: State, command: "inFull" | "down" | "back" | "pause") =>
  reduce(state, { type: "command", command, atMs: 0 });
const textOn = (state: State) => draw(state, frame).lines.join("\n");

test("a cut text ends in the mark right behind what is left, and no number is left in part", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("web", " ", "1,234", "17×8", "$", "0.5", "ab", ",", " ms"), { minLength: 3 }),
      fc.integer({ min: 1, max: 30 }),
      (parts, cells) => {
        const text = parts.join("");
        const cut = truncate(text, cells);
        expect(width(cut)).toBeLessThanOrEqual(cells);
        if (cut === text) return;
        const kept = cut.slice(0, -1);
        expect(cut.endsWith("…")).toBe(true);
        expect(text.startsWith(kept)).toBe(true);
        expect(kept).not.toMatch(/ $/);
        expect(/[\d.,]$/.test(kept) && /^[\d.,]/.test(text.slice(kept.length))).toBe(false);
      },
    ),
  );
});

test("the last rule names the key where something is cut, and only there", () => {
  const keys = [{ commands: ["help" as const], first: ["?"], keys: "?", label: "keys" }];
  const page = (line: string) =>
    drawPage(frame, { head: ["", ""], sub: ["", ""], body: [line], keys }).at(-3) ?? "";
  expect(page("a line that is whole, still waiting …")).toMatch(/^─+$/);
  expect(page("a line that is cut".repeat(9))).toMatch(/^─+ v in full ─$/);
  expect(isCut("17…")).toBe(true);
});

test("what has no room below ends in the mark, on a whole page and in each of its columns, and names the key", () => {
  const keys = [{ commands: ["help" as const], first: ["?"], keys: "?", label: "keys" }];
  const drawn = (body: readonly string[]) => drawPage(frame, { head: ["", ""], sub: ["", ""], body, keys });
  const lines = (count: number) => Array.from({ length: count }, (_, row) => `line ${row + 1}`);
  const isMarked = (page: readonly string[]) => page.some(isCut) && /v in full/.test(page.at(-3) ?? "");
  const rooms = [bodyRows(frame), bodyRows(frame) + 1] as const;
  for (const count of rooms) {
    const isOver = count > bodyRows(frame);
    for (const body of [
      lines(count),
      columns(frame, lines(count), 20, ["a"]),
      columns(frame, ["a"], 20, lines(count)),
    ])
      expect(isMarked(drawn(body)), `${count} lines`).toBe(isOver);
  }
  expect(drawn([...lines(rooms[0]), "", " "]).some(isCut)).toBe(false);
  expect(drawn(lines(40)).join("\n")).toContain(` line ${rooms[0]}…`);
});

test("keys without room in the footer stand in the rule above it", () => {
  const keys = Array.from({ length: 14 }, (_, n) => ({
    commands: ["next" as const],
    first: ["n"],
    keys: "n",
    label: `label${n}`,
  }));
  const page = drawPage(frame, { head: ["", ""], sub: ["", ""], body: [], message: "said", keys });
  expect(page.at(-3)).toMatch(/^─+ n label8 .* n label13 ─$/);
  expect(page.at(-2)?.trim()).toBe("said");
  expect(page.at(-1)).toMatch(/n label7$/);
  for (const line of page) expect(width(line)).toBeLessThanOrEqual(size.columns);
});

describe("a screen in full", () => {
  const screens: Record<string, Screen> = {
    board: { kind: "board", visit: { ...visitOf(lesson, lesson.level.lesson), last: lost, hintsShown: 2 } },
    run: runAt(lesson, lost, 0.6),
    map: { kind: "map", at: 3 },
    debrief: {
      kind: "debrief",
      visit: visitOf(lesson, lesson.level.start),
      played: lost,
      scroll: 0,
      beats: 0,
      progress: 0,
      whatIf: [],
    },
  };
  for (const [name, screen] of Object.entries(screens))
    test(`comes with one key over the ${name}, scrolls to its end and goes away`, () => {
      const before = on(screen);
      let open = press(before, "inFull");
      expect(contextOf(open)).toBe("help");
      expect(textOn(open)).toContain("IN FULL");
      expect(textOn(open).split("\n").some(isCut)).toBe(false);
      for (let n = 0; n < 90; n++) open = press(open, "down");
      expect(textOn(open)).not.toMatch(/\d+ more(?! requests? failed)/);
      expect(press(open, "back").screen).toBe(screen);
      expect(press(open, "back").help).toBeUndefined();
    });

  test("of the board has every offer, of a run every goal, and nothing that is yet to come", () => {
    const all = (state: State) => (press(state, "inFull").help?.text ?? []).join("\n");
    const board = all(on(screens["board"] as Screen));
    for (const offer of lesson.level.shop)
      expect(board).toContain(words.shop.offers[offer.id]?.name ?? offer.id);
    const early = all(on(runAt(lesson, lost, 0.1)));
    const late = all(on(runAt(lesson, lost, 0.999)));
    for (const goal of lesson.level.goals) expect(late).toContain(indicatorName(words, goal.indicator));
    const outage = lost.recording.outcome.report.causes.find(
      (cause) => cause.what === "event" && cause.event === "region-outage",
    );
    const time = `t=${outage?.tick}`;
    expect(early).not.toContain(time);
    expect(late).toContain(time);
    // Nothing is at work in a site that is dark, and a site is named as people do.
    const dark = all(on(runAt(lesson, lost, (outage!.tick + 20) / lost.recording.ticks)));
    expect(dark).toMatch(/^Web tier: .*; dark\.$/m);
    expect(dark).not.toMatch(/at work|% busy/);
    const two = all(on(runAt(lesson, won, 0.1)));
    expect(two).toMatch(/^Web tier in Korea: .* at work/m);
  });

  test("stops the playback while it is read, as the list of keys does", () => {
    const running = on({ ...runAt(lesson, lost, 0.3), playing: true } as Screen);
    const open = press(running, "inFull");
    expect(reduce(open, { type: "tick", beats: 20, atMs: 0 }).screen).toMatchObject({
      at: (running.screen as { at: number }).at,
    });
  });

  test("says the offer in focus of a level without a name yet", () => {
    const first = lessons[0] as Lesson;
    const state = on({ kind: "board", visit: visitOf(first, design("box 1")) });
    expect(textOn(press(state, "inFull"))).toContain("There is no name yet");
  });
});
