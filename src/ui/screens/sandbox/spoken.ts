/** The list of systems in words: the row in focus. */
import { sandboxRows } from "../../model/sandbox.ts";
import type { SandboxScreen } from "../../model/sandbox-screens.ts";
import type { State } from "../../model/types.ts";
import { rowTold } from "./told.ts";

export function spokenSandbox(state: State, screen: SandboxScreen): string[] {
  const { sandbox } = state.words;
  const rows = sandboxRows(state);
  const row = rows[screen.at];
  if (screen.typing) {
    const { about, field } = screen.typing;
    return [about === "name" ? sandbox.nameField : sandbox.codeField, sandbox.spoken.typing(field.text)];
  }
  if (!row) return [sandbox.title];
  return [
    `${sandbox.title}. ${sandbox.about}`,
    sandbox.spoken.row({ at: screen.at + 1, of: rows.length, ...rowTold(state, row) }),
  ];
}
