/** Which text of a level is offered after a run. */
import { describe, expect, test } from "vitest";
import { cardOn, excerptOn, type Lesson, seenWith } from "../../src/levels/index.ts";
import type { FactCard } from "../../src/levels/prose.ts";
import { explainedIds } from "../../src/levels/topics.ts";
import { emptySave } from "../../src/saves/index.ts";
import type { Design } from "../../src/sim/index.ts";
import type { DebriefScreen } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, reduce, type Screen } from "../../src/ui/reduce.ts";
import { debriefFor } from "../../src/ui/screens/debrief/layout.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { playedOf, visitOf } from "../helpers/screens.ts";

const replication = findLesson("5") as Lesson;
const told = ({ kind }: FactCard) => kind !== "fun" && kind !== "gloss";

test("every id that the table of topics names is one of an excerpt or a card", () => {
  const ids = new Set(
    lessons.flatMap(({ prose }) => [...prose.brief, ...prose.lesson, ...prose.factCards].map(({ id }) => id)),
  );
  expect(explainedIds.filter((id) => !ids.has(id))).toEqual([]);
});

test.each(lessons)(
  "an excerpt of level $level.number explains each wrong idea that can be built",
  (lesson) => {
    for (const answer of lesson.level.wrongAnswers)
      if ("design" in answer)
        expect(excerptOn(lesson.prose, [`idea ${answer.letter}`]), answer.letter).toBeDefined();
  },
);

test("once the idea behind a failure is known the debrief names its excerpt, and the key opens that", () => {
  const cache = findLesson("6") as Lesson;
  const short = cache.level.wrongAnswers.find(({ letter }) => letter === "B") as { design: Design };
  const played = playedOf(cache, short.design);
  const visit = visitOf(cache, short.design);
  const named = (ideas: readonly string[] | undefined) => {
    const screen = { kind: "debrief", visit, played, beats: 0, progress: 0, scroll: 0, whatIf: [] } as const;
    const told: Screen = ideas ? { ...screen, ideas } : screen;
    const state = { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen: told };
    const opened = reduce(state, { type: "command", command: "why", atMs: 0 }).screen;
    const { excerpt } = debriefFor(words, told as DebriefScreen);
    expect(opened).toMatchObject({ kind: "lesson", at: excerpt?.id });
    return excerpt?.id;
  };
  // The flood of a zone lost the most; five seconds to live are why the rest could not bear it.
  expect(named(undefined)).toBe("06-cache-p9");
  expect(named(["B"])).toBe("06-cache-p7");
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
