/** What a change would have done: which changes are told. */
import { describe, expect, test } from "vitest";
import {
  type Counterfactual,
  closeness,
  decidingDay,
  finish,
  inSlices,
  type Level,
  whatIf,
} from "../../src/game/index.ts";
import { type Design, design, type ScenarioEvent } from "../../src/sim/index.ts";
import { lessons } from "../helpers/english.ts";
import { once, searchedOf } from "../helpers/recorded.ts";
import { chosen, onlyWhole } from "../helpers/sampled.ts";

const levelOf = (number: number) => lessons.find(({ level }) => level.number === number)?.level as Level;
const toldOf = once((level: Level, built, seed) => finish(inSlices(level, whatIf(level, built, seed))));
const told = (level: Level, built: Design) => toldOf(level, built, 11);
/** On the day that decides the design's verdict, as after a run. */
const toldAfterRun = (level: Level, built: Design) => toldOf(level, built, decidingDay(level, built));
const offers = (found: readonly Counterfactual[]) =>
  found.map(({ moves }) => moves.map(({ offer }) => offer.id).join("+"));

describe("of a design that failed", () => {
  const level = levelOf(6);
  const short = design(
    "dns · lb 2 interval=10s retry · web 9×8 · cache 1 ttl=5s invalidate · db 4 + 4×4 zones=B · kv 1",
  );

  test("each offer is told once, with its best value, and none that changes nothing", () => {
    const found = told(level, short);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(offers(found)).size).toBe(found.length);
    const before = searchedOf(level, short, 11);
    for (const { outcome } of found)
      expect(outcome.goals.map(({ value }) => value)).not.toEqual(before.goals.map(({ value }) => value));
  });

  onlyWhole("the concept is among the changes, and a pair where no single one passes", () => {
    const cdn = levelOf(7);
    const found = told(cdn, cdn.start);
    expect(found.some(({ design: built }) => cdn.concept(built))).toBe(true);
    expect(found.some(({ moves }) => moves.length === 2)).toBe(true);
    for (const { costDelta, outcome } of found)
      expect(outcome.report.costPerMonth - searchedOf(cdn, cdn.start, 11).report.costPerMonth).toBeCloseTo(
        costDelta,
        -2,
      );
  });
});

describe("of a design that no single change mends", () => {
  const wrongAnswer = (level: Level, letter: string) =>
    level.wrongAnswers.find((answer) => answer.letter === letter && "design" in answer) as { design: Design };

  test("a pair passes first, and each half alone shows why it takes both", () => {
    const found = toldAfterRun(levelOf(1), levelOf(1).start);
    expect(offers(found)).toEqual(["dns.domain+box.size", "dns.domain", "box.size"]);
    expect(found.map(({ outcome }) => outcome.passed)).toEqual([true, false, false]);
    const five = levelOf(5);
    const [pair, ...halves] = toldAfterRun(five, five.start);
    expect(pair?.outcome.passed).toBe(true);
    expect(five.concept(pair!.design)).toBe(true);
    expect(halves.length).toBeGreaterThan(0);
  });

  test("what can be paid only together with a saving is tried", () => {
    const three = levelOf(3);
    const [pair] = toldAfterRun(three, wrongAnswer(three, "naive").design);
    expect(offers([pair!])).toEqual(["web.count+web.size"]);
    expect(pair?.outcome.passed).toBe(true);
  });

  test("what passes on one kind of day alone is taken for no pass", () => {
    const five = levelOf(5);
    const [pair, ...others] = toldAfterRun(five, wrongAnswer(five, "A").design);
    expect(offers([pair!])).toEqual(["db.size+db.zones"]);
    expect(pair?.outcome.passed).toBe(true);
    expect(others.some(({ outcome }) => outcome.passed)).toBe(false);
  });

  onlyWhole("a failed goal that no single change helps is helped by a pair", () => {
    const seven = levelOf(7);
    const found = toldAfterRun(seven, wrongAnswer(seven, "naive").design);
    expect(found.some(({ outcome }) => outcome.goals[0]?.met)).toBe(true);
  });

  test("nothing is told after which nobody is answered any more, unless nobody was before", () => {
    const two = levelOf(2);
    const found = toldAfterRun(two, wrongAnswer(two, "A").design);
    expect(found.length).toBeGreaterThan(0);
    for (const { outcome } of found) expect(outcome.report.ledger.answered).toBeGreaterThan(0);
  });
});

onlyWhole("after a loss no change is told alone that brings no goal nearer", () => {
  const twelve = levelOf(12);
  const country = twelve.wrongAnswers.find(({ letter }) => letter === "A");
  const built = country && "design" in country ? country.design : twelve.start;
  const before = searchedOf(twelve, built, 11);
  const found = told(twelve, built);
  expect(offers(found)).toContain("shards.key");
  for (const { outcome } of found) expect(closeness(outcome) - closeness(before)).toBeGreaterThan(0.004);
});

test("a part that is not there is tried with what is set for nothing as long as it is missing", () => {
  const { scenario, ...twelve } = levelOf(12);
  const celebrity = scenario.events.find(({ what }) => what === "celebrity") as ScenarioEvent;
  // Three minutes of the day are enough for it.
  const short = { ...scenario, ticks: 180, drawn: [], events: [{ ...celebrity, atSec: 20 }] };
  const [first] = told({ ...twelve, scenario: short }, twelve.start);
  expect(first?.moves.map(({ offer, choice }) => `${offer.id} ${choice.label}`)).toEqual([
    "data 16 shards",
    "shards.likes stream",
  ]);
});

test("of a design that passed: what could be taken away, or earns a star, and what would break it", () => {
  const level = levelOf(6);
  const rich = level.alsoPasses;
  const before = searchedOf(level, rich, 11);
  expect(before.passed).toBe(true);
  const found = told(level, rich);
  expect(found.some(({ outcome }) => !outcome.passed)).toBe(true);
  expect(
    found.some(({ outcome, costDelta }) => outcome.passed && (costDelta < 0 || outcome.stars > before.stars)),
  ).toBe(true);
});

test.each(chosen([1, 2, 3, 4, 5], (number) => number < 4))(
  "of level %i's lesson and its best design something breaks, and people are still answered",
  (number) => {
    const level = levelOf(number);
    for (const built of [level.lesson, level.stars.three.design]) {
      const found = told(level, built);
      expect(found.some(({ outcome }) => !outcome.passed)).toBe(true);
      for (const { outcome, costDelta } of found) {
        expect(outcome.report.ledger.answered).toBeGreaterThan(0);
        // What is told is a saving, or earns a star, or costs nothing and breaks it.
        expect(costDelta < 1 || outcome.stars > 1).toBe(true);
      }
    }
  },
);
