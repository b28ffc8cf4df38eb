import { describe, expect, test } from "vitest";
import type { KeyEvent } from "../../src/ui/keys/events.ts";
import { bindings, commandFor, contexts, pressOf } from "../../src/ui/keys/keymap.ts";
import { keyEventOf } from "../../src/web/key-events.ts";
import { swiped } from "../../src/web/pointers.ts";
import { focusIn, seek } from "../../src/web/seek.ts";
import { pageTheme } from "../../src/web/theme.ts";

const bare = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false };

describe("keys of a browser", () => {
  test.each<[string, KeyEvent]>([
    ["ArrowUp", { key: "up" }],
    ["Enter", { key: "enter" }],
    [" ", { key: "space", char: " " }],
    ["U", { key: "char", char: "U" }],
    ["é", { key: "char", char: "é" }],
  ])("%s is what a terminal would send", (key, event) => {
    expect(keyEventOf({ ...bare, key }, false)).toEqual(event);
  });

  test.each(["F5", "Shift", "Dead", "toString"])("%s is nothing to the game", (key) => {
    expect(keyEventOf({ ...bare, key }, false)).toBeUndefined();
  });

  test("what is held with Ctrl, Alt or the command key is the browser's, and what is being composed", () => {
    for (const held of ["ctrlKey", "altKey", "metaKey", "isComposing"] as const)
      expect(keyEventOf({ ...bare, key: "r", [held]: true }, true)).toBeUndefined();
  });

  test("Tab leads to the buttons, but where the screen has a use for it", () => {
    expect(keyEventOf({ ...bare, key: "Tab" }, false)).toBeUndefined();
    expect(keyEventOf({ ...bare, key: "Tab" }, true)).toEqual({ key: "tab" });
    expect(keyEventOf({ ...bare, key: "Tab", shiftKey: true }, true)).toBeUndefined();
  });

  test("a button for a command presses a key that means the command, on every screen", () => {
    for (const context of contexts)
      for (const { command, keys } of bindings(context))
        expect(commandFor(context, pressOf(keys[0]!)), `${context}: ${keys[0]}`).toBe(command);
  });
});

describe("fingers", () => {
  test("a swipe to the left turns to the next page, one to the right back; less, or aslant, is none", () => {
    expect([swiped(-90, 5), swiped(90, -5), swiped(-40, 0), swiped(-90, 60)]).toEqual([
      "right",
      "left",
      undefined,
      undefined,
    ]);
  });

  const theme = pageTheme("dark");
  /** A list that moves, in two columns of doors below it, as on the map. */
  function list(names: readonly string[], doors: readonly (readonly [string, string])[] = []) {
    const all = [...names, ...doors.map(([left]) => left), ...doors.map(([, right]) => right)];
    let at = 0;
    const entry = (name: string) => (all[at] === name ? theme.focus(`▸ ${name}`) : `  ${name}`);
    const lines = () => [
      theme.title("LIST"),
      ...names.map((name) => `${entry(name)}   $5`),
      ...doors.map(([left, right]) => `${entry(left)}      ${entry(right)}`),
    ];
    const step = async (key: "up" | "down") => {
      at = Math.min(all.length - 1, Math.max(0, at + (key === "down" ? 1 : -1)));
      return lines();
    };
    return { lines, step, now: () => all[at] };
  }

  test("what is pointed at comes into focus; pointed at again it is taken", async () => {
    const { lines, step, now } = list(["dns", "web", "db"]);
    expect(await seek({ row: 3, column: 3 }, lines(), step)).toBe("moved");
    expect(now()).toBe("db");
    expect(await seek({ row: 3, column: 3 }, lines(), step)).toBe("here");
    expect(now()).toBe("db");
  });

  test("a price beside an entry belongs to it, and of two columns the one is meant that is nearer", async () => {
    const { lines, step, now } = list(
      ["dns", "web"],
      [
        ["labs", "study"],
        ["day", "more"],
      ],
    );
    expect(await seek({ row: 2, column: 9 }, lines(), step)).toBe("moved");
    expect(now()).toBe("web");
    const column = lines()[4]!.indexOf("more");
    expect(await seek({ row: 4, column }, lines(), step)).toBe("moved");
    expect(now()).toBe("more");
  });

  test("pointing beside everything changes nothing", async () => {
    const { lines, step, now } = list(["dns", "web", "db"]);
    await step("down");
    expect(await seek({ row: 0, column: 1 }, lines(), step)).toBe("none");
    expect(now()).toBe("web");
  });

  test("a part of the picture that is lit up with its offer is not what is in focus", async () => {
    let at = 1;
    const lines = () =>
      ["domain", "box"].map((name, n) => {
        const lit = n === 0 ? theme.focus(`┌─ ${["dns", "box"][at]} ─┐`) : " └───────┘";
        return `${lit} │ ${at === n ? theme.focus(`▸ ${name}`) : `  ${name}`}`;
      });
    const step = async (key: "up" | "down") => {
      at = key === "down" ? 1 : 0;
      return lines();
    };
    expect(focusIn(lines())?.text).toBe("▸ box");
    expect(await seek({ row: 0, column: 16 }, lines(), step)).toBe("moved");
    expect(focusIn(lines())?.text).toBe("▸ domain");
    expect(await seek({ row: 0, column: 16 }, lines(), step)).toBe("here");
  });

  test("where nothing is in focus there is nothing to reach", async () => {
    expect(focusIn(["a", theme.muted("b")])).toBeUndefined();
    expect(await seek({ row: 0, column: 0 }, ["a"], async () => ["a"])).toBe("none");
  });
});
