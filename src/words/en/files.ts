import type { JsonFlaw } from "../../process/json.ts";
import type { FileWords, KnownErrno } from "../contract/saves.ts";

const flaws: Readonly<Record<JsonFlaw, string>> = {
  incomplete: "the text ends here, before it is complete",
  "after-the-end": "this comes after the end",
  "single-quotes": "text takes double quotes",
  "open-text": "this text does not end on its line, or has a bad \\ in it",
  "no-number": "no number that JSON knows",
  "no-value": "a value belongs here: text in double quotes, a number, true, false, null, { or [",
  "no-name": "a name in double quotes belongs here",
  "no-colon": "a colon is missing before this",
  "no-comma": "a comma is missing before this",
  "named-twice": "this name stands here for the second time",
  "too-deep": "nested too deeply",
};

/** What the system's codes mean. */
const reasons: FileWords["reasons"] = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "read-only file system",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "part of the path is a file, not a folder",
  EEXIST: "there is a file of that name",
  EISDIR: "there is a folder, or something else, where a file should be",
  ENOENT: "it is not there",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "the links go in a circle",
  EMFILE: "too many files are open, allow more as with ulimit -n 256",
  ENFILE: "the system has too many files open",
  ENOMEM: "there is too little memory",
  ERR_WORKER_OUT_OF_MEMORY: "there is too little memory, try --jobs 1",
  ERR_WORKER_INIT_FAILED: "no thread could be started, try --jobs 1",
  EBUSY: "something else holds the file",
  EXDEV: "it lies across two file systems",
  EIO: "the disk fails",
  ERR_ACCESS_DENIED: "Node was started without the permission",
  ENOCWD: "the folder you are in was deleted, so give a whole path",
};

const isKnown = (errno: string): errno is KnownErrno => Object.hasOwn(reasons, errno);

export const files: FileWords = {
  json: ({ line, column, what }) => `line ${line}, column ${column}: ${flaws[what]}`,
  encoding: (oddity) =>
    oddity.code === "utf-16" ? "UTF-16, not UTF-8" : `not UTF-8 text from line ${oddity.line} on`,
  reasons,
  reason: (errno) => (isKnown(errno) ? reasons[errno] : errno),
};
