/** Input as people, their keyboards, tools and chats write it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
    ["with characters that nobody sees", `\u200b${code.slice(0, 6)}\u00ad${code.slice(6)}\u200b`],
  ])("%s is read", async (_how, text) => {
    expect(await line(text)).toBe("dns · box 2");
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

  it("of text holds a line of notation", async () => {
    expect(await line(file("d.txt", "dns; box 2\r\n"))).toBe("dns · box 2");
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

  it("help and version are commands too", async () => {
    expect((await play("help")).out).toContain("Exit codes");
    expect((await play("version")).out).toMatch(/^\S+\n$/);
    expect(JSON.parse((await play("version", "--json")).out)).toHaveProperty("version");
    expect(await refusal("help", "slove")).toContain("did you mean solve?");
  });

  it.each([
    [["levels", "--saves", "x"], "it belongs to the game itself"],
    [["levels", "--colour"], "--ascii"],
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
