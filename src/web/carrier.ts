/**
 * What the page carries packed, in blocks that know nothing of each other: each is unpacked in a thread of its own while
 * the title is read, and between keys without one.
 */
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
    const blocks = (document.getElementById("packed")?.textContent ?? "").split(" ");
    const firsts: Promise<void>[] = [];
    const all = blocks.map((packed, at) => {
      let tellFirst = () => {};
      firsts.push(
        new Promise((resolve) => {
          tellFirst = resolve;
        }),
      );
      return this.#unpackBlock(packed, at === 0, async () => {
        tellFirst();
        await Promise.all(firsts);
      });
    });
    await Promise.all(all);
    this.#chunks.end();
  }

  /**
   * @param isWork whether its first part is all that a thread needs to work
   * @param othersToo called after a part: waits until the first part of every block is there, for who plays needs them
   */
  async #unpackBlock(packed: string, isWork: boolean, othersToo: () => Promise<void>): Promise<void> {
    let taken = 0;
    const take = (part: string, hasThreads: boolean) => {
      this.#run(part);
      if (taken++ > 0 || !isWork) return;
      const address = hasThreads ? addressOf(this.#script, part) : undefined;
      this.#tellWorkers(address === undefined ? undefined : () => new Worker(address));
    };
    if (await this.#inThread(packed, (part) => take(part, true), othersToo)) return;
    let unpackedParts = 0;
    let began = performance.now();
    for (const part of unpacked(packed)) {
      if (part !== undefined) {
        if (++unpackedParts > taken) take(part, false);
        await othersToo();
      }
      if (performance.now() - began < sliceMs) continue;
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }

  /** Whether a thread has unpacked it all. */
  #inThread(packed: string, take: (part: string) => void, othersToo: () => Promise<void>): Promise<boolean> {
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let left = partsIn(packed);
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
            take(data.part);
          } catch (error) {
            reject(error);
          }
          if (--left === 0) end(true, worker);
          else void othersToo().then(() => worker.postMessage(undefined));
        };
      } catch {
        end(false);
      }
    });
  }

  /** Runs a part: the page's policy lets it, for it knows its hash. */
  #run(part: string): void {
    const { size } = this.#chunks;
    const element = document.createElement("script");
    element.textContent = part;
    document.head.append(element);
    element.remove();
    if (this.#chunks.size === size) throw new Error("a part of the page is not what it was");
  }
}

function addressOf(...script: readonly string[]): string {
  return URL.createObjectURL(new Blob([...script], { type: "text/javascript" }));
}
