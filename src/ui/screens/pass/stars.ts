/** When which star lights. */

/** Beats between two stars: half a second. */
const beatsPerStar = 10;

/** Beats after which nothing moves any more. */
export const momentBeats = 4 * beatsPerStar;

/** Stars that are lit by now; at once where nothing may move. */
export function starsLit(stars: number, beats: number, still: boolean): number {
  return still ? stars : Math.min(stars, Math.floor(beats / beatsPerStar));
}
