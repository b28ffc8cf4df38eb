import { describe, expect, test } from "vitest";
import { describeOutcome } from "../../src/cli/commands/simulate.ts";
import { finish, inSlices, whatIf, wrongIdeas } from "../../src/game/index.ts";
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
import { findLesson, lessons, words } from "../helpers/english.ts";
import { recordingOf } from "../helpers/recorded.ts";

const lesson = findLesson("1")!;
const { level } = lesson;
const small = design("dns · box 1");
const recording = recordingOf(level, small, 11);
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
    const over = recordingOf(level, design("dns · box 8"), 11);
    const [budget] = debriefOf(words, lesson, { design: small, outcome: over.outcome }).goals.slice(-1);
    expect(budget?.met).toBe(false);
    expect(budget?.missed).not.toBe("");
  });

  test("says of a question about a system of its own that the answer is not this run's, and of no other", () => {
    const explained = lessons.map((each) => {
      const { expected } = debriefOf(words, each, { design: small, outcome, foretold });
      return expected!.explanation.startsWith(words.prediction.stated);
    });
    expect(explained).toEqual(lessons.map(({ level: { prediction } }) => "stated" in prediction.truth));
    expect(new Set(explained).size).toBe(2);
  });

  test("explains the answer to the level's question, and of no other expectation", () => {
    const explained = (about: "question" | "goals") =>
      debriefOf(words, lesson, { design: small, outcome, foretold: { ...foretold, about } as never }).expected
        ?.explanation;
    expect(explained("question")).toContain(lesson.prose.prediction.explanation);
    expect(explained("goals")).toBe("");
  });

  test("says what it comes to only to those who have made it work", () => {
    expect(debrief.chapter.meaning).toBeUndefined();
    const won = recordingOf(level, level.lesson, 11).outcome;
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

  test("tells of a goal that had no value and has one after a change, and of one that has none any more", () => {
    const unheard = recordingOf(level, design("box 2"), 11).outcome;
    const won = recordingOf(level, level.lesson, 11).outcome;
    const effects = (from: typeof won, to: typeof won) =>
      debriefOf(words, lesson, {
        design: level.lesson,
        outcome: from,
        whatIf: [{ ...found[0]!, outcome: to }],
      }).changes?.[0]?.effects.map(({ name, change, was, is }) => `${name} ${change}, ${was} ${is}`);
    expect(effects(unheard, won)?.[0]).toBe("p95 none → 41 ms, missed met");
    expect(effects(won, unheard)?.[0]).toBe("p95 41 ms → none, met missed");
    expect(effects(unheard, unheard)).toEqual([]);
  });

  test("promises no star that waits for its task until the task is done", () => {
    const won = recordingOf(level, level.lesson, 11).outcome;
    expect(won.stars).toBe(3);
    const whatIf = [{ ...found[0]!, outcome: won }];
    const starsOf = (taskDone: boolean) =>
      debriefOf(words, lesson, { design: small, outcome, whatIf, taskDone }).changes?.[0]?.stars;
    expect([starsOf(false), starsOf(true)]).toEqual([2, 3]);
    const three = findLesson("3")!;
    const free = debriefOf(words, three, { design: three.level.lesson, outcome, whatIf }).changes;
    expect(free?.[0]?.stars).toBe(3);
  });

  test("does not tell of a goal that is read as the same before and after", () => {
    const at = (value: number) => ({
      ...outcome,
      goals: outcome.goals.slice(0, 1).map((goal) => ({ ...goal, value, target: 90, met: false })),
    });
    const changesTo = (value: number) =>
      debriefOf(words, lesson, {
        design: small,
        outcome: at(108),
        whatIf: [{ ...found[0]!, outcome: at(value) }],
      }).changes?.[0]?.effects.map(({ change }) => change);
    expect(changesTo(108.2)).toEqual([]);
    expect(changesTo(113)).toEqual(["108 → 113 ms"]);
  });

  test("is said whole on the screen and aloud, and its run's part in the text of the command line", () => {
    const drawn = flat(layOut(screen, { ...frame, columns: 400, rows: 100 }).lines.join("\n"));
    const spoken = flat(spokenDebrief({ words, save: emptySave() }, screen).join("\n"));
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

describe("the further stars", () => {
  const four = findLesson("4")!;
  const debriefed = (built: string) => {
    const bought = design(built);
    const run = recordingOf(four.level, bought, 11);
    const { outcome: won } = run;
    const verdict = { passed: won.passed, stars: won.stars, unanimous: true, outcomes: [won] };
    const played = { design: bought, recording: run, verdict, stars: won.stars, practice: false };
    const shown: DebriefScreen = { ...screen, visit: startVisit(emptySave(), four), played, whatIf: [] };
    return {
      shown,
      debrief: debriefFor(words, shown),
      text: describeOutcome(words, output, four, bought, won),
    };
  };
  const three = debriefed("dns · lb 2 interval=10s retry policy=least · web 8×8 · db 8 · kv 1");
  const one = debriefed("dns · lb 1 · web 8×8 · db 8 · kv 1");

  test("are judged by figures that are told, with those of a star's own run", () => {
    const [two, own, tail, any] = three.debrief.starGoals;
    expect(three.debrief.starGoals).toHaveLength(4);
    expect(any).toMatchObject({ star: 3, isApart: false, met: true, name: "any part lost" });
    expect(tail).toMatchObject({ star: 3, isApart: true, met: true });
    expect(two).toMatchObject({ star: 2, isApart: false, met: true, target: "99.6 %" });
    expect(own).toMatchObject({ star: 3, isApart: true, met: true, target: "99.3 %" });
    expect(own?.value).not.toBe(two?.value);
  });

  test("are told as far as they were asked for: the third waits for the second, both for a pass", () => {
    const [missed] = one.debrief.starGoals;
    expect(one.debrief.starGoals).toHaveLength(1);
    expect(missed).toMatchObject({ star: 2, met: false });
    expect(missed?.missed).not.toBe("");
    expect(debriefed("dns · web 6×8 · db 4 · kv 1").debrief.starGoals).toEqual([]);
  });

  test("are told once where the third asks what the second has asked", () => {
    const won = recordingOf(level, level.lesson, 11).outcome;
    expect(won.starGoals).toHaveLength(2);
    const { starGoals } = debriefOf(words, lesson, { design: level.lesson, outcome: won });
    expect(starGoals.map(({ star, name }) => `${star} ${name}`)).toEqual(["2 bill"]);
  });

  test("stand among the goals at 80×24 at once, are said aloud and printed", () => {
    const drawn = layOut(three.shown, frame).lines.slice(0, 18).join("\n");
    const spoken = spokenDebrief({ words, save: emptySave() }, three.shown).join("\n");
    for (const { value, target } of three.debrief.starGoals)
      for (const text of [drawn, spoken, three.text]) {
        expect(text).toContain(value);
        expect(text).toContain(target);
      }
    expect(drawn).toMatch(/✓ availability .* ★★★ ≥ 99\.3 % +in a run of its own/);
    expect(spoken).toContain("Met for three stars: availability");
    expect(three.text).toMatch(/★★★ ≥ 99\.3 % +in a run of its own/);
  });
});

test("what a change costs is never cut, however much it is", () => {
  const changes = (delta: number) => {
    const whatIf = [
      { ...found[0]!, costDelta: delta },
      { ...found[0]!, costDelta: -5 },
    ];
    return layOut({ ...screen, whatIf }, frame).lines.join("\n");
  };
  for (const [delta, text] of [
    [-22_848, "−$22,848"],
    [123_456, "+$123,456"],
    [-998, "−$998"],
  ] as const) {
    expect(changes(delta)).toContain(text);
    expect(changes(delta)).not.toContain("$…");
  }
});

test("what is said beside the goals stands in one column, however long a target is", () => {
  const seven = findLesson("7")!;
  const run = recordingOf(seven.level, seven.level.start, 11);
  const lost = { passed: false, stars: 0 as const, unanimous: true, outcomes: [run.outcome] };
  const slow = {
    design: seven.level.start,
    recording: run,
    verdict: lost,
    stars: 0 as const,
    practice: false,
  };
  const { lines } = layOut(
    { ...screen, visit: startVisit(emptySave(), seven), played: slow, whatIf: [] },
    frame,
  );
  const missed = lines.slice(1, 5).filter((line) => line.startsWith("✗"));
  const columns = missed.map((line) => line.search(/\S+ times/));
  expect(missed.length).toBeGreaterThan(1);
  expect(new Set(columns).size).toBe(1);
  for (const line of missed) expect(line).toMatch(/ {2}\S+ times/);
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
