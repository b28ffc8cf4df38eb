import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { levels } from "../../src/levels/index.ts";
import { play, playJson } from "../helpers/command-line.ts";
import { words } from "../helpers/english.ts";

const json = playJson<Record<string, never>>;

describe("play levels", () => {
  it("lists every level with its budget, goals and number of designs", async () => {
    const levels = (await json("levels")) as unknown as Record<string, unknown>[];
    expect(levels[0]).toMatchObject({ level: 1, id: "01-single-server", title: "Single server" });
    for (const level of levels)
      expect(Object.keys(level)).toEqual(["level", "id", "title", "budget", "goals", "designs"]);
  });

  it("is a readable table without --json", async () => {
    expect((await play("levels")).out).toMatch(/Single server +\$150 +p95 ≤ 60 ms, availability ≥ 97.0 %/);
  });
});

describe("play brief", () => {
  it("tells the story, draws the traffic and lists the goals within 80 columns", async () => {
    const { out, code } = await play("brief", "1");
    expect(code).toBe(0);
    expect(out).toContain("goes live tonight");
    expect(out).toContain("600/s │");
    for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
  });
});

describe("play numbers", () => {
  it("says the numbers of one level in sentences within 80 columns", async () => {
    const { out, code } = await play("numbers", "cache");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Level 6 {2}Cache\nNUMBERS TO SAY ALOUD\n\nA call to a cache\nHere: 0.5 ms. Usually: /,
    );
    for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
  });

  it("gives all levels where none is named, and one document each way as JSON", async () => {
    const all = (await json("numbers")) as unknown as Record<string, unknown>[];
    const [first] = all;
    expect(Object.keys(first ?? {})).toEqual(["level", "id", "numbers"]);
    expect(await json("numbers", "1")).toEqual(first);
    expect(all).toHaveLength(levels.length);
    const { out } = await play("numbers");
    expect(out.match(/NUMBERS TO SAY ALOUD/g)).toHaveLength(levels.length);
  });
});

describe("play ladder", () => {
  it("lists the topics of every level, and says one with its rungs within 80 columns", async () => {
    const all = await play("ladder");
    expect(all.out).toMatch(/Level 6 {2}Cache\n(?: {2}[a-z-]+ +.+\n)* {2}stampede +Stampede\n/);
    const one = await play("ladder", "stampede");
    expect(one.out).toMatch(/^Stampede\n\nRung 1 of 4\n/);
    expect(one.out).toMatch(/The figure: [\d,]+ computations; within a factor of 1.2 is right/);
    expect(one.out).not.toMatch(/[{}]/);
    for (const { out } of [all, one])
      for (const line of out.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  it("draws its figures by the seed, the same ones each time, and gives them as JSON", async () => {
    const figureOf = async (seed: string) =>
      ((await json("ladder", "stampede", "--seed", seed)) as unknown as { rungs: { figure?: unknown }[] })
        .rungs[1]?.figure;
    expect(await figureOf("3")).toEqual(await figureOf("3"));
    const posed = await Promise.all(["1", "2", "3", "4", "5", "6"].map(figureOf));
    expect(new Set(posed.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
    const topics = (await json("ladder")) as unknown as { id: string }[];
    expect(topics.map(({ id }) => id)).toContain("stampede");
  });

  it("names the nearest where no ladder is called so", async () => {
    expect(await play("ladder", "stampeed")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no ladder is called "stampeed": did you mean "stampede"\?/),
    });
  });
});

describe("play simulate", () => {
  it("passes the lesson with code 0 and the documented JSON", async () => {
    const { out, code } = await play("simulate", "--level", "1", "--design", "lesson", "--json");
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual([
      ...[
        "level",
        "seed",
        "design",
        "version",
        "passed",
        "stars",
        "costPerMonth",
        "forecastPerMonth",
        "budget",
        "goals",
        "starGoals",
        "audit",
        "indicators",
      ],
      ...["ledger", "latency", "bill", "causes"],
    ]);
    expect(result).toMatchObject({ level: 1, passed: true, design: "dns · box 2", costPerMonth: 71 });
    const { offered, answered, failed, inFlight, failedBy } = result.ledger;
    expect(offered).toBe(answered + failed + inFlight);
    expect(Object.values(failedBy as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(failed);
  });

  it("says how the goals of the further stars came out, of a run of its own as well, and none of a failure", async () => {
    const design = "dns · lb 2 policy=least interval=10s retry · web 8×8 · db 8 · kv 1";
    const { out } = await play("simulate", "--level", "4", "--design", design, "--json");
    const { stars, starGoals } = JSON.parse(out);
    expect(stars).toBe(3);
    expect(starGoals).toMatchObject([
      {
        star: 2,
        ownRun: false,
        goals: [{ indicator: "availability", bound: "atLeast", target: 0.996, met: true }],
      },
      {
        star: 3,
        ownRun: true,
        goals: [
          { indicator: "availability", bound: "atLeast", target: 0.993, met: true },
          { indicator: "latencyP99Ms", bound: "atMost", target: 100, met: true },
        ],
      },
    ]);
    expect(starGoals[1].goals[0].value).not.toBe(starGoals[0].goals[0].value);
    const failure = await play("simulate", "--level", "4", "--design", "start", "--json");
    expect(JSON.parse(failure.out).starGoals).toEqual([]);
  });

  it("fails the nano box with code 1 and says why", async () => {
    const { out, code } = await play("simulate", "--level", "1", "--design", "dns; box 1");
    expect(code).toBe(1);
    expect(out).toMatch(/t=30\d +the box/);
    expect(out).toContain("A news site puts Pica on its front page.");
  });

  it("says the same, to the last byte, for the same seed, and something else for another", async () => {
    const run = (seed: string) =>
      play("simulate", "--level", "1", "--design", "lesson", "--seed", seed, "--series", "--json");
    expect((await run("5")).out).toBe((await run("5")).out);
    expect((await run("5")).out).not.toBe((await run("6")).out);
  });

  it("keeps a series per tick of everything that can be watched", async () => {
    const { series } = (await json(
      "simulate",
      "--level",
      "1",
      "--design",
      "lesson",
      "--series",
    )) as never as {
      series: Record<string, number[]>;
    };
    for (const name of ["offered", "answered", "failed", "latencyP95Ms", "box.utilization"])
      expect(series[name]).toHaveLength(600);
    expect(Math.max(...(series["box.utilization"] as number[]))).toBeCloseTo(0.72, 1);
  });

  it("reads a design from a JSON file", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "ztm-")), "design.json");
    writeFileSync(
      file,
      JSON.stringify({ dns: { domain: true }, sites: [{ region: "us", box: { size: 2 } }] }),
    );
    expect((await play("simulate", "--level", "1", "--design", file)).code).toBe(0);
  });
});

describe("play simulate --runs", () => {
  const days = ["simulate", "--level", "1", "--runs", "3", "--design"];

  it("tells how many days meet each goal, and the least, median and most of each figure", async () => {
    const { out, code } = await play(...days, "lesson");
    expect(code).toBe(0);
    expect(out).toMatch(/least +median +most +met by/);
    expect(out).toMatch(/✓ +p95 .* 3 of 3 +goal ≤ 60 ms/);
    expect(out).toContain("All 3 runs pass");
  });

  it("prints the same as JSON, and fails where not every day passes", async () => {
    const { out, code } = await play(...days, "dns · box 1", "--seed", "5", "--json");
    expect(code).toBe(1);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ level: 1, seeds: [5, 6, 7], runs: 3, passed: 0 });
    for (const { min, median, max } of Object.values<Record<string, number>>(found.indicators)) {
      expect(min).toBeLessThanOrEqual(median!);
      expect(median).toBeLessThanOrEqual(max!);
    }
  });
});

describe("play lab queue", () => {
  it("prints the simulated value beside Erlang's", async () => {
    const { simulated, theory } = (await json(
      ...["lab", "queue", "--arrival", "80", "--service", "12.5", "--servers", "8"],
    )) as never as Record<string, Record<string, number>>;
    expect(Object.keys(simulated as object)).toEqual(["meanMs", "p50Ms", "p95Ms", "p99Ms", "utilization"]);
    for (const name of Object.keys(simulated as object))
      expect(Math.abs((simulated as never)[name] / (theory as never)[name] - 1)).toBeLessThan(0.03);
  });
});

describe("play export", () => {
  const line = "dns · lb 2 · web 9×8 · db 4 + 3×4 zones=AB";

  it.each([
    ["text", "┌─ balancer"],
    ["svg", "<svg"],
    ["mermaid", "flowchart"],
    ["line", line],
    ["json", '"replicas":3'],
  ])("draws a design as %s", async (format, expected) => {
    const { code, out } = await play("export", line, "--format", format);
    expect(code).toBe(0);
    expect(out).toContain(expected);
  });

  it("keeps to plain characters with --ascii", async () => {
    const { out } = await play("export", line, "--ascii");
    expect(out).toContain("balancer");
    expect(out).toMatch(/^[\n -~]*$/);
  });
});

describe("play export --out", () => {
  const folder = mkdtempSync(join(tmpdir(), "ztm-export-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("writes what would have been printed, and never over a file", async () => {
    const path = join(folder, "line.txt");
    expect(await play("export", "box 1", "--format", "line", "--out", path)).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    const { out } = await play("export", "box 1", "--format", "line");
    expect(readFileSync(path, "utf8")).toBe(out);
    const again = await play("export", "box 2", "--format", "line", "--out", path);
    expect(again).toMatchObject({ code: 2, out: "", err: expect.stringContaining("is there already") });
    expect(readFileSync(path, "utf8")).toBe(out);
  });

  it("says in one line that a folder is missing", async () => {
    const { code, err } = await play("export", "box 1", "--out", join(folder, "none", "x.txt"));
    expect(code).toBe(2);
    expect(err).toMatch(/^play: .* cannot be written \(ENOENT\).*\n$/);
  });
});

describe("play export of a run", () => {
  it("makes a card of a share code, the same as of its design on its level", async () => {
    const { code, out } = await play("export", "lesson", "--level", "1", "--format", "card");
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(4);
    const shared = /ztm-\S+/.exec(out)![0];
    expect((await play("export", shared, "--format", "card")).out).toBe(out);
  });

  it("makes it in plain characters with --ascii", async () => {
    const { out } = await play("export", "lesson", "--level", "1", "--format", "card", "--ascii");
    expect(out).toMatch(/^[\n -~]*$/);
    expect(out).toContain("passed ***");
  });

  it("makes a card of a puzzle's run, which no code can name", async () => {
    const { code, out } = await play("export", "start", "--puzzle", "idle-boxes", "--format", "card");
    expect(code).toBe(0);
    const { title } = words.puzzles.wastes["idle-boxes"]!;
    expect(out).toMatch(new RegExp(`^zero-to-millions ${title}\n(?:passed|not yet) `));
    expect(out).not.toContain("ztm-");
  });

  it("makes a cast and a film", async () => {
    const { out: cast } = await play("export", "start", "--level", "1", "--format", "cast");
    expect(JSON.parse(cast.split("\n")[0]!)).toMatchObject({ version: 2, width: 80, height: 24 });
    const { out: svg } = await play("export", "start", "--level", "1", "--format", "film.svg");
    expect(svg).toMatch(/^<svg .*<\/svg>\n$/s);
  });

  it.each([
    [["box 1"], "a card or a film is of a run"],
    [["ztm-1-zzzz-b-2k0"], "share code"],
    [["start", "--level", "99"], 'there is no level "99"'],
    [["start", "--level", "1", "--day", "2026-11-26"], "--day"],
    [["start", "--level", "1", "--puzzle", "idle-boxes"], "--puzzle and --level"],
    [["start", "--puzzle", "idle-boxs"], "did you mean idle-boxes?"],
    [["start", "--puzzle", "six-copies"], "play puzzle six-copies --fault F"],
    [["cdn", "--puzzle", "idle-boxes"], "does not sell"],
    [["zts-1-2"], "a system of your own has no card"],
    [["web 99×8", "--level", "1"], "web"],
  ])("refuses %j in one line", async (words, told) => {
    const { code, out, err } = await play("export", ...words, "--format", "card");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(told);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("play endless", () => {
  it("adds a quarter to the finale's traffic until something breaks, and scores what passes", async () => {
    const { lamps, score, days } = (await json("endless")) as unknown as {
      lamps: Record<string, boolean>;
      score: number;
      days: { factor: number; passed: boolean; score: number }[];
    };
    expect(days.map(({ factor }) => factor)).toEqual(days.map((_, n) => 1.25 ** n));
    expect(days.at(-1)?.score).toBe(0);
    expect(score).toBeCloseTo(days.reduce((sum, day) => sum + day.score, 0));
    expect(score).toBeGreaterThan(0);
    expect(Object.values(lamps)).toEqual(Array(8).fill(true));
    expect(days.at(-1)?.passed).toBe(false);
    expect(days.slice(0, -1).every(({ passed }) => passed)).toBe(true);
  });
});

describe("bad input", () => {
  it.each([
    [["levles"], "did you mean levels?"],
    [["simulate"], "--level is missing"],
    [["simulate", "--level", "99", "--design", "start"], 'there is no level "99"'],
    [["simulate", "--level", "1"], "a design is missing"],
    [["simulate", "--level", "1", "--design", "start", "--runs", "0"], "--runs 0: expected"],
    [["simulate", "--level", "1", "--design", "start", "--runs", "2", "--series"], "--runs and --series"],
    [["simulate", "--scenario", "day.json", "--design", "box 1", "--runs", "2"], "--runs needs --level"],
    [["simulate", "--level", "1", "--design", "box 3"], "at character 5: expected size as one of 0, 1, 2"],
    [["simulate", "--level", "1", "--design", "dns · lb 2 · web 2×8"], "does not sell lb.nodes"],
    [
      ["simulate", "--level", "1", "--design", "start", "--seed", "NaN"],
      "--seed NaN: expected a whole number",
    ],
    [["simulate", "--level", "1", "--design", "start", "--seed", "-1"], "--seed -1: expected"],
    [["simulate", "--level", "1", "--design", "start", "--seed", "1e99"], "--seed 1e99: expected"],
    [["simulate", "--level", "1", "--design", "nowhere.json"], "nowhere.json cannot be read (ENOENT)"],
    [["simulate", "--level", "1", "--desing", "start"], "did you mean --design?"],
    [["simulate", "--level", "1", "--design", "start", "--seed"], "--seed needs a value"],
    [["brief"], "brief needs N"],
    [["numbers", "99"], "99"],
    [["brief", "1", "2"], 'does not know "2"'],
    [["lab", "quue"], "did you mean queue?"],
    [["lab", "queue", "--arrival", "5"], "--service is missing"],
    [
      ["lab", "queue", "--arrival", "-5", "--service", "1", "--servers", "1"],
      "--arrival -5: expected a number",
    ],
    [
      ["lab", "queue", "--arrival", "1", "--service", "1", "--servers", "1.5"],
      "--servers 1.5: expected a whole",
    ],
    [["export", "\u001b[2Jweb"], "expected a part"],
    [["replay", "ztm-1-3-b-1x"], "a letter of it was changed"],
    [["solve", "1", "--shard", "5/4"], "--shard 5/4: expected i/n"],
  ])("play %j gets one line and code 2", async (words, expected) => {
    const { code, out, err } = await play(...words);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f]/);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it("does not follow a hostile file", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "ztm-")), "evil.json");
    writeFileSync(file, '{"__proto__": {"polluted": true}, "constructor": {}}');
    const { code, err } = await play("simulate", "--level", "1", "--design", file);
    expect(code).toBe(2);
    expect(err).toContain("a design has no part");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("play solve", () => {
  it("finds the cheapest design, the best per goal and the Pareto front of level 1", async () => {
    const answer = (await json("solve", "1", "--jobs", "1")) as Record<string, unknown>;
    expect(answer).toMatchObject({
      level: 1,
      complete: true,
      cheapest: { design: "dns · box 2", costPerMonth: 71 },
    });
    expect(Object.keys(answer["bestByGoal"] as object)).toEqual(["latencyP95Ms", "availability"]);
    expect((answer["paretoFront"] as { design: string }[]).map(({ design }) => design)).toContain(
      "dns · box 2",
    );
  });

  it("gives shards that add up to the whole", async () => {
    const part = async (shard: string) =>
      (await json("solve", "1", "--jobs", "1", "--shard", shard)) as never as { tried: number };
    const whole = (await json("solve", "1", "--jobs", "1")) as never as { tried: number };
    expect((await part("1/2")).tried + (await part("2/2")).tried).toBe(whole.tried);
  });
});
