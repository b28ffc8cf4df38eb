/** Where progress lives on disk: the door of this folder. */
export { changesOf, interviewsOf, shiftsOf } from "./changes.ts";
export { SavesError } from "./errors.ts";
export type { BrokenRule, Damage, Farewell, FieldFlaw, Notice, Trouble } from "./findings.ts";
export { inspectBytes } from "./inspect.ts";
export { freeName, withKept } from "./kept.ts";
export { savedLanguage } from "./language.ts";
export { addSave, mergeSaves } from "./merge.ts";
export { openPatiently } from "./patient-files.ts";
export { lookAtProgress, readProgress } from "./read-progress.ts";
export {
  emptyLevel,
  emptySave,
  FILE_BYTES_MAX,
  type Json,
  type LevelProgress,
  SAVE_VERSION,
  type Save,
  saveText,
} from "./shape.ts";
export { openSaves, type SaveStore } from "./store.ts";
