import * as v from "valibot";
import {
  begunShape,
  countedShape,
  dayMs,
  dayName,
  drillShape,
  interviewShape,
  json,
  levelFields,
  levelLists,
  removedShape,
  reportShape,
  rungShape,
  settingsFields,
  shiftOverShape,
  shiftShape,
  systemShape,
  trialShape,
} from "./fields.ts";
import type { BrokenRule, Damage } from "./findings.ts";
import {
  emptyLevel,
  emptySave,
  type Json,
  type LevelProgress,
  type Removed,
  SAVE_VERSION,
  type Save,
  type SavedDay,
  type SavedDrillMark,
  type SavedInterview,
  type SavedReport,
  type SavedRung,
  type SavedShift,
  type SavedShiftOver,
  type SavedSystem,
  type SavedTrial,
} from "./shape.ts";
import { isPrintable, printable } from "./text.ts";

/** What could be read, and each thing that could not. */
export interface Recovery {
  readonly save: Save;
  readonly damages: readonly Damage[];
}

const KEY_LENGTH_MAX = 200;
const JSON_DEPTH_MAX = 8;
/** Keys that reach into JavaScript's own machinery; no level, card or field is called so. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** `conf` keeps a note of its own under this key. */
const CONF_KEY = "__internal__";

/** Reads untrusted JSON field by field: a bad field costs itself and nothing else. Missing fields are not bad. */
export function recover(content: unknown): Recovery {
  const damages: Damage[] = [];
  const top = asObject(content, undefined, damages) ?? {};
  if (damages.length === 0 && top.version !== SAVE_VERSION)
    damages.push({ code: "not-a-version", field: "version" });
  const levels = recoverLevels(top.levels ?? {}, "levels", damages);
  const puzzles = recoverLevels(top.puzzles ?? {}, "puzzles", damages);
  const cards: Record<string, Json> = {};
  for (const [id, raw] of safeEntries(top.cards ?? {}, "cards", damages)) {
    const card = v.is(json, raw) ? recoverJson(raw, `cards.${id}`, damages, 0) : undefined;
    if (isObject(card)) cards[id] = card;
    else damages.push({ code: "not-an-object", field: `cards.${id}` });
  }
  const ladders = recoverLists<SavedRung>(top.ladders ?? {}, rungShape, "ladders", damages);
  const labs = recoverLists<SavedTrial>(top.labs ?? {}, trialShape, "labs", damages);
  const onCall = recoverLists<SavedShiftOver>(top.onCall ?? {}, shiftOverShape, "onCall", damages);
  const [shift] = top.shift === undefined ? [] : recoverItem(top.shift, shiftShape, "shift", damages);
  const drills = recoverLists<SavedDrillMark>(top.drills ?? {}, drillShape, "drills", damages);
  const activeMs = Object.fromEntries(
    safeEntries(top.activeMs ?? {}, "activeMs", damages).filter(([day, ms]) => {
      const isSound = v.is(dayName, day) && v.is(dayMs, ms);
      if (!isSound) damages.push({ code: "wrong-shape", field: `activeMs.${day}` });
      return isSound;
    }),
  ) as Record<string, number>;
  const days = Object.fromEntries(
    safeEntries(top.days ?? {}, "days", damages).flatMap(([day, raw]) => {
      const [counted] = recoverItem(raw, countedShape, `days.${day}`, damages);
      return counted && v.is(dayName, day) ? [[day, counted as SavedDay]] : [];
    }),
  );
  const [interview] =
    top.interview === undefined ? [] : recoverItem(top.interview, interviewShape, "interview", damages);
  const listIn = <T>(field: keyof Save, shape: v.GenericSchema) =>
    ((top[field] === undefined ? [] : recoverList(top[field], shape, field, damages)) ?? []) as readonly T[];
  const reports = listIn<SavedReport>("reports", reportShape);
  const systems = listIn<SavedSystem>("systems", systemShape);
  const systemsRemoved = listIn<Removed>("systemsRemoved", removedShape);
  const rawSettings = asObject(top.settings ?? {}, "settings", damages) ?? {};
  const settings = readFields(rawSettings, settingsFields, "settings", damages);
  noteUnknown(top, [...Object.keys(emptySave()), "interview", "shift", CONF_KEY], "", damages);
  noteUnknown(rawSettings, Object.keys(settingsFields), "settings.", damages);
  const save: Save = {
    ...{ version: SAVE_VERSION, levels, settings, cards, ladders, labs, onCall, drills, activeMs },
    ...{ puzzles, days },
    ...(shift === undefined ? {} : { shift: shift as SavedShift }),
    ...(interview === undefined ? {} : { interview: interview as SavedInterview }),
    interviewsOver: listIn("interviewsOver", begunShape),
    shiftsOver: listIn("shiftsOver", begunShape),
    ...{ reports, systems, systemsRemoved },
  };
  return { save, damages };
}

/** What was reached of each level, by its id. */
function recoverLevels(raw: unknown, path: string, damages: Damage[]): Record<string, LevelProgress> {
  const levels: Record<string, LevelProgress> = {};
  for (const [id, entry] of safeEntries(raw, path, damages)) {
    const level = asObject(entry, `${path}.${id}`, damages);
    if (level !== undefined) levels[id] = recoverLevel(level, `${path}.${id}`, damages);
  }
  return levels;
}

function recoverLevel(raw: Json, path: string, damages: Damage[]): LevelProgress {
  const lists: Record<string, unknown[]> = {};
  for (const [field, schema] of Object.entries(levelLists)) {
    if (raw[field] === undefined) continue;
    const items = recoverList(raw[field], schema, `${path}.${field}`, damages);
    if (items) lists[field] = items;
  }
  noteUnknown(raw, [...Object.keys(levelFields), ...Object.keys(levelLists)], `${path}.`, damages);
  return { ...emptyLevel(), ...readFields(raw, levelFields, path, damages), ...lists };
}

/** Lists by id, of each the entries that are what they should be. */
function recoverLists<T>(
  raw: unknown,
  schema: v.GenericSchema,
  path: string,
  damages: Damage[],
): Record<string, readonly T[]> {
  const lists: Record<string, readonly T[]> = {};
  for (const [id, items] of safeEntries(raw, path, damages)) {
    const list = recoverList(items, schema, `${path}.${id}`, damages);
    if (list) lists[id] = list as readonly T[];
  }
  return lists;
}

/** The entries of a list that are what they should be; undefined where there is no list. */
function recoverList(
  raw: unknown,
  schema: v.GenericSchema,
  path: string,
  damages: Damage[],
): unknown[] | undefined {
  if (!Array.isArray(raw)) {
    damages.push({ code: "not-a-list", field: path });
    return undefined;
  }
  return raw.flatMap((item: unknown, n) => recoverItem(item, schema, `${path}[${n}]`, damages));
}

/** What stands there, if it is what it should be. */
function recoverItem(raw: unknown, schema: v.GenericSchema, path: string, damages: Damage[]): [unknown] | [] {
  const clean = recoverJson(raw, path, damages, 0);
  if (v.is(schema, clean)) return [clean];
  damages.push({ code: "wrong-shape", field: path });
  return [];
}

type Fields = Readonly<Record<string, v.GenericSchema>>;
type Read<F extends Fields> = { -readonly [K in keyof F]?: v.InferOutput<F[K]> };

function readFields<F extends Fields>(raw: Json, fields: F, path: string, damages: Damage[]): Read<F> {
  const read: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(fields)) {
    if (!Object.hasOwn(raw, field)) continue;
    const result = v.safeParse(schema, cleanText(raw[field], `${path}.${field}`, damages));
    if (result.success) read[field] = result.output;
    else damages.push(wrongValue(`${path}.${field}`, result.issues[0]));
  }
  return read as Read<F>;
}

function wrongValue(field: string, { kind, type, expected, received }: v.BaseIssue<unknown>): Damage {
  const rule = kind === "schema" ? "type" : (type as BrokenRule);
  return { code: "wrong-value", field, rule, expected, received: printable(received) };
}

/** Any JSON value without control characters, forbidden keys or bottomless nesting. */
function recoverJson(raw: unknown, path: string, damages: Damage[], depth: number): unknown {
  if (typeof raw !== "object" || raw === null) return cleanText(raw, path, damages);
  if (depth >= JSON_DEPTH_MAX) {
    damages.push({ code: "too-deep", field: path });
    return undefined;
  }
  if (Array.isArray(raw)) return raw.map((item, n) => recoverJson(item, `${path}[${n}]`, damages, depth + 1));
  return Object.fromEntries(
    safeEntries(raw, path, damages).map(([key, value]) => [
      key,
      recoverJson(value, `${path}.${key}`, damages, depth + 1),
    ]),
  );
}

function cleanText(value: unknown, path: string, damages: Damage[]): unknown {
  if (typeof value !== "string" || isPrintable(value)) return value;
  damages.push({ code: "control-characters", field: path });
  return printable(value);
}

function safeEntries(raw: unknown, path: string, damages: Damage[]): [string, unknown][] {
  return Object.entries(asObject(raw, path, damages) ?? {}).filter(([key]) => {
    const usable = !FORBIDDEN_KEYS.has(key) && key.length <= KEY_LENGTH_MAX && isPrintable(key);
    if (!usable) damages.push({ code: "not-a-name", field: `${path}.${printable(key).slice(0, 40)}` });
    return usable;
  });
}

function noteUnknown(raw: Json, known: readonly string[], prefix: string, damages: Damage[]): void {
  for (const key of Object.keys(raw)) {
    if (!known.includes(key))
      damages.push({ code: "unknown", field: `${prefix}${printable(key).slice(0, 40)}` });
  }
}

function asObject(raw: unknown, path: string | undefined, damages: Damage[]): Json | undefined {
  if (isObject(raw)) return raw;
  damages.push({ code: "not-an-object", ...(path === undefined ? {} : { field: path }) });
  return undefined;
}

function isObject(raw: unknown): raw is Json {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}
