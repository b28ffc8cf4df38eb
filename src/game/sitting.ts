/** One sitting at a level: the design with undo and redo, and the prediction. A pure reducer. */
import type { Design } from "../sim/index.ts";
import type { Playable, Prediction } from "./level.ts";
import { type Move, movesFrom, standing } from "./shop.ts";

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

/** The move to the next or previous choice of an offer, if the shop allows it. */
export function neighbour(
  playable: Playable,
  design: Design,
  offerId: string,
  direction: 1 | -1,
): Move | undefined {
  const offer = playable.shop.find(({ id }) => id === offerId);
  if (!offer) return undefined;
  const now = standing(offer, design);
  const moves = movesFrom(playable, design).filter((move) => move.offer === offer);
  // What cannot be set is stepped over.
  for (let at = now < 0 ? 0 : now + direction; at >= 0 && at < offer.choices.length; at += direction) {
    const move = moves.find(({ choice }) => choice === offer.choices[at]);
    if (move) return move;
  }
  return undefined;
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
