/** What the door to interviews says, drawn and spoken alike. */
import { readReport } from "../../../study/interview/reports.ts";
import { openInterviewOf } from "../../model/interview.ts";
import { doorRows, type InterviewRow, levelNamed, passedLessons } from "../../model/interviews.ts";
import type { InterviewBundle, InterviewsScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";

/** A row: what it is, and what is chosen in it, if anything can be. */
export interface ToldRow {
  readonly kind: InterviewRow["kind"];
  readonly name: string;
  readonly chosen?: string;
}

/** The rows as they are read. */
export function toldRows(state: State, screen: InterviewsScreen, { texts }: InterviewBundle): ToldRow[] {
  const { door, phases } = texts.screen;
  const open = openInterviewOf(state);
  const lesson = passedLessons(state)[screen.level];
  const tell: Readonly<Record<Exclude<InterviewRow["kind"], "report">, Omit<ToldRow, "kind">>> = {
    goOn: {
      name: door.goOn({
        level: levelNamed(state, open?.level ?? ""),
        phase: phases[open?.phase ?? "prompt"],
      }),
    },
    level: { name: door.level, chosen: lesson ? levelNamed(state, lesson.level.id) : door.mix },
    bar: { name: door.bar, chosen: door.bars[screen.bar] },
    clock: { name: door.clock, chosen: door.minutes(screen.minutes) },
    begin: { name: door.begin },
  };
  return doorRows(state).map((row) => {
    if (row.kind !== "report") return { kind: row.kind, ...tell[row.kind] };
    const read = readReport(row.report);
    const at = row.report.at.slice(0, 10);
    const name = read
      ? door.report({ at, level: levelNamed(state, read.level), bar: read.bar })
      : door.unread({ at });
    return { kind: row.kind, name };
  });
}
