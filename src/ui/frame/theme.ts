/**
 * Colours by meaning. Screens ask for `theme.warn(text)`, never for a colour, and say the same thing by a sign or
 * a word as well. What a colour is there belongs to the host.
 */

import type { ThemeName } from "../terminal/capabilities.ts";

/** What a colour may mean. */
export const meanings = [
  "title", // names of screens and levels
  "text", // what is read
  "muted", // labels, units, rules, what may be overlooked
  "good", // a goal met
  "warn", // near a limit
  "bad", // a goal missed, a failure
  "accent", // keys, links, the game's own colour
  "focus", // where the player's next key goes
  "user", // requests of users
  "data", // data stores and what they hold
  "money", // bills and budgets
] as const;
export type Meaning = (typeof meanings)[number];

export type Paint = (text: string) => string;
export type Theme = Readonly<Record<Meaning, Paint>> & { readonly name: ThemeName; readonly inverse: Paint };

const unchanged: Paint = (text) => text;

/** No styles at all: for measuring, for tests that compare text, for hosts without colours. */
export const plainTheme: Theme = {
  ...(Object.fromEntries(meanings.map((token) => [token, unchanged])) as Record<Meaning, Paint>),
  inverse: unchanged,
  name: "dark",
};
