/** How what was done comes to the saves, and what happened there comes back. */
import type { PatientStore } from "../saves/anywhere.ts";
import { emptySave, type Save } from "../saves/shape.ts";
import type { Host } from "./host.ts";
import { type SaveChange, withChange } from "./model/save-changes.ts";
import type { Action } from "./model/types.ts";

/** What the game needs of the saves. */
export type Progress = Pick<PatientStore, "read" | "update" | "retry" | "notices" | "trouble">;

/** Progress that lives as long as the game. */
export function inMemory(save = emptySave(), notices: Progress["notices"] = []): Progress {
  let current = save;
  return {
    ...{ notices, trouble: undefined },
    read: () => current,
    retry: () => current,
    update: (change) => {
      current = change(current);
      return current;
    },
  };
}

/** A key that comes so long after the last look begins with a look whether another window has saved, in ms. */
const lookMs = 1_000;

/** How often a disk that refused is tried again, in ms. */
const retryMs = 2_000;

export class Saving {
  readonly #host: Pick<Host, "now" | "later">;
  readonly #store: Progress;
  readonly #dispatch: (action: Action) => void;
  #known: Pick<Progress, "notices" | "trouble"> & { readonly save: Save };
  #lookedMs = 0;
  #callOff: (() => void) | undefined;

  constructor(host: Pick<Host, "now" | "later">, store: Progress, dispatch: (action: Action) => void) {
    this.#host = host;
    this.#store = store;
    this.#dispatch = dispatch;
    this.#known = { save: store.read(), notices: [...store.notices], trouble: store.trouble };
    this.#tryAgainLater();
  }

  /** Writes what changed. */
  write(outbox: readonly SaveChange[]): void {
    if (outbox.length === 0) return;
    const isOver = outbox.some(({ type }) => type === "startOver");
    const change = (save: Save) => outbox.reduce(withChange, save);
    this.#tell(outbox.length, this.#store.update(change, isOver ? { keepAs: "before" } : {}));
  }

  /** Takes in what another window has saved. */
  look(): void {
    const nowMs = this.#host.now();
    if (Math.abs(nowMs - this.#lookedMs) < lookMs) return;
    this.#lookedMs = nowMs;
    this.#tell(0, this.#store.read());
  }

  stop(): void {
    this.#callOff?.();
  }

  #tell(count: number, save: Save): void {
    const { notices, trouble } = this.#store;
    const before = this.#known;
    this.#known = { save, notices: [...notices], trouble };
    if (count > 0 || save !== before.save) this.#dispatch({ type: "saved", count, save });
    if (JSON.stringify(trouble) !== JSON.stringify(before.trouble))
      this.#dispatch({ type: "unsaved", trouble });
    if (notices.length > before.notices.length)
      this.#dispatch({ type: "notice", notices: notices.slice(before.notices.length) });
    this.#tryAgainLater();
  }

  /** As long as the disk refuses. */
  #tryAgainLater(): void {
    if (this.#callOff || !this.#store.trouble) return;
    this.#callOff = this.#host.later(() => {
      this.#callOff = undefined;
      this.#tell(0, this.#store.retry());
    }, retryMs);
  }
}
