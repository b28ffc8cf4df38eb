import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const src = new URL("../../src/", import.meta.url);

/** Packages that count and cut text; they run anywhere. */
const pure = ["get-east-asian-width", "slice-ansi", "wrap-ansi"];

/** Everything outside the project that a file needs when it runs, with the file that asks for it. */
function needs(entry: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (file: URL) => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    const { importedFiles } = ts.preProcessFile(runtimeOf(file), true, true);
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith(".")) visit(new URL(fileName, file));
      else if (!pure.includes(fileName)) found.add(`${file.href.slice(src.href.length)}: ${fileName}`);
    }
  };
  visit(new URL(entry, src));
  return [...found].sort();
}

/** A file without its types: what is left is imported for its values. */
function runtimeOf(file: URL): string {
  const text = readFileSync(fileURLToPath(file), "utf8");
  const compilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.Preserve,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions, fileName: fileURLToPath(file) }).outputText;
}

describe("who plays without a terminal", () => {
  test.each(["ui/game.ts", "saves/shape.ts", "levels/index.ts", "game/index.ts"])(
    "%s needs no Node and no package but those that count text",
    (entry) => {
      expect(needs(entry)).toEqual([]);
    },
  );

  test("the walk sees what it looks for", () => {
    expect(needs("saves/index.ts")).toContain("saves/store.ts: node:fs");
    expect(needs("ui/terminal/theme.ts")).toEqual(["ui/terminal/theme.ts: chalk"]);
  });
});
