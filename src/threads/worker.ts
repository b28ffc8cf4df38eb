/** A working thread of Node: does one task after another. */
import { parentPort } from "node:worker_threads";
import { answer } from "./answering.ts";
import type { TaskCall } from "./messages.ts";

parentPort?.on("message", (call: TaskCall) => answer(call, (message) => parentPort?.postMessage(message)));
