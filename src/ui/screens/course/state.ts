/** The last page's part of the reducer: on to endless growth, or back to the map. */
import type { Command } from "../../keys/keymap.ts";
import { growthOfOwn, ownSystem } from "../../model/course.ts";
import { show, showMap } from "../../model/transitions.ts";
import type { State } from "../../model/types.ts";

export function onCourse(state: State, command: Command): State {
  const own = ownSystem(state);
  if (command === "confirm" && own) return show(state, growthOfOwn(own));
  return command === "back" ? showMap(state, own?.lesson.level.id) : state;
}
