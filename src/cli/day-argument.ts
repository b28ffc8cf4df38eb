/** The level of the day as a command asks for it: its date, and the proof that comes before anything is shown. */
import type { Lesson } from "../levels/index.ts";
import { dayLesson } from "../present/rooms.ts";
import {
  dateAt,
  firstDate,
  lastDate,
  type ProvenDay,
  provingDay,
  readDate,
  turnsMax,
  variantOf,
} from "../rooms/day/index.ts";
import { carryOut } from "../solver/index.ts";
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

/** The day of a date, proven, with its words; undefined when stopped. */
export async function provenDay(
  date: string,
  args: Arguments,
  io: SpokenIo,
): Promise<{ readonly day: ProvenDay; readonly lesson: Lesson } | undefined> {
  const workforce = workforceFor(args);
  for (let turn = 0; turn < turnsMax && !io.signal.aborted; turn++) {
    const variant = variantOf(date, turn);
    const day = await carryOut(workforce, variant.level, provingDay(variant), { signal: io.signal });
    if (day) return { day, lesson: dayLesson(await io.words(), await io.lessons(), day) };
  }
  return undefined;
}
