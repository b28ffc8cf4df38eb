/** The door to films: a run as the game plays it, recorded, in the forms that are taken away. */
import { runCard, type SharedPlay } from "../present/run-card.ts";
import type { Words } from "../words/index.ts";
import type { Caption } from "./formats.ts";

export { screenPicture, toCast, toFilmSvg } from "./formats.ts";
export { filming } from "./record.ts";
export { RecordingHost } from "./recording-host.ts";

/** What stands beside a film of a run: its name, and its card for who cannot see it. */
export function captionOf(words: Words, run: SharedPlay): Caption {
  const card = runCard(words, run);
  return { title: words.share.filmTitle(card), description: words.share.card(card).join("\n") };
}
