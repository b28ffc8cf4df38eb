/** What keys can mean, by name, and the words for it. */

export type Context =
  | "title"
  | "map"
  | "reference"
  | "briefing"
  | "board"
  | "designs"
  | "estimate"
  | "prediction"
  | "run"
  | "trace"
  | "debrief"
  | "task"
  | "confirm"
  | "share"
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
  | "toStart"
  | "skip"
  | "trace"
  | "help"
  | "quit"
  | "startOver"
  | "next"
  | "hint"
  | "brief"
  | "estimate"
  | "designs"
  | "keep"
  | "drop"
  | "questions"
  | "share"
  | "answer"
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
}
