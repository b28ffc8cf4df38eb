/** What keys can mean, by name, and the words for it. */

export type Context =
  | "title"
  | "map"
  | "reference"
  | "lesson"
  | "glossary"
  | "briefing"
  | "board"
  | "designs"
  | "estimate"
  | "prediction"
  | "run"
  | "pass"
  | "trace"
  | "debrief"
  | "task"
  | "traps"
  | "confirm"
  | "share"
  | "runs"
  | "audit"
  | "questions"
  | "typing"
  | "help";

export type Command =
  | "up"
  | "down"
  | "left"
  | "right"
  | "confirm"
  | "back"
  | "undo"
  | "redo"
  | "reset"
  | "pause"
  | "step"
  | "speed1"
  | "speed4"
  | "speed16"
  | "scrubBack"
  | "scrubForward"
  | "eventBefore"
  | "nextEvent"
  | "toStart"
  | "skip"
  | "trace"
  | "inFull"
  | "help"
  | "quit"
  | "startOver"
  | "next"
  | "hint"
  | "brief"
  | "why"
  | "words"
  | "estimate"
  | "designs"
  | "compare"
  | "ask"
  | "expectUp"
  | "expectDown"
  | "expectSame"
  | "skipQuestion"
  | "keep"
  | "drop"
  | "questions"
  | "share"
  | "answer"
  | "audit"
  | "traps"
  | "task"
  | "again"
  | "good"
  | "choice1"
  | "choice2"
  | "choice3"
  | "option1"
  | "option2"
  | "option3"
  | "option4";

export interface KeyWords {
  /** In a word or two, for the footer. A command without a label works but stands only in the list of keys. */
  readonly labels: Readonly<Record<Context, Partial<Record<Command, string>>>>;
  /** What a command does, in a sentence. */
  readonly sentences: Readonly<Record<Command, string>>;
  /** Where a command means something else than elsewhere. */
  readonly otherSentences: Readonly<Partial<Record<Context, Partial<Record<Command, string>>>>>;
  /** How far a step of the playback goes, in the time of this run. */
  scrub(found: { readonly command: "scrubBack" | "scrubForward" | "step"; readonly sec: number }): string;
}
