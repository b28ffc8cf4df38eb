/** What a link opens: a shared run, a bench with its knobs, the level of a day. */
import { startSitting } from "../../game/index.ts";
import { lessonsOf } from "./progress.ts";
import { openDay } from "./rooms.ts";
import { show, startRun, startVisit } from "./transitions.ts";
import type { State } from "./types.ts";
import type { WantedLink } from "./wanted.ts";

/** The game at what a link opens. */
export function followed(state: State, link: WantedLink): State {
  if (link.kind === "day") return openDay(state, link.date);
  if (link.kind === "bench") {
    const { name, turned } = link;
    return show(state, { kind: "bench", name, turned, focus: 0, asked: { turned } });
  }
  const lesson = lessonsOf(state.mapRows).find(({ level }) => level.id === link.level);
  if (!lesson) return state;
  const visit = {
    ...startVisit(state.save, lesson),
    sitting: startSitting(link.design),
    asked: "question",
    practice: true,
    isShared: true,
  } as const;
  const { screen, ...run } = startRun(state, visit);
  return show({ ...run, screen }, screen.kind === "run" ? { ...screen, seed: link.seed } : screen);
}

/** What is done on a run that a link brought is nobody's progress: it changes nothing of one's own. */
export function withoutShared(before: State, after: State): State {
  const isShared = "visit" in before.screen && before.screen.visit.isShared;
  return isShared ? { ...after, save: before.save, outbox: before.outbox, visits: before.visits } : after;
}
