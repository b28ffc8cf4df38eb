import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { keepFile, writeNew } from "../../src/process/new-file.ts";

const all = mkdtempSync(join(tmpdir(), "ztm-new-file-"));
afterAll(() => rmSync(all, { recursive: true }));
let here: string;
beforeEach(() => {
  here = mkdtempSync(join(all, "x"));
});

test("a file is written whole, and never over one that is there", () => {
  const path = join(here, "a.svg");
  writeNew(path, "one");
  expect(() => writeNew(path, "two")).toThrow(/EEXIST/);
  expect(readFileSync(path, "utf8")).toBe("one");
});

test("what has its name already gets a number, as far as there are some", () => {
  const places = ["one", "two", "three"].map((text) => keepFile([here], "a.svg", text));
  expect(places).toEqual(["a.svg", "a-2.svg", "a-3.svg"].map((name) => ({ place: join(here, name) })));
  expect(readFileSync(join(here, "a-2.svg"), "utf8")).toBe("two");
  for (let n = 4; n <= 99; n++) writeFileSync(join(here, `a-${n}.svg`), "");
  expect(keepFile([here], "a.svg", "x")).toEqual({ errno: "EEXIST" });
  expect(readdirSync(here)).toHaveLength(99);
});

test("where a folder refuses, the next one is asked; what the last one says is told", () => {
  const none = join(here, "none");
  expect(keepFile([none, here], "a.cast", "x")).toEqual({ place: join(here, "a.cast") });
  expect(keepFile([none], "a.cast", "x")).toEqual({ errno: "ENOENT" });
  expect(existsSync(none)).toBe(false);
});
