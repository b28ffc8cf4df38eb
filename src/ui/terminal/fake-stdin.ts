import { EventEmitter } from "node:events";
import type { KeyPress } from "./input.ts";

const SEQUENCES: Partial<Record<KeyPress["key"], string>> = {
  up: "\u001B[A",
  down: "\u001B[B",
  right: "\u001B[C",
  left: "\u001B[D",
  home: "\u001B[H",
  end: "\u001B[F",
  pageup: "\u001B[5~",
  pagedown: "\u001B[6~",
  delete: "\u001B[3~",
  enter: "\r",
  tab: "\t",
  backspace: "\b",
  space: " ",
  // Spelled out, because Ink holds a lone ESC back until the next turn of the event loop.
  escape: "\u001B[27u",
};

/** A key as the one sequence that Ink reads without surprise, or undefined when Ink shall not see it. */
export function canonicalSequence(press: KeyPress): string | undefined {
  if (press.ctrl || press.alt) return undefined;
  if (press.key === "tab" && press.shift) return "\u001B[Z";
  return press.key === "char" ? press.char : SEQUENCES[press.key];
}

/**
 * The stdin that Ink gets. It is never the keyboard: the session feeds it one canonical key at a
 * time. A key that nobody reads is gone, as with a real keyboard; it does not wait for a later menu.
 */
export class FakeStdin extends EventEmitter {
  readonly isTTY = true;
  #data: string | null = null;

  feed(press: KeyPress): void {
    const sequence = canonicalSequence(press);
    if (sequence === undefined) return;
    this.#data = sequence;
    this.emit("readable");
    this.#data = null;
  }

  read(): string | null {
    const data = this.#data;
    this.#data = null;
    return data;
  }

  /** Raw mode belongs to the session; the rest is what Ink calls on a stream. */
  setRawMode(): this {
    return this;
  }
  setEncoding(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
