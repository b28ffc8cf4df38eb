import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { play } from "../helpers/command-line.ts";

describe("play real level", () => {
  it.each([
    [["9"], /this design has two sites/],
    [["12"], /this design has shards/],
    [
      ["4", "--design", "wrong:Z"],
      /level 4 has no wrong answer "z" with a design: give one of wrong:naive, wrong:A/,
    ],
    [["1", "--design", "wrong:C"], /no wrong answer "c"/],
    [["4", "--seconds", "59"], /--seconds 59: expected a whole number from 60 to 120/],
    [["4", "--seconds", "121"], /expected a whole number from 60 to 120/],
    [["77"], /there is no level "77"/],
    [[], /give one of 1, 2/],
    [["4", "--design", "dns · box 2"], /box/],
  ])("%j says in one line what is wrong, and starts nothing", async (words, said) => {
    const folder = mkdtempSync(join(tmpdir(), "ztm-level-"));
    const { TMPDIR } = process.env;
    process.env.TMPDIR = folder;
    onTestFinished(() => {
      process.env.TMPDIR = TMPDIR ?? "";
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      rmSync(folder, { recursive: true });
    });
    const { code, err, out } = await play("real", "level", ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim()).toMatch(said);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});
