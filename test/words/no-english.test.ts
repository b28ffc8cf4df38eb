/** Words live in a language's files: what the other folders say is no English, but for what is nobody's language. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));
/** All but the words themselves, and the levels: their files are words, or numbers and designs in notation. */
const folders = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "words" && entry.name !== "levels")
  .map(({ name }) => name);

/** What other programs read: SVG and Mermaid, Anki's heads, servers' configuration, scripts and SQL. */
const markup: ReadonlySet<string> = new Set([
  "film/svg.ts",
  "present/deck-formats.ts",
  "present/picture/formats.ts",
  "real/haproxy.ts",
  "real/nginx.ts",
  "stack/compose/compose.ts",
  "stack/compose/scripts.ts",
  "stack/compose/sql.ts",
  "stack/servers.ts",
]);

/** What may stay, by file: so many literals, and why. */
const stays: Readonly<Record<string, readonly [count: number, why: string]>> = {
  "cli/commands/day.ts": [1, "what is typed"],
  "cli/commands/lab.ts": [3, "what is typed"],
  "cli/commands/real.ts": [5, "what is typed"],
  "cli/commands/save.ts": [2, "what is typed"],
  "cli/commands/system.ts": [2, "what is typed"],
  "cli/parse.ts": [1, "what is typed"],
  "cli/io.ts": [1, "an error's name for programmers"],
  "rooms/on-call/data.ts": [12, "designs in notation, and names of companies"],
  "rooms/puzzles/data.ts": [15, "designs in notation"],
  "rooms/sandbox/scenario-shape.ts": [1, "valibot's name for an object"],
  "game/topics.ts": [1, "a topic by the letter of its idea"],
  "present/labs.ts": [3, "what is typed"],
  "present/room-cards.ts": [2, "what is typed"],
  "process/endings.ts": [1, "a crash knows no language"],
  "real/hot-key.ts": [2, "scripts in Redis' own language"],
  "real/redis.ts": [2, "what is typed"],
  "real/resp.ts": [2, "errors for programmers"],
  "saves/place.ts": [5, "folders as systems call them"],
  "sim/scenario/capacities.ts": [6, "pairs of regions by their names"],
  "stack/results.ts": [2, "the name and version of a form of files"],
  "stack/trial.ts": [1, "the name and version of a form of files"],
  "study/deck.ts": [1, "what a number is drawn from"],
  "study/drills/flaw.ts": [8, "designs in notation"],
  "study/drills/index.ts": [2, "what a number is drawn from"],
  "study/figures/rule.ts": [1, "names of numbers"],
  "study/interview/case-data.ts": [46, "designs in notation"],
  "study/interview/cases.ts": [3, "what a number is drawn from"],
  "web/controls.ts": [3, "keys as a browser calls them"],
  "web/host.ts": [1, "a font as a browser asks for it"],
  "web/pointers.ts": [2, "keys as a browser calls them"],
};

/** What is no language's: the program's name and what is typed after it, units, a key. */
const kept = /\bplay(?: lab| replay)?\b|\b(?:vCPU|GB|ms|ctrl)\b/g;

/**
 * Literals that are text: two words in a row, a word beside a blank in a template, or one capitalized word. Names of
 * modules, types, errors for programmers and the syntax of commands aside.
 */
function textsIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isNewExpression(node) && /^(?:Type|Range)?Error$/.test(node.expression.getText())) return;
    if (ts.isPropertyAssignment(node) && node.name.getText() === "usage") return;
    const isPiece = ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isPiece || ts.isStringLiteralLike(node)) {
      const text = node.text.replace(kept, "");
      const isText =
        /\p{L}{2,} \p{L}{2,}/u.test(text) ||
        (isPiece ? / \p{L}{2,}(?![\p{L}-])|(?<![\p{L}-])\p{L}{2,} /u : /^\p{Lu}\p{Ll}+$/u).test(text);
      if (isText) found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.ts", source, ts.ScriptTarget.Latest, true));
  return found;
}

test("a sentence in a literal is found, whole or in pieces; syntax and programmers' errors are not", () => {
  expect(textsIn('say("not saved yet"); say(`so many designs`)')).toHaveLength(2);
  const piece = (rest: string) => textsIn(`say(\`\${n}${rest}\`)`);
  expect(textsIn('const word = "Lamps"')).toEqual(["Lamps"]);
  expect([...piece(" requests"), ...piece("/s of it")]).toEqual([" requests", "/s of it"]);
  expect([...piece(" ms"), ...piece(".utilization"), ...piece(": queue-full")]).toEqual([]);
  expect(textsIn('throw new TypeError("not a save"); const c = { usage: "brief in full" };')).toEqual([]);
  expect(textsIn('const id = "not-saved"; type T = "Lamps"')).toEqual([]);
});

test("no folder but the words says an English sentence, beyond a stated list", () => {
  const counts = folders.flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => {
        const path = `${folder}/${file.replaceAll("\\", "/")}`;
        return [path, textsIn(readFileSync(join(src, path), "utf8")).length] as const;
      })
      .filter(([path, count]) => count > 0 && !markup.has(path)),
  );
  const allowed = Object.entries(stays).map(([path, [count]]) => [path, count]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(allowed));
});
