/**
 * Preloaded into the game by bench/ui.bench.ts (`node --expose-gc --import`): writes how much of the heap is alive, in
 * bytes, to the file named by ZTM_LIVE_HEAP, again and again.
 */
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const everyMs = 2_000;
const { gc } = globalThis;
const file = process.env.ZTM_LIVE_HEAP;
if (isMainThread && gc && file)
  setInterval(() => {
    gc();
    writeFileSync(file, String(process.memoryUsage().heapUsed));
  }, everyMs).unref();
