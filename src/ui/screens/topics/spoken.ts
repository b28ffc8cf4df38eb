/** The topics in words: the one in focus. */
import { latestMarks } from "../../../study/ladders.ts";
import { answersOf, isClimbable, originOf, topicsInOrder } from "../../model/ladders.ts";
import type { TopicsScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

export function spokenTopics(state: State, { texts, at }: TopicsScreen): string[] {
  const { study } = state.words;
  if (!texts) return [study.loading];
  const topics = topicsInOrder(state, texts);
  const ladder = topics[at];
  if (!ladder) return [texts.screen.about];
  const marks = latestMarks(answersOf(state, ladder.id));
  return [
    texts.screen.about,
    texts.screen.topic({ at: at + 1, of: topics.length, topic: ladder.topic }),
    isClimbable(state, ladder)
      ? marks.length === 0
        ? texts.screen.never
        : texts.screen.marks(marks)
      : texts.screen.closed(originOf(state, ladder)),
  ];
}
