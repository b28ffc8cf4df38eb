import { constants, copyFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./errors.ts";
import { FILE_BYTES_MAX } from "./shape.ts";

/**
 * Copies a file to a name of its own beside it ("progress.damaged-2026-11-21T18-22-03.json") and returns the
 * new path. It copies rather than renames, so that at no moment is there no save at all, and never overwrites.
 * Only a monstrous file is removed once copied, because even looking at it again could exhaust the memory.
 */
export function keepAside(path: string, directory: string, why: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-");
  for (let n = 1; ; n++) {
    const aside = join(directory, `progress.${why}-${stamp}${n === 1 ? "" : `-${n}`}.json`);
    try {
      copyFileSync(path, aside, constants.COPYFILE_EXCL);
      if (statSync(path).size > FILE_BYTES_MAX) rmSync(path);
      return aside;
    } catch (error) {
      if (codeOf(error) !== "EEXIST" || n > 10_000) throw error;
    }
  }
}
