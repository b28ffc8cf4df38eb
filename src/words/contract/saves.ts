/** What is said of the saves, and of files that cannot be read. */
import type { JsonProblem } from "../../process/json.ts";
import type { Oddity } from "../../process/text.ts";
import type { Damage, Farewell, Notice, Trouble } from "../../saves/index.ts";

/** What a save has, counted by kind. */
export type KeptCounts = Readonly<
  Record<"cards" | "ladders" | "interviews" | "systems" | "shifts" | "puzzles" | "days", number>
>;

export interface SavesWords {
  /** What the player should know, once, in one line. */
  notice(found: Notice): string;
  /** Why progress cannot be saved and how to mend it, in one line. */
  trouble(found: Trouble): string;
  /** The same for a rule of 80 cells. */
  short(found: Trouble): string;
  /** What became of progress that could not be saved until the end. */
  farewell(found: Farewell): string;
  /** Not all that is saved here can be taken along. */
  exportsInPart(found: readonly Damage[]): string;
  /** What a file has that was exported, and how it is brought in elsewhere. */
  exported(
    found: KeptCounts & { readonly path: string; readonly passed: number; readonly stars: number },
  ): string;
  /** How many entries an import has added or changed, and how many designs and systems are gone because they were removed there. */
  imported(found: KeptCounts & Readonly<Record<"levels" | "settings" | "removed", number>>): string;
  readonly playOn: string;
  readonly savedAgain: string;
  /** What the key that quits does then. */
  readonly quit: string;
}

/** Codes of the system, and of Node, whose meaning a player is told. */
export type KnownErrno =
  | "EACCES"
  | "EPERM"
  | "EROFS"
  | "ENOSPC"
  | "EDQUOT"
  | "ENOTDIR"
  | "EEXIST"
  | "EISDIR"
  | "ENOENT"
  | "ENAMETOOLONG"
  | "ELOOP"
  | "EMFILE"
  | "ENFILE"
  | "ENOMEM"
  | "ERR_WORKER_OUT_OF_MEMORY"
  | "ERR_WORKER_INIT_FAILED"
  | "EBUSY"
  | "EXDEV"
  | "EIO"
  | "ERR_ACCESS_DENIED"
  | "ENOCWD";

/** Clauses on the content of files. */
export interface FileWords {
  /** What cannot be read in JSON, and where: "line 3, column 5: a comma is missing before this". */
  json(problem: JsonProblem): string;
  encoding(oddity: Oddity): string;
  readonly reasons: Readonly<Record<KnownErrno, string>>;
  /** What the system's code of a failure means: "permission denied"; the code itself where nobody knows it. */
  reason(errno: string): string;
}
