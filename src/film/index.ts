/** The door to films: a run as the game plays it, recorded, in the forms that are taken away. */
import { cardLines, runCard, type SharedPlay } from "../present/run-card.ts";
import type { FilmForm, KnownRun } from "../ui/model/types.ts";
import type { Words } from "../words/index.ts";
import { type Caption, toCast, toFilmSvg } from "./formats.ts";
import { filming } from "./record.ts";

export { screenPicture } from "./formats.ts";
export { RecordingHost } from "./recording-host.ts";

const writers = { film: toFilmSvg, cast: toCast } as const satisfies Record<FilmForm, unknown>;

/**
 * A film of a run in one of its forms, as a text.
 * @yields the share done, 0…1
 */
export function* makeFilm(
  words: Words,
  run: KnownRun & SharedPlay,
  form: FilmForm,
  isAscii = false,
): Generator<number, string> {
  const film = yield* filming({ run, words, isAscii });
  return writers[form](film, captionOf(words, run));
}

/** What stands beside a film of a run: its name, and its card for who cannot see it. */
export function captionOf(words: Words, run: SharedPlay): Caption {
  return { title: words.share.filmTitle(runCard(words, run)), description: cardLines(words, run).join("\n") };
}
