/** What the save says of the levels, without asking the levels. */
import type { LevelProgress, Save } from "../../saves/shape.ts";
import { placeIn } from "./place-in.ts";
import type { MapRow } from "./types.ts";

export function progressOf(save: Save, id: string): LevelProgress | undefined {
  const { kept, key } = placeIn(save, id);
  return Object.hasOwn(kept, key) ? kept[key] : undefined;
}

/** Levels passed and stars won, of how many. */
export function tally({ mapRows, save }: TallyOf): {
  readonly passed: number;
  readonly levels: number;
  readonly stars: number;
} {
  const levels = mapRows.filter(({ kind }) => kind !== "door");
  const reached = levels.map(({ id }) => progressOf(save, id));
  return {
    levels: levels.length,
    passed: reached.filter((level) => level?.passed).length,
    stars: reached.reduce((sum, level) => sum + (level?.stars ?? 0), 0),
  };
}

/** A save, and the rows of the map as far as they are counted. */
export interface TallyOf {
  readonly mapRows: readonly Pick<MapRow, "kind" | "id">[];
  readonly save: Save;
}
