/** A ladder's part of the reducer: answer, guess the mark, tick the points, compare. Every step is saved at once. */
import { numberIn } from "../../../study/drills/answer.ts";
import { isRight } from "../../../study/figures/index.ts";
import { type LadderMark, type RungAnswer, withMark, withTick } from "../../../study/ladders.ts";
import type { Command } from "../../keys/keymap.ts";
import { type ClimbNow, climbNow, topicsInOrder } from "../../model/ladders.ts";
import { placeOf } from "../../model/options.ts";
import type { LadderScreen } from "../../model/study-screens.ts";
import { typed } from "../../model/text-field.ts";
import { clamp, remember, say, show } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onLadder(state: State, screen: LadderScreen, command: Command): State {
  const now = climbNow(state, screen);
  if (command === "back" || (now.step === "over" && command === "confirm")) return leave(state, screen, now);
  if (now.step === "over") return state;
  const { answer, posed } = now;
  const place = placeOf[command];
  switch (now.step) {
    case "figure": {
      if (command !== "confirm") return state;
      const number = numberIn(screen.typed);
      if (screen.typed.trim() !== "" && number === undefined)
        return say(state, state.words.drills.unread.number);
      const figureRight = isRight(posed.figure, number);
      return keep(state, { ...screen, typed: "" }, { ...answer, figureRight });
    }
    case "answer":
      if (command !== "confirm") return state;
      return keep(state, { ...screen, typed: "" }, { ...answer, said: screen.typed });
    case "guess":
      return place === undefined
        ? state
        : keep(state, { ...screen, at: 0 }, { ...answer, guess: (place + 1) as LadderMark });
    case "points": {
      const last = posed.prose.points.length - 1;
      if (command === "confirm") return show(state, { ...screen, isCompared: true });
      if (command === "up" || command === "down")
        return show(state, { ...screen, at: clamp(screen.at + (command === "up" ? -1 : 1), 0, last) });
      const point = command === "tick" ? screen.at : place;
      if (point === undefined || point > last) return state;
      return keep(state, { ...screen, at: point }, withTick(answer, point));
    }
    case "samples":
      return place === undefined
        ? state
        : keep(
            state,
            { ...screen, typed: "", at: 0, isCompared: false },
            withMark(answer, (place + 1) as LadderMark),
          );
  }
}

function keep(state: State, screen: LadderScreen, answer: RungAnswer): State {
  return remember(show(state, screen), { type: "rung", ladder: screen.ladder.id, answer });
}

/** To the topics; an answer that was begun is kept. */
function leave(state: State, screen: LadderScreen, now: ClimbNow): State {
  const { texts, ladder } = screen;
  const at = topicsInOrder(state, texts).findIndex(({ id }) => id === ladder.id);
  return show(withDraft(state, screen, now), { kind: "topics", texts, at: Math.max(0, at) });
}

/** With what is typed remembered, where it is an answer that was begun. */
export function withDraft(state: State, screen: LadderScreen, now = climbNow(state, screen)): State {
  const { ladder, typed: draft } = screen;
  return now.step === "answer" && draft !== (now.answer.draft ?? "")
    ? remember(state, { type: "rung", ladder: ladder.id, answer: { ...now.answer, draft } })
    : state;
}

const figureMax = 40;
const answerMax = 10_000;
/** A save takes no longer text, whatever its characters are made of. */
const answerUnitsMax = 20_000;

export function typeOnLadder(state: State, screen: LadderScreen, added: string): State {
  const { step } = climbNow(state, screen);
  if (step !== "figure" && step !== "answer") return state;
  const most = step === "figure" ? figureMax : answerMax;
  return show(state, { ...screen, typed: typed(screen.typed, added, most, answerUnitsMax) });
}
