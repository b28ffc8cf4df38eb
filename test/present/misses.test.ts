import { describe, expect, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { missesOf } from "../../src/present/misses.ts";
import type { Report } from "../../src/sim/index.ts";
import { lessons, words } from "../helpers/english.ts";

/** What each goal says for itself where it is missed: one row a goal, and each limit on both sides. */

const { level } = lessons[0]!;
const said = words.misses;

interface More {
  readonly indicators?: Readonly<Record<string, number>>;
  readonly events?: readonly object[];
  readonly notes?: readonly object[];
}

function sentence(indicator: string, value: number, { indicators = {}, events = [], notes = [] }: More = {}) {
  const scenario = { ...level.scenario, events, ticks: 100, tickSec: 10 };
  const report = {
    bill: [],
    costPerMonth: 0,
    seed: 1,
    ledger: { answered: 1 },
    indicators: { [indicator]: value, ...indicators },
    latency: [],
    notes,
  };
  const goals = [indicator.endsWith("Share") ? { indicator, atLeast: 1 } : { indicator, atMost: 0 }];
  const playable = { ...level, goals, budget: 100, scenario } as unknown as Level;
  return missesOf(words, playable, report as unknown as Report)[0];
}
const text = (...given: Parameters<typeof sentence>) => sentence(...given)?.sentence;

test.each<readonly [string, number, More, string]>([
  ["breachedBoxes", 2, {}, said.breached(2)],
  ["oversold", 3, {}, said.oversold(3)],
  ["ordersLost", 4, {}, said.ordersLost(4)],
  ["lostJobs", 5, {}, said.jobsFailed(5)],
  ["lostJobs", 5, { indicators: { publishedJobs: 0 } }, said.jobsLost(5)],
  ["lostWrites", 6, {}, said.writesLost({ count: 6 })],
  ["lostWrites", 6, { indicators: { primaryDownSec: 0 } }, said.writesLost({ count: 6 })],
  ["lostWrites", 6, { indicators: { primaryDownSec: 1 } }, said.writesLost({ count: 6, downSec: 1 })],
  ["logsStoredShare", 0.75, {}, said.eventsNotStored(0.25)],
  ["ordersShare", 0.75, {}, said.ordersNotPlaced(0.25)],
  ["photoReadyP95Sec", 9, {}, ""],
  [
    "photoReadyP95Sec",
    9,
    { indicators: { publishedJobs: 7, queueAgeMaxSec: 80, waitingJobs: 3 } },
    said.photosWaited({ oldestSec: 80, waiting: 3 }),
  ],
  [
    "photoReadyP95Sec",
    9,
    { indicators: { publishedJobs: 7 } },
    said.photosWaited({ oldestSec: 0, waiting: 0 }),
  ],
  ["latencyP50Ms", 9, {}, ""],
  ["latencyP95Ms", 9, {}, ""],
])("a missed %s of %d with %j says what it is", (indicator, value, more, told) => {
  expect(text(indicator, value, more)).toBe(told);
});

test("answer times are not worth telling where something was overloaded, and nothing else is quiet", () => {
  expect(sentence("latencyP95Ms", 9)?.quiet).toBe(true);
  expect(sentence("latencyP99Ms", 9)?.quiet).toBe(true);
  expect(sentence("latencyP50Ms", 9)).not.toHaveProperty("quiet");
  expect(sentence("lostWrites", 9)).not.toHaveProperty("quiet");
});

describe("what is old is told to have lasted to the end where the run is no longer than that", () => {
  test.each([
    ["staleSecMax", "sale", said.stalePrice],
    ["staleAssetSecMax", "rebrand", said.staleLogo],
  ] as const)("%s after a %s", (indicator, what, say) => {
    const events = [{ what, atSec: 400 }];
    // A thousand seconds long, begun at 400 s, within a tick of 10 s.
    expect(text(indicator, 590, { events })).toBe(say({ sec: 590, isToEnd: true }));
    expect(text(indicator, 589, { events })).toBe(say({ sec: 589, isToEnd: false }));
    expect(text(indicator, 590)).toBe(say({ sec: 590, isToEnd: false }));
    expect(text(indicator, 590, { events: [{ what: "news", atSec: 400 }] })).toBe(
      say({ sec: 590, isToEnd: false }),
    );
  });
});

test("sessions are lost with boxes that were switched off and with boxes that died, each counted", () => {
  const notes = [
    { what: "scale-in", boxes: 2 },
    { what: "scale-in", boxes: 3 },
    { what: "box-out", boxes: 1 },
    { what: "scale-out", boxes: 9 },
    { what: "box-out" },
  ];
  expect(text("lostSessionsShare", 0.5, { notes })).toBe(said.sessionsLost({ share: 0.5, off: 5, died: 1 }));
});

test("of regions each says its own, the quickest first, and one alone says nothing", () => {
  const page = (regions: Readonly<Record<string, number>>) =>
    text("worstRegionPageLoadP95Ms", 900, {
      indicators: Object.fromEntries(
        Object.entries(regions).map(([region, ms]) => [`${region}.pageLoadP95Ms`, ms]),
      ),
    });
  expect(page({ us: 300 })).toBe("");
  expect(page({ us: 900, korea: 300 })).toBe(
    said.pageByRegion([
      { region: "korea", ms: 300 },
      { region: "us", ms: 900 },
    ]),
  );
  const median = { "us.latencyP50Ms": 30, "korea.latencyP50Ms": 200 };
  expect(text("korea.latencyP50Ms", 200, { indicators: median })).toBe(
    said.medianByRegion([
      { region: "us", ms: 30 },
      { region: "korea", ms: 200 },
    ]),
  );
  expect(text("latencyP50Ms", 200, { indicators: median })).toBe("");
});
