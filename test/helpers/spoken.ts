/** The screens of a level told aloud: in words, nothing twice, and after a key only what it changed. */
import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import type { Lesson } from "../../src/levels/index.ts";
import { emptySave } from "../../src/saves/index.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { contextOf, initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { SpokenOutput } from "../../src/ui/terminal/spoken-output.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons, words } from "./english.ts";
import { bundle, interviewsOf } from "./interviews.ts";
import { allPassed, climbsOf, moreScreensOf, playedOf, screensOf, visitOf } from "./screens.ts";

const size = { columns: 80, rows: 24 } as const;

const on = (screen: Screen): State => ({
  ...initialState(words, mapRowsOf(lessons), emptySave(), []),
  screen,
  size,
});
const press = (state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs: 0 }), state);

/** What is told when a command is given in a state. */
function toldAfter(state: State, command: Command): string[] {
  const stream = Object.assign(new EventEmitter(), {
    told: "",
    write(text: string): boolean {
      this.told += text;
      return true;
    },
  });
  const output = new SpokenOutput(stream);
  output.write(spokenLines(state).join("\n"));
  stream.told = "";
  output.write(spokenLines(press(state, command)).join("\n"));
  return stream.told.split("\n").filter((line) => line !== "");
}

export function testSpoken(lesson: Lesson): void {
  const { level } = lesson;
  const played = playedOf(lesson, level.lesson);
  const screens: readonly Screen[] = [
    { kind: "title" },
    ...screensOf(lesson, played, size),
    ...moreScreensOf(lesson, played),
  ];
  const states = [
    ...screens.map(on),
    ...[...climbsOf(lesson, ladders), ...interviewsOf(lesson, bundle)].map(({ screen, save }) => ({
      ...on(screen),
      save,
    })),
  ];

  test("every screen is told in words: no names of the code, no signs, nothing twice, its keys last", () => {
    const keys = level.prediction.kind === "choice" ? level.prediction.options : [];
    const codes = keys.filter((key) => key.includes("-"));
    for (const state of states) {
      const lines = spokenLines(state);
      const where = state.screen.kind;
      for (const line of lines) {
        // A design in its notation is told as it is typed.
        expect(line.replace(/\bdns(?: [a-z=0-9]+)* · .*/, ""), where).not.toMatch(
          /\b[a-z]+[A-Z][a-z]|@|undefined|NaN|Infinity|\.\.(?!\.)|[?!]\.|^ | {2}/,
        );
        expect(line, where).not.toMatch(/[─│┌└█▁▲▶▸★☆✓✗↑↓→⏎␣]/);
        for (const code of codes) expect(line, where).not.toContain(code);
      }
      expect(new Set(lines).size, `${where}: ${lines.join("\n")}`).toBe(lines.length);
      expect(lines.at(-1), where).toMatch(/^Keys\. /);
    }
  });

  test("after a key on the board only what it changed is told", () => {
    const board = on({ kind: "board", visit: { ...visitOf(lesson, level.lesson), hintsShown: 1 } });
    for (let focus = 0; focus < level.shop.length - 1; focus++) {
      const state = press(board, ...Array.from({ length: focus }, () => "down" as const));
      const moved = toldAfter(state, "down");
      expect(moved.length, moved.join("\n")).toBeLessThanOrEqual(5);
      expect(moved[0]).toMatch(/^Offer \d+ of \d+: /);
      const changed = toldAfter(state, "right");
      // The bill, the parts that it changes, the offer and its neighbours, or why it cannot be.
      expect(changed.length, changed.join("\n")).toBeLessThanOrEqual(14);
      expect(changed.join("\n")).not.toContain("Goals:");
      expect(changed.join("\n")).not.toContain("Hint 1");
      expect(toldAfter(press(state, "right"), "undo").join("\n")).not.toContain("→");
      // What can be done is told once, not whenever a key begins to have something to do.
      expect([...moved, ...changed].join("\n")).not.toContain("Keys. ");
    }
  });

  test("after a key on the map the new place alone is told, and in full what it asks for", () => {
    const map = { ...on({ kind: "map", at: lessons.indexOf(lesson) }), save: allPassed };
    const told = toldAfter(map, "down");
    expect(told[0]).toMatch(/^Place \d+ of \d+: /);
    expect(told.filter((line) => !line.startsWith("Keys. ")).length, told.join("\n")).toBeLessThanOrEqual(2);
    const full = press(map, "inFull").help?.text?.join("\n");
    for (const how of Object.values(lesson.prose.stars)) expect(full).toContain(how);
  });

  test("a choice is told with its number before the keys, and a key tells the new one alone", () => {
    const asked = on({
      kind: "prediction",
      visit: visitOf(lesson, level.lesson),
      about: "goals",
      at: 0,
      typed: "",
    });
    const lines = spokenLines(asked);
    expect(lines.findIndex((line) => line.startsWith("1: "))).toBeGreaterThan(0);
    expect(lines.findIndex((line) => line.startsWith("1: "))).toBeLessThan(lines.length - 1);
    expect(toldAfter(asked, "down")).toHaveLength(1);
    expect(contextOf(asked)).toBe("prediction");
  });
}
