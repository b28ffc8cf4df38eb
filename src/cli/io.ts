/** What a command may touch, and how it ends. */
import type { Lesson } from "../levels/index.ts";
import { exitCodes } from "../process/endings.ts";
import type { UsageWords } from "../words/contract/cli.ts";
import type { CliWords, Language, Words } from "../words/index.ts";

/** The streams and surroundings of a command, so that tests can give their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language in the player's settings, asked for when it matters. */
  readonly savedLanguage?: () => string | undefined;
  /** What is typed, line by line, where anything can be. */
  readonly lines?: () => AsyncIterable<string>;
  /** The time, ms since 1970; without it the system's. */
  readonly now?: () => number;
  /** Aborted on Ctrl-C: long work stops and prints what it has. */
  readonly signal: AbortSignal;
}

export { plain } from "../process/text.ts";
export { exitCodes };

/** How wide text is that a reader gets. */
export const lineCells = 80;

/** The same in the language that was asked for, or else the player's. */
export interface SpokenIo extends Io {
  readonly language: () => Language;
  /** Its words, loaded when they are wanted. */
  readonly words: () => Promise<Words>;
  /** The words of the command line, loaded when they are wanted. */
  readonly cliWords: () => Promise<CliWords>;
  /** The levels with their words, loaded when they are wanted. */
  readonly lessons: () => Promise<readonly Lesson[]>;
}

/** Bad usage or bad input: one line that says what, where and how to mend it. Ends with code 2, as a rule. */
export class UsageError extends Error {
  readonly say: (words: UsageWords) => string;
  readonly exitCode: number;

  constructor(say: (usage: UsageWords) => string, exitCode: number = exitCodes.badInput) {
    super("bad usage");
    this.say = say;
    this.exitCode = exitCode;
  }
}

/** A command of the command line. */
export interface CliCommand {
  readonly name: string;
  /** As written in the help: "simulate --level N --design D". */
  readonly usage: string;
  /** What one may also ask it for: each a line of the help, with its words. */
  readonly details?: (words: CliWords) => readonly string[];
  /** Flags by name: with a value or without. */
  readonly flags: Readonly<Record<string, "value" | "switch">>;
  /** Names of the positional words, required ones first; one ending in "?" may be left out. */
  readonly words: readonly string[];
  run(args: Arguments, io: SpokenIo): Promise<number> | number;
}

/** What was written after a command. */
export interface Arguments {
  readonly words: readonly string[];
  readonly value: (flag: string) => string | undefined;
  readonly has: (flag: string) => boolean;
}
