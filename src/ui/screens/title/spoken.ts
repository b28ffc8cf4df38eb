/** The title in words. */
import { tally } from "../../model/progress.ts";
import type { State } from "../../model/types.ts";

export function spokenTitle(state: State): string[] {
  const { passed, levels, stars } = tally(state);
  return [
    "Zero to Millions. Scale one server to millions of users, one decision at a time.",
    `${passed} of ${levels} levels passed, ${stars} stars.`,
    ...state.notices,
  ];
}
