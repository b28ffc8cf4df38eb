/** What the map says beside the doors of the other rooms. */
import type { Door } from "../../words/contract/screens.ts";
import { labsLine } from "./labs.ts";
import { studyLine } from "./study.ts";
import type { State } from "./types.ts";

/** What there is in a room, in a line. */
export function doorLine(state: State, door: Door): string {
  return {
    study: studyLine,
    labs: labsLine,
    sandbox: ({ words, save }: State) => words.sandbox.line(save.systems.length),
  }[door](state);
}
