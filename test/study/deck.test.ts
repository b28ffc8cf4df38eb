/** The deck: which cards there are, and which of them are for today. */
import { describe, expect, test } from "vitest";
import { trivia } from "../../src/levels/recall.ts";
import type { CardStates } from "../../src/study/card-state.ts";
import {
  deckOf,
  dueOf,
  type Mistake,
  type PassedLevel,
  reviewCards,
  unreadable,
} from "../../src/study/deck.ts";
import { afterAnswer, withAnswer } from "../../src/study/schedule.ts";
import { lessons } from "../helpers/english.ts";

const dayMs = 86_400_000;
const noonMs = Date.UTC(2026, 10, 26, 12);
const passed: PassedLevel = { passed: true, mistakes: [] };
const first = lessons[0]?.level.id as string;
const mistake: Mistake = {
  about: "idea",
  of: "A",
  answer: "",
  truth: "",
  design: "dns · box 1",
  missed: [],
};

const ids = (reached: (level: string) => PassedLevel | undefined, states: CardStates = {}) =>
  deckOf(lessons, reached, states).map(({ id }) => id);

describe("the deck", () => {
  test("is empty until a level is passed, and then has that level's cards alone", () => {
    expect(ids(() => undefined)).toEqual([]);
    expect(ids(() => ({ passed: false, mistakes: [mistake] }))).toEqual([]);
    const deck = deckOf(lessons, (level) => (level === first ? passed : undefined), {});
    expect(new Set(deck.map(({ lesson }) => lesson.level.id))).toEqual(new Set([first]));
  });

  test("has no id twice, and every question of every level", () => {
    const all = ids(() => ({ passed: true, mistakes: [mistake] }));
    expect(new Set(all).size).toBe(all.length);
    for (const { prose } of lessons) for (const { id } of prose.questions) expect(all).toContain(id);
  });

  test("asks no trivia, and every card that is trivia is a card", () => {
    const all = new Set(ids(() => passed));
    const cards = new Set(lessons.flatMap(({ prose }) => prose.cards.map(({ id }) => id)));
    for (const id of trivia) {
      expect(all.has(id), id).toBe(false);
      expect(cards.has(id), id).toBe(true);
    }
    for (const id of cards) expect(all.has(id), id).toBe(!trivia.has(id));
  });

  test("asks of temperatures, ships and robots nowhere", () => {
    const asked = deckOf(lessons, () => passed, {}).flatMap((card) =>
      card.kind === "prose" ? [`${card.question} ${card.answer}`] : [],
    );
    for (const text of asked) expect(text).not.toMatch(/temperature|warmer|robot|ship's/i);
  });

  test("begins a level with its mistakes", () => {
    const [id] = ids((level) => (level === first ? { passed: true, mistakes: [mistake] } : undefined));
    expect(id).toBe(`${first}-m-idea-A`);
  });

  test("gives a sum other numbers once it was answered, and the same until then", () => {
    const sumOf = (states: CardStates) =>
      deckOf(lessons, () => passed, states).find(({ id }) => id === "sum-storage");
    let states: CardStates = {};
    const seen = new Set<string>();
    for (let n = 0; n < 6; n++) {
      expect(sumOf(states)).toEqual(sumOf(states));
      seen.add(JSON.stringify(sumOf(states)));
      states = withAnswer(states, { card: "sum-storage", recall: "knew", atMs: noonMs + n * dayMs });
    }
    expect(seen.size).toBeGreaterThan(3);
  });
});

describe("what is due", () => {
  const deck = deckOf(lessons, () => passed, {});

  test("of a new deck is everything, ten of it today", () => {
    const due = dueOf(deck, {}, noonMs);
    expect(due.cards).toHaveLength(deck.length);
    expect(due.today).toBe(reviewCards);
    expect(due.todayMin).toBe(5);
  });

  test("is less by what was answered today, and nothing after ten: the rest waits for tomorrow", () => {
    let states: CardStates = {};
    for (let n = 0; n < reviewCards; n++) {
      expect(dueOf(deck, states, noonMs).today).toBe(reviewCards - n);
      const card = dueOf(deck, states, noonMs).cards[0]?.id as string;
      states = withAnswer(states, { card, recall: "knew", atMs: noonMs });
    }
    expect(dueOf(deck, states, noonMs)).toMatchObject({ today: 0, todayMin: 0 });
    expect(dueOf(deck, states, noonMs).cards).toHaveLength(deck.length - reviewCards);
    expect(dueOf(deck, states, noonMs + dayMs / 2).today).toBe(reviewCards);
  });

  test("comes the most overdue first, in terms of its own rest", () => {
    const [a, b] = deck as [(typeof deck)[number], (typeof deck)[number]];
    const short = afterAnswer(undefined, "forgot", noonMs); // rests a day
    const long = afterAnswer(undefined, "easy", noonMs);
    const states = { [a.id]: { ...long }, [b.id]: { ...short } };
    const dueMs = Date.parse(long.dueAt) + dayMs; // a is a day late, b many times its rest
    expect(dueOf([a, b], states, dueMs).cards.map(({ id }) => id)).toEqual([b.id, a.id]);
  });

  test("leaves out what rests, and cards that are no more", () => {
    const state = { ...afterAnswer(undefined, "knew", noonMs) };
    const due = dueOf(deck, { [deck[0]?.id as string]: state, "99-gone-q1": state }, noonMs);
    expect(due.cards).toHaveLength(deck.length - 1);
  });
});

test("of cards whose state cannot be read those of the deck are told, others are left alone", () => {
  const deck = deckOf(lessons, () => passed, {});
  const id = deck[0]?.id as string;
  expect(unreadable(deck, { [id]: { dueAt: 7 }, "99-gone-q1": { dueAt: 7 } })).toEqual([id]);
});
