import { gzipSync } from "node:zlib";
import xterm from "@xterm/headless";
import { describe, expect, test } from "vitest";
import { toCast, toFilmSvg } from "../../src/film/formats.ts";
import { captionOf } from "../../src/film/index.ts";
import { filming } from "../../src/film/record.ts";
import { finish } from "../../src/game/index.ts";
import { lessons, words } from "../helpers/english.ts";
import { filmLimits, filmOf, judgedRun } from "../helpers/filmed.ts";

const { Terminal } = xterm;
const [lesson] = lessons;
const won = judgedRun(lesson!, lesson!.level.lesson);
const film = filmOf(won);
const caption = captionOf(words, won);
const bare = (lines: readonly string[] | undefined) =>
  lines?.join("\n").replace(/\u001B\[[\d;]*m/g, "") ?? "";

describe("a film of a run", () => {
  test("begins with the first second and ends with the first page of the debrief", () => {
    const { ticks } = won.lesson.level.scenario;
    expect(bare(film.frames[0]?.lines)).toMatch(new RegExp(`t=[01] of ${ticks} s`));
    expect(bare(film.frames.at(-2)?.lines)).toContain(`t=${ticks} of ${ticks} s`);
    expect(bare(film.frames.at(-1)?.lines)).toContain("PASSED");
    expect(bare(film.frames.at(-1)?.lines)).toContain("GOALS");
  });

  test("has few frames, in order, each another than the one before, and time for the last", () => {
    expect(film.frames.length).toBeLessThanOrEqual(filmLimits.frames);
    for (const [n, { atMs, lines }] of film.frames.entries()) {
      expect(lines).toHaveLength(film.room.rows);
      const next = film.frames[n + 1];
      expect(next?.atMs ?? film.lengthMs).toBeGreaterThan(atMs);
      expect(next?.lines).not.toEqual(lines);
    }
    expect(film.lengthMs - film.frames.at(-1)!.atMs).toBeGreaterThanOrEqual(3_000);
  });

  test("is the same every time, and changes nothing of the run", () => {
    expect(filmOf(won)).toEqual(film);
  });

  test("is drawn in plain characters where that is asked for", () => {
    const plain = finish(filming({ run: won, words, isAscii: true }));
    for (const { lines } of plain.frames) expect(bare(lines)).toMatch(/^[\n -~]*$/);
    expect(plain.frames.length).toBeGreaterThan(40);
  });
});

describe("as a picture that moves", () => {
  const svg = toFilmSvg(film, caption);

  test("it is small, has all frames and says what it shows", () => {
    expect(gzipSync(svg).length).toBeLessThanOrEqual(filmLimits.svgGzipBytes);
    expect(svg.match(/translateY/g)).toHaveLength(film.frames.length);
    expect(svg).toContain("<title>zero-to-millions level 1, Single server</title>");
    expect(svg).toMatch(/<desc>[^<]*passed ★★★[^<]*ztm-1-[^<]*<\/desc>/);
  });

  test("it asks for nothing from anywhere, and runs nothing", () => {
    expect(svg).not.toMatch(/<script|<image|<foreignObject|\bon\w+=|url\(|@import/);
    expect(svg.match(/href="[^"]*"/g)?.filter((each) => !each.startsWith('href="#r'))).toEqual([]);
    expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  });
});

describe("as a cast", () => {
  const [head = "", ...events] = toCast(film, caption)
    .split("\n")
    .map((line) => JSON.parse(line));

  test("it has the header of a cast and writes alone, at times that never go back", () => {
    expect(head).toMatchObject({ version: 2, width: 80, height: 24, title: caption.title });
    expect(events.length).toBeLessThanOrEqual(filmLimits.frames + 1);
    let before = 0;
    for (const event of events) {
      expect(event).toEqual([expect.any(Number), "o", expect.any(String)]);
      expect(event[0]).toBeGreaterThanOrEqual(before);
      before = event[0];
    }
    expect(before).toBe(film.lengthMs / 1_000);
  });

  test("a terminal that plays it to its end shows the last screen", async () => {
    const { columns, rows } = film.room;
    const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
    for (const [, , written] of events) await new Promise<void>((done) => terminal.write(written, done));
    const buffer = terminal.buffer.active;
    const shown = Array.from({ length: rows }, (_, row) =>
      buffer.getLine(row)!.translateToString().trimEnd(),
    );
    expect(shown.join("\n")).toBe(
      bare(film.frames.at(-1)?.lines)
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n"),
    );
  });

  test("who plays it sees each frame of the film", () => {
    const screen: string[] = [];
    for (const [n, { lines }] of film.frames.entries()) {
      const rows = [
        ...events[n][2].matchAll(/\u001B\[(\d+);1H\u001B\[2K(.*?)\u001B\[0m(?=\u001B\[\d+;1H|$)/g),
      ];
      for (const [, row, line] of rows) screen[Number(row) - 1] = line!;
      expect(screen).toEqual(lines);
    }
  });

  test("it is small, and gives the cursor back", () => {
    expect(toCast(film, caption).length).toBeLessThanOrEqual(filmLimits.castBytes);
    expect(events.at(-1)[2]).toBe("\u001B[?25h");
  });
});
