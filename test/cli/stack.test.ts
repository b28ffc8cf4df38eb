import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { play } from "../helpers/command-line.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "ztm-stack-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const compose = (design: string, level: string, out: string) =>
  play("export", design, "--level", level, "--format", "compose", "--out", out);

describe("play export --format compose", () => {
  it("fills a folder whose README has the expected figures, the scale and what is left out", async () => {
    const out = join(folder(), "stack");
    expect(await compose("lesson", "1", out)).toMatchObject({ code: 0, err: "" });
    const readme = readFileSync(join(out, "README.md"), "utf8");
    expect(readme).toMatch(/\| p95 \| \d+ ms \| ± [\d.]+ ms \| ≤ 270 ms \|/);
    expect(readme).toContain("8 times fewer requests, work 8 times as long");
    expect(readme).toContain("Nothing of the design is left out.");
    expect(readdirSync(out)).toEqual(expect.arrayContaining(["compose.yml", "load.mjs", "web.mjs", "k6.js"]));
    expect(await compose("lesson", "1", out)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is there and not empty: give another folder/),
    });
  });

  it("asks for a level, for a folder, and for a design that can be a stack", async () => {
    const out = join(folder(), "stack");
    const say = async (...words: string[]) => (await play("export", ...words, "--format", "compose")).err;
    expect(await say("dns · box 2", "--out", out)).toMatch(/give --level, or a share code/);
    expect(await say("lesson", "--level", "1")).toMatch(/give --out DIR/);
    expect(await say("lesson", "--level", "9", "--out", out)).toMatch(/this design has two sites/);
    expect(await say("start", "--level", "1", "--out", out)).toMatch(/has no server: add a box/);
    expect(await say("lesson", "--level", "12", "--out", out)).toMatch(/has shards/);
    expect(await say("start", "--level", "7", "--out", out)).toMatch(
      /has on this day .*: users of other regions/,
    );
  });

  it("says that a folder cannot be written, or is a file", async () => {
    const file = join(folder(), "file");
    writeFileSync(file, "");
    expect((await compose("lesson", "1", file)).err).toMatch(/is there already: give another name/);
    expect((await compose("lesson", "1", join(file, "x"))).err).toMatch(/cannot be written \(ENOTDIR\)/);
  });
});

describe("play check", () => {
  const expected = {
    format: "zero-to-millions expected 1",
    level: 1,
    design: "dns · box 2",
    roundTripMs: 30,
    indicators: { availability: { mean: 0.99, deviation: 0.001 }, latencyP95Ms: { mean: 100, deviation: 5 } },
  };
  const results = (p95: number) => ({
    format: "zero-to-millions load 1",
    indicators: { availability: 0.99, latencyP95Ms: p95 },
  });

  function beside(said: unknown, about: unknown = expected): string {
    const path = folder();
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "expected.json"), JSON.stringify(about));
    writeFileSync(join(path, "results.json"), typeof said === "string" ? said : JSON.stringify(said));
    return join(path, "results.json");
  }

  it("puts what was measured beside what is expected, and ends with 0 when it holds, with 1 when not", async () => {
    const held = await play("check", beside(results(120)));
    expect(held).toMatchObject({ code: 0, err: "" });
    expect(held.out).toMatch(/p95 +100 ms +± 5(?:\.0)? ms +120 ms +holds/);
    expect(held.out).toContain("2 of 2 as expected");
    const apart = await play("check", beside(results(900)));
    expect(apart.code).toBe(1);
    expect(apart.out).toMatch(/900 ms +apart/);
    const { out } = await play("check", beside(results(900)), "--json");
    expect(JSON.parse(out).rows[1]).toMatchObject({ indicator: "latencyP95Ms", isWithin: false });
  });

  it("says what is no file of results, no JSON, or lies beside nothing that is expected", async () => {
    expect(await play("check", beside([1]))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/holds no results: give the results.json/),
    });
    expect((await play("check", beside("{"))).err).toMatch(/is not JSON/);
    expect((await play("check", beside(results(1), { a: 1 }))).err).toMatch(/does not say what is expected/);
    expect((await play("check", join(folder(), "results.json"))).err).toMatch(/cannot be read \(ENOENT\)/);
  });
});
