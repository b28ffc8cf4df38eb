/** The screens of the labs, as plain data. */
import type { BenchName, BenchTrial, ChangeSize, Turned } from "../../labs/index.ts";

/** The list of benches. */
export interface LabsScreen {
  readonly kind: "labs";
  readonly at: number;
}

/** A bench: knobs, what is expected, and what was found. */
export interface BenchScreen {
  readonly kind: "bench";
  readonly name: BenchName;
  readonly turned: Turned;
  /** The knob in focus, by its place. */
  readonly focus: number;
  /** What is expected of the next trial. */
  readonly expected?: ChangeSize;
  /** A trial that is being made. */
  readonly asked?: { readonly turned: Turned; readonly expected?: ChangeSize };
  /** What the bench shows is told in place of the table. */
  readonly isTold?: true;
  /** The whole curve along the first knob, where the others stood in the last trial. */
  readonly curve?: { readonly of: Turned; readonly points: readonly BenchTrial[] };
}
