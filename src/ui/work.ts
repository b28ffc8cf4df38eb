/** Long work off the render path: a slice, then a turn for keys and frames, until it is done. */
import { useEffect, useRef } from "react";
import { record, recordVerdict, verdictSeeds, whatIf } from "../game/index.ts";
import type { Action, State } from "./state/types.ts";

/** Work that the screen waits for. Its id tells one piece from another. */
export interface Job {
  readonly id: string;
  /** The work itself: yields the share done, returns the action that brings the result. */
  readonly start: () => Generator<number, Action>;
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
      *start() {
        return { type: "recorded", run, recording: yield* record(level, design, verdictSeeds[0] as number) };
      },
    };
  const { outcome } = played.recording;
  if (!played.verdict)
    return {
      id: `${level.id} judge ${run}`,
      *start() {
        return { type: "judged", run, verdict: yield* recordVerdict(level, played.design, outcome) };
      },
    };
  if (screen.kind !== "debrief" || screen.whatIf) return undefined;
  return {
    id: `${level.id} compare ${run}`,
    *start() {
      const steps = whatIf(level, played.design, outcome.report.seed);
      for (;;) {
        const step = steps.next();
        if (step.done) return { type: "compared", run, found: step.value };
        yield step.value.done / Math.max(1, step.value.of);
      }
    },
  };
}

/** Works on the job, a slice a turn of the event loop. Returns how far it is, for the clock to show. */
export function useWork(
  job: Job | undefined,
  dispatch: (action: Action) => void,
): { readonly current: number } {
  const progress = useRef(0);
  const latest = useRef(job);
  latest.current = job;
  const id = job?.id;
  useEffect(() => {
    const begun = latest.current;
    if (id === undefined || begun === undefined) return;
    progress.current = 0;
    const steps = begun.start();
    let turn: NodeJS.Immediate | undefined;
    const next = () => {
      const step = steps.next();
      if (step.done) dispatch(step.value);
      else {
        progress.current = step.value;
        turn = setImmediate(next);
      }
    };
    turn = setImmediate(next);
    return () => clearImmediate(turn);
  }, [id, dispatch]);
  return progress;
}
