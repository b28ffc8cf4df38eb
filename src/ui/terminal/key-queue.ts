import { FakeStdin } from "./fake-stdin.ts";
import type { KeyEvent } from "./input.ts";

export type KeyHandler = (event: KeyEvent) => void;

/** More keys than this waiting at once are not a player (a file piped into the terminal). */
const QUEUE_LIMIT = 256;

/**
 * Delivers key events one by one, each only after React has committed what the one before it
 * changed and run its effects. So no handler ever sees a stale screen, and a menu such as
 * ink-select-input, which forgets a second key that comes before its next render, loses none.
 */
export class KeyQueue {
  /** The stdin for Ink, fed with the same events. */
  readonly stdin = new FakeStdin();
  /** While set, it alone hears the events: what lies under it is out of reach. */
  overlay: KeyHandler | undefined;
  readonly #waiting: KeyEvent[] = [];
  readonly #handlers = new Set<KeyHandler>();
  readonly #idle: (() => void)[] = [];
  #beat: (() => void) | undefined;
  #busy = false;

  /** Adds an event at the end of the line. */
  push(event: KeyEvent): void {
    if (this.#waiting.length < QUEUE_LIMIT) this.#waiting.push(event);
    this.#next();
  }

  /** Listens to every event; returns the way to stop. */
  subscribe(handler: KeyHandler): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  /** The root of the tree offers a way to make it commit once more; it answers with `committed`. */
  connect(beat: () => void): () => void {
    this.#beat = beat;
    this.#next();
    return () => {
      this.#beat = undefined;
      this.#waiting.length = 0;
    };
  }

  /** The root says that the commit after an event, effects included, is done. */
  committed(): void {
    if (!this.#busy) return;
    // A turn of the event loop, for what the effects themselves have changed.
    setImmediate(() => {
      this.#busy = false;
      this.#next();
    });
  }

  /** Resolves when every event so far has been delivered and committed. */
  settled(): Promise<void> {
    if (!this.#busy && this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #next(): void {
    if (this.#busy || this.#beat === undefined) return;
    const event = this.#waiting.shift();
    if (event === undefined) {
      for (const resolve of this.#idle.splice(0)) resolve();
      return;
    }
    this.#busy = true;
    this.#deliver(event);
    this.#beat?.(); // the event may have ended it all
  }

  #deliver(event: KeyEvent): void {
    if (this.overlay) {
      this.overlay(event);
      return;
    }
    for (const handler of [...this.#handlers]) handler(event);
    if (!("paste" in event)) this.stdin.feed(event);
  }
}
