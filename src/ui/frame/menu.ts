/** A menu: options, a line each, one of them in focus. Which one is the state's business; nothing here hears a key. */

import type { FooterItem } from "../keys/footer.ts";
import { bodyTop } from "./frame.ts";
import type { Theme } from "./theme.ts";

/** Where a menu stands on a screen: its first line, how many options it has, which one is in focus. */
export interface MenuPlace {
  readonly row: number;
  readonly options: number;
  readonly at: number;
}

/** A whole screen: as many lines as it has rows, a menu among them if it has one. */
export interface Drawn {
  readonly lines: readonly string[];
  readonly menu?: MenuPlace;
  /** What can be done now, for a host that has buttons for it; worked out when it is asked. */
  readonly asks?: () => Asked;
}

/** What a screen asks of the player: one of its keys, or text for a field. */
export interface Asked {
  readonly keys: readonly FooterItem[];
  readonly isTyping: boolean;
}

/** The options of a menu, a line each. */
export function drawMenu(options: readonly string[], at: number, theme: Theme): string[] {
  return options.map((option, n) => (n === at ? theme.focus(`▸ ${option}`) : `  ${option}`));
}

/** A page whose body has a menu from a row on; what of it does not fit is none of it. */
export function withMenu(lines: readonly string[], row: number, options: number, at: number): Drawn {
  return { lines, menu: { row: bodyTop + row, options, at } };
}
