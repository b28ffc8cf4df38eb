import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** Packages that count and cut text, one that reckons dates, and one that checks shapes; they run anywhere. */
const pure = ["get-east-asian-width", "slice-ansi", "ts-fsrs", "valibot", "wrap-ansi"];

/** Everything outside the project that a file needs when it runs, with the file that asks for it; types are nothing then. */
async function needs(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: src,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.entries(metafile.inputs)
    .flatMap(([file, { imports }]) =>
      imports
        .filter(({ external, path }) => external && !path.startsWith(".") && !pure.includes(path))
        .map(({ path }) => `${file}: ${path}`),
    )
    .sort();
}

describe("who plays without a terminal", () => {
  test.each([
    "ui/game.ts",
    "film/index.ts",
    "web/index.ts",
    "saves/anywhere.ts",
    "levels/index.ts",
    "game/index.ts",
  ])("%s needs no Node and no package but those that run anywhere", async (entry) => {
    expect(await needs(entry)).toEqual([]);
  });

  test("the walk sees what it looks for", async () => {
    expect(await needs("saves/index.ts")).toContain("saves/store.ts: node:fs");
    expect(await needs("ui/terminal/theme.ts")).toEqual(["ui/terminal/theme.ts: chalk"]);
  });
});
