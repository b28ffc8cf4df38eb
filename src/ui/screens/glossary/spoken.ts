/** The glossary in words: the word in focus with all that there is to say on it. */
import { glossaryLines, glossaryWord, searchGlossary } from "../../../present/glossary.ts";
import { lessonsOf } from "../../model/progress.ts";
import type { GlossaryScreen, State } from "../../model/types.ts";

export function spokenGlossary(state: State, { typed, at }: GlossaryScreen): string[] {
  const { words, glossary, mapRows } = state;
  const found = searchGlossary(glossary, typed);
  const entry = found[at];
  const head = words.spoken.glossary({ at: at + 1, of: found.length, typed });
  if (!entry) return [head, words.glossary.none(typed)];
  const word = glossaryWord(words, glossary, lessonsOf(mapRows), entry);
  return [
    head,
    words.spoken.passage(entry.term),
    ...glossaryLines(words, word, Number.POSITIVE_INFINITY).filter((line) => line !== ""),
  ];
}
