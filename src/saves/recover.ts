import * as v from "valibot";
import { cardState, levelFields, levelLists, settingsFields } from "./fields.ts";
import { emptyLevel, type LevelProgress, SAVE_VERSION, type Save } from "./shape.ts";
import { isPrintable, printable } from "./text.ts";

/** What could be read, and a line for each thing that could not ("levels.06-cache.stars: …"). */
export interface Recovery {
  readonly save: Save;
  readonly problems: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const KEY_LENGTH_MAX = 200;
const CARD_DEPTH_MAX = 6;
/** Keys that reach into JavaScript's own machinery; no level, card or field is called so. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** `conf` keeps a note of its own under this key. */
const CONF_KEY = "__internal__";

/** Reads untrusted JSON field by field: a bad field costs itself and nothing else. Missing fields are not bad. */
export function recover(content: unknown): Recovery {
  const problems: string[] = [];
  const top = asObject(content, "the file", problems) ?? {};
  if (problems.length === 0 && top.version !== SAVE_VERSION)
    problems.push("version: missing or not a version");
  const levels: Record<string, LevelProgress> = {};
  const cards: Record<string, Json> = {};
  for (const [id, raw] of safeEntries(top.levels ?? {}, "levels", problems)) {
    const level = asObject(raw, `levels.${id}`, problems);
    if (level !== undefined) levels[id] = recoverLevel(level, `levels.${id}`, problems);
  }
  for (const [id, raw] of safeEntries(top.cards ?? {}, "cards", problems)) {
    const card =
      v.is(cardState, raw) && !Array.isArray(raw) ? recoverJson(raw, `cards.${id}`, problems, 0) : undefined;
    if (isObject(card)) cards[id] = card;
    else problems.push(`cards.${id}: not an object`);
  }
  const rawSettings = asObject(top.settings ?? {}, "settings", problems) ?? {};
  const settings = readFields(rawSettings, settingsFields, "settings", problems);
  noteUnknown(top, ["version", "levels", "settings", "cards", CONF_KEY], "", problems);
  noteUnknown(rawSettings, Object.keys(settingsFields), "settings.", problems);
  return { save: { version: SAVE_VERSION, levels, settings, cards }, problems };
}

function recoverLevel(raw: Json, path: string, problems: string[]): LevelProgress {
  const lists: Record<string, unknown[]> = {};
  for (const [field, schema] of Object.entries(levelLists)) {
    const items = raw[field];
    if (items === undefined) continue;
    if (!Array.isArray(items)) {
      problems.push(`${path}.${field}: not a list`);
      continue;
    }
    lists[field] = items.flatMap((item: unknown, n) => {
      const clean = recoverJson(item, `${path}.${field}[${n}]`, problems, 0);
      if (v.is(schema, clean)) return [clean];
      problems.push(`${path}.${field}[${n}]: of the wrong shape`);
      return [];
    });
  }
  noteUnknown(raw, [...Object.keys(levelFields), ...Object.keys(levelLists)], `${path}.`, problems);
  return { ...emptyLevel(), ...readFields(raw, levelFields, path, problems), ...lists };
}

type Fields = Readonly<Record<string, v.GenericSchema>>;
type Read<F extends Fields> = { -readonly [K in keyof F]?: v.InferOutput<F[K]> };

function readFields<F extends Fields>(raw: Json, fields: F, path: string, problems: string[]): Read<F> {
  const read: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(fields)) {
    if (!Object.hasOwn(raw, field)) continue;
    const result = v.safeParse(schema, cleanText(raw[field], `${path}.${field}`, problems));
    if (result.success) read[field] = result.output;
    else problems.push(`${path}.${field}: ${printable(result.issues[0].message)}`);
  }
  return read as Read<F>;
}

/** Any JSON value without control characters, forbidden keys or bottomless nesting. */
function recoverJson(raw: unknown, path: string, problems: string[], depth: number): unknown {
  if (typeof raw !== "object" || raw === null) return cleanText(raw, path, problems);
  if (depth >= CARD_DEPTH_MAX) {
    problems.push(`${path}: nested too deeply`);
    return undefined;
  }
  if (Array.isArray(raw))
    return raw.map((item, n) => recoverJson(item, `${path}[${n}]`, problems, depth + 1));
  return Object.fromEntries(
    safeEntries(raw, path, problems).map(([key, value]) => [
      key,
      recoverJson(value, `${path}.${key}`, problems, depth + 1),
    ]),
  );
}

function cleanText(value: unknown, path: string, problems: string[]): unknown {
  if (typeof value !== "string" || isPrintable(value)) return value;
  problems.push(`${path}: control characters`);
  return printable(value);
}

function safeEntries(raw: unknown, path: string, problems: string[]): [string, unknown][] {
  return Object.entries(asObject(raw, path, problems) ?? {}).filter(([key]) => {
    const usable = !FORBIDDEN_KEYS.has(key) && key.length <= KEY_LENGTH_MAX && isPrintable(key);
    if (!usable) problems.push(`${path}.${printable(key).slice(0, 40)}: not a name the game uses`);
    return usable;
  });
}

function noteUnknown(raw: Json, known: readonly string[], prefix: string, problems: string[]): void {
  for (const key of Object.keys(raw)) {
    if (!known.includes(key)) problems.push(`${prefix}${printable(key).slice(0, 40)}: unknown`);
  }
}

function asObject(raw: unknown, path: string, problems: string[]): Json | undefined {
  if (isObject(raw)) return raw;
  problems.push(`${path}: not an object`);
  return undefined;
}

function isObject(raw: unknown): raw is Json {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
