/** The questions' part of the reducer. */
import type { Command } from "../../keys/keymap.ts";
import { openTopics } from "../../model/ladders.ts";
import { remember, say, show } from "../../model/transitions.ts";
import type { ScreenOf, State } from "../../model/types.ts";

export function onQuestions(state: State, screen: ScreenOf<"questions">, command: Command): State {
  const { questions } = screen.visit.lesson.prose;
  const next = (from: State): State =>
    screen.at + 1 < questions.length
      ? show(from, { ...screen, at: screen.at + 1, revealed: false })
      : say(show(from, screen.back), state.words.questions.done);
  switch (command) {
    case "confirm":
      return screen.revealed ? state : show(state, { ...screen, revealed: true });
    case "again":
    case "good": {
      if (!screen.revealed) return say(state, state.words.questions.first);
      const id = questions[screen.at]?.id ?? "";
      const { id: level } = screen.visit.lesson.level;
      return next(remember(state, { type: "question", level, id, known: command === "good" }));
    }
    case "next":
      return next(state);
    case "ladders":
      return openTopics(state, screen.visit.lesson.level.id);
    case "back":
      return show(state, screen.back);
    default:
      return state;
  }
}
