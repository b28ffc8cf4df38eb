/** Input as people, their keyboards, tools and chats write it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { shareCode } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { design } from "../../src/sim/index.ts";
import { play } from "../helpers/command-line.ts";

const line = async (text: string) => (await play("export", text, "--format", "line")).out.trim();
const refusal = async (...words: string[]) => {
  const { code, out, err } = await play(...words);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  return err;
};

/** A file of its own for one test. */
function file(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm-input-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("a design", () => {
  it.each(
    [
      "DNS · Box 2",
      "dns, box 2",
      "dns • box 2",
      "dns・box 2",
      "dns；box ２",
      "dns / box 2",
      "dns → box 2",
    ].concat([
      "“dns · box 2”",
      "dns\nbox 2\n",
      "\ufeffdns · box 02 ·",
      "dns;; box2",
      "dns; box=2",
      "dns; box: 2",
      "dns; box ×2",
    ]),
  )("written %j is dns · box 2", async (text) => {
    expect(await line(text)).toBe("dns · box 2");
  });

  it.each([
    ["web 9X8", "web 9×8"],
    ["web 9 by 8", "web 9×8"],
    ["db 4+3x4 ZONES=ab", "db 4 + 3×4 zones=AB"],
    ["cache 3 TTL=1h30m", "cache 3 ttl=90m"],
  ])("written %j is %s", async (text, meant) => {
    expect(await line(text)).toBe(meant);
  });

  it.each([
    ["dns; bx 2", 'did you mean "dns · box 2"?'],
    ["dns box 2", 'expected · or ; before box, found "box": did you mean "dns · box 2"?'],
    ["cashe 3 invalidat", 'did you mean "cache 3 invalidate"?'],
    ["cache 3 invalidate invalidate", 'expected invalidate once, found "invalidate"'],
  ])("written %j is corrected", async (text, told) => {
    expect(await refusal("export", text)).toContain(told);
  });

  it("without its quotes is told to have some", async () => {
    expect(await refusal("export", "dns", "box", "2")).toContain("Put the whole design in quotes");
  });
});

describe("a share code", () => {
  const level = levels[0]!;
  const code = shareCode(level, design("dns · box 2"), 11) as string;

  it.each([
    ["as it is", code],
    ["in capitals", code.toUpperCase()],
    ["in quotes, with a full stop", `"${code}".`],
    ["in a sentence", `try ${code}, it is cheap!`],
    ["in Markdown", `\`${code}\``],
    ["in italics", `_${code}_`],
    ["broken over two lines", `${code.slice(0, 8)}\r\n  ${code.slice(8)}`],
    ["with long hyphens", code.replaceAll("-", "–")],
    ["quoted and broken by a mail", `> ${code.slice(0, 8)}=\r\n> ${code.slice(8)}\r\n> \r\n> Bob`],
    ["over two lines, with a name below", `${code.slice(0, 8)}\n${code.slice(8)}\nBob`],
    ["in the characters of quoted-printable", code.replaceAll("-", "=2D")],
    ["in an address", `https://example.org/?run=${code.replaceAll("-", "%2D")}&x=1`],
    ["in HTML", `<p>&nbsp;<b>${code.slice(0, 6)}<wbr>${code.slice(6).replaceAll("-", "&#45;")}</b>&gt;</p>`],
    ["in angle brackets", `<${code}>`],
    ["in a table", `"1","${code}","x"`],
    ["in a link of Markdown", `[${code}](https://example.org)`],
    ["escaped for Markdown", code.replaceAll("-", "\\-")],
    ["with spaces around its hyphens", code.replaceAll("-", " - ")],
    ["in wide characters", code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ["in Turkish capitals", `İ ${code.toLocaleUpperCase("tr")}`],
    ["in colours", `\u001b[1m${code}\u001b[0m`],
    ["with characters that nobody sees", `\u200b${code.slice(0, 6)}\u00ad${code.slice(6)}\u200b`],
  ])("%s is read", async (_how, text) => {
    expect(await line(text)).toBe("dns · box 2");
  });

  it("whose last letter is changed is not mended with what follows", async () => {
    const changed = `${code.slice(0, -1)}${code.endsWith("q") ? "r" : "q"}`;
    for (const text of [changed, `${changed} and so on`, `_${changed}_`])
      expect(await refusal("export", text)).toContain("a letter of it was changed or lost");
  });

  it("with a seed that no --seed would take is refused", async () => {
    const far = shareCode(level, design("dns · box 2"), 2 ** 32) as string;
    expect(await refusal("replay", far)).toContain("its seed is beyond 4294967295");
    const last = shareCode(level, design("dns · box 2"), 2 ** 32 - 1) as string;
    expect((await play("replay", last)).code).toBe(0);
  });
});

describe("a file", () => {
  const json = '{"dns": {"domain": true}, "sites": [{"region": "us", "box": {"size": 2}}]}';

  it.each([
    ["with a byte order mark and CRLF", `\ufeff${json.replaceAll(", ", ",\r\n")}\r\n`],
    ["with comments", `// a design\n${json.replace("{", "{ /* it */")}`],
    ["with a comma too many", json.replace("]}", "],}")],
    ["in UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${json}`, "utf16le")],
    ["in UTF-16 without a mark", Buffer.from(json, "utf16le")],
  ])("%s is read", async (_how, content) => {
    expect(await line(file("d.json", content))).toBe("dns · box 2");
  });

  it.each([
    ["a line of notation", "dns; box 2\r\n"],
    ["lines of it, as an old Mac ends them", "dns\rbox 2\r"],
    ["a comment over it", "# the cheap one\r\n// really\r\ndns; box 2\r\n"],
    ["JSON", json],
    ["JSON under a comment", `// the cheap one\r${json}`],
    ["a share code", `Look:\n> ${shareCode(levels[0]!, design("dns · box 2"), 11)}\n`],
  ])("of text may hold %s", async (_what, content) => {
    expect(await line(file("d.txt", content))).toBe("dns · box 2");
  });

  it("that never ends is read as far as a file may be long", async () => {
    for (const path of ["/dev/zero"].filter(existsSync))
      expect(await refusal("simulate", "--scenario", path, "--design", "box 2")).toContain("too large");
    expect(await line(file("d.json", json.padEnd(1_000_000)))).toBe("dns · box 2");
    expect(await refusal("export", file("d.json", json.padEnd(1_000_001)))).toContain(
      "at most 1000000 bytes",
    );
  });

  it("whose name cannot be looked up is told, and a long line is no name", async () => {
    const here = file("d.txt", "");
    expect(await refusal("export", join(here, "x"))).toContain("is a file, not a folder");
    expect(await refusal("export", "C:\\designs\\none")).toContain("give a file that exists");
    expect(await refusal("export", "./none")).toContain("give a file that exists");
    const long = Array.from({ length: 100 }, () => "dns").join(" ");
    expect(await refusal("export", long)).toContain("at character");
    if (process.platform === "win32") return;
    const loop = join(here, "..", "loop");
    symlinkSync(loop, loop);
    expect(await refusal("export", loop)).toContain("the links go in a circle");
  });

  it.each([
    [
      "a comma is missing",
      '{\n  "dns": {"domain": true}\n  "sites": []\n}',
      "line 3, column 3: a comma is missing",
    ],
    ["of single quotes", "{\n 'dns': {}}", "line 2, column 2: text takes double quotes"],
    ["it ends too soon", '{"dns": {', "line 1, column 10: the text ends here"],
    ["of a number that is none", '{"a": NaN}', "line 1, column 7: a value belongs here"],
    ["more follows", "{}\n{}", "line 2, column 1: this comes after the end"],
    ["of a colon", '{"a" 1}', "line 1, column 6: a colon is missing"],
    ["of a comma, on an old Mac", '{\r"a": 1\r"b": 2}', "line 3, column 1: a comma is missing"],
    ["of a NUL", '{"a": \u0000}', "line 1, column 7: a value belongs here"],
    ["it is empty", "", "line 1, column 1: the text ends here"],
  ])("that is wrong because %s says where", async (_why, content, told) => {
    expect(await refusal("export", file("d.json", content))).toContain(told);
  });

  it("that is no UTF-8 text, or a folder, is told by name", async () => {
    const latin = file("d.json", Buffer.from('{\n"caf\u00e9": 1}', "latin1"));
    expect(await refusal("export", latin)).toContain("is not UTF-8 text from line 2 on: save it as UTF-8");
    const folder = join(latin, "..", "folder.json");
    mkdirSync(folder);
    expect(await refusal("export", folder)).toContain("it is a folder, give a file");
  });
});

describe("flags", () => {
  it.each([[["-h"]], [["help", "solve"]], [["--help"]]])("solve %j explains the command", async (words) => {
    const { code, out } = await play(...(words[0] === "help" ? words : ["solve", ...words]));
    expect(code).toBe(0);
    expect(out).toContain("play solve N");
  });

  it("are known with a single dash too, and what is none is not", async () => {
    expect((await play("levels", "-json")).out).toBe((await play("levels", "--json")).out);
    const one = ["-level", "1", "-design=lesson", "-json"];
    expect((await play("simulate", ...one)).out).toBe(
      (await play("simulate", "--level", "1", "--design", "lesson", "--json")).out,
    );
    expect(await refusal("levels", "-jsn")).toContain("--json");
  });

  it("help and version are commands too", async () => {
    expect((await play("help")).out).toContain("Exit codes");
    expect((await play("version")).out).toMatch(/^\S+\n$/);
    expect(JSON.parse((await play("version", "--json")).out)).toHaveProperty("version");
    expect(await refusal("help", "slove")).toContain("did you mean solve?");
  });

  it.each([
    [["levels", "--saves", "x"], "it belongs to the game itself"],
    [["levels", "--colour"], "--ascii"],
    [["play"], "give one of levels"],
    [["slove"], "did you mean solve?"],
    [["export", "start", "--level", "99"], 'there is no level "99"'],
    [["export", "dns; box 2", "--level", "99"], 'there is no level "99"'],
    [["export", "lb 2 · web 9×8", "--level", "1"], "does not sell"],
    [["export", "box 2", "--json", "--format", "svg"], "exclude each other"],
    [["export", "box 2", "--format", "png"], "expected text, svg, mermaid, json, line"],
    [["solve", "1", "--shard", "5/4"], "--shard 5/4"],
    [["lab", "retries", "--at", "100000"], "--at: the trigger must end before"],
    [["lab", "retries", "--for", "100000"], "--for: the trigger must end before"],
  ])("play %j is told", async (words, told) => {
    expect(await refusal(...words)).toContain(told);
  });

  it.each([
    [["levels"]],
    [["brief", "1"]],
    [["simulate", "--level", "1", "--design", "lesson"]],
    [["solve", "1", "--jobs", "1"]],
    [["help"]],
    [["export", "dns · box 2", "--format", "mermaid"]],
    [["simulate", "--level", "1", "--design", "lesson", "--json"]],
  ])("play %j --ascii prints nothing else", async (words) => {
    const { out } = await play(...words, "--ascii");
    expect(out).toMatch(/^[\n -~]+$/);
    if (words.includes("--json")) expect(JSON.parse(out)).toMatchObject({ design: "dns · box 2" });
  });

  it("a design printed with --ascii can be read again", async () => {
    const { out } = await play("export", "dns · lb 2 · web 9×8 · db 4 + 3×4", "--format", "line", "--ascii");
    expect(await line(out)).toBe("dns · lb 2 · web 9×8 · db 4 + 3×4");
  });
});

describe("a scenario", () => {
  it.each([
    ['{"ticks": 5, "tickSec": 1, "streams": [], "events": [], "moon": 1}', "data is missing"],
    [
      '{"ticks": 5, "tickSec": 1, "streams": [], "events": [], "clients": {}}',
      "data is missing: give an object with objects, objectKb",
    ],
  ])("%s is told what there is", async (content, told) => {
    expect(await refusal("simulate", "--scenario", file("s.json", content), "--design", "box 2")).toContain(
      told,
    );
  });
});
