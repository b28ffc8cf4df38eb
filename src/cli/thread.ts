/**
 * A command on a thread of its own, so that Ctrl-C is heard while it computes. It says what is to be written; the
 * main thread writes.
 */
import { parentPort, workerData } from "node:worker_threads";
import { runCommand } from "./index.ts";
import { surroundings } from "./surroundings.ts";

/** What the thread says: text for the two streams, and at last the exit code. */
export type ThreadMessage = { readonly out: string } | { readonly err: string } | { readonly code: number };

const port = parentPort;
if (!port) throw new Error("this file runs as a thread");
const stopped = new AbortController();
port.on("message", () => stopped.abort());
const say = (message: ThreadMessage) => port.postMessage(message);
const code = await runCommand(workerData as readonly string[], {
  out: (out) => say({ out }),
  err: (err) => say({ err }),
  ...surroundings(),
  signal: stopped.signal,
});
say({ code });
