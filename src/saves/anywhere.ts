/** What of the saves runs anywhere, without a disk: the door for whoever keeps progress elsewhere. */

export { changesOf } from "./changes.ts";
export { SavesError } from "./errors.ts";
export type { Notice } from "./findings.ts";
export { type Inspection, inspectBytes } from "./inspect.ts";
export { asideWord, isMended, mendedNotice } from "./mended.ts";
export { addSave } from "./merge.ts";
export { normalize } from "./normalize.ts";
export { type HastyStore, PatientStore, type UpdateOptions } from "./patient.ts";
export { emptySave, FILE_BYTES_MAX, SAVE_VERSION, type Save, saveText } from "./shape.ts";
