/** The one way in which a command reads a file: every way in which that can fail is one line. */
import { readFileSync, statSync } from "node:fs";
import { fromHome } from "../process/home.ts";
import { readJson } from "../process/json.ts";
import { textOf } from "../process/text.ts";
import { plain, UsageError } from "./io.ts";

const bytesMax = 1_000_000;

/** Whether there is a file of that name. */
export function isFile(path: string): boolean {
  return statSync(fromHome(path, process.env), { throwIfNoEntry: false })?.isFile() === true;
}

/** Reads a small text file, in whatever encoding people's tools wrote it. */
export function textFile(path: string): string {
  const { text, oddity, isBroken } = textOf(bytesOf(path));
  if (isBroken && oddity) throw new UsageError((usage) => usage.notText({ path: plain(path), oddity }));
  return text;
}

/** Reads a small JSON file; comments do no harm, and a mistake has a line and a column. */
export function jsonFile(path: string): unknown {
  const { value, problem } = readJson(textFile(path));
  if (problem) throw new UsageError((usage) => usage.notJson({ path: plain(path), problem }));
  return value;
}

function bytesOf(path: string): Uint8Array {
  const where = fromHome(path, process.env);
  try {
    const { size } = statSync(where);
    if (size > bytesMax)
      throw new UsageError((usage) => usage.tooLarge({ path: plain(path), bytes: size, bytesMax }));
    return readFileSync(where);
  } catch (problem) {
    if (problem instanceof UsageError) throw problem;
    const { code } = problem as NodeJS.ErrnoException;
    throw new UsageError((usage) => usage.unreadable({ path: plain(path), errno: code }));
  }
}
