/** Study as it is played: a review of ten, saved card by card, without a word on what is put off. */
import { describe, expect, test } from "vitest";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { readState } from "../../src/study/card-state.ts";
import { deckOf } from "../../src/study/deck.ts";
import { afterAnswer } from "../../src/study/schedule.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import type { Command } from "../../src/ui/keys/keymap.ts";
import { withChange } from "../../src/ui/model/save-changes.ts";
import type { ReviewScreen } from "../../src/ui/model/study-screens.ts";
import { showMap } from "../../src/ui/model/transitions.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { lessons, words } from "../helpers/english.ts";

const dayMs = 86_400_000;
const noonMs = Date.UTC(2026, 10, 26, 12);
const first = lessons[0]?.level.id as string;
/** Three levels are passed. */
const levels = lessons.slice(0, 3).map(({ level }) => [level.id, { ...emptyLevel(), passed: true }] as const);
const passed: Save = { ...emptySave(), levels: Object.fromEntries(levels) };
const size = deckOf(lessons, (id) => passed.levels[id], {}).length;

function onMap(save: Save, nowMs = noonMs): State {
  return showMap({ ...initialState(words, mapRowsOf(lessons), save, []), nowMs }, "study");
}

const pressAt = (atMs: number, state: State, ...commands: readonly Command[]) =>
  commands.reduce((now, command) => reduce(now, { type: "command", command, atMs }), state);
const press = (state: State, ...commands: readonly Command[]) => pressAt(noonMs, state, ...commands);

function reviewOf(state: State): ReviewScreen {
  expect(state.screen.kind).toBe("review");
  return state.screen as ReviewScreen;
}

function shown(state: State): string {
  const frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };
  return draw(state, frame).lines.join("\n");
}

const known: readonly Command[] = ["confirm", "good"];
const all = (count: number) => Array.from({ length: count }, () => known).flat();

describe("the map", () => {
  test("says what there is to recall and how long it takes", () => {
    expect(shown(onMap(passed))).toMatch(/▸ {4}Study •/);
    expect(shown(onMap(passed))).toContain("│ 10 to recall, 5 minutes");
    expect(spokenLines(onMap(passed)).join("\n")).toContain("study, 10 to recall, 5 minutes");
  });

  test("says nothing of what is put off once ten are done", () => {
    const done = press(onMap(passed), "confirm", ...all(10), "back");
    expect(done.screen).toMatchObject({ kind: "map", at: lessons.length });
    expect(shown(done)).not.toContain("Study •");
    expect(shown(done)).toContain("│ recalled for today");
  });

  test("tells whoever has passed nothing what opens Study", () => {
    const state = press(onMap(emptySave()), "confirm");
    expect(state.screen.kind).toBe("map");
    expect(state.message).toBe(words.study.empty);
  });
});

describe("a review", () => {
  test("is ten cards; each is asked, answered and saved by itself", () => {
    let state = press(onMap(passed), "confirm");
    expect(reviewOf(state).cards).toHaveLength(10);
    for (let n = 0; n < 10; n++) {
      const id = reviewOf(state).cards[n] as string;
      expect(Object.keys(state.save.cards)).toHaveLength(n);
      state = press(state, "confirm", "good");
      expect(readState(state.save.cards[id])).toMatchObject({ answers: 1, lapses: 0 });
      expect(state.outbox).toHaveLength(n + 1);
    }
    expect(shown(state)).toContain("You knew 10 of 10.");
    expect(shown(state)).not.toContain("forgot comes back");
  });

  test("shows no answer before it is asked for, and takes no mark", () => {
    const state = press(onMap(passed), "confirm");
    expect(shown(state)).not.toContain(words.study.answer);
    const marked = press(state, "good");
    expect(marked.message).toBe(words.study.first);
    expect(marked.save).toBe(state.save);
  });

  test("wants a mark once the answer is seen", () => {
    const state = press(onMap(passed), "confirm", "confirm");
    expect(shown(state)).toContain(words.study.answer);
    expect(press(state, "confirm").message).toBe(words.study.gradeFirst);
  });

  test.each([
    ["again", "forgot"],
    ["good", "knew"],
    ["easy", "easy"],
  ] as const)("takes %s for %s", (command, recall) => {
    const state = press(onMap(passed), "confirm");
    const id = reviewOf(state).cards[0] as string;
    const { save } = press(state, "confirm", command);
    expect(save.cards[id]).toEqual({ ...afterAnswer(undefined, recall, noonMs) });
  });

  test("that is left goes on where it was: what was answered is not asked again", () => {
    const half = press(onMap(passed), "confirm", ...all(4), "back");
    const again = reviewOf(press(half, "confirm"));
    expect(again.cards).toHaveLength(6);
    for (const id of again.cards) expect(Object.keys(half.save.cards)).not.toContain(id);
  });

  test("gives five more to whoever asks, until nothing is due, and then leads back", () => {
    let state = press(onMap(passed), "confirm", ...all(10));
    const rest = size - 10;
    expect(shown(state)).toContain(`Enter ${Math.min(5, rest)} more`);
    while (Object.keys(state.save.cards).length < size) {
      const before = Object.keys(state.save.cards).length;
      const more = Math.min(5, size - before);
      state = press(state, "confirm", ...all(more));
      expect(Object.keys(state.save.cards)).toHaveLength(before + more);
    }
    expect(shown(state)).toContain(words.study.noMore);
    expect(press(state, "confirm").screen.kind).toBe("map");
  });

  test("brings back tomorrow what was forgotten, before all that is new", () => {
    const state = press(onMap(passed), "confirm");
    const id = reviewOf(state).cards[0] as string;
    const left = press(state, "confirm", "again", "back");
    const next = reviewOf(pressAt(noonMs + 1.5 * dayMs, left, "confirm"));
    expect(next.cards[0]).toBe(id);
  });

  test("of a card that another window has just removed goes on at its end", () => {
    const state = press(onMap(passed), "confirm");
    const gone = reduce(state, { type: "saved", count: 0, save: emptySave(), atMs: noonMs });
    expect(shown(gone)).toContain(words.study.noMore);
    expect(press(gone, "confirm").screen.kind).toBe("map");
  });
});

describe("a save edited by hand", () => {
  const good = { ...afterAnswer(undefined, "knew", noonMs) };
  const broken: Save = {
    ...passed,
    cards: { "sum-busy-cores": { dueAt: "soon" }, "99-gone-q1": { dueAt: "soon" }, "sum-boxes": good },
  };

  test("is mended in one line, and what is kept of cards that are no more stays", () => {
    const state = press(onMap(broken), "confirm");
    expect(state.message).toBe(words.study.mended(1));
    expect(state.save.cards).toEqual({ "99-gone-q1": { dueAt: "soon" }, "sum-boxes": good });
    expect(press(press(state, "back"), "confirm").message).toBeUndefined();
  });

  test("loses no answer that another window has given to the card meanwhile", () => {
    const answered: Save = { ...passed, cards: { "sum-busy-cores": good } };
    const change = { type: "mend", cards: ["sum-busy-cores"], atMs: noonMs } as const;
    expect(withChange(answered, change)).toBe(answered);
  });
});

test("two windows that answer the same card lose neither answer", () => {
  const change = { type: "answer", card: "sum-boxes", recall: "knew", atMs: noonMs } as const;
  const both = withChange(withChange(passed, change), { ...change, atMs: noonMs + 1 });
  expect(readState(both.cards["sum-boxes"])?.answers).toBe(2);
});

test("a question graded at a level's end counts as answered in Study", () => {
  const id = lessons[0]?.prose.questions[0].id as string;
  const change = { type: "question", level: first, id, known: true, atMs: noonMs } as const;
  expect(readState(withChange(passed, change).cards[id])?.answers).toBe(1);
  expect(withChange(passed, { ...change, known: false }).cards[id]).toEqual({
    ...afterAnswer(undefined, "forgot", noonMs),
  });
});
