/** The answer to a level's question is nowhere to be read before it is asked. */
import { describe, expect, test } from "vitest";
import { foretell } from "../../src/game/index.ts";
import { answerText } from "../../src/present/answers.ts";
import { briefing } from "../../src/present/briefing.ts";
import { hintsOf } from "../../src/present/hints.ts";
import { emptySave } from "../../src/saves/index.ts";
import { initialState, mapRowsOf } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { output } from "../../src/words/en/output.ts";
import { lessons, words } from "../helpers/english.ts";
import { decidingWatchedOf } from "../helpers/recorded.ts";
import { visitOf } from "../helpers/screens.ts";

/** A figure as it would be written: its digits, and no others beside them. */
const written = (answer: string) =>
  new RegExp(
    `(?<![\\d.,])${answer.replace(/[.\\^$*+?()[\]{}|]/g, "\\$&").replace(/[ {3}]/g, "[   ]")}(?![\\d])`,
  );

describe.each(lessons)("level $level.number", (lesson) => {
  test("neither briefing nor board nor hints say what its solution's run will answer", () => {
    const { level, prose } = lesson;
    const { prediction, lesson: solution } = level;
    const answer = prediction.kind === "choice" ? (prediction.options[0] ?? "") : "1";
    const expected = { about: "question", answer } as const;
    const found = foretell(prediction, expected, decidingWatchedOf(level, solution));
    const truth = answerText(words, lesson, expected, found?.truth ?? "");
    expect(truth).not.toBe("");
    const base = initialState(words, mapRowsOf(lessons), emptySave(), []);
    const board = { kind: "board", visit: { ...visitOf(lesson, level.start), hintsShown: 3 } } as const;
    const before = [
      ...briefing(words, output, lesson, 200),
      ...hintsOf(words, lesson, undefined),
      ...spokenLines({ ...base, screen: board }),
    ].join("\n");
    for (const { text } of prose.lesson) expect(before).not.toContain(text);
    expect(before).not.toContain(prose.prediction.explanation);
    expect(before).not.toMatch(written(truth));
  });
});
