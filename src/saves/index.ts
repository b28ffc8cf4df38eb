/** Where progress lives on disk: the door of this folder. */
export { SavesError } from "./errors.ts";
export type { Damage, Farewell, FieldFlaw, Notice, Trouble } from "./findings.ts";
export { savedLanguage } from "./language.ts";
export { openPatiently, PatientStore } from "./patient.ts";
export { readProgress } from "./read-progress.ts";
export { emptyLevel, emptySave, type LevelProgress, type Save } from "./shape.ts";
export { openSaves, type SaveStore } from "./store.ts";
