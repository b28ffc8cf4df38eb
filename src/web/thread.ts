/** A thread of the page: one that unpacks what the page carries, or one that works. */
import { unpacked } from "./packed/unpack.ts";

/** What of a thread is needed here. */
export interface Own<Message> {
  onmessage: ((event: { readonly data: Message }) => void) | null;
  postMessage(message: unknown): void;
}

/** What a thread says first. */
export const ready = "ready";

/** Unpacks what it is given. Where it has the chunks for work, work listens in its place. */
export function workAsThread(fetch: (name: string) => Promise<unknown>): void {
  const own = globalThis as unknown as Own<unknown>;
  own.onmessage = ({ data }) => {
    for (const part of unpacked(String(data))) if (part !== undefined) own.postMessage({ part });
  };
  void fetch("working").then((working) => (working as { readonly workHere: () => void }).workHere());
  own.postMessage(ready);
}
