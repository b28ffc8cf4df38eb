/** What the command line says: help, headings of its tables, and what is wrong with what somebody wrote. */
import type { Inexpressible } from "../../exact/index.ts";
import type { Refusal, ShareCodeProblem } from "../../game/index.ts";
import type { LabName } from "../../labs/index.ts";
import type { JsonProblem } from "../../process/json.ts";
import type { Oddity } from "../../process/text.ts";
import type { Damage } from "../../saves/index.ts";
import type { DesignJsonProblem, LabProblem, NotationError, Problem } from "../../sim/index.ts";
import type { StackRefusal } from "../../stack/index.ts";
import type { Phase } from "../../study/interview/machine.ts";
import type { ClaimWords } from "./claims.ts";
import type { DayWords } from "./day.ts";
import type { ExactWords } from "./exact.ts";
import type { LabWords } from "./labs.ts";
import type { RealWords } from "./real.ts";
import type { WrittenProblem } from "./sandbox.ts";
import type { StackWords } from "./stack.ts";

export interface CliWords {
  /** Bad usage and bad input: one line each that says what, where and how to mend it. */
  readonly usage: UsageWords;
  readonly output: OutputWords;
  readonly claims: ClaimWords;
  readonly exact: ExactWords;
  readonly stack: StackWords;
  readonly labTables: LabWords;
  readonly real: RealWords;
  /** The whole help page around the list of commands. */
  help(found: { readonly commands: string }): string;
  /** One line on each command and each lab, by its name. */
  readonly summaries: Readonly<Record<string, string>>;
  readonly labs: Readonly<Record<LabName, string>>;
  /** The report of what was tried on the screen. */
  readonly labReport: string;
  /** More lines for the help of one command, by its name. */
  readonly details: Readonly<Record<string, readonly string[]>>;
  readonly systemFile: SystemFileWords;
}

/** The comments in a system file to begin with: one line each. */
export interface SystemFileWords {
  readonly whole: string;
  readonly design: string;
  readonly goals: string;
  readonly time: string;
  readonly streams: string;
  readonly data: string;
  readonly clients: string;
  readonly events: string;
  /** What the first event is called. */
  readonly restart: string;
}

/** What is said of a text that was given and cannot be taken as it is, wherever it was given. */
export type UnreadWords = Pick<
  UsageWords,
  "notation" | "notSold" | "shareCode" | "systemCode" | "noDay" | "notOneOf" | "notSave" | "newerSave"
> &
  Pick<OutputWords, "otherVersion">;

/** What a number must be; `whole` when it may have no fraction. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** What the commands print beside what the screens say too. */
export interface OutputWords {
  /** A run's verdict: its stars, or undefined when it is not passed. */
  verdict(found: {
    readonly level: number;
    readonly title: string;
    readonly stars: string | undefined;
  }): string;
  /** A system of one's own: on how many of the fixed seeds its goals hold. */
  system(found: { readonly name: string; readonly held: number; readonly of: number }): string;
  readonly bill: string;
  requests(found: {
    readonly offered: string;
    readonly answered: string;
    readonly failed: string;
    readonly inFlight: string;
  }): string;
  readonly lamps: string;
  /** Headings over the chains of causes: of a run that did not pass, of one that did. */
  readonly why: string;
  readonly stillHurt: string;
  readonly idea: string;
  /** A share code of another version of the simulator. */
  otherVersion(found: { readonly code: number; readonly own: number }): string;
  level(found: { readonly level: number; readonly title: string }): string;
  /** Headings of a briefing. */
  readonly briefing: { readonly traffic: string; readonly goals: string; readonly chapter: string };
  /** The heads of the table of levels. */
  readonly levelHeads: readonly string[];
  /** What a goal allows: "goal ≤ 120 ms". */
  goal(found: {
    readonly bound: "atMost" | "atLeast";
    readonly target: string;
    /** The star that asks for it; undefined when the level does. */
    readonly star?: 2 | 3;
  }): string;
  /** The heads of the claims' table. */
  readonly claimHeads: readonly string[];
  readonly claimsStopped: string;
  readonly endlessStopped: string;
  /** How far a search is; `level` where there are several. */
  searched(found: { readonly level?: number; readonly tried: string; readonly passing: string }): string;
  solved(found: {
    readonly tried: string;
    readonly passing: string;
    readonly budget: string;
    readonly isComplete: boolean;
  }): string;
  /** The heads of the table of several runs: nothing, nothing, the least, the middle, the most, who meets it, the goal. */
  readonly runHeads: readonly string[];
  metBy(found: { readonly met: number; readonly of: number }): string;
  /** All runs pass, or none does, and no goal is a matter of chance. */
  sameFate(found: { readonly passed: number; readonly of: number }): string;
  readonly design: string;
  cheapest(found: { readonly isComplete: boolean }): string;
  best(found: { readonly indicator: string; readonly isComplete: boolean }): string;
  front(found: { readonly isComplete: boolean }): string;
}

export interface UsageWords {
  /** A name that is none, with the nearest that there is. */
  noCommand(found: Misnamed): string;
  noLab(found: Misnamed): string;
  noExperiment(found: Misnamed): string;
  /** What went wrong beside real servers. */
  realTrouble: RealWords["trouble"];
  /** A date that has no level of the day. */
  noDay: DayWords["noDay"];
  /** A level or a scenario beside a day. */
  dayOnly(found: { readonly flag: string }): string;
  /** A day is worked on call, and has no design to run; or it is none that is. */
  dayIsShift(found: { readonly date: string }): string;
  dayIsNoShift(found: { readonly date: string }): string;
  noPuzzle(found: Misnamed): string;
  /** An option of the other kind of puzzle. */
  otherPuzzle(found: { readonly puzzle: string; readonly flag: string; readonly own: string }): string;
  /** A fault that is not on a puzzle's list. */
  noFault(found: {
    readonly name: string;
    readonly near: string | undefined;
    readonly puzzle: string;
  }): string;
  /** A word after the name of a lab that only the report understands. */
  onlyReport(found: { readonly word: string }): string;
  /** A word that the glossary does not have. */
  noTerm(found: { readonly name: string; readonly near: string | undefined; readonly count: number }): string;
  /** A topic that no ladder has. */
  noTopic(found: {
    readonly name: string;
    readonly near: string | undefined;
    readonly count: number;
  }): string;
  /** A file of answers: more of them than drills, or JSON that is no list of them. */
  answersTooMany(found: { readonly path: string; readonly answers: number; readonly drills: number }): string;
  notAnswers(found: { readonly path: string }): string;
  /** Interviews: minutes and none at a time, one that is not over, a file that ends too early, no report yet. */
  timerOrNot(): string;
  interviewOpen(found: { readonly phase: Phase }): string;
  answersEnd(found: { readonly path: string; readonly phase: Phase }): string;
  /** The latest report, of a day ("2026-11-26"), is of another version, or broken. */
  otherReport(found: { readonly at: string }): string;
  noReport(): string;
  /** The lines of a file end before the shift does. */
  shiftEnds(found: { readonly path: string }): string;
  /** A line of the file that does nothing, and why. */
  /** A line that comes after the end. */
  shiftOver(found: { readonly path: string; readonly line: number; readonly why: string }): string;
  shiftLine(found: { readonly path: string; readonly line: number; readonly why: string }): string;
  unknownCase(found: { readonly id: string; readonly known: string }): string;
  /** There is no card to take along, since no level is passed. */
  noCards(): string;
  missingWord(found: { readonly command: string; readonly word: string; readonly usage: string }): string;
  unknownWord(found: { readonly command: string; readonly word: string; readonly usage: string }): string;
  /** A word too many where a design belongs: nobody put it in quotes. */
  unquoted(found: { readonly command: string; readonly word: string }): string;
  noOption(found: {
    readonly command: string;
    readonly option: string;
    readonly near: string | undefined;
    /** The game itself has it, or every command; otherwise nobody. */
    readonly owner: "game" | "commands" | undefined;
    readonly known: readonly string[];
  }): string;
  optionFirst(found: { readonly word: string }): string;
  optionTwice(found: { readonly command: string; readonly flag: string }): string;
  valueMissing(found: { readonly flag: string }): string;
  valueTooMany(found: { readonly flag: string; readonly value: string }): string;
  numberMissing(found: { readonly flag: string; readonly bounds: NumberBounds }): string;
  notNumber(found: { readonly flag: string; readonly found: string; readonly bounds: NumberBounds }): string;
  notOneOf(found: {
    readonly flag: string;
    readonly found: string;
    readonly choices: readonly string[];
  }): string;
  noLevel(found: { readonly name: string | undefined; readonly known: readonly number[] }): string;
  designMissing(): string;
  /** `start` or `lesson` without a level. */
  designOfLevel(found: { readonly word: string }): string;
  shareCode(found: { readonly code: string; readonly problem: ShareCodeProblem }): string;
  notSold(found: { readonly refusal: Refusal; readonly more: number }): string;
  notPlayable(found: { readonly design: string; readonly problem: Problem }): string;
  jsonOrFormat(found: { readonly format: string }): string;
  scenarioOrLevel(): string;
  runsOrSeries(): string;
  runsOfLevel(): string;
  notShard(found: { readonly found: string }): string;
  /** A design that cannot be a stack; a stack of no level's; a folder that has something in it; no results. */
  noStack(found: { readonly reason: StackRefusal }): string;
  stackOfLevel(): string;
  /** A letter that no wrong answer of a level has. */
  noWrongAnswer(found: {
    readonly letter: string;
    readonly level: number;
    readonly known: readonly string[];
  }): string;
  stackFolder(): string;
  notEmpty(found: { readonly path: string }): string;
  notResults(found: { readonly path: string }): string;
  notExpected(found: { readonly path: string }): string;
  notExact(found: { readonly level: number; readonly reason: Inexpressible }): string;
  /** An option of another lab or experiment, such as "lab queue". */
  optionOfOther(found: {
    readonly of: string;
    readonly flag: string;
    readonly owner: string;
    readonly usage: string;
  }): string;
  rateWithoutTtl(): string;
  ttlOfSampled(): string;
  labField(found: { readonly flag: string | undefined; readonly problem: LabProblem }): string;
  /** A file that is no text, no JSON, too large, or cannot be read. */
  notText(found: { readonly path: string; readonly oddity: Oddity }): string;
  notJson(found: { readonly path: string; readonly problem: JsonProblem }): string;
  tooLarge(found: { readonly path: string; readonly bytesMax: number }): string;
  /** What was printed could not be written, with the system's code where it has one. */
  unwritten(found: { readonly errno: string | undefined }): string;
  /** Nothing is saved in a folder; a file is no save, or not wholly; it is of a game newer than this one. */
  noSave(found: { readonly directory: string }): string;
  notSave(found: { readonly path: string; readonly damages: readonly Damage[] }): string;
  newerSave(found: { readonly path: string; readonly version: number; readonly own: number }): string;
  /** With the system's code, such as "ENOENT". */
  unreadable(found: { readonly path: string; readonly errno: string | undefined }): string;
  /** What the system or Node does not let the game do, with its code: "EMFILE". */
  refused(found: { readonly errno: string }): string;
  /** A path that begins in the folder one stands in, which was deleted. */
  noFolder(found: { readonly path: string }): string;
  /** A line of notation that cannot be read, with the one that may have been meant. */
  notation(found: {
    readonly line: string;
    readonly error: NotationError;
    readonly near: string | undefined;
  }): string;
  scenario(found: { readonly path: string } & WrittenProblem): string;
  system(found: { readonly path: string } & WrittenProblem): string;
  /** A name that no saved system has, and those that there are; a code that cannot be read. */
  noSystem(found: { readonly name: string; readonly known: readonly string[] }): string;
  systemCode(found: { readonly problem: "form" | "changed" }): string;
  /** What can be done with systems is something else. */
  systemNew(found: { readonly word: string }): string;
  /** A level, a scenario or several runs beside a whole system. */
  systemOnly(found: { readonly flag: string }): string;
  /** A file that would be overwritten, or cannot be written. */
  /** A card or a film is of a run: a share code says which, or a level or a day beside a design. */
  runToShare(): string;
  /** Two flags that each name a board: "puzzle", "day", "level". */
  oneBoard(found: { readonly flag: string; readonly other: string }): string;
  /** A card or a film was asked of a sandbox's system. */
  systemHasNoCard(): string;
  /** A card or a film was asked of a red team's puzzle. */
  redTeamHasNoCard(found: { readonly puzzle: string }): string;
  exists(found: { readonly path: string }): string;
  unwritable(found: { readonly path: string; readonly errno: string | undefined }): string;
  /** A design in a JSON file. */
  designJson(found: { readonly path: string; readonly problem: DesignJsonProblem }): string;
}

interface Misnamed {
  readonly name: string;
  readonly near: string | undefined;
  readonly names: readonly string[];
}
