/** What can be named to a thread instead of being sent: playables hold functions. */
import type { Playable } from "../game/index.ts";
import { levels } from "../levels/index.ts";
import { dayLevelAt } from "../rooms/day/index.ts";
import { redTeamLevelAt, wasteLevelAt } from "../rooms/puzzles/index.ts";
import { playableOf } from "../study/interview/cases.ts";

/** What is made anew from its address: the same wherever that is. */
function playableAt(address: string): Playable | undefined {
  return playableOf(address) ?? wasteLevelAt(address) ?? redTeamLevelAt(address) ?? dayLevelAt(address);
}

/** Whether a subject can be named: a level itself, and not another day of it; or what has an address. */
export function isNamed(subject: Playable): boolean {
  return levels.some((level) => level === subject) || playableAt(subject.id) !== undefined;
}

/** The subject of a name. */
export function subjectOf(id: string): Playable | undefined {
  return levels.find((level) => level.id === id) ?? playableAt(id);
}
