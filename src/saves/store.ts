import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type Conf from "conf";
import { keepAside } from "./aside.ts";
import { codeOf, explain, SavesError } from "./errors.ts";
import type { Notice } from "./findings.ts";
import { makeFolder } from "./folder.ts";
import { inspectFile } from "./inspect-file.ts";
import { acquireLock, type Lock } from "./lock.ts";
import { asideWord, isMended, type Mended, mendedNotice } from "./mended.ts";
import { CURRENT_FORMAT, type Format } from "./migrations.ts";
import { normalize } from "./normalize.ts";
import { isIrreplaceable, overwrite } from "./overwrite.ts";
import type { HastyStore, UpdateOptions } from "./patient.ts";
import { type PlaceOptions, type SavesPlace, savesPlace } from "./place.ts";
import { emptySave, FILE_BYTES_MAX, FILE_NAME, type Save, saveText } from "./shape.ts";
import { printable } from "./text.ts";

/** Progress on disk. Every call may throw a `SavesError`. */
export interface SaveStore extends Omit<HastyStore, "peek"> {
  readonly directory: string;
  /** The file itself, or undefined when nothing is saved. */
  readonly path: string | undefined;
  /**
   * Reads again, applies the change and writes at once, under a lock, so that two games lose nothing.
   * Returns what was written. Returning the save unchanged writes nothing. `change` must be quick and pure:
   * it may be applied twice.
   */
  update(change: (save: Save) => Save): Save;
}

/**
 * Opens the saves, creating the folder; mends a damaged file, keeping the old one aside.
 * Throws a `SavesError` if the folder cannot be written: see `PatientStore`.
 */
export async function openSaves(options: PlaceOptions): Promise<SaveStore> {
  return openStore(savesPlace(options), CURRENT_FORMAT);
}

/** Opens the saves in a place, in a given format; tests hand in formats of the future. */
export async function openStore(place: SavesPlace, format: Format): Promise<FileStore> {
  const store = await makeStore(place, format);
  // Changes nothing in a sound file, but proves at once that the folder can be written, and mends a damaged file.
  store.update((save) => save);
  return store;
}

/** The store of a place, which nobody has looked into yet. */
export async function makeStore(place: SavesPlace, format: Format): Promise<FileStore> {
  process.env.HOME ??= tmpdir(); // conf asks for a home folder while it loads, and fails where there is none
  return new FileStore(place, format, await import("conf"));
}

export class FileStore implements SaveStore, HastyStore {
  readonly directory: string;
  readonly path: string;
  #copy: string | undefined;
  /** The file cannot be replaced, only written into. */
  #isFixed = false;
  readonly #notices: Notice[] = [];
  readonly #format: Format;
  readonly #Conf: typeof Conf;
  #isSwept = false;
  #conf: Conf<Record<string, unknown>> | undefined;
  #cached: { readonly save: Save; readonly stamp: string } | undefined;

  constructor(
    { directory, copies, notice }: SavesPlace,
    format: Format,
    conf: { readonly default: typeof Conf },
  ) {
    this.directory = directory;
    if (copies) {
      const checkout = createHash("sha256").update(copies.of).digest("hex").slice(0, 12);
      this.#copy = join(copies.directory, `${checkout}.json`);
    }
    if (notice !== undefined) this.#notices.push(notice);
    this.path = join(directory, FILE_NAME);
    this.#format = format;
    this.#Conf = conf.default;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  read(): Save {
    return this.#guard("unreadable", () => {
      const stamp = this.#stamp();
      if (this.#cached !== undefined && this.#cached.stamp === stamp) return this.#cached.save;
      const found = inspectFile(this.path, this.#format);
      // Anything but a sound file is mended under the lock; another game may be writing just now.
      if (isMended(found)) return this.update((save) => save);
      this.#cached = { save: found.save, stamp };
      return found.save;
    });
  }

  /** What can be read in the file, whatever its state; nothing is written. */
  peek(): Save {
    try {
      return inspectFile(this.path, this.#format).save;
    } catch {
      return emptySave();
    }
  }

  update(change: (save: Save) => Save, { keepAs, patienceMs }: UpdateOptions = {}): Save {
    return this.#guard("unwritable", () => {
      makeFolder(this.directory);
      this.#bringBack();
      for (let tries = 0; tries < 5; tries++) {
        const lock = this.#lock(patienceMs);
        if (lock === undefined) break;
        try {
          this.#sweep();
          const found = inspectFile(this.path, this.#format);
          const changed = change(found.save);
          if (changed === found.save && !isMended(found)) return found.save;
          const next = normalize(changed);
          // A game that slept for long may have lost its lock meanwhile; then everything is read again.
          if (!lock.isMine()) continue;
          if (isMended(found)) this.#keep(found);
          if (keepAs !== undefined && found.state !== "absent") this.#keepAs(keepAs);
          this.#write(next);
          this.#cached = { save: next, stamp: this.#stamp() };
          return next;
        } finally {
          lock.release();
        }
      }
      throw new SavesError({ code: "busy", lock: printable(join(this.directory, "progress.lock")) });
    });
  }

  /** The lock; where the folder may not be written but the file may, nobody can have one and nobody needs one. */
  #lock(patienceMs: number | undefined): Lock | undefined {
    try {
      return acquireLock(join(this.directory, "progress.lock"), patienceMs);
    } catch (error) {
      if (!isIrreplaceable(error)) throw error;
      try {
        closeSync(openSync(this.path, "r+"));
      } catch {
        throw error;
      }
      this.#isFixed = true;
      return { isMine: () => true, release: () => {} };
    }
  }

  /** A checkout that was cleaned has lost its progress; the copy elsewhere has not. */
  #bringBack(): void {
    if (this.#copy === undefined || existsSync(this.path) || !existsSync(this.#copy)) return;
    try {
      copyFileSync(this.#copy, this.path, constants.COPYFILE_EXCL);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") rmSync(this.path, { force: true }); // no half a file
      throw error;
    }
    this.#notices.push({ code: "brought-back", copy: printable(this.#copy) });
  }

  /** Removes what a game left half written when it was killed; nobody else writes while the lock is held. */
  #sweep(): void {
    if (this.#isSwept) return;
    this.#isSwept = true;
    try {
      for (const name of readdirSync(this.directory)) {
        if (/^progress\.json\.tmp-[0-9a-f]+$/.test(name)) rmSync(join(this.directory, name), { force: true });
      }
    } catch (error) {
      if (!this.#isFixed) throw error; // nothing can be removed from a folder that may not be written
    }
  }

  #write(save: Save): void {
    const text = saveText(save);
    if (Buffer.byteLength(text) > FILE_BYTES_MAX)
      throw new SavesError({ code: "too-large", limitMb: FILE_BYTES_MAX / 1e6 });
    if (this.#isFixed) overwrite(this.path, text);
    else this.#replace(save, text);
    if (this.#copy !== undefined) keepCopy(this.#copy, text);
  }

  /** Puts a new file in the place of the old one, so that at no moment is there half a file. */
  #replace(save: Save, text: string): void {
    // A conf reads its file when it is made, so it is made only once the file is known to be sound or absent,
    // and a damaged one is read as empty: its copy is kept and its content already recovered.
    this.#conf ??= new this.#Conf<Record<string, unknown>>({
      cwd: this.directory,
      configName: "progress",
      accessPropertiesByDotNotation: false,
      deserialize: () => ({}),
    });
    try {
      this.#conf.store = { ...save };
    } catch (error) {
      // The file is a mount of its own, as of a container: it can be written into and no more.
      if (!isIrreplaceable(error) || !existsSync(this.path)) throw error;
      overwrite(this.path, text);
      this.#isFixed = true;
      this.#isSwept = false;
      this.#sweep();
    }
  }

  /** Keeps the file as it is under another name and says so. */
  #keepAs(word: string): void {
    const aside = printable(keepAside(this.path, this.directory, word, new Date()));
    this.#notices.push({ code: "started-over", aside });
  }

  /** Copies the old file aside and says so. */
  #keep(found: Mended): void {
    const aside = keepAside(this.path, this.directory, asideWord(found), new Date());
    this.#notices.push(mendedNotice(found, printable(aside)));
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
      throw explain(error, kind, this.directory);
    }
  }
}

/** Writes the second copy. It is a help in need, so that a failure costs nothing. */
function keepCopy(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    const fresh = `${path}.${process.pid}.new`;
    writeFileSync(fresh, text);
    renameSync(fresh, path);
  } catch {
    // Nowhere to keep it.
  }
}
