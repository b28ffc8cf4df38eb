/** What the command line says: help, headings of its tables, and what is wrong with what somebody wrote. */
import type { JsonProblem } from "../../process/json.ts";
import type { Oddity } from "../../process/text.ts";
import type { DesignJsonProblem, NotationError } from "../../sim/index.ts";

export interface CliWords {
  /** Bad usage and bad input: one line each that says what, where and how to mend it. */
  readonly usage: UsageWords;
}

export interface UsageWords {
  /** A file that is no text, no JSON, too large, or cannot be read. */
  notText(found: { readonly path: string; readonly oddity: Oddity }): string;
  notJson(found: { readonly path: string; readonly problem: JsonProblem }): string;
  tooLarge(found: { readonly path: string; readonly bytes: number; readonly bytesMax: number }): string;
  /** With the system's code, such as "ENOENT". */
  unreadable(found: { readonly path: string; readonly errno: string | undefined }): string;
  /** A line of notation that cannot be read, with the one that may have been meant. */
  notation(found: {
    readonly line: string;
    readonly error: NotationError;
    readonly near: string | undefined;
  }): string;
  /** A design in a JSON file. */
  designJson(found: { readonly path: string; readonly problem: DesignJsonProblem }): string;
}
