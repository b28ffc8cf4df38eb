/** Two saves as one: what a moved save must keep, whatever stands in either. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, type LevelProgress, mergeSaves, type Save } from "../../src/saves/index.ts";
import { inspectBytes } from "../../src/saves/inspect.ts";
import { type Shelf, withKept, withoutKept } from "../../src/saves/kept.ts";
import { type Removed, type SavedDesign, saveText } from "../../src/saves/shape.ts";
import { withInterview, withShift, withShiftOver } from "../../src/saves/under-way.ts";
import { laterState, readState } from "../../src/study/card-state.ts";
import { afterAnswer } from "../../src/study/schedule.ts";
import { fullSave } from "./helpers.ts";

const merge = (here: Save, there: Save) => mergeSaves(here, there, laterState);

const at = fc.integer({ min: 0, max: 9 }).map((n) => new Date(n * 1e9).toISOString());
const name = fc.constantFrom("a", "b", "c");
const line = fc.constantFrom("dns · box 1", "dns · box 2", "dns · box 3");
const set = fc.uniqueArray(name);
const state = fc
  .tuple(fc.constantFrom("forgot" as const, "knew" as const), fc.integer({ min: 1, max: 9 }))
  .map(([recall, n]): Record<string, unknown> => ({ ...afterAnswer(undefined, recall, n * 1e9) }));

/** Designs by name, of which some were removed again. */
const shelf: fc.Arbitrary<Shelf<SavedDesign>> = fc
  .array(fc.record({ name, line, isDropped: fc.boolean(), nowMs: fc.nat(1e9) }), { maxLength: 6 })
  .map((acts) =>
    acts.reduce<Shelf<SavedDesign>>(
      (kept, { name: which, line: notation, isDropped, nowMs }) =>
        isDropped ? withoutKept(kept, which, nowMs) : withKept(kept, which, { notation }, nowMs),
      { list: [], removed: [] },
    ),
  );

const level: fc.Arbitrary<LevelProgress> = fc
  .record({
    passed: fc.boolean(),
    practice: fc.boolean(),
    stars: fc.constantFrom(0, 1, 2, 3),
    best: fc.option(fc.record({ bestCostPerMonth: fc.integer({ min: 1, max: 3 }), bestDesign: line })),
    lastDesign: fc.option(line),
    shelf,
    predictions: fc.uniqueArray(fc.record({ answer: name, right: fc.boolean(), at }), {
      selector: (each) => JSON.stringify(each),
    }),
    mistakes: fc.uniqueArray(
      fc.record({
        about: fc.constantFrom("goals", "idea"),
        of: name,
        answer: name,
        truth: name,
        design: line,
        missed: fc.constant([]),
        at,
      }),
      { selector: ({ about, of }) => `${about} ${of}` },
    ),
    hintsUsed: fc.nat(3),
    attempts: fc.nat(9),
    debriefRead: fc.boolean(),
    questionsSeen: set,
    cardsShown: set,
    trapsSeen: set,
  })
  .map(({ best, lastDesign, shelf: { list, removed }, ...rest }) => ({
    ...(rest as Omit<LevelProgress, "designs" | "designsRemoved">),
    ...{ designs: list, designsRemoved: removed },
    ...best,
    ...(lastDesign === null ? {} : { lastDesign }),
  }));

const rung = fc.record({
  rung: fc.constantFrom(0, 1, 2, 3),
  seed: fc.constantFrom(1, 2),
  ticks: fc.subarray([0, 1, 2]),
  mark: fc.constantFrom(1 as const, 2 as const, 3 as const),
  at,
});
const rungs = fc.uniqueArray(rung, { selector: ({ rung: which, seed }) => `${which} ${seed}` });

const begun = fc.constantFrom(1, 2, 3, 4);
const underWay = (begunMs: number, atMs: number) => ({ ...fullSave().interview!, begunMs, atMs });
/** One that is under way is not over. */
const interviews = fc
  .record({ over: fc.uniqueArray(begun), begunMs: fc.option(begun), spentMs: fc.nat(3) })
  .map(({ over, begunMs, spentMs }) => ({
    interviewsOver: [...over].sort(),
    ...(begunMs !== null && !over.includes(begunMs) && { interview: underWay(begunMs, begunMs + spentMs) }),
  }));

const anySave: fc.Arbitrary<Save> = fc
  .record({
    levels: fc.dictionary(name, level, { noNullPrototype: true }),
    settings: fc.record(
      { theme: fc.constantFrom("dark" as const, "light" as const), ascii: fc.boolean() },
      { requiredKeys: [] },
    ),
    cards: fc.dictionary(name, state, { noNullPrototype: true }),
    ladders: fc.dictionary(name, rungs, { noNullPrototype: true }),
    drills: fc.dictionary(
      name,
      fc.uniqueArray(fc.record({ mark: fc.constantFrom(0, 0.5, 1), at }), {
        selector: (each) => JSON.stringify(each),
      }),
      { noNullPrototype: true },
    ),
    activeMs: fc.dictionary(fc.constantFrom("2026-11-25", "2026-11-26"), fc.nat(86_400_000), {
      noNullPrototype: true,
    }),
    reports: fc.uniqueArray(fc.record({ at, report: fc.record({ mark: fc.nat(2) }) }), {
      selector: (each) => JSON.stringify(each),
    }),
    interviews,
  })
  .map(({ interviews: its, ...parts }) => ({ ...emptySave(), ...parts, ...its }));

/** Without what only one side can have, and with sets in one order. */
function comparable({ levels, settings: _, ...rest }: Save): unknown {
  const sorted = (list: readonly unknown[]) => [...list].map((each) => JSON.stringify(each)).sort();
  const alike = Object.entries(levels).map(([id, { lastDesign: __, designs, ...fields }]) => [
    id,
    ...Object.entries(fields).map(([field, value]) => [field, Array.isArray(value) ? sorted(value) : value]),
    sorted(designs.map(({ notation }) => notation)),
  ]);
  const lists = [rest.ladders, rest.drills].map((record) =>
    sorted(Object.entries(record).map(([id, list]) => [id, sorted(list)])),
  );
  const others = [rest.cards, rest.activeMs].map((record) => sorted(Object.entries(record)));
  return JSON.parse(
    JSON.stringify([sorted(alike), lists, others, sorted(rest.reports), rest.interviewsOver]),
  );
}

describe("a save that is exported and imported", () => {
  test("is the same where nothing was", () => {
    fc.assert(
      fc.property(anySave, (there) => {
        const found = inspectBytes(Buffer.from(saveText(there)));
        expect(found.state).toBe("sound");
        expect(merge(emptySave(), found.save)).toEqual(there);
        expect(merge(there, emptySave())).toEqual(there);
      }),
      { numRuns: 40 },
    );
    expect(merge(emptySave(), fullSave())).toEqual(fullSave());
  });

  test("changes nothing when it comes a second time, or home again", () => {
    fc.assert(
      fc.property(anySave, anySave, (here, there) => {
        const once = merge(here, there);
        expect(merge(once, there)).toEqual(once);
        expect(merge(once, here)).toEqual(once);
        expect(merge(once, once)).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  test("comes out the same whichever is moved, but for what there can only be one of", () => {
    fc.assert(
      fc.property(anySave, anySave, (one, other) => {
        expect(comparable(merge(one, other))).toEqual(comparable(merge(other, one)));
      }),
      { numRuns: 60 },
    );
  });

  test("loses no star, pass, prediction, mistake, design, rung, card or setting of either", () => {
    fc.assert(
      fc.property(anySave, anySave, (here, there) => {
        const both = merge(here, there);
        for (const side of [here, there]) {
          for (const [id, before] of Object.entries(side.levels)) {
            const after = both.levels[id] ?? emptyLevel();
            expect(after.stars).toBeGreaterThanOrEqual(before.stars);
            expect(after.attempts).toBeGreaterThanOrEqual(before.attempts);
            for (const flag of ["passed", "practice", "debriefRead"] as const)
              expect(after[flag] || !before[flag]).toBe(true);
            expect(after.predictions).toEqual(expect.arrayContaining([...before.predictions]));
            expect(after.trapsSeen).toEqual(expect.arrayContaining([...before.trapsSeen]));
            for (const { madeMs, atMs } of before.designs) {
              const isIn = (list: readonly Removed[]) =>
                list.some((each) => each.madeMs === madeMs && each.atMs >= atMs);
              expect(isIn(after.designs) || isIn(after.designsRemoved)).toBe(true);
            }
            for (const { about, of, at: atTime } of before.mistakes) {
              const kept = after.mistakes.find((each) => each.about === about && each.of === of);
              expect((kept?.at ?? "") >= atTime).toBe(true);
            }
          }
          for (const [id, before] of Object.entries(side.cards))
            expect((readState(both.cards[id])?.answeredAt ?? "") >= String(before.answeredAt)).toBe(true);
          for (const [id, list] of Object.entries(side.ladders))
            for (const { rung: which, seed, at: atTime } of list) {
              const kept = both.ladders[id]?.filter((each) => each.rung === which && each.seed === seed);
              expect(kept).toHaveLength(1);
              expect((kept?.[0]?.at ?? "") >= atTime).toBe(true);
            }
          for (const [kind, list] of Object.entries(side.drills))
            expect(both.drills[kind]).toEqual(expect.arrayContaining([...list]));
          for (const [day, ms] of Object.entries(side.activeMs))
            expect(both.activeMs[day]).toBeGreaterThanOrEqual(ms);
          expect(both.reports).toEqual(expect.arrayContaining([...side.reports]));
          expect(Object.keys(both.settings)).toEqual(expect.arrayContaining(Object.keys(side.settings)));
        }
        expect(both.settings).toMatchObject(here.settings);
      }),
      { numRuns: 60 },
    );
  });
});

describe("of a level that both know", () => {
  const known = (fields: Partial<LevelProgress>): Save => ({
    ...emptySave(),
    levels: { a: { ...emptyLevel(), ...fields } },
  });
  const bestOf = (here: Partial<LevelProgress>, there: Partial<LevelProgress>) =>
    merge(known(here), known(there)).levels.a?.bestDesign;
  const cheap = { stars: 2, bestCostPerMonth: 100, bestDesign: "cheap" } as const;

  test("the best design is that of more stars, and of as many stars the cheaper one", () => {
    expect(bestOf(cheap, { stars: 3, bestCostPerMonth: 900, bestDesign: "dear" })).toBe("dear");
    expect(bestOf(cheap, { stars: 2, bestCostPerMonth: 101, bestDesign: "dear" })).toBe("cheap");
    expect(bestOf(cheap, { stars: 2, bestCostPerMonth: 99, bestDesign: "cheaper" })).toBe("cheaper");
    expect(bestOf(cheap, {})).toBe("cheap");
    expect(bestOf({}, cheap)).toBe("cheap");
  });

  test("a design of the same name and another line gets a name of its own, once", () => {
    const designs = (notation: string, madeMs: number) => ({
      designs: [{ name: "mine", notation, madeMs, atMs: madeMs }],
    });
    const other = known(designs("box 2", 2));
    const once = merge(known(designs("box 1", 1)), other);
    expect(once.levels.a?.designs).toMatchObject([
      { name: "mine", notation: "box 1" },
      { name: "mine (2)", notation: "box 2" },
    ]);
    expect(merge(once, known(designs("box 3", 3))).levels.a?.designs.at(-1)?.name).toBe("mine (3)");
    expect(merge(once, other)).toEqual(once);
  });
});

describe("of a card that both know", () => {
  const first = { ...afterAnswer(undefined, "knew", 1e12) };
  const later = { ...afterAnswer(first, "forgot", 2e12) };

  test("the later answer counts, wherever it was given; what cannot be read gives way", () => {
    expect([laterState(first, later), laterState(later, first)]).toEqual([later, later]);
    expect([laterState({ dueAt: 7 }, first), laterState(first, { dueAt: 7 })]).toEqual([first, first]);
  });

  test("at the same moment the one that was answered more often counts", () => {
    const often = { ...first, answers: 2 };
    expect([laterState(first, often), laterState(often, first)]).toEqual([often, often]);
  });
});

describe("an interview", () => {
  const open = (begunMs: number, atMs = begunMs): Save => ({
    ...emptySave(),
    interview: underWay(begunMs, atMs),
  });
  const over = withInterview(open(1));

  test("that was finished here after the export stays finished, whichever is moved", () => {
    expect(over).toEqual({ ...emptySave(), interviewsOver: [1] });
    expect(merge(over, open(1))).toEqual(over);
    expect(merge(open(1), over)).toEqual(over);
  });

  test("that was given up for another does not come back once that one is finished", () => {
    const other = withInterview(open(1), underWay(2, 2));
    expect(other.interviewsOver).toEqual([1]);
    expect(merge(withInterview(other), open(1)).interview).toBeUndefined();
  });

  test("that went on in one of both comes as far as it has come, and is not over by going on", () => {
    expect(withInterview(open(1), underWay(1, 5)).interviewsOver).toEqual([]);
    for (const [here, there] of [
      [open(1, 5), open(1, 3)],
      [open(1, 3), open(1, 5)],
    ] as const)
      expect(merge(here, there).interview?.atMs).toBe(5);
  });

  test("that is under way there comes where none is, and gives way to the one that is here", () => {
    expect(merge(over, open(2)).interview?.begunMs).toBe(2);
    expect(merge(open(3), open(2)).interview?.begunMs).toBe(3);
    expect(merge(open(1), { ...open(2), interviewsOver: [1] }).interview?.begunMs).toBe(2);
  });

  test("is known to be over as one of the latest hundred", () => {
    const interviewsOver = Array.from({ length: 100 }, (_, n) => n + 1);
    const after = withInterview({ ...open(101), interviewsOver });
    expect([after.interviewsOver.length, after.interviewsOver[0], after.interviewsOver.at(-1)]).toEqual([
      100, 2, 101,
    ]);
    expect(
      merge({ ...over, interviewsOver }, { ...emptySave(), interviewsOver: [200] }).interviewsOver,
    ).toHaveLength(100);
  });
});

describe("a shift on call that is moved", () => {
  const { begunMs: _, ...gone } = fullSave().shift!;
  const worth = { seed: gone.seed, stars: 2 as const, lost: 5, at: "2026-11-26T10:00:00.000Z" };
  const open = (atMs: number, nowSec = gone.nowSec) => withShift(emptySave(), { ...gone, nowSec }, atMs);
  const over = withShiftOver(open(1), gone.case, worth);

  test("that is over in one of both does not come back, and what it was worth stays", () => {
    expect(over.shiftsOver).toEqual([1]);
    expect(merge(over, open(1))).toEqual(over);
    expect(merge(open(1), over)).toEqual(over);
  });

  test("that was given up for another, or begun anew, does not come back", () => {
    const others = [
      { ...gone, seed: 13 },
      { ...gone, case: "gray-box" },
      { ...gone, nowSec: gone.alarmSec },
    ];
    for (const other of others) {
      const given = withShift(open(1), other, 2);
      expect(given).toMatchObject({ shift: { begunMs: 2 }, shiftsOver: [1] });
      expect(merge(withShiftOver(given, other.case, worth), open(1)).shift).toBeUndefined();
    }
  });

  test("that went on in one of both comes as far as it has come, and keeps when it began", () => {
    const later = withShift(open(1), { ...gone, nowSec: gone.nowSec + 30 }, 9);
    expect(later).toMatchObject({ shift: { begunMs: 1 }, shiftsOver: [] });
    expect(merge(open(1), later)).toEqual(later);
    expect(merge(later, open(1))).toEqual(later);
    const writing = withShift(open(1), { ...gone, phase: "write", written: { why: "one build" } }, 9);
    expect(merge(open(1), writing)).toEqual(writing);
  });

  test("that is under way there comes where none is, and gives way to the one that is here", () => {
    expect(merge(over, open(2)).shift?.begunMs).toBe(2);
    expect(merge(open(3), open(2)).shift?.begunMs).toBe(3);
    expect(merge(open(1), { ...open(2), shiftsOver: [1] }).shift?.begunMs).toBe(2);
  });
});
