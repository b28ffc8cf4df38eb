/** What a run brings: its verdict, its stars, and what is kept of it. */
import { costOf, earnedStars, type Played } from "../../game/index.ts";
import { formatDesign } from "../../sim/index.ts";
import { remember, show } from "./transitions.ts";
import type { Action, State, Visit } from "./types.ts";

type Judged = Extract<Action, { type: "judged" }>;

/** Every seed has spoken: the result is kept. */
export function judged(state: State, { run, verdict, population }: Judged): State {
  const { screen } = state;
  if (screen.kind !== "run" && screen.kind !== "debrief") return state;
  if (screen.visit.runs !== run || !screen.played || screen.played.verdict) return state;
  const played = { ...screen.played, verdict, ...(population ? { population } : {}) };
  const { visit } = screen;
  const kept = keepResult(state, visit, played, true);
  const result = { ...played, stars: starsOf(visit, played) };
  const runs = { ...(visit.last ? { before: visit.last } : {}), last: result };
  return show(kept, { ...screen, visit: { ...visit, ...runs }, played: result, progress: 0 });
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
