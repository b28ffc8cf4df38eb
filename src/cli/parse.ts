/** From words to a command and its arguments. Built on node's own parser; every mistake is one line. */
import { parseArgs } from "node:util";
import { nearest } from "../present/nearest.ts";
import type { NumberBounds } from "../words/contract/cli.ts";
import { type Arguments, type CliCommand, plain, UsageError } from "./io.ts";

/** Flags of what opens the screen, beside those that every command understands. */
export const screenFlags = {
  saves: "value",
  theme: "value",
  "reduced-motion": "switch",
  "screen-reader": "switch",
} as const;

/** Flags of the game itself. */
export const gameFlags = {
  help: "switch",
  version: "switch",
  ascii: "switch",
  language: "value",
  "no-color": "switch",
  ...screenFlags,
} as const;

/** Flags that every command understands. */
const commandFlags = {
  json: "switch",
  help: "switch",
  ascii: "switch",
  "no-color": "switch",
  language: "value",
} as const;

/** How the help writes the flags of a screen. */
export const screenUsage =
  "[--theme dark|light] [--no-color] [--reduced-motion] [--screen-reader] [--saves DIR]";

/** Short forms that people try first. */
const shortFlags: Readonly<Record<string, string>> = {
  "-h": "--help",
  "-?": "--help",
  "-v": "--version",
  "-V": "--version",
};

/** Reads the words after the command's name. */
export function readArguments(command: CliCommand, words: readonly string[]): Arguments {
  const flags: Record<string, "value" | "switch"> = { ...commandFlags, ...command.flags };
  const tokens = tokenize(flags, words, command.name);
  const required = command.words.filter((word) => !word.endsWith("?"));
  const missing = required[tokens.words.length];
  if (missing && !tokens.has("help"))
    throw new UsageError((usage) =>
      usage.missingWord({ command: command.name, word: missing, usage: command.usage }),
    );
  const extra = tokens.words[command.words.length];
  if (extra !== undefined)
    throw new UsageError((usage) => {
      const found = { command: command.name, word: plain(extra), usage: command.usage };
      return takesDesign(command) ? usage.unquoted(found) : usage.unknownWord(found);
    });
  return tokens;
}

function takesDesign(command: CliCommand): boolean {
  return "design" in command.flags || command.words.includes("D");
}

/** Splits words into positional words and known flags. */
export function tokenize(
  flags: Readonly<Record<string, "value" | "switch">>,
  words: readonly string[],
  name: string,
): Arguments {
  const options = Object.fromEntries(
    Object.entries(flags).map(([flag, kind]) => [
      flag,
      { type: kind === "value" ? ("string" as const) : ("boolean" as const), multiple: true as const },
    ]),
  );
  const { tokens } = parseArgs({
    args: joinNegatives(flags, longFlags(flags, words)),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const positional: string[] = [];
  for (const token of tokens ?? []) {
    if (token.kind === "positional") positional.push(token.value);
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!kind) {
      const known = Object.keys(flags);
      const near = nearest(token.name, known);
      const owner = ownerOf(token.name);
      throw new UsageError((usage) =>
        usage.noOption({ command: name, option: plain(token.rawName), near, owner, known }),
      );
    }
    if (values.has(token.name))
      throw new UsageError((usage) => usage.optionTwice({ command: name, flag: token.name }));
    if (kind === "value" && !token.value?.trim())
      throw new UsageError((usage) => usage.valueMissing({ flag: token.name }));
    const { value } = token;
    if (kind === "switch" && value !== undefined)
      throw new UsageError((usage) => usage.valueTooMany({ flag: token.name, value: plain(value) }));
    values.set(token.name, token.value ?? true);
  }
  return {
    words: positional,
    has: (flag) => values.has(flag),
    value: (flag) => {
      const value = values.get(flag);
      return typeof value === "string" ? value : undefined;
    },
  };
}

/** Where an option belongs that is unknown elsewhere. */
function ownerOf(flag: string): "game" | "commands" | undefined {
  if (Object.hasOwn(gameFlags, flag)) return "game";
  return flag === "json" ? "commands" : undefined;
}

/** The words with short forms and single dashes ("-json") spelled out; what comes after "--" is no option. */
function longFlags(flags: Readonly<Record<string, unknown>>, words: readonly string[]): string[] {
  const end = words.indexOf("--");
  const isNamed = (word: string) =>
    /^-[^-]/.test(word) && Object.hasOwn(flags, word.slice(1).split("=", 1)[0]!);
  return words.map((word, i) => {
    if (end >= 0 && i > end) return word;
    return shortFlags[word] ?? (isNamed(word) ? `-${word}` : word);
  });
}

/** "--seed -1" means the value −1, which node would take for another option. */
function joinNegatives(
  flags: Readonly<Record<string, "value" | "switch">>,
  words: readonly string[],
): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const next = words[i + 1];
    if (
      word.startsWith("--") &&
      flags[word.slice(2)] === "value" &&
      next !== undefined &&
      /^-\d/.test(next)
    ) {
      joined.push(`${word}=${next}`);
      i++;
    } else joined.push(word);
  }
  return joined;
}

/** What a seed can be. */
export const anySeed = { min: 0, max: 4_294_967_295, whole: true } as const;
/** A seed; left out, the first of the fixed ones. */
export const seedBounds = { ...anySeed, fallback: 11 } as const;

/** A number from a flag, within bounds. `fallback` when the flag is not there; without it the flag is required. */
export function numberFlag(
  args: Arguments,
  flag: string,
  bounds: NumberBounds & { readonly fallback?: number },
): number {
  const text = args.value(flag);
  if (text === undefined) {
    if (bounds.fallback !== undefined) return bounds.fallback;
    throw new UsageError((usage) => usage.numberMissing({ flag, bounds }));
  }
  const value = Number(text);
  const fits = Number.isFinite(value) && value >= bounds.min && value <= bounds.max && text.trim() !== "";
  if (!fits || (bounds.whole && !Number.isInteger(value)))
    throw new UsageError((usage) => usage.notNumber({ flag, found: plain(text), bounds }));
  return value;
}

/** One of several words from a flag; `fallback` when the flag is not there. */
export function wordFlag<W extends string, F extends W | undefined = undefined>(
  args: Arguments,
  flag: string,
  words: readonly W[],
  fallback?: F,
): W | F {
  const text = args.value(flag);
  if (text === undefined) return fallback as F;
  const word = words.find((candidate) => candidate === text.trim().toLowerCase());
  if (!word) throw new UsageError((usage) => usage.notOneOf({ flag, found: plain(text), choices: words }));
  return word;
}
