/** Progress for whoever only wants to read it: nothing is opened, mended or made. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { explain } from "./errors.ts";
import type { Inspection } from "./inspect.ts";
import { inspectFile } from "./inspect-file.ts";
import { CURRENT_FORMAT } from "./migrations.ts";
import { type PlaceOptions, savesPlace } from "./place.ts";
import { FILE_NAME, type Save } from "./shape.ts";
import { printable } from "./text.ts";

/** What is saved where the game keeps its progress; of a damaged file what can be read. Throws a `SavesError`. */
export function readProgress(options: PlaceOptions): Save {
  return lookAtProgress(options).save;
}

/** The same with the state of the file and the folder where it lies, or would. */
export function lookAtProgress(options: PlaceOptions): Inspection & { readonly directory: string } {
  const { directory, fallback } = savesPlace(options);
  const folders = fallback === undefined ? [directory] : [directory, fallback];
  const folder = folders.find((each) => existsSync(join(each, FILE_NAME))) ?? directory;
  try {
    return { ...inspectFile(join(folder, FILE_NAME), CURRENT_FORMAT), directory: printable(folder) };
  } catch (problem) {
    throw explain(problem, "unreadable", folder);
  }
}
