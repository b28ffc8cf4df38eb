/** The prediction's part of the reducer: a choice moved or a number typed, then the answer. */
import { isAnswer, isRight } from "../../../game/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { digitsOf, typed } from "../../model/text-field.ts";
import { clamp, remember, say, show, startRun } from "../../model/transitions.ts";
import type { ScreenOf, State, Visit } from "../../model/types.ts";

type Prediction = ScreenOf<"prediction">;

export function onPrediction(state: State, screen: Prediction, command: Command): State {
  const { visit } = screen;
  switch (command) {
    case "up":
      return choose(state, screen, screen.at - 1);
    case "down":
      return choose(state, screen, screen.at + 1);
    case "option1":
    case "option2":
    case "option3":
    case "option4":
      return choose(state, screen, Number(command.at(-1)) - 1);
    case "confirm": {
      const { prediction } = visit.lesson.level;
      const answer = prediction.kind === "choice" ? (prediction.options[screen.at] ?? "") : screen.typed;
      return isAnswer(prediction, answer)
        ? predict(state, visit, answer)
        : say(state, state.words.prediction.guess);
    }
    case "brief":
      return show(state, { kind: "briefing", visit, page: 0, back: screen });
    case "back":
      return show(state, { kind: "board", visit });
    default:
      return state;
  }
}

/** Moves to an option; where a number is asked for there is none. */
function choose(state: State, screen: Prediction, at: number): State {
  const { prediction } = screen.visit.lesson.level;
  if (prediction.kind !== "choice") return state;
  return show(state, { ...screen, at: clamp(at, 0, prediction.options.length - 1) });
}

export function typePrediction(state: State, screen: Prediction, added: string): State {
  if (screen.visit.lesson.level.prediction.kind !== "number") return state;
  const digits = digitsOf(added);
  if (!/^[0-9.]*$/.test(digits)) return say(state, state.words.board.digitsOnly);
  if (digits.includes(".") && /\..*\./.test(screen.typed + digits)) return state;
  return show(state, { ...screen, typed: typed(screen.typed, digits, 9) });
}

/** Takes the answer, keeps it, and runs. */
function predict(state: State, visit: Visit, answer: string): State {
  const { level } = visit.lesson;
  const right = isRight(level.prediction, answer);
  const kept = remember(state, { type: "prediction", level: level.id, answer, right });
  return startRun(kept, { ...visit, prediction: { answer, right } });
}
