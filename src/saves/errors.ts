import type { Trouble } from "./findings.ts";
import { printable } from "./text.ts";

/** Progress cannot be saved. The game goes on meanwhile, and tries again (see `PatientStore`). */
export class SavesError extends Error {
  override readonly name = "SavesError";
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(JSON.stringify(trouble), { cause });
    this.trouble = trouble;
  }
}

/** Turns a file system error into trouble that can be told. Errors of other kinds pass unchanged. */
export function explain(error: unknown, code: "unwritable" | "unreadable", directory: string): unknown {
  const errno = codeOf(error);
  if (error instanceof SavesError || errno === undefined) return error;
  return new SavesError({ code, place: printable(directory), errno }, error);
}

/** The system's code of an error ("ENOENT"), or undefined if it has none. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
