import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const src = new URL("../../src/", import.meta.url);

/** Packages that count and cut text, and one that reckons dates; they run anywhere. */
const pure = ["get-east-asian-width", "slice-ansi", "ts-fsrs", "wrap-ansi"];

/** Everything outside the project that a file needs when it runs, with the file that asks for it. */
function needs(entry: string): string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (file: URL) => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    for (const fileName of importsOf(file)) {
      if (fileName.startsWith(".")) visit(new URL(fileName, file));
      else if (!pure.includes(fileName)) found.add(`${file.href.slice(src.href.length)}: ${fileName}`);
    }
  };
  visit(new URL(entry, src));
  return [...found].sort();
}

const imports = new Map<string, readonly string[]>();

/** What a file imports for its values: what is left of its imports without its types. */
function importsOf(file: URL): readonly string[] {
  const known = imports.get(file.href);
  if (known) return known;
  const text = readFileSync(fileURLToPath(file), "utf8");
  const compilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.Preserve,
    verbatimModuleSyntax: true,
  };
  const { outputText } = ts.transpileModule(text, { compilerOptions, fileName: fileURLToPath(file) });
  const found = ts.preProcessFile(outputText, true, true).importedFiles.map(({ fileName }) => fileName);
  imports.set(file.href, found);
  return found;
}

describe("who plays without a terminal", () => {
  test.each(["ui/game.ts", "saves/shape.ts", "levels/index.ts", "game/index.ts"])(
    "%s needs no Node and no package but those that run anywhere",
    (entry) => {
      expect(needs(entry)).toEqual([]);
    },
  );

  test("the walk sees what it looks for", () => {
    expect(needs("saves/index.ts")).toContain("saves/store.ts: node:fs");
    expect(needs("ui/terminal/theme.ts")).toEqual(["ui/terminal/theme.ts: chalk"]);
  });
});
