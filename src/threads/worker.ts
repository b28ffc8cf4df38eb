/** A working thread of Node: does one task after another. */
import { parentPort } from "node:worker_threads";
import { answer } from "./answering.ts";
import type { Call } from "./messages.ts";

parentPort?.on("message", (call: Call) => answer(call, (message) => parentPort?.postMessage(message)));
