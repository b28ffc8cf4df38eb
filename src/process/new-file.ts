/** A file of its own: written whole or not at all, and never over one that is there. */
import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { UnwrittenError } from "./output.ts";

/** Throws the system's error where the file cannot be made, `UnwrittenError` where it could not be filled. */
export function writeNew(path: string, text: string): void {
  const opened = openSync(path, "wx");
  try {
    writeFileSync(opened, text);
  } catch (problem) {
    rmSync(path);
    throw new UnwrittenError((problem as NodeJS.ErrnoException).code);
  } finally {
    closeSync(opened);
  }
}

/** Others of the same name that a folder may hold. */
const numbersMax = 99;

/**
 * Keeps a text in the first folder that takes it, under its name or that with a number. Returns where it lies, or
 * the system's word for what the last folder refused.
 */
export function keepFile(
  folders: readonly string[],
  name: string,
  text: string,
): { readonly place: string } | { readonly errno: string } {
  const { name: stem, ext } = parse(name);
  let errno = "ENOENT";
  for (const folder of folders)
    for (let number = 1; number <= numbersMax; number++) {
      const place = join(folder, number === 1 ? name : `${stem}-${number}${ext}`);
      try {
        writeNew(place, text);
        return { place };
      } catch (problem) {
        errno = errnoOf(problem);
        if (errno !== "EEXIST") break;
      }
    }
  return { errno };
}

function errnoOf(problem: unknown): string {
  if (problem instanceof UnwrittenError) return problem.errno ?? "EIO";
  return (problem as NodeJS.ErrnoException).code ?? "EIO";
}
