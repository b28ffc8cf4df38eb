/** What a run is about, what says most of it first: each source of a topic in its place. */
import { expect, test } from "vitest";
import { type GoalIndicator, type Outcome, topicsOf } from "../../src/game/index.ts";
import type { Cause } from "../../src/sim/index.ts";

const span = { tick: 100, untilTick: 200 };
const crash: Cause = { what: "event", label: "dies", event: "crash", ...span };
const dark: Cause = { what: "down", place: "web@korea", ...span };
const full: Cause = { what: "saturated", place: "db", utilization: 1, ...span };
const lostOf = (reason: "box-down" | "timeout" | "queue-full", count: number): Cause => ({
  ...{ what: "losing", place: "web@korea", reason, count },
  ...span,
});

function topics(
  missed: readonly GoalIndicator[],
  causes: readonly Cause[] = [],
  ideas: readonly string[] = [],
  withinBudget = true,
) {
  const goals = [
    ...missed.map((indicator) => ({ indicator, met: false })),
    { indicator: "writeP99Ms", met: true },
  ];
  const report = { causes, ledger: { failed: 1_000 } };
  return topicsOf({ goals, report, withinBudget } as unknown as Outcome, ideas);
}

test("what was promised and kept is no topic, nor is what did not happen", () => {
  expect(topics([])).toEqual([]);
});

test("an idea says most, then what strangers took over, then the rest", () => {
  expect(topics(["availability", "breachedBoxes"], [lostOf("timeout", 9)], ["B", "naive"])).toEqual([
    ...["idea B", "idea naive", "breachedBoxes", "timeout", "availability"],
  ]);
});

test("where too much was lost the main loss comes first, then what else was missed that says something of its own", () => {
  for (const missed of ["availability", "worstTickAvailability", "goodputPerSec"] as const) {
    const found = topics(
      [missed, "oversold", "latencyP95Ms"],
      [lostOf("queue-full", 9), lostOf("timeout", 8)],
    );
    expect(found.slice(0, 2), missed).toEqual(
      missed === "availability" ? ["queue-full", "oversold"] : ["queue-full", missed],
    );
    expect(found).toContain("timeout");
  }
});

test("where enough was answered what was missed comes first, what says most of it before the rest, and then the loss", () => {
  const losses = [lostOf("queue-full", 9), lostOf("timeout", 8)];
  for (const general of ["latencyP95Ms", "latencyP99Ms", "costPerMonth"] as const)
    expect(topics([general, "oversold"], losses), general).toEqual([
      "oversold",
      general,
      "queue-full",
      "timeout",
    ]);
});

test("then what set it off, what fell or had too much to do, and what set off other losses; each once, of any site", () => {
  const news: Cause = { what: "event", label: "crowd", event: "news", tick: 98, untilTick: 150 };
  const found = topics(
    ["korea.latencyP95Ms"],
    [news, crash, dark, full, lostOf("box-down", 9), lostOf("timeout", 8)],
    [],
    false,
  );
  expect(found).toEqual([
    ...["latencyP95Ms", "box-down", "crash", "down web", "busy db", "timeout", "costPerMonth"],
  ]);
  const loud = topics(
    ["availability"],
    [{ ...news, tick: 60 }, { ...full, tick: 95 }, crash, dark, lostOf("box-down", 9)],
  );
  expect(loud.slice(0, 3)).toEqual(["box-down", "crash", "down web"]);
});

test("a bill beyond the budget is a topic whether it is a goal or not, and none where it is paid", () => {
  expect(topics([], [], [], false)).toEqual(["costPerMonth"]);
  expect(topics(["costPerMonth"], [], [], false)).toEqual(["costPerMonth"]);
});
