import { readFileSync, statSync } from "node:fs";
import { codeOf } from "./errors.ts";
import { damaged, type Inspection, inspectBytes } from "./inspect.ts";
import type { Format } from "./migrations.ts";
import { emptySave, FILE_BYTES_MAX } from "./shape.ts";

/**
 * Looks at a save file before anything else may open it: `conf` itself throws on a broken file, or drops it.
 * Throws only what the file system throws (except that a missing file is "absent").
 */
export function inspectFile(path: string, format: Format): Inspection {
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw Object.assign(new Error("not a file"), { code: "EISDIR" });
    if (stats.size > FILE_BYTES_MAX) return damaged({ code: "too-large", limitMb: FILE_BYTES_MAX / 1e6 });
    bytes = readFileSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { state: "absent", save: emptySave() };
    throw error;
  }
  return inspectBytes(bytes, format);
}
