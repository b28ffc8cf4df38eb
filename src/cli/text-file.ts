/** The one way in which a command reads a file, or makes one: every way in which that can fail is one line. */
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { wholePath } from "../process/home.ts";
import { readJsonOnce } from "../process/json.ts";
import { writeNew } from "../process/new-file.ts";
import { UnwrittenError } from "../process/output.ts";
import { textOf } from "../process/text.ts";
import { exitCodes, plain, UsageError } from "./io.ts";

const textBytesMax = 1_000_000;

/** Written as only a path is, on any system. */
const pathLike = /^(?:~|\.{0,2})[/\\](?=\S)|^[a-z]:[/\\]/i;

/** Whether a text names something to be read: standard input, a path, or what lies under that name. */
export function namesFile(text: string): boolean {
  if (text === "-" || pathLike.test(text)) return true;
  try {
    return !statSync(wholePath(text, process.env)).isDirectory();
  } catch {
    return false; // whatever it is, it is no name of a file
  }
}

/** Reads a small text file, in whatever encoding people's tools wrote it. */
export function textFile(path: string): string {
  const { text, oddity, isBroken } = textOf(bytesOf(path, textBytesMax));
  if (isBroken && oddity) throw new UsageError((usage) => usage.notText({ path: plain(path), oddity }));
  return text;
}

/** The lines of a text, however they end; the last may end or not. */
export function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split(/\r\n|[\n\r]/);
}

/** Reads a small JSON file; comments do no harm, and a mistake has a line and a column. */
export function jsonFile(path: string): unknown {
  return jsonText(path, textFile(path));
}

/** The same for a text that was read. */
export function jsonText(path: string, text: string): unknown {
  const { value, problem } = readJsonOnce(text);
  if (problem) throw new UsageError((usage) => usage.notJson({ path: plain(path), problem }));
  return value;
}

/** Where a file is to be written, if anywhere: one that is there is told before anything is made for it. */
export function freePath(file: string | undefined): string | undefined {
  if (file !== undefined && isThere(file))
    throw new UsageError((usage) => usage.exists({ path: plain(file) }));
  return file;
}

function isThere(file: string): boolean {
  try {
    return existsSync(wholePath(file, process.env));
  } catch {
    return false; // nothing lies in a folder that is gone; writing will say so
  }
}

/** Writes a text to a file of its own: never over one that is there, and whole or not at all. */
export function newFile(file: string, text: string): void {
  const path = plain(file);
  try {
    writeNew(wholePath(file, process.env), text);
  } catch (problem) {
    if (problem instanceof UnwrittenError)
      throw new UsageError((usage) => usage.unwritten({ errno: problem.errno }), exitCodes.unwritten);
    const { code } = problem as NodeJS.ErrnoException;
    throw new UsageError((usage) =>
      code === "EEXIST" ? usage.exists({ path }) : usage.unwritable({ path, errno: code }),
    );
  }
}

/** At most so many bytes of a file, a pipe or a device that never ends; of standard input where the path is "-". */
export function bytesOf(path: string, bytesMax: number): Uint8Array {
  const bytes = Buffer.alloc(bytesMax + 1);
  let size = 0;
  try {
    const file = path === "-" ? 0 : openSync(wholePath(path, process.env), "r");
    try {
      for (let more = 1; more > 0 && size < bytes.length; size += more) more = readSome(file, bytes, size);
    } finally {
      if (file !== 0) closeSync(file);
    }
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    throw new UsageError((usage) => usage.unreadable({ path: plain(path), errno: code }));
  }
  if (size > bytesMax) throw new UsageError((usage) => usage.tooLarge({ path: plain(path), bytesMax }));
  return bytes.subarray(0, size);
}

/** A pipe that another program made non-blocking is asked again after so long, in ms. */
const againMs = 5;

function readSome(file: number, bytes: Uint8Array, at: number): number {
  for (;;) {
    try {
      return readSync(file, bytes, at, bytes.length - at, null);
    } catch (problem) {
      const { code } = problem as NodeJS.ErrnoException;
      if (code === "EOF") return 0; // so Windows ends a pipe
      if (code !== "EAGAIN") throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, againMs);
    }
  }
}
