/** All that a player reads of a design in a level, and what nobody should have to read. */
import { type Counterfactual, finish, foretell, questionFor, tracing } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { forecastForms } from "../../src/present/forecast.ts";
import { hintsMax } from "../../src/present/hints.ts";
import { kindsOf } from "../../src/present/trace.ts";
import { emptySave } from "../../src/saves/index.ts";
import { type Design, forecast, formatDesign, reasons } from "../../src/sim/index.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import { lessons, words } from "./english.ts";
import { drawnAt, playedOf, runAt, visitOf } from "./screens.ts";

/** What is named where a figure belongs, and figures that no person would write. */
const unreadable: readonly (readonly [what: string, is: RegExp])[] = [
  ["a word of the machine's", /Infinity|\bNaN\b|undefined|\bnull\b|\[object/],
  ["a power of ten", /\de[+-]\d/],
  ["a difference of nothing", /(?<![\d.,])0(\.0+)? (points|times) |(?<![\d.,])0(\.0+)? % too/],
  ["nothing with a sign", /(?<![\w.])[-−]\$?0(?![\d.,])/],
  [
    "one of many",
    /(?<![\d.,×] ?)\b1 (cores|requests|boxes|writes|orders|jobs|photos|shards|replicas|nodes|events|views|likes|servers)\b/,
  ],
  [
    "many of one",
    /\b(?:[2-9]|\d\d+) (request|box|write|order|job|photo|shard|replica|node) (?!\d|vCPU|jobs)/,
  ],
  ["a figure without end", /\d\.\d{6,}/],
  ["a figure in the middle of which it is cut", /\bt=\d*…|\d…\d/],
  ["a run of digits that nobody can count", /(?<![\d.,=@×])\d{5,}(?![\d\]])/],
  ["two full stops", /[^.]\.\.(?!\.)/],
  ["a sign alone", /(?:[$<±−]|(?<!\d)×)(?:–|\s*$)|(?<!\S)[–-] (?:ms|s|%)(?!\S)/],
  ["braces", /[{}]/],
  ["a place by its id", /\b\w+@(?:us|europe|asia|korea)\b/],
];

/** Names that data goes by: reasons of losses and labels of events that are no words. */
const ids: ReadonlySet<string> = new Set(
  [...reasons, ...lessons.flatMap(({ level }) => level.scenario.events.map(({ label }) => label))].filter(
    (id) => /-/.test(id),
  ),
);

/** What reads badly in some lines: what it is, and the line. */
export function badlyWritten(lines: readonly string[]): string[] {
  return lines.flatMap((line) => [
    ...unreadable.flatMap(([what, is]) => (is.test(line) ? [`${what}: ${line.trim()}`] : [])),
    ...line
      .split(/[^\w-]+/)
      .flatMap((word) => (ids.has(word) ? [`a name of data: ${word} in ${line.trim()}`] : [])),
  ]);
}

const small = { columns: 80, rows: 24 };
const large = { columns: 120, rows: 40 };

/** Everything said and drawn of a design: board, hints, bill, prediction, run, log, requests followed, debrief. */
export function readOf(lesson: Lesson, built: Design, whatIf: readonly Counterfactual[] = []): string[] {
  const { level } = lesson;
  const played = playedOf(lesson, built);
  const visit = { ...visitOf(lesson, built), last: played, hintsShown: hintsMax };
  const about = questionFor(level.prediction, built);
  const answer = level.prediction.kind === "choice" ? (level.prediction.options[0] ?? "") : "1";
  const expected = about === "goals" ? ({ about, answer: "yes" } as const) : ({ about, answer } as const);
  const found = foretell(level.prediction, expected, played.recording);
  const told = { ...visit, ...(found ? { foretold: { ...found, known: { right: 1, of: 2 } } } : {}) };
  const tick = Math.floor(played.recording.ticks * 0.62);
  const traces = finish(tracing(level, built, 11, tick));
  const debrief = { kind: "debrief", visit: told, played, beats: 0, progress: 0, whatIf } as const;
  const running = runAt(lesson, played, 0.62) as Extract<Screen, { kind: "run" }>;
  const screens: Screen[] = [
    { kind: "board", visit },
    { kind: "prediction", visit, about, at: 0, typed: "1" },
    running,
    ...kindsOf(traces).map((which): Screen => ({ ...running, trace: { tick, which, found: traces } })),
    { ...debrief, scroll: 0 },
  ];
  const base = initialState(words, mapRowsOf(lessons), emptySave(), []);
  const design = formatDesign(built);
  const moments = [0, 0.34, 0.62, 0.999].map((share) => runAt(lesson, played, share));
  return [
    ...screens.flatMap((screen) => spokenLines({ ...base, screen })),
    ...[small, large].flatMap((size) =>
      [...moments, { ...debrief, scroll: 0 }, { ...debrief, scroll: 12 }, { kind: "board", visit } as const]
        .flatMap((screen) => drawnAt(screen, size))
        .flatMap((line) => line.split(/[│┤├]/)),
    ),
    ...forecastForms(words, forecast(built, level.scenario), level.budget),
  ].filter((line) => !line.includes(design));
}
