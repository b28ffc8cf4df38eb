/**
 * A hash over all that decides a level's verdicts: the simulator, the rules and the level's own numbers. It is taken of
 * what runs, so types, comments, layout, words and other levels may change without a new proof; and of the
 * contents alone, so files may be moved and renamed.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, transformSync } from "esbuild";

/** Where the verdict is made. */
const rules = "src/game/verdict.ts";

/** Hashes of levels by their ids, for the sources under `root`. */
export async function hashLevels(
  root: string,
  levelIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const levelFile = (id: string) => `src/levels/${id}/level.ts`;
  const modules = await modulesOf(root, [rules, ...levelIds.map(levelFile)]);
  const contents = new Map<string, string>();
  for (const path of new Set([...modules.values()].flat()))
    contents.set(path, content(readFileSync(join(root, path), "utf8")));
  const hashOf = (id: string) => {
    const paths = new Set([rules, levelFile(id)].flatMap((entry) => modules.get(entry) ?? []));
    const hash = createHash("sha256");
    for (const text of [...paths].map((path) => contents.get(path) as string).sort())
      hash.update(`${text.length}\0`).update(text);
    return hash.digest("hex").slice(0, 16);
  };
  return new Map(levelIds.map((id) => [id, hashOf(id)]));
}

/** The files that leave something in a bundle of each entry: what nobody there calls is not among them. */
async function modulesOf(root: string, entries: readonly string[]): Promise<Map<string, string[]>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    bundle: true,
    format: "esm",
    platform: "node",
    outdir: "unwritten",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const used = Object.values(metafile.outputs).map(({ entryPoint = "", inputs }) => {
    const paths = Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0);
    return [entryPoint, paths] as const;
  });
  return new Map(used);
}

/** What runs of a file, without the places it imports from. */
function content(source: string): string {
  const { code } = transformSync(source, { loader: "ts", minifyWhitespace: true, legalComments: "none" });
  const imports: string[] = [];
  const rest = code.replace(/(?:import|export)(?:[^;"'()]*from)?"\.[^"]*";?/g, (statement) => {
    imports.push(statement.replace(/"\.[^"]*"/, ""));
    return "";
  });
  return [...imports.sort(), rest].join("\n");
}
