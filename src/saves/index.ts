/** Where progress lives on disk: the door of this folder. */
export { SavesError } from "./errors.ts";
export { emptyLevel, emptySave, type LevelProgress, type Save } from "./shape.ts";
export { openSaves, type SaveStore, withoutSaving } from "./store.ts";
