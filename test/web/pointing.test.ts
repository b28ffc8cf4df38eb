/** What is pointed at on the screens of the game itself: every entry of a list is reached, every key of a footer pressed. */
import { describe, expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import { toAscii } from "../../src/present/glyphs.ts";
import { footer, footerLine } from "../../src/ui/keys/footer.ts";
import { contexts } from "../../src/ui/keys/keymap.ts";
import { keyAt } from "../../src/web/pointed-key.ts";
import { focusIn, seek } from "../../src/web/seek.ts";
import { pageTheme, plainOf } from "../../src/web/theme.ts";
import { words } from "../helpers/english.ts";
import { type Game, startGame } from "../helpers/game.ts";
import { readyFor } from "../helpers/play-page.ts";

const theme = pageTheme("dark");
const down = (times: number) => Array.from({ length: times }, () => "down");

/** A player who has come to a level, on the way from there to a screen. */
function gameAt(keys: readonly string[], level = 13): Game {
  const game = startGame({ columns: 120, rows: 40, look: { theme }, save: readyFor(level) });
  game.press("enter");
  game.burst(...keys);
  return game;
}

/** Where the focus is, down from the first entry on; no list here is longer than its room. */
function placesOf(game: Game): readonly NonNullable<ReturnType<typeof focusIn>>[] {
  const places: NonNullable<ReturnType<typeof focusIn>>[] = [];
  for (let n = 0; n < 40; n++) {
    const focus = focusIn(game.lines());
    const isOld = places.some(
      ({ row, from, text }) => row === focus?.row && from === focus.from && text === focus.text,
    );
    if (!focus || isOld) return places;
    places.push(focus);
    game.press("down");
  }
  return places;
}

/** Screens with something in focus, the way to each from the title, and how many entries are to be seen there. */
const screens: readonly (readonly [name: string, keys: readonly string[], entries: number, level: number])[] =
  [
    ["map", Array.from({ length: 21 }, () => "up"), 21, 13],
    ["labs", [...down(2), "enter"], 5, 13],
    ["sandbox", [...down(4), "enter"], 10, 13],
    ["board", ["enter"], 4, 6],
  ];

describe("a finger on the game's own screens", () => {
  test.each(screens)("reaches every entry of the %s", async (_name, keys, least, level) => {
    const game = gameAt(keys, level);
    const places = placesOf(game);
    expect(places.length).toBeGreaterThanOrEqual(least);
    const step = async (key: "up" | "down") => {
      game.press(key);
      return game.lines();
    };
    const [first, last] = [places[0]!, places.at(-1)!];
    // From one end to the other, to the middle, and through all of them.
    for (const { row, to, text } of [last, first, last, places[Math.floor(places.length / 2)]!, ...places]) {
      await seek({ row, column: to - 1 }, game.lines(), step);
      expect(focusIn(game.lines())).toMatchObject({ row, text });
      expect(text.replace(/[▸\s]/g, "")).not.toBe("");
    }
    game.stop();
  });

  test.each([
    ["in full", (line: string) => line, "│"],
    ["in plain characters", toAscii, "|"],
  ] as const)("beyond a rule it points at nothing on this side of it, %s", async (_, written, rule) => {
    const game = gameAt(["up", "up"]);
    const lines = () => game.lines().map(written);
    const before = focusIn(lines());
    expect(before?.text).toContain("Database scaling");
    const column = plainOf(lines()[3]!).indexOf(rule) + 3;
    expect(column).toBeGreaterThan(3);
    const step = async (key: "up" | "down") => {
      game.press(key);
      return lines();
    };
    expect(await seek({ row: 3, column }, lines(), step)).toBe("none");
    expect(focusIn(lines())).toEqual(before);
    game.stop();
  });
});

describe("a mouse on the footer of the picture", () => {
  const cells = 300;

  test.each([true, false])("presses the key that it points at, on every screen (unicode: %s)", (unicode) => {
    for (const context of contexts) {
      const items = footer(words.keys, context, { unicode });
      const line = ` ${footerLine(items, cells, ({ keys, label }) => `${theme.accent(keys)} ${theme.muted(label)}`)}`;
      const lines = ["", "rule", "answer", line];
      const plain = ` ${footerLine(items, cells)}`;
      for (const item of items) {
        const text = `${item.keys} ${item.label}`;
        const from = width(
          plain.slice(0, plain.indexOf(`  ${text}`) < 0 ? 1 : plain.indexOf(`  ${text}`) + 2),
        );
        const at = (cell: number) => keyAt({ row: 3, column: from + cell }, lines, items, unicode);
        expect(at(0), `${context}: ${text}`).toBe(item.first[0]);
        expect(at(width(text) - 1), `${context}: ${text}`).toBe(item.first.at(-1));
        const inOrder = Array.from({ length: width(item.keys) }, (_, cell) => at(cell));
        expect([...new Set(inOrder)], `${context}: ${text}`).toEqual([...item.first]);
      }
    }
  });

  test("between two keys, above the footer and beside it there is none", () => {
    const items = footer(words.keys, "board");
    const line = ` ${footerLine(items, cells)}`;
    const gap = line.indexOf("  ", 3);
    const at = (row: number, column: number) => keyAt({ row, column }, [line, "", "", line], items, true);
    expect(at(3, 1)).toBe("up");
    expect([at(0, 1), at(4, 1), at(3, 0), at(3, gap), at(3, cells)]).toEqual(Array(5).fill(undefined));
  });
});
