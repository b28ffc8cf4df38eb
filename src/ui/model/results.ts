/** What a run brings: its verdict, its stars, and what is kept of it. */
import { costOf, earnedStars, type Played } from "../../game/index.ts";
import type { LevelProgress } from "../../saves/shape.ts";
import { formatDesign } from "../../sim/index.ts";
import { progressOf } from "./reached.ts";
import { countDay } from "./rooms.ts";
import { afterRun, remember, show } from "./transitions.ts";
import type { Action, Gain, State, Visit } from "./types.ts";

type JudgedAction = Extract<Action, { type: "judged" }>;

/** Every seed has spoken: the result is kept. */
export function judged(state: State, { run, verdict, population }: JudgedAction): State {
  const { screen } = state;
  if (screen.kind !== "run" && screen.kind !== "debrief") return state;
  if (screen.visit.runs !== run || !screen.played || screen.played.verdict) return state;
  const played = { ...screen.played, verdict, ...(population ? { population } : {}) };
  const { visit } = screen;
  const result = { ...played, stars: starsOf(visit, played) };
  const { lesson } = visit;
  const kept = countDay(keepResult(state, visit, played, true), visit, result);
  const gain = lesson.isOwn ? undefined : gainOf(progressOf(state.save, lesson.level.id), result);
  const runs = { ...(gain ? { gain } : {}), ...(visit.last ? { before: visit.last } : {}), last: result };
  const told = { ...visit, ...runs, ...keptWith(visit, result) };
  // A debrief that nobody has begun to read gives way to the moment; any other goes on telling what it told.
  const isUnread = screen.kind === "debrief" && screen.scroll === 0 && !screen.panel;
  if (gain && isUnread) return afterRun(kept, told, result);
  return show(kept, { ...screen, visit: told, played: result, progress: 0 });
}

/** A lab keeps its latest runs, side by side. */
function keptWith({ lesson, kept = [] }: Visit, { design, recording }: Played): Pick<Visit, "kept"> {
  const most = lesson.level.keepsRuns ?? 0;
  return most > 0 ? { kept: [...kept, { design, outcome: recording.outcome }].slice(-most) } : {};
}

/** What a run has brought that was not there before; a pass for practice is no news. */
function gainOf(before: LevelProgress | undefined, played: Played): Gain | undefined {
  if (!played.verdict?.passed || played.practice) return undefined;
  if (!before?.passed) return "first";
  if (played.stars > before.stars) return "stars";
  const best = before.bestCostPerMonth ?? Number.POSITIVE_INFINITY;
  return played.stars === before.stars && costOf(played) < best ? "cheaper" : undefined;
}

/** The stars that count: the third may also want its task. */
export function starsOf(visit: Visit, played: Played): Played["stars"] {
  if (!played.verdict) return 0;
  const hasTask = visit.lesson.level.stars.three.task !== undefined;
  return earnedStars(played.verdict.stars, {
    taskDone: visit.taskDone || !hasTask,
    practice: played.practice,
  });
}

export function keepResult(state: State, visit: Visit, played: Played, attempt: boolean): State {
  return remember(state, {
    type: "run",
    level: visit.lesson.level.id,
    passed: played.verdict?.passed ?? false,
    stars: starsOf(visit, played),
    costPerMonth: costOf(played),
    line: formatDesign(played.design),
    practice: played.practice,
    attempt,
  });
}
