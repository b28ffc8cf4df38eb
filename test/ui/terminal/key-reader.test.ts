import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { InputEvent } from "../../../src/ui/terminal/input.ts";
import { KeyReader } from "../../../src/ui/terminal/key-reader.ts";

let heard: InputEvent[];
let reader: KeyReader;

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  reader = new KeyReader((event) => heard.push(event));
});
afterEach(() => {
  vi.useRealTimers();
});

test("ESC alone is the Esc key after 50 ms", () => {
  reader.push("\u001B");
  vi.advanceTimersByTime(49);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([{ key: "escape" }]);
});

test("ESC whose rest comes in time is what it began", () => {
  reader.push("\u001B");
  vi.advanceTimersByTime(40);
  reader.push("[");
  vi.advanceTimersByTime(400);
  reader.push("B");
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual([{ key: "down" }]);
});

test("a sequence that breaks off is forgotten, and the next key is heard", () => {
  reader.push("\u001B[1;");
  vi.advanceTimersByTime(500);
  reader.push("x");
  expect(heard).toEqual([{ key: "char", char: "x" }]);
});

test("a paste without end does not lock the keyboard", () => {
  reader.push("\u001B[200~text");
  vi.advanceTimersByTime(1_000);
  reader.push("x");
  expect(heard).toEqual([{ paste: "text" }, { key: "char", char: "x" }]);
});

test("of a flood of keys 256 are heard, and a Ctrl-C wherever it stands", () => {
  reader.push("x".repeat(256));
  expect(heard).toHaveLength(256);
  reader.push(`${"x".repeat(257)}\u0003`);
  expect(heard).toHaveLength(256 + 257);
  expect(heard.at(-1)).toEqual({ key: "interrupt" });
});

test("after the end no timer fires", () => {
  reader.push("\u001B");
  reader.stop();
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual([]);
});
