/** What is in a debrief, of outcomes made by hand: each of its parts where it is told, and where it is not. */
import { describe, expect, test } from "vitest";
import type { AuditCheck, Counterfactual, GoalResult, Level, Luck, Outcome } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { debriefOf, goalLine, luckTold } from "../../src/present/debrief.ts";
import { emptyDesign, type Report } from "../../src/sim/index.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";

const one = findLesson("1")!;
const goal = (indicator: string, bound: string, target: number, value: number, met = false) =>
  ({ indicator, bound, target, value, met }) as GoalResult;
const up = (value: number, met = false) => goal("availability", "atLeast", 0.99, value, met);
const p95 = (value: number, met = false) => goal("latencyP95Ms", "atMost", 300, value, met);

const reportOf = (more: object = {}) =>
  ({
    ...{ ticks: 100, tickSec: 1, seed: 1, causes: [], indicators: {}, bill: [], latency: [], notes: [] },
    ...{ costPerMonth: 50, ledger: { offered: 10, failed: 0, answered: 10, failedBy: [] } },
    ...more,
  }) as unknown as Report;
const outcomeOf = (more: object = {}) =>
  ({
    ...{ passed: false, goals: [], starGoals: [], withinBudget: true, stars: 0, report: reportOf() },
    ...more,
  }) as unknown as Outcome;

const at = (lesson: Lesson, level: object): Lesson => ({
  ...lesson,
  level: { ...lesson.level, goals: [], budget: 100, ...level } as Level,
});
const debrief = (outcome: object = {}, level: object = {}, run: object = {}, lesson: Lesson = one) =>
  debriefOf(words, at(lesson, level), { design: emptyDesign(), outcome: outcomeOf(outcome), ...run });

describe("the goals", () => {
  test("are the level's, then the budget, where there is one: its bill, and what is too much of it", () => {
    const bill = (withinBudget: boolean, costPerMonth: number) =>
      debrief({ goals: [up(0.9)], withinBudget, report: reportOf({ costPerMonth }) }).goals;
    expect(bill(true, 50)).toEqual([
      goalLine(words, up(0.9)),
      { met: true, name: "bill", value: "$50", bound: "atMost", target: "$100", missed: "" },
    ]);
    expect(bill(false, 130)[1]).toEqual({
      ...{ met: false, name: "bill", value: "$130", bound: "atMost", target: "$100" },
      missed: words.debrief.over(30),
    });
    expect(debrief({ goals: [up(0.9)] }, { budget: Number.POSITIVE_INFINITY }).goals).toEqual([
      goalLine(words, up(0.9)),
    ]);
  });

  test("of a star say whose they are; what the third asks as the second has is told once, but for a run of its own", () => {
    const rules = (isApart: boolean) => ({
      stars: { two: {}, three: isApart ? { scenario: one.level.scenario } : {} },
    });
    const told = (starGoals: readonly (readonly GoalResult[])[], isApart = false) =>
      debrief({ starGoals }, rules(isApart)).starGoals.map((line) => [line.star, line.isApart, line.target]);
    const nearer = { ...up(0.9), target: 0.995 };
    expect(told([[up(0.9)]])).toEqual([[2, false, "99.0 %"]]);
    expect(
      told([
        [up(0.9), p95(9, true)],
        [up(0.9), nearer, p95(9, true)],
      ]),
    ).toEqual([
      [2, false, "99.0 %"],
      [2, false, "300 ms"],
      [3, false, "99.5 %"],
    ]);
    expect(told([[up(0.9)], [up(0.9)]], true)).toEqual([
      [2, false, "99.0 %"],
      [3, true, "99.0 %"],
    ]);
    // The same figure of another indicator is another goal.
    expect(
      told([[up(0.9)], [goal("ordersShare", "atLeast", 0.99, 0.9)]]).map(([star, , target]) => [
        star,
        target,
      ]),
    ).toEqual([
      [2, "99.0 %"],
      [3, "99.0 %"],
    ]);
  });
});

describe("the audit of a third star", () => {
  const undisturbed = { availability: 0.995, atLeast: 0.99, holds: true, failedBy: [] };
  const line = (audit: object, goals: readonly object[] = []) =>
    debrief({ audit: { holds: true, undisturbed, ...audit } }, { goals }).starGoals[0];
  const broken = { fault: { part: "cache" }, availability: 0.5, atLeast: 0.9 } as AuditCheck["broken"];
  const common = { bound: "atLeast", star: 3, isApart: false } as const;

  test("holds of every part, or names the peak or the loss that it does not hold of", () => {
    expect(line({})).toEqual({
      ...{ ...common, met: true, name: words.audit.every, value: words.audit.borne },
      ...{ target: "99.0 %", missed: "" },
    });
    expect(line({ holds: false, undisturbed: { ...undisturbed, availability: 0.8 } })).toEqual({
      ...{ ...common, met: false, name: words.audit.peak, value: "80.0 %" },
      ...{ target: "99.0 %", missed: words.audit.see },
    });
    expect(line({ holds: false, ...(broken && { broken }) })).toEqual({
      ...{ ...common, met: false, name: words.audit.lostPart(words.audit.fault({ part: "cache" })) },
      ...{ value: "50.0 %", target: "90.0 %", missed: words.audit.see },
    });
    expect(debrief().starGoals).toEqual([]);
  });

  test("names the goal that a loss breaks for good, with its bound", () => {
    const goals = [
      { indicator: "availability", atLeast: 0.97 },
      { indicator: "lostWrites", atMost: 0 },
      { indicator: "logsStoredShare", atLeast: 0.75 },
    ];
    const lost = words.audit.lostPart(words.audit.fault({ part: "cache" }));
    const gone = (indicator: string, value: number) =>
      line(
        { holds: false, ...(broken && { broken }), gone: { indicator, value } as AuditCheck["gone"] },
        goals,
      );
    expect(gone("lostWrites", 12)).toMatchObject({
      ...{ name: `${lost}: ${words.indicators.names.lostWrites}`, value: "12" },
      ...{ bound: "atMost", target: "0", missed: words.audit.see },
    });
    expect(gone("logsStoredShare", 0.5)).toMatchObject({
      ...{ name: `${lost}: ${words.indicators.names.logsStoredShare}`, value: "50.0 %" },
      ...{ bound: "atLeast", target: "75.0 %" },
    });
    // What no goal asks breaks none.
    expect(gone("oversold", 3)).toMatchObject({ name: lost, value: "50.0 %", target: "90.0 %" });
  });
});

test("luck is told of the verdict where it is a matter of chance, or else of each goal that is", () => {
  const goals = [
    { indicator: "availability", met: 3 },
    { indicator: "latencyP95Ms", met: 0 },
    { indicator: "ordersShare", met: 8 },
  ] as unknown as Luck["goals"];
  const told = (passed: number) => luckTold(words, { runs: 8, passed, goals });
  const whole = (met: number) => [words.causes.chance({ met, of: 8, goal: undefined })];
  const ofGoals = [words.causes.chance({ met: 3, of: 8, goal: words.indicators.names.availability })];
  expect([0, 1, 7, 8].map(told)).toEqual([ofGoals, whole(1), whole(7), ofGoals]);
  expect(debrief({}, {}, { luck: { runs: 8, passed: 5, goals } }).luck).toEqual(whole(5));
  expect(debrief().luck).toEqual([]);
});

describe("a change", () => {
  const [offer] = one.level.shop;
  const change = (more: object, costDelta = 7) =>
    ({
      ...{ moves: [{ offer, choice: offer!.choices[0] }], design: emptyDesign(), costDelta },
      outcome: outcomeOf(more),
    }) as unknown as Counterfactual;
  const changes = (before: object, after: object, level: object = {}, lesson: Lesson = one) =>
    debrief(before, level, { whatIf: [change(after)] }, lesson).changes?.[0];
  const effects = (before: GoalResult, after: GoalResult) =>
    changes({ goals: [before] }, { goals: [after] })?.effects.map(({ change: told }) => told);

  test("has moved a goal from a thousandth of what it was on", () => {
    const lost = (value: number) => goal("ordersLost", "atMost", 0, value);
    expect(effects(lost(10_000), lost(10_010))).toEqual([]);
    expect(effects(lost(10_000), lost(10_011))).toEqual(["10,000 → 10,011"]);
    expect(effects(lost(10_000), lost(9_989))).toEqual(["10,000 → 9,989"]);
    expect(effects(lost(0), lost(1))).toEqual(["0 → 1"]);
    expect(effects(lost(1), lost(0))).toEqual(["1 → 0"]);
  });

  test("has moved one that has a value from now on or none any more, and none that never has", () => {
    const none = words.indicators.none;
    expect(effects(p95(Number.NaN), p95(100, true))).toEqual([`${none} → 100 ms`]);
    expect(effects(p95(100, true), p95(Number.NaN))).toEqual([`100 ms → ${none}`]);
    expect(effects(p95(Number.NaN), p95(Number.NaN))).toEqual([]);
  });

  test("says how its goals stood and stand, what it adds to the bill, and whether it passes", () => {
    const before = { goals: [p95(400), up(0.999, true)] };
    const after = { goals: [p95(200, true), up(0.5)], passed: true, stars: 1 };
    expect(changes(before, after)).toEqual({
      ...{ name: expect.any(String), delta: "+$7", passed: true, stars: 1, holdsAudit: false },
      effects: [
        { name: "p95", change: "400 → 200 ms", was: "missed", is: "met" },
        { name: "availability", change: "99.9 → 50.0 %", was: "met", is: "missed" },
      ],
    });
  });

  test("holds an audit that did not hold before, and no other", () => {
    const holds = (before: boolean | undefined, after: boolean | undefined) => {
      const undisturbed = { availability: 1, atLeast: 0.9, holds: true };
      const audit = (is: boolean | undefined) =>
        is === undefined ? {} : { audit: { holds: is, undisturbed } };
      return changes(audit(before), audit(after))?.holdsAudit;
    };
    const states = [undefined, false, true];
    expect(states.map((before) => states.map((after) => holds(before, after)))).toEqual([
      [false, false, false],
      [false, false, true],
      [false, false, false],
    ]);
  });

  test("wins no more stars than can be won without the task, and none in a system of one's own", () => {
    const stars = (won: number, level: object, taskDone = false, lesson: Lesson = one) =>
      debrief({}, level, { whatIf: [change({ stars: won })], taskDone }, lesson).changes?.[0]?.stars;
    const [plain, tasked] = [{ stars: { two: {}, three: {} } }, { stars: { two: {}, three: { task: {} } } }];
    expect([0, 1, 2, 3].map((won) => stars(won, plain))).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((won) => stars(won, tasked))).toEqual([0, 1, 2, 2]);
    expect([2, 3].map((won) => stars(won, tasked, true))).toEqual([2, 3]);
    expect(stars(3, plain, false, { ...one, isOwn: true })).toBeUndefined();
  });
});

describe("the chapter", () => {
  const quote = words.reading.quote(one.prose.sentence.text);
  const { from } = one.prose.sentence;
  const chapter = (passed: boolean, isOwn: boolean, forReal: string | undefined) => {
    const prose = { ...one.prose, ...(forReal === undefined ? {} : { forReal }) };
    if (forReal === undefined) delete (prose as { forReal?: string }).forReal;
    return debrief({ passed }, {}, {}, { ...one, prose, ...(isOwn && { isOwn }) }).chapter;
  };

  test("is quoted but of a system of one's own; what it comes to is said to those who have passed", () => {
    const meaning = one.prose.debrief;
    expect(chapter(true, false, "play x")).toEqual({ quote, from, meaning, forReal: "play x" });
    expect(chapter(true, false, undefined)).toEqual({ quote, from, meaning });
    expect(chapter(false, false, "play x")).toEqual({ quote, from });
    expect(chapter(true, true, "play x")).toEqual({ quote: "", from });
  });

  test("has an excerpt on what a run failed by, where a chapter has one, and none on one that passed", () => {
    const excerpts = (passed: boolean) =>
      lessons.map((lesson) => debrief({ goals: [p95(900)], passed }, {}, {}, lesson).excerpt);
    expect(new Set(excerpts(false)).size).toBeGreaterThan(1);
    expect(new Set(excerpts(true))).toEqual(new Set([undefined]));
  });
});

test("a wrong idea, a card and an expectation are told where there is one by that name", () => {
  const [letter, idea] = Object.entries(one.prose.wrongAnswers)[0]!;
  const [first, second] = one.prose.factCards;
  const told = debrief({}, {}, { ideas: [letter, "no such letter"], card: second!.id });
  expect(told.ideas).toEqual([words.causes.idea(idea)]);
  expect(told.card).toEqual({ title: words.reading.cards[second!.kind], text: second!.text });
  expect(debrief({}, {}, { card: first!.id }).card?.text).toBe(first!.text);
  expect(debrief()).toMatchObject({ ideas: [], card: undefined, expected: undefined, changes: undefined });
  expect([true, false].map((passed) => debrief({ passed }).passed)).toEqual([true, false]);
});

test("where it began is asked of the goals that were missed alone", () => {
  const causes = [
    { what: "losing", place: "web", reason: "timeout", count: 9, tick: 4, untilTick: 9 },
    { what: "saturated", place: "web", utilization: 1, tick: 3, untilTick: 9 },
    { what: "saturated", place: "workers", utilization: 1, tick: 5, untilTick: 9 },
  ];
  const report = reportOf({ causes, ledger: { offered: 10, failed: 9, answered: 1, failedBy: [] } });
  const ready = (met: boolean) => goal("photoReadyP95Sec", "atMost", 5, 9, met);
  const first = (goals: readonly GoalResult[]) => debrief({ goals, report }).first?.place;
  // Of photos that wait their workers are the cause, whatever else was too much.
  expect(first([ready(false), up(0.999, true)])).toBe("workers");
  expect(first([ready(true), up(0.9)])).toBe("web");
});
