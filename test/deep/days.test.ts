/** A hundred days in a row have a variant that is proven, none of them after many turns. */
import { expect, test } from "vitest";
import { daysFrom } from "../../src/rooms/day/index.ts";
import { provenDayOf } from "../helpers/days.ts";

const first = "2026-12-01";
const together = 10;

test.each(Array.from({ length: 10 }, (_, n) => n * together))("days %i to the tenth after it", (from) => {
  for (let n = from; n < from + together; n++)
    expect(provenDayOf(daysFrom(first, n)).drawn.turn).toBeLessThan(15);
});
