/** The door to interviews in words: what it is, and the row in focus. */
import type { InterviewsScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { toldRows } from "./told.ts";

export function spokenInterviews(state: State, screen: InterviewsScreen): string[] {
  const { bundle, at } = screen;
  if (!bundle) return [state.words.study.loading];
  const { door } = bundle.texts.screen;
  const rows = toldRows(state, screen, bundle);
  const { name = "", chosen } = rows[at] ?? {};
  const text = chosen === undefined ? name : `${name}: ${chosen}`;
  return [door.about, door.row({ at: at + 1, of: rows.length, text })];
}
