/** Where progress lives on disk: the door of this folder. */
export { SavesError } from "./errors.ts";
export { openPatiently, PatientStore } from "./patient.ts";
export { emptyLevel, emptySave, type LevelProgress, type Save, type Trouble } from "./shape.ts";
export { openSaves, type SaveStore } from "./store.ts";
