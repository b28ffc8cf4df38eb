import { expect, test } from "vitest";
import { cardLines, runCard } from "../../src/present/run-card.ts";
import { partsOf, sparkline } from "../../src/present/sparkline.ts";
import { daysFrom, isShiftDay, variantOf } from "../../src/rooms/day/index.ts";
import { lessons, words } from "../helpers/english.ts";
import { judgedRun } from "../helpers/filmed.ts";

const [lesson] = lessons;

test("a card tells level, verdict, stars, bill, the goal that mattered and the code", () => {
  const run = judgedRun(lesson!, lesson!.level.lesson);
  const [name, verdict, goal, code] = words.share.card(runCard(words, run));
  expect(name).toBe("zero-to-millions level 1, Single server");
  expect(verdict).toMatch(/^passed ★★★ · \$\d+ a month$/);
  expect(goal).toMatch(/^[▁-█]{16} \S.* asked [≤≥] \S/);
  expect(code).toMatch(/^ztm-1-/);
});

test("what was missed is no pass and has no stars; the goal that was missed is the one drawn", () => {
  const run = judgedRun(lesson!, lesson!.level.start);
  const card = words.share.card(runCard(words, run)).join("\n");
  expect(card).toContain("not yet · ");
  expect(card).not.toMatch(/[★☆]/);
  const { goals } = run.played.recording.outcome;
  expect(goals.some(({ met }) => !met)).toBe(true);
  expect(card).toMatch(/availability 0 %, asked ≥ 97/);
});

test("a day's run is compared with the day's best and has no code", () => {
  const run = judgedRun(lesson!, lesson!.level.lesson);
  const variants = Array.from({ length: 9 }, (_, n) => variantOf(daysFrom("2026-12-01", n), 0));
  const [drawn] = variants.flatMap((each) => (isShiftDay(each) ? [] : [each.drawn]));
  const day = { drawn: drawn!, best: 70 };
  const card = runCard(words, { ...run, day });
  expect(card).toMatchObject({ best: 70, code: undefined, level: undefined });
  expect(cardLines(words, { ...run, day })).toEqual([
    expect.stringMatching(/^zero-to-millions 2026-12-\d\d [▁-█]{5} ★★★ \$\d+, best known \$70$/),
  ]);
});

test("what was played on a puzzle's board has a card and no code", () => {
  const run = { ...judgedRun(lesson!, lesson!.level.lesson), isPuzzle: true as const };
  expect(runCard(words, run)).toMatchObject({ code: undefined, level: undefined });
  expect(cardLines(words, run)).toHaveLength(3);
});

test("bars go from nothing to the whole and never beyond", () => {
  expect(sparkline([-1, 0, 0.5, 1, 2])).toBe("▁▁▅██");
  expect(partsOf(10, 4)).toEqual([
    [0, 2],
    [2, 5],
    [5, 7],
    [7, 10],
  ]);
});
