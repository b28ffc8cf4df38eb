/** Where progress lives on disk: the door of this folder. */
export { SavesError, type SavesErrorKind } from "./errors.ts";
export type { PlaceOptions } from "./place.ts";
export {
  emptyLevel,
  emptySave,
  type LevelProgress,
  type Save,
  type SavedDesign,
  type SavedPrediction,
  type Settings,
} from "./save.ts";
export { openSaves, type SaveStore, withoutSaving } from "./store.ts";
