/** What a command is told of the world around it. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { savedLanguage } from "../saves/language.ts";
import type { Io } from "./io.ts";

/** The folder of package.json: one above the bundle, two above the sources. */
export function packageRoot(): string {
  const above = ["..", "../.."].map((way) => fileURLToPath(new URL(`${way}/`, import.meta.url)));
  return above.find((folder) => existsSync(`${folder}package.json`)) ?? (above[0] as string);
}

/** The environment, and the language set in the saves that belong to it. */
export function surroundings(): Pick<Io, "env" | "savedLanguage"> {
  const { env } = process;
  return { env, savedLanguage: () => savedLanguage({ env, packageRoot: packageRoot() }) };
}
