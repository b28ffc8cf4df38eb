/** Drills of two to five minutes: what is asked follows from a seed alone, and one function marks it everywhere. */
import { type AuditRow, drawsOf, type FaultName, oneOf, shuffled } from "../../game/index.ts";
import { type SumId, sumIds } from "../../levels/recall.ts";
import {
  type FigureInput,
  type FigureName,
  figures,
  judgeFigure,
  type PosedFigure,
  poseFigure,
} from "../figures/index.ts";
import type { Estimated } from "../reckoning.ts";
import { type InputName, judgeSum, type PosedSum, poseSum } from "../sums.ts";
import { letterAt, lettersIn, numberIn } from "./answer.ts";
import { type FlawName, flaws, runFlaw } from "./flaw.ts";
import { judgeOrder, type Ordered, type OrderName, orders } from "./order.ts";

/** An estimate, an ordering, a flaw in a picture, a figure of a rung. */
export const drillKinds = ["estimate", "order", "flaw", "rung"] as const;
export type DrillKind = (typeof drillKinds)[number];

/** A drill; its words are made where it is shown. */
export type Drill = { readonly id: string } & (
  | { readonly kind: "estimate"; readonly posed: PosedSum }
  /** Steps in the order in which they are shown, a letter each. */
  | { readonly kind: "order"; readonly order: OrderName; readonly shown: readonly string[] }
  | { readonly kind: "flaw"; readonly flaw: FlawName; readonly options: readonly FaultName[] }
  | { readonly kind: "rung"; readonly posed: PosedFigure }
);

/** How a drill came out. */
export interface Marked {
  /** 0 to 1. */
  readonly mark: number;
  /** What was typed is no answer of that kind. */
  readonly unread?: "number" | "letters" | "letter" | "nothing";
  readonly estimated?: Estimated<InputName | FigureInput>;
  readonly ordered?: Ordered;
  /** The loss that was named, as it came out when it was run. */
  readonly row?: AuditRow;
}

/** So many options has a flaw at most. */
const optionsMax = 4;

/** The n-th drill of a seed. */
function drillOf(kind: DrillKind, seed: number, n: number): Drill {
  const id = `${kind}-${seed}-${n + 1}`;
  const draw = drawsOf(`drill ${id}`);
  switch (kind) {
    case "estimate":
      return { id, kind, posed: poseSum(oneOf<SumId>(sumIds, draw), id) };
    case "order": {
      const order = oneOf(Object.keys(orders) as OrderName[], draw);
      const { steps }: { readonly steps: readonly string[] } = orders[order];
      const mixed = shuffled(steps, draw);
      // What is right as it stands asks nothing.
      const shown = mixed.every((step, at) => step === steps[at]) ? mixed.reverse() : mixed;
      return { id, kind, order, shown };
    }
    case "flaw": {
      const flaw = oneOf(Object.keys(flaws) as FlawName[], draw);
      const { breaks, holds }: { readonly breaks: FaultName; readonly holds: readonly FaultName[] } =
        flaws[flaw];
      const others = shuffled(holds, draw).slice(0, optionsMax - 1);
      return { id, kind, flaw, options: shuffled([breaks, ...others], draw) };
    }
    case "rung":
      return { id, kind, posed: poseFigure(oneOf(Object.keys(figures) as FigureName[], draw), id) };
  }
}

/** So many drills of a seed; of one kind, or of each in turn. */
export function drillsOf(seed: number, count: number, kind?: DrillKind): Drill[] {
  const turns = kind ? [kind] : shuffled(drillKinds, drawsOf(`kinds ${seed}`));
  return Array.from({ length: count }, (_, n) => drillOf(turns[n % turns.length] as DrillKind, seed, n));
}

/** Marks an answer as it was typed. */
export function markDrill(drill: Drill, typed: string): Marked {
  if (typed.trim() === "") return { mark: 0, unread: "nothing" };
  switch (drill.kind) {
    case "estimate": {
      const answer = numberIn(typed);
      if (answer === undefined) return { mark: 0, unread: "number" };
      const estimated = judgeSum(drill.posed, answer);
      return { mark: estimated.mark, estimated };
    }
    case "rung": {
      const answer = numberIn(typed);
      if (answer === undefined) return { mark: 0, unread: "number" };
      const estimated = judgeFigure(drill.posed, answer);
      return { mark: estimated.mark, estimated };
    }
    case "order": {
      const steps = lettersIn(typed).map((letter) => drill.shown.find((_, at) => letterAt(at) === letter));
      const isWhole = steps.length === drill.shown.length && new Set(steps).size === steps.length;
      if (!isWhole || steps.includes(undefined)) return { mark: 0, unread: "letters" };
      const ordered = judgeOrder(drill.order, steps as string[]);
      return { mark: ordered.mark, ordered };
    }
    case "flaw": {
      const [letter, ...more] = lettersIn(typed);
      const fault = drill.options.find((_, at) => letterAt(at) === letter);
      if (fault === undefined || more.length > 0) return { mark: 0, unread: "letter" };
      const row = runFlaw(drill.flaw, fault);
      return { mark: row.holds ? 0 : 1, row };
    }
  }
}

/** The answer that is right, as it would be typed. */
export function rightAnswer(drill: Drill): string {
  switch (drill.kind) {
    case "estimate":
    case "rung":
      return String(Number(drill.posed.truth.toPrecision(4)));
    case "order": {
      const { steps }: { readonly steps: readonly string[] } = orders[drill.order];
      return steps.map((step) => letterAt(drill.shown.indexOf(step))).join(" ");
    }
    case "flaw":
      return letterAt(drill.options.indexOf(flaws[drill.flaw].breaks));
  }
}
