import { existsSync } from "node:fs";

/** The worker beside the bundle; undefined when running from the sources. */
export function workerFile(): URL | undefined {
  return ["./worker.js", "../worker.js"]
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(url));
}
