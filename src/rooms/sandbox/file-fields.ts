/**
 * Files of JSON, field by field: shapes that know what they take, and the first thing wrong with a value in one line:
 * where, what stands there, what belongs there.
 */
import * as v from "valibot";
import { plain } from "../../process/text.ts";
import type { FieldTakes, ScenarioProblem } from "./problems.ts";

/** What is wrong with a value, whatever its place. */
export type Flaw =
  | FieldTakes
  | { readonly code: "early-point"; readonly afterSec: number }
  | { readonly code: "share-sum"; readonly sum: number };

/** A flaw as valibot's message, which is a string: `flawIn` reads it back. */
export const flaw = (found: Flaw): string => JSON.stringify(found);

/** A number within bounds; everything else is told what to give. */
export function number(min: number, max: number, whole = false) {
  const message = flaw({ code: "number", min, max, whole });
  return v.pipe(
    v.number(message),
    v.check((value) => value >= min && value <= max && (!whole || Number.isInteger(value)), message),
  );
}

export function oneOf<const W extends readonly string[]>(words: W) {
  return v.picklist(words, flaw({ code: "one-of", choices: words }));
}

export function listOf<S extends v.GenericSchema>(item: S, min: number, max: number) {
  const message = flaw({ code: "list", min, max });
  return v.pipe(
    v.array(item, message),
    v.check((list) => list.length >= min && list.length <= max, message),
  );
}

/** True or false. */
export const flag = v.boolean(flaw({ code: "flag" }));

/** An object of just these fields; whoever gives something else is told their names. */
export function object<E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, flaw({ code: "object", fields: Object.keys(entries) }));
}

const labelMax = 60;
/** A name that a player reads. */
export const label = v.pipe(
  v.string(flaw({ code: "name" })),
  v.check(
    (text) => text.length > 0 && plain(text, labelMax) === text,
    flaw({ code: "name-length", max: labelMax }),
  ),
);

/** A kind of file: its schema, what the whole of it takes, and which names at a place may be left out. */
export interface FileShape<S extends v.GenericSchema = v.GenericSchema> {
  readonly schema: S;
  readonly takes: FieldTakes;
  readonly optionalAt: (keys: readonly unknown[]) => readonly string[];
}

/** What a value of a shape says, or the first thing wrong with it. */
export function readShape<S extends v.GenericSchema>(
  shape: FileShape<S>,
  value: unknown,
):
  | { readonly output: v.InferOutput<S>; readonly problem?: never }
  | { readonly output?: never; readonly problem: ScenarioProblem } {
  if (Array.isArray(value)) return { problem: { code: "is-list", takes: shape.takes } };
  const { success, issues, output } = v.safeParse(shape.schema, value, { abortPipeEarly: true });
  return success ? { output } : { problem: problemIn(shape, issues[0], value) };
}

/** What a message of valibot's says of a value; undefined where the message is its own. */
function flawIn({ message }: v.BaseIssue<unknown>): Flaw | undefined {
  return message.startsWith("{") ? (JSON.parse(message) as Flaw) : undefined;
}

function takesIn(issue: v.BaseIssue<unknown> | undefined): FieldTakes | undefined {
  const found = issue && flawIn(issue);
  return found?.code === "early-point" || found?.code === "share-sum" ? undefined : found;
}

/** The first thing wrong with a value that is not of a shape: where, what stands there, what belongs there. */
function problemIn(shape: FileShape, issue: v.BaseIssue<unknown>, value: unknown): ScenarioProblem {
  const keys = (issue.path ?? []).map((item) => item.key);
  const where = pathOf(keys);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = fieldNames(shape, value, keys);
    return { code: "unknown", where, name: plain(String(keys.at(-1)), 40), known };
  }
  if (issue.input === undefined) {
    const takes = takesOf(shape, value, keys);
    return { code: "missing", where, ...(takes === undefined ? {} : { takes }) };
  }
  const found = flawIn(issue) ?? shape.takes;
  if (found.code === "early-point" || found.code === "share-sum") return { ...found, where };
  return { code: "wrong", where, found: plain(JSON.stringify(issue.input) ?? "", 40), takes: found };
}

/** streams[0].curve[2] */
function pathOf(keys: readonly unknown[]): string {
  return keys
    .map((key, i) =>
      typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${plain(String(key), 40)}`,
    )
    .join("");
}

/** What a missing field takes: what is said when something wrong stands there. */
function takesOf({ schema }: FileShape, value: unknown, keys: readonly unknown[]): FieldTakes | undefined {
  const copy = structuredClone(value) as Record<string, unknown>;
  const holder = keys
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[String(key)] as Record<string, unknown>, copy);
  holder[String(keys.at(-1))] = null;
  const { issues } = v.safeParse(schema, copy);
  return takesIn(issues?.find((issue) => pathOf((issue.path ?? []).map(({ key }) => key)) === pathOf(keys)));
}

/** The names that may stand where an unknown one does: those that are missing when nothing else stands there. */
function fieldNames({ schema, optionalAt }: FileShape, value: unknown, keys: readonly unknown[]): string[] {
  const copy = structuredClone(value) as Record<string, unknown>;
  let holder = copy;
  for (const key of keys.slice(0, -1)) holder = holder[String(key)] as Record<string, unknown>;
  const what = holder.what;
  for (const key of Object.keys(holder)) delete holder[key];
  if (what !== undefined) holder.what = what;
  const { issues } = v.safeParse(schema, copy);
  const prefix = pathOf(keys.slice(0, -1));
  return [
    ...(issues ?? [])
      .map((issue) => (issue.path ?? []).map(({ key }) => key))
      .filter((path) => path.length === keys.length && pathOf(path.slice(0, -1)) === prefix)
      .map((path) => String(path.at(-1))),
    ...optionalAt(keys),
  ];
}
