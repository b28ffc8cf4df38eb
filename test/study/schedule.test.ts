/** When a card comes back: whatever is answered, on whatever days, with whatever clock. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CardStates, readState } from "../../src/study/card-state.ts";
import { afterAnswer, isAnsweredToday, overdueness, recalls, withAnswer } from "../../src/study/schedule.ts";

const dayMs = 86_400_000;
const noonMs = Date.UTC(2026, 10, 26, 12);

describe("a card", () => {
  test("that was known rests longer than one that was forgotten, and an easy one longer still", () => {
    const [forgot, knew, easy] = recalls.map((recall) => {
      const { dueAt } = afterAnswer(undefined, recall, noonMs);
      return (Date.parse(dueAt) - noonMs) / dayMs;
    }) as [number, number, number];
    expect(forgot).toBe(1);
    expect(knew).toBeGreaterThan(forgot);
    expect(easy).toBeGreaterThan(knew);
  });

  test("that is known each time it is due rests longer each time, and at most a year", () => {
    let state = afterAnswer(undefined, "knew", noonMs);
    let before = 0;
    for (let n = 0; n < 12; n++) {
      const days = (Date.parse(state.dueAt) - Date.parse(state.answeredAt)) / dayMs;
      expect(days).toBeGreaterThanOrEqual(before);
      expect(days).toBeLessThanOrEqual(365);
      before = days;
      state = afterAnswer(state, "knew", Date.parse(state.dueAt));
    }
    expect(before).toBe(365);
    expect(state.lapses).toBe(0);
  });

  test("counts a lapse where it was forgotten after it had been answered, not the first time", () => {
    const first = afterAnswer(undefined, "forgot", noonMs);
    expect(first.lapses).toBe(0);
    expect(afterAnswer(first, "forgot", noonMs + 2 * dayMs).lapses).toBe(1);
  });
});

describe("with any answers at any times, the clock going back as well as forward,", () => {
  const story = fc.array(
    fc.record({
      card: fc.constantFrom("a", "b", "c"),
      recall: fc.constantFrom(...recalls),
      atMs: fc.oneof(
        fc.integer({ min: noonMs - 400 * dayMs, max: noonMs + 400 * dayMs }),
        fc.constantFrom(0, -1, Date.UTC(2500, 0), 8.64e15, Number.MAX_SAFE_INTEGER),
      ),
    }),
    { maxLength: 40 },
  );

  test("no answer is lost, and no card is due before or when it was answered", () => {
    fc.assert(
      fc.property(story, (answers) => {
        let cards: CardStates = {};
        for (const answer of answers) {
          // As it comes back from a file.
          cards = JSON.parse(JSON.stringify(withAnswer(cards, answer))) as CardStates;
          const state = readState(cards[answer.card]);
          expect(state).toBeDefined();
          const { dueAt = "", answeredAt = "" } = state ?? {};
          expect(Date.parse(dueAt) - Date.parse(answeredAt)).toBeGreaterThanOrEqual(dayMs);
        }
        for (const card of ["a", "b", "c"]) {
          const given = answers.filter((answer) => answer.card === card).length;
          expect(readState(cards[card])?.answers ?? 0).toBe(given);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("what is kept of a card is exact: an interruption after any answer changes nothing of what follows", () => {
    fc.assert(
      fc.property(story, (answers) => {
        const whole = answers.reduce<CardStates>(withAnswer, {});
        const broken = answers.reduce<CardStates>(
          (cards, answer) => withAnswer(JSON.parse(JSON.stringify(cards)) as CardStates, answer),
          {},
        );
        expect(broken).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is kept of a card", () => {
  const good = { ...afterAnswer(undefined, "knew", noonMs) };

  test("is read as it was written", () => {
    expect(readState(good)).toEqual(good);
  });

  test.each([
    ["nothing", undefined],
    ["a text", "good"],
    ["no due date", { ...good, dueAt: undefined }],
    ["a due date that is none", { ...good, dueAt: "tomorrow" }],
    ["due when it was answered", { ...good, dueAt: good.answeredAt }],
    ["a stability of nothing", { ...good, stabilityDays: 0 }],
    ["a stability without end", { ...good, stabilityDays: Number.POSITIVE_INFINITY }],
    ["a difficulty below the scale", { ...good, difficulty: 0.9 }],
    ["a difficulty above the scale", { ...good, difficulty: 10.1 }],
    ["no answers", { ...good, answers: 0 }],
    ["half an answer", { ...good, answers: 1.5 }],
    ["fewer lapses than none", { ...good, lapses: -1 }],
  ])("with %s cannot be read, and the next answer begins anew", (_, broken) => {
    expect(readState(broken)).toBeUndefined();
    const states = { card: broken as Record<string, unknown> };
    const after = withAnswer(states, { card: "card", recall: "knew", atMs: noonMs });
    expect(after.card).toEqual(good);
  });

  test.each([1, 10])("may have a difficulty of %d, the ends of the scale", (difficulty) => {
    expect(readState({ ...good, difficulty })).toBeDefined();
  });
});

describe("a card is due", () => {
  const state = afterAnswer(undefined, "knew", noonMs);
  const dueMs = Date.parse(state.dueAt);

  test("from the moment on that was set, not a millisecond before", () => {
    expect(overdueness(state, dueMs - 1)).toBeLessThan(1);
    expect(overdueness(state, dueMs)).toBe(1);
  });

  test("when it was never answered", () => {
    expect(overdueness(undefined, noonMs)).toBe(1);
  });

  test("when its answer lies more than a day ahead, because the clock was set back a year", () => {
    expect(overdueness(state, noonMs - 365 * dayMs)).toBe(1);
    expect(overdueness(state, noonMs - dayMs - 1)).toBe(1);
    expect(overdueness(state, noonMs - dayMs)).toBeLessThan(1);
  });
});

test("an answer is of today for twelve hours, and not before it was given", () => {
  const state = afterAnswer(undefined, "knew", noonMs);
  expect(isAnsweredToday(state, noonMs)).toBe(true);
  expect(isAnsweredToday(state, noonMs + dayMs / 2 - 1)).toBe(true);
  expect(isAnsweredToday(state, noonMs + dayMs / 2)).toBe(false);
  expect(isAnsweredToday(state, noonMs - 1)).toBe(false);
});
