/** The words of ladders: one topic climbed in four rungs, as an interviewer climbs it. */
import type { LevelId } from "../../levels/index.ts";
import type { FigureInput, FigureName, FigureUnit } from "../../study/figures/index.ts";
import type { MarkCalibration } from "../../study/ladders.ts";
import type { ProgressWords } from "./progress.ts";

/** One rung: what is asked, and what an answer is held against. */
export interface RungProse {
  /** The question; in braces the numbers that its figure is reckoned from. */
  readonly ask: string;
  /** The figure asked for, whose truth is computed. */
  readonly figure?: FigureName;
  /** What a good answer has in it, one by one; the player ticks what was said. */
  readonly points: readonly string[];
  /** What should not be said. */
  readonly redFlags: readonly string[];
  /** Three answers, to see which one's own resembles. */
  readonly samples: { readonly weak: string; readonly pass: string; readonly strong: string };
}

/** What it is; how long or how much, a figure; what the cure costs; how one knows, and what if the cure fails. */
export interface LadderProse {
  /** Never changes. */
  readonly id: string;
  /** The level that prepares for it. */
  readonly level: LevelId;
  readonly topic: string;
  readonly rungs: readonly [RungProse, RungProse, RungProse, RungProse];
}

/** A ladder on the screen. */
export interface LadderScreenWords {
  readonly about: string;
  topic(found: { readonly at: number; readonly of: number; readonly topic: string }): string;
  /** The level that prepares for a ladder is not passed. */
  closed(found: { readonly level: number; readonly title: string }): string;
  /** Of a ladder without a mark. */
  readonly never: string;
  /** The marks of the latest climb, from the first rung up. */
  marks(marks: readonly number[]): string;
  /** What to do: type the number, in its unit; answer, guess the mark, tick the points, compare. */
  number(unit: string): string;
  readonly hints: Readonly<Record<"figure" | "answer" | "guess" | "points" | "samples", string>>;
  /** The same of the samples, with the mark that was expected. */
  samples(expected: string): string;
  /** Above what was typed, and where it goes on. */
  readonly yours: string;
  readonly more: string;
  /** Whether the number that was typed was right; the truth follows. */
  figure(isRight: boolean): string;
  point(found: {
    readonly number: number;
    readonly text: string;
    readonly isTicked: boolean;
    readonly isFocus: boolean;
  }): string;
  flags(flags: readonly string[]): string;
  sample(found: { readonly number: number; readonly name: string; readonly text: string }): string;
  readonly over: string;
  climbed(found: {
    readonly rung: number;
    readonly mark: string;
    readonly guess: string;
    readonly points: number;
    readonly figureRight?: boolean;
  }): string;
  calibration(found: MarkCalibration): string;
}

export interface LadderTexts {
  readonly screen: LadderScreenWords;
  readonly progress: ProgressWords;
  readonly ladders: readonly LadderProse[];
  /** What a figure is counted in. */
  readonly units: Readonly<Record<FigureUnit, string>>;
  /** What a figure is reckoned from, by the name that stands in the question: told of an answer that left it out. */
  readonly inputs: Readonly<Record<FigureInput, string>>;
  /** Above the topics of all levels. */
  readonly topics: string;
  rung(found: { readonly at: number; readonly of: number }): string;
  readonly points: string;
  readonly redFlags: string;
  readonly samples: Readonly<Record<keyof RungProse["samples"], string>>;
  /** The truth of a figure; whoever is within so many times of it, either way, is right. */
  truth(found: { readonly value: string; readonly unit: string; readonly within: string }): string;
}
