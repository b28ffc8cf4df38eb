/** A thread of the page: one that unpacks what the page carries, or one that works. */
import { unpacked } from "./packed/unpack.ts";

/** What of a thread is needed here. */
export interface Own<Message> {
  onmessage: ((event: { readonly data: Message }) => void) | null;
  postMessage(message: unknown): void;
}

/** What a thread says first. */
export const ready = "ready";

/**
 * Unpacks what it is given: the first message is the packed text, and each asks for one part more. Where it has the
 * chunks for work, work listens in its place.
 */
export function workAsThread(fetch: (name: string) => Promise<unknown>): void {
  const own = globalThis as unknown as Own<unknown>;
  let parts: ReturnType<typeof unpacked> | undefined;
  own.onmessage = ({ data }) => {
    parts ??= unpacked(String(data));
    let step = parts.next();
    while (!step.done && step.value === undefined) step = parts.next();
    own.postMessage({ part: step.value });
  };
  void fetch("working").then((working) => (working as { readonly workHere: () => void }).workHere());
  own.postMessage(ready);
}
