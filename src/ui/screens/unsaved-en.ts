/** What is said while progress cannot be saved. */
import type { Trouble } from "../../saves/shape.ts";

/** For a rule of 80 cells. */
export function unsavedShort({ reason }: Trouble): string {
  return `NOT SAVED: ${reason}. It is tried again and again.`;
}

/** Where there is room. */
export function unsavedLines({ line }: Trouble): string[] {
  return [line, "Play on: what you do is kept in memory and saved as soon as that is possible."];
}

export const quitUnsaved = "Ends the game. What is not saved yet is tried once more.";
