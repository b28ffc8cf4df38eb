/**
 * The title, drawn before the game is there: it needs the save and a few words, not the levels, the simulator and all
 * other screens. Those come behind its back.
 */

import type { Words } from "../words/index.ts";
import { isTooSmall } from "./frame/too-small.ts";
import type { Host } from "./host.ts";
import type { KeyEvent } from "./keys/events.ts";
import { type TitleState, titleLines } from "./screens/title/view.ts";

export interface Opening {
  readonly words: Words;
  readonly title: TitleState;
  /** Fetches the game; what it brings begins it, with what was pressed meanwhile, and returns the way to stop it. */
  readonly fetchGame: () => Promise<(host: Host, keys: readonly KeyEvent[]) => () => void>;
}

/** Shows the title where it can be drawn, then plays. Returns the way to stop. */
export function openOn(host: Host, { words, title, fetchGame }: Opening): () => void {
  const { room, look } = host;
  if (!look.spoken && !isTooSmall(room)) {
    host.draw({ lines: titleLines(title, { ...room, ...look, words }) });
  }
  const keys: KeyEvent[] = [];
  const stopHearing = host.onKey((event) => keys.push(event));
  let isOver = false;
  let stop = () => {
    isOver = true;
  };
  // A game that cannot be fetched is an error that nobody here can mend: it ends the process.
  fetchGame().then((play) => {
    if (isOver) return;
    stopHearing();
    stop = play(host, keys);
  });
  return () => stop();
}
