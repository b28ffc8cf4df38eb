/** A program of the tests' own as one file that Node runs: a start through tsx takes a second of a core each time. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Packages that Ink and conf can load and are never asked to, as in `scripts/build.mjs`. */
const unused = ["react-devtools-core", "ws", "ajv/dist/2020.js", "ajv-formats"];
const stub = join(ROOT, "scripts/unused-stub.mjs");

/** The path of the program, with all that it imports, for the tests of one file. */
export function bundled(entry: string): string {
  const folder = mkdtempSync(join(ROOT, "node_modules/.ztm-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "program.mjs");
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: Object.fromEntries(unused.map((name) => [name, stub])),
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return outfile;
}
