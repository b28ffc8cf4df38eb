import { describe, expect, test } from "vitest";
import { describeOutcome } from "../../src/cli/commands/simulate.ts";
import { finish, inSlices, recordAll, whatIf, wrongIdeas } from "../../src/game/index.ts";
import { width } from "../../src/present/cells.ts";
import { type Debrief, debriefOf } from "../../src/present/debrief.ts";
import { emptySave } from "../../src/saves/index.ts";
import { design } from "../../src/sim/index.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import type { DebriefScreen } from "../../src/ui/model/types.ts";
import { debriefFor, debriefScrollMax, layOut } from "../../src/ui/screens/debrief/layout.ts";
import { spokenDebrief } from "../../src/ui/screens/debrief/spoken.ts";
import { output } from "../../src/words/en/output.ts";
import { findLesson, words } from "../helpers/english.ts";

const lesson = findLesson("1")!;
const { level } = lesson;
const small = design("dns · box 1");
const recording = recordAll(level, small, 11);
const { outcome } = recording;
const foretold = {
  about: "question",
  answer: "2",
  truth: "72",
  right: false,
  known: { right: 0, of: 1 },
} as const;
const ideas = finish(inSlices(level, wrongIdeas(level, small, outcome, 11)));
const found = finish(inSlices(level, whatIf(level, small, 11)));
const verdict = { passed: false, stars: 0 as const, unanimous: true, outcomes: [outcome] };
const played = { design: small, recording, verdict, stars: 0 as const, practice: false };
const visit = { ...startVisit(emptySave(), lesson), foretold };
const screen: DebriefScreen = {
  kind: "debrief",
  visit,
  played,
  scroll: 0,
  beats: 0,
  progress: 0,
  ideas,
  whatIf: found,
};
const frame = { columns: 80, rows: 24, words, theme: plainTheme, still: true, unicode: true };

/** Every sentence and figure of a debrief. */
function said({ goals, why, ideas, changes, expected, chapter }: Debrief): string[] {
  return [
    ...goals.flatMap(({ name, value, target }) => [name, value, target]),
    ...why.map(({ sentence }) => sentence),
    ...ideas,
    ...(changes ?? []).flatMap(({ name, effects }) => [name, ...effects.map(({ change }) => change)]),
    ...(expected ? [expected.answer, expected.explanation] : []),
    ...(chapter.meaning === undefined ? [] : [chapter.meaning]),
  ];
}

const flat = (text: string) => text.replace(/\s+/g, "");

describe("a debrief", () => {
  const debrief = debriefFor(words, screen);

  test("has the level's goals and then the budget, each with what is missed", () => {
    expect(debrief.goals).toHaveLength(level.goals.length + 1);
    expect(debrief.goals.map(({ met }) => met)).toEqual([false, false, true]);
    for (const { met, missed } of debrief.goals) expect(missed === "").toBe(met);
    expect(debrief.goals.at(-1)).toMatchObject({ name: "bill", bound: "atMost", target: "$150" });
    const over = recordAll(level, design("dns · box 8"), 11);
    const [budget] = debriefOf(words, lesson, { design: small, outcome: over.outcome }).goals.slice(-1);
    expect(budget?.met).toBe(false);
    expect(budget?.missed).not.toBe("");
  });

  test("says what it comes to only to those who have made it work", () => {
    expect(debrief.chapter.meaning).toBeUndefined();
    const won = recordAll(level, level.lesson, 11).outcome;
    const { chapter } = debriefOf(words, lesson, { design: level.lesson, outcome: won });
    expect(chapter.meaning).toBe(lesson.prose.debrief);
  });

  test("tells of a change the goals that it moves and no other, and how they stand after it", () => {
    expect(debrief.changes?.length).toBe(found.length);
    const bigger = debrief.changes?.find(({ name }) => name.includes("2 vCPU"));
    expect(bigger?.passed).toBe(true);
    expect(bigger?.effects.map(({ was, is }) => `${was} ${is}`)).toEqual(["missed met", "missed met"]);
    const same = { ...found[0]!, outcome };
    const [nothing] = debriefOf(words, lesson, { design: small, outcome, whatIf: [same] }).changes ?? [];
    expect(nothing?.effects).toEqual([]);
    expect(debriefOf(words, lesson, { design: small, outcome }).changes).toBeUndefined();
  });

  test("is said whole on the screen and aloud, and its run's part in the text of the command line", () => {
    const drawn = flat(layOut(screen, { ...frame, columns: 400, rows: 100 }).lines.join("\n"));
    const spoken = flat(spokenDebrief(words, screen).join("\n"));
    const bare = { ...debrief, changes: undefined, expected: undefined };
    const printed = flat(describeOutcome(words, output, lesson, small, outcome));
    expect(said(debrief).length).toBeGreaterThan(10);
    for (const each of said(debrief)) {
      expect(spoken).toContain(flat(each));
      // Beside a chart and in columns a text is broken: its words are looked for one by one.
      for (const word of each.split(/\s+/)) expect(drawn).toContain(word);
    }
    for (const each of said(bare)) expect(printed).toContain(flat(each));
  });
});

describe("its layout", () => {
  test("is made once for what it says at a size: scrolling and drawing again cost none", () => {
    const first = layOut(screen, frame);
    expect(layOut({ ...screen, scroll: 3 }, frame)).toBe(first);
    expect(layOut(screen, { ...frame, columns: 100 })).not.toBe(first);
    expect(layOut({ ...screen, whatIf: [] }, frame).lines).not.toEqual(first.lines);
    expect(
      layOut({ ...screen, visit: { ...visit, foretold: { ...foretold, right: true } } }, frame).lines,
    ).not.toEqual(first.lines);
  });

  test("shows how the work in hand is getting on", () => {
    const { whatIf: _, ...trying } = screen;
    const at = (progress: number) => layOut({ ...trying, beats: 20, progress }, frame).lines.join("\n");
    expect(at(0.2)).toContain("20 %");
    expect(at(0.4)).toContain("40 %");
  });

  test.each([80, 120])(
    "no line is wider than the body of %i cells, and the last one can be scrolled to",
    (columns) => {
      const { lines } = layOut(screen, { ...frame, columns });
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns - 2);
      expect(debriefScrollMax(screen, { ...frame, columns })).toBe(lines.length - 18);
    },
  );
});
