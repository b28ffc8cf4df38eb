/** The words of the level of the day. */
import type { DateProblem, DayKind } from "../../rooms/day/index.ts";
import type { DayCounted } from "../../saves/shape.ts";
import type { PriceGroup } from "../../sim/index.ts";
import type { RoomText } from "./puzzles.ts";

/** What a day came to, as its card tells it. */
export type DayCard = DayCounted & { readonly date: string };

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
  /** What prices of a group of parts are, as a factor on the level's. */
  price(found: { readonly group: PriceGroup; readonly factor: number }): string;
  /** What kind of day it is: a level, waste to cut, or a shift on call. */
  kind(kind: DayKind): string;
  /** Without a budget the goals say what may be spent. */
  budget(found: { readonly budget: number | undefined; readonly best: number }): string;
  /** What a shift's stars are for, and that it is judged once it is ended; the command that begins it. */
  readonly shiftStars: string;
  shiftBy(command: string): string;
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
  /** What it was worth, as the card has it. */
  worth(card: DayCounted): string;
}
