import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { toAscii } from "../../../src/present/glyphs.ts";
import { SpokenOutput } from "../../../src/ui/terminal/spoken-output.ts";

class Stream extends EventEmitter {
  told = "";
  write(text: string): boolean {
    this.told += text;
    return true;
  }
  /** What was told since the last look. */
  news(): string {
    const { told } = this;
    this.told = "";
    return told;
  }
}

test("of a screen that was told before, only what is new is told; a new screen is told whole", () => {
  const stream = new Stream();
  const output = new SpokenOutput(stream);
  output.write("Map\nLevel 1, open\nKeys. Enter: open.");
  expect(stream.news()).toBe("Map\nLevel 1, open\nKeys. Enter: open.\n");
  output.write("Map\nLevel 2, locked\nKeys. Enter: open.");
  expect(stream.news()).toBe("Level 2, locked\n");
  output.write("Map\nLevel 2, locked\nKeys. Enter: open.");
  expect(stream.news()).toBe("");
  output.write("Map\nA door\nKeys. Enter: open. g: glossary.");
  expect(stream.news()).toBe("A door\nKeys. Enter: open. g: glossary.\n");
  output.write("Board\nLevel 2, locked\nKeys. Enter: run.");
  expect(stream.news()).toBe("Board\nLevel 2, locked\nKeys. Enter: run.\n");
  output.repaint();
  expect(stream.news()).toBe("Board\nLevel 2, locked\nKeys. Enter: run.\n");
});

test("a screen that goes on is not told again because a key was added to it", () => {
  const stream = new Stream();
  const output = new SpokenOutput(stream);
  output.write("Debrief. Deciding.\nMissed: p95\nMet: bill\nWhy:\nKeys. Enter: board.");
  stream.news();
  output.write("Debrief. Not yet.\nMissed: p95\nMet: bill\nWhy:\nChange 1.\nKeys. Enter: board. 1: try it.");
  expect(stream.news()).toBe("Debrief. Not yet.\nChange 1.\nKeys. Enter: board. 1: try it.\n");
});

test("nothing but text is told, in the characters of the terminal", () => {
  const stream = new Stream();
  new SpokenOutput(stream, toAscii).write("\u001B[31mp95 ≤ 250 ms\u001B[39m\u001B[2K\u0007");
  expect(stream.news()).toBe("p95 <=250 ms\n");
});
