/** The glossary: its words, where in the game each is met, and which belong together. */
import { chapterOf, type Lesson } from "../levels/index.ts";
import type { GlossaryEntry, GlossaryWords } from "../words/contract/content.ts";
import type { Words } from "../words/index.ts";
import { paragraph } from "./cells.ts";

/** A word with all that there is to say on it. */
export interface GlossaryWord extends GlossaryEntry {
  /** Levels whose words speak of it, in teaching order. */
  readonly metIn: readonly Lesson[];
  /** Other terms that its explanation names, or whose explanations name it; then those that often stand beside it. */
  readonly related: readonly string[];
}

function namesOf({ term, names = [term] }: GlossaryEntry): readonly string[] {
  return names;
}

/** The texts in which a level may speak of something, each short enough that what stands in it belongs together. */
function textsOf({ prose }: Lesson): string[] {
  return [
    ...chapterOf(prose).map(({ title, text }) => `${title}. ${text}`),
    ...prose.factCards.map(({ text }) => text),
    ...prose.hints,
    ...Object.values(prose.wrongAnswers).map(({ title, why }) => `${title}. ${why}`),
    prose.debrief,
    ...[...prose.questions, ...prose.cards].map(({ question, answer }) => `${question} ${answer}`),
  ];
}

/** Where each word stands: in which texts, and in which levels. */
interface FoundWords {
  readonly lessons: readonly Lesson[];
  /** How each is found in a text. */
  readonly finds: ReadonlyMap<GlossaryEntry, readonly RegExp[]>;
  readonly texts: ReadonlyMap<GlossaryEntry, ReadonlySet<string>>;
  readonly levels: ReadonlyMap<GlossaryEntry, readonly Lesson[]>;
}

/** Looked for once: words and levels stay as they are. */
const kept = new WeakMap<readonly GlossaryEntry[], FoundWords>();

function foundIn(
  words: GlossaryWords,
  glossary: readonly GlossaryEntry[],
  lessons: readonly Lesson[],
): FoundWords {
  const before = kept.get(glossary);
  if (before?.lessons.length === lessons.length && before.lessons.every((each, at) => each === lessons[at]))
    return before;
  const told = lessons.map((lesson) => ({ lesson, texts: textsOf(lesson) }));
  const finds = new Map(glossary.map((entry) => [entry, namesOf(entry).map(words.finds)]));
  const texts = new Map<GlossaryEntry, Set<string>>();
  const levels = new Map<GlossaryEntry, Lesson[]>();
  for (const [entry, own] of finds) {
    const isIn = (text: string) => own.some((find) => find.test(text));
    const places = told.map(({ lesson, texts: all }) => ({ lesson, met: all.filter(isIn) }));
    texts.set(entry, new Set(places.flatMap(({ met }) => met)));
    levels.set(
      entry,
      places.filter(({ met }) => met.length > 0).map(({ lesson }) => lesson),
    );
  }
  const found = { lessons, finds, texts, levels };
  kept.set(glossary, found);
  return found;
}

/** So many words are said to belong to one. */
const relatedMax = 6;

/** All that there is to say on a word. */
export function glossaryWord(
  { glossary: words }: Words,
  glossary: readonly GlossaryEntry[],
  lessons: readonly Lesson[],
  entry: GlossaryEntry,
): GlossaryWord {
  const { finds, texts, levels } = foundIn(words, glossary, lessons);
  const isNamedIn = (each: GlossaryEntry, text: string) =>
    (finds.get(each) ?? []).some((find) => find.test(text));
  const own = texts.get(entry) ?? new Set();
  const ranked = glossary.flatMap((other) => {
    if (other === entry) return [];
    const names = isNamedIn(entry, other.definition) || isNamedIn(other, entry.definition);
    const together = [...(texts.get(other) ?? [])].filter((text) => own.has(text)).length;
    return names || together > 0 ? [{ term: other.term, names, together }] : [];
  });
  ranked.sort((a, b) => Number(b.names) - Number(a.names) || b.together - a.together);
  const related = ranked.slice(0, relatedMax).map(({ term }) => term);
  return { ...entry, metIn: levels.get(entry) ?? [], related };
}

/** Entries in which a text is found: first those whose term begins with it, then other terms, then explanations. */
export function searchGlossary(glossary: readonly GlossaryEntry[], typed: string): readonly GlossaryEntry[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return glossary;
  const rank = ({ term, definition }: GlossaryEntry) => {
    const at = term.toLowerCase().indexOf(wanted);
    if (at >= 0) return at === 0 ? 0 : 1;
    return definition.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return glossary
    .map((entry) => ({ entry, at: rank(entry) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** The entry of a name, however it is written: "slo", "dead letter queue", "CDN". */
export function findEntry(glossary: readonly GlossaryEntry[], name: string): GlossaryEntry | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[- ]+/g, " ").trim();
  const wanted = plain(name);
  return (
    glossary.find(({ term }) => plain(term) === wanted) ??
    glossary.find((entry) => namesOf(entry).some((each) => plain(each) === wanted))
  );
}

/** So many levels are named; the first is where one meets the word. */
const levelsMax = 4;

/** What stands under a word: its explanation, where it is met, what belongs to it. */
export function glossaryLines({ glossary: words }: Words, word: GlossaryWord, cells: number): string[] {
  const { definition, korean, metIn, related } = word;
  const levels = metIn
    .slice(0, levelsMax)
    .map(({ level, prose }) => ({ level: level.number, title: prose.title }));
  return [
    ...paragraph(definition, cells),
    ...(korean === undefined ? [] : paragraph(words.korean(korean), cells)),
    ...(levels.length === 0
      ? []
      : ["", ...paragraph(words.metIn({ levels, more: metIn.length - levels.length }), cells)]),
    ...(related.length === 0 ? [] : ["", ...paragraph(words.related(related), cells)]),
  ];
}
