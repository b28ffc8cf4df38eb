/** What a command of the built game loads: what it needs, and nothing else. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
// @ts-expect-error: the build has no types
import { build } from "../../scripts/build.mjs";
import { catalog, titles } from "../../src/levels/catalog.ts";

interface Output {
  readonly entryPoint?: string;
  readonly imports: readonly { readonly path: string; readonly kind: string; readonly external?: boolean }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const outdir = mkdtempSync(join(tmpdir(), "ztm-chunks-"));
let outputs: Readonly<Record<string, Output>> = {};
beforeAll(async () => {
  outputs = (await build({ outdir })).outputs;
}, 60_000);
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** The chunks that load, one because of another, with those of entries. */
function chunksWith(...entries: readonly string[]): readonly string[] {
  const chunks = new Set<string>();
  for (const entry of entries) {
    const first = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
    if (first === undefined) throw new Error(`there is no chunk for ${entry}`);
    chunks.add(first);
  }
  for (const path of chunks)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && !external) chunks.add(join(root, next));
  return [...chunks];
}

/** The sources that load with them. */
function loadedWith(...entries: readonly string[]): string[] {
  return chunksWith(...entries).flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

describe("the built game", () => {
  test("starts with the reading of the command line, the languages and the list of levels alone", () => {
    for (const file of loadedWith("src/main.ts"))
      expect(file).toMatch(
        /^src\/(main\.ts|cli\/[\w-]+\.ts|cli\/commands\/(?:index|levels)\.ts|levels\/catalog\.ts|process\/[\w-]+\.ts|words\/(?:index|cli)\.ts|saves\/(language|place|shape)\.ts|present\/nearest\.ts)$/,
      );
  });

  test("starts from two files: its entry, and one with all that the entry needs at once", () => {
    const chunksOf = (file: string) => [
      ...new Set(
        [...readFileSync(join(outdir, file), "utf8").matchAll(/(?:from|import)"(\.[^"]*)"/g)].map(
          ([, path]) => path,
        ),
      ),
    ];
    const [start, ...others] = chunksOf("main.js");
    expect(others).toEqual([]);
    expect(start).toMatch(/^\.\/chunks\/start-/);
    expect(chunksOf(start as string)).toEqual([]);
  });

  test("starts without those parts of Node that take longer to load than a command to run", () => {
    const parts = chunksWith("src/main.ts").flatMap((path) =>
      (outputs[path]?.imports ?? []).flatMap(({ path: part, kind, external }) =>
        external && kind === "import-statement" ? [part] : [],
      ),
    );
    expect(new Set(parts)).toContain("node:fs");
    expect(
      parts.filter((part) => /crypto|stream|readline|child_process|worker|http|net$/.test(part)),
    ).toEqual([]);
  });

  test("loads the scheduler of cards for the commands that have cards, and for no other", () => {
    const entries = Object.values(outputs).flatMap(({ entryPoint = "" }) =>
      entryPoint.startsWith("src/cli/commands/") ? [entryPoint] : [],
    );
    expect(entries.length).toBeGreaterThan(10);
    const loading = entries.filter((entry) => loadedWith(entry).some((file) => /\/ts-fsrs\//.test(file)));
    const having = ["cards", "progress", "review"].map((name) => `src/cli/commands/${name}.ts`);
    expect(loading.sort()).toEqual(having);
  });

  test("lists the levels as they are, though it starts without one of them", () => {
    const said = execFileSync(process.execPath, [join(outdir, "play.js"), "levels", "--json"]);
    expect(JSON.parse(String(said))).toEqual(
      catalog.map((entry) => ({ ...entry, title: titles.en[entry.id] })),
    );
  });

  test("runs a headless command without the screen, and a design without the solver", () => {
    for (const name of ["brief", "simulate", "solve", "prove", "endless", "lab", "replay", "export"]) {
      const files = loadedWith(`src/cli/commands/${name}.ts`);
      expect(
        files.filter((file) => /^src\/ui\/|node_modules\/(ink|react|yoga|chalk|conf)/.test(file)),
        name,
      ).toEqual([]);
    }
    expect(
      loadedWith("src/cli/commands/simulate.ts").filter((file) => file.startsWith("src/solver/")),
    ).toEqual([]);
    expect(loadedWith("src/cli/commands/lab.ts").filter((file) => file.startsWith("src/levels/"))).toEqual(
      [],
    );
  });

  test("shows the title before it loads a level, the simulator, another screen, React or Ink", () => {
    const files = loadedWith(
      "src/main.ts",
      "src/ui/index.ts",
      "src/ui/terminal/index.ts",
      "src/words/en/index.ts",
      "node_modules/conf/dist/source/index.js",
    );
    expect(files).toContain("src/ui/screens/title/view.ts");
    expect(
      files.filter(
        (file) =>
          /^src\/(sim|game|solver|exact|threads)\//.test(file) ||
          /^src\/levels\/(?!catalog)/.test(file) ||
          /^src\/ui\/(game|reduce|draw|work|screens\/(?!title\/(?:view|spoken)|unsaved))/.test(file) ||
          /node_modules\/(ink|ink-select-input|react|react-reconciler|yoga-layout|ajv|ajv-formats)\//.test(
            file,
          ),
      ),
    ).toEqual([]);
  });

  test("carries no checker of schemas for conf", () => {
    const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(sources).toContain("node_modules/conf/dist/source/index.js");
    expect(sources.filter((file) => /node_modules\/(ajv|ajv-formats|fast-uri)\//.test(file))).toEqual([]);
  });

  test("counts cells in one way, Ink's own texts too", () => {
    const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
    expect(sources).toContain("src/present/cell-width.ts");
    expect(sources.filter((file) => /node_modules\/(string-width|emoji-regex)\//.test(file))).toEqual([]);
  });
});
