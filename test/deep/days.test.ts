/** A hundred days in a row have a variant that is proven, none of them after many turns. */
import { expect, test } from "vitest";
import { finish, inSlices } from "../../src/game/index.ts";
import { type BoardDay, daysFrom, isShiftDay, provingDay, variantOf } from "../../src/rooms/day/index.ts";
import { provenDayOf } from "../helpers/days.ts";

const first = "2026-12-01";
const together = 10;

test.each(Array.from({ length: 10 }, (_, n) => n * together))(
  "days %i to the tenth after it",
  async (from) => {
    for (let n = from; n < from + together; n++)
      expect((await provenDayOf(daysFrom(first, n))).drawn.turn).toBeLessThan(15);
  },
);

/** What a year's first drawings make of each level, by the level. */
const drawings = new Map<string, BoardDay[]>();
for (let n = 0; n < 365; n++) {
  const variant = variantOf(daysFrom(first, n), 0);
  if (isShiftDay(variant) || variant.drawn.kind !== "level") continue;
  const { of } = variant.drawn;
  drawings.set(of, [...(drawings.get(of) ?? []), variant]);
}

test("days are drawn from six levels", () => {
  expect(drawings.size).toBe(6);
});

test.each([...drawings])("%s has a day within eight drawings", (_, drawn) => {
  const isProven = ({ level, ...rest }: BoardDay) =>
    finish(inSlices(level, provingDay({ level, ...rest }))) !== undefined;
  expect(drawn.slice(0, 8).some(isProven)).toBe(true);
});
