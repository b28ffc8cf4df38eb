/** Progress that is never given up: what cannot be saved now is kept in memory and tried again until it can. */
import { SavesError } from "./errors.ts";
import type { Notice, Trouble } from "./findings.ts";
import type { Save } from "./shape.ts";

type PendingChange = (save: Save) => Save;

/** How an update is made; what is left out is as usual. */
export interface UpdateOptions {
  /** What was saved before is kept beside it under a name with this word. */
  readonly keepAs?: string;
  /** How long to wait for another game that saves just now, in ms. */
  readonly patienceMs?: number;
}

/** A store that gives up where it is refused: every call but `peek` may throw a `SavesError`. */
export interface HastyStore {
  /** What the player should know. Grows. */
  readonly notices: readonly Notice[];
  /** What is saved now, by this game or another one. Cheap when nothing changed. */
  read(): Save;
  /** What can be read, whatever its state; nothing is written. */
  peek(): Save;
  /** Reads again, applies the change and writes at once. Returns what was written. */
  update(change: PendingChange, options?: UpdateOptions): Save;
}

/** While there is trouble nobody waits long for another game: the player would wait with it. */
const patienceInTroubleMs = 100;

export class PatientStore {
  readonly #store: HastyStore;
  #pending: PendingChange[] = [];
  #options: UpdateOptions = {};
  #save: Save;
  #trouble: Trouble | undefined;

  /** @param trouble what happened when the store was first looked into, if anything */
  constructor(store: HastyStore, trouble?: Trouble) {
    this.#store = store;
    this.#trouble = trouble;
    this.#save = store.peek();
  }

  get notices(): readonly Notice[] {
    return this.#store.notices;
  }

  /** Why what was done last is not saved; undefined when all is well. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Whether something is not saved yet. */
  get isWaiting(): boolean {
    return this.#pending.length > 0;
  }

  read(): Save {
    return this.#trouble ? this.#save : this.#attempt(() => this.#store.read());
  }

  /** Applies the change, here at once and in the store as soon as it lets us. */
  update(change: PendingChange, options: UpdateOptions = {}): Save {
    this.#pending.push(change);
    this.#options = { ...this.#options, ...options };
    this.#save = change(this.#save);
    return this.retry();
  }

  /** Tries once more to save what is not saved. Returns what holds now, in the store or in memory. */
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
