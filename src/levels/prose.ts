/**
 * The words of a level, apart from its numbers: one file a language in the level's folder (`en.ts`).
 * Everything here is plain text. Lines are wrapped by the screen, so paragraphs carry no line breaks;
 * only figures keep their own layout (at most 76 columns and 14 rows).
 */

/** Names a fact of the chapter, a correction or a supplement: "F12", "X3", "S8", a figure "D4", a gloss "K2". */
export type FactId = `F${number}` | `X${number}` | `S${number}` | `D${number}` | `K${number}`;

/** One excerpt of the chapter: short enough to be read at a glance (at most about 420 characters). */
export interface Excerpt {
  /** Stable for ever: `<level>-p<n>`. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The facts whose home this excerpt is. */
  readonly facts: readonly FactId[];
}

/** A picture of the chapter, redrawn in characters. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly facts: readonly FactId[];
}

/** A question with one model answer: an interview question or a recall card. Reviewed for months, so ids never change. */
export interface QuestionCard {
  /** Stable for ever: `<level>-q<n>` (interview), `<level>-c<n>` (card). */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly facts: readonly FactId[];
}

/** A sentence to enjoy or to be careful with: fun facts, corrections of the chapter, honest limits of the model. */
export interface FactCard {
  /** Stable for ever: `<level>-f<n>`. */
  readonly id: string;
  readonly kind: "fun" | "correction" | "supplement" | "honesty" | "gloss";
  readonly text: string;
  readonly facts: readonly FactId[];
}

/**
 * A figure to say aloud in an interview. The parts are phrases, not sentences: a language's words join them
 * (`ReadingWords.number`).
 */
export interface NumberToSay {
  readonly what: string;
  /** What this level runs on, read from the reference sheet where it has it. */
  readonly here: string;
  /** The usual range elsewhere. */
  readonly usual: string;
  /** What makes it smaller or larger. */
  readonly moves: string;
  /** Where the usual range is known from. */
  readonly source: string;
}

/** The words of one level in one language. */
export interface LevelProse {
  readonly title: string;
  /** One line under the title, at most 60 characters. */
  readonly promise: string;
  /** Two or three sentences: who, what happens, what is at stake. */
  readonly story: string;
  /**
   * What one must know to play, read before: what things are and do. At most three; nothing that answers the
   * prediction or says what to buy. What the shop sells for the first time is told beside it, from its offers.
   */
  readonly brief: readonly Excerpt[];
  /** The reasoning, read after a run or when asked for. With the brief's excerpts, in order of their ids, it is the chapter. */
  readonly lesson: readonly Excerpt[];
  readonly figures: readonly Figure[];
  /** The chapter's sentence, quoted in the debrief, with where it stands ("chapter, single server set-up"). */
  readonly sentence: { readonly text: string; readonly from: string };
  readonly prediction: {
    readonly question: string;
    /** For a choice: the words of each option, by the key that the level's numbers use. Empty for a number. */
    readonly options: Readonly<Record<string, string>>;
    /** For a number: what is counted, as "1 write" and as "2 writes". */
    readonly unit?: readonly [one: string, many: string];
    /** Why the right answer is right; shown after the run. */
    readonly explanation: string;
  };
  /**
   * Which kind of part answers what goes wrong → the exact purchase. What goes wrong in a player's own design is the
   * hint before these, measured in its run.
   */
  readonly hints: readonly [string, string];
  /** By the event's label in the level's numbers: what the log says when it happens, at most 60 characters. */
  readonly events: Readonly<Record<string, string>>;
  /** By the wrong answer's letter ("A"): its title and why it fails, one or two sentences. */
  readonly wrongAnswers: Readonly<Record<string, { readonly title: string; readonly why: string }>>;
  /** By star (2, 3): how it is won, one line. */
  readonly stars: { readonly two: string; readonly three: string };
  /** The words of the third star's task, when it has one: what is asked, and each option by its key. */
  readonly task?: { readonly question: string; readonly options: Readonly<Record<string, string>> };
  /** What to take home, two or three sentences. */
  readonly debrief: string;
  /** Which command shows it with real processes, where one does; told to those who have passed. */
  readonly forReal?: string;
  readonly questions: readonly [QuestionCard, QuestionCard, QuestionCard];
  readonly cards: readonly QuestionCard[];
  readonly factCards: readonly FactCard[];
}

/** The same with the level's numbers to say aloud, which all stand in one file a language (`numbers-en.ts`). */
export interface ToldLevel extends LevelProse {
  readonly numbers: readonly NumberToSay[];
}
