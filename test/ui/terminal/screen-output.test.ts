import { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import { beforeEach, describe, expect, test } from "vitest";
import { toAscii } from "../../../src/present/glyphs.ts";
import { ScreenOutput } from "../../../src/ui/terminal/screen-output.ts";

const { Terminal } = createRequire(import.meta.url)("@xterm/headless") as typeof import("@xterm/headless");

/** A terminal emulator as the stream that the output writes to. */
class Emulated extends EventEmitter {
  readonly emulator = new Terminal({ cols: 10, rows: 4, allowProposedApi: true });
  readonly writes: string[] = [];
  accepts = true;

  get columns(): number {
    return this.emulator.cols;
  }
  get rows(): number {
    return this.emulator.rows;
  }
  write(text: string): boolean {
    this.writes.push(text);
    this.emulator.write(text);
    return this.accepts;
  }
  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.emit("resize");
  }
  async lines(): Promise<string[]> {
    await new Promise<void>((resolve) => this.emulator.write("", resolve));
    const buffer = this.emulator.buffer.active;
    return Array.from({ length: this.rows }, (_, row) => buffer.getLine(row)!.translateToString(true));
  }
  clears(): number {
    return this.writes.join("").split("\u001B[2J").length - 1;
  }
}

let stream: Emulated;
let output: ScreenOutput;

beforeEach(() => {
  stream = new Emulated();
  output = new ScreenOutput(stream);
  output.enter();
});

describe("painting", () => {
  test("a frame stands on the alternate screen as it was written", async () => {
    output.write("one\ntwo");
    expect(await stream.lines()).toEqual(["one", "two", "", ""]);
    expect(stream.emulator.buffer.active.type).toBe("alternate");
  });

  test("only lines that changed are painted, in one synchronized update", () => {
    output.write("one\ntwo\nthree");
    stream.writes.length = 0;
    output.write("one\n2\nthree");
    expect(stream.writes).toEqual(["\u001B[?2026h\u001B[2;1H2\u001B[K\u001B[?2026l"]);
  });

  test("the same frame again costs nothing", () => {
    output.write("one");
    stream.writes.length = 0;
    output.write("one");
    expect(stream.writes).toEqual([]);
  });

  test("lines that a shorter frame leaves are erased", async () => {
    output.write("one\ntwo\nthree\nfour");
    output.write("uno\n\n3");
    expect(await stream.lines()).toEqual(["uno", "", "3", ""]);
  });

  test("a hundred frames of the full size clear nothing and keep the last cell", async () => {
    for (let at = 0; at < 100; at++) output.write(Array(4).fill(`${at}`.padEnd(10, "x")).join("\n"));
    expect(await stream.lines()).toEqual(Array(4).fill("99xxxxxxxx"));
    expect(stream.clears()).toBe(1); // on entering
    expect(output.stats).toMatchObject({ frames: 100, painted: 100, lines: 400 });
  });

  test("what is wider or taller than the terminal is cut", async () => {
    output.write(`${"0123456789ABC\n".repeat(9)}`);
    expect(await stream.lines()).toEqual(Array(4).fill("0123456789"));
  });

  test("a wide character that would hang over the edge is left out", async () => {
    output.write("한글한글한\n012345678한\n\u001B[31m한글한글한글\u001B[39m");
    expect(await stream.lines()).toEqual(["한글한글한", "012345678", "한글한글한", ""]);
  });

  test("styles end with their line", async () => {
    output.write("\u001B[41mred");
    output.write("\u001B[41mred\nplain");
    await stream.lines();
    expect(stream.emulator.buffer.active.getLine(1)!.getCell(0)!.isBgDefault()).toBe(true);
    expect(stream.emulator.buffer.active.getLine(0)!.getCell(9)!.isBgDefault()).toBe(true);
  });

  test("nothing but text and styles reaches the terminal", async () => {
    output.write(
      "a\u001B[2Jb\u001B]0;owned\u0007c\u0007\u009B5Ad\u001B[5;5He\u001B[1mf\u001B[22m\u0000\u001Bcg",
    );
    expect((await stream.lines())[0]).toBe("abcdefg");
    expect(stream.writes.join("")).not.toMatch(/owned|\u0007|\u009B|\u001Bc/);
  });

  test("an ASCII terminal gets twins, cell for cell", async () => {
    stream.writes.length = 0;
    const ascii = new ScreenOutput(stream, toAscii);
    ascii.enter();
    ascii.write("┌─▶✓…┐\n한x");
    expect((await stream.lines()).slice(0, 2)).toEqual(["+->+~+", "??x"]);
    expect(stream.writes.join("")).toMatch(/^[\u0000-\u007F]*$/);
  });

  test("what something else wrote on the screen is gone after a repaint", async () => {
    output.write("one\ntwo");
    stream.emulator.write("\r\nBroadcast message");
    output.repaint();
    expect((await stream.lines()).filter((line) => line !== "")).toEqual(["one", "two"]);
  });

  test("a terminal is asked how wide it draws our characters, and plain ones follow when it says two cells", async () => {
    expect(stream.writes.join("")).toContain("\u001B[6n");
    output.write("┌─▶✓");
    expect(output.isTooWide(9)).toBe(false);
    expect(output.isTooWide(10)).toBe(true);
    output.translateBy(toAscii);
    expect((await stream.lines())[0]).toBe("+->+");
  });
});

describe("the terminal around it", () => {
  test("after a resize everything is cleared and painted anew", async () => {
    output.write("0123456789\ntwo");
    let told = 0;
    output.onResize(() => told++);
    stream.resize(20, 6);
    expect([output.columns, output.rows, told]).toEqual([20, 6, 1]);
    output.write("0123456789ABCDEF\ntwo");
    expect((await stream.lines()).slice(0, 2)).toEqual(["0123456789ABCDEF", "two"]);
    stream.resize(5, 2);
    output.write("0123456789ABCDEF\ntwo\nthree");
    expect(await stream.lines()).toEqual(["01234", "two"]);
    expect(stream.clears()).toBe(3);
  });

  test("a slow terminal gets the latest frame once it has caught up, not all of them", async () => {
    stream.accepts = false;
    output.write("1");
    for (const frame of ["2", "3", "4"]) output.write(frame);
    stream.accepts = true;
    stream.emit("drain");
    expect(await stream.lines()).toEqual(["4", "", "", ""]);
    expect(output.stats).toMatchObject({ frames: 4, painted: 2, dropped: 3 });
  });

  test("leaving gives the terminal back once; frames that come later are not shown", async () => {
    output.write("game");
    output.leave();
    const written = stream.writes.length;
    output.leave();
    output.write("late");
    expect(stream.writes.length).toBe(written);
    expect(await stream.lines()).toEqual(["", "", "", ""]);
    expect(stream.emulator.buffer.active.type).toBe("normal");
  });

  test("entering again paints the latest frame", async () => {
    output.write("game");
    output.leave();
    await stream.lines();
    expect(stream.emulator.buffer.active.type).toBe("normal");
    output.write("later");
    output.enter();
    expect((await stream.lines())[0]).toBe("later");
  });
});
