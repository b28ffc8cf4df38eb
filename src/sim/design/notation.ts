/**
 * Design ⇄ one readable line, used by saves, tests, bug reports and the command line.
 *
 *     dns · lb 2 · web 9×8 · cache 3 ttl=1h invalidate · db 4 + 3×4 zones=AB
 *
 * Only what differs from the empty design is written. docs/notation.md is the reader's page.
 */
import {
  type Design,
  emptyDesign,
  type GlobalPartName,
  globalParts,
  isGlobalPart,
  isSitePart,
  type PartName,
  type RegionName,
  regionNames,
  type SettingPath,
  type SitePartName,
  settingsOf,
  siteParts,
  withValues,
} from "./design.ts";
import { type AllowedValues, expectation, formatValue, parseValue, type SettingValue } from "./settings.ts";

/** What could not be read: the character (from 1), what stood there ("" is the end), what was expected. */
export interface NotationError {
  readonly at: number;
  readonly found: string;
  readonly expected: Expected;
}

export type Expected =
  | { readonly code: "length"; readonly max: number }
  | { readonly code: "first-part" | "site-once" | "site-end" }
  | { readonly code: "part" | "site"; readonly known: readonly string[] }
  | { readonly code: "part-once" | "number" | "pair"; readonly part: PartName }
  | { readonly code: "option"; readonly part: PartName; readonly known: readonly string[] }
  | { readonly code: "separator"; readonly before: string }
  | { readonly code: "value"; readonly key: string; readonly takes: AllowedValues }
  | { readonly code: "setting-once"; readonly key: string };

export type NotationResult =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly error: NotationError };

interface Layout {
  /** Settings written as `9×8` or `9` right after the name. */
  readonly lead: readonly string[];
  /** Settings written as `+ 3×4` after that. */
  readonly plus?: readonly [string, string];
  /** A toggle that the part's name alone switches on. */
  readonly presence?: string;
  /** Choices whose word is written without its key. */
  readonly bare?: readonly string[];
}

const layouts: Readonly<Record<PartName, Layout>> = {
  dns: { lead: [], presence: "domain" },
  cdn: { lead: [], bare: ["assets"] },
  sync: { lead: [], bare: ["mode"] },
  tools: { lead: [] },
  services: { lead: [], presence: "split" },
  box: { lead: ["size"] },
  lb: { lead: ["nodes"] },
  web: { lead: ["count", "size"] },
  sessions: { lead: [], bare: ["store"] },
  cache: { lead: ["nodes"] },
  db: { lead: ["size"], plus: ["replicas", "replicaSize"] },
  kv: { lead: ["nodes"], bare: ["holds"] },
  shards: { lead: ["count", "size"] },
  queue: { lead: [], bare: ["kind"] },
  workers: { lead: ["count", "size"] },
};

const partNames = Object.keys(layouts) as PartName[];
const separator = " · ";
const lengthMax = 4_000;

// ---------------------------------------------------------------- printing

/** Writes a design as one line; an empty design is written `empty`. `parseDesign` reads it back unchanged. */
export function formatDesign(design: Design): string {
  const items: string[] = [];
  for (const part of Object.keys(globalParts) as GlobalPartName[])
    addTo(items, textOf(part, design[part] as Values));
  design.sites.forEach((site, index) => {
    if (index > 0) items.push(`@${site.region}`);
    for (const part of Object.keys(siteParts) as SitePartName[])
      addTo(items, textOf(part, site[part] as Values));
  });
  return items.length === 0 ? "empty" : items.join(separator);
}

type Values = Readonly<Record<string, SettingValue>>;

function addTo(items: string[], text: string): void {
  if (text !== "") items.push(text);
}

/** How parts are written: designs of a space share theirs. */
const texts = new WeakMap<Values, string>();

function textOf(part: PartName, values: Values): string {
  const known = texts.get(values);
  if (known !== undefined) return known;
  const text = formatPart(part, values);
  texts.set(values, text);
  return text;
}

/** A part as it is written; "" where nothing differs from the empty design. */
function formatPart(part: PartName, values: Values): string {
  const table = settingsOf(part);
  const layout = layouts[part];
  const differs = (key: string) => values[key] !== table[key]!.initial;
  if (!Object.keys(table).some(differs)) return "";
  const words: string[] = [part];
  if (layout.lead.length > 0) words.push(layout.lead.map((key) => String(values[key])).join("×"));
  if (layout.plus?.some(differs)) words.push("+", layout.plus.map((key) => String(values[key])).join("×"));
  if (layout.presence !== undefined && !differs(layout.presence)) words.push("off");
  const written = new Set([...layout.lead, ...(layout.plus ?? []), layout.presence]);
  for (const [key, setting] of Object.entries(table)) {
    if (written.has(key) || !differs(key)) continue;
    const value = values[key]!;
    if (setting.kind === "toggle") words.push(key);
    else if (layout.bare?.includes(key)) words.push(String(value));
    else words.push(`${key}=${formatValue(setting, value)}`);
  }
  return words.join(" ");
}

// ---------------------------------------------------------------- parsing

interface Token {
  readonly text: string;
  /** Character position from 1. */
  readonly at: number;
}

class Unreadable extends Error {
  readonly problem: NotationError;
  constructor(problem: NotationError) {
    super(problem.expected.code);
    this.problem = problem;
  }
}

/** Reads a line of notation, also as other keyboards, programs and chats write it. */
export function parseDesign(line: string): NotationResult {
  try {
    return { ok: true, design: readDesign(tidied(line)) };
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, error: problem.problem };
    throw problem;
  }
}

/** Characters that stand for one of ours, where nothing else can be meant. */
const twins: readonly (readonly [RegExp, string])[] = [
  [/[;|,•・･⋅∙‧、，。；｜/／→⇒&\r\n]/g, "·"],
  [/[✕✖⨯╳＊＂]/g, "×"],
  [/[\s\u200b\u200e\u200f\u2060\ufeff"'`“”„‘’«»]/g, " "],
];

/** The line in our own characters, one for one, so that a place in it stays the same. */
function tidied(line: string): string {
  const latin = line.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  return twins
    .reduce((text, [pattern, twin]) => text.replace(pattern, twin), latin)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Reads notation that is known to be right, such as a level's own.
 * @throws Error naming the character when it is not.
 */
export function design(line: string): Design {
  const result = parseDesign(line);
  if (result.ok) return result.design;
  throw new Error(`${JSON.stringify(result.error)} in "${line}"`);
}

function fail(at: number, found: string, expected: Expected): never {
  throw new Unreadable({ at, found: found.slice(0, 24), expected });
}

function readDesign(line: string): Design {
  if (line.length > lengthMax) fail(lengthMax, "more", { code: "length", max: lengthMax });
  if (line.trim() === "empty") return emptyDesign();
  const values: Record<SettingPath, SettingValue> = {};
  let region: RegionName | undefined;
  const seen = new Set<string>();
  const items = splitItems(line);
  // A separator too many, as at the end of a line, separates nothing.
  const filled = items.filter((item) => item.tokens.length > 0);
  for (const item of filled.length > 0 ? filled : items) {
    const [head] = item.tokens;
    if (!head) fail(item.at, item.next, { code: "first-part" });
    if (head.text.startsWith("@")) {
      region = readRegion(item.tokens);
      if (seen.has(head.text)) fail(head.at, head.text, { code: "site-once" });
      seen.add(head.text);
      continue;
    }
    const part = head.text;
    const known = region === undefined ? isGlobalPart(part) || isSitePart(part) : isSitePart(part);
    if (!known) fail(head.at, head.text, { code: "part", known: partList(region) });
    const prefix = region === undefined ? "" : `@${region}.`;
    if (seen.has(prefix + part)) fail(head.at, head.text, { code: "part-once", part: part as PartName });
    seen.add(prefix + part);
    for (const [key, value] of readPart(part as PartName, item.tokens))
      values[`${prefix}${part}.${key}`] = value;
  }
  return withValues(emptyDesign(), values);
}

function partList(region: RegionName | undefined): PartName[] {
  return partNames.filter((name) => region === undefined || isSitePart(name));
}

interface Item {
  readonly at: number;
  /** The character that ended an empty item. */
  readonly next: string;
  readonly tokens: Token[];
}

function splitItems(line: string): Item[] {
  const items: Item[] = [];
  let start = 0;
  for (let end = 0; end <= line.length; end++) {
    const char = line[end] ?? "";
    if (char !== "" && char !== "·") continue;
    items.push({ at: end + 1, next: char, tokens: tokens(line.slice(start, end), start) });
    start = end + 1;
  }
  return items;
}

/** A part's name that its number follows without a space, or that a sign too many ends. */
const named = new RegExp(`^(${Object.keys(layouts).join("|")})(?:[=:×x]?(?=\\d)|[=:]$)`);

function tokens(text: string, offset: number): Token[] {
  const joined = text.replace(
    /(\d)( *)(?:[×x*]|by)( *)(?=\d)/g,
    (all: string, digit: string, before: string) =>
      // Same length, so that positions stay true: "9 x 8" is read as one word.
      `${digit}${"\u0001".repeat(before.length)}×`.padEnd(all.length, "\u0001"),
  );
  const found: Token[] = [];
  for (const match of joined.matchAll(/[^\s]+/g)) {
    let word = match[0];
    let at = offset + match.index + 1;
    // "box2", "box: 2", "lb ×2": nobody put a space, or a sign too many, between a part and its number.
    const name = found.length === 0 ? named.exec(word) : null;
    const sign = found.length === 1 ? /^[=:×x](?=\d)/.exec(word) : null;
    if (name) found.push({ text: name[1]!, at });
    const skipped = (name ?? sign)?.[0].length ?? 0;
    at += skipped;
    word = word.slice(skipped);
    for (const piece of word.split(/(?=\+)|(?<=\+)/)) {
      const text = piece.replaceAll("\u0001", "");
      if (text !== "") found.push({ text, at });
      at += piece.length;
    }
  }
  return found;
}

function readRegion(words: readonly Token[]): RegionName {
  const [head, extra] = words as [Token, Token?];
  const name = head.text.slice(1);
  const away = regionNames.filter((region) => region !== "us");
  if (!away.includes(name as Exclude<RegionName, "us">))
    fail(head.at, head.text, { code: "site", known: away.map((region) => `@${region}`) });
  if (extra) fail(extra.at, extra.text, { code: "site-end" });
  return name as RegionName;
}

function readPart(part: PartName, words: readonly Token[]): [string, SettingValue][] {
  const layout = layouts[part];
  const table = settingsOf(part);
  const values = new Map<string, SettingValue>();
  let next = 1;
  const end = (words.at(-1) as Token).at + (words.at(-1) as Token).text.length;
  const set = (key: string, text: string, at: number) => {
    const setting = table[key]!;
    const value = parseValue(setting, text);
    if (value === undefined) fail(at, text, { code: "value", key, takes: expectation(setting) });
    if (values.has(key)) fail(at, text === "on" ? key : text, { code: "setting-once", key });
    values.set(key, value);
  };
  const readTuple = (keys: readonly string[]) => {
    const token = words[next++];
    const expected = { code: keys.length === 2 ? "pair" : "number", part } as const;
    if (!token) fail(end, "", expected);
    const pieces = token.text.split("×");
    if (pieces.length !== keys.length) fail(token.at, token.text, expected);
    let at = token.at;
    pieces.forEach((piece, index) => {
      set(keys[index]!, piece, at);
      at += piece.length + 1;
    });
  };
  if (layout.presence !== undefined) values.set(layout.presence, true);
  if (layout.lead.length > 0) readTuple(layout.lead);
  for (; next < words.length; ) {
    const token = words[next]!;
    if (token.text === "+" && layout.plus) {
      next++;
      readTuple(layout.plus);
      continue;
    }
    next++;
    if (token.text === "off" && layout.presence !== undefined) {
      values.set(layout.presence, false);
      continue;
    }
    const [key, value] = splitOption(token.text);
    if (value !== undefined) {
      if (!Object.hasOwn(table, key)) fail(token.at, key, { code: "option", part, known: optionList(part) });
      set(key, value, token.at + key.length + 1);
    } else if (Object.hasOwn(table, key) && table[key]?.kind === "toggle") {
      set(key, "on", token.at);
    } else {
      const bare = layout.bare?.find((name) => parseValue(table[name]!, key) !== undefined);
      if (bare === undefined && partNames.includes(token.text as PartName))
        fail(token.at, token.text, { code: "separator", before: token.text });
      if (bare === undefined) fail(token.at, token.text, { code: "option", part, known: optionList(part) });
      set(bare, key, token.at);
    }
  }
  return [...values];
}

function splitOption(text: string): [string, string | undefined] {
  const equals = text.indexOf("=");
  return equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

function optionList(part: PartName): string[] {
  const layout = layouts[part];
  return Object.entries(settingsOf(part)).flatMap(([key, setting]) => {
    if (layout.lead.includes(key) || layout.plus?.includes(key)) return [];
    if (layout.presence === key) return [];
    if (layout.bare?.includes(key) && setting.kind === "choice") return [...setting.words];
    return [setting.kind === "toggle" ? key : `${key}=…`];
  });
}
