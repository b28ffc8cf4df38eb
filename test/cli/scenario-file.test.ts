import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioFromJson } from "../../src/rooms/sandbox/index.ts";
import { play, playJson } from "../helpers/command-line.ts";
import { anyScenario, scenarioLine } from "../helpers/scenarios.ts";

const example = "docs/scenario-example.json";
const sound = "dns; lb 2; web 3×8; cache 2; db 4 + 1×4";

type Json = Record<string, object>;

function fileOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "ztm-")), "scenario.json");
  writeFileSync(file, text);
  return file;
}

/** The example with one change, as a file. */
function changed(change: (scenario: Json) => void): string {
  const scenario = JSON.parse(readFileSync(example, "utf8")) as Json;
  change(scenario);
  return fileOf(JSON.stringify(scenario));
}

describe("play simulate --scenario", () => {
  it("plays the documented example, without a verdict, and exits 0", async () => {
    const { code, out } = await play("simulate", "--scenario", example, "--design", sound);
    expect(code).toBe(0);
    expect(out).toContain("availability");
    expect(out).toMatch(/\d+ requests: .* answered/);
  });

  it("exits 0 however badly it went, and says why", async () => {
    const { code, out } = await play("simulate", "--scenario", example, "--design", "dns; box 1");
    expect(code).toBe(0);
    expect(out).toContain("Why");
    expect(out).toMatch(/the box is asked for [\d,.]+ times what it can do/);
  });

  it("prints the JSON of a run without what only a level has", async () => {
    const result = await playJson<Json>("simulate", "--scenario", example, "--design", sound, "--series");
    expect(Object.keys(result)).toEqual([
      ...[
        "scenario",
        "seed",
        "design",
        "version",
        "costPerMonth",
        "forecastPerMonth",
        "indicators",
        "ledger",
        "latency",
        "bill",
      ],
      ...["causes", "series"],
    ]);
    const { offered, answered, failed, inFlight } = result.ledger as Record<string, number>;
    expect(offered).toBe(answered! + failed! + inFlight!);
    for (const name of ["offered", "web.utilization", "latencyP95Ms"])
      expect((result.series as Record<string, number[]>)[name]).toHaveLength(600);
  });

  it("says the same for the same seed", async () => {
    const run = () => play("simulate", "--scenario", example, "--design", sound, "--seed", "5", "--json");
    expect((await run()).out).toBe((await run()).out);
  });

  it("accepts whatever scenario can be written", () => {
    fc.assert(
      fc.property(anyScenario(), (scenario) => {
        const endSec = scenario.ticks * scenario.tickSec;
        const events = scenario.events
          .filter((event) => event.atSec < endSec)
          .map((event) => (event.what === "disk-fills" ? { ...event, untilSec: event.atSec + 1 } : event));
        const { problem, scenario: read } = scenarioFromJson(
          JSON.parse(scenarioLine({ ...scenario, events })),
        );
        expect(problem).toBeUndefined();
        expect(read).toEqual({ ...scenario, events });
      }),
      { numRuns: 200 },
    );
  });
});

describe("bad scenarios", () => {
  const set =
    (path: readonly (string | number)[], value: unknown) =>
    (scenario: Json): void => {
      const holder = path
        .slice(0, -1)
        .reduce<Record<string, unknown>>((at, key) => at[String(key)] as Record<string, unknown>, scenario);
      const last = String(path.at(-1));
      if (value === undefined) delete holder[last];
      else holder[last] = value;
    };

  it.each([
    [["ticks"], undefined, "ticks is missing: give a whole number from 1 to 100000"],
    [["clients", "timeoutSec"], undefined, "clients.timeoutSec is missing: give a number from 0.01 to 300"],
    [["streams", 0, "curve"], undefined, "streams[0].curve is missing: give a list"],
    [["events", 1, "tier"], undefined, "events[1].tier is missing: give one of web, lb, primary"],
    [["events", 1, "what"], undefined, "events[1].what is missing: give one of restart, crash"],
    [["tikcs"], 5, "tikcs is unknown: did you mean ticks?"],
    [["clients", "timeoutSecs"], 5, "clients.timeoutSecs is unknown: did you mean timeoutSec?"],
    [["events", 1, "box"], 5, "events[1].box is unknown"],
    [["events", 0, "what"], "meteor", 'events[0].what is "meteor": give one of restart, crash'],
    [["streams", 0, "kind"], "pages", 'streams[0].kind is "pages": give one of page, feed'],
    [
      ["streams", 0, "curve", 1],
      [10, -5],
      "streams[0].curve[1][1] is -5: give a number from 0 to 1000000000",
    ],
    [["streams", 0, "curve", 1], [10, 2e9], "streams[0].curve[1][1] is 2000000000: give a number from 0 to"],
    [["streams", 0, "curve", 1], [10], "streams[0].curve[1][1] is missing"],
    [["streams", 0, "curve", 1], [10, 1, 2], "streams[0].curve[1]"],
    [
      ["streams", 0, "curve", 2],
      [100, 5],
      "streams[0].curve[2] comes before the point in front of it (200 s)",
    ],
    [["streams", 0, "curve"], [], "streams[0].curve is []: give a list of 1 to 10000 entries"],
    [
      ["streams", 0, "regions"],
      { us: 0.5, asia: 0.4 },
      "streams[0].regions sums to 0.9: shares of all users sum to 1",
    ],
    [["streams", 0, "regions"], { mars: 1 }, "streams[0].regions.mars is unknown"],
    [["streams", 0, "regions"], {}, "streams[0].regions sums to 0"],
    [["streams", 0, "mobileShare"], "half", 'streams[0].mobileShare is "half": give a number from 0 to 1'],
    [["streams"], {}, "streams is {}: give a list of 0 to 40 entries"],
    [["data"], null, "data is null: give an object"],
    [["events", 1], 5, "events[1] is 5: give an object with what, label, atSec"],
    [["data", "zipf"], null, "data.zipf is null: give a number from 0 to 3"],
    [["ticks"], 100_001, "ticks is 100001: give a whole number from 1 to 100000"],
    [["ticks"], 1.5, "ticks is 1.5: give a whole number"],
    [["ticks"], 0, "ticks is 0: give a whole number"],
    [["events", 1, "atSec"], 600, "events[1].atSec is 600: the run ends at 600 s"],
    [["events", 1, "untilSec"], 400, "events[1].untilSec is 400: give a time after atSec (400)"],
    [
      ["events", 1],
      { what: "disk-fills", atSec: 5 },
      "events[1].untilSec is missing: say when the disk is full",
    ],
    [["events", 1, "label"], "\u001b[2J", "events[1].label"],
    [["clients", "retryBudget"], "none", 'clients.retryBudget is "none": give a number from 0'],
  ])("%j = %j gets one line and code 2", async (path, value, expected) => {
    const file = changed(set(path, value));
    const { code, out, err } = await play("simulate", "--scenario", file, "--design", sound);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f]/);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });

  it.each([
    ["[]", "the scenario is a list: give an object with ticks"],
    ["null", "the scenario is null: give an object"],
    ["{", "is not JSON"],
    ['{"ticks": NaN}', "is not JSON"],
    ['{"ticks": 1e999}', "ticks is"],
    ['{"__proto__": {"ticks": 5}, "constructor": 1}', "is"],
    ["{}", "ticks is missing"],
  ])("%s gets one line and code 2", async (text, expected) => {
    const { code, err } = await play("simulate", "--scenario", fileOf(text), "--design", sound);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
  });

  it("counts requests before it begins", async () => {
    const file = changed((scenario) => {
      const curve = [[0, 1e9]];
      Object.assign(scenario, {
        ticks: 100_000,
        tickSec: 60,
        streams: [
          { kind: "page", curve, regions: { us: 1 }, mobileShare: 0 },
          { kind: "feed", curve, regions: { us: 1 }, mobileShare: 0 },
        ],
      });
    });
    const { code, err } = await play("simulate", "--scenario", file, "--design", sound);
    expect(err).toContain("more than can be counted exactly");
    expect(code).toBe(2);
  });

  it.each([
    [["--scenario", example], "a design is missing"],
    [["--scenario", example, "--level", "1", "--design", sound], "exclude each other"],
    [["--scenario", example, "--design", "start"], "is a level's design"],
    [["--scenario", "nowhere.json", "--design", sound], "nowhere.json cannot be read (ENOENT)"],
    [["--scenario", example, "--design", "dns; db 0 + 2×4"], "replicas copy a primary: give db a size"],
    [
      ["--scenario", example, "--design", "dns; web 2×8 ; lb 0 sticky"],
      "sticky sessions are a setting of a balancer",
    ],
    [["--scenario", example, "--design", "dns; web 2×8; @korea; web 1×8"], "a second site needs geo names"],
  ])("play simulate %j gets one line and code 2", async (words, expected) => {
    const { code, err } = await play("simulate", ...words);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(code).toBe(2);
  });
});
