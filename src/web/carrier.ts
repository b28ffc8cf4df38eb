/** What the page carries packed: it is unpacked in a thread while the title is read, and between keys without one. */
import type { Chunks } from "./chunks.ts";
import { partsIn, unpacked } from "./packed/unpack.ts";
import { ready } from "./thread.ts";

/** A browser that forbids threads says so at once, or never lets one speak: it is waited for so long. */
const patienceMs = 4_000;
/** Without a thread it is unpacked for so long at a time: keys are heard in between. */
const sliceMs = 12;

/** Starts a thread that works. */
export type StartWorker = () => Worker;

export class Carrier {
  /** What starts a thread that works, as soon as there is what it needs; undefined where the browser starts none. */
  readonly workers: Promise<StartWorker | undefined>;
  readonly #script: string;
  readonly #chunks: Chunks;
  readonly #parts: string[] = [];
  #tellWorkers: (start: StartWorker | undefined) => void = () => {};

  /** @param script the page's own, of which threads are made */
  constructor(script: string, chunks: Chunks) {
    this.#script = script;
    this.#chunks = chunks;
    this.workers = new Promise((resolve) => {
      this.#tellWorkers = resolve;
    });
    // A part that cannot be unpacked, or not be run, is an error that nobody here can mend: the page tells of it.
    void this.#unpack();
  }

  async #unpack(): Promise<void> {
    if (document.readyState === "loading")
      await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
    const packed = document.getElementById("packed")?.textContent ?? "";
    if (!(await this.#inThread(packed))) await this.#here(packed);
  }

  /** Whether a thread has unpacked it all. */
  #inThread(packed: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (isDone: boolean, worker?: Worker) => {
        clearTimeout(timer);
        worker?.terminate();
        resolve(isDone);
      };
      try {
        const worker = new Worker(addressOf(this.#script));
        timer = setTimeout(() => end(false, worker), patienceMs);
        worker.onerror = () => end(false, worker);
        worker.onmessage = ({ data }) => {
          if (data === ready) {
            clearTimeout(timer);
            worker.postMessage(packed);
            return;
          }
          try {
            this.#take(data.part, true);
          } catch (error) {
            reject(error);
          }
          if (this.#parts.length === partsIn(packed)) end(true, worker);
        };
      } catch {
        end(false);
      }
    });
  }

  async #here(packed: string): Promise<void> {
    let began = performance.now();
    let unpackedParts = 0;
    for (const part of unpacked(packed)) {
      if (part !== undefined && ++unpackedParts > this.#parts.length) this.#take(part, false);
      if (performance.now() - began < sliceMs) continue;
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }

  /** Runs a part: the page's policy lets it, for it knows its hash. */
  #take(part: string, hasThreads: boolean): void {
    const { size } = this.#chunks;
    const element = document.createElement("script");
    element.textContent = part;
    document.head.append(element);
    element.remove();
    if (this.#chunks.size === size) throw new Error("a part of the page is not what it was");
    // The first part is all that a thread needs to work.
    if (this.#parts.push(part) > 1) return;
    const address = hasThreads ? addressOf(this.#script, part) : undefined;
    this.#tellWorkers(address === undefined ? undefined : () => new Worker(address));
  }
}

function addressOf(...script: readonly string[]): string {
  return URL.createObjectURL(new Blob([...script], { type: "text/javascript" }));
}
