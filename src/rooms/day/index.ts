/** The door to the level of the day. */
export { type DateProblem, dateAt, daysFrom, firstDate, lastDate, readDate, weekdayOf } from "./date.ts";
export { type ProvenBoard, type ProvenDay, provingDay, turnsMax } from "./prove.ts";
export {
  type BoardDay,
  boardOf,
  type DayKind,
  type DayVariant,
  dayKinds,
  dayLevelAt,
  isShiftDay,
  type ShiftDay,
  variantOf,
} from "./variant.ts";
