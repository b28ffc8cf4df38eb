/** The programs of a stack, by file name: beside the bundle, or among the sources. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export function stackPrograms(): Record<string, string> {
  const folders = ["./stack/", "../stack/", "../stack/app/"].map((name) => new URL(name, import.meta.url));
  const folder = folders.find((each) => existsSync(new URL("load.mjs", each)));
  if (!folder) throw new Error("the programs of stacks are missing");
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".mjs"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}
