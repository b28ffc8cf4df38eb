/** Where a save has what. */
import type { Save } from "../../saves/shape.ts";

/**
 * Where the save keeps what was reached of a level: those of rooms lie apart, by their room and name, whatever else
 * their address says.
 */
export function placeIn(
  save: Save,
  id: string,
): { readonly kept: Save["levels"]; readonly key: string; readonly isRoom: boolean } {
  const isRoom = id.includes(":");
  return { kept: isRoom ? save.puzzles : save.levels, key: id.split(" ", 1)[0]!, isRoom };
}
