/** The map in words. */
import { money } from "../../../words/figures.ts";
import { lockReason, progressOf, tally } from "../../model/progress.ts";
import type { Place, State } from "../../model/types.ts";

export function spokenMap(state: State, at: number): string[] {
  const { passed, levels, stars } = tally(state);
  const say = (place: Place) => {
    if (place.kind === "door") return `${place.id}, soon`;
    const title = `Level ${place.lesson.level.number}, ${place.lesson.prose.title}`;
    const progress = progressOf(state.save, place.id);
    if (progress?.passed)
      return `${title}, passed, ${progress.stars} of 3 stars, best ${money(progress.bestCostPerMonth ?? 0)} a month`;
    return lockReason(state, place) === undefined ? `${title}, open` : `${title}, locked`;
  };
  const place = state.places[at] as Place;
  const about = place.kind === "lesson" ? [place.lesson.prose.promise] : [];
  return [
    `Map. ${passed} of ${levels} levels passed, ${stars} stars. Place ${at + 1} of ${state.places.length}:`,
    say(place),
    ...about,
  ];
}
