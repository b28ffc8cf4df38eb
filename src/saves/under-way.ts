/** What is under way in a save, one of a kind at a time, and how it ends. Plain data here too. */
import type { DayCounted, Save, SavedInterview, SavedShift, SavedShiftOver } from "./shape.ts";

/** So many interviews and shifts that are over are known: the latest. */
export const overMax = 100;

/** The save with the interview under way, or with none; the one before is then over: finished, or given up. */
export function withInterview({ interview: before, ...rest }: Save, interview?: SavedInterview): Save {
  return {
    ...rest,
    ...(interview && { interview }),
    interviewsOver: overAfter(rest.interviewsOver, before, interview),
  };
}

type Begun = Pick<SavedInterview, "begunMs">;

/** What is over, with what was under way before, if something else or nothing is now. */
function overAfter(over: readonly number[], before: Begun | undefined, now: Begun | undefined) {
  const isOver = before !== undefined && before.begunMs !== now?.begunMs;
  return isOver ? [...over, before.begunMs].slice(-overMax) : over;
}

/** So many shifts of a case are kept: the latest. */
const shiftsMax = 20;

/** The save with the shift under way, in the place of any other; `atMs` is now, ms since 1970. */
export function withShift(save: Save, gone: Omit<SavedShift, "begunMs">, atMs: number): Save {
  const { shift: before } = save;
  // Within a shift time never goes back: where it does, the same one was begun anew.
  const goesOn =
    before?.case === gone.case &&
    before.seed === gone.seed &&
    before.date === gone.date &&
    before.nowSec <= gone.nowSec;
  const shift = { ...gone, begunMs: goesOn ? before.begunMs : atMs };
  return { ...save, shift, shiftsOver: overAfter(save.shiftsOver, before, shift) };
}

/** The save without a shift under way, and with what it was worth. */
export function withShiftOver(save: Save, id: string, over: SavedShiftOver): Save {
  const before = Object.hasOwn(save.onCall, id) ? (save.onCall[id] ?? []) : [];
  return { ...withoutShift(save), onCall: { ...save.onCall, [id]: [...before, over].slice(-shiftsMax) } };
}

/** The save without a shift under way. */
export function withoutShift({ shift, ...save }: Save): Save {
  return { ...save, shiftsOver: overAfter(save.shiftsOver, shift, undefined) };
}

/** The save with what counts of a day: the first attempt, whatever follows it; `atMs` is now, ms since 1970. */
export function withDay(
  save: Save,
  { date, ...counted }: DayCounted & { readonly date: string },
  atMs: number,
): Save {
  if (Object.hasOwn(save.days, date)) return save;
  return { ...save, days: { ...save.days, [date]: { ...counted, at: new Date(atMs).toISOString() } } };
}
