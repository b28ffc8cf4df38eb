/** The topics' part of the reducer: which ladder to climb. */
import { unfinishedSeed } from "../../../study/ladders.ts";
import type { LadderProse, LadderTexts } from "../../../words/contract/ladders.ts";
import { bodyRows } from "../../frame/frame.ts";
import type { Command } from "../../keys/keymap.ts";
import { answersOf, isClimbable, originOf, showsLadders, topicsInOrder } from "../../model/ladders.ts";
import { seedOfNow } from "../../model/study.ts";
import type { TopicsScreen } from "../../model/study-screens.ts";
import { clamp, rowsMoved, say, show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onTopics(state: State, screen: TopicsScreen, command: Command): State {
  if (command === "back") return showMap(state, "study");
  const { texts } = screen;
  if (!texts) return state;
  const topics = topicsInOrder(state, texts);
  const ladder = topics[screen.at];
  if (command === "confirm" && ladder) return climb(state, texts, ladder);
  const by = rowsMoved(command, bodyRows(state.size));
  return by === undefined
    ? state
    : show(state, { ...screen, at: clamp(screen.at + by, 0, topics.length - 1) });
}

/** A climb that was left goes on at its rung; otherwise one with new numbers begins. */
function climb(state: State, texts: LadderTexts, ladder: LadderProse): State {
  if (!isClimbable(state, ladder)) return say(state, texts.screen.closed(originOf(state, ladder)));
  const answers = answersOf(state, ladder.id);
  const seed = unfinishedSeed(answers) ?? seedOfNow(state);
  const draft = answers.at(-1)?.draft ?? "";
  return show(state, { kind: "ladder", texts, ladder, seed, typed: draft, at: 0, isCompared: false });
}

/** The ladders are there: what waits for them shows them, if it is still on view. */
export function withLadders(state: State, texts: LadderTexts): State {
  const { screen } = state;
  if (!showsLadders(screen)) return state;
  if (screen.kind !== "topics" || screen.level === undefined) return show(state, { ...screen, texts });
  const at = topicsInOrder(state, texts).findIndex(({ level }) => level === screen.level);
  return show(state, { kind: "topics", texts, at: Math.max(0, at) });
}
