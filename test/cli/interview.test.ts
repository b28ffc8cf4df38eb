/** Interviews without a screen: held, interrupted after any line and gone on with, from a file, as a report to take along. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { emptySave, type Save } from "../../src/saves/index.ts";
import { play } from "../helpers/command-line.ts";
import { type Held, holdInterview } from "../helpers/interviewed.ts";

/** The quickest system to judge. */
const level = "01-single-server";
const about = { level, seed: 7 };
const terms = ["1", "--seed", "7", "--jobs", "1"];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-interview-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const saved = (folder: string) => JSON.parse(readFileSync(join(folder, "progress.json"), "utf8")) as Save;

const folder = mkdtempSync(join(tmpdir(), "ztm-interview-"));
const held: Held = await holdInterview([...terms, "--saves", folder], about);
const whole = saved(folder);
rmSync(folder, { recursive: true, force: true });

describe("an interview at a prompt", () => {
  test("goes from the prompt to the report, which is kept", () => {
    expect(held).toMatchObject({ code: 0, err: "" });
    expect(whole.interview).toBeUndefined();
    expect(whole.reports).toHaveLength(1);
  });

  test("interrupted after every single line is gone on with, and comes to the same report", async () => {
    const at = newFolder();
    const typed: string[] = [];
    let code = 0;
    for (let line = 0; line < held.typed.length; line++) {
      const words = line === 0 ? terms : ["--jobs", "1"];
      const part = await holdInterview([...words, "--saves", at], about, { stopAfter: 1 });
      typed.push(...part.typed);
      code = part.code;
      if (saved(at).reports.length > 0) break;
      expect(part.out).toContain("play interview goes on with it");
    }
    expect(code).toBe(0);
    expect(typed).toEqual(held.typed);
    const [report] = saved(at).reports;
    const [once] = whole.reports;
    expect(untimed(report)).toEqual(untimed(once));
  });

  test("that is not over is not given up for another one unless that is asked for", async () => {
    const at = newFolder();
    await holdInterview([...terms, "--saves", at], about, { stopAfter: 2 });
    const other = await play("interview", "1", "--saves", at);
    expect(other).toMatchObject({ code: 2, out: "" });
    expect(other.err).toMatch(/^play: an interview is not over \(it is at "Estimate"\): .*--anew.*\n$/);
    const anew = await holdInterview([...terms, "--anew", "--saves", at], about, { stopAfter: 0 });
    expect(anew.code).toBe(0);
    expect(saved(at).interview?.phase).toBe("clarify");
  });
});

describe("an interview from a file", () => {
  const file = (lines: readonly string[]) => {
    const path = join(newFolder(), "answers.txt");
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  };

  test("comes to the report that the same answers at a prompt come to, and saves nothing", async () => {
    const at = newFolder();
    const path = file(held.typed);
    const { code, out, err } = await play("interview", ...terms, "--answers", path, "--saves", at, "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(untimed({ at: "", report: JSON.parse(out) })).toEqual(untimed(whole.reports[0]));
    expect(() => saved(at)).toThrow("ENOENT");
  });

  test("that ends too early says where", async () => {
    const { code, err } = await play("interview", ...terms, "--answers", file(held.typed.slice(0, 3)));
    expect(code).toBe(2);
    expect(err).toMatch(/^play: .* ends at "Estimate": an answer a line, up to your own marks\n$/);
  });
});

describe("a report", () => {
  test("is written as Markdown, with the design as a picture, never over a file", async () => {
    const at = newFolder();
    writeFileSync(join(at, "progress.json"), JSON.stringify(whole));
    const path = join(at, "report.md");
    const again = ["interview", "--last", "--saves", at, "--report", path];
    const { code, out } = await play(...again);
    expect(code).toBe(0);
    expect(held.out).toContain(out);
    expect(readFileSync(path, "utf8")).toMatch(/^# .*```mermaid\n/s);
    const twice = await play(...again);
    expect(twice).toMatchObject({ code: 2, out: "" });
    expect(twice.err).toContain("is there already");
  });

  test("that is not there yet is told", async () => {
    const at = newFolder();
    writeFileSync(join(at, "progress.json"), JSON.stringify(emptySave()));
    const { code, err } = await play("interview", "--last", "--saves", at);
    expect(code).toBe(2);
    expect(err).toMatch(/^play: there is no report yet: /);
  });
});

test.each([
  [["42"], /42/],
  [["--bar", "principal"], /junior, senior.*staff/],
  [["--minutes", "4"], /5 to 120/],
  [["--minutes", "121"], /5 to 120/],
  [["--minutes", "20", "--no-timer"], /exclude each other/],
  [["--seed", "-1"], /--seed/],
  [["--answers", "/nowhere/answers.txt"], /cannot be read/],
])("bad input %j is one line, and changes nothing", async (words, said) => {
  const at = newFolder();
  const { code, out, err } = await play("interview", ...words, "--saves", at);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(said);
  expect(err).toMatch(/^play: [^\n]+\n$/);
  expect(() => saved(at)).toThrow("ENOENT");
});

/** Without what depends on when it was held. */
function untimed(found: { readonly at: string; readonly report: object } | undefined): object {
  const { times: _, ...report } = { times: [], ...found?.report };
  return report;
}
