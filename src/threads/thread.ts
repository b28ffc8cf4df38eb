/** A thread as whoever gives work sees it, whatever starts threads there: Node, or a browser. */
import type { Answered, Call } from "./messages.ts";

export interface Thread {
  /** Sends a task. */
  readonly give: (call: Call) => void;
  /** Whether it has something to do: an idle one keeps no process alive. */
  readonly hold: (isBusy: boolean) => void;
  /** Ends it at once. */
  readonly end: () => unknown;
}

/** Starts a thread; whoever listens hears what it answers, and of its end by an error. */
export type StartThread = (hear: (answer: Answered) => void, failed: (error: unknown) => void) => Thread;
