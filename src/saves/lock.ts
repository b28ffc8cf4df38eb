import { randomUUID } from "node:crypto";
import { closeSync, lstatSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./errors.ts";

/** An update takes milliseconds, so a lock of this age belongs to a game that died or sleeps. */
const STALE_AGE_MS = 10_000;
/** A lock that never changed while somebody waited this long is stale too, whatever the clocks say. */
const STALE_WAIT_MS = 3_000;
/** A lock without a name in it: its owner died between creating and writing it, which takes microseconds. */
const STALE_WAIT_NAMELESS_MS = 300;
const GIVE_UP_MS = 6_000;
const PAUSE_MS_MAX = 8;

/** A lock that is held; `isMine` turns false if another game took it for dead (a laptop that slept). */
export interface Lock {
  isMine(): boolean;
  release(): void;
}

/**
 * Takes the lock file, waiting for whoever holds it. Returns undefined after so long in vain.
 * Creating a file exclusively is the one thing that is atomic on every system, Windows included.
 * Throws what the file system throws if the folder cannot be written.
 */
export function acquireLock(path: string, giveUpMs = GIVE_UP_MS): Lock | undefined {
  const token = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() });
  const startedAt = performance.now();
  let seen: string | undefined;
  let seenSince = startedAt;
  while (!createExclusively(path, token)) {
    const now = performance.now();
    if (now - startedAt > giveUpMs) return undefined;
    const holder = readOrUndefined(path);
    if (holder !== seen) [seen, seenSince] = [holder, now];
    const patienceMs = holder === "" ? STALE_WAIT_NAMELESS_MS : STALE_WAIT_MS;
    if (holder !== undefined && (isStale(path, holder) || now - seenSince > patienceMs))
      breakLock(path, holder);
    else pause(1 + Math.random() * PAUSE_MS_MAX);
  }
  return {
    isMine: () => readOrUndefined(path) === token,
    release: () => {
      if (readOrUndefined(path) === token) removeIfThere(path);
    },
  };
}

function createExclusively(path: string, token: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    const code = codeOf(error);
    // Windows answers so while a deleted file is still open somewhere; elsewhere it means what it says.
    const isPassing =
      process.platform === "win32" && (code === "EPERM" || code === "EACCES" || code === "EBUSY");
    if (code === "EEXIST" || isPassing) return false;
    throw error;
  }
  try {
    writeSync(file, token);
  } catch (error) {
    removeIfThere(path); // a full disk holds no name: without one nobody could tell whose lock this is
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

function isStale(path: string, holder: string): boolean {
  const owner = /^\{"pid":(\d+),"host":("(?:[^"\\]|\\.)*")/.exec(holder);
  if (owner !== null && owner[2] === JSON.stringify(hostname()) && !isAlive(Number(owner[1]))) return true;
  try {
    return Date.now() - statSync(path).mtimeMs > STALE_AGE_MS;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Removes a dead lock. A second lock lets one game at a time do so, or two would each remove the other's new one. */
function breakLock(path: string, holder: string): void {
  const guard = `${path}.break`;
  if (!createExclusively(guard, String(process.pid))) {
    // It is held for microseconds; one that is still the same a while later has no owner any more.
    const owner = readOrUndefined(guard);
    pause(STALE_WAIT_NAMELESS_MS);
    if (owner !== undefined && readOrUndefined(guard) === owner) removeIfThere(guard);
    return;
  }
  try {
    if (readOrUndefined(path) === holder) removeIfThere(path);
  } finally {
    removeIfThere(guard);
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    // No game makes a folder, a link or a pipe of that name; none of them will go, and a pipe would be waited for.
    if (!lstatSync(path).isFile()) throw Object.assign(new Error("not a file"), { code: "EISDIR" });
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "EISDIR") throw error;
    return undefined;
  }
}

/** Removes a file; on Windows another process may have it open for a moment, so it tries again. */
function removeIfThere(path: string): void {
  for (let tries = 0; tries < 50; tries++) {
    try {
      unlinkSync(path);
      return;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return;
      pause(2);
    }
  }
}

/** Waits without spinning; saving is synchronous, so that no action can slip in between reading and writing. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
