/** What `play --help` prints. */
import { table } from "../present/table.ts";
import type { CliWords } from "../words/index.ts";
import type { CliCommand } from "./io.ts";

/** The whole help page. */
export function helpText({ help }: CliWords, all: readonly CliCommand[]): string {
  return help({ commands: table(all.map((command) => [`  play ${command.usage}`])).trimEnd() });
}
