/** Which text of a level is offered after a run. */
import { describe, expect, test } from "vitest";
import { cardOn, type Lesson, seenWith } from "../../src/levels/index.ts";
import type { FactCard } from "../../src/levels/prose.ts";
import { explainedIds } from "../../src/levels/topics.ts";
import { findLesson, lessons } from "../helpers/english.ts";

const replication = findLesson("5") as Lesson;
const told = ({ kind }: FactCard) => kind !== "fun" && kind !== "gloss";

test("every id that the table of topics names is one of an excerpt or a card", () => {
  const ids = new Set(
    lessons.flatMap(({ prose }) => [...prose.brief, ...prose.lesson, ...prose.factCards].map(({ id }) => id)),
  );
  expect(explainedIds.filter((id) => !ids.has(id))).toEqual([]);
});

describe("after each run a card is shown", () => {
  test("that explains the run, as long as there is one that was not seen", () => {
    const { prose } = replication;
    const first = cardOn(prose, ["staleOwnReadShare"], []);
    expect(first?.id).toBe("05-replication-f4");
    const next = cardOn(prose, ["staleOwnReadShare"], ["05-replication-f4"]);
    expect(next?.id).not.toBe("05-replication-f4");
    expect(cardOn(prose, [], [])?.id).toBe(prose.factCards.find(told)?.id);
  });

  test.each(lessons)(
    "all of level $level.number before any comes again, and never one twice in a row",
    ({ prose }) => {
      const cards = prose.factCards.filter(told);
      let seen: readonly string[] = [];
      const shown: string[] = [];
      for (let run = 0; run < 3 * cards.length; run++) {
        const card = cardOn(prose, [], seen) as FactCard;
        expect(told(card), card.id).toBe(true);
        if (cards.length > 1) expect(card.id).not.toBe(shown.at(-1));
        shown.push(card.id);
        seen = seenWith(prose, seen, card.id);
      }
      for (let round = 0; round < 3; round++) {
        const from = round * cards.length;
        expect(new Set(shown.slice(from, from + cards.length)).size).toBe(cards.length);
      }
    },
  );
});
