/** Whatever is longer than its room is moved through by the same keys in the same way, and says so. */
import { describe, expect, test } from "vitest";
import { emptySave } from "../../src/saves/index.ts";
import type { KeyText } from "../../src/ui/keys/keymap.ts";
import { bindings, type Context, contexts, pressOf } from "../../src/ui/keys/keymap.ts";
import { actionFor, contextOf } from "../../src/ui/model/context.ts";
import { arrowRows, scrolledTo } from "../../src/ui/model/scrolling.ts";
import { initialState, mapRowsOf, reduce, type Screen } from "../../src/ui/reduce.ts";
import { keyRows } from "../../src/ui/screens/help/layout.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { findLesson, glossary, lessons, words } from "../helpers/english.ts";
import { allPassed, auditsOf, drawnAt, visitOf, watchedPlayOf } from "../helpers/screens.ts";

const lesson = findLesson("8") as (typeof lessons)[0];
const played = watchedPlayOf(lesson, lesson.level.start);
const visit = visitOf(lesson, lesson.level.start);
const debrief = { kind: "debrief", visit, played, beats: 0, progress: 0, scroll: 0, whatIf: [] } as const;
const audit = auditsOf(lesson, lesson.level.start).at(-1)!;
const size = { columns: 80, rows: 24 };

/** Screens with more to say than they have room. */
const long: readonly { name: string; screen: Screen; isUnder?: true }[] = [
  { name: "debrief", screen: debrief },
  { name: "audit", screen: { ...debrief, visit: { ...visit, audit }, panel: { kind: "audit", scroll: 0 } } },
  { name: "progress", screen: { kind: "progress", texts: ladders, scroll: 0 } },
  { name: "list of keys", screen: { kind: "board", visit }, isUnder: true },
];

const stateOf = (screen: Screen, isHelp = false) => ({
  ...initialState(words, mapRowsOf(lessons), allPassed, [], undefined, glossary),
  screen,
  size,
  ...(isHelp ? { help: { scroll: 0 } } : {}),
});

describe.each(long)("the $name", ({ screen, isUnder = false }) => {
  const body = (state: ReturnType<typeof stateOf>) =>
    isUnder ? state.help!.scroll : "scroll" in state.screen ? shownFrom(state.screen) : Number.NaN;
  const shownFrom = (at: Screen) =>
    at.kind === "debrief"
      ? at.panel?.kind === "audit"
        ? at.panel.scroll
        : at.scroll
      : (at as { scroll: number }).scroll;
  const press = (state: ReturnType<typeof stateOf>, ...keys: KeyText[]) =>
    keys.reduce((now, key) => {
      const action = actionFor(now, pressOf(key));
      return action ? (reduce(now, { ...action, atMs: 0 }) as typeof now) : now;
    }, state);
  const start = stateOf(screen, isUnder);
  const room = size.rows - 6;

  test("goes by some lines, by a page with a line in common, and to its ends, by the keys of every text", () => {
    const at = (...keys: KeyText[]) => body(press(start, ...keys));
    expect(at("down")).toBe(arrowRows);
    expect(at("down", "up")).toBe(0);
    const end = at("end");
    expect(end).toBeGreaterThan(arrowRows);
    expect(at("pagedown")).toBe(Math.min(end, room - 1));
    expect(at("space")).toBe(at("pagedown"));
    expect(at("end", "pageup")).toBe(Math.max(0, end - room + 1));
    expect(at("end", "home")).toBe(0);
    expect(at("end", "down", "pagedown")).toBe(end);
    expect(at("pageup")).toBe(0);
  });
});

test("every context with a page up has a page down, and both ends; the list of keys names them all", () => {
  const commandsOf = (context: Context) => bindings(context).map(({ command }) => command);
  const scrolled = contexts.filter((context) => commandsOf(context).includes("pageDown"));
  expect(scrolled.length).toBeGreaterThan(6);
  // Where a text is typed, Home and End move in it.
  for (const context of scrolled.filter((each) => each !== "answering"))
    expect(commandsOf(context), context).toEqual(
      expect.arrayContaining(["up", "down", "pageUp", "pageDown", "toTop", "toBottom"]),
    );
  const state = stateOf(debrief);
  expect(contextOf(state)).toBe("debrief");
  const told = keyRows(state).map(({ keys, sentence }) => `${keys}: ${sentence}`);
  for (const row of ["pageup: A page up.", "home: To the beginning.", "end: To the end."])
    expect(told).toContain(row);
});

test("no key but the arrows moves by lines: Page Down and Space mean a page wherever they scroll", () => {
  for (const context of contexts)
    for (const { command, keys } of bindings(context))
      if (command === "up" || command === "down")
        for (const key of ["pageup", "pagedown", "space", "home", "end"])
          expect(keys, context).not.toContain(key);
});

test("a page is never less than a line, and what is short stays where it is", () => {
  expect(scrolledTo("pageDown", 0, 9, 1)).toBe(1);
  expect(scrolledTo("pageDown", 0, 0, 20)).toBe(0);
  expect(scrolledTo("up", 50, 9, 20)).toBe(9 - arrowRows);
  expect(scrolledTo("confirm", 3, 9, 20)).toBeUndefined();
});

test("pages of a briefing and rows of a glossary have ends too", () => {
  const at = (screen: Screen, key: KeyText) => {
    const state = stateOf(screen);
    const action = actionFor(state, pressOf(key))!;
    const next = reduce(state, { ...action, atMs: 0 }).screen;
    return "page" in next ? next.page : "at" in next ? next.at : undefined;
  };
  const back = { kind: "title" } as const;
  const last = at({ kind: "lesson", lesson, page: 0, back }, "end");
  expect(last).toBeGreaterThan(1);
  expect(at({ kind: "lesson", lesson, page: last as number, back }, "home")).toBe(0);
  expect(at({ kind: "glossary", typed: "", at: 0, back }, "end")).toBeGreaterThan(50);
  expect(at({ kind: "glossary", typed: "", at: 60, back }, "home")).toBe(0);
});

test("the end of a debrief is on view at its end", () => {
  const lines = drawnAt({ ...debrief, scroll: 999 }, size, emptySave());
  expect(lines.at(-2)).toMatch(/^ Enter goes back to the board/);
  expect(lines.at(-4)).toContain("chapter 1");
});
