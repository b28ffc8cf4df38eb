/** The puzzles: each has its words, its list of faults follows from its design, and a sample of them is proven. */
import { describe, expect, test } from "vitest";
import { refusals } from "../../src/game/index.ts";
import {
  type BoughtFault,
  faultId,
  faultKinds,
  faultsAgainst,
  priceOf,
  provePuzzle,
  puzzles,
  redTeamLevelAt,
  redTeams,
  savedShare,
  savings,
  starsFor,
  underFault,
  wasteLevelAt,
  wastes,
  withFault,
} from "../../src/rooms/puzzles/index.ts";
import { design, forecast, patientClients, photoData, problemsOf } from "../../src/sim/index.ts";
import { words } from "../helpers/english.ts";

test("there are six of each kind, every one with a name of its own and its words", () => {
  expect(wastes).toHaveLength(6);
  expect(redTeams).toHaveLength(6);
  expect(new Set(puzzles.map(({ id }) => id)).size).toBe(puzzles.length);
  const { wastes: ofWaste, redTeams: ofRedTeam } = words.puzzles;
  expect(Object.keys(ofWaste)).toEqual(wastes.map(({ id }) => id));
  expect(Object.keys(ofRedTeam)).toEqual(redTeams.map(({ id }) => id));
});

describe.each(wastes)("waste: $id", (waste) => {
  const { level, rule, startPerMonth } = waste;

  test("can be begun with, and all of its designs can be bought", () => {
    // What may be spent is told once, as a goal.
    expect(level.budget).toBe(Number.POSITIVE_INFINITY);
    expect(level.goals.filter(({ indicator }) => indicator === "costPerMonth")).toHaveLength(1);
    for (const each of [rule.start, rule.answer, ...rule.naive]) {
      expect(problemsOf(each)).toEqual([]);
      expect(refusals(level, each)).toEqual([]);
    }
  });

  test("has an answer that saves 40 % and a first bill of 1.6 times the best", () => {
    expect(savedShare(waste, rule.answer)).toBeGreaterThanOrEqual(savings.two);
    expect(startPerMonth / forecast(rule.answer, level.scenario).perMonth).toBeGreaterThanOrEqual(1.6);
  });

  test("is found again by its address", () => {
    expect(wasteLevelAt(level.id)).toBe(level);
  });
});

describe.each(redTeams)("red team: $id", (redTeam) => {
  test("has its cheapest fault and its tempting ones on the list, dearest last", () => {
    const { faults, cheapest, rule } = redTeam;
    const prices = faults.map(priceOf);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(faultId(cheapest)).toBe(rule.cheapest);
    const ids = faults.map(faultId);
    for (const id of rule.tempting) expect(ids).toContain(id);
  });

  test("is found again by its address, with the same day", () => {
    const level = underFault(redTeam, redTeam.cheapest);
    expect(redTeamLevelAt(level.id)?.scenario).toEqual(level.scenario);
  });
});

test("what has no address is no level of a puzzle", () => {
  expect(wasteLevelAt("waste:nothing")).toBeUndefined();
  expect(redTeamLevelAt("red-team:cached web-dies-31")).toBeUndefined();
  expect(redTeamLevelAt("red-team:nobody web-dies-30")).toBeUndefined();
});

test("a fault can be bought only against a part that is there", () => {
  const kinds = (line: string) => [...new Set(faultsAgainst(design(line)).map(({ kind }) => kind))];
  expect(kinds("dns · web 2×4 · db 2 · kv 1")).toEqual([
    ...["web-dies", "web-slow", "web-gray", "primary-dies", "primary-slow", "report", "zone-a"],
  ]);
  const all = "dns · lb 2 · web 8×8 · cache 2 · db 4 + 2×4 · kv 1 · queue durable attempts=3 · workers 4×8";
  expect(kinds(all).sort()).toEqual([...faultKinds].sort());
});

test("the longer a fault lasts the more it costs, and four times as long costs twice as much", () => {
  const [short, long, longest] = ([30, 120, 300] as const).map((lengthSec) =>
    priceOf({ kind: "web-dies", lengthSec }),
  );
  expect([short, long]).toEqual([100, 200]);
  expect(longest).toBe(320);
});

test("a fault strikes when it is bought for, and ends after its length; others keep their order", () => {
  const day = { ticks: 600, tickSec: 1, streams: [], data: photoData, clients: patientClients };
  const events = [{ label: "later", what: "news", atSec: 300 }] as const;
  const fault: BoughtFault = { kind: "web-slow", lengthSec: 120 };
  const [bought, other] = withFault({ ...day, events }, fault, 200).events;
  expect(bought).toMatchObject({ what: "slow", atSec: 200, untilSec: 320 });
  expect(other?.label).toBe("later");
});

test("the cheapest fault is worth three stars, half as much again two, anything dearer one", () => {
  const cheapest: BoughtFault = { kind: "web-dies", lengthSec: 120 }; // $200
  expect(starsFor({ cheapest }, cheapest)).toBe(3);
  expect(starsFor({ cheapest }, { kind: "cold-crawl", lengthSec: 300 })).toBe(3); // $190
  expect(starsFor({ cheapest }, { kind: "balancer-dies", lengthSec: 30 })).toBe(2); // $300
  expect(starsFor({ cheapest }, { kind: "web-dies", lengthSec: 300 })).toBe(1); // $320
});

test.each(["after-the-advert", "behind-a-balancer"])("%s is proven", (id) => {
  const puzzle = puzzles.find((each) => each.id === id)!;
  expect([...provePuzzle(puzzle)].filter(({ ok }) => !ok)).toEqual([]);
});
