/**
 * Long work off the render path: on threads where there are any, otherwise a slice, then a turn for keys and frames,
 * until it is done.
 */
import { useEffect, useRef } from "react";
import {
  beginRecording,
  inSlices,
  type Plan,
  type Playable,
  recordVerdict,
  tracing,
  verdictSeeds,
  whatIf,
  wrongIdeas,
} from "../game/index.ts";
import { findPopulation } from "../levels/index.ts";
import { carryOut, type Workforce } from "../solver/index.ts";
import type { Action, State } from "./model/types.ts";

/** Work that the screen waits for. Its id tells one piece from another. */
export type Job = {
  readonly id: string;
  /** What the work is about: the same id about something else is other work. */
  readonly about: object;
} & (
  | {
      /** Work for this thread: yields the share done or an action on the way, returns the action of the result. */
      readonly start: () => Generator<number | Action, Action>;
    }
  | {
      /** Whole runs, for whoever makes them. */
      readonly playable: Playable;
      readonly plan: () => Plan<Action | Promise<Action>>;
    }
);

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
        const { playback, rest } = beginRecording(level, design, verdictSeeds[0] as number);
        // The first slice is enough to show: nobody waits for the last second to see the first.
        const first = rest.next();
        if (first.done) return { type: "recorded", run, recording: first.value };
        yield { type: "begun", run, playback };
        return { type: "recorded", run, recording: yield* rest };
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
      playable: level,
      *plan() {
        const verdict = yield* recordVerdict(played.design, outcome);
        return findPopulation(level.id).then((population) => ({ type: "judged", run, verdict, population }));
      },
    };
  if (screen.kind !== "debrief" || screen.whatIf) return undefined;
  return {
    id: `${level.id} compare ${run}`,
    about,
    playable: level,
    *plan() {
      const ideas = yield* wrongIdeas(level, played.design, outcome, seed);
      return { type: "compared", run, ideas, found: yield* whatIf(level, played.design, seed) };
    },
  };
}

/** Work that has begun. It may give way to other work and go on where it was when its turn comes again. */
interface Begun {
  readonly id: string;
  readonly about: object;
  /** Goes on, telling what comes on the way and what comes of it; returns what makes it give way. */
  readonly goOn: (done: (action: Action) => void, tell: (action: Action) => void) => () => void;
  /** Gives it up for good. */
  readonly drop: () => void;
}

type Share = { current: number };
type FindWorkforce = () => Promise<Workforce>;

function begin(job: Job, workforce: FindWorkforce | undefined, share: Share): Begun {
  const { id, about } = job;
  if ("start" in job) return { id, about, ...inTurns(job.start(), share) };
  if (workforce) return { id, about, ...onThreads(job.playable, job.plan(), workforce, share) };
  return { id, about, ...inTurns(inSlices(job.playable, job.plan()), share) };
}

/** How long work may hold the thread before keys and frames have their turn. */
const sliceMs = 8;

/** Works here, a slice a turn of the event loop. */
function inTurns(
  steps: Generator<number | Action, Action | Promise<Action>>,
  share: Share,
): Pick<Begun, "goOn" | "drop"> {
  return {
    goOn(done, tell) {
      const next = () => {
        const until = performance.now() + sliceMs;
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) return void Promise.resolve(step.value).then(done);
          if (typeof step.value === "number") share.current = step.value;
          else tell(step.value);
          // What is told is shown before the work goes on.
          if (typeof step.value !== "number" || performance.now() >= until) break;
        }
        turn = setImmediate(next);
      };
      let turn = setImmediate(next);
      return () => clearImmediate(turn);
    },
    drop() {},
  };
}

/** Lets others work; what gives way goes on all the same, and is told when it has its turn again. */
function onThreads(
  playable: Playable,
  plan: Plan<Action | Promise<Action>>,
  findWorkforce: FindWorkforce,
  share: Share,
): Pick<Begun, "goOn" | "drop"> {
  const stopper = new AbortController();
  let isHeard = false;
  const onShare = (done: number) => {
    if (isHeard) share.current = done;
  };
  const found = findWorkforce().then((workforce) =>
    carryOut(workforce, playable, plan, { signal: stopper.signal, onShare }),
  );
  return {
    goOn(done) {
      let isWanted = true;
      isHeard = true;
      void found.then(async (action) => {
        const result = await action;
        if (result && isWanted) done(result);
      });
      return () => {
        isWanted = false;
        isHeard = false;
      };
    },
    drop: () => stopper.abort(),
  };
}

/** Works on the job until it is done. Returns how far it is, for the clock to show. */
export function useWork(
  job: Job | undefined,
  dispatch: (action: Action) => void,
  workforce?: FindWorkforce,
): { readonly current: number } {
  const share = useRef(0);
  const latest = useRef(job);
  latest.current = job;
  const parked = useRef<Begun>(undefined);
  const id = job?.id;
  useEffect(() => {
    const wanted = latest.current;
    const before = parked.current;
    if (id === undefined || wanted === undefined) {
      before?.drop();
      parked.current = undefined;
      return;
    }
    share.current = 0;
    const isKept = before?.id === id && before.about === wanted.about;
    const begun = isKept ? before : begin(wanted, workforce, share);
    if (isKept) parked.current = undefined;
    let isDone = false;
    const giveWay = begun.goOn((action) => {
      isDone = true;
      dispatch(action);
    }, dispatch);
    return () => {
      giveWay();
      if (isDone) return;
      parked.current?.drop();
      parked.current = begun;
    };
  }, [id, dispatch, workforce]);
  useEffect(() => () => parked.current?.drop(), []);
  return share;
}
