/** The command line: finds the command, runs it, turns every ending into an exit code. */

import { nearest } from "../present/nearest.ts";
import {
  type CliWords,
  type Language,
  languageOf,
  languages,
  loadCliWords,
  loadTexts,
  loadWords,
} from "../words/index.ts";
import { commands } from "./commands/index.ts";
import { type CliCommand, exitCodes, type Io, plain, type SpokenIo, UsageError } from "./io.ts";
import { readArguments, wordFlag } from "./parse.ts";

export type { Arguments, Io } from "./io.ts";
export { UsageError } from "./io.ts";
export { gameFlags, readArguments, tokenize, wordFlag } from "./parse.ts";

declare const __ZTM_VERSION__: string | undefined;

/** Baked in by the build; a run straight from the sources has none. */
const version = typeof __ZTM_VERSION__ === "undefined" ? "development" : __ZTM_VERSION__;

const versionCommand: CliCommand = {
  name: "version",
  usage: "version [--json]",
  flags: {},
  words: [],
  run: (args, io) => say(io, args.has("json") ? `${JSON.stringify({ version })}\n` : `${version}\n`),
};

const helpCommand: CliCommand = {
  name: "help",
  usage: "help [COMMAND] [--json]",
  flags: {},
  words: ["COMMAND?"],
  async run(args, io) {
    const [name] = args.words;
    const words = await io.cliWords();
    if (name !== undefined) return describe(words, await load(name), io);
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    if (!args.has("json")) return say(io, (await import("./help.ts")).helpText(words, all));
    return say(
      io,
      `${JSON.stringify(all.map(({ name, usage }) => ({ name, usage, summary: words.summaries[name] })))}\n`,
    );
  },
};

/** Runs a headless command. `words` are those after `play`. Never throws for what a user can write. */
export async function runCommand(words: readonly string[], io: Io): Promise<number> {
  const [name = "", ...rest] = words;
  try {
    const command = await load(name);
    const args = readArguments(command, rest);
    const out = args.has("ascii") ? await inAscii(io.out, args.has("json")) : io.out;
    const shown = spoken({ ...io, out }, wordFlag(args, "language", languages));
    return await (args.has("help")
      ? describe(await shown.cliWords(), command, shown)
      : command.run(args, shown));
  } catch (problem) {
    if (!(problem instanceof UsageError)) throw problem;
    io.err(await usageLine(problem, words, io.savedLanguage));
    return problem.exitCode;
  }
}

/** What a problem says, in the language that was asked for, or else the player's. */
export async function usageLine(
  problem: Pick<UsageError, "say">,
  words: readonly string[],
  savedLanguage?: Io["savedLanguage"],
): Promise<string> {
  const at = words.findIndex((word) => /^--language(?:=|$)/.test(word));
  const wish = at < 0 ? undefined : (words[at]?.split("=")[1] ?? words[at + 1]);
  const { usage } = await loadCliWords(languageOf(wish, savedLanguage?.()));
  return `play: ${problem.say(usage)}\n`;
}

/** The surroundings of a command in the language that was asked for, or else the player's. */
function spoken(io: Io, asked: Language | undefined): SpokenIo {
  let chosen: Language | undefined;
  const language = () => {
    chosen ??= asked ?? languageOf(io.savedLanguage?.());
    return chosen;
  };
  return {
    ...io,
    language,
    words: () => loadWords(language()),
    cliWords: () => loadCliWords(language()),
    lessons: async () => {
      const [{ lessonsIn }, { prose }] = await Promise.all([
        import("../levels/index.ts"),
        loadTexts(language()),
      ]);
      return lessonsIn(prose);
    },
  };
}

async function load(name: string): Promise<CliCommand> {
  if (name === "help") return helpCommand;
  if (name === "version") return versionCommand;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command();
  const names = [...Object.keys(commands), "help", "version"];
  const near = nearest(name.toLowerCase(), names);
  throw new UsageError((usage) => usage.noCommand({ name: plain(name), near, names }));
}

async function inAscii(out: Io["out"], isJson: boolean): Promise<Io["out"]> {
  const { plainText } = await import("./plain-text.ts");
  return (text) => out(plainText(text, isJson));
}

function describe(words: CliWords, { name, usage, details }: CliCommand, io: Io): number {
  const more = [...(words.details[name] ?? []), ...(details?.(words) ?? [])];
  return say(io, [`play ${usage}`, words.summaries[name], ...more].join("\n  ").concat("\n"));
}

function say(io: Io, text: string): number {
  io.out(text);
  return exitCodes.fine;
}
