/** What is said of every screen to those who listen. */
import type { Fate, PlaceParts, Reason } from "../../sim/index.ts";
import type { ProgressTally } from "./screens.ts";
import type { SpokenTraceWords } from "./trace.ts";

/** What a passed level's stars still ask for. */
export type StarsLeft =
  | { readonly is: "none" }
  | { readonly is: "task" }
  | { readonly is: "goals"; readonly star: 2 | 3; readonly how: string };

/** How a goal came out, or the budget as one, its figures in words. */
export interface GoalLine {
  readonly met: boolean;
  readonly name: string;
  readonly value: string;
  readonly bound: "atMost" | "atLeast";
  readonly target: string;
  /** By how much it is missed; "" when it is met. */
  readonly missed: string;
}

/** A goal of the second star or the third. */
export interface StarGoalLine extends GoalLine {
  readonly star: 2 | 3;
  /** It is judged in a run of its own, on another day than the level's. */
  readonly isApart: boolean;
}

/** The screens in words, for those who listen to them. */
export interface SpokenWords {
  /** Keys as they are called aloud. */
  readonly keys: Readonly<Record<"enter" | "space" | "escape" | "upDown" | "leftRight", string>>;
  /** The footer. */
  keysLine(keys: readonly { readonly keys: string; readonly label: string }[]): string;
  readonly help: string;
  readonly title: string;
  tally(tally: ProgressTally): string;
  /** Between a value before and the same after. */
  readonly becomes: string;
  map(found: ProgressTally): string;
  /** The place in focus: what is told of it, without its full stop. */
  mapPlace(found: { readonly at: number; readonly of: number; readonly place: string }): string;
  /** The other doors, each with what there is behind it. */
  sandbox(line: string): string;
  puzzles(line: string): string;
  day(line: string): string;
  endless(line: string): string;
  /** The door of the labs, with what was tried there. */
  labs(line: string): string;
  /** The door of the on-call room, with what was made of its shifts. */
  onCall(line: string): string;
  /** Study, with what there is to recall. */
  study(line: string): string;
  readonly review: string;
  card(found: { readonly at: number; readonly of: number; readonly from: string }): string;
  readonly recall: string;
  drill(found: { readonly at: number; readonly of: number; readonly kind: string }): string;
  lettered(found: { readonly letter: string; readonly text: string }): string;
  readonly moreDrills: string;
  moreCards(cards: number): string;
  level(found: { readonly number: number; readonly title: string }): string;
  levelPassed(found: {
    readonly number: number;
    readonly title: string;
    readonly stars: number;
    readonly best: number;
  }): string;
  levelOpen(found: { readonly number: number; readonly title: string }): string;
  levelLocked(found: { readonly number: number; readonly title: string }): string;
  reference(found: { readonly number: number; readonly title: string; readonly stars: number }): string;
  cheapest(found: { readonly design: string; readonly perMonth: number }): string;
  briefing(found: { readonly number: number; readonly title: string; readonly promise: string }): string;
  traffic(found: { readonly firstPerSec: number; readonly mostPerSec: number }): string;
  /** Something that will happen at a time. */
  event(found: { readonly atSec: number; readonly event: string }): string;
  newInShop(offers: readonly { readonly name: string; readonly line: string }[]): string;
  goals(found: { readonly goals: readonly string[]; readonly budget: number | undefined }): string;
  stars(found: { readonly two: string; readonly three: string }): string;
  readonly chapter: string;
  readonly numbers: string;
  passage(title: string): string;
  naming(text: string): string;
  design(found: {
    readonly at: number;
    readonly of: number;
    readonly name: string;
    readonly design: string;
    readonly isSold: boolean;
  }): string;
  estimate(found: { readonly field: string; readonly typed: string }): string;
  /** Without a number it is that of a system of one's own. */
  board(found: { readonly number: number | undefined; readonly bill: string }): string;
  readonly yourDesign: string;
  readonly lastRun: string;
  offer(found: {
    readonly at: number;
    readonly of: number;
    readonly name: string;
    /** Left out where a part that it needs is not there. */
    readonly setting?: string;
    readonly line: string;
  }): string;
  step(found: { readonly to: "less" | "more"; readonly label: string; readonly delta: string }): string;
  hint(found: { readonly number: number; readonly hint: string }): string;
  readonly expect: string;
  /** What has been typed so far, with its unit. */
  answer(answer: string | undefined): string;
  option(found: { readonly number: number; readonly option: string }): string;
  chosen(found: { readonly at: number; readonly of: number; readonly option: string }): string;
  readonly run: string;
  now(time: string): string;
  logLine(found: { readonly time: string; readonly text: string }): string;
  stillLosing(found: {
    readonly place: PlaceParts;
    readonly reason: Reason;
    readonly fate: Fate;
    readonly perSec: number;
  }): string;
  partsAt(found: { readonly time: string; readonly isSeen: boolean }): string;
  pausedAt(time: string): string;
  readonly toDebrief: string;
  question(found: { readonly at: number; readonly of: number }): string;
  goodAnswer(answer: string): string;
  readonly grade: string;
  /** The word in focus among those found. */
  glossary(found: { readonly at: number; readonly of: number; readonly typed: string }): string;
  readonly trace: SpokenTraceWords;
  readonly reveal: string;
  choice(found: { readonly at: number; readonly of: number; readonly option: string }): string;
  deciding(tries: number): string;
  passed(found: { readonly stars: number | undefined; readonly perMonth: number }): string;
  notYet(perMonth: number): string;
  goal(found: GoalLine): string;
  starGoal(found: StarGoalLine): string;
  starsLeft(left: StarsLeft): string;
  readonly why: string;
  /** The excerpt that explains a failure. */
  readWhy(title: string): string;
  /** The same of a run that passed. */
  readonly hurt: string;
  change(found: {
    readonly number: number;
    readonly name: string;
    readonly delta: string;
    readonly effects: readonly { readonly name: string; readonly change: string }[];
    readonly holdsAudit: boolean;
    readonly passed: boolean;
    /** Of a level. */
    readonly stars: number | undefined;
  }): string;
  passing(count: number): string;
  figure(found: {
    readonly name: string;
    readonly value: string;
    readonly from: string;
    readonly to: string;
    readonly rank?: string;
  }): string;
  /** All lamps at once: how many are lit, which are dark, of which only a run can tell. */
  lamps(found: {
    readonly lit: number;
    readonly of: number;
    readonly dark: readonly string[];
    readonly unknown: readonly string[];
  }): string;
  /** A figure of the course with its name. */
  named(found: { readonly name: string; readonly figure: string }): string;
  lamp(found: { readonly title: string; readonly isLit: boolean; readonly sentence: string }): string;
  expected(found: {
    readonly answer: string;
    readonly right: boolean;
    readonly truth: string;
    readonly explanation: string;
  }): string;
  /** A run of a lab, with its settings and results. */
  keptRun(found: {
    readonly number: number;
    readonly figures: readonly { readonly name: string; readonly text: string; readonly met?: boolean }[];
  }): string;
  /** Two settings or results, of the run before and the last one. */
  pair(found: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
    readonly met?: readonly [boolean, boolean];
  }): string;
}
