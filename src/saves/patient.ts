/** Progress that is never given up: what cannot be saved now is kept in memory and tried again until it can. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf, SavesError } from "./errors.ts";
import { CURRENT_FORMAT } from "./migrations.ts";
import { type Place, type PlaceOptions, savesPlace } from "./place.ts";
import type { Save, Trouble } from "./shape.ts";
import { type FileStore, makeStore, openStore, type SaveStore, type UpdateOptions } from "./store.ts";
import { printable } from "./text.ts";

type Change = (save: Save) => Save;

/** While there is trouble nobody waits long for another game: the player would wait with it. */
const patienceInTroubleMs = 100;

export class PatientStore implements SaveStore {
  readonly #store: FileStore;
  #pending: Change[] = [];
  #options: UpdateOptions = {};
  #save: Save;
  #trouble: SavesError | undefined;

  /** @param trouble what happened when the store was first looked into, if anything */
  constructor(store: FileStore, trouble?: SavesError) {
    this.#store = store;
    this.#trouble = trouble;
    this.#save = store.peek();
  }

  get directory(): string {
    return this.#store.directory;
  }

  get path(): string {
    return this.#store.path;
  }

  get notices(): readonly string[] {
    return this.#store.notices;
  }

  /** Why what was done last is not on the disk; undefined when all is well. */
  get trouble(): Trouble | undefined {
    return this.#trouble && { reason: this.#trouble.reason, line: this.#trouble.message };
  }

  read(): Save {
    return this.#trouble ? this.#save : this.#attempt(() => this.#store.read());
  }

  /** Applies the change, here at once and on the disk as soon as it lets us. */
  update(change: Change, options: UpdateOptions = {}): Save {
    this.#pending.push(change);
    this.#options = { ...this.#options, ...options };
    this.#save = change(this.#save);
    return this.retry();
  }

  /** Tries once more to save what is not saved. Returns what holds now, on the disk or in memory. */
  retry(): Save {
    const changes = [...this.#pending];
    const patience = this.#trouble ? { patienceMs: patienceInTroubleMs } : {};
    return this.#attempt(() => {
      const saved = this.#store.update((save) => changes.reduce((sum, change) => change(sum), save), {
        ...this.#options,
        ...patience,
      });
      this.#pending = [];
      this.#options = {};
      return saved;
    });
  }

  /**
   * The last try. What still cannot be saved is put where it can, and a line says where; undefined when all is saved.
   */
  async close(): Promise<string | undefined> {
    if (this.#trouble) this.retry();
    const { trouble } = this;
    if (!trouble || this.#pending.length === 0) return undefined;
    const place = { directory: join(tmpdir(), `zero-to-millions-${process.pid}`) };
    try {
      const other = await openStore(place, CURRENT_FORMAT);
      other.update(() => this.#save);
      return `${trouble.line} Your progress was written to ${other.path} instead: copy it to ${printable(this.directory)}.`;
    } catch {
      return `${trouble.line} What was done since then is lost.`;
    }
  }

  #attempt(act: () => Save): Save {
    try {
      this.#save = act();
      this.#trouble = undefined;
    } catch (error) {
      if (!(error instanceof SavesError)) throw error;
      this.#trouble = error;
    }
    return this.#save;
  }
}

/** Opens the saves where they can be opened, and never fails: what is wrong stands in `trouble` or in a notice. */
export async function openPatiently(options: PlaceOptions): Promise<PatientStore> {
  const place = savesPlace(options);
  try {
    return new PatientStore(await openStore(place, CURRENT_FORMAT));
  } catch (error) {
    if (!(error instanceof SavesError)) throw error;
    const elsewhere = await openFallback(place, error);
    return elsewhere ?? new PatientStore(await makeStore(place, CURRENT_FORMAT), error);
  }
}

/** The player's own place, when the first one belongs to somebody else or is read-only. */
async function openFallback({ fallback }: Place, error: SavesError): Promise<PatientStore | undefined> {
  const isForbidden = ["EACCES", "EPERM", "EROFS"].includes(codeOf(error.cause) ?? "");
  if (fallback === undefined || !isForbidden) return undefined;
  const notice = `${printable(error.directory)} may not be written (${error.reason}): your progress is kept in ${printable(fallback)}.`;
  try {
    return new PatientStore(await openStore({ directory: fallback, notice }, CURRENT_FORMAT));
  } catch (second) {
    if (!(second instanceof SavesError)) throw second;
    return undefined;
  }
}
