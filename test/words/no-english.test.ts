/** Sentences live in a language's files: what the other folders say in English is a short list that can only shrink. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const folders = ["saves", "cli", "process", "solver", "game", "present", "ui", "exact"];

/** What may stay, by file: so many literals, and why. */
const stays: Readonly<Record<string, readonly [count: number, why: string]>> = {
  "cli/commands/lab.ts": [1, "what is typed"],
  "cli/io.ts": [1, "an error's name for programmers"],
  "present/picture/formats.ts": [4, "SVG and Mermaid"],
  "process/endings.ts": [1, "a crash knows no language"],
  "ui/screens/debrief/panels.ts": [1, "what is typed"],
};

/** Literals with two words in a row; names of modules, errors for programmers and the syntax of commands aside. */
function sentencesIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isNewExpression(node) && /^(?:Type|Range)?Error$/.test(node.expression.getText())) return;
    if (ts.isPropertyAssignment(node) && node.name.getText() === "usage") return;
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && /\p{L}{2,} \p{L}{2,}/u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

test("a sentence in a literal is found, whole or in pieces; syntax and programmers' errors are not", () => {
  expect(sentencesIn('say("not saved yet"); say(`so many designs`)')).toHaveLength(2);
  expect(sentencesIn('throw new TypeError("not a save"); const c = { usage: "brief in full" };')).toEqual([]);
  expect(sentencesIn('const id = "not-saved"; const word = "Lamps";')).toEqual([]);
});

test("no folder but the words says an English sentence, beyond a stated list", () => {
  const counts = folders.flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => {
        const path = `${folder}/${file.replaceAll("\\", "/")}`;
        return [path, sentencesIn(readFileSync(join(src, path), "utf8")).length] as const;
      })
      .filter(([, count]) => count > 0),
  );
  const allowed = Object.entries(stays).map(([path, [count]]) => [path, count]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(allowed));
});
