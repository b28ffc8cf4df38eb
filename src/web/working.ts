/** A working thread of the page. */
import { answer } from "../threads/answering.ts";
import type { Call } from "../threads/messages.ts";
import type { Own } from "./thread.ts";

/** Does one task after another. */
export function workHere(): void {
  const own = globalThis as unknown as Own<Call>;
  own.onmessage = ({ data }) => answer(data, (message) => own.postMessage(message));
}
