/** The level of the day as a command asks for it: its date, and the proof that comes before anything is shown. */
import type { Lesson } from "../levels/index.ts";
import { dayLesson } from "../present/rooms.ts";
import {
  dateAt,
  firstDate,
  isShiftDay,
  lastDate,
  type ProvenBoard,
  type ProvenDay,
  provingDay,
  readDate,
  turnsMax,
  variantOf,
} from "../rooms/day/index.ts";
import { carryOut } from "../solver/index.ts";
import { proveShiftParallel } from "../threads/shift.ts";
import { type Arguments, plain, type SpokenIo, UsageError } from "./io.ts";
import { nowMs } from "./saved.ts";
import { workforceFor } from "./workforce.ts";

/** A date as it was written, or today's. */
export function dateArgument(word: string | undefined, io: Pick<SpokenIo, "now">): string {
  const text = word ?? dateAt(nowMs(io));
  const read = readDate(text);
  if ("date" in read) return read.date;
  const { problem } = read;
  throw new UsageError((usage) =>
    usage.noDay({ text: plain(text, 40), problem, first: firstDate, last: lastDate }),
  );
}

/** The day of a date, proven; undefined when stopped. */
export async function provenDay(
  date: string,
  args: Arguments,
  { signal }: Pick<SpokenIo, "signal">,
): Promise<ProvenDay | undefined> {
  const hands = workforceFor(args);
  for (let turn = 0; turn < turnsMax && !signal.aborted; turn++) {
    const variant = variantOf(date, turn);
    const day = isShiftDay(variant)
      ? (await proveShiftParallel(hands, variant, { signal })) && variant
      : await carryOut(hands, variant.level, provingDay(variant), { signal });
    if (day) return day;
  }
  return undefined;
}

/** The day of `--day` with its words, where it is played on a board; undefined when stopped. */
export async function dayOnBoard(
  args: Arguments,
  io: SpokenIo,
): Promise<{ readonly day: ProvenBoard; readonly lesson: Lesson } | undefined> {
  const day = await provenDay(dateArgument(args.value("day"), io), args, io);
  if (!day) return undefined;
  if (isShiftDay(day)) throw new UsageError((usage) => usage.dayIsShift(day.drawn));
  return { day, lesson: dayLesson(await io.words(), await io.lessons(), day) };
}
