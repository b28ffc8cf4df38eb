/** What is said while progress cannot be saved. */
import type { Trouble } from "../../saves/index.ts";
import type { Words } from "../../words/index.ts";

/** For a rule of 80 cells. */
export function unsavedShort({ saves }: Pick<Words, "saves">, trouble: Trouble): string {
  return saves.short(trouble);
}

/** Where there is room. */
export function unsavedLines({ saves }: Pick<Words, "saves">, trouble: Trouble): string[] {
  return [saves.trouble(trouble), saves.playOn];
}
