/** A system's form in words: the door or the row in focus. */
import { rowsOf } from "../../../rooms/sandbox/index.ts";
import { systemOf, visitOf } from "../../model/sandbox.ts";
import { type SystemScreen, systemDoors } from "../../model/sandbox-screens.ts";
import type { State } from "../../model/types.ts";
import { doorTold, nameOf, shown } from "./told.ts";

export function spokenSystem(state: State, screen: SystemScreen): string[] {
  const { words } = state;
  const { sandbox } = words;
  const system = systemOf(state, screen.name);
  const visit = visitOf(state, screen.name);
  if (!system || !visit) return [sandbox.gone];
  if (screen.code !== undefined) return [sandbox.code(screen.name), screen.code, sandbox.codeBelow];
  const { open, field } = screen;
  if (!open) {
    if (field) return [sandbox.doors.line.about, sandbox.spoken.typing(field.text)];
    const door = systemDoors[screen.at] ?? "board";
    const { name, about } = sandbox.doors[door];
    return [
      `${screen.name}. ${sandbox.promise}`,
      sandbox.spoken.field({
        at: screen.at + 1,
        of: systemDoors.length,
        name,
        value: doorTold(words, door, system, visit),
      }),
      about,
    ];
  }
  const rows = rowsOf(system, open.section);
  const row = rows[open.row];
  const at = { at: open.row + 1, of: rows.length };
  if (row?.kind !== "field")
    return [sandbox.spoken.row({ ...at, name: row ? sandbox.lists[row.list] : "", line: "" })];
  const entry = row.entry ? `${sandbox.entries[row.entry.list]} ${row.entry.at + 1}, ` : "";
  const name = entry + nameOf(words, row);
  return [
    sandbox.doors[open.section].name,
    field
      ? `${name}: ${sandbox.spoken.typing(field.text)}`
      : sandbox.spoken.field({ ...at, name, value: shown(words, system, row) }),
    sandbox.fields[row.name]?.about ?? "",
  ];
}
