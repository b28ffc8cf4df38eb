/** The screens of the on-call room, as plain data. */
import type { ShiftDay } from "../../rooms/day/index.ts";
import type { Shift, ShiftName, Signal } from "../../rooms/on-call/index.ts";
import type { PlaceName } from "../../sim/index.ts";
import type { Field } from "./text-field.ts";

/** The list of shifts: as many as there are cases, and nothing says which is which; first, one that was left and is none of them. */
export interface ShiftsScreen {
  readonly kind: "shifts";
  readonly at: number;
  /** The shift that is being opened, until its day has been watched. */
  readonly opening?: ShiftName;
}

/** A shift: the wall with what can be done, a menu over it, the post-mortem, what it was worth. */
export interface ShiftScreen {
  readonly kind: "shift";
  readonly shift: Shift;
  /** The day whose shift it is, where it was opened on its page. */
  readonly day?: ShiftDay;
  /** What it becomes once the days have been watched that it will show. */
  readonly next?: Shift;
  readonly step: "wall" | "part" | "cause" | "change";
  /** The row in focus. */
  readonly at: number;
  /** The part that was named, until its cause is. */
  readonly place?: PlaceName;
  /** The signal on the chart, and the moment that is read off it; now without one. */
  readonly on: Signal;
  readonly scrubSec?: number;
  readonly field: Field;
  readonly scroll: number;
}
