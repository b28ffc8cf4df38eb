import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type Conf from "conf";
import { keepAside } from "./aside.ts";
import { codeOf, explain, SavesError } from "./errors.ts";
import { FILE_BYTES_MAX, type Inspection, inspectFile } from "./inspect.ts";
import { acquireLock } from "./lock.ts";
import { CURRENT_FORMAT, type Format } from "./migrations.ts";
import { type PlaceOptions, savesDirectory } from "./place.ts";
import { recover } from "./recover.ts";
import { emptySave, type Save } from "./shape.ts";
import { printable } from "./text.ts";

/** Progress on disk. Every call may throw a `SavesError`. */
export interface SaveStore {
  readonly directory: string;
  /** The file itself, or undefined when nothing is saved. */
  readonly path: string | undefined;
  /** What the player should know: damage and where the old file is kept, a newer version's file. Grows. */
  readonly notices: readonly string[];
  /** What is saved now, by this game or another one. Cheap when nothing changed. */
  read(): Save;
  /**
   * Reads again, applies the change and writes at once, under a lock, so that two games lose nothing.
   * Returns what was written. Returning the save unchanged writes nothing. `change` must be quick and pure:
   * it may be applied twice.
   */
  update(change: (save: Save) => Save): Save;
}

/**
 * Opens the saves, creating the folder; mends a damaged file, keeping the old one aside.
 * Throws a `SavesError` if the folder cannot be written: see `withoutSaving`.
 */
export async function openSaves(options: PlaceOptions): Promise<SaveStore> {
  return openStore(savesDirectory(options), CURRENT_FORMAT);
}

/** Saves in a folder, in a given format; tests hand in formats of the future. */
export async function openStore(directory: string, format: Format): Promise<SaveStore> {
  const store = new FileStore(directory, format, await import("conf"));
  // Changes nothing in a sound file, but proves at once that the folder can be written, and mends a damaged file.
  store.update((save) => save);
  return store;
}

/** Goes on in memory after `openSaves` failed, from what is readable there; the error's line is the notice. */
export function withoutSaving(error: SavesError): SaveStore {
  const notices = [error.message, "This game will not be saved."];
  let current = emptySave();
  try {
    current = inspectFile(join(error.directory, FILE_NAME), CURRENT_FORMAT).save;
  } catch {
    // Nothing can be read there either; the notice already says where and why.
  }
  return {
    directory: error.directory,
    path: undefined,
    notices,
    read: () => current,
    update: (change) => {
      current = change(current);
      return current;
    },
  };
}

const FILE_NAME = "progress.json";

class FileStore implements SaveStore {
  readonly directory: string;
  readonly path: string;
  readonly #notices: string[] = [];
  readonly #format: Format;
  readonly #Conf: typeof Conf;
  #isSwept = false;
  #conf: Conf<Record<string, unknown>> | undefined;
  #cached: { readonly save: Save; readonly stamp: string } | undefined;

  constructor(directory: string, format: Format, conf: { readonly default: typeof Conf }) {
    this.directory = directory;
    this.path = join(directory, FILE_NAME);
    this.#format = format;
    this.#Conf = conf.default;
  }

  get notices(): readonly string[] {
    return this.#notices;
  }

  read(): Save {
    return this.#guard("unreadable", () => {
      const stamp = this.#stamp();
      if (this.#cached !== undefined && this.#cached.stamp === stamp) return this.#cached.save;
      const found = inspectFile(this.path, this.#format);
      // Anything but a sound file is mended under the lock; another game may be writing just now.
      if (found.state !== "sound" && found.state !== "absent") return this.update((save) => save);
      this.#cached = { save: found.save, stamp };
      return found.save;
    });
  }

  update(change: (save: Save) => Save): Save {
    return this.#guard("unwritable", () => {
      mkdirSync(this.directory, { recursive: true });
      for (let tries = 0; tries < 5; tries++) {
        const lock = acquireLock(join(this.directory, "progress.lock"));
        if (lock === undefined) break;
        try {
          this.#sweep();
          const found = inspectFile(this.path, this.#format);
          const changed = change(found.save);
          const isMended = found.state !== "sound" && found.state !== "absent";
          if (changed === found.save && !isMended) return found.save;
          const next = normalize(changed);
          // A game that slept for long may have lost its lock meanwhile; then everything is read again.
          if (!lock.isMine()) continue;
          if (isMended) this.#keep(found);
          this.#write(next);
          this.#cached = { save: next, stamp: this.#stamp() };
          return next;
        } finally {
          lock.release();
        }
      }
      const where = printable(join(this.directory, "progress.lock"));
      throw new SavesError(
        "busy",
        this.directory,
        `Another game keeps the saves busy. If none is open, remove ${where}.`,
      );
    });
  }

  /** Removes what a game left half written when it was killed; nobody else writes while the lock is held. */
  #sweep(): void {
    if (this.#isSwept) return;
    this.#isSwept = true;
    for (const name of readdirSync(this.directory)) {
      if (/^progress\.json\.tmp-[0-9a-f]+$/.test(name)) rmSync(join(this.directory, name), { force: true });
    }
  }

  #write(save: Save): void {
    const size = Buffer.byteLength(JSON.stringify(save, undefined, "\t"));
    if (size > FILE_BYTES_MAX) {
      const limit = `more than ${FILE_BYTES_MAX / 1e6} MB`;
      throw new SavesError(
        "too-large",
        this.directory,
        `Progress would take ${limit}; remove some saved designs.`,
      );
    }
    // A conf reads its file when it is made, so it is made only once the file is known to be sound or absent,
    // and a damaged one is read as empty: its copy is kept and its content already recovered.
    this.#conf ??= new this.#Conf<Record<string, unknown>>({
      cwd: this.directory,
      configName: "progress",
      accessPropertiesByDotNotation: false,
      deserialize: () => ({}),
    });
    this.#conf.store = { ...save };
  }

  /** Copies the old file aside and says so. */
  #keep(found: Inspection): void {
    if (found.state === "absent" || found.state === "sound") return;
    const why = found.state === "damaged" ? "damaged" : `version-${found.version}`;
    const aside = printable(keepAside(this.path, this.directory, why, new Date()));
    if (found.state === "older") {
      this.#notices.push(
        `Progress of version ${found.version} was brought up to date. The old file is kept: ${aside}`,
      );
      return;
    }
    const { levels, cards } = found.save;
    const rescued = `Recovered: ${Object.keys(levels).length} levels, ${Object.keys(cards).length} cards.`;
    const what =
      found.state === "newer"
        ? `Progress was saved by a newer game (version ${found.version}).`
        : `The saved progress was damaged (${summarize(found.problems)}).`;
    this.#notices.push(`${what} The old file is kept: ${aside} ${rescued}`);
  }

  /** Changes whenever the file does: a write makes a new file (inode) with a new time. */
  #stamp(): string {
    try {
      const { mtimeNs, size, ino } = statSync(this.path, { bigint: true });
      return `${mtimeNs}/${size}/${ino}`;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return "absent";
      throw error;
    }
  }

  #guard<T>(kind: "unwritable" | "unreadable", act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw explain(error, kind, this.directory, this.directory);
    }
  }
}

/** What a JSON file can hold of a save: dates as text, no control characters. Other flaws are a bug of the caller. */
function normalize(save: Save): Save {
  const { save: clean, problems } = recover(JSON.parse(JSON.stringify(save)));
  const flaws = problems.filter((problem) => !problem.endsWith(": control characters"));
  if (flaws.length > 0) throw new TypeError(`not a save: ${summarize(flaws)}`);
  return clean;
}

function summarize(problems: readonly string[]): string {
  const more = problems.length > 3 ? `; and ${problems.length - 3} more` : "";
  return problems.slice(0, 3).join("; ") + more;
}
