/** Options that stand under each other, a digit each. */
import type { Command } from "../keys/keymap.ts";

/** The place of the option that a digit means, from 0 on. */
export const placeOf: Partial<Readonly<Record<Command, number>>> = {
  option1: 0,
  option2: 1,
  option3: 2,
  option4: 3,
  option5: 4,
};
