/** The drills in words; a picture is told as the board tells it. */
import { designOf, drillText, markedText } from "../../../present/drills.ts";
import { describe } from "../../../present/picture/index.ts";
import type { DrillScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

export function spokenDrill({ words }: State, screen: DrillScreen): string[] {
  const { drills, spoken } = words;
  const drill = screen.drills[screen.at];
  const of = screen.drills.length;
  if (!drill) return [drills.total({ mark: screen.marks / of, of }), spoken.moreDrills];
  if (drill.kind === "rung" && !screen.texts) return [words.study.loading];
  const { question, options, how } = drillText(words, screen.texts, drill, 80);
  const design = designOf(drill);
  const { marked } = screen;
  return [
    spoken.drill({ at: screen.at + 1, of, kind: drills.kinds[drill.kind] }),
    question,
    ...(design ? describe(words.picture, design) : []),
    ...options.map(({ letter, text }) => spoken.lettered({ letter, text })),
    ...(marked
      ? [drills.mark(marked.mark), ...markedText(words, screen.texts, drill, marked)]
      : [how, spoken.answer(screen.typed === "" ? undefined : screen.typed)]),
  ];
}
