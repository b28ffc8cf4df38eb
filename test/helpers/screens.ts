/** The screens of a level with a design, as a player may meet them, drawn without colours. */
import {
  auditRow,
  type Endurance,
  explain,
  faultsOf,
  finish,
  movesFrom,
  type Recording,
  targetOf,
  tracing,
  undisturbedAt,
} from "../../src/game/index.ts";
import type { Played } from "../../src/game/played.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { isCut } from "../../src/present/cells.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import type { SavedRung } from "../../src/saves/shape.ts";
import { type Design, formatDesign, reasons } from "../../src/sim/index.ts";
import { drillKinds, drillsOf, markDrill, rightAnswer } from "../../src/study/drills/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { sharedForms } from "../../src/ui/model/sharing.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import type { AuditSoFar, Counterfactual, RunScreen, Visit } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, type Screen } from "../../src/ui/reduce.ts";
import { pageCount } from "../../src/ui/screens/reading/layout.ts";
import type { LadderTexts } from "../../src/words/contract/ladders.ts";
import { ladders } from "../../src/words/en/ladders/index.ts";
import { lessons, words } from "./english.ts";
import { labsScreens } from "./labs.ts";
import { onCallScreens } from "./on-call.ts";
import { decidingRecordingOf, decidingWatchedOf } from "./recorded.ts";
import { roomScreens } from "./rooms.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

function played(built: Design, recording: Recording): Played {
  const { outcome } = recording;
  const verdict = { passed: outcome.passed, stars: outcome.stars, unanimous: true, outcomes: [outcome] };
  return { design: built, recording, verdict, stars: outcome.stars, practice: false };
}

/** A run as it is known once it is over, on the day that decides. */
export function playedOf({ level }: Lesson, built: Design): Played {
  return played(built, decidingRecordingOf(level, built));
}

/** The same before its audit, for what does not ask how many stars it has. */
export function watchedPlayOf({ level }: Lesson, built: Design): Played {
  return played(built, decidingWatchedOf(level, built));
}

export function visitOf(lesson: Lesson, built: Design): Visit {
  return { ...startVisit(emptySave(), lesson), sitting: { design: built, past: [], future: [] } };
}

/** A moment of a run, as a share of it. */
export function runAt(lesson: Lesson, played: Played, share: number): Screen {
  const at = Math.floor(played.recording.ticks * share);
  const rest = { playing: false, speed: 1, beats: 0, progress: 0 } as const;
  return { kind: "run", visit: visitOf(lesson, played.design), played, at, ...rest };
}

/** Every mistake that can be made at a level, with figures. */
export function mistakesOf({ prediction, wrongAnswers, goals, lesson: right }: Lesson["level"]) {
  const [answer = "1", truth = "2"] = prediction.kind === "choice" ? prediction.options : [];
  const missed = goals.map((goal) => {
    const target = targetOf(goal);
    const bound = "atMost" in goal ? ("atMost" as const) : ("atLeast" as const);
    return { indicator: goal.indicator, bound, target, value: target * 1.5 };
  });
  const rest = { design: formatDesign(right), missed, at: "2026-11-24T10:00:00.000Z" };
  const idea = { about: "idea" as const, answer: "", truth: "", ...rest };
  return [
    { about: "question" as const, of: "", answer, truth, ...rest },
    { about: "goals" as const, of: "", answer: "yes", truth: "no", ...rest },
    ...goals.map(({ indicator }) => ({
      about: "trend" as const,
      of: indicator,
      answer: "up",
      truth: "same",
      ...rest,
    })),
    ...wrongAnswers.map(({ letter }) => ({ ...idea, of: letter })),
  ];
}

/** Drills, asked and answered, others for each level; and a round that is over. */
export function drillScreens({ level }: Lesson, texts: LadderTexts): readonly Screen[] {
  const seed = Math.round(level.number * 10);
  const drills = drillKinds.flatMap((kind) => drillsOf(seed, 1, kind));
  const bare = { kind: "drill", seed, drills, typed: "", marks: 0.5 } as const;
  const round = { ...bare, texts };
  return [
    ...drills.flatMap((drill, at): Screen[] => {
      const right = rightAnswer(drill);
      const wrong = right === "a" ? "b" : "a";
      const other = { estimate: "1", order: [...right].reverse().join(""), flaw: wrong, rung: "1" };
      const answered = [right, other[drill.kind]].map((typed) => ({
        ...round,
        at,
        typed,
        marked: markDrill(drill, typed),
      }));
      return [{ ...round, at }, ...answered];
    }),
    { ...round, at: drills.length },
    { ...bare, at: drills.findIndex(({ kind }) => kind === "rung") },
  ];
}

/** A climb of a level's first ladder with a figure, at each of its steps on each rung, and its end. */
export function climbsOf(
  { level }: Lesson,
  texts: LadderTexts,
): readonly { readonly screen: Screen; readonly save: Save }[] {
  const mine = texts.ladders.filter((each) => each.level === level.id);
  const ladder = mine.find(({ rungs }) => rungs.some(({ figure }) => figure)) ?? mine[0];
  if (!ladder) return [];
  const levels = { [level.id]: { ...emptyLevel(), passed: true } };
  const seed = Math.round(level.number * 10);
  const rest = { kind: "ladder", texts, ladder, seed, typed: "12", at: 0 } as const;
  const at = "2026-11-26T12:00:00.000Z";
  const answered = (rung: number): SavedRung => ({ rung, seed, at, ticks: [0], guess: 2, mark: 3 });
  const on = (isCompared: boolean, before: number, answer?: Omit<SavedRung, "seed" | "at">) => {
    const below = Array.from({ length: before }, (_, rung) => answered(rung));
    const rungs = answer ? [...below, { ...answer, seed, at }] : below;
    return {
      screen: { ...rest, isCompared },
      save: { ...emptySave(), levels, ladders: { [ladder.id]: rungs } },
    };
  };
  const said = { said: "12 34", figureRight: level.number % 2 === 0 };
  return [
    ...ladder.rungs.flatMap(({ points }, rung) => [
      on(false, rung),
      on(false, rung, { rung, ticks: [], ...said }),
      on(false, rung, { rung, ticks: points.map((_, point) => point), ...said, guess: 1 }),
      on(true, rung, { rung, ticks: [], ...said, guess: 3 }),
    ]),
    on(false, ladder.rungs.length),
  ];
}

/** The topics and progress, while they are loaded and when they are there. */
export function topicsScreens(texts: LadderTexts): readonly Screen[] {
  return [
    { kind: "topics", at: 0 },
    { kind: "progress", scroll: 0 },
    ...[0, 99].map((scroll): Screen => ({ kind: "progress", texts, scroll })),
    ...[0, Math.floor(texts.ladders.length / 2), texts.ladders.length - 1].map(
      (at): Screen => ({ kind: "topics", texts, at }),
    ),
  ];
}

/** Progress in which every level is passed with its lesson's design. */
export const allPassed: Save = {
  ...emptySave(),
  levels: Object.fromEntries(
    lessons.map(({ level }) => [
      level.id,
      {
        ...emptyLevel(),
        passed: true,
        stars: 2 as const,
        attempts: 3,
        bestCostPerMonth: 12_345,
        bestDesign: formatDesign(level.lesson),
      },
    ]),
  ),
};

/** A screen's lines at a size. */
export function drawnAt(screen: Screen, size: Size, save: Save = emptySave()): readonly string[] {
  const state = { ...initialState(words, mapRowsOf(lessons), save, []), screen, size };
  return draw(state, { ...size, words, theme: plainTheme, still: true, unicode: true }).lines;
}

/** Briefing, board with each offer in focus, run at its start, in its middle and at its end, debrief, map. */
export function screensOf(lesson: Lesson, played: Played, size: Size): readonly Screen[] {
  const visit = visitOf(lesson, played.design);
  const briefing = { kind: "briefing", visit, page: 0, back: { kind: "title" } } as const;
  const debrief = { kind: "debrief", visit, played, beats: 0, progress: 0, whatIf: [] } as const;
  return [
    ...Array.from(
      { length: pageCount(briefing, { ...size, words }) },
      (_, page): Screen => ({ ...briefing, page }),
    ),
    ...lesson.level.shop.map((_, focus): Screen => ({ kind: "board", visit: { ...visit, focus } })),
    { kind: "board", visit: { ...visit, last: played } },
    { kind: "board", visit, panel: { kind: "designs", at: 0 } },
    ...[0, 0.25, 0.5, 0.75, 0.999].map((share) => runAt(lesson, played, share)),
    ...[0, 8, 16, 999].map((scroll): Screen => ({ ...debrief, scroll })),
    { kind: "prediction", visit, about: "question", at: 0, typed: "" },
    { kind: "map", at: lessons.indexOf(lesson) },
  ];
}

/** What lies over a screen or comes seldom: hints, two runs, traces, panels of the debrief, the moment of a pass. */
export function moreScreensOf(lesson: Lesson, played: Played): readonly Screen[] {
  const { level } = lesson;
  const visit = visitOf(lesson, played.design);
  const debrief = { kind: "debrief", visit, played, beats: 0, progress: 0, scroll: 0 } as const;
  const tick = Math.floor(played.recording.ticks / 2);
  const found = finish(tracing(level, played.design, 11, tick));
  const before = playedOf(lesson, level.start);
  const { outcome } = played.recording;
  // Every change that the shop allows, alone and with the next one: what they would do is not asked here.
  const moves = movesFrom(level, played.design);
  const whatIf = moves.map((move, at): Counterfactual => {
    const other = moves[at + 1];
    return { moves: other ? [move, other] : [move], design: move.design, costDelta: 1_234, outcome };
  });
  return [
    ...[1, 2, 3].map((hintsShown): Screen => ({ kind: "board", visit: { ...visit, hintsShown } })),
    { kind: "board", visit: { ...visit, last: played, before }, panel: { kind: "runs" } },
    { kind: "board", visit, panel: { kind: "naming", text: "a name" } },
    ...(["median", "slow", "failed"] as const).map(
      (which): Screen => ({ ...(runAt(lesson, played, 0.5) as RunScreen), trace: { tick, which, found } }),
    ),
    ...[0, 10, 20, 30, 40].map((scroll): Screen => ({ ...debrief, whatIf, scroll })),
    { ...debrief, played: { ...played, practice: true }, visit: { ...visit, practice: true } },
    { ...debrief, played: { ...played, verdict: undefined } as unknown as Played },
    { ...debrief, panel: { kind: "reveal" } },
    ...sharedForms.map((_, at): Screen => ({ ...debrief, panel: { kind: "sharing", at } })),
    ...(level.stars.three.task ? [{ ...debrief, panel: { kind: "task", at: 0, chosen: [] } } as const] : []),
    { kind: "prediction", visit, about: "goals", at: 0, typed: "" },
    { kind: "pass", visit, played, gain: "first", beats: 99 },
    { kind: "questions", visit, at: 0, revealed: true, back: { kind: "title" } },
    { kind: "reference", at: 0, lesson, page: 0 },
    ...[false, true].map((isRevealed): Screen => {
      const [question] = lesson.prose.questions;
      return { kind: "review", cards: [question.id], at: 0, knew: 0, isRevealed };
    }),
    ...drillScreens(lesson, ladders),
    ...topicsScreens(ladders),
    ...labsScreens,
    ...roomScreens,
    ...onCallScreens,
    ...growthOf(lesson, played),
  ];
}

/** What is read, looked up and lost beside a level: pages of chapter and reference, glossary, traps, the audit, the title. */
export function besideScreensOf(lesson: Lesson, played: Played, size: Size): readonly Screen[] {
  const visit = visitOf(lesson, played.design);
  const debrief = { kind: "debrief", visit, played, beats: 0, progress: 0, scroll: 0 } as const;
  const back = { kind: "title" } as const;
  const read = [
    { kind: "lesson", lesson, page: 0, back },
    { kind: "reference", at: 0, lesson, page: 0 },
  ] as const;
  return [
    back,
    ...read.flatMap((screen) =>
      Array.from(
        { length: pageCount(screen, { ...size, words }) },
        (_, page): Screen => ({ ...screen, page }),
      ),
    ),
    ...[0, 60, 107].map((at): Screen => ({ kind: "glossary", typed: "", at, back })),
    { kind: "glossary", typed: "zz", at: 0, back },
    ...lesson.level.wrongAnswers.map((_, at): Screen => ({ ...debrief, panel: { kind: "traps", at } })),
    ...auditsOf(lesson, played.design).map(
      (audit): Screen => ({ ...debrief, visit: { ...visit, audit }, panel: { kind: "audit", scroll: 0 } }),
    ),
  ];
}

/** The page after the last level, and endless growth from its first day to the one that breaks it; no others have them. */
export function growthOf(lesson: Lesson, { design: built, recording }: Played): readonly Screen[] {
  if (!lesson.level.grown) return [];
  const { report } = recording.outcome;
  const days = Array.from({ length: 30 }, (_, n): Endurance => {
    const passed = n < 29;
    const { first } = explain(report);
    return { factor: 1.25 ** n, report, passed, score: passed ? 100 * n : 0, ...(first ? { first } : {}) };
  });
  const growth = { kind: "endless", lesson, design: built, isOver: false, named: ["web"], at: 0 } as const;
  return [
    { kind: "course" },
    { ...growth, days: [], named: [] },
    ...[0, 2, 4].map((count): Screen => ({ ...growth, days: days.slice(0, count) })),
    { ...growth, days, isOver: true },
  ];
}

/** An audit begun, half done and whole, every other loss borne: what each would do is not asked here. */
export function auditsOf({ level }: Lesson, built: Design): readonly AuditSoFar[] {
  const indicators = Object.fromEntries(level.goals.map(({ indicator }) => [indicator, 1e6]));
  const lost = { requests: 12_345, orders: 12, photos: 2, sessions: 345, writes: 1 };
  const bad = {
    availability: 0.8,
    failedPerSec: [100, 100, 0],
    closedPerSec: [200, 200, 200],
    failedBy: reasons.map((reason) => ({ place: "db", reason, count: 1_500 }) as const),
    lost,
    indicators,
    utilization: [],
  } as const;
  const good = { ...bad, availability: 1, failedPerSec: [0], closedPerSec: [200], failedBy: [] };
  const losses = faultsOf(built);
  const rows = losses.map((fault, at) => auditRow(level, built, fault, at % 2 === 0 ? bad : good));
  const half = rows.slice(0, Math.ceil(rows.length / 2));
  return [
    { design: built, rows: [] },
    { design: built, rows: half, undisturbed: undisturbedAt(level, bad) },
    ...[bad, good].map((found) => ({ design: built, rows, undisturbed: undisturbedAt(level, found) })),
  ];
}

/** The board after each single change that the shop allows, the changed offer in focus. */
export function everyMoveOf(lesson: Lesson, built: Design): readonly Screen[] {
  return movesFrom(lesson.level, built).map(({ offer, design }): Screen => {
    const focus = lesson.level.shop.indexOf(offer);
    return { kind: "board", visit: { ...visitOf(lesson, design), focus } };
  });
}

/** Parts of lines that were cut, without the mark. */
export function cutParts(lines: readonly string[], lesson?: Lesson): readonly string[] {
  const figures = (lesson?.prose.figures ?? []).flatMap((figure) => figure.lines).join("\n");
  return lines.flatMap((line) =>
    line
      .split(/[│┤├]/)
      .filter((part) => isCut(part) && !figures.includes(part.trim()))
      .map((part) => part.slice(0, part.lastIndexOf("…")).trim()),
  );
}

/** Cells that a text needs to be seen to be cut for nothing. */
const roomFrom = 4;

/** Texts that end in "…" though their row has room beside them; a level's own figures are drawn as they are. */
export function cutForNothing(
  lines: readonly string[],
  { columns }: Size,
  lesson?: Lesson,
): readonly string[] {
  const figures = (lesson?.prose.figures ?? []).flatMap((figure) => figure.lines).join("\n");
  const hasRoom = new RegExp(`\\S.* {${roomFrom},}|… {${roomFrom},}`);
  return lines.flatMap((line) =>
    line
      .padEnd(columns - 1)
      .split(/[│┤├]/)
      .filter((part) => isCut(part) && hasRoom.test(part))
      .map((part) => part.trim())
      .filter((part) => !figures.includes(part)),
  );
}
