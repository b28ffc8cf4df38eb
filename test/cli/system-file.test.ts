/** A whole system in a file: judged by its own goals, and every mistake in it one line with place and mend. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { verdictSeeds } from "../../src/game/index.ts";
import { readJson, readJsonOnce } from "../../src/process/json.ts";
import { systemFromJson } from "../../src/rooms/sandbox/index.ts";
import { play, playJson } from "../helpers/command-line.ts";

type Json = Record<string, unknown>;

const inFolder = (name: string) => join(mkdtempSync(join(tmpdir(), "ztm-")), name);
const { out: example } = await play("system", "new");

function fileOf(text: string): string {
  const file = inFolder("system.json");
  writeFileSync(file, text);
  return file;
}

/** The example, made short, with one change. */
function changed(change: (system: Json & { scenario: Json; goals: Json[] }) => void): string {
  const system = readJson(example).value as Json & { scenario: Json; goals: Json[] };
  Object.assign(system.scenario, { ticks: 60, events: [] });
  change(system);
  return fileOf(JSON.stringify(system));
}

const nothing = () => {};

describe("play system new", () => {
  it("writes a system that holds, with a comment on every part, and never over a file", async () => {
    const file = inFolder("mine.json");
    expect((await play("system", "new", file)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(example);
    expect(await play("system", "new", file)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/mine\.json is there already: give another name/),
    });
    const { passed } = await playJson<Json>("simulate", "--system", file);
    expect(passed).toBe(true);
    for (const part of ["design", "goals", "ticks", "streams", "data", "clients", "events"])
      expect(example).toMatch(new RegExp(`// .+\\n *"${part}"`));
    for (const line of example.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  it("says what there is where something else is asked for, or the place cannot be written", async () => {
    expect((await play("system", "old")).err).toMatch(/has no "old": play system new writes/);
    expect(await play("system", "new", join(inFolder("x"), "y.json"))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/cannot be written \(ENOENT\): give another place/),
    });
  });
});

describe("one's own systems", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "ztm-saves-"));

  it("come in from a file or a code and go out as they came, comments aside", async () => {
    const saves = ["--saves", folder()];
    expect((await play("system", "list", ...saves)).out).toMatch(/^No system is saved yet/);
    const file = fileOf(example);
    expect((await play("system", "import", file, ...saves)).out).toBe('"photos" is in the sandbox.\n');
    // The same once more is the same; another of that name gets a name of its own.
    expect((await play("system", "import", file, ...saves)).out).toBe('"photos" is in the sandbox.\n');
    const other = fileOf(JSON.stringify({ ...(readJson(example).value as Json), goals: [] }));
    expect((await play("system", "import", other, ...saves)).out).toBe('"photos (2)" is in the sandbox.\n');
    const listed = (await play("system", "list", ...saves)).out;
    expect(listed).toMatch(/^photos +about \$[\d,]+, 3 goals\nphotos \(2\) +about \$[\d,]+, no goals\n$/);
    expect((await play("sandbox", ...saves)).out).toBe(listed);
    const { out } = await play("system", "export", "photos", ...saves);
    expect(readJson(out).value).toEqual(readJson(example).value);
    const written = inFolder("out.json");
    expect((await play("system", "export", "photos (2)", written, ...saves)).code).toBe(0);
    expect((await play("simulate", "--system", written)).code).toBe(0);
    const { code } = await playJson<{ code: string }>("system", "export", "photos", ...saves);
    expect(await playJson("system", "import", code, "--saves", folder())).toEqual({ name: "photos" });
  });

  it.each([
    [["export", "nothing"], /there is no system "nothing": none is saved yet, give a file or a code/],
    [["import", "nothing"], /there is no system "nothing"/],
    [["import", "nowhere.json"], /nowhere\.json cannot be read \(ENOENT\)/],
    [["import", "zts-abc"], /This is no code of a system/],
    [["export"], /system export needs NAME/],
    [["list", "more"], /system does not know "more"/],
  ])("of %j are told in one line", async (words, line) => {
    const { code, out, err } = await play("system", ...words, "--saves", folder());
    expect(err).toMatch(line);
    expect([code, out, err.trimEnd().split("\n").length]).toEqual([2, "", 1]);
  });
});

describe("play simulate --system", () => {
  it("is fine when the goals hold on every fixed seed, and fails when they do not", async () => {
    const held = await play("simulate", "--system", changed(nothing));
    expect(held).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^photos: its goals hold on all 5 fixed seeds\n/),
    });
    const missed = changed(({ goals }) => goals.push({ indicator: "europe.latencyP95Ms", atMost: 1 }));
    const { code, out } = await play("simulate", "--system", missed);
    expect(code).toBe(1);
    expect(out).toMatch(/^photos: its goals are missed on 5 of 5 fixed seeds\n/);
    expect(out).toMatch(/✗ +p95 Europe +\d+ ms +goal ≤ 1.0 ms/);
  });

  it("holds the budget as a goal of the bill, and says so", async () => {
    for (const [budget, code] of [
      [9_999, 0],
      [10, 1],
    ] as const) {
      const told = await play(
        "simulate",
        "--system",
        changed((system) => Object.assign(system, { budget })),
      );
      expect([told.code, told.out]).toEqual([
        code,
        expect.stringMatching(/bill +\$[\d,]+ +goal ≤ \$(?:9,999|10)\b/),
      ]);
    }
  });

  it("tries another design in its place, and one seed alone", async () => {
    const file = changed(nothing);
    const { code, out } = await play("simulate", "--system", file, "--design", "dns; box 1", "--seed", "5");
    expect(code).toBe(1);
    expect(out).toMatch(/^photos: its goals are missed\n/);
  });

  it("gives the verdict of each seed, the goals and the worst run as JSON", async () => {
    const told = await playJson<Json>("simulate", "--system", changed(nothing));
    expect(Object.keys(told).slice(0, 5)).toEqual(["system", "passed", "seeds", "goals", "seed"]);
    expect(told.seeds).toEqual(verdictSeeds.map((seed) => ({ seed, passed: true })));
    expect(told.goals).toHaveLength(3);
  });

  it("needs no name and no goals: then it is called by its file, and every run is fine", async () => {
    const file = changed((system) => {
      delete system.name;
      system.goals.length = 0;
    });
    const { code, out } = await play("simulate", "--system", file);
    expect(code).toBe(0);
    expect(out.startsWith(`${file}: its goals hold`)).toBe(true);
  });

  it("reads what editors write: a byte order mark, CRLF, comments, trailing commas or not", async () => {
    const odd = `\uFEFF${readFileSync(changed(nothing), "utf8").replace("{", "{ // mine\r\n /* all */")}\r\n`;
    expect((await play("simulate", "--system", fileOf(odd))).code).toBe(0);
  });

  it("names what stands there twice, with its place: the first time would be lost without a word", async () => {
    const text = `{\n  "design": "dns; box 1",\n  "scenario": { "ticks": 60, "ticks": 90 }\n}`;
    for (const [twice, place] of [
      [text, "line 3, column 30"],
      [`// mine\n${text}`, "line 4, column 30"],
    ] as const)
      expect(await play("simulate", "--system", fileOf(twice))).toMatchObject({
        ...{ code: 2, out: "" },
        err: expect.stringMatching(new RegExp(`${place}.*second time`)),
      });
    // A name may come again elsewhere, and in what is text.
    const fine = readJsonOnce('{"a": {"a": 1}, "b": [{"a": 2}, {"a": 3}], "c": "{\\"a\\": 1, \\"a\\": 2}"}');
    expect(fine.problem).toBeUndefined();
    expect(readJsonOnce("5")).toEqual(readJson("5"));
  });

  test.each<[string, (system: Json & { scenario: Json; goals: Json[] }) => void, RegExp]>([
    ["an unknown part", (s) => (s.design = "dns · wob 3"), /wob/],
    ["no design", (s) => delete s.design, /design is missing: give a design in one line/],
    ["a design that is none", (s) => (s.design = 7 as never), /design is 7: give a design in one line/],
    [
      "a bound too many",
      (s) => (s.goals = [{ indicator: "availability", atLeast: 1, atMost: 1 }]),
      /goals\[0\] is .+: give either atMost or atLeast/,
    ],
    [
      "no bound",
      (s) => (s.goals = [{ indicator: "availability" }]),
      /goals\[0\] is .+: give either atMost or atLeast/,
    ],
    [
      "an unknown figure",
      (s) => (s.goals = [{ indicator: "p95", atMost: 1 }]),
      /goals\[0\]\.indicator is "p95": give a figure of a report, such as latencyP50Ms/,
    ],
    [
      "a negative rate",
      (s) => (s.scenario.streams = [{ kind: "page", curve: [[0, -1]], regions: { us: 1 }, mobileShare: 0 }]),
      /scenario\.streams\[0\]\.curve\[0\]\[1\] is -1: give a number from 0/,
    ],
    [
      "a negative price",
      (s) => (s.scenario.prices = { boxes: -1 }),
      /scenario\.prices\.boxes is -1: give a number from 0 to 100/,
    ],
    [
      "a price of what is not sold",
      (s) => (s.scenario.prices = { box: 1.2 }),
      /scenario\.prices\.box is unknown: leave it out, or give one of boxes, databases/,
    ],
    [
      "10⁹ requests a second for long",
      (s) =>
        Object.assign(s.scenario, {
          ticks: 100_000,
          tickSec: 60,
          streams: [{ kind: "page", curve: [[0, 1e9]], regions: { us: 1 }, mobileShare: 0 }],
          clients: { timeoutSec: 3, attempts: 5, backoffSec: 1, pageRoundTrips: 8 },
        }),
      /more than can be counted exactly/,
    ],
    [
      "an event after the end",
      (s) => (s.scenario.events = [{ what: "news", atSec: 900 }]),
      /scenario\.events\[0\]\.atSec is 900: the run ends at 60 s/,
    ],
    [
      "a region without users",
      (s) => (s.scenario.streams = [{ kind: "page", curve: [[0, 1]], regions: { mars: 1 }, mobileShare: 0 }]),
      /scenario\.streams\[0\]\.regions\.mars is unknown/,
    ],
    ["a misspelt field", (s) => (s.gaols = []), /gaols is unknown: did you mean goals\?/],
    [
      "a misspelt field within",
      (s) => (s.scenario.tick = 1),
      /scenario\.tick is unknown: did you mean ticks\?/,
    ],
    ["a name too long", (s) => (s.name = "x".repeat(61)), /name is .+: give 1 to 60 printable characters/],
  ])("tells %s with its place and how to mend it", async (_, change, line) => {
    const { code, out, err } = await play("simulate", "--system", changed(change));
    expect(err).toMatch(line);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect([code, out]).toEqual([2, ""]);
  });

  test.each(["level", "scenario", "runs", "series"])(
    "goes with no --%s: the file says all of it",
    async (flag) => {
      const value = flag === "series" ? [] : ["3"];
      const { code, err } = await play("simulate", "--system", changed(nothing), `--${flag}`, ...value);
      expect([code, err]).toEqual([2, expect.stringContaining(`--system and --${flag} exclude each other`)]);
    },
  );

  it("is an object, whatever else the file holds", () => {
    for (const value of [[], null, 7, "dns"]) expect(systemFromJson(value)).toHaveProperty("problem");
  });
});
