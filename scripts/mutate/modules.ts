/**
 * The project's modules as a mutation run loads them: each is compiled once and evaluated anew for every mutant, so
 * that nothing a mutant has computed (a table, a kept run) outlives it. Packages are loaded once, by Node.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { transform } from "esbuild";
import { moduleRunnerTransform } from "vite";
import { deps, oneWayToCount } from "../../vitest.config.ts";

type Exports = Record<string, unknown>;
type Evaluate = (
  exported: Exports,
  meta: { readonly url: string },
  load: (id: string) => Promise<Exports>,
  loadLater: (id: string) => Promise<Exports>,
  name: (name: string, value: () => unknown) => void,
  all: (from: Exports) => void,
) => Promise<void>;

const PARAMETERS = ["exports", "import_meta", "import", "dynamic_import", "exportName", "exportAll"];

export class Modules {
  readonly #compiled = new Map<string, Promise<Evaluate>>();
  readonly #loaded = new Map<string, Promise<Exports>>();

  readonly #sourceOf: (file: string) => string | undefined;

  /** `sourceOf` may give another text for a file than lies on the disk. */
  constructor(sourceOf: (file: string) => string | undefined) {
    this.#sourceOf = sourceOf;
  }

  /** Whatever is loaded from now on is evaluated anew. */
  forget(): void {
    this.#loaded.clear();
  }

  load(file: string): Promise<Exports> {
    const loaded = this.#loaded.get(file) ?? this.#evaluate(file);
    this.#loaded.set(file, loaded);
    return loaded;
  }

  async #compile(file: string): Promise<Evaluate> {
    const read = this.#sourceOf(file) ?? readFileSync(file, "utf8");
    const text = file.endsWith(".json") ? `export default ${read}` : read;
    const { code } = await transform(text, {
      loader: file.endsWith("x") ? "tsx" : "ts",
      jsx: "automatic",
      format: "esm",
      target: "node20",
      sourcefile: file,
    });
    const made = await moduleRunnerTransform(code, null, file, code);
    if (made === null) throw new Error(`${file} is no module`);
    const parameters = PARAMETERS.map((name) => `__vite_ssr_${name}__`).join();
    return new Script(`(async (${parameters}) => {"use strict";${made.code}\n})`, {
      filename: file,
    }).runInThisContext() as Evaluate;
  }

  async #evaluate(file: string): Promise<Exports> {
    const compiled = this.#compiled.get(file) ?? this.#compile(file);
    this.#compiled.set(file, compiled);
    const exported: Exports = Object.create(null);
    Object.defineProperty(exported, Symbol.toStringTag, { value: "Module" });
    const name = (key: string, get: () => unknown) =>
      Object.defineProperty(exported, key, { enumerable: true, configurable: true, get });
    const load = (id: string) => this.#resolve(id, file);
    await (await compiled)(exported, { url: pathToFileURL(file).href }, load, load, name, (from) => {
      for (const key of Object.keys(from))
        if (key !== "default" && !(key in exported)) name(key, () => from[key]);
    });
    return exported;
  }

  #resolve(id: string, importer: string): Promise<Exports> {
    const instead = oneWayToCount.resolveId(id, importer);
    if (instead !== null) return this.load(instead);
    if (id.startsWith(".")) return this.load(join(dirname(importer), id));
    if (deps.inline.includes(id)) return this.load(fileURLToPath(import.meta.resolve(id)));
    return import(id) as Promise<Exports>;
  }
}
