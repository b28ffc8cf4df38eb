/** The prediction's part of the reducer: a choice moved or a number typed, then the answer; or none at all. */
import { type Expectation, isAnswer } from "../../../game/index.ts";
import { askedOf } from "../../../present/answers.ts";
import type { Command } from "../../keys/keymap.ts";
import { digitsOf, typed } from "../../model/text-field.ts";
import { clamp, say, show, startRun } from "../../model/transitions.ts";
import type { ScreenOf, State } from "../../model/types.ts";

type PredictionScreen = ScreenOf<"prediction">;

export function onPrediction(state: State, screen: PredictionScreen, command: Command): State {
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
      const expected = answerOf(state, screen);
      return expected
        ? startRun(state, { ...visit, asked: screen.about, expected })
        : say(state, state.words.prediction.guess);
    }
    case "skipQuestion":
      return startRun(state, { ...visit, asked: screen.about });
    case "brief":
      return show(state, { kind: "briefing", visit, page: 0, back: screen });
    case "back":
      return show(state, { kind: "board", visit });
    default:
      return state;
  }
}

/** What has been chosen or typed, as far as it is an answer. */
function answerOf(
  { words }: State,
  { visit, about, at, typed: text }: PredictionScreen,
): Expectation | undefined {
  const { options } = askedOf(words, visit.lesson, about);
  if (about === "goals") return { about, answer: at === 0 ? "yes" : "no" };
  const answer = options[at]?.key ?? text;
  return isAnswer(visit.lesson.level.prediction, answer) ? { about, answer } : undefined;
}

/** Moves to an option; where a number is asked for there is none. */
function choose(state: State, screen: PredictionScreen, at: number): State {
  const { options } = askedOf(state.words, screen.visit.lesson, screen.about);
  return options.length === 0 ? state : show(state, { ...screen, at: clamp(at, 0, options.length - 1) });
}

export function typePrediction(state: State, screen: PredictionScreen, added: string): State {
  const digits = digitsOf(added);
  if (!/^[0-9.]*$/.test(digits)) return say(state, state.words.board.digitsOnly);
  if (digits.includes(".") && /\..*\./.test(screen.typed + digits)) return state;
  return show(state, { ...screen, typed: typed(screen.typed, digits, 9) });
}
