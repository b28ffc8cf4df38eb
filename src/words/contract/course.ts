/** The page after the last level, and endless growth. */

/** The course in figures. */
export interface CourseTally {
  readonly passed: number;
  readonly levels: number;
  readonly stars: number;
  readonly starsOf: number;
  readonly runs: number;
  /** Predictions that came true, of all. */
  readonly right: number;
  readonly predictions: number;
  /** Days from the first prediction to the last, both counted; 0 without any. */
  readonly days: number;
}

export interface CourseWords {
  readonly name: string;
  readonly about: string;
  /** The figures, each with its name. */
  figures(tally: CourseTally): readonly (readonly [name: string, figure: string])[];
  /** What it was all about, and where it goes on. */
  readonly closing: string;
  /** The page is asked for before the last level was passed. */
  locked(title: string): string;
}

export interface EndlessWords {
  readonly name: string;
  readonly about: string;
  /** The heads of the days. */
  readonly heads: readonly string[];
  readonly firstHead: string;
  /** A day told aloud: how many times the traffic, how it went, and what gave way first ("" where nothing did). */
  day(found: {
    readonly factor: string;
    readonly passed: boolean;
    readonly availability: string;
    readonly orders: string;
    readonly score: string;
    readonly first: string;
  }): string;
  /** What the days that passed are worth together. */
  total(score: number): string;
  playing(factor: number): string;
  /** Asks what gives way first before the traffic is so many times the first day's. */
  naming(factor: number): string;
  /** What was named, and whether it came so. */
  named(found: { readonly part: string; readonly isRight: boolean }): string;
  /** The best score so far. */
  best(score: number): string;
  /** Nothing more is tried: what broke, "" where nothing can be named. */
  over(first: string): string;
}
