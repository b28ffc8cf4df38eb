/** Long work off the render path: a slice, then a turn for keys and frames, until it is done. */
import { useEffect, useRef } from "react";
import { record, recordVerdict, tracing, verdictSeeds, whatIf } from "../game/index.ts";
import { findPopulation } from "../levels/index.ts";
import type { Action, State } from "./model/types.ts";

type Steps = Generator<number, Action | Promise<Action>>;

/** Work that the screen waits for. Its id tells one piece from another. */
export interface Job {
  readonly id: string;
  /** What the work is about: the same id about something else is other work. */
  readonly about: object;
  /** The work itself: yields the share done, returns the action that brings the result, or will. */
  readonly start: () => Steps;
}

/** What is to be worked on now, if anything. */
export function jobOf(state: State): Job | undefined {
  const { screen } = state;
  if (screen.kind !== "run" && screen.kind !== "debrief") return undefined;
  const { visit, played } = screen;
  const { level } = visit.lesson;
  const run = visit.runs;
  const { design } = visit.sitting;
  if (!played)
    return {
      id: `${level.id} record ${run}`,
      about: visit.sitting,
      *start() {
        return { type: "recorded", run, recording: yield* record(level, design, verdictSeeds[0] as number) };
      },
    };
  const { outcome } = played.recording;
  const { seed } = outcome.report;
  const about = played.recording;
  if (screen.kind === "run" && screen.trace && !screen.trace.found) {
    const { tick } = screen.trace;
    return {
      id: `${level.id} trace ${run} ${tick}`,
      about,
      *start() {
        return { type: "traced", run, tick, found: yield* tracing(level, played.design, seed, tick) };
      },
    };
  }
  if (!played.verdict)
    return {
      id: `${level.id} judge ${run}`,
      about,
      *start() {
        const verdict = yield* recordVerdict(level, played.design, outcome);
        return findPopulation(level.id).then((population) => ({ type: "judged", run, verdict, population }));
      },
    };
  if (screen.kind !== "debrief" || screen.whatIf) return undefined;
  return {
    id: `${level.id} compare ${run}`,
    about,
    *start() {
      return { type: "compared", run, found: yield* whatIf(level, played.design, seed) };
    },
  };
}

/** Work that gave way to other work goes on where it was when its turn comes again. */
interface Parked {
  readonly id: string;
  readonly about: object;
  readonly steps: Steps;
}

/** How long work may hold the thread before keys and frames have their turn. */
const sliceMs = 8;

/** Works on the job, a slice a turn of the event loop. Returns how far it is, for the clock to show. */
export function useWork(
  job: Job | undefined,
  dispatch: (action: Action) => void,
): { readonly current: number } {
  const progress = useRef(0);
  const latest = useRef(job);
  latest.current = job;
  const parked = useRef<Parked>(undefined);
  const id = job?.id;
  useEffect(() => {
    const begun = latest.current;
    if (id === undefined || begun === undefined) {
      parked.current = undefined;
      return;
    }
    progress.current = 0;
    const { about } = begun;
    const before = parked.current;
    const isKept = before?.id === id && before.about === about;
    const steps = isKept ? before.steps : begun.start();
    if (isKept) parked.current = undefined;
    let isDone = false;
    const next = () => {
      const until = performance.now() + sliceMs;
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          isDone = true;
          void Promise.resolve(step.value).then(dispatch);
          return;
        }
        progress.current = step.value;
        if (performance.now() >= until) break;
      }
      turn = setImmediate(next);
    };
    let turn = setImmediate(next);
    return () => {
      clearImmediate(turn);
      if (!isDone) parked.current = { id, about, steps };
    };
  }, [id, dispatch]);
  return progress;
}
