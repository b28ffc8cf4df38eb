/** The whole game without a terminal: the real app under the real keys, with saves in memory. */

import { emptySave, type Save } from "../../src/saves/index.ts";
import { type Progress, theGame } from "../../src/ui/app.tsx";
import type { TerminalFlags } from "../../src/ui/terminal/capabilities.ts";
import { lessons, words } from "./english.ts";
import { type Rendered, renderAt } from "./render-at.tsx";

export interface GameOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly flags?: TerminalFlags;
  readonly save?: Save;
  readonly notices?: readonly string[];
}

export interface Game extends Rendered {
  /** Waits until the text (or pattern) is on the screen. */
  see(text: string | RegExp): Promise<void>;
  /** What is saved now. */
  saved(): Save;
}

/** Saves that live as long as the test. */
export function memoryStore(save: Save = emptySave(), notices: readonly string[] = []): Progress {
  let current = save;
  return {
    notices,
    trouble: undefined,
    read: () => current,
    retry: () => current,
    update: (change) => {
      current = change(current);
      return current;
    },
  };
}

export function startGame({
  columns = 80,
  rows = 24,
  flags = {},
  save,
  notices = [],
}: GameOptions = {}): Game {
  const store = memoryStore(save, notices);
  const rendered = renderAt(theGame({ store, words, lessons }), { columns, rows, flags });
  const see = async (text: string | RegExp) => {
    const isThere = () =>
      typeof text === "string" ? rendered.frame().includes(text) : text.test(rendered.frame());
    for (let turn = 0; turn < 2_000 && !isThere(); turn++) await new Promise((go) => setTimeout(go, 5));
    if (!isThere()) throw new Error(`expected to see ${String(text)}\n${rendered.frame()}`);
  };
  return { ...rendered, see, saved: () => store.read() };
}
