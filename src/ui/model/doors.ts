/** The doors of the other rooms on the map: what there is behind each, and whether something waits there. */
import type { Door } from "../../words/contract/screens.ts";
import { ownSystem } from "./course.ts";
import { labsLine } from "./labs.ts";
import { onCallLine } from "./on-call.ts";
import { progressOf } from "./reached.ts";
import { countedToday, dayLine, puzzlesLine } from "./rooms.ts";
import { dueNow, studyLine } from "./study.ts";
import type { MapRow, State } from "./types.ts";

/** What there is in a room, in a line. */
export function doorLine(state: State, door: Door): string {
  return lines[door](state);
}

const lines: Readonly<Record<Door, (state: State) => string>> = {
  study: studyLine,
  labs: labsLine,
  onCall: onCallLine,
  sandbox: ({ words, save }) => words.sandbox.line(save.systems.length),
  puzzles: puzzlesLine,
  day: dayLine,
  endless: (state) => {
    const { endless, course } = state.words;
    const own = ownSystem(state);
    const best = own && progressOf(state.save, own.lesson.level.id)?.bestGrowth;
    if (!own) return course.locked(lastTitle(state));
    return best === undefined ? endless.about : endless.best(best);
  },
};

/** The level whose day can grow. */
export function lastTitle({ mapRows }: Pick<State, "mapRows">): string {
  const last = mapRows.find((row) => row.kind === "lesson" && row.lesson.level.grown);
  return last?.kind === "lesson" ? last.lesson.prose.title : "";
}

/** Whether something waits behind a door today: cards that are due, a day that has not been played. */
export function waits(state: State, door: Door): boolean {
  if (door === "study") return dueNow(state).today > 0;
  return door === "day" && !countedToday(state);
}

/** The doors as they stand on the map, in two columns; each with its place among the map's rows. */
export function doorGrid(rows: readonly MapRow[]): readonly (readonly [number, number | undefined])[] {
  const doors = rows.flatMap((row, at) => (row.kind === "door" ? [at] : []));
  const half = Math.ceil(doors.length / 2);
  return doors.slice(0, half).map((at, n) => [at, doors[n + half]] as const);
}

/** The door beside another one. */
export function doorBeside(rows: readonly MapRow[], at: number, side: "left" | "right"): number | undefined {
  for (const [left, right] of doorGrid(rows)) {
    if (side === "right" && at === left) return right;
    if (side === "left" && at === right) return left;
  }
  return undefined;
}
