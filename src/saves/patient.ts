/** Progress that is never given up: what cannot be saved now is kept in memory and tried again until it can. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SavesError } from "./errors.ts";
import type { Farewell, Notice, Trouble } from "./findings.ts";
import { CURRENT_FORMAT } from "./migrations.ts";
import { type PlaceOptions, type SavesPlace, savesPlace } from "./place.ts";
import type { Save } from "./shape.ts";
import { type FileStore, makeStore, openStore, type SaveStore, type UpdateOptions } from "./store.ts";
import { printable } from "./text.ts";

type PendingChange = (save: Save) => Save;

/** While there is trouble nobody waits long for another game: the player would wait with it. */
const patienceInTroubleMs = 100;

export class PatientStore implements SaveStore {
  readonly #store: FileStore;
  #pending: PendingChange[] = [];
  #options: UpdateOptions = {};
  #save: Save;
  #trouble: Trouble | undefined;

  /** @param trouble what happened when the store was first looked into, if anything */
  constructor(store: FileStore, trouble?: Trouble) {
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

  get notices(): readonly Notice[] {
    return this.#store.notices;
  }

  /** Why what was done last is not on the disk; undefined when all is well. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  read(): Save {
    return this.#trouble ? this.#save : this.#attempt(() => this.#store.read());
  }

  /** Applies the change, here at once and on the disk as soon as it lets us. */
  update(change: PendingChange, options: UpdateOptions = {}): Save {
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
   * The last try. What still cannot be saved is put where it can, and where is told; undefined when all is saved.
   */
  async close(): Promise<Farewell | undefined> {
    if (this.#trouble) this.retry();
    const { trouble } = this;
    if (!trouble || this.#pending.length === 0) return undefined;
    const place = { directory: join(tmpdir(), `zero-to-millions-${process.pid}`) };
    try {
      const other = await openStore(place, CURRENT_FORMAT);
      other.update(() => this.#save);
      return { code: "written", trouble, path: other.path, directory: printable(this.directory) };
    } catch {
      return { code: "lost", trouble };
    }
  }

  #attempt(act: () => Save): Save {
    try {
      this.#save = act();
      this.#trouble = undefined;
    } catch (error) {
      if (!(error instanceof SavesError)) throw error;
      this.#trouble = error.trouble;
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
    const { trouble } = error;
    const elsewhere = await openFallback(place, trouble);
    return elsewhere ?? new PatientStore(await makeStore(place, CURRENT_FORMAT), trouble);
  }
}

/** The player's own place, when the first one belongs to somebody else or is read-only. */
async function openFallback(
  { directory, fallback }: SavesPlace,
  trouble: Trouble,
): Promise<PatientStore | undefined> {
  const { errno = "" } = "errno" in trouble ? trouble : {};
  if (fallback === undefined || !["EACCES", "EPERM", "EROFS"].includes(errno)) return undefined;
  const notice: Notice = {
    code: "elsewhere",
    directory: printable(directory),
    errno,
    fallback: printable(fallback),
  };
  try {
    return new PatientStore(await openStore({ directory: fallback, notice }, CURRENT_FORMAT));
  } catch (second) {
    if (!(second instanceof SavesError)) throw second;
    return undefined;
  }
}
