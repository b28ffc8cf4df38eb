/** What is said while progress cannot be saved. */
import type { Trouble } from "../../saves/shape.ts";
import type { Words } from "../../words/index.ts";

/** For a rule of 80 cells. */
export function unsavedShort({ saves }: Words, { reason }: Trouble): string {
  return saves.short(reason);
}

/** Where there is room. */
export function unsavedLines({ saves }: Words, { line }: Trouble): string[] {
  return [line, saves.playOn];
}
