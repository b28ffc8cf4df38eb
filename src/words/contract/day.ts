/** The words of the level of the day. */
import type { DateProblem, DrawnDay } from "../../rooms/day/index.ts";
import type { RoomText } from "./puzzles.ts";

/** What a day came to, as its card tells it. */
export interface DayCard {
  readonly date: string;
  /** How busy the busiest part was in each fifth of the day, as bars. */
  readonly bars: string;
  /** 0 to 3. */
  readonly stars: number;
  readonly costPerMonth: number;
  readonly best: number;
}

export interface DayWords {
  readonly title: string;
  readonly about: string;
  readonly text: RoomText;
  /** The title of a day's variant on its board. */
  titleOf(found: { readonly date: string; readonly title: string }): string;
  readonly proving: string;
  /** What is different today, a sentence each. */
  readonly changed: string;
  traffic(factor: number): string;
  later(sec: number): string;
  extra(found: { readonly fault: string; readonly atSec: number }): string;
  readonly asUsual: string;
  /** What kind of day it is: a level, or waste to cut. */
  kind(kind: DrawnDay["kind"]): string;
  budget(found: { readonly budget: number; readonly best: number }): string;
  /** What becomes of a run now: the first counts, or one has counted. */
  readonly firstCounts: string;
  counted(found: { readonly card: string }): string;
  readonly begin: string;
  readonly calendar: string;
  /** Days of the week, a Monday first, in a letter or two. */
  readonly weekdays: readonly string[];
  daysPlayed(count: number): string;
  /** Where there is no variant: the date, and the days that have one. */
  noDay(found: {
    readonly text: string;
    readonly problem: DateProblem;
    readonly first: string;
    readonly last: string;
  }): string;
  /** To paste: one line. */
  card(card: DayCard): string;
}
