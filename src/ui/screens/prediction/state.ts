/** The prediction's part of the reducer. */
import { isRight } from "../../../game/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { digitsOf, typed } from "../../model/text-field.ts";
import { remember, say, show, startRun } from "../../model/transitions.ts";
import type { ScreenOf, State, Visit } from "../../model/types.ts";

export function onPrediction(state: State, screen: ScreenOf<"prediction">, command: Command): State {
  const { visit } = screen;
  switch (command) {
    case "confirm": {
      if (visit.lesson.level.prediction.kind === "choice") return state; // the menu answers
      const value = Number.parseFloat(screen.typed);
      if (!Number.isFinite(value) || value <= 0) return say(state, "Type a number: your best guess will do.");
      return predict(state, visit, screen.typed);
    }
    case "brief":
      return show(state, { kind: "briefing", visit, page: 0, back: screen });
    case "back":
      return show(state, { kind: "board", visit });
    default:
      return state;
  }
}

export function typePrediction(state: State, screen: ScreenOf<"prediction">, added: string): State {
  if (screen.visit.lesson.level.prediction.kind !== "number") return state;
  const digits = digitsOf(added);
  if (!/^[0-9.]*$/.test(digits)) return say(state, "Digits only.");
  if (digits.includes(".") && /\..*\./.test(screen.typed + digits)) return state;
  return show(state, { ...screen, typed: typed(screen.typed, digits, 9) });
}

/** Takes the answer, keeps it, and runs. */
export function predict(state: State, visit: Visit, answer: string): State {
  const { level, prose } = visit.lesson;
  const right = isRight(level.prediction, answer);
  const { question } = prose.prediction;
  const kept = remember(state, { type: "prediction", level: level.id, question, answer, right });
  return startRun(kept, { ...visit, prediction: { answer, right } });
}
