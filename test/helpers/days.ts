/** Days proven at once. */
import { finish, inSlices } from "../../src/game/index.ts";
import { type ProvenDay, provingDay, turnsMax, variantOf } from "../../src/rooms/day/index.ts";

/** The day of a date, counted on until one is proven. */
export function provenDayOf(date: string): ProvenDay {
  for (let turn = 0; turn < turnsMax; turn++) {
    const variant = variantOf(date, turn);
    const day = finish(inSlices(variant.level, provingDay(variant)));
    if (day) return day;
  }
  throw new Error(`${date} has no day that is proven`);
}
