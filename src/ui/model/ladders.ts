/** Ladders as the save has them. */
import { type PosedRung, poseRung } from "../../present/ladders.ts";
import {
  answersTo,
  type Climb,
  climbOf,
  type RungAnswer,
  type RungStep,
  rungCount,
  stepOf,
} from "../../study/ladders.ts";
import type { LadderProse, LadderTexts } from "../../words/contract/ladders.ts";
import { lessonsOf } from "./progress.ts";
import { progressOf } from "./reached.ts";
import type { DrillScreen, LadderScreen, ProgressScreen, TopicsScreen } from "./study-screens.ts";
import { show } from "./transitions.ts";
import type { Screen, State } from "./types.ts";

/** Whether a screen shows something of the ladders, and waits for them where they are not there yet. */
export function showsLadders(screen: Screen): screen is TopicsScreen | ProgressScreen | DrillScreen {
  return screen.kind === "topics" || screen.kind === "progress" || screen.kind === "drill";
}

/** What was answered on a ladder. */
export function answersOf({ save }: Pick<State, "save">, id: string): readonly RungAnswer[] {
  return answersTo(save.ladders, id);
}

/** All ladders, in teaching order of the levels that prepare for them. */
export function topicsInOrder({ mapRows }: Pick<State, "mapRows">, texts: LadderTexts): LadderProse[] {
  return lessonsOf(mapRows).flatMap(({ level }) =>
    texts.ladders.filter((ladder) => ladder.level === level.id),
  );
}

/** Whether the level that prepares for a ladder is passed. */
export function isClimbable({ save }: Pick<State, "save">, { level }: LadderProse): boolean {
  return progressOf(save, level)?.passed ?? false;
}

/** The level that prepares for a ladder. */
export function originOf(
  { mapRows }: Pick<State, "mapRows">,
  ladder: LadderProse,
): { readonly level: number; readonly title: string } {
  const lesson = lessonsOf(mapRows).find(({ level }) => level.id === ladder.level);
  return { level: lesson?.level.number ?? 0, title: lesson?.prose.title ?? "" };
}

/** A climb on the screen: the rung that it is at, and what is to be done there. */
export type ClimbNow = Pick<Climb, "marked"> &
  (
    | { readonly step: "over" }
    | {
        readonly step: RungStep | "samples";
        readonly answer: RungAnswer;
        readonly posed: PosedRung;
      }
  );

export function climbNow(
  state: Pick<State, "save">,
  { ladder, seed, isCompared }: Pick<LadderScreen, "ladder" | "seed" | "isCompared">,
): ClimbNow {
  const { marked, current } = climbOf(answersOf(state, ladder.id), seed);
  const posed = current && poseRung(ladder, current.rung, seed);
  if (!current || !posed) return { step: "over", marked };
  const step = stepOf(current, posed.figure !== undefined);
  return { step: step === "points" && isCompared ? "samples" : step, answer: current, posed, marked };
}

/** Where a climb stands, counted from 1. */
export function rungPlace({ marked }: Pick<Climb, "marked">): { readonly at: number; readonly of: number } {
  return { at: Math.min(rungCount, marked.length + 1), of: rungCount };
}

/** The list of topics, at the first one of a level where that is asked for; they come as soon as they are loaded. */
export function openTopics(state: State, level?: string): State {
  return show(state, { kind: "topics", at: 0, ...(level === undefined ? {} : { level }) });
}
