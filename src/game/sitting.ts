/** One sitting at a level: the design with undo and redo. A pure reducer. */
import type { Design } from "../sim/index.ts";

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
