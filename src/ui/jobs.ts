/** What a state of the game waits for: work that the screen does not do itself, told by the state alone. */
import {
  type AtPeak,
  type AuditFault,
  auditRow,
  beginRecording,
  daySeeds,
  fairness,
  findDay,
  type Plan,
  type Playable,
  recordVerdict,
  tracing,
  tryLuck,
  undisturbedAt,
  whatIf,
  wrongIdeas,
} from "../game/index.ts";
import { benchNamed, type Turned } from "../labs/index.ts";
import { findPopulation } from "../levels/index.ts";
import { isShiftDay, provingDay } from "../rooms/day/index.ts";
import { caseNamed, type Shift, type ShiftName, watchingShift } from "../rooms/on-call/index.ts";
import type { Design } from "../sim/index.ts";
import type { Hands } from "../threads/errands.ts";
import { judgeParallel } from "../threads/judge.ts";
import { proveShiftParallel } from "../threads/shift.ts";
import { auditSoFar, lossesToCome } from "./model/audit.ts";
import { growing, isNaming } from "./model/course.ts";
import { toJudge } from "./model/interview.ts";
import type { BenchScreen } from "./model/lab-screens.ts";
import { benchWork, othersOf } from "./model/labs.ts";
import { leftShift } from "./model/on-call.ts";
import type { DayScreen } from "./model/room-screens.ts";
import { playedAt } from "./model/sandbox.ts";
import type { InterviewScreen } from "./model/study-screens.ts";
import type { Action, State, Visit } from "./model/types.ts";

/** Hears the share done, 0…1. */
export type HearShare = (done: number) => void;

/** Where work on threads hears that it is to stop, and tells how far it is. */
export interface CarriedOut {
  readonly signal: AbortSignal;
  readonly onShare: HearShare;
}

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
      /** Work that hands do side by side; undefined when stopped. */
      readonly divide: (hands: Hands, options: CarriedOut) => Promise<Action | undefined>;
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
  if ((screen.kind === "shifts" || screen.kind === "day") && screen.opening)
    return shiftJob(screen.opening, leftShift(state.save, screen.opening));
  if (screen.kind === "day") return dayJob(screen);
  if (screen.kind === "shift" && screen.next) return shiftJob(screen.next, screen.next);
  if (screen.kind === "endless")
    return screen.isOver || isNaming(screen)
      ? undefined
      : {
          id: `${screen.lesson.level.id}|endless|${screen.named.length}`,
          about: screen.design,
          start: () => growing(screen),
        };
  if (screen.kind === "prediction") return decidingDayJob(screen.visit);
  if (screen.kind !== "run" && screen.kind !== "debrief") return undefined;
  const { visit, played } = screen;
  const level = playedAt(visit);
  const run = visit.runs;
  const { design } = visit.sitting;
  const shared = screen.kind === "run" ? screen.seed : undefined;
  if (!played) {
    const seed = shared ?? decidingSeed(visit);
    if (seed === undefined) return decidingDayJob(visit);
    return {
      id: `${level.id}|record|${run}`,
      about: visit.sitting,
      *start() {
        const { playback, rest } = beginRecording(level, design, seed);
        // The first slice is enough to show: nobody waits for the last second to see the first.
        const first = rest.next();
        if (first.done) return { type: "recorded", run, recording: first.value };
        yield { type: "begun", run, playback };
        return { type: "recorded", run, recording: yield* rest };
      },
    };
  }
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
  // Under a fault one run tells all.
  if (visit.room?.kind === "red-team") return undefined;
  if (!played.verdict)
    return {
      id: `${level.id}|judge|${run}`,
      about,
      playable: level,
      *plan() {
        const verdict = yield* recordVerdict(played.design, outcome);
        const population = visit.lesson.isOwn ? Promise.resolve(undefined) : findPopulation(level.id);
        return population.then((found) => ({ type: "judged", run, verdict, population: found }));
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
  if (!screen.whatIf)
    return {
      id: `${level.id}|compare|${run}`,
      about,
      playable: level,
      *plan() {
        const ideas = yield* wrongIdeas(visit.lesson.level, played.design, outcome, seed);
        const audit = played.verdict?.outcomes.find((each) => each.audit)?.audit;
        return { type: "compared", run, ideas, found: yield* whatIf(level, played.design, seed, { audit }) };
      },
    };
  if (screen.luck) return undefined;
  return {
    id: `${level.id}|luck|${run}`,
    about,
    playable: level,
    *plan() {
      return { type: "luckTried", run, luck: yield* tryLuck(played.design, seed) };
    },
  };
}

/** The seed of the day that decides, where it is known: found, or the only one that there is. */
function decidingSeed(visit: Visit): number | undefined {
  const { day, sitting, lesson } = visit;
  if (day?.design === sitting.design && day.scenario === lesson.level.scenario) return day.seed;
  const [first, ...others] = daySeeds(lesson.level);
  return others.length === 0 ? first : undefined;
}

/** Which day decides is found while a question is read, on threads: so a run begins at once. */
function decidingDayJob(visit: Visit): Job | undefined {
  if (decidingSeed(visit) !== undefined) return undefined;
  const { design } = visit.sitting;
  const { scenario } = visit.lesson.level;
  const playable = playedAt(visit);
  return {
    id: `${playable.id}|decides`,
    about: design,
    playable,
    *plan() {
      return { type: "dayFound", design, scenario, seed: yield* findDay(playable, design) };
    },
  };
}

/** A day's variant is proven before it is shown. */
function dayJob({ variant, day, problem }: DayScreen): Job | undefined {
  if (day || problem) return undefined;
  if (isShiftDay(variant)) {
    const { date, turn } = variant.drawn;
    return {
      id: `${date} ${turn}`,
      about: variant,
      async divide(hands, options) {
        const holds = await proveShiftParallel(hands, variant, options);
        return holds === undefined
          ? undefined
          : { type: "dayProven", variant, day: holds ? variant : undefined };
      },
    };
  }
  return {
    id: variant.level.id,
    about: variant,
    playable: variant.level,
    *plan() {
      return { type: "dayProven", variant, day: yield* provingDay(variant) };
    },
  };
}

/** The days that a shift shows, before it shows them. */
function shiftJob({ case: id, seed }: ShiftName, shift: Shift | undefined): Job {
  const which = caseNamed(id)!;
  return {
    id: `${which.id}|${seed}|${shift?.phase} ${shift?.made.length}`,
    about: which,
    *start() {
      // What was said is shown before the work begins.
      yield 0;
      yield* watchingShift(which, seed, shift);
      return { type: "shiftWatched" };
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
    async divide(hands, { signal, onShare }) {
      const tryAt = (at: Turned) =>
        hands.errand({ kind: "trial", bench: bench.name, turned: at }, { signal });
      if (kind === "trial") {
        const found = await tryAt(turned);
        return found && { type: "benchTried", bench: bench.name, turned, found };
      }
      const { id, values } = bench.sweep;
      let done = 0;
      const found = await Promise.all(
        values.map(async (value) => {
          const point = await tryAt({ ...turned, [id]: value });
          onShare(++done / values.length);
          return point;
        }),
      );
      const points = found.filter((point) => point !== undefined);
      const isWhole = points.length === values.length;
      return isWhole
        ? { type: "benchCurve", bench: bench.name, of: othersOf(bench, turned), points }
        : undefined;
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
