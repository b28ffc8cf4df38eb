/** The door to the level of the day. */
export { type DateProblem, dateAt, daysFrom, firstDate, lastDate, readDate, weekdayOf } from "./date.ts";
export { type ProvenDay, provingDay, turnsMax } from "./prove.ts";
export { type DayVariant, type DrawnDay, dayLevelAt, variantOf } from "./variant.ts";
