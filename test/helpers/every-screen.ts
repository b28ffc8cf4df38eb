/** Every screen of a level in a language that nobody speaks: no English word is left, no frame is torn. */
import { expect, test } from "vitest";
import { finish, shareCode, tracing } from "../../src/game/index.ts";
import type { Played } from "../../src/game/played.ts";
import { type Lesson, lessonsIn } from "../../src/levels/index.ts";
import { width } from "../../src/present/cells.ts";
import { emptyLevel, emptySave } from "../../src/saves/index.ts";
import { formatDesign, globalParts, regionNames, siteParts } from "../../src/sim/index.ts";
import { draw } from "../../src/ui/draw.ts";
import type { Frame } from "../../src/ui/frame/frame.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { sharedForms } from "../../src/ui/model/sharing.ts";
import { deckNow } from "../../src/ui/model/study.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import type { Visit } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, type Screen, type State } from "../../src/ui/reduce.ts";
import { pageCount } from "../../src/ui/screens/reading/layout.ts";
import { spokenLines, textOf } from "../../src/ui/speak.ts";
import { interviewsOf } from "./interviews.ts";
import { labsScreens } from "./labs.ts";
import { onCallScreens } from "./on-call.ts";
import { cli, interviews, ladders, texts, words } from "./pseudo-language.ts";
import { recordingOf } from "./recorded.ts";
import { roomScreens } from "./rooms.ts";
import { auditsOf, climbsOf, drillScreens, growthOf, mistakesOf, topicsScreens } from "./screens.ts";

export const lessons = lessonsIn(texts.prose);
export const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

/** Notation: parts, settings, their values and regions; units, keys, and what a shell understands. */
const notation = [...Object.values(globalParts), ...Object.values(siteParts)].flatMap((part) =>
  Object.entries(part).flatMap(([key, setting]) => [
    key,
    ...("words" in setting ? setting.words.flatMap((word: string) => word.split("-")) : []),
  ]),
);
const keptWords: ReadonlySet<string> = new Set([
  ...[...Object.keys(globalParts), ...Object.keys(siteParts), ...notation, ...regionNames],
  ...[
    "zones",
    "replica",
    "memory",
    "never",
    "manual",
    "empty",
    "play",
    "replay",
    "vCPU",
    "Enter",
    "esc",
    "space",
    "ctrl",
  ],
  ...["home", "end", "pgup", "pgdn", "tab", "backspace", "escape", "pageup", "pagedown", "enter", "hjkl"],
]);

/** Words of at least three letters that are still plain. */
export function englishIn(line: string): string[] {
  // A design in its notation is nobody's language.
  const bare = line.replace(/\bdns(?: [a-z=0-9]+)* · .*/g, " ").replace(/[A-Za-z]*\d[0-9A-Za-z,.]*/g, " ");
  return (bare.match(/(?<![\p{L}\p{N}])[A-Za-z]{3,}(?![\p{L}\p{N}])/gu) ?? []).filter(
    (word) => !keptWords.has(word),
  );
}

/** Draws and speaks every screen of a level, with its start or its lesson on the board. */
export function testEveryScreen(lesson: Lesson, boards: readonly ("start" | "lesson")[]): void {
  const { level } = lesson;
  const levels = {
    [level.id]: {
      ...emptyLevel(),
      passed: true,
      stars: 2 as const,
      bestCostPerMonth: 12_345,
      bestDesign: formatDesign(level.lesson),
      attempts: 3,
      mistakes: [...mistakesOf(level)],
    },
  };
  const base = initialState(
    words,
    mapRowsOf(lessons),
    { ...emptySave(), levels },
    [],
    undefined,
    texts.glossary,
  );
  const { prediction } = level;
  const answer = prediction.kind === "choice" ? (prediction.options[0] ?? "") : "1";

  test.each(boards)("with its %s design", (board) => {
    const design = level[board];
    const recording = recordingOf(level, design, 11);
    const visit: Visit = {
      ...startVisit(emptySave(), lesson),
      sitting: { design, past: [], future: [] },
      foretold: { about: "question", answer, truth: answer, right: true, known: { right: 1, of: 1 } },
      runs: 1,
    };
    const { outcome } = recording;
    const verdict = { passed: outcome.passed, stars: outcome.stars, unanimous: true, outcomes: [outcome] };
    const played: Played = { design, recording, verdict, stars: outcome.stars, practice: false };
    const running = { visit, played, playing: true, speed: 1, beats: 0, progress: 0 } as const;
    const debrief = { kind: "debrief", visit, played, beats: 20, progress: 0.4 } as const;
    const tick = Math.floor(recording.ticks / 2);
    const found = finish(tracing(level, design, 11, tick));
    const code = shareCode(level, design, 11);
    const own = lessons.indexOf(lesson);
    const map = [own, lessons.length].map((at): Screen => ({ kind: "map", at }));
    const screens: Screen[] = [
      { kind: "title" },
      ...map,
      ...level.shop.map((_, focus): Screen => ({ kind: "board", visit: { ...visit, focus } })),
      { kind: "board", visit: { ...visit, hintsShown: 3 } },
      { kind: "board", visit: { ...visit, last: played } },
      { kind: "board", visit, panel: { kind: "designs", at: 0 } },
      { kind: "board", visit, panel: { kind: "naming", text: "" } },
      {
        kind: "board",
        visit,
        panel: {
          kind: "estimate",
          at: 0,
          typed: { users: "50", requests: "9", peak: "2", workMs: "9", objects: "", objectKb: "" },
        },
      },
      { kind: "prediction", visit, about: "question", at: 1, typed: "1" },
      { kind: "prediction", visit, about: "goals", at: 1, typed: "" },
      { kind: "board", visit: { ...visit, last: played, before: played }, panel: { kind: "runs" } },
      ...[0, 0.1, 0.5, 0.75, 0.999].map(
        (share): Screen => ({ kind: "run", ...running, at: recording.ticks * share }),
      ),
      ...(["median", "slow", "failed"] as const).map(
        (which): Screen => ({
          kind: "run",
          ...running,
          playing: false,
          at: tick,
          trace: { tick, which, found },
        }),
      ),
      { ...debrief, scroll: 0, whatIf: [] },
      { ...debrief, scroll: 9 },
      { ...debrief, scroll: 999 },
      { ...debrief, scroll: 0, panel: { kind: "reveal" } },
      ...level.wrongAnswers.map((_, at): Screen => ({ ...debrief, scroll: 0, panel: { kind: "traps", at } })),
      ...auditsOf(lesson, design).map(
        (audit): Screen => ({
          ...debrief,
          visit: { ...visit, audit },
          scroll: 0,
          panel: { kind: "audit", scroll: 0 },
        }),
      ),
      { ...debrief, scroll: 0, panel: { kind: "task", at: 0, chosen: [] } },
      ...sharedForms.map((_, at): Screen => ({ ...debrief, scroll: 0, panel: { kind: "sharing", at } })),
      {
        ...debrief,
        scroll: 0,
        panel: { kind: "sharing", at: 3, making: { key: {}, form: "film", done: 0.5 } },
      },
      { kind: "questions", visit, at: 0, revealed: false, back: { kind: "title" } },
      { kind: "pass", visit, played, gain: "first", beats: 20 },
      ...[0, 40, 107].map((at): Screen => ({ kind: "glossary", typed: "", at, back: { kind: "title" } })),
      { kind: "glossary", typed: "zz", at: 0, back: { kind: "title" } },
      {
        kind: "board",
        visit: {
          ...visit,
          carry: {
            kind: "carried",
            start: {
              design,
              changes: level.shop.flatMap((offer) =>
                (["lesson", "not-sold", "other-values"] as const).map((code) => ({
                  code,
                  offer,
                  own: level.lesson,
                  sold: offer.choices,
                })),
              ),
            },
          },
        },
      },
      ...(["passes", "over-budget"] as const).map(
        (why): Screen => ({ kind: "board", visit: { ...visit, carry: { kind: "not", why } } }),
      ),
      ...lesson.prose.factCards.map(({ id }): Screen => ({ ...debrief, scroll: 999, card: id, whatIf: [] })),
      { kind: "questions", visit, at: 2, revealed: true, back: { kind: "title" } },
      ...deckNow(base).flatMap(({ id }) =>
        [false, true].map(
          (isRevealed): Screen => ({ kind: "review", cards: [id], at: 0, knew: 0, isRevealed }),
        ),
      ),
      ...drillScreens(lesson, ladders),
      ...topicsScreens(ladders),
      ...labsScreens,
      ...roomScreens,
      ...onCallScreens,
      { kind: "review", cards: ["gone"], at: 1, knew: 1, isRevealed: false },
      ...growthOf(lesson, played),
    ];
    const english = new Map<string, string>();
    const note = (what: string, lines: readonly string[]) => {
      for (const line of lines)
        for (const word of englishIn(code === undefined ? line : line.replaceAll(code, "")))
          english.set(word, `${what}: ${line.trim()}`);
    };
    for (const size of sizes) {
      const frame: Frame = { ...size, words, theme: plainTheme, still: false, unicode: true };
      const briefing = { kind: "briefing", visit, page: 0, back: { kind: "title" } } as const;
      const reference = { kind: "reference", at: 0, lesson, page: 0 } as const;
      const chapter = { kind: "lesson", lesson, page: 0, back: { kind: "title" } } as const;
      const pages: Screen[] = [briefing, reference, chapter].flatMap((screen) =>
        Array.from({ length: pageCount(screen, frame) }, (_, page): Screen => ({ ...screen, page })),
      );
      for (const [n, screen] of [...screens, ...pages].entries())
        for (const help of n % 5 === 0
          ? [undefined, { scroll: 0 }, { scroll: 0, text: textOf({ ...base, screen }) }]
          : [undefined]) {
          const state: State = { ...base, screen, size, ...(help ? { help } : {}) };
          const { lines } = draw(state, frame);
          const what = `${screen.kind} at ${size.columns}×${size.rows}`;
          expect(lines.length, what).toBe(size.rows);
          for (const line of lines) expect(width(line), `${what}: ${line}`).toBeLessThanOrEqual(size.columns);
          note(what, lines);
        }
    }
    const bundle = { texts: interviews, ladders, usage: cli.usage };
    for (const { screen, save } of [...climbsOf(lesson, ladders), ...interviewsOf(lesson, bundle)]) {
      for (const size of sizes) {
        const state = { ...base, screen, save, size };
        const { lines } = draw(state, { ...size, words, theme: plainTheme, still: false, unicode: true });
        expect(lines).toHaveLength(size.rows);
        for (const line of lines) expect(width(line), line).toBeLessThanOrEqual(size.columns);
        note(screen.kind, lines);
      }
      note(`${screen.kind} in words`, spokenLines({ ...base, screen, save }));
    }
    for (const screen of [...screens, { kind: "briefing", visit, page: 0, back: { kind: "title" } } as const])
      note(`${screen.kind} in words`, spokenLines({ ...base, screen }));
    expect([...english].map(([word, where]) => `${word} (${where})`)).toEqual([]);
  });
}
