/** Progress in a browser's storage: the same text as the terminal's file, under one name. */
import {
  addSave,
  asideWord,
  emptySave,
  FILE_BYTES_MAX,
  type HastyStore,
  type Inspection,
  inspectBytes,
  isMended,
  mendedNotice,
  type Notice,
  normalize,
  type Save,
  SavesError,
  saveText,
  type UpdateOptions,
} from "../saves/anywhere.ts";
import { laterState } from "../study/card-state.ts";

/** What of a browser's storage is needed here. */
export type ItemStore = Pick<Storage, "getItem" | "setItem">;

export const storeName = "zero-to-millions";

export class PageStore implements HastyStore {
  readonly notices: Notice[] = [];
  readonly #shelf: () => ItemStore;
  readonly #now: () => Date;
  #cached: { readonly text: string | null; readonly save: Save } | undefined;

  /** @param shelf the storage; a browser may throw when it is asked for it */
  constructor(shelf: () => ItemStore, now: () => Date) {
    this.#shelf = shelf;
    this.#now = now;
  }

  read(): Save {
    const text = this.#text();
    if (this.#cached?.text === text) return this.#cached.save;
    const found = inspectText(text);
    if (isMended(found)) return this.update((save) => save);
    this.#cached = { text, save: found.save };
    return found.save;
  }

  peek(): Save {
    try {
      return inspectText(this.#text()).save;
    } catch {
      return emptySave();
    }
  }

  update(change: (save: Save) => Save, { keepAs }: UpdateOptions = {}): Save {
    const text = this.#text();
    const found = inspectText(text);
    const changed = change(found.save);
    if (changed === found.save && !isMended(found)) return found.save;
    const next = normalize(changed);
    if (text !== null && isMended(found))
      this.notices.push(mendedNotice(found, this.#keep(text, asideWord(found))));
    if (text !== null && keepAs !== undefined)
      this.notices.push({ code: "started-over", aside: this.#keep(text, keepAs) });
    this.#write(next);
    return next;
  }

  /** Takes in what another tab has written over what was written here, which it may not have known. */
  takeIn(written: string | null): void {
    const own = this.#cached?.save;
    if (own === undefined || written === null) return;
    const found = inspectText(written);
    if (found.state !== "sound") return;
    const both = addSave(found.save, own, laterState);
    if (both !== found.save) this.#write(both);
  }

  #write(save: Save): void {
    const text = saveText(save);
    if (text.length > FILE_BYTES_MAX)
      throw new SavesError({ code: "too-large", limitMb: FILE_BYTES_MAX / 1e6 });
    this.#guard(() => this.#shelf().setItem(storeName, text));
    this.#cached = { text, save };
  }

  /** Keeps a text under a name with a word in it, and returns that name. */
  #keep(text: string, word: string): string {
    const aside = `${storeName}.${word}-${this.#now().toISOString().slice(0, 19).replaceAll(":", "-")}`;
    this.#guard(() => this.#shelf().setItem(aside, text));
    return aside;
  }

  #text(): string | null {
    return this.#guard(() => this.#shelf().getItem(storeName));
  }

  #guard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      const isFull = error instanceof Error && error.name === "QuotaExceededError";
      throw new SavesError({ code: isFull ? "full" : "forbidden" }, error);
    }
  }
}

function inspectText(text: string | null): Inspection {
  return text === null
    ? { state: "absent", save: emptySave() }
    : inspectBytes(new TextEncoder().encode(text));
}
