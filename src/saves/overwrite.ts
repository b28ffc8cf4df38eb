import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { codeOf } from "./errors.ts";

/** What a system answers when a file cannot be replaced by another: it is a mount, or its folder may not be written. */
const IRREPLACEABLE: ReadonlySet<string | undefined> = new Set([
  "EBUSY",
  "EXDEV",
  "EPERM",
  "EACCES",
  "EROFS",
]);

/** Whether an error says that a file cannot be replaced, though it may well be written. */
export function isIrreplaceable(error: unknown): boolean {
  return IRREPLACEABLE.has(codeOf(error));
}

/** Writes into a file that is there. When that fails half-way (a full disk), what stood in it is put back. */
export function overwrite(path: string, text: string): void {
  const before = readFileSync(path);
  const file = openSync(path, "r+");
  try {
    try {
      fill(file, Buffer.from(text));
    } catch (error) {
      fill(file, before);
      throw error;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function fill(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
  ftruncateSync(file, bytes.length);
}
