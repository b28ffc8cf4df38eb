/** How subjects get to a thread: by name where they hold functions, as they are where they are plain data. */
import type { Playable } from "../game/index.ts";
import { levels } from "../levels/index.ts";
import { dayLevelAt } from "../rooms/day/index.ts";
import { redTeamLevelAt, wasteLevelAt } from "../rooms/puzzles/index.ts";
import { playableOf } from "../study/interview/cases.ts";
import type { Sent } from "./messages.ts";

/** What is made anew from its address: the same wherever that is. */
function playableAt(address: string): Playable | undefined {
  return playableOf(address) ?? wasteLevelAt(address) ?? redTeamLevelAt(address) ?? dayLevelAt(address);
}

/** A subject as it is sent; undefined where it can be neither named nor sent, such as another day of a level. */
export function asSent(subject: Playable): Sent | undefined {
  const { id, scenario, start, shop, goals, budget, stars } = subject;
  // A level itself, or what has an address.
  if (levels.some((level) => level === subject) || playableAt(id) !== undefined) return { id };
  const isPlain = !("concept" in subject) && !stars && !shop.some(({ needs }) => needs);
  if (!isPlain) return undefined;
  return { playable: { id, scenario, start, shop, goals, ...(budget === undefined ? {} : { budget }) } };
}

/** The subject that was sent. */
export function received(sent: Sent): Playable {
  if ("playable" in sent) return sent.playable;
  const { id } = sent;
  const subject = levels.find((level) => level.id === id) ?? playableAt(id);
  if (!subject) throw new Error(`there is no level ${id}`);
  return subject;
}
