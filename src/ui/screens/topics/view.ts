/** The topics: all ladders with the marks of the latest climb, those of levels that are not passed in small print. */
import { padRight } from "../../../present/cells.ts";
import { latestMarks } from "../../../study/ladders.ts";
import type { LadderTexts } from "../../../words/contract/ladders.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, windowStart } from "../../frame/frame.ts";
import { answersOf, isClimbable, originOf, topicsInOrder } from "../../model/ladders.ts";
import { offered } from "../../model/offered.ts";
import type { TopicsScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

const topicCells = 54;

export function topicsLines(state: State, { texts, at }: TopicsScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const topics = texts ? topicsInOrder(state, texts) : [];
  const rows = bodyRows(frame);
  const start = windowStart(at, topics.length, rows);
  return drawPage(frame, {
    head: [
      theme.title(words.study.title),
      texts ? theme.muted(words.study.position({ at: at + 1, of: topics.length })) : "",
    ],
    sub: [theme.muted(texts?.screen.about ?? ""), ""],
    body: texts
      ? topics.slice(start, start + rows).map((_, n) => rowOf(texts, start + n))
      : ["", theme.muted(words.study.loading)],
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });

  function rowOf(shown: LadderTexts, n: number): string {
    const ladder = topics[n]!;
    const isOpen = isClimbable(state, ladder);
    const paint = n === at ? theme.focus : isOpen ? theme.text : theme.muted;
    const mark = n === at ? theme.focus("▸ ") : "  ";
    const cells = Math.min(topicCells, bodyColumns(frame) - 24);
    const beside = isOpen
      ? marksText(shown, latestMarks(answersOf(state, ladder.id)))
      : words.study.level(originOf(state, ladder).level);
    return `${mark}${paint(padRight(ladder.topic, cells))} ${theme.muted(beside)}`;
  }
}

function marksText({ screen }: LadderTexts, marks: readonly number[]): string {
  return marks.length === 0 ? screen.never : screen.marks(marks);
}
