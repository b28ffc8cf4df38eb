import { existsSync } from "node:fs";

/** The worker beside the bundle; undefined when running from the sources, or where Node may start no thread. */
export function workerFile(): URL | undefined {
  if (process.permission?.has("worker") === false) return undefined;
  return ["./worker.js", "../worker.js"]
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(url));
}
