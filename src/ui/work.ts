/**
 * Long work off the render path: by hands, which are threads where there are any; or, what must be shown as it goes,
 * here: a slice, then a turn for keys and frames, until it is done.
 */
import { carryOut, loseParallel } from "../solver/index.ts";
import { type Hands, ownHands } from "../threads/errands.ts";
import type { Host } from "./host.ts";
import type { CarriedOut, HearShare, Job } from "./jobs.ts";
import type { Action } from "./model/types.ts";

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

type FindWorkforce = () => Promise<Hands>;
type Divided = (hands: Hands, options: CarriedOut) => Promise<Action | Promise<Action> | undefined>;
type Turns = Pick<Host, "now" | "later">;

/** How long work may hold the thread before keys and frames have their turn. */
const sliceMs = 8;

/** Works here, a slice a turn of the host. */
function inTurns(
  host: Turns,
  steps: Generator<number | Action, Action>,
  onShare: HearShare,
): Pick<Begun, "goOn" | "drop"> {
  let result: Action | undefined;
  return {
    goOn(done, tell) {
      let isWanted = true;
      const next = () => {
        const untilMs = host.now() + sliceMs;
        while (!result) {
          const step = steps.next();
          if (step.done) result = step.value;
          else if (typeof step.value === "number") onShare(step.value);
          else tell(step.value);
          // What is told is shown before the work goes on.
          if (typeof step.value === "object" || host.now() >= untilMs) break;
        }
        if (result) done(result);
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

/** Lets others work; what gives way goes on all the same, and is told when it has its turn again. */
function byHands(
  begin: Divided,
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
  readonly #workforce: FindWorkforce;
  #inHand: Begun | undefined;
  #giveWay = () => {};
  /** Gave way to what is in hand. */
  #parked: Begun | undefined;
  #share = 0;

  /** `dispatch` hears what comes of the work; without a workforce all of it is done in this thread. */
  constructor(
    host: Turns,
    dispatch: (action: Action) => void,
    workforce: FindWorkforce = () => Promise.resolve(ownHands),
  ) {
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
    return "start" in job
      ? inTurns(this.#host, job.start(), onShare)
      : byHands(wayOf(job), this.#workforce, onShare);
  }
}

/** How hands carry a job out. */
function wayOf(job: Exclude<Job, { readonly start: unknown }>): Divided {
  if ("divide" in job) return job.divide;
  const { playable } = job;
  if ("plan" in job) return (hands, options) => carryOut(hands, playable, job.plan(), options);
  const { design, losses, told } = job;
  return async (hands, options) => {
    const found = await loseParallel(hands, playable, design, losses, options);
    return found && told(found);
  };
}

function isSame(begun: Begun, { id, about }: Job): boolean {
  return begun.id === id && begun.about === about;
}
