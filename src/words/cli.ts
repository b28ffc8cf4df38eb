/** The words of the command line alone: a page, which has none, goes without them. */
import type { CliWords } from "./contract/cli.ts";

const files = {
  en: () => import("./en/cli.ts"),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly cli: CliWords }>>>;

export async function loadCliWords(language: keyof typeof files): Promise<CliWords> {
  return (await files[language]()).cli;
}
