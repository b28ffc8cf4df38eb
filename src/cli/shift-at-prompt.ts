/** A shift on call at a plain prompt: the machine of the screen, a line typed for each step. */
import { padRight, paragraph, widest } from "../present/cells.ts";
import { doneLines, toldRow, wallRows } from "../present/on-call.ts";
import { placeOf } from "../present/sites.ts";
import {
  type Case,
  costSec,
  type Shift,
  type ShiftAction,
  worked,
  writtenFields,
} from "../rooms/on-call/index.ts";
import { design } from "../sim/index.ts";
import { showTime } from "../words/figures.ts";
import type { Words } from "../words/index.ts";
import { lineCells } from "./io.ts";

/** Who is on call, and who keeps what was done. */
export interface OnCaller {
  readonly words: Words;
  readonly say: (text: string) => void;
  /** The next line that is typed; undefined when there is none. */
  readonly next: () => Promise<string | undefined>;
  readonly keep: (shift: Shift) => void;
  /** Hears why a line does nothing. */
  readonly refuse: (why: string) => void;
}

/** Goes on with a shift until its post-mortem is written; undefined where the lines end before. */
export async function holdShift(which: Case, begun: Shift, who: OnCaller): Promise<Shift | undefined> {
  const { words } = who;
  const { onCall, curves } = words;
  const about = design(which.design);
  let shift = begun;
  const act = (action: ShiftAction) => {
    shift = worked(shift, action);
    who.keep(shift);
  };
  const say = (...lines: readonly string[]) =>
    who.say(`${lines.flatMap((line) => (line === "" ? [""] : paragraph(line, lineCells))).join("\n")}\n`);
  say(onCall.title, onCall.about, "", which.design);
  tellMenus();
  while (shift.phase === "work") {
    tellWall();
    const line = await who.next();
    if (line === undefined) return undefined;
    const said = obey(line.trim().toLowerCase().split(/\s+/));
    if (said !== undefined) who.refuse(said);
  }
  say("", onCall.write);
  for (const field of writtenFields) {
    if (shift.written[field] !== undefined) continue;
    say(onCall.fields[field]);
    const text = await who.next();
    if (text === undefined) return undefined;
    act({ type: "write", field, text: text.trim() });
  }
  act({ type: "finish" });
  return shift;

  function tellWall(): void {
    const rows = wallRows(words, which, shift);
    const nameCells = widest(rows.map(({ name }) => name));
    say("", onCall.clock(showTime(shift.nowSec - shift.alarmSec, 1)));
    for (const [n, row] of rows.entries())
      say(
        [`${padRight(String(n + 1), 2)} ${padRight(row.name, nameCells)}`, ...toldRow(words, row)].join("  "),
      );
    say(...doneLines(words, which, shift), onCall.prompt.help);
  }

  function tellMenus(): void {
    say(
      listed(
        onCall.whichPart,
        which.places.map((place) => curves.part(placeOf(place, about))),
      ),
    );
    say(
      listed(
        onCall.whichCause(costSec.name),
        which.causes.map((cause) => onCall.causes[cause].name),
      ),
    );
    say(
      listed(
        onCall.whichChange(costSec.make),
        which.changes.map((change) => onCall.changes[change].name),
      ),
    );
  }

  function listed(heading: string, names: readonly string[]): string {
    return `${heading} ${names.map((name, n) => `${n + 1} ${name}`).join(" · ")}`;
  }

  /** Does what was typed; says why it did not. */
  function obey([verb = "", ...numbers]: readonly string[]): string | undefined {
    const at = <T>(list: readonly T[], n: number): T | undefined => list[Number(numbers[n]) - 1];
    switch (verb) {
      case "look": {
        const row = at(wallRows(words, which, shift), 0);
        if (row) act({ type: "look", signal: row.signal });
        return row ? undefined : onCall.prompt.which;
      }
      case "wait":
        act({ type: "wait" });
        return undefined;
      case "name": {
        const [place, cause] = [at(which.places, 0), at(which.causes, 1)];
        if (place && cause) act({ type: "name", place, cause });
        return place && cause ? undefined : onCall.prompt.which;
      }
      case "change": {
        const change = at(which.changes, 0);
        if (!change) return onCall.prompt.which;
        if (shift.named.length === 0) return onCall.nameFirst;
        act({ type: "make", change });
        return undefined;
      }
      case "end":
        act({ type: "end" });
        return undefined;
      default:
        return onCall.prompt.which;
    }
  }
}
