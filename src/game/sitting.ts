/** One sitting at a level: the design with undo and redo, and the prediction. A pure reducer. */
import type { Design } from "../sim/index.ts";
import type { Prediction } from "./level.ts";

export interface Sitting {
  readonly design: Design;
  readonly past: readonly Design[];
  readonly future: readonly Design[];
}

export type SittingAction =
  | { readonly type: "take"; readonly design: Design }
  | { readonly type: "undo" }
  | { readonly type: "redo" };

const pastMax = 500;

/** A sitting that begins with a design. */
export function startSitting(design: Design): Sitting {
  return { design, past: [], future: [] };
}

/** The sitting after an action; the same object when nothing changes. */
export function sittingAfter(sitting: Sitting, action: SittingAction): Sitting {
  switch (action.type) {
    case "take":
      return {
        design: action.design,
        past: [...sitting.past, sitting.design].slice(-pastMax),
        future: [],
      };
    case "undo": {
      const before = sitting.past.at(-1);
      return before
        ? { design: before, past: sitting.past.slice(0, -1), future: [sitting.design, ...sitting.future] }
        : sitting;
    }
    case "redo": {
      const [next, ...rest] = sitting.future;
      return next ? { design: next, past: [...sitting.past, sitting.design], future: rest } : sitting;
    }
  }
}

/** Whether something could be the answer to a prediction at all. */
export function isAnswer(prediction: Prediction, answer: string): boolean {
  if (prediction.kind === "choice") return prediction.options.includes(answer);
  return Number.parseFloat(answer) > 0;
}

/** Whether a prediction was right. */
export function isRight(prediction: Prediction, answer: string | number): boolean {
  if (prediction.kind === "choice") return answer === prediction.answer;
  const value = typeof answer === "number" ? answer : Number.parseFloat(answer);
  if (!Number.isFinite(value) || value <= 0) return false;
  const factor = value > prediction.answer ? value / prediction.answer : prediction.answer / value;
  return factor <= prediction.withinFactor;
}
