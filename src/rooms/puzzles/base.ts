/** The levels that rooms play on. */
import type { Level } from "../../game/index.ts";
import { type LevelId, levels } from "../../levels/index.ts";

/** The level of an id, without what belongs to its lesson alone. */
export function baseOf(id: LevelId): Level {
  const { grown: _, keepsRuns: __, ...base } = levels.find((level) => level.id === id)!;
  return base;
}
