/**
 * Long work off the render path: on threads where there are any, otherwise a slice, then a turn for keys and frames,
 * until it is done.
 */
import {
  type AtPeak,
  type AuditFault,
  atPeak,
  auditRow,
  beginRecording,
  fairness,
  findingDay,
  inSlices,
  type Plan,
  type Playable,
  recordVerdict,
  tracing,
  tryLuck,
  undisturbedAt,
  whatIf,
  wrongIdeas,
} from "../game/index.ts";
import { benchNamed, type Trial } from "../labs/index.ts";
import { findPopulation } from "../levels/index.ts";
import type { Design } from "../sim/index.ts";
import { carryOut, loseParallel, type Workforce } from "../solver/index.ts";
import { judging } from "../study/interview/judge.ts";
import { judgeParallel } from "../threads/judge.ts";
import type { Host } from "./host.ts";
import { auditSoFar, lossesToCome } from "./model/audit.ts";
import { growing, isNaming } from "./model/course.ts";
import { toJudge } from "./model/interview.ts";
import type { BenchScreen } from "./model/lab-screens.ts";
import { benchWork, othersOf } from "./model/labs.ts";
import type { InterviewScreen } from "./model/study-screens.ts";
import type { Action, State, Visit } from "./model/types.ts";

/** Work that the screen waits for. Its id tells one piece from another. */
export type Job = {
  readonly id: string;
  /** What the work is about: the same id about something else is other work. */
  readonly about: object;
} & (
  | {
      /** Work for this thread: yields the share done or an action on the way, returns the action of the result. */
      readonly start: () => Generator<number | Action, Action>;
      /** The same for whoever makes its runs side by side, where it can be so divided. */
      readonly divide?: (workforce: Workforce, options: CarriedOut) => Promise<Action | undefined>;
    }
  | {
      /** Losses of a design at the level's peak, for whoever runs them; undefined is none. */
      readonly playable: Playable;
      readonly design: Design;
      readonly losses: readonly (AuditFault | undefined)[];
      readonly told: (found: readonly AtPeak[]) => Action;
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
  if (screen.kind === "briefing" || screen.kind === "board") return carryJob(screen.visit);
  if (screen.kind === "bench") return benchJob(state, screen);
  if (screen.kind === "interview") return interviewJob(state, screen);
  if (screen.kind === "endless")
    return screen.isOver || isNaming(screen)
      ? undefined
      : {
          id: `${screen.lesson.level.id}|endless|${screen.named.length}`,
          about: screen.design,
          start: () => growing(screen),
        };
  if (screen.kind !== "run" && screen.kind !== "debrief") return undefined;
  const { visit, played } = screen;
  const { level } = visit.lesson;
  const run = visit.runs;
  const { design } = visit.sitting;
  if (!played)
    return {
      id: `${level.id}|record|${run}`,
      about: visit.sitting,
      *start() {
        const seed = yield* findingDay(level, design);
        const { playback, rest } = beginRecording(level, design, seed);
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
      id: `${level.id}|trace|${run} ${tick}`,
      about,
      *start() {
        return { type: "traced", run, tick, found: yield* tracing(level, played.design, seed, tick) };
      },
    };
  }
  if (!played.verdict)
    return {
      id: `${level.id}|judge|${run}`,
      about,
      playable: level,
      *plan() {
        const verdict = yield* recordVerdict(played.design, outcome);
        return findPopulation(level.id).then((population) => ({ type: "judged", run, verdict, population }));
      },
    };
  if (screen.kind !== "debrief") return undefined;
  const soFar = auditSoFar(screen);
  const losses = screen.panel?.kind === "audit" ? lossesToCome(soFar) : [];
  if (losses.length > 0)
    return {
      id: `${level.id}|audit|${run} ${soFar.rows.length}`,
      about,
      playable: level,
      design: soFar.design,
      losses,
      told: (found) => auditedBy(level, soFar.design, losses, found),
    };
  if (screen.whatIf) return undefined;
  return {
    id: `${level.id}|compare|${run}`,
    about,
    playable: level,
    *plan() {
      const ideas = yield* wrongIdeas(level, played.design, outcome, seed);
      const luck = yield* tryLuck(level, played.design, seed);
      const audit = played.verdict?.outcomes.find((each) => each.audit)?.audit;
      return {
        type: "compared",
        run,
        ideas,
        luck,
        found: yield* whatIf(level, played.design, seed, { audit }),
      };
    },
  };
}

/** A trial at a bench, or the curve that belongs to the last one, a place of the knob at a time. */
function benchJob(state: State, screen: BenchScreen): Job | undefined {
  const work = benchWork(state, screen);
  if (!work) return undefined;
  const bench = benchNamed(screen.name);
  const { kind, turned, made } = work;
  return {
    id: `${bench.name}|${kind}|${made}`,
    about: turned,
    *start() {
      // What was said is shown before the work begins.
      yield 0;
      if (kind === "trial")
        return { type: "benchTried", bench: bench.name, turned, found: bench.trial(turned) };
      const { id, values } = bench.sweep;
      const points: Trial[] = [];
      for (const value of values) {
        points.push(bench.trial({ ...turned, [id]: value }));
        yield points.length / values.length;
      }
      return { type: "benchCurve", bench: bench.name, of: othersOf(bench, turned), points };
    },
  };
}

/** Whether the player's own is a fair start is tried while the briefing is read. */
function carryJob({ carry, lesson: { level } }: Visit): Job | undefined {
  if (carry?.kind !== "checking") return undefined;
  const { start } = carry;
  return {
    id: `${level.id}|carry`,
    about: start,
    playable: level,
    *plan() {
      return { type: "carried", level: level.id, unfair: yield* fairness(level, start.design) };
    },
  };
}

/** The design of an interview, before the twist with all that may happen to it, after it by its goals alone. */
function interviewJob(state: State, screen: InterviewScreen): Job | undefined {
  const wanted = screen.report ? undefined : toJudge(state);
  if (!wanted) return undefined;
  const { id, about, playable, design, isWhole, told } = wanted;
  return {
    id,
    about,
    *start() {
      return told(yield* judging(playable, design, isWhole));
    },
    async divide(workforce, options) {
      const judged = await judgeParallel(workforce, playable, design, isWhole, options);
      return judged && told(judged);
    },
  };
}

/** What losses have shown. */
function auditedBy(
  playable: Playable,
  design: Design,
  losses: readonly (AuditFault | undefined)[],
  found: readonly AtPeak[],
): Action {
  const rows = losses.flatMap((fault, at) => (fault ? [auditRow(playable, design, fault, found[at]!)] : []));
  const alone = found[losses.indexOf(undefined)];
  return { type: "audited", design, rows, ...(alone ? { undisturbed: undisturbedAt(playable, alone) } : {}) };
}

/** Work that has begun. It may give way to other work and go on where it was when its turn comes again. */
interface Begun {
  readonly id: string;
  readonly about: object;
  isDone: boolean;
  /** Goes on, telling what comes on the way and what comes of it; returns what makes it give way. */
  readonly goOn: (done: (action: Action) => void, tell: (action: Action) => void) => () => void;
  /** Gives it up for good. */
  readonly drop: () => void;
}

type FindWorkforce = () => Promise<Workforce>;
type HearShare = (done: number) => void;
type Turns = Pick<Host, "now" | "later">;

/** How long work may hold the thread before keys and frames have their turn. */
const sliceMs = 8;

/** Works here, a slice a turn of the host. */
function inTurns(
  host: Turns,
  steps: Generator<number | Action, Action | Promise<Action>>,
  onShare: HearShare,
): Pick<Begun, "goOn" | "drop"> {
  let result: Promise<Action> | undefined;
  return {
    goOn(done, tell) {
      let isWanted = true;
      const next = () => {
        const untilMs = host.now() + sliceMs;
        while (!result) {
          const step = steps.next();
          if (step.done) result = Promise.resolve(step.value);
          else if (typeof step.value === "number") onShare(step.value);
          else tell(step.value);
          // What is told is shown before the work goes on.
          if (typeof step.value === "object" || host.now() >= untilMs) break;
        }
        if (result) void result.then((action) => isWanted && done(action));
        else if (isWanted) callOff = host.later(next, 0);
      };
      let callOff = host.later(next, 0);
      return () => {
        isWanted = false;
        callOff();
      };
    },
    drop() {},
  };
}

/** Where work on threads hears that it is to stop, and tells how far it is. */
interface CarriedOut {
  readonly signal: AbortSignal;
  readonly onShare: HearShare;
}

/** Lets others work; what gives way goes on all the same, and is told when it has its turn again. */
function onThreads(
  begin: (workforce: Workforce, options: CarriedOut) => Promise<Action | Promise<Action> | undefined>,
  findWorkforce: FindWorkforce,
  onShare: HearShare,
): Pick<Begun, "goOn" | "drop"> {
  const stopper = new AbortController();
  let isHeard = false;
  const hear: HearShare = (done) => {
    if (isHeard) onShare(done);
  };
  const found = findWorkforce().then((workforce) =>
    begin(workforce, { signal: stopper.signal, onShare: hear }),
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

/** The work that the screen waits for, one piece at a time. */
export class WorkInHand {
  readonly #host: Turns;
  readonly #dispatch: (action: Action) => void;
  readonly #workforce: FindWorkforce | undefined;
  #inHand: Begun | undefined;
  #giveWay = () => {};
  /** Gave way to what is in hand. */
  #parked: Begun | undefined;
  #share = 0;

  /** `dispatch` hears what comes of the work; without a workforce it is done here. */
  constructor(host: Turns, dispatch: (action: Action) => void, workforce: FindWorkforce | undefined) {
    this.#host = host;
    this.#dispatch = dispatch;
    this.#workforce = workforce;
  }

  /** How far it is, 0…1. */
  get share(): number {
    return this.#share;
  }

  /** Takes up what is wanted now, if it is not in hand; what was in hand is put aside, what lay aside given up. */
  takeUp(job: Job | undefined): void {
    const before = this.#inHand;
    if (before ? job && isSame(before, job) : !job) return;
    if (before && !before.isDone) {
      this.#giveWay();
      this.#park(before);
    }
    this.#inHand = undefined;
    if (!job) {
      this.#park(undefined);
      return;
    }
    const parked = this.#parked;
    const begun = parked && isSame(parked, job) ? parked : this.#begin(job);
    if (begun === parked) this.#parked = undefined;
    this.#share = 0;
    this.#inHand = begun;
    this.#giveWay = begun.goOn((action) => {
      begun.isDone = true;
      this.#dispatch(action);
    }, this.#dispatch);
  }

  #park(begun: Begun | undefined): void {
    this.#parked?.drop();
    this.#parked = begun;
  }

  #begin(job: Job): Begun {
    const { id, about } = job;
    return { id, about, isDone: false, ...this.#way(job) };
  }

  #way(job: Job): Pick<Begun, "goOn" | "drop"> {
    const onShare: HearShare = (done) => {
      this.#share = Math.max(this.#share, done);
    };
    if ("start" in job)
      return job.divide && this.#workforce
        ? onThreads(job.divide, this.#workforce, onShare)
        : inTurns(this.#host, job.start(), onShare);
    if ("losses" in job) {
      const { playable, design, losses, told } = job;
      const lose = async (workforce: Workforce, options: CarriedOut) => {
        const found = await loseParallel(workforce, playable, design, losses, options);
        return found && told(found);
      };
      return this.#workforce
        ? onThreads(lose, this.#workforce, onShare)
        : inTurns(this.#host, losing(job), onShare);
    }
    const { playable, plan } = job;
    return this.#workforce
      ? onThreads(
          (workforce, options) => carryOut(workforce, playable, plan(), options),
          this.#workforce,
          onShare,
        )
      : inTurns(this.#host, inSlices(playable, plan()), onShare);
  }
}

/** Losses one after another. */
function* losing({
  playable,
  design,
  losses,
  told,
}: Extract<Job, { readonly losses: unknown }>): Generator<number, Action> {
  const found: AtPeak[] = [];
  for (const fault of losses) found.push(yield* atPeak(playable, design, fault));
  return told(found);
}

function isSame(begun: Begun, { id, about }: Job): boolean {
  return begun.id === id && begun.about === about;
}
