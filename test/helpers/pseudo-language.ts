/**
 * A language that nobody speaks, made of the English one: every letter has an accent, some take two cells, every
 * word is about a third longer. What a screen says in it and is still plain English was never a language's word.
 * Numbers, units, notation and keys between backticks stay.
 */
import type { LevelProse } from "../../src/levels/index.ts";
import type { CliWords } from "../../src/words/contract/cli.ts";
import type { Texts, Words } from "../../src/words/contract/index.ts";
import type { InterviewTexts } from "../../src/words/contract/interview.ts";
import type { LadderTexts } from "../../src/words/contract/ladders.ts";
import type { PageWords } from "../../src/words/contract/page.ts";
import { cli as englishCli } from "../../src/words/en/cli.ts";
import { interviews as englishInterviews } from "../../src/words/en/interview/index.ts";
import { ladders as englishLadders } from "../../src/words/en/ladders/index.ts";
import { page as englishPage } from "../../src/words/en/page.ts";
import { texts as englishTexts } from "../../src/words/en/texts.ts";
import { words as english } from "./english.ts";

const plain = "abcdefghijlmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "áƀçðéƒĝĥíĵļɱñóþɋŕšţúṽŵẋýžÁɃÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, at) => [letter, [...accented][at] as string]));
letters.set("k", "ｋ"); // two cells

/** Units and the like, the same in every language. */
const kept: ReadonlySet<string> = new Set(["ms", "GB", "KB", "vCPU", "min"]);

/** One word: accented, and longer where it may be. */
function foreign(word: string, isLonger: boolean): string {
  if (word.length === 1 || kept.has(word)) return word;
  const shown = [...word].map((letter) => letters.get(letter) ?? letter).join("");
  return isLonger
    ? shown + (letters.get(word.at(-1) as string) as string).repeat(Math.ceil(word.length * 0.3))
    : shown;
}

/** A text in the language; what stands between backticks or braces, in figures ("p95") and in `protectedTexts` stays. */
export function pseudo(text: string, protectedTexts: readonly string[] = [], isLonger = true): string {
  const held = [...new Set(protectedTexts)].filter((each) => each !== "").sort((a, b) => b.length - a.length);
  const escaped = held.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const stays = new RegExp(
    ["`[^`]*`", "\\{\\w+\\}", ...escaped, "[A-Za-z]*[0-9][0-9A-Za-z,.]*"].join("|"),
    "g",
  );
  let out = "";
  let from = 0;
  for (const match of text.matchAll(stays)) {
    out += text.slice(from, match.index).replace(/[A-Za-z]+/g, (word) => foreign(word, isLonger)) + match[0];
    from = match.index + match[0].length;
  }
  return out + text.slice(from).replace(/[A-Za-z]+/g, (word) => foreign(word, isLonger));
}

/** Texts that a sentence is given ready made: names that players type, notation, figures with their units. */
function given(args: readonly unknown[]): string[] {
  return args.flatMap((arg) => {
    // Plain lower-case words are names of the simulator ("web", "no-copy"): sentences look them up.
    if (typeof arg === "string") return /^[a-z-]*$/.test(arg) ? [] : [arg];
    return arg !== null && typeof arg === "object" ? given(Object.values(arg)) : [];
  });
}

function translated<T>(value: T): T {
  if (typeof value === "string") return pseudo(value) as T;
  if (typeof value === "function") {
    const say = value as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => spokenOf(say(...args), given(args))) as T;
  }
  if (Array.isArray(value)) return value.map((each) => translated(each)) as T;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, translated(each)])) as T;
  return value;
}

function spokenOf(said: unknown, protectedTexts: readonly string[]): unknown {
  if (typeof said === "string") return pseudo(said, protectedTexts);
  return Array.isArray(said) ? said.map((each) => spokenOf(each, protectedTexts)) : said;
}

/** Names that stay what they are, and texts whose layout is their own. */
const untranslated: ReadonlySet<string> = new Set(["id", "facts", "kind", "level", "figure"]);

function proseOf(value: unknown, key = ""): unknown {
  if (untranslated.has(key)) return value;
  if (typeof value === "string") return pseudo(value);
  if (key === "lines") return (value as readonly string[]).map((line) => pseudo(line, [], false));
  if (Array.isArray(value)) return value.map((each) => proseOf(each));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, proseOf(each, name)]));
  return value;
}

export const words: Words = translated(english);
export const cli: CliWords = translated(englishCli);
export const page: PageWords = translated(englishPage);
export const texts: Texts = {
  glossary: translated(englishTexts.glossary),
  prose: Object.fromEntries(
    Object.entries(englishTexts.prose).map(([id, prose]) => [id, proseOf(prose) as LevelProse]),
  ) as Texts["prose"],
};
export const interviews: InterviewTexts = translated(englishInterviews);
const { ladders: topics, ...around } = englishLadders;
export const ladders: LadderTexts = {
  ...translated(around),
  ladders: proseOf(topics) as LadderTexts["ladders"],
};
