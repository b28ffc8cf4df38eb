/** A working thread of the page. */
import { answer } from "../threads/answering.ts";
import type { Call } from "../threads/messages.ts";

interface Own {
  onmessage: ((event: { readonly data: Call }) => void) | null;
  postMessage(message: unknown): void;
}

/** Says that it is there, then does one task after another. */
export function workHere(): void {
  const own = globalThis as unknown as Own;
  own.onmessage = ({ data }) => answer(data, (message) => own.postMessage(message));
  own.postMessage(ready);
}

/** What a thread says first. */
export const ready = "ready";
