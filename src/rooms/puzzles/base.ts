/** The levels that rooms play on. */
import type { Level } from "../../game/index.ts";
import { type LevelId, levels } from "../../levels/index.ts";

/** The level of an id. */
export function baseOf(id: LevelId): Level {
  return levels.find((level) => level.id === id)!;
}
