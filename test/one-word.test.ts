/** One word an idea, as far as a machine can tell: what a type is called for others, no other type is called. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** The exported types of a source, by name. */
function exportedTypes(text: string): string[] {
  const declared = /^export (?:declare |abstract )*(?:interface|type|class|enum) (\w+)/gm;
  return [...text.matchAll(declared)].map(([, name]) => name as string);
}

/** Names that several of the files export as types of their own, each with its files. */
function sharedNames(files: Readonly<Record<string, string>>): string[] {
  const homes = new Map<string, string[]>();
  for (const [file, text] of Object.entries(files))
    for (const name of exportedTypes(text)) homes.set(name, [...(homes.get(name) ?? []), file]);
  return [...homes]
    .filter(([, each]) => each.length > 1)
    .map(([name, each]) => `${name}: ${each.join(", ")}`);
}

test("a name that two files give to types of their own is found; handing one on is not", () => {
  const files = {
    a: "export interface Place {}",
    b: "export type Place = 1;",
    c: 'export type { Place } from "./a";',
  };
  expect(sharedNames(files)).toEqual(["Place: a, b"]);
});

const paths = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const files = Object.fromEntries(
  paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(src, path), "utf8")]),
);

test("the name of an exported type is declared once", () => {
  expect(sharedNames(files)).toEqual([]);
});

test("no file calls a type of its own as another's is called for all; the simulators have a world of their own", () => {
  const open = new Map(
    Object.entries(files).flatMap(([file, text]) => exportedTypes(text).map((name) => [name, file])),
  );
  const twins = Object.entries(files).flatMap(([file, text]) =>
    [...text.matchAll(/^(?:interface|type|class) (\w+)/gm)].flatMap(([, name]) => {
      const home = open.get(name as string);
      const isApart = [file, home].every((each) => each && !/^(?:sim|exact)\//.test(each));
      return isApart ? [`${name}: ${file}, ${home}`] : [];
    }),
  );
  expect(twins).toEqual([]);
});
