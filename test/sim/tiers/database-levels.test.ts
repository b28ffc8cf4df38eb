import { describe, expect, test } from "vitest";
import { reportedRun } from "../../../src/sim/run.ts";
import type { Scenario } from "../../../src/sim/scenario/scenario.ts";
import { type Played, play, scenarioOf } from "./data-scenarios.ts";

/** The designs a player is likely to try, and what becomes of them: level 2, level 5 and the data of level 9. */

interface Row {
  readonly name: string;
  readonly line: string;
  readonly passes: boolean;
}

function judge(rows: readonly Row[], scenario: Scenario, met: (played: Played) => boolean): void {
  test.each(rows)("$name: passes $passes", ({ line, passes }) => {
    const played = play(line, scenario, reportedRun);
    expect(met(played), JSON.stringify(played.report.indicators)).toBe(passes);
  });
}

describe("level 2: splitting the database off", () => {
  const plain = scenarioOf({
    ratePerSec: [
      [0, 800],
      [600, 1_000],
    ],
    shares: { page: 0.51, feed: 0.34, write: 0.15 },
    events: [{ label: "report", what: "report", cpuShare: 0.5, atSec: 240, untilSec: 330 }],
    ticks: 600,
  });
  const uploads = {
    kind: "log",
    curve: [
      [120, 0],
      [120, 1_000],
    ],
    regions: { us: 1 },
    mobileShare: 1,
  } as const;
  const rows: Row[] = [
    { name: "the start, one box of 2", line: "dns · box 2", passes: false },
    { name: "one bigger box", line: "dns · box 8", passes: false },
    { name: "a box of 16, for its price", line: "dns · box 16", passes: false },
    { name: "web 4, relational 2, key-value for logs", line: "dns · web 1×4 · db 2 · kv 1", passes: true },
    { name: "the same with the web on the old box", line: "dns · box 4 · db 2 · kv 1", passes: true },
    { name: "no SQL at all", line: "dns · web 1×4 · kv 2 everything", passes: false },
    { name: "logs in a relational 2", line: "dns · web 1×4 · db 2", passes: false },
    { name: "logs in a relational 4, until the report", line: "dns · web 1×4 · db 4", passes: false },
    { name: "logs in a relational 8, for its price", line: "dns · web 1×4 · db 8", passes: false },
    { name: "split the wrong way round", line: "dns · web 1×2 · db 4 · kv 1", passes: false },
  ];
  judge(
    rows,
    { ...plain, streams: [...plain.streams, uploads] },
    ({ report, indicator }) =>
      report.costPerMonth <= 520 &&
      indicator("latencyP95Ms") <= 60 &&
      indicator("availability") >= 0.995 &&
      indicator("logsStoredShare") >= 0.999,
  );
});

describe("level 5: copies in several places", () => {
  const scenario = scenarioOf({
    ratePerSec: [
      [0, 20_000],
      [300, 24_000],
    ],
    shares: { page: 0.882, own: 0.018, write: 0.1 },
    events: [
      { label: "replica", what: "crash", tier: "replica", boxes: 1, atSec: 100, untilSec: 220 },
      { label: "flood", what: "flood", zone: "A", atSec: 350 },
    ],
    ticks: 600,
  });
  const web = "dns · lb 2 · web 8×8 · kv 1";
  const rows: Row[] = [
    { name: "the start, one relational 8", line: `${web} · db 8`, passes: false },
    { name: "a bigger single primary", line: `${web} · db 32`, passes: false },
    { name: "copies in both places, with room", line: `${web} · db 4 + 6×4 zones=AB`, passes: true },
    { name: "primary and three copies elsewhere", line: `${web} · db 4 + 3×4 zones=B`, passes: true },
    {
      name: "acknowledged by a copy, own reads at the primary",
      line: `${web} · db 4 + 3×4 zones=B copy=semi fresh`,
      passes: true,
    },
    { name: "all copies in the same place", line: `${web} · db 4 + 3×4 zones=A`, passes: false },
    { name: "one copy too few elsewhere", line: `${web} · db 4 + 3×4 zones=AB`, passes: false },
    { name: "one copy", line: `${web} · db 4 + 1×4 zones=B`, passes: false },
    { name: "two copies", line: `${web} · db 4 + 2×4 zones=B`, passes: false },
    { name: "two big boxes", line: `${web} · db 8 + 1×8 zones=B`, passes: false },
    { name: "promotion by hand", line: `${web} · db 4 + 3×4 zones=B promote=manual`, passes: false },
    { name: "backups alone", line: `${web} · db 8 backups`, passes: false },
    { name: "waiting for every copy", line: `${web} · db 4 + 3×4 zones=B copy=sync`, passes: false },
  ];
  judge(
    rows,
    scenario,
    ({ report, indicator }) =>
      report.costPerMonth <= 4_600 &&
      indicator("latencyP95Ms") <= 60 &&
      indicator("availability") >= 0.99 &&
      indicator("lostWrites") <= 20,
  );

  test("the stars: no stale own reads, no write lost, for less than the biggest box", () => {
    const best = play(`${web} · db 4 + 3×4 zones=B copy=semi fresh`, scenario, reportedRun);
    expect(best.indicator("staleOwnReadShare")).toBeLessThanOrEqual(0.000_5);
    expect(best.indicator("lostWrites")).toBe(0);
    expect(play(`${web} · db 4 + 3×4 zones=B`, scenario).indicator("staleOwnReadShare")).toBeGreaterThan(
      0.001,
    );
    expect(play(`${web} · db 4 + 3×4 zones=B`, scenario).indicator("lostWrites")).toBeCloseTo(7.2, 1);
  });
});
