import { emptyParser, flushKeys, type InputEvent, type ParserState, parseKeys, waitingFor } from "./input.ts";

/**
 * How long the rest of something may take, in ms. A lone ESC is the Esc key after 50 ms; the rest
 * of a sequence may come late over a slow line; a paste whose end never comes must not lock the keyboard.
 */
const PATIENCE_MS = { nothing: 0, escape: 50, sequence: 500, paste: 1_000 } as const;

/** More at once than this is no player (a file piped into the terminal). Ctrl-C is heard all the same. */
const burstMax = 256;

/** The impure shell of the parser: holds its state and the timer that ends its waiting. */
export class KeyReader {
  #state: ParserState = emptyParser;
  #timer: NodeJS.Timeout | undefined;
  readonly #onEvent: (event: InputEvent) => void;

  constructor(onEvent: (event: InputEvent) => void) {
    this.#onEvent = onEvent;
  }

  /** Takes what stdin delivered. */
  push(chunk: Uint8Array | string): void {
    this.stop();
    const { events, state } = parseKeys(this.#state, chunk);
    this.#state = state;
    const waiting = waitingFor(state);
    if (waiting !== "nothing") this.#timer = setTimeout(() => this.#flush(), PATIENCE_MS[waiting]);
    for (const [at, event] of events.entries())
      if (at < burstMax || ("key" in event && event.key === "interrupt")) this.#onEvent(event);
  }

  /** Forgets the timer (the session ends, or more input came). */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #flush(): void {
    const { events, state } = flushKeys(this.#state);
    this.#state = state;
    for (const event of events) this.#onEvent(event);
  }
}
