/**
 * The title, drawn before the game is there: it needs the save and a few words, not the levels, the simulator and all
 * other screens. Those come behind its back.
 */

import type { OpeningWords } from "../words/index.ts";
import { toldLines } from "./frame/told.ts";
import { isTooSmall } from "./frame/too-small.ts";
import type { Host } from "./host.ts";
import type { KeyEvent } from "./keys/events.ts";
import { footer } from "./keys/footer.ts";
import { spokenTitle } from "./screens/title/spoken.ts";
import { type TitleState, titleLines } from "./screens/title/view.ts";
import { unsavedLines } from "./screens/unsaved.ts";

export interface Opening {
  readonly words: OpeningWords;
  readonly title: TitleState;
  /** Fetches the game; what it brings begins it, with what was pressed meanwhile, and returns the way to stop it. */
  readonly fetchGame: () => Promise<(host: Host, keys: readonly KeyEvent[]) => () => void>;
}

/** Shows the title where it can be drawn, then plays. Returns the way to stop. */
export function openOn(host: Host, { words, title, fetchGame }: Opening): () => void {
  const { room, look } = host;
  const footed = footer(words.keys, "title", look);
  const asks = () => ({ keys: footed, isTyping: false });
  if (look.spoken) {
    const unsaved = title.unsaved ? unsavedLines(words, title.unsaved) : [];
    host.draw({ lines: toldLines(words, [...spokenTitle(title, words), ...unsaved], footed), asks });
  } else if (!isTooSmall(room)) host.draw({ lines: titleLines(title, { ...room, ...look, words }), asks });
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
