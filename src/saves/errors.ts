import { printable } from "./text.ts";

/** What kept progress from being saved: the folder, the file, its size, or another game that never lets go. */
export type SavesErrorKind = "unwritable" | "unreadable" | "too-large" | "busy";

/**
 * Progress cannot be saved. The message is one line for the player: what, where, how to mend.
 * The game goes on meanwhile, and tries again (see `PatientStore`).
 */
export class SavesError extends Error {
  override readonly name = "SavesError";
  readonly kind: SavesErrorKind;
  /** The folder that was meant to hold the saves. */
  readonly directory: string;
  /** The reason in a few words: "the disk is full". */
  readonly reason: string;

  constructor(kind: SavesErrorKind, directory: string, reason: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.directory = directory;
    this.reason = reason;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "read-only file system",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "part of the path is a file, not a folder",
  EEXIST: "there is a file of that name",
  EISDIR: "there is a folder where the file should be",
  ENOENT: "it cannot be created",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "the links go in a circle",
  EMFILE: "too many files are open",
  EBUSY: "something else holds the file",
  EXDEV: "it lies across two file systems",
  EIO: "the disk fails",
};

const REMEDY = "Choose another folder with --saves DIR or ZTM_SAVES.";

/** Turns a file system error into the one line a player can act on. Errors of other kinds pass unchanged. */
export function explain(error: unknown, kind: "unwritable" | "unreadable", path: string, directory: string) {
  const code = codeOf(error);
  if (error instanceof SavesError || code === undefined) return error;
  const verb = kind === "unwritable" ? "saved" : "read";
  const reason = REASONS[code] ?? code;
  return new SavesError(
    kind,
    directory,
    reason,
    `Progress cannot be ${verb} in ${printable(path)}: ${reason}. ${REMEDY}`,
    error,
  );
}

/** The system's code of an error ("ENOENT"), or undefined if it has none. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
